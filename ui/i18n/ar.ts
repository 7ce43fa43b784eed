<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>إجابات أخرى</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>outside its zone</source>
        <translation>خارج منطقته</translation>
    </message>
    <message>
        <source>outside its zone, confirmed: {reason}</source>
        <translation>خارج منطقته، مؤكد: {reason}</translation>
    </message>
    <message>
        <source>{metres} m square</source>
        <translation>مربع {metres} م</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>At HQ</source>
        <translation>لدى القيادة</translation>
    </message>
    <message>
        <source>HQ has it, a person looks at it</source>
        <translation>لدى القيادة، وينظر فيه شخص</translation>
    </message>
    <message>
        <source>Latest change: {state}</source>
        <translation>آخر تغيير: {state}</translation>
    </message>
    <message>
        <source>Received by HQ {time}</source>
        <translation>استلمته القيادة {time}</translation>
    </message>
    <message>
        <source>Refused because: {why} ({code})</source>
        <translation>لم يُقبل، والسبب: {why} ({code})</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>جارٍ إرسال {part}</translation>
    </message>
    <message>
        <source>Text received {time}, {there} of {all} photos sent ({part})</source>
        <translation>استُلم النص {time}، والصور المرسلة {there} من {all} ({part})</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>في انتظار اتصال</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>في انتظار الدور</translation>
    </message>
    <message>
        <source>Waiting, HQ does not accept this laptop</source>
        <translation>في الانتظار، القيادة لا تقبل هذا الحاسوب</translation>
    </message>
    <message>
        <source>{done} of {all} MB</source>
        <translation>{done} من {all} م.ب</translation>
    </message>
    <message>
        <source>{done} of {all} kB</source>
        <translation>{done} من {all} ك.ب</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} م.ب</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} ك.ب</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>As {officer}, open Review, read the report and press Q to ask a question.</source>
        <translation>باسم {officer}، تُفتح المراجعة ويُقرأ التقرير ثم يُضغط على Q لطرح سؤال.</translation>
    </message>
    <message>
        <source>As {officer}, see what has changed since the question, and press A to accept.</source>
        <translation>باسم {officer}، يُنظر فيما تغيّر منذ السؤال ثم يُضغط على A للقبول.</translation>
    </message>
    <message>
        <source>As {patrol}, open the report and answer, or correct it and say why. Both versions stay.</source>
        <translation>باسم {patrol}، يُفتح التقرير ويُجاب عن السؤال، أو يُصحَّح ويُذكر السبب. يبقى الإصداران.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Cut the link. As {patrol}, choose New report, then Restriction of movement, and file it. It is saved at once, and the strip at the foot says: Waiting for a link.</source>
        <translation>يُقطع الاتصال. باسم {patrol}، يُختار «تقرير جديد» ثم «تقييد الحركة» ويُقدَّم. يُحفظ فورًا، ويظهر في الشريط السفلي: في انتظار اتصال.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open the window of {name}</source>
        <translation>فتح نافذة {name}</translation>
    </message>
    <message>
        <source>Open {second}, file a report and save it to a USB stick in Outbox. Lock with Ctrl+L: what was half written is kept for the same person only.</source>
        <translation>تُفتح {second} ويُقدَّم تقرير ويُحفظ على ذاكرة USB من صندوق الصادر. القفل بالضغط على ⁨Ctrl+L⁩: ما كُتب نصفه يُحفظ للشخص نفسه فقط.</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>تمرين</translation>
    </message>
    <message>
        <source>Restore the link. Nobody has to press anything: the report leaves by itself, and Received by HQ is said only on HQ's signed receipt. See Outbox and Sent book.</source>
        <translation>يُعاد الاتصال. لا حاجة إلى الضغط على شيء: يُرسل التقرير تلقائيًا، ولا يُقال «استلمته القيادة» إلا بإيصال موقّع منها. انظر صندوق الصادر وسجل المرسل.</translation>
    </message>
    <message>
        <source>Setting up. This takes about half a minute.</source>
        <translation>جارٍ التجهيز. يستغرق ذلك نحو نصف دقيقة.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>الخطوة {number} من {count}</translation>
    </message>
    <message>
        <source>The link is cut. Restore it</source>
        <translation>الاتصال مقطوع. إعادته</translation>
    </message>
    <message>
        <source>The link is up. Cut it</source>
        <translation>الاتصال قائم. قطعه</translation>
    </message>
    <message>
        <source>Unlock both windows with the passphrases on the right. {patrol} leads a patrol on the left, {officer} reviews at headquarters on the right.</source>
        <translation>تُفتح النافذتان بعبارتي المرور المعروضتين. {patrol} على رأس دورية في النافذة اليسرى، و{officer} يراجع في القيادة في النافذة اليمنى.</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>All other answers are taken along.</source>
        <translation>تُنقل كل الإجابات الأخرى.</translation>
    </message>
    <message>
        <source>All other answers are taken along. You can go back until you file.</source>
        <translation>تُنقل كل الإجابات الأخرى. ويمكنك الرجوع حتى تقدّم التقرير.</translation>
    </message>
    <message>
        <source>Answers without a place</source>
        <translation>إجابات بلا مكان</translation>
    </message>
    <message>
        <source>Answers without a place there; they stay readable until you file</source>
        <translation>إجابات لا مكان لها هناك؛ تبقى مقروءة حتى تقدّم التقرير</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>عودة إلى الاستمارة</translation>
    </message>
    <message>
        <source>File without them</source>
        <translation>تقديم التقرير بدونها</translation>
    </message>
    <message>
        <source>File without these answers?</source>
        <translation>هل يُقدَّم التقرير بدون هذه الإجابات؟</translation>
    </message>
    <message>
        <source>Go back to the older edition</source>
        <translation>الرجوع إلى الإصدار الأقدم</translation>
    </message>
    <message>
        <source>Go on with the new edition</source>
        <translation>المتابعة بالإصدار الجديد</translation>
    </message>
    <message>
        <source>Kept with the draft until you file it</source>
        <translation>محفوظة مع المسودة حتى تقدّمها</translation>
    </message>
    <message>
        <source>New questions</source>
        <translation>أسئلة جديدة</translation>
    </message>
    <message>
        <source>New: {choices}</source>
        <translation>جديد: {choices}</translation>
    </message>
    <message>
        <source>No longer there: {choices}</source>
        <translation>لم يعد موجوداً: {choices}</translation>
    </message>
    <message>
        <source>Not part of the report, and gone once it is filed</source>
        <translation>ليست جزءاً من التقرير، وتزول بعد تقديمه</translation>
    </message>
    <message>
        <source>Questions in other words</source>
        <translation>أسئلة تغيّرت صياغتها</translation>
    </message>
    <message>
        <source>Questions that are no longer asked</source>
        <translation>أسئلة لم تعد تُطرح</translation>
    </message>
    <message>
        <source>Questions with other choices</source>
        <translation>أسئلة تغيّرت خياراتها</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation type="vanished">عرض ما تغيّر</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>عرض ما يتغيّر</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>عرضها</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>البقاء على هذا الإصدار</translation>
    </message>
    <message>
        <source>There is a newer edition of this form.</source>
        <translation>يوجد إصدار أحدث من هذه الاستمارة.</translation>
    </message>
    <message>
        <source>This report goes on in the newer edition of the form.</source>
        <translation>يستمر هذا التقرير في الإصدار الأحدث من الاستمارة.</translation>
    </message>
    <message>
        <source>Until now: {words}</source>
        <translation>حتى الآن: {words}</translation>
    </message>
    <message>
        <source>What changes in the newer edition</source>
        <translation>ما يتغيّر في الإصدار الأحدث</translation>
    </message>
    <message>
        <source>What changes on the way back</source>
        <translation>ما يتغيّر عند الرجوع</translation>
    </message>
    <message>
        <source>Write what matters into another answer, such as the account.</source>
        <translation>اكتب ما يهمّ في إجابة أخرى، مثل السرد.</translation>
    </message>
    <message>
        <source>{choices} and {count} more</source>
        <translation>{choices} و{count} غيرها</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers have no place in this edition; they are kept with the draft.</source>
        <translation>
            <numerusform>لا إجابات بلا مكان في هذا الإصدار.</numerusform>
            <numerusform>إجابة واحدة لا مكان لها في هذا الإصدار؛ وهي محفوظة مع المسودة.</numerusform>
            <numerusform>إجابتان لا مكان لهما في هذا الإصدار؛ وهما محفوظتان مع المسودة.</numerusform>
            <numerusform>{count} إجابات لا مكان لها في هذا الإصدار؛ وهي محفوظة مع المسودة.</numerusform>
            <numerusform>{count} إجابة لا مكان لها في هذا الإصدار؛ وهي محفوظة مع المسودة.</numerusform>
            <numerusform>{count} إجابة لا مكان لها في هذا الإصدار؛ وهي محفوظة مع المسودة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A colleague was let in but has not unlocked this laptop yet. They have to do so first.</source>
        <translation>قُبل زميل لكنه لم يفتح هذا الحاسوب بعد. يلزم أن يفعل ذلك أولًا.</translation>
    </message>
    <message>
        <source>A file or folder that is needed cannot be used.</source>
        <translation>لا يمكن استعمال ملف أو مجلد لازم.</translation>
    </message>
    <message>
        <source>A grid needs 2, 4, 6, 8 or 10 digits, half of them easting and half northing.</source>
        <translation>تحتاج الإحداثيات إلى 2 أو 4 أو 6 أو 8 أو 10 أرقام، نصفها للشرق ونصفها للشمال.</translation>
    </message>
    <message>
        <source>A number is too large. Latitude ends at 90, longitude at 180, minutes at 59.</source>
        <translation>أحد الأرقام كبير جدًا. أقصى خط العرض 90 وخط الطول 180 والدقائق 59.</translation>
    </message>
    <message>
        <source>A one-time code from HQ is needed. Ask HQ for one; your reports stay here until then.</source>
        <translation>يلزم رمز استخدام واحد من القيادة. يُرجى طلبه من القيادة؛ تبقى تقاريركم هنا حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>A one-time code has ten letters and digits, such as 7K2MX-4PQ9D. Type it again.</source>
        <translation>يتكوّن رمز الاستخدام الواحد من عشرة أحرف وأرقام، مثل ⁨7K2MX-4PQ9D⁩. يُرجى كتابته من جديد.</translation>
    </message>
    <message>
        <source>A part that protects your reports does not work, so nothing was opened or changed.</source>
        <translation>أحد الأجزاء التي تحمي التقارير لا يعمل، ولذلك لم يُفتح شيء ولم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>A passphrase does not open its custodian's file. Nothing was opened.</source>
        <translation>عبارة مرور لا تفتح ملف أمينها. لم يُفتح شيء.</translation>
    </message>
    <message>
        <source>A passphrase is made only where a person reads the screen. Nothing was changed.</source>
        <translation>لا تُقترح عبارة مرور إلا حيث يقرأ شخص الشاشة. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>A receipt is not signed by your HQ. Your reports stay here until a true one comes.</source>
        <translation>أحد الإيصالات لا يحمل توقيع القيادة. تبقى تقاريركم هنا حتى يصل إيصال صحيح.</translation>
    </message>
    <message>
        <source>A record does not carry its author's valid signature. It was left out; tell HQ.</source>
        <translation>أحد السجلات لا يحمل توقيعًا صحيحًا من صاحبه. تُرك جانبًا؛ يُرجى إبلاغ القيادة.</translation>
    </message>
    <message>
        <source>A record does not follow the one before it. Something is missing or was changed.</source>
        <translation>أحد السجلات لا يتبع السجل الذي قبله. هناك شيء ناقص أو جرى تغييره.</translation>
    </message>
    <message>
        <source>A record is damaged or from a newer version. It was left out; tell HQ.</source>
        <translation>أحد السجلات تالف أو من إصدار أحدث. تُرك جانبًا؛ يُرجى إبلاغ القيادة.</translation>
    </message>
    <message>
        <source>A report takes up to 20 files of at most 25 MB each. Choose a smaller file.</source>
        <translation>يتّسع التقرير لما يصل إلى 20 ملفًا لا يتجاوز كل منها 25 ميغابايت. يُرجى اختيار ملف أصغر.</translation>
    </message>
    <message>
        <source>A sealed packet is damaged. It was left out; send it again.</source>
        <translation>إحدى الحزم المختومة تالفة. تُركت جانبًا؛ يُرجى إرسالها من جديد.</translation>
    </message>
    <message>
        <source>A short grid needs a base square in the settings. Type the full grid with its zone.</source>
        <translation>تحتاج الإحداثيات المختصرة إلى مربع أساس في الإعدادات. يُرجى كتابة الإحداثيات كاملة مع منطقتها.</translation>
    </message>
    <message>
        <source>Another file has this name already. Nothing was changed; choose another name.</source>
        <translation>يوجد ملف آخر بهذا الاسم. لم يتغيّر شيء؛ يُرجى اختيار اسم آخر.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>يُرجى التحقق من تاريخ هذا الحاسوب ووقته.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>اختيار ملف آخر</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>يُرجى الاختيار من القائمة.</translation>
    </message>
    <message>
        <source>Enter a date and time.</source>
        <translation>يُرجى إدخال تاريخ ووقت.</translation>
    </message>
    <message>
        <source>Enter a date.</source>
        <translation>يُرجى إدخال تاريخ.</translation>
    </message>
    <message>
        <source>Enter a latitude and a longitude.</source>
        <translation>يُرجى إدخال خط العرض وخط الطول.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>يُرجى إدخال رقم.</translation>
    </message>
    <message>
        <source>Enter a time.</source>
        <translation>يُرجى إدخال وقت.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>يُرجى إدخال عدد صحيح.</translation>
    </message>
    <message>
        <source>Enter at least two points.</source>
        <translation>يُرجى إدخال نقطتين على الأقل.</translation>
    </message>
    <message>
        <source>Enter the time as well as the date.</source>
        <translation>يُرجى إدخال الوقت مع التاريخ.</translation>
    </message>
    <message>
        <source>Grids end at 80 degrees south and 84 degrees north. Give latitude and longitude.</source>
        <translation>تنتهي إحداثيات MGRS عند 80 درجة جنوبًا و84 درجة شمالًا. يُرجى إعطاء خط العرض وخط الطول.</translation>
    </message>
    <message>
        <source>HQ can help: tell them the code {code}.</source>
        <translation>يمكن للقيادة المساعدة: يُرجى إبلاغها بالرمز {code}.</translation>
    </message>
    <message>
        <source>HQ cannot open this laptop for you: nothing was prepared for it. Nothing was changed.</source>
        <translation>لا تستطيع القيادة فتح هذا الحاسوب لكم: لم يُعدّ شيء لذلك. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>HQ cannot open this report: it was prepared for another mission. It is safe here.</source>
        <translation>لا تستطيع القيادة فتح هذا التقرير لأنه أُعدّ لبعثة أخرى. وهو محفوظ هنا.</translation>
    </message>
    <message>
        <source>HQ could not read this report. It is safe on this laptop; tell HQ its number.</source>
        <translation>لم تتمكن القيادة من قراءة هذا التقرير. وهو محفوظ على هذا الحاسوب؛ يُرجى إبلاغ القيادة برقمه.</translation>
    </message>
    <message>
        <source>HQ did not accept the one-time code. Check it letter by letter, or ask HQ for a new one.</source>
        <translation>لم تقبل القيادة رمز الاستخدام الواحد. يُرجى التحقق منه حرفًا حرفًا، أو طلب رمز جديد من القيادة.</translation>
    </message>
    <message>
        <source>HQ does not accept reports under this person's enrolment on this laptop. The report is safe here; ask HQ for a new code and enrol again.</source>
        <translation>لا تقبل القيادة تقارير بتسجيل هذا الشخص على هذا الحاسوب. التقرير محفوظ هنا؛ يُرجى طلب رمز جديد من القيادة والتسجيل من جديد.</translation>
    </message>
    <message>
        <source>HQ does not know this laptop yet, or not any more. Everything is saved here; if you have enrolled, ask HQ whether it let this laptop in.</source>
        <translation>لا تعرف القيادة هذا الحاسوب بعد، أو لم تعد تعرفه. كل شيء محفوظ هنا؛ بعد التسجيل يُرجى سؤال القيادة عمّا إذا كانت قد قبلت هذا الحاسوب.</translation>
    </message>
    <message>
        <source>HQ has no space left and is looking into it. Everything is saved here and goes later.</source>
        <translation>لا توجد مساحة كافية لدى القيادة وهي تعالج الأمر. كل شيء محفوظ هنا ويُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>HQ has not asked this question about this report. Look at the report again.</source>
        <translation>لم تطرح القيادة هذا السؤال عن هذا التقرير. يُرجى النظر في التقرير من جديد.</translation>
    </message>
    <message>
        <source>HQ has not named anybody yet who may read such a report. It stays here as your draft, and you can file it once HQ has.</source>
        <translation>لم تعيّن القيادة بعد من يجوز له قراءة مثل هذا التقرير. يبقى هنا مسودةً لك، ويمكنك تقديمه متى عيّنت القيادة أحدًا.</translation>
    </message>
    <message>
        <source>HQ has withdrawn this laptop's access. Your reports stay here; ask HQ.</source>
        <translation>سحبت القيادة صلاحية هذا الحاسوب. تبقى تقاريركم هنا؛ يُرجى سؤال القيادة.</translation>
    </message>
    <message>
        <source>HQ is busy and asked to wait. It goes on by itself.</source>
        <translation>القيادة مشغولة وتطلب الانتظار. تتواصل العملية تلقائيًا.</translation>
    </message>
    <message>
        <source>HQ's check of this report failed. It is safe on this laptop; tell HQ its number.</source>
        <translation>لم ينجح تحقق القيادة من هذا التقرير. وهو محفوظ على هذا الحاسوب؛ يُرجى إبلاغ القيادة برقمه.</translation>
    </message>
    <message>
        <source>HQ's server does not show everything that HQ confirmed to hold. Nothing here is lost. Tell those who run HQ's server.</source>
        <translation>لا يُظهر خادم القيادة كل ما أكدت القيادة أنه لديها. لم يُفقد شيء هنا. أبلغ المسؤولين عن خادم القيادة.</translation>
    </message>
    <message>
        <source>HQ's server has a problem just now. Everything is saved here and goes later.</source>
        <translation>لدى خادم القيادة مشكلة في هذه اللحظة. كل شيء محفوظ هنا ويُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>HQ's server is older than this app and cannot read this report yet. It is safe here.</source>
        <translation>خادم القيادة أقدم من هذا التطبيق ولا يستطيع قراءة هذا التقرير بعد. وهو محفوظ هنا.</translation>
    </message>
    <message>
        <source>It takes the files of two different custodians of the same key. Nothing was opened.</source>
        <translation>يلزم ملفا أمينين مختلفين للمفتاح نفسه. لم يُفتح شيء.</translation>
    </message>
    <message>
        <source>Lock and open again</source>
        <translation>قفل ثم فتح من جديد</translation>
    </message>
    <message>
        <source>No help from HQ was asked for on this laptop. Make a request first.</source>
        <translation>لم تُطلب مساعدة القيادة على هذا الحاسوب. يُرجى إعداد طلب أولًا.</translation>
    </message>
    <message>
        <source>No sealed report waits to be carried. If reports wait on this laptop, unlock it or use sync once, so that they are sealed; then save them again.</source>
        <translation>لا يوجد تقرير مختوم ينتظر النقل. إن كانت تقارير تنتظر على هذا الحاسوب فيُرجى فتح قفله أو استعمال sync مرة واحدة لتُختم، ثم حفظها من جديد.</translation>
    </message>
    <message>
        <source>Nobody of this name works on this laptop.</source>
        <translation>لا أحد بهذا الاسم يعمل على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Nobody with this name works on this laptop. Choose a name from the list.</source>
        <translation>لا أحد بهذا الاسم يعمل على هذا الحاسوب. يُرجى اختيار اسم من القائمة.</translation>
    </message>
    <message>
        <source>Nothing can be saved in the app's own folder. Choose a place outside it.</source>
        <translation>لا يمكن حفظ شيء في مجلد التطبيق نفسه. يُرجى اختيار مكان خارجه.</translation>
    </message>
    <message>
        <source>Nothing is written about a sealed report. Speak with the person themselves.</source>
        <translation>لا يُكتب شيء عن تقرير مختوم. يُرجى التحدث مع الشخص نفسه مباشرة.</translation>
    </message>
    <message>
        <source>Only JPEG and PNG photos can be added. Save the photo as one of these first.</source>
        <translation>لا يمكن إضافة سوى صور JPEG وPNG. يُرجى حفظ الصورة بإحدى الصيغتين أولًا.</translation>
    </message>
    <message>
        <source>Only a protection officer who can open this report can take it over.</source>
        <translation>لا يتولى هذا التقرير إلا ضابط حماية يستطيع فتحه.</translation>
    </message>
    <message>
        <source>Only an operations officer whom HQ has approved can review reports.</source>
        <translation>لا يراجع التقارير إلا ضابط عمليات وافقت عليه القيادة.</translation>
    </message>
    <message>
        <source>Only the person who wrote this report can change it. You can ask them a question.</source>
        <translation>لا يغيّر هذا التقرير إلا من كتبه. يمكن طرح سؤال عليه.</translation>
    </message>
    <message>
        <source>Please say why the report changes. The reason is kept with it.</source>
        <translation>يُرجى ذكر سبب تغيير التقرير. يُحفظ السبب معه.</translation>
    </message>
    <message>
        <source>Please write a few words. The other side sees them.</source>
        <translation>يُرجى كتابة بضع كلمات. سيراها الطرف الآخر.</translation>
    </message>
    <message>
        <source>Reports of this laptop are being sent already.</source>
        <translation>يجري بالفعل إرسال تقارير هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>تجهيز</translation>
    </message>
    <message>
        <source>Several reports carry this number. Name the one you mean by its id; the list has them.</source>
        <translation>تحمل عدة تقارير هذا الرقم. يُرجى تحديد التقرير المقصود بمعرّفه؛ والمعرّفات في القائمة.</translation>
    </message>
    <message>
        <source>Some answers are missing or do not fit. They are marked; nothing was filed.</source>
        <translation>بعض الإجابات ناقصة أو غير مناسبة. وهي مُعلَّمة؛ ولم يُقدَّم شيء.</translation>
    </message>
    <message>
        <source>Some answers have no place in this form or are of the wrong kind; nothing was filed.</source>
        <translation>بعض الإجابات لا مكان لها في هذا النموذج أو من نوع غير صحيح؛ ولم يُقدَّم شيء.</translation>
    </message>
    <message>
        <source>Some words could lead to a person, and such words are not kept. They are marked; leave them out. Nothing was filed.</source>
        <translation>قد تدل بعض الكلمات على شخص، وكلمات كهذه لا تُحفظ. وهي مُعلَّمة، فاحذفها. لم يُقدَّم شيء.</translation>
    </message>
    <message>
        <source>Somebody on this laptop already has this name. Choose another one.</source>
        <translation>هذا الاسم مستعمل بالفعل على هذا الحاسوب. يُرجى اختيار اسم آخر.</translation>
    </message>
    <message>
        <source>Something new came to this report while you read it. Look at it, then decide.</source>
        <translation>وصل شيء جديد إلى هذا التقرير أثناء قراءته. يُرجى الاطلاع عليه ثم اتخاذ القرار.</translation>
    </message>
    <message>
        <source>Something on the command line is not text in UTF-8. Nothing was changed.</source>
        <translation>في سطر الأوامر ما ليس نصًا بترميز UTF-8. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Something on this network answers in HQ's place, such as a log-in page. Nothing counts as delivered; log in to the network, or use another one, and try again.</source>
        <translation>شيء ما على هذه الشبكة يرد بدل القيادة، مثل صفحة تسجيل دخول. لا يُعدّ شيء مُسلَّمًا؛ يُرجى تسجيل الدخول إلى الشبكة أو استعمال غيرها ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your saved work is safe.</source>
        <translation>حدث أمر غير متوقع. عملكم المحفوظ سليم.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>توقفت العملية. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Such a report takes no photos: a picture could lead to a person. Nothing was filed.</source>
        <translation>لا يقبل تقرير كهذا صورا: فقد تدل صورة على شخص. لم يُقدَّم شيء.</translation>
    </message>
    <message>
        <source>Tell HQ the code {code}.</source>
        <translation>يُرجى إبلاغ القيادة بالرمز {code}.</translation>
    </message>
    <message>
        <source>That month has no such day. Check the first two digits and the month.</source>
        <translation>لا يوجد هذا اليوم في ذلك الشهر. يُرجى التحقق من أول رقمين ومن الشهر.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from HQ's. Reports are still sent, but their times will look wrong: check date, time and time zone.</source>
        <translation>تختلف ساعة هذا الحاسوب عن ساعة القيادة. تُرسل التقارير مع ذلك، لكن أوقاتها ستبدو خاطئة: يُرجى التحقق من التاريخ والوقت والمنطقة الزمنية.</translation>
    </message>
    <message>
        <source>The clock of this computer shows an earlier time than when it was last used. Reports are saved as always, with a note for HQ that their times may be wrong.</source>
        <translation>تُظهر ساعة هذا الحاسوب وقتًا أسبق من وقت آخر استعمال له. تُحفظ التقارير كالمعتاد، مع ملاحظة للقيادة بأن أوقاتها قد تكون خاطئة.</translation>
    </message>
    <message>
        <source>The code lists cannot be read. Ask headquarters to publish them again.</source>
        <translation>لا يمكن قراءة قوائم الرموز. يُرجى الطلب من القيادة نشرها من جديد.</translation>
    </message>
    <message>
        <source>The command has run, but its answer could not be written out.</source>
        <translation>نُفّذ الأمر، لكن تعذّرت كتابة الرد.</translation>
    </message>
    <message>
        <source>The content of a record cannot be kept as it is.</source>
        <translation>لا يمكن حفظ محتوى أحد السجلات كما هو.</translation>
    </message>
    <message>
        <source>The disk is full. Reports are still saved, in room that was kept for this day. Free some space soon: delete or move files that are not needed.</source>
        <translation>القرص ممتلئ. ما زالت التقارير تُحفظ في مساحة أُبقيت لمثل هذا اليوم. يُرجى تحرير بعض المساحة قريبًا: بحذف الملفات غير اللازمة أو نقلها.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe.</source>
        <translation>القرص ممتلئ. ما حُفظ سليم.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe; free some space, then try again.</source>
        <translation>القرص ممتلئ. ما حُفظ سليم؛ يُرجى تحرير بعض المساحة ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>The disk is full. Your reports are saved; free some space so that they can be sent.</source>
        <translation>القرص ممتلئ. تقاريركم محفوظة؛ يُرجى تحرير بعض المساحة ليمكن إرسالها.</translation>
    </message>
    <message>
        <source>The file or stick cannot be used. Put it in again, or choose another, and try again.</source>
        <translation>لا يمكن استعمال الملف أو ذاكرة USB. يُرجى إدخالها من جديد، أو اختيار غيرها، ثم المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>The file that lets this laptop send is damaged. What was saved is safe.</source>
        <translation>الملف الذي يتيح لهذا الحاسوب الإرسال تالف. ما حُفظ سليم.</translation>
    </message>
    <message>
        <source>The file with this laptop's reports is missing or empty. Restore a copy, or ask HQ.</source>
        <translation>ملف تقارير هذا الحاسوب مفقود أو فارغ. يُرجى استعادة نسخة، أو سؤال القيادة.</translation>
    </message>
    <message>
        <source>The folder for sending cannot be used. Your reports are saved; ask HQ for help.</source>
        <translation>لا يمكن استعمال مجلد الإرسال. تقاريركم محفوظة؛ يُرجى طلب المساعدة من القيادة.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was changed.</source>
        <translation>لا يمكن قراءة ملف مفاتيح هذا الحاسوب. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The key file of this laptop is damaged. Restore it from a copy, or ask HQ to help.</source>
        <translation>ملف مفاتيح هذا الحاسوب تالف. يُرجى استعادته من نسخة، أو طلب المساعدة من القيادة.</translation>
    </message>
    <message>
        <source>The keys are erased, so nobody can open the reports. Some sealed files are still there.</source>
        <translation>مُحيت المفاتيح، فلا يمكن لأحد فتح التقارير. وما زالت بعض الملفات المختومة موجودة.</translation>
    </message>
    <message>
        <source>The keys of this laptop could not be erased. Reports may still be opened.</source>
        <translation>تعذّر محو مفاتيح هذا الحاسوب. وما زال فتح التقارير ممكنًا.</translation>
    </message>
    <message>
        <source>The last character does not fit the report number: some character in it is wrong.</source>
        <translation>الحرف الأخير لا يطابق رقم التقرير: أحد أحرفه خاطئ.</translation>
    </message>
    <message>
        <source>The map of this installation cannot be read. Everything else works; ask HQ for the map.</source>
        <translation>تتعذر قراءة خريطة هذا التثبيت. كل ما عداها يعمل؛ يُرجى طلب الخريطة من القيادة.</translation>
    </message>
    <message>
        <source>The mission file of this laptop cannot be read. Nothing was changed.</source>
        <translation>لا يمكن قراءة ملف البعثة على هذا الحاسوب. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ does not have them. Look through your reports, file again what is missing, and have the disk checked.</source>
        <translation>أحدث سجلات هذا الحاسوب مفقودة: تعطّل قرصه، أو أُعيد إلى نسخة أقدم. وهي ليست لدى القيادة. يُرجى مراجعة تقاريرك وتقديم المفقود من جديد وطلب فحص القرص.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ has them or gets them. You can read everything here, but nothing more goes to HQ under this name: ask HQ for a new code and enrol under another name.</source>
        <translation>أحدث سجلات هذا الحاسوب مفقودة: تعطّل قرصه، أو أُعيد إلى نسخة أقدم. وهي لدى القيادة أو ستصل إليها. يمكن قراءة كل شيء هنا، لكن لا يُرسل شيء آخر إلى القيادة بهذا الاسم: يُرجى طلب رمز جديد من القيادة والتسجيل باسم آخر.</translation>
    </message>
    <message>
        <source>The one-time code is too old. Ask HQ for a new one.</source>
        <translation>رمز الاستخدام الواحد قديم جدًا. يُرجى طلب رمز جديد من القيادة.</translation>
    </message>
    <message>
        <source>The one-time code was used already. Ask HQ for a new one.</source>
        <translation>استُعمل رمز الاستخدام الواحد من قبل. يُرجى طلب رمز جديد من القيادة.</translation>
    </message>
    <message>
        <source>The passphrase cannot be read. It has to be the first line of a text in UTF-8.</source>
        <translation>لا يمكن قراءة عبارة المرور. يجب أن تكون السطر الأول من نص بترميز UTF-8.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let this laptop through to HQ. Everything is saved here. Ask whoever runs the network to allow HQ's address, or use another network.</source>
        <translation>لا يسمح الخادم الوكيل (proxy) في هذه الشبكة لهذا الحاسوب بالوصول إلى القيادة. كل شيء محفوظ هنا. يُرجى الطلب من المسؤول عن الشبكة السماح بعنوان القيادة، أو استعمال شبكة أخرى.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Everything is saved here. Ask whoever runs the network to let HQ's address through without, or use another network.</source>
        <translation>يطلب الخادم الوكيل (proxy) في هذه الشبكة اسمًا وكلمة مرور. كل شيء محفوظ هنا. يُرجى الطلب من المسؤول عن الشبكة السماح بعنوان القيادة دونهما، أو استعمال شبكة أخرى.</translation>
    </message>
    <message>
        <source>The reports of this laptop cannot be opened, but it keeps a copy of them.</source>
        <translation>لا يمكن فتح تقارير هذا الحاسوب، لكنه يحتفظ بنسخة منها.</translation>
    </message>
    <message>
        <source>The reports on this laptop cannot be opened. Restore the folder from its copy.</source>
        <translation>لا يمكن فتح التقارير على هذا الحاسوب. يُرجى استعادة المجلد من نسخته.</translation>
    </message>
    <message>
        <source>The store is in use by another window. Wait a moment and try again.</source>
        <translation>نافذة أخرى تستعمل البيانات. يُرجى الانتظار قليلًا ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>The store of this laptop is damaged. Keep the folder as it is and restore a copy.</source>
        <translation>بيانات هذا الحاسوب تالفة. يُرجى ترك المجلد كما هو واستعادة نسخة.</translation>
    </message>
    <message>
        <source>The text of this report was removed from this laptop after HQ received it. To correct it, file a new report that names its number.</source>
        <translation>أُزيل نص هذا التقرير من هذا الحاسوب بعد أن استلمته القيادة. لتصحيحه يُرجى تقديم تقرير جديد يذكر رقمه.</translation>
    </message>
    <message>
        <source>There is no connection to HQ. Everything is saved and goes when the link is back.</source>
        <translation>لا يوجد اتصال بالقيادة. كل شيء محفوظ ويُرسل عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>There is no such grid zone. It is a number from 1 to 60 and a letter from C to X.</source>
        <translation>لا توجد منطقة MGRS كهذه. هي رقم من 1 إلى 60 وحرف من C إلى X.</translation>
    </message>
    <message>
        <source>There is no such month. Use the English abbreviations JAN to DEC.</source>
        <translation>لا يوجد شهر كهذا. يُرجى استعمال الاختصارات الإنكليزية من JAN إلى DEC.</translation>
    </message>
    <message>
        <source>There is no such report on this laptop. Check the number.</source>
        <translation>لا يوجد تقرير كهذا على هذا الحاسوب. يُرجى التحقق من الرقم.</translation>
    </message>
    <message>
        <source>There is no such time of day. Hours run from 00 to 23; midnight is 0000, never 2400.</source>
        <translation>لا يوجد وقت كهذا. الساعات من 00 إلى 23؛ ومنتصف الليل 0000 وليس 2400.</translation>
    </message>
    <message>
        <source>There is no such time zone. Use a letter, or an offset such as +0530.</source>
        <translation>لا توجد منطقة زمنية كهذه. يُرجى استعمال حرف، أو فارق مثل ⁨+0530⁩.</translation>
    </message>
    <message>
        <source>There is not enough room on the stick. Nothing was left on it; free some and try again.</source>
        <translation>لا توجد مساحة كافية على ذاكرة USB. لم يُترك عليها شيء؛ يُرجى تحرير مساحة ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>There is too little room on the disk for photos: they need 500 MB free. Save the report without them, and add them when there is room.</source>
        <translation>المساحة على القرص لا تكفي للصور: يلزمها 500 ميغابايت خالية. يُرجى حفظ التقرير من دونها وإضافتها عندما تتوفر مساحة.</translation>
    </message>
    <message>
        <source>These answers cannot be read. Choose another file or ask headquarters.</source>
        <translation>لا يمكن قراءة هذه الإجابات. يُرجى اختيار ملف آخر أو سؤال القيادة.</translation>
    </message>
    <message>
        <source>These reports were saved by a newer version of the app. Update the app to open them.</source>
        <translation>حُفظت هذه التقارير بإصدار أحدث من التطبيق. يُرجى تحديث التطبيق لفتحها.</translation>
    </message>
    <message>
        <source>This account may not use a file or folder that is needed.</source>
        <translation>لا يُسمح لهذا الحساب باستعمال ملف أو مجلد لازم.</translation>
    </message>
    <message>
        <source>This account may not use the file with this laptop's reports. Nothing was changed.</source>
        <translation>لا يُسمح لهذا الحساب باستعمال ملف تقارير هذا الحاسوب. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This answer does not fit the request made here last. Nothing was changed.</source>
        <translation>هذا الرد لا يوافق آخر طلب أُعدّ هنا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This answer is not allowed here.</source>
        <translation>هذه الإجابة غير مسموح بها هنا.</translation>
    </message>
    <message>
        <source>This bundle belongs to another mission or laptop. Nothing was taken from it.</source>
        <translation>هذه الرزمة تخص بعثة أخرى أو حاسوبًا آخر. لم يُؤخذ منها شيء.</translation>
    </message>
    <message>
        <source>This computer does not allow the app to change what starts with it. Reports are still sent whenever the app is open.</source>
        <translation>لا يسمح هذا الحاسوب للتطبيق بتغيير ما يبدأ معه. تُرسل التقارير رغم ذلك ما دام التطبيق مفتوحًا.</translation>
    </message>
    <message>
        <source>This copy of the reports cannot be used. Nothing was changed; choose another one.</source>
        <translation>لا يمكن استخدام هذه النسخة من التقارير. لم يتغير شيء؛ يُرجى اختيار نسخة أخرى.</translation>
    </message>
    <message>
        <source>This draft is no longer on this laptop.</source>
        <translation>لم تعد هذه المسودة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This file does not ask for recovery, or it was changed on its way. Ask for a new one.</source>
        <translation>هذا الملف لا يطلب استعادة، أو غُيّر في الطريق. يُرجى طلب ملف جديد.</translation>
    </message>
    <message>
        <source>This file is damaged or was not made by your mission's HQ. Ask HQ for a new copy.</source>
        <translation>هذا الملف تالف أو لم تُعدّه قيادة بعثتكم. يُرجى طلب نسخة جديدة من القيادة.</translation>
    </message>
    <message>
        <source>This file is empty. Choose it again, or another one.</source>
        <translation>هذا الملف فارغ. يُرجى اختياره من جديد، أو اختيار غيره.</translation>
    </message>
    <message>
        <source>This file is not a report bundle. Choose the file that was exported by the app.</source>
        <translation>هذا الملف ليس رزمة تقارير. يُرجى اختيار الملف الذي صدّره التطبيق.</translation>
    </message>
    <message>
        <source>This form cannot be used here. Ask headquarters for a corrected form.</source>
        <translation>لا يمكن استعمال هذا النموذج هنا. يُرجى طلب نموذج مصحّح من القيادة.</translation>
    </message>
    <message>
        <source>This is not a date-time group. Write day, time, zone, month, year: 061020A NOV 26.</source>
        <translation>هذه ليست مجموعة تاريخ ووقت. يُرجى كتابة اليوم والوقت والمنطقة والشهر والسنة هكذا: ⁨061020A NOV 26⁩.</translation>
    </message>
    <message>
        <source>This is not a grid. Write zone, square and an even number of digits: 32Q QF 8947 4793.</source>
        <translation>هذه ليست إحداثيات MGRS. يُرجى كتابة المنطقة والمربع وعدد زوجي من الأرقام هكذا: ⁨32Q QF 8947 4793⁩.</translation>
    </message>
    <message>
        <source>This is not a position. Write latitude, then longitude: 18.50205, 11.74144.</source>
        <translation>هذا ليس موقعًا. يُرجى كتابة خط العرض ثم خط الطول: ⁨18.50205, 11.74144⁩.</translation>
    </message>
    <message>
        <source>This is not a report number. It has five parts, such as TS7-FOM-2026-0031-K.</source>
        <translation>هذا ليس رقم تقرير. له خمسة أجزاء، مثل ⁨TS7-FOM-2026-0031-K⁩.</translation>
    </message>
    <message>
        <source>This laptop already belongs to another mission. Use a new folder for this one.</source>
        <translation>هذا الحاسوب يخص بعثة أخرى بالفعل. يُرجى استعمال مجلد جديد لهذه البعثة.</translation>
    </message>
    <message>
        <source>This laptop already has these forms or lists, or newer ones. Nothing was changed.</source>
        <translation>هذه النماذج أو القوائم موجودة على هذا الحاسوب، أو أحدث منها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>This laptop got a new key after you asked; the answer is too old. Nothing was changed.</source>
        <translation>حصل هذا الحاسوب على مفتاح جديد بعد طلبكم؛ الرد قديم جدًا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This laptop has a new key since you came in. Lock it and unlock it, then try again.</source>
        <translation>صار لهذا الحاسوب مفتاح جديد منذ دخولك. يُرجى قفله وفتحه ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>This laptop has no mission file yet. Choose the file that HQ gave you.</source>
        <translation>لا يوجد ملف بعثة على هذا الحاسوب بعد. يُرجى اختيار الملف الذي سلّمته القيادة.</translation>
    </message>
    <message>
        <source>This laptop is not set up for a mission yet. Enrol it with HQ's profile and a code.</source>
        <translation>لم يُجهَّز هذا الحاسوب لبعثة بعد. يُرجى تسجيله بملف البعثة من القيادة ورمز.</translation>
    </message>
    <message>
        <source>This laptop is not set up yet. Use the mission file and code from HQ.</source>
        <translation>لم يُجهَّز هذا الحاسوب بعد. يُرجى استعمال ملف البعثة والرمز من القيادة.</translation>
    </message>
    <message>
        <source>This laptop was set back to an older copy. You can read everything here, but nothing more goes to HQ under this name. Ask HQ for a new code and enrol under another name; then file again what still waits.</source>
        <translation>أُعيد هذا الحاسوب إلى نسخة أقدم. يمكن قراءة كل شيء هنا، لكن لا يُرسل شيء آخر إلى القيادة بهذا الاسم. يُرجى طلب رمز جديد من القيادة والتسجيل باسم آخر؛ ثم تقديم ما زال ينتظر من جديد.</translation>
    </message>
    <message>
        <source>This may be a way to reach somebody. Leave it out; it is not needed here.</source>
        <translation>قد تكون هذه وسيلة للوصول إلى شخص. احذفها، فلا حاجة إليها هنا.</translation>
    </message>
    <message>
        <source>This may be somebody's age. Leave it out and choose child or adult above.</source>
        <translation>قد يكون هذا عمر شخص. احذفه واختر أعلاه طفلا أو بالغا.</translation>
    </message>
    <message>
        <source>This may be somebody's name. Leave it out and write only: a woman, a child, a group.</source>
        <translation>قد يكون هذا اسم شخص. احذفه واكتب فقط: امرأة أو طفل أو مجموعة.</translation>
    </message>
    <message>
        <source>This may lead to somebody's home. Leave it out and name only the village or the area.</source>
        <translation>قد يدل هذا على مسكن شخص. احذفه واذكر القرية أو المنطقة فقط.</translation>
    </message>
    <message>
        <source>This network opens sealed connections to look into them, so nothing was sent. Ask whoever runs it to leave HQ's address out of that, or use another network, then try again.</source>
        <translation>هذه الشبكة تفتح الاتصالات المختومة لتفحصها، لذلك لم يُرسل شيء. يُرجى الطلب من المسؤول عنها استثناء عنوان القيادة، أو استعمال شبكة أخرى، ثم المحاولة من جديد.</translation>
    </message>
    <message>
        <source>This passphrase does not open the laptop. Nothing was changed; check and try again.</source>
        <translation>عبارة المرور هذه لا تفتح الحاسوب. لم يتغيّر شيء؛ يُرجى التحقق والمحاولة من جديد.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use at least four words or 16 characters.</source>
        <translation type="vanished">عبارة المرور هذه سهلة التخمين. يُرجى استعمال أربع كلمات أو 16 حرفًا على الأقل.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">عبارة المرور هذه سهلة التخمين. يُرجى استعمال أربع كلمات أو أكثر لا صلة بينها.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four words that do not belong together.</source>
        <translation>عبارة المرور هذه سهلة التخمين. يُرجى استعمال أربع كلمات لا صلة بينها.</translation>
    </message>
    <message>
        <source>This person has drafts that nobody else can open. Let them file or delete them first.</source>
        <translation>لهذا الشخص مسودات لا يستطيع غيره فتحها. يلزم أن يقدّمها أو يحذفها أولًا.</translation>
    </message>
    <message>
        <source>This person has more rights than you have. Somebody with the same role can remove them.</source>
        <translation>لهذا الشخص صلاحيات أكثر من صلاحياتك. يستطيع إزالته من له الدور نفسه.</translation>
    </message>
    <message>
        <source>This photo has more than 50 million pixels. Choose a smaller one.</source>
        <translation>تحتوي هذه الصورة على أكثر من 50 مليون بكسل. يُرجى اختيار صورة أصغر.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be added. Copy it from the camera again.</source>
        <translation>هذه الصورة تالفة ولا يمكن إضافتها. يُرجى نسخها من الكاميرا مرة أخرى.</translation>
    </message>
    <message>
        <source>This photo is no longer part of the draft.</source>
        <translation>لم تعد هذه الصورة جزءًا من المسودة.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop yet.</source>
        <translation>لم تصل هذه الصورة إلى هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop.</source>
        <translation>هذه الصورة ليست على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This place is too exact. Give the square of 1 km, such as 32QQF8947, or the area.</source>
        <translation>هذا المكان محدد أكثر مما ينبغي. اذكر مربع الكيلومتر الواحد، مثلا 32QQF8947، أو المنطقة.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>هذا السؤال يحتاج إلى إجابة.</translation>
    </message>
    <message>
        <source>This report is sealed, and nobody on this laptop can open it any more. To correct it or add to it, file a new report that names its number.</source>
        <translation>هذا التقرير مختوم، ولم يعد أحد على هذا الحاسوب يستطيع فتحه. لتصحيحه أو الإضافة إليه يُرجى تقديم تقرير جديد يذكر رقمه.</translation>
    </message>
    <message>
        <source>This report was sealed for other people. You cannot open it here.</source>
        <translation>خُتم هذا التقرير لأشخاص آخرين. لا يمكنك فتحه هنا.</translation>
    </message>
    <message>
        <source>This report was withdrawn. It can be read, but not changed any more.</source>
        <translation>سُحب هذا التقرير. يمكن قراءته، لكن لا يمكن تغييره بعد الآن.</translation>
    </message>
    <message>
        <source>This report was written with a form that is not installed here. Update the app.</source>
        <translation>كُتب هذا التقرير بنموذج غير مثبّت هنا. يُرجى تحديث التطبيق.</translation>
    </message>
    <message>
        <source>This says whose relative it is. Leave it out and write only: a woman, a child.</source>
        <translation>هذا يبين قرابة الشخص. احذفه واكتب فقط: امرأة أو طفل.</translation>
    </message>
    <message>
        <source>This sealed report is damaged and does not open. Ask its author to file it again.</source>
        <translation>هذا التقرير المختوم تالف ولا يُفتح. يُرجى أن تطلب من كاتبه تقديمه من جديد.</translation>
    </message>
    <message>
        <source>This square lies outside its grid zone. Correct the grid, or say why it is right.</source>
        <translation>يقع هذا المربع خارج منطقته. يُرجى تصحيح الإحداثيات، أو ذكر سبب صحتها.</translation>
    </message>
    <message>
        <source>This text is not what was sent, or its end is missing. Ask for it to be repeated.</source>
        <translation>هذا النص ليس ما أُرسل، أو أن نهايته ناقصة. اطلب إعادته.</translation>
    </message>
    <message>
        <source>This text is too long for this form. Make it shorter.</source>
        <translation>هذا النص أطول مما تتسع له هذه الاستمارة. اختصره.</translation>
    </message>
    <message>
        <source>This unit is not in the mission file. Check the unit's short code.</source>
        <translation>هذه الوحدة غير موجودة في ملف البعثة. يُرجى التحقق من رمز الوحدة المختصر.</translation>
    </message>
    <message>
        <source>This was made by a newer version of the app. Update this computer first.</source>
        <translation>هذا من صنع إصدار أحدث من التطبيق. يُرجى تحديث هذا الحاسوب أولًا.</translation>
    </message>
    <message>
        <source>This was sealed for another mission or laptop and cannot be opened here.</source>
        <translation>خُتم هذا لبعثة أخرى أو لحاسوب آخر ولا يمكن فتحه هنا.</translation>
    </message>
    <message>
        <source>This zone has no such 100 km square. Check the two letters, and the map: maps on an older datum letter their squares differently.</source>
        <translation>لا يوجد في هذه المنطقة مربع 100 كم كهذا. يُرجى التحقق من الحرفين ومن الخريطة: فالخرائط على مرجع أقدم تسمّي مربعاتها بطريقة أخرى.</translation>
    </message>
    <message>
        <source>Too many wrong one-time codes were tried. Wait a day, then ask HQ for a new one.</source>
        <translation>جُرّبت رموز خاطئة كثيرة. يُرجى الانتظار يومًا ثم طلب رمز جديد من القيادة.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>What answered at HQ's address is not your HQ, so nothing was sent. If this network has a log-in page, log in there first; if it goes on, tell HQ.</source>
        <translation>ما ردّ على عنوان القيادة ليس قيادتكم، ولذلك لم يُرسل شيء. إذا كانت لهذه الشبكة صفحة تسجيل دخول فيُرجى تسجيل الدخول فيها أولًا؛ وإذا استمر الأمر فيُرجى إبلاغ القيادة.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. A colleague who works on this laptop can.</source>
        <translation>لا يمكن لأحد إزالة نفسه. يستطيع ذلك زميل يعمل على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Your mission does not allow reports on USB sticks. They go when there is a connection.</source>
        <translation>لا تسمح بعثتكم بنقل التقارير على ذاكرة USB. تُرسل عند توفر اتصال.</translation>
    </message>
    <message>
        <source>Your new passphrase is in use, but the reports did not get a new key.</source>
        <translation>عبارة المرور الجديدة مستعملة، لكن التقارير لم تحصل على مفتاح جديد.</translation>
    </message>
</context>
<context>
    <name>Hand-over</name>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked as high as the highest report on it.</source>
        <translation>النسخة غير مشفرة: يستطيع قراءتها كل من يجدها. وهي تحمل أعلى درجة سرية للتقارير الواردة فيها.</translation>
    </message>
    <message>
        <source>Beginning of the watch</source>
        <translation>بداية النوبة</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>نسخ هذه الصفحة</translation>
    </message>
    <message>
        <source>Due in {span}</source>
        <translation>يُستحق خلال {span}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>وقت التقديم</translation>
    </message>
    <message>
        <source>From a date-time group</source>
        <translation>من مجموعة تاريخ ووقت</translation>
    </message>
    <message>
        <source>From {since} to {now}</source>
        <translation>من {since} إلى {now}</translation>
    </message>
    <message>
        <source>Further reports</source>
        <translation>تقارير أخرى</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>القيادة</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>تسليم النوبة</translation>
    </message>
    <message>
        <source>In this time nothing was filed, and nothing waits or is asked.</source>
        <translation>لم يُقدَّم شيء في هذه الفترة، ولا شيء في الانتظار ولا أسئلة.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>لا شيء للتسليم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>درجة الأسبقية</translation>
    </message>
    <message>
        <source>Question for {person}</source>
        <translation>سؤال إلى {person}</translation>
    </message>
    <message>
        <source>Reports of the watch</source>
        <translation>تقارير النوبة</translation>
    </message>
    <message>
        <source>Sealed, not on this paper</source>
        <translation>مختومة، ليست على هذه الورقة</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>منذ متى</translation>
    </message>
    <message numerus="yes">
        <source>The last {count} hours</source>
        <translation>
            <numerusform>آخر {count} ساعة</numerusform>
            <numerusform>آخر ساعة</numerusform>
            <numerusform>آخر ساعتين</numerusform>
            <numerusform>آخر {count} ساعات</numerusform>
            <numerusform>آخر {count} ساعة</numerusform>
            <numerusform>آخر {count} ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more reports than this page holds. The list has them all.</source>
        <translation>عدد التقارير أكبر مما تتسع له هذه الصفحة. القائمة تضمها كلها.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>تنبيهات</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>What this watch leaves to the next.</source>
        <translation type="vanished">ما تتركه هذه النوبة للتي تليها.</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of yours</source>
        <translation>
            <numerusform>لا مسودات لكم</numerusform>
            <numerusform>مسودة واحدة لكم</numerusform>
            <numerusform>مسودتان لكم</numerusform>
            <numerusform>{count} مسودات لكم</numerusform>
            <numerusform>{count} مسودة لكم</numerusform>
            <numerusform>{count} مسودة لكم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} due soon</source>
        <translation>
            <numerusform>لا تقارير تُستحق قريبًا</numerusform>
            <numerusform>تقرير واحد يُستحق قريبًا</numerusform>
            <numerusform>تقريران يُستحقان قريبًا</numerusform>
            <numerusform>{count} تقارير تُستحق قريبًا</numerusform>
            <numerusform>{count} تقريرًا يُستحق قريبًا</numerusform>
            <numerusform>{count} تقرير يُستحق قريبًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} filed</source>
        <translation>
            <numerusform>لا تقارير مقدَّمة</numerusform>
            <numerusform>تقرير واحد مقدَّم</numerusform>
            <numerusform>تقريران مقدَّمان</numerusform>
            <numerusform>{count} تقارير مقدَّمة</numerusform>
            <numerusform>{count} تقريرًا مقدَّمًا</numerusform>
            <numerusform>{count} تقرير مقدَّم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} late</source>
        <translation>
            <numerusform>لا تقارير متأخرة</numerusform>
            <numerusform>تقرير واحد متأخر</numerusform>
            <numerusform>تقريران متأخران</numerusform>
            <numerusform>{count} تقارير متأخرة</numerusform>
            <numerusform>{count} تقريرًا متأخرًا</numerusform>
            <numerusform>{count} تقرير متأخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} questions open</source>
        <translation>
            <numerusform>لا أسئلة مفتوحة</numerusform>
            <numerusform>سؤال واحد مفتوح</numerusform>
            <numerusform>سؤالان مفتوحان</numerusform>
            <numerusform>{count} أسئلة مفتوحة</numerusform>
            <numerusform>{count} سؤالًا مفتوحًا</numerusform>
            <numerusform>{count} سؤال مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} to be sent</source>
        <translation>
            <numerusform>لا شيء بانتظار الإرسال</numerusform>
            <numerusform>تقرير واحد بانتظار الإرسال</numerusform>
            <numerusform>تقريران بانتظار الإرسال</numerusform>
            <numerusform>{count} تقارير بانتظار الإرسال</numerusform>
            <numerusform>{count} تقريرًا بانتظار الإرسال</numerusform>
            <numerusform>{count} تقرير بانتظار الإرسال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>يبدو أن مفتاح الأحرف الكبيرة مفعّل.</translation>
    </message>
    <message>
        <source>Forgotten passphrase?</source>
        <translation>نسيتم عبارة المرور؟</translation>
    </message>
    <message>
        <source>Go back to the copy</source>
        <translation>العودة إلى النسخة</translation>
    </message>
    <message>
        <source>HQ holds more than the copy, and nothing of that is lost at HQ. But after going back nothing more goes to HQ under this name: ask HQ for a new code.</source>
        <translation>لدى القيادة أكثر مما في النسخة، ولم يُفقد شيء منه لديها. لكن بعد العودة لن يُرسل إلى القيادة شيء آخر بهذا الاسم: اطلب من القيادة رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>إخفاء عبارة المرور</translation>
    </message>
    <message>
        <source>Opening ...</source>
        <translation>جارٍ الفتح ...</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>الأشخاص على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>إظهار عبارة المرور</translation>
    </message>
    <message numerus="yes">
        <source>The copy holds {count} records, as on {day}.</source>
        <translation>
            <numerusform>لا سجلات في النسخة، كما في {day}.</numerusform>
            <numerusform>في النسخة سجل واحد، كما في {day}.</numerusform>
            <numerusform>في النسخة سجلان، كما في {day}.</numerusform>
            <numerusform>في النسخة {count} سجلات، كما في {day}.</numerusform>
            <numerusform>في النسخة {count} سجلًا، كما في {day}.</numerusform>
            <numerusform>في النسخة {count} سجل، كما في {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept. Type your passphrase to go back.</source>
        <translation>يُحتفظ بالملف التالف. اكتب عبارة المرور للعودة.</translation>
    </message>
    <message numerus="yes">
        <source>This laptop keeps a copy: {count} records, as on {day}.</source>
        <translation type="vanished">
            <numerusform>يحتفظ هذا الحاسوب بنسخة لا سجلات فيها، كما في {day}.</numerusform>
            <numerusform>يحتفظ هذا الحاسوب بنسخة: سجل واحد، كما في {day}.</numerusform>
            <numerusform>يحتفظ هذا الحاسوب بنسخة: سجلان، كما في {day}.</numerusform>
            <numerusform>يحتفظ هذا الحاسوب بنسخة: {count} سجلات، كما في {day}.</numerusform>
            <numerusform>يحتفظ هذا الحاسوب بنسخة: {count} سجلًا، كما في {day}.</numerusform>
            <numerusform>يحتفظ هذا الحاسوب بنسخة: {count} سجل، كما في {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This passphrase is not right. Nothing was changed.</source>
        <translation>عبارة المرور هذه غير صحيحة. لم يتغيّر شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in {count} seconds.</source>
        <translation>
            <numerusform>يمكن المحاولة الآن.</numerusform>
            <numerusform>يمكن المحاولة بعد ثانية واحدة.</numerusform>
            <numerusform>يمكن المحاولة بعد ثانيتين.</numerusform>
            <numerusform>يمكن المحاولة بعد {count} ثوانٍ.</numerusform>
            <numerusform>يمكن المحاولة بعد {count} ثانية.</numerusform>
            <numerusform>يمكن المحاولة بعد {count} ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Unlock this laptop</source>
        <translation>فتح قفل هذا الحاسوب</translation>
    </message>
    <message>
        <source>What was written after that, drafts included, is not in it.</source>
        <translation>ما كُتب بعد ذلك، بما فيه المسودات، ليس فيها.</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>All times</source>
        <translation>كل الأوقات</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>As on {time}</source>
        <translation>الوضع في {time}</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>العودة إلى الاستمارة</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>العودة إلى الاستمارة (Esc)</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>العودة إلى نقطة البداية</translation>
    </message>
    <message>
        <source>Bearing and distance only</source>
        <translation>الاتجاه والمسافة فقط</translation>
    </message>
    <message>
        <source>Choose the place on the map</source>
        <translation>اختيار المكان على الخريطة</translation>
    </message>
    <message>
        <source>Click a place, or move the cross with the arrow keys and press Enter. Here that means a square of {side}; go closer for a smaller one.</source>
        <translation>يُرجى النقر على مكان، أو تحريك العلامة بمفاتيح الأسهم ثم الضغط على Enter. يعني ذلك هنا مربعًا بضلع {side}، وبالتقريب يصغر المربع.</translation>
    </message>
    <message>
        <source>Click or Enter sets a point. Backspace takes it back. Esc ends.</source>
        <translation>النقر أو Enter لوضع نقطة، وBackspace لإزالتها، وEsc للإنهاء.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Closed area</source>
        <translation>منطقة محظورة</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>تقريب</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخت</translation>
    </message>
    <message>
        <source>Copy this grid (C)</source>
        <translation>نسخ هذه الإحداثيات (C)</translation>
    </message>
    <message>
        <source>From the last point: {length}</source>
        <translation>من النقطة الأخيرة: {length}</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>إبعاد</translation>
    </message>
    <message>
        <source>Go closer to choose a square: click, the wheel, or the + key.</source>
        <translation>يُرجى التقريب لاختيار مربع: بالنقر أو العجلة أو المفتاح +.</translation>
    </message>
    <message>
        <source>Grid pointed at: {grid}</source>
        <translation>الإحداثيات المشار إليها: {grid}</translation>
    </message>
    <message>
        <source>Grid {bearing}</source>
        <translation>شمال الشبكة {bearing}</translation>
    </message>
    <message>
        <source>Grid: MGRS on WGS 84. True north is up.</source>
        <translation>الشبكة: MGRS على ⁨WGS 84⁩. الشمال الجغرافي إلى الأعلى.</translation>
    </message>
    <message numerus="yes">
        <source>In all with {count} points: {length}</source>
        <translation>
            <numerusform>المجموع بلا نقاط: {length}</numerusform>
            <numerusform>المجموع بنقطة واحدة: {length}</numerusform>
            <numerusform>المجموع بنقطتين: {length}</numerusform>
            <numerusform>المجموع بـ{count} نقاط: {length}</numerusform>
            <numerusform>المجموع بـ{count} نقطة: {length}</numerusform>
            <numerusform>المجموع بـ{count} نقطة: {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>آخر 12 شهرًا</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>مفتاح الخريطة</translation>
    </message>
    <message>
        <source>Lines on this map may be off by a kilometre; check with your own map.</source>
        <translation>قد تنحرف خطوط هذه الخريطة كيلومترًا؛ يُرجى التحقق على الخريطة المتوفرة.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Map of reports</source>
        <translation>خريطة التقارير</translation>
    </message>
    <message>
        <source>Map to choose a place on</source>
        <translation>خريطة لاختيار مكان</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>Military grid</source>
        <translation>الشبكة العسكرية</translation>
    </message>
    <message>
        <source>Newer report here</source>
        <translation>تقرير أحدث هنا</translation>
    </message>
    <message>
        <source>No grid here</source>
        <translation>لا إحداثيات هنا</translation>
    </message>
    <message>
        <source>No report with a grid fits these filters.</source>
        <translation>لا تقرير ذا إحداثيات يطابق عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>No reports yet. Those with a grid appear here.</source>
        <translation>لا تقارير بعد. تظهر هنا التقارير ذات الإحداثيات.</translation>
    </message>
    <message>
        <source>North</source>
        <translation>شمال</translation>
    </message>
    <message>
        <source>Older report here</source>
        <translation>تقرير أقدم هنا</translation>
    </message>
    <message>
        <source>Only a large square known</source>
        <translation>لا يُعرف سوى مربع كبير</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Place of the report</source>
        <translation>مكان التقرير</translation>
    </message>
    <message>
        <source>Rejected or withdrawn</source>
        <translation>مرفوض أو مسحوب</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>حفظ بصيغة صورة</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>حفظ الخريطة</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Show all reports</source>
        <translation>إظهار كل التقارير</translation>
    </message>
    <message>
        <source>Somewhere in this square of {side}</source>
        <translation>في موضع ما من هذا المربع بضلع {side}</translation>
    </message>
    <message>
        <source>Standing ban on an area in this square of {side}</source>
        <translation>حظر دائم لمنطقة ضمن هذا المربع بضلع {side}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>إنهاء القياس</translation>
    </message>
    <message>
        <source>Take this square</source>
        <translation>اعتماد هذا المربع</translation>
    </message>
    <message>
        <source>The boundaries and names shown do not imply official endorsement.</source>
        <translation>لا تعني الحدود والأسماء المبينة إقرارًا رسميًا بها.</translation>
    </message>
    <message>
        <source>This report has no grid.</source>
        <translation>لا إحداثيات لهذا التقرير.</translation>
    </message>
    <message>
        <source>True {bearing}</source>
        <translation>الشمال الجغرافي {bearing}</translation>
    </message>
    <message>
        <source>Type of report</source>
        <translation>نوع التقرير</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>عاجل</translation>
    </message>
    <message numerus="yes">
        <source>{count} more have no grid</source>
        <translation>
            <numerusform>لا تقارير أخرى بلا إحداثيات</numerusform>
            <numerusform>تقرير آخر بلا إحداثيات</numerusform>
            <numerusform>تقريران آخران بلا إحداثيات</numerusform>
            <numerusform>{count} تقارير أخرى بلا إحداثيات</numerusform>
            <numerusform>{count} تقريرًا آخر بلا إحداثيات</numerusform>
            <numerusform>{count} تقرير آخر بلا إحداثيات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports</source>
        <translation>
            <numerusform>لا تقارير</numerusform>
            <numerusform>تقرير واحد</numerusform>
            <numerusform>تقريران</numerusform>
            <numerusform>{count} تقارير</numerusform>
            <numerusform>{count} تقريرًا</numerusform>
            <numerusform>{count} تقرير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports are shown. Tab goes through them, Enter opens.</source>
        <translation>
            <numerusform>لا تقارير على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
            <numerusform>تقرير واحد على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
            <numerusform>تقريران على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
            <numerusform>{count} تقارير على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
            <numerusform>{count} تقريرًا على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
            <numerusform>{count} تقرير على الخريطة. يُتنقَّل بينها بمفتاح Tab، وتُفتح بمفتاح Enter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports have no grid</source>
        <translation type="vanished">
            <numerusform>لا تقارير بلا إحداثيات</numerusform>
            <numerusform>تقرير واحد بلا إحداثيات</numerusform>
            <numerusform>تقريران بلا إحداثيات</numerusform>
            <numerusform>{count} تقارير بلا إحداثيات</numerusform>
            <numerusform>{count} تقريرًا بلا إحداثيات</numerusform>
            <numerusform>{count} تقرير بلا إحداثيات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports on the map</source>
        <translation>
            <numerusform>لا تقارير على الخريطة</numerusform>
            <numerusform>تقرير واحد على الخريطة</numerusform>
            <numerusform>تقريران على الخريطة</numerusform>
            <numerusform>{count} تقارير على الخريطة</numerusform>
            <numerusform>{count} تقريرًا على الخريطة</numerusform>
            <numerusform>{count} تقرير على الخريطة</numerusform>
        </translation>
    </message>
    <message>
        <source>{degrees} ({mils} mils)</source>
        <translation>{degrees} ({mils} ميل زاوي)</translation>
    </message>
    <message>
        <source>{grid}, a square of {side}.</source>
        <translation>{grid}، مربع بضلع {side}.</translation>
    </message>
    <message>
        <source>{length}, about 1 : {scale}</source>
        <translation>{length}، نحو 1 : {scale}</translation>
    </message>
    <message>
        <source>{near} to {far} from the observer, true bearing {bearing}</source>
        <translation>من {near} إلى {far} من المراقب، الاتجاه من الشمال الجغرافي {bearing}</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} كم</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} م</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} من {count}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>&amp;Minutes of link</source>
        <translation>د&amp;قائق الاتصال</translation>
    </message>
    <message>
        <source>About {share} percent of the text will be through.</source>
        <translation>سيمرّ نحو {share} بالمئة من النصوص.</translation>
    </message>
    <message>
        <source>All text will be through, photos not all.</source>
        <translation>ستمرّ كل النصوص، وليس كل الصور.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Ask HQ again</source>
        <translation>إعادة الطلب من القيادة</translation>
    </message>
    <message>
        <source>Choose the USB stick</source>
        <translation>اختيار ذاكرة USB</translation>
    </message>
    <message>
        <source>Choose the file from HQ</source>
        <translation>اختيار الملف الوارد من القيادة</translation>
    </message>
    <message>
        <source>Code lists of version {number} were taken in.</source>
        <translation>أُدخلت قوائم الرموز من الإصدار {number}.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Everything costs {price}.</source>
        <translation>يكلّف الكل {price}.</translation>
    </message>
    <message>
        <source>Everything will be through.</source>
        <translation>سيمرّ كل شيء.</translation>
    </message>
    <message>
        <source>Files from HQ</source>
        <translation>ملفات من القيادة</translation>
    </message>
    <message>
        <source>Flash report</source>
        <translation>تقرير عاجل</translation>
    </message>
    <message>
        <source>Forms of version {number} were taken in.</source>
        <translation>أُدخلت النماذج من الإصدار {number}.</translation>
    </message>
    <message>
        <source>HQ has everything</source>
        <translation>كل شيء لدى القيادة</translation>
    </message>
    <message>
        <source>HQ has not let you in yet. What you file is sealed and sent all the same, and read once HQ has let you in. If HQ gave you another code, ask with it here.</source>
        <translation>لم توافق القيادة على الدخول بعد. ما يُقدَّم يُختم ويُرسل مع ذلك، ويُقرأ بعد موافقة القيادة. إن أعطت القيادة رمزًا آخر فيمكن استعماله هنا.</translation>
    </message>
    <message>
        <source>Imported report</source>
        <translation>تقرير مستورد</translation>
    </message>
    <message>
        <source>Load from USB stick</source>
        <translation>تحميل من ذاكرة USB</translation>
    </message>
    <message>
        <source>Looking for a link ...</source>
        <translation>جارٍ البحث عن اتصال ...</translation>
    </message>
    <message>
        <source>Not everything fitted: save a second file as well.</source>
        <translation>لم يتّسع الملف لكل شيء: يُرجى حفظ ملف ثانٍ أيضًا.</translation>
    </message>
    <message>
        <source>Note of an opening or a copy</source>
        <translation type="vanished">إشعار بفتح تقرير أو نسخه</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message>
        <source>Nothing to send yet.</source>
        <translation>لا شيء للإرسال بعد.</translation>
    </message>
    <message>
        <source>Nothing will be through.</source>
        <translation>لن يمرّ شيء.</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;رمز الاستخدام الواحد</translation>
    </message>
    <message>
        <source>Opened or copied</source>
        <translation>فتح أو نسخ</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق الصادر</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>أُضيفت صور</translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>جارٍ القراءة ...</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>مُستلَم</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>سجل</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and what HQ has of them.</source>
        <translation>تظهر هنا التقارير التي تقدمونها، وما وصل منها إلى القيادة.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>Save to USB stick</source>
        <translation>حفظ على ذاكرة USB</translation>
    </message>
    <message>
        <source>Saved as {name} ({size}). Carry it to HQ; the reports stay here until HQ has them.</source>
        <translation>حُفظ باسم {name} ({size}). يُرجى نقله إلى القيادة؛ تبقى التقارير هنا حتى تصل إلى القيادة.</translation>
    </message>
    <message>
        <source>Sealed for HQ. Nobody who finds the stick can read it.</source>
        <translation>مختوم للقيادة. لا يستطيع أحد قراءة ذاكرة يعثر عليها.</translation>
    </message>
    <message>
        <source>Sealed report opened</source>
        <translation type="vanished">فُتح تقرير مختوم</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>وقت التوقيع</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Taken in from HQ: receipts {receipts}, records {records}.</source>
        <translation>ورد من القيادة. الإيصالات: {receipts}، السجلات: {records}.</translation>
    </message>
    <message>
        <source>Text takes {size} and {time}.</source>
        <translation>تحتاج النصوص إلى {size} و{time}.</translation>
    </message>
    <message>
        <source>The file was cut short. Ask HQ for it again.</source>
        <translation>الملف مبتور. يُرجى طلبه من القيادة مرة أخرى.</translation>
    </message>
    <message>
        <source>The text costs {price}, the smallest charge.</source>
        <translation>تكلّف النصوص {price}، وهو أقل مبلغ.</translation>
    </message>
    <message>
        <source>The text costs {price}.</source>
        <translation>تكلّف النصوص {price}.</translation>
    </message>
    <message>
        <source>They are used from the next unlocking on.</source>
        <translation>ستُستخدم ابتداءً من فتح القفل التالي.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>What</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>With photos it takes {size} and {time}.</source>
        <translation>ومع الصور تحتاج إلى {size} و{time}.</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Writing ...</source>
        <translation>جارٍ الكتابة ...</translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>{count} ساعات</numerusform>
            <numerusform>{count} ساعة</numerusform>
            <numerusform>{count} ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} looked at by a person at HQ</source>
        <translation>ينظر فيها شخص لدى القيادة: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>{count} دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>{count} دقائق</numerusform>
            <numerusform>{count} دقيقة</numerusform>
            <numerusform>{count} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} photos wait</source>
        <translation>
            <numerusform>لا صور في الانتظار</numerusform>
            <numerusform>صورة واحدة في الانتظار</numerusform>
            <numerusform>صورتان في الانتظار</numerusform>
            <numerusform>{count} صور في الانتظار</numerusform>
            <numerusform>{count} صورة في الانتظار</numerusform>
            <numerusform>{count} صورة في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>لا سجلات في الانتظار</numerusform>
            <numerusform>سجل واحد في الانتظار</numerusform>
            <numerusform>سجلان في الانتظار</numerusform>
            <numerusform>{count} سجلات في الانتظار</numerusform>
            <numerusform>{count} سجلًا في الانتظار</numerusform>
            <numerusform>{count} سجل في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>غير مقبول: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds</source>
        <translation>
            <numerusform>{count} ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>{count} ثوان</numerusform>
            <numerusform>{count} ثانية</numerusform>
            <numerusform>{count} ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>للتقديم من جديد: {count}</translation>
    </message>
    <message>
        <source>{group} ({count})</source>
        <translation>{group} ({count})</translation>
    </message>
    <message>
        <source>{size} to send</source>
        <translation>بانتظار الإرسال {size}</translation>
    </message>
    <message>
        <source>{state}. Last receipt {time}.</source>
        <translation>{state}. آخر إيصال {time}.</translation>
    </message>
    <message>
        <source>{state}. No receipt from HQ yet.</source>
        <translation>{state}. لا إيصال من القيادة بعد.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Copied by {person}, {time}</source>
        <translation>نسخه {person}، {time}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>تاريخ التقديم</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>درجة الأسبقية</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What happened with it</source>
        <translation>ما جرى بشأنه</translation>
    </message>
    <message>
        <source>{question} (the author's opinion)</source>
        <translation>{question} (رأي الكاتب)</translation>
    </message>
</context>
<context>
    <name>Radio</name>
    <message>
        <source>As one text, for HF</source>
        <translation>نصا واحدا، للموجات القصيرة HF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy HF text</source>
        <translation>نسخ نص HF</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="vanished">نسخ النص</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>قراءة عبر اللاسلكي</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>رقم التقرير</translation>
    </message>
    <message>
        <source>Say the number of each line. Capital words are the letters and digits.</source>
        <translation>اذكر رقم كل سطر. الكلمات بالأحرف اللاتينية الكبيرة هي الحروف والأرقام.</translation>
    </message>
    <message>
        <source>Say this at the end. Whoever wrote it down in the same form sees the same three words; words of free text do not count.</source>
        <translation>قل هذا في النهاية. من دوّنه في النموذج نفسه يرى الكلمات الثلاث نفسها؛ ولا يدخل النص الحر فيها.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>1. Ask HQ</source>
        <translation>1. طلب المساعدة من القيادة</translation>
    </message>
    <message>
        <source>2. When HQ has answered</source>
        <translation>2. بعد رد القيادة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Choose the answer ...</source>
        <translation>اختيار الرد ...</translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation>عبارة المرور المنسية</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Save the request ...</source>
        <translation>حفظ الطلب ...</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>حُفظ باسم {file}.</translation>
    </message>
    <message>
        <source>Send or carry the request to HQ, and read this out by voice:</source>
        <translation>يُرجى إرسال الطلب أو حمله إلى القيادة، وقراءة هذا بالصوت:</translation>
    </message>
    <message>
        <source>The answer is here. Destroy the file once you are in.</source>
        <translation>الرد هنا. يُرجى إتلاف الملف بعد الدخول.</translation>
    </message>
    <message>
        <source>{person}, two people at HQ can open this laptop for you. What you filed and your drafts stay. You will sign with a new key: ask HQ for a new one-time code, too.</source>
        <translation>{person}، يستطيع شخصان في القيادة فتح هذا الحاسوب لكم. يبقى ما قدّمتموه وتبقى مسوداتكم. ستوقّعون بمفتاح جديد: يُرجى أيضًا طلب رمز استخدام واحد جديد من القيادة.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked with the classification, and HQ sees that you made it.</source>
        <translation>النسخة غير مشفرة: يستطيع قراءتها كل من يجدها. وهي تحمل درجة السرية، وترى القيادة أنك أنشأتها.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>إضافة صور</translation>
    </message>
    <message>
        <source>Add photos to this report</source>
        <translation>إضافة صور إلى هذا التقرير</translation>
    </message>
    <message>
        <source>Add to report</source>
        <translation>إضافة إلى التقرير</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>كل التقارير</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>التقدير</translation>
    </message>
    <message>
        <source>Begin a new report with the answers that stay the same</source>
        <translation>بدء تقرير جديد بالإجابات التي تبقى كما هي</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>للتحقق مجددًا</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>اختيار السبب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy as new</source>
        <translation>نسخ كتقرير جديد</translation>
    </message>
    <message>
        <source>Copy this report</source>
        <translation>نسخ هذا التقرير</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>مصحَّح</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>⁨Ctrl+Enter⁩</translation>
    </message>
    <message>
        <source>Delivered text does not stay on laptops for long, so that nobody who takes one can read it. Number, times and verdict stay here.</source>
        <translation>لا يبقى النص المُسلَّم طويلًا على الحواسيب، حتى لا يقرأه من يستولي على أحدها. يبقى الرقم والأوقات والقرار هنا.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>مقدَّم</translation>
    </message>
    <message>
        <source>Filed {time}</source>
        <translation>قُدّم {time}</translation>
    </message>
    <message>
        <source>For: {names}. Each can open it on their own desktop.</source>
        <translation>إلى: {names}. يستطيع كل منهم فتحه على حاسوبه.</translation>
    </message>
    <message>
        <source>Given to the printer.</source>
        <translation>أُرسل إلى الطابعة.</translation>
    </message>
    <message>
        <source>HQ does not have all of it yet</source>
        <translation>لم يصل كله إلى القيادة بعد</translation>
    </message>
    <message>
        <source>HQ has it</source>
        <translation>وصل إلى القيادة</translation>
    </message>
    <message>
        <source>HQ has the text of this report</source>
        <translation>نص هذا التقرير لدى القيادة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>في بضع كلمات، اختياري</translation>
    </message>
    <message>
        <source>Incident report</source>
        <translation type="vanished">تقرير حادث</translation>
    </message>
    <message>
        <source>It can be opened here. HQ sees that you opened it, and when.</source>
        <translation>يمكن فتحه هنا. ترى القيادة أنك فتحته ومتى.</translation>
    </message>
    <message>
        <source>It stays readable for everyone, marked as withdrawn, with your reason.</source>
        <translation>يبقى مقروءًا للجميع، مع علامة السحب والسبب.</translation>
    </message>
    <message>
        <source>It stays sealed, marked as withdrawn, with your reason.</source>
        <translation>يبقى مختومًا، مع علامة السحب وسببك.</translation>
    </message>
    <message>
        <source>Its form is not installed here, so questions show by their short names.</source>
        <translation>نموذجه غير مثبّت هنا، لذلك تظهر الأسئلة بأسمائها المختصرة.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>مفتاح مسحوب</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>الإصدار الأحدث</translation>
    </message>
    <message>
        <source>No answer differs.</source>
        <translation>لا تختلف أي إجابة.</translation>
    </message>
    <message>
        <source>Nobody else can: not on this laptop, not its author, and not those who run HQ's server.</source>
        <translation>لا أحد غيرهم يستطيع ذلك: لا على هذا الحاسوب، ولا كاتبه، ولا القائمون على خادم القيادة.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>الرقم في المصدر</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>الإصدار الأقدم</translation>
    </message>
    <message>
        <source>Only those for whom it was sealed can open it.</source>
        <translation>لا يفتحه إلا من خُتم لهم.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>صورة {number}</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>أُضيفت صور</translation>
    </message>
    <message>
        <source>Photos and files ({count})</source>
        <translation>الصور والملفات ({count})</translation>
    </message>
    <message>
        <source>Preview; the photo itself is still on its way</source>
        <translation>معاينة؛ الصورة نفسها ما زالت في الطريق</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print or PDF</source>
        <translation>طباعة أو PDF</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Question from HQ</source>
        <translation>سؤال من القيادة</translation>
    </message>
    <message>
        <source>Question open</source>
        <translation>سؤال مفتوح</translation>
    </message>
    <message>
        <source>Questions and verdicts</source>
        <translation>الأسئلة والقرارات</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>قراءة عبر اللاسلكي</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Reports that belong together</source>
        <translation>تقارير مترابطة</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">تقييد الحركة</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Sealed for protection officers</source>
        <translation>مختوم لضباط الحماية</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>إرسال الإجابة</translation>
    </message>
    <message>
        <source>Signed after HQ withdrew this laptop's access. Check with the person.</source>
        <translation>وُقّع بعد أن سحبت القيادة صلاحية هذا الحاسوب. يُرجى التحقق مع الشخص نفسه.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>تولّي التقرير</translation>
    </message>
    <message>
        <source>Taken from an older source</source>
        <translation>مأخوذ من مصدر أقدم</translation>
    </message>
    <message>
        <source>Tells the author that it is in your hands</source>
        <translation>يُعلم الكاتب بأنه بين يديك</translation>
    </message>
    <message>
        <source>Text and photos were removed from this laptop: {time}.</source>
        <translation>أُزيل النص والصور من هذا الحاسوب: {time}.</translation>
    </message>
    <message>
        <source>The author's opinion, kept apart from what was seen.</source>
        <translation>رأي كاتب التقرير، منفصل عمّا شوهد.</translation>
    </message>
    <message>
        <source>This file cannot be shown as a picture.</source>
        <translation>لا يمكن عرض هذا الملف كصورة.</translation>
    </message>
    <message>
        <source>To correct it or add to it, file a new report that names this number.</source>
        <translation>لتصحيحه أو الإضافة إليه يُرجى تقديم تقرير جديد يذكر هذا الرقم.</translation>
    </message>
    <message>
        <source>To correct it, file a new report that names this number.</source>
        <translation>لتصحيحه يُرجى تقديم تقرير جديد يذكر هذا الرقم.</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>كاتب غير معروف</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغيّر</translation>
    </message>
    <message>
        <source>What they show, if you like</source>
        <translation>ما تُظهره الصور، اختياري</translation>
    </message>
    <message>
        <source>Where it says preview, the photo itself is still on its way.</source>
        <translation>حيثما كُتب «معاينة»، فالصورة نفسها ما زالت في الطريق.</translation>
    </message>
    <message>
        <source>With photos</source>
        <translation>مع الصور</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Withdraw report</source>
        <translation>سحب التقرير</translation>
    </message>
    <message>
        <source>Withdraw {ref}?</source>
        <translation>سحب {ref}؟</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Your answer to HQ</source>
        <translation>إجابتكم للقيادة</translation>
    </message>
    <message>
        <source>its bytes have not reached this laptop yet</source>
        <translation>لم يصل محتواه إلى هذا الحاسوب بعد</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>لم يصل بعد</translation>
    </message>
    <message>
        <source>not in source</source>
        <translation>غير وارد في المصدر</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>{size}, waiting</source>
        <translation>{size}، في الانتظار</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}: {why}</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>&amp;Name of these filters</source>
        <translation>&amp;اسم هذه المرشحات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>للتحقق مجددًا</translation>
    </message>
    <message>
        <source>Click to sort. By keyboard: the menu key or Shift+F10 in the list.</source>
        <translation>النقر للترتيب. بلوحة المفاتيح: مفتاح القائمة أو ⁨Shift+F10⁩ في القائمة.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Continue {title}</source>
        <translation>متابعة {title}</translation>
    </message>
    <message>
        <source>Correction of {ref}</source>
        <translation>تصحيح {ref}</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Discard {title}</source>
        <translation>حذف {title}</translation>
    </message>
    <message>
        <source>Drafts, seen only by you</source>
        <translation>مسودات لا يراها غيركم</translation>
    </message>
    <message>
        <source>From HQ</source>
        <translation>من القيادة</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>الإحداثيات</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>القيادة</translation>
    </message>
    <message>
        <source>HQ looks at it</source>
        <translation>تنظر القيادة</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليها</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>مفتاح مسحوب</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>آخر 12 شهرًا</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Name of these filters</source>
        <translation>اسم هذه المرشحات</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>تقرير جديد</translation>
    </message>
    <message>
        <source>New report (Ctrl+N)</source>
        <translation>تقرير جديد (⁨Ctrl+N⁩)</translation>
    </message>
    <message>
        <source>No report on this laptop fits these words and filters.</source>
        <translation>لا يوجد على هذا الحاسوب تقرير يطابق هذه الكلمات والمرشحات.</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>لا تقارير بعد</translation>
    </message>
    <message>
        <source>No saved filters yet</source>
        <translation>لا مرشحات محفوظة بعد</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>مُستلَم</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and those that HQ shares with you.</source>
        <translation>تظهر هنا التقارير المقدَّمة والتقارير التي تشاركها القيادة.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save these filters</source>
        <translation>حفظ هذه المرشحات</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>المحفوظة</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>المرشحات المحفوظة</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Search number, place, words</source>
        <translation>بحث بالرقم أو المكان أو الكلمات</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>البحث في التقارير</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Sort by: {column}</source>
        <translation>الترتيب حسب: {column}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Text received</source>
        <translation>استُلم النص</translation>
    </message>
    <message>
        <source>Text removed</source>
        <translation>أُزيل النص</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Throw this draft and its photos away? It was not filed.</source>
        <translation>حذف هذه المسودة وصورها؟ لم تُقدَّم بعد.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>حُفظت {time}</translation>
    </message>
    <message>
        <source>{filter}: {choice}</source>
        <translation>{filter}: {choice}</translation>
    </message>
    <message>
        <source>{filter}: {choice} +{more}</source>
        <translation>{filter}: {choice} +{more}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Accept (A)</source>
        <translation>قبول (A)</translation>
    </message>
    <message>
        <source>Ask a question (Q)</source>
        <translation>طرح سؤال (Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>للتحقق مجددًا</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>⁨Ctrl+Enter⁩</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>مفتاح مسحوب</translation>
    </message>
    <message>
        <source>New reports and answers appear here by themselves.</source>
        <translation>تظهر هنا التقارير والإجابات الجديدة تلقائيًا.</translation>
    </message>
    <message>
        <source>New since: {verdict}, {time}</source>
        <translation>جديد منذ: {verdict}، {time}</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>التالي (N)</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>لا شيء للمراجعة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>رفض (R)</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>تقارير للمراجعة</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>البحث في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Send question</source>
        <translation>إرسال السؤال</translation>
    </message>
    <message>
        <source>To review ({count})</source>
        <translation>للمراجعة ({count})</translation>
    </message>
    <message>
        <source>Why is it rejected? The author reads this.</source>
        <translation>ما سبب الرفض؟ يقرأ كاتب التقرير ذلك.</translation>
    </message>
    <message>
        <source>Your question to the author</source>
        <translation>سؤالكم إلى كاتب التقرير</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>للتحقق مجددًا</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Deadline</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Every report that you file appears here, with HQ's receipt and verdict.</source>
        <translation>يظهر هنا كل تقرير مقدَّم، مع إيصال القيادة وقرارها.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>وقت التقديم</translation>
    </message>
    <message>
        <source>HQ checks again</source>
        <translation>القيادة تتحقق مجددًا</translation>
    </message>
    <message>
        <source>HQ's verdict</source>
        <translation>قرار القيادة</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>تقرير جديد</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا قرار بعد</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Received by HQ</source>
        <translation>استلمته القيادة</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>سجل المرسل</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Your reports, and what HQ has of each.</source>
        <translation>تقاريركم، وما لدى القيادة من كل منها.</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} من {count}</translation>
    </message>
    <message numerus="yes">
        <source>{time}, {count} changes wait</source>
        <translation>
            <numerusform>{time}، لا تغييرات في الانتظار</numerusform>
            <numerusform>{time}، تغيير واحد في الانتظار</numerusform>
            <numerusform>{time}، تغييران في الانتظار</numerusform>
            <numerusform>{time}، {count} تغييرات في الانتظار</numerusform>
            <numerusform>{time}، {count} تغييرًا في الانتظار</numerusform>
            <numerusform>{time}، {count} تغيير في الانتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>&amp;Name</source>
        <translation>ا&amp;لاسم</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;إعادة كتابتها</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>ال&amp;وحدة</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>عبارة أخرى</translation>
    </message>
    <message>
        <source>As colleagues and HQ know you</source>
        <translation>كما يعرفكم الزملاء والقيادة</translation>
    </message>
    <message>
        <source>Choose the file ...</source>
        <translation>اختيار الملف ...</translation>
    </message>
    <message>
        <source>Choose the mission file</source>
        <translation>اختيار ملف البعثة</translation>
    </message>
    <message>
        <source>Choose your unit</source>
        <translation>اختيار الوحدة</translation>
    </message>
    <message>
        <source>Four words that do not belong together are easy to remember.</source>
        <translation>أربع كلمات لا صلة بينها يسهل تذكرها.</translation>
    </message>
    <message>
        <source>Good. A fifth word would make it strong.</source>
        <translation>جيدة. كلمة خامسة تجعلها قوية.</translation>
    </message>
    <message>
        <source>HQ reads out the same letters and digits</source>
        <translation>تقرأ القيادة الأحرف والأرقام نفسها</translation>
    </message>
    <message>
        <source>Have one made for me</source>
        <translation>اقتراح عبارة لي</translation>
    </message>
    <message>
        <source>Mission file</source>
        <translation>ملف البعثة</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;رمز الاستخدام الواحد</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>تجهيز</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>تجهيز هذا الحاسوب</translation>
    </message>
    <message>
        <source>Setting up ...</source>
        <translation>جارٍ التجهيز ...</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>قوية.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>العبارتان غير متطابقتين بعد.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>لا يمكن قراءة هذا الملف. يُرجى اختيار ملف آخر.</translation>
    </message>
    <message>
        <source>This laptop then sends reports whenever it is on and has a connection. Settings can change that.</source>
        <translation>بعد ذلك يرسل هذا الحاسوب التقارير كلما كان مشغّلًا ومتصلًا. يمكن تغيير ذلك في الإعدادات.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">سهلة التخمين. يُرجى استعمال أربع كلمات أو أكثر لا صلة بينها.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use words that do not belong together.</source>
        <translation>سهلة التخمين. يُرجى استعمال كلمات لا صلة بينها.</translation>
    </message>
    <message>
        <source>Too easy to guess: use at least four words or 16 characters.</source>
        <translation type="vanished">سهلة التخمين: يُرجى استعمال أربع كلمات أو 16 حرفًا على الأقل.</translation>
    </message>
    <message>
        <source>Use my own words</source>
        <translation>استعمال كلماتي الخاصة</translation>
    </message>
    <message>
        <source>Write it down and keep the paper away from this laptop. Then type it.</source>
        <translation>يُرجى تدوينها على ورقة تُحفظ بعيدًا عن هذا الحاسوب، ثم كتابتها هنا.</translation>
    </message>
    <message>
        <source>You need the mission file and the one-time code that HQ gave you.</source>
        <translation>يلزم ملف البعثة ورمز الاستخدام الواحد من القيادة.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Your &amp;unit</source>
        <translation>ال&amp;وحدة</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;إعادة كتابتها</translation>
    </message>
    <message>
        <source>&amp;Rounded up to kB</source>
        <translation>ت&amp;قريب إلى كيلوبايت</translation>
    </message>
    <message>
        <source>&amp;Smallest charge in kB</source>
        <translation>أقل كمية &amp;محسوبة بالكيلوبايت</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول التطبيق</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>عبارة مرور أخرى</translation>
    </message>
    <message>
        <source>As delivered with the app</source>
        <translation>كما وردت مع التطبيق</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>ال&amp;عملة</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>تغيير عبارة المرور</translation>
    </message>
    <message>
        <source>Changing ...</source>
        <translation>جارٍ التغيير ...</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>قوائم الرموز</translation>
    </message>
    <message>
        <source>Delete their drafts, too</source>
        <translation>حذف المسودات أيضًا</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Do not remove</source>
        <translation>عدم الإزالة</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>الملف المشفّر</translation>
    </message>
    <message>
        <source>Enter a currency, such as USD.</source>
        <translation>يُرجى إدخال عملة، مثل USD.</translation>
    </message>
    <message>
        <source>For links billed by volume. A price of 0 means: not billed by volume.</source>
        <translation>للاتصالات التي تُحسب بالحجم. السعر 0 يعني أن الاتصال لا يُحسب بالحجم.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>HQ last answered</source>
        <translation>آخر رد من القيادة</translation>
    </message>
    <message>
        <source>HQ's address</source>
        <translation>عنوان القيادة</translation>
    </message>
    <message>
        <source>HQ's fingerprint</source>
        <translation>بصمة القيادة</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Kept. The outbox says what sending costs.</source>
        <translation>تم الحفظ. يبيّن صندوق الصادر كلفة الإرسال.</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>الم&amp;ظهر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>اللغة والمظهر</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>السماح بالدخول</translation>
    </message>
    <message>
        <source>Letting in ...</source>
        <translation>جارٍ السماح بالدخول ...</translation>
    </message>
    <message>
        <source>Link to HQ</source>
        <translation>الاتصال بالقيادة</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation type="vanished">يُقفل تلقائيًا بعد</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Minutes until it loc&amp;ks itself</source>
        <translation>الدقائق قبل أن ي&amp;قفل نفسه</translation>
    </message>
    <message>
        <source>Minutes until it locks itself</source>
        <translation>الدقائق قبل أن يقفل نفسه</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>البعثة</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>&amp;عبارة المرور الجديدة</translation>
    </message>
    <message>
        <source>Passphrase &amp;now</source>
        <translation>عبارة المرور ال&amp;حالية</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>الأشخاص على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Photos and files here</source>
        <translation>الصور والملفات هنا</translation>
    </message>
    <message>
        <source>Price of a &amp;megabyte</source>
        <translation>سعر ال&amp;ميغابايت</translation>
    </message>
    <message>
        <source>Remove ...</source>
        <translation>إزالة ...</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>إزالة هذا الشخص</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="vanished">إزالة {name}</translation>
    </message>
    <message>
        <source>Remove {name} from this laptop</source>
        <translation>إزالة {name} من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>إزالة {name}؟</translation>
    </message>
    <message>
        <source>Removing ...</source>
        <translation>جارٍ الإزالة ...</translation>
    </message>
    <message>
        <source>Reports here</source>
        <translation>التقارير هنا</translation>
    </message>
    <message>
        <source>Reports then leave also while nobody has opened the app. They are sealed; nothing can be read that way.</source>
        <translation>عندئذ تخرج التقارير حتى إن لم يفتح أحد التطبيق. وهي مختومة، فلا يمكن قراءة شيء بهذه الطريقة.</translation>
    </message>
    <message>
        <source>Send reports when this computer starts</source>
        <translation>إرسال التقارير عند بدء تشغيل هذا الحاسوب</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Somebody may know the old one</source>
        <translation>قد يعرف أحد العبارة القديمة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>The reports here are then locked with a new key, and the laptop locks itself. If somebody may have copied this laptop, tell HQ as well.</source>
        <translation>تُحمى التقارير هنا عندئذ بمفتاح جديد ويُقفل الحاسوب نفسه. إن كان أحد قد نسخ هذا الحاسوب فيُرجى إبلاغ القيادة أيضًا.</translation>
    </message>
    <message>
        <source>They can no longer unlock this laptop. What they filed stays and is sent. The laptop locks itself afterwards; tell HQ, so that it withdraws their access.</source>
        <translation>لن يتمكن هذا الشخص من فتح هذا الحاسوب. تبقى تقاريره المقدَّمة وتُرسَل. يُقفل الحاسوب نفسه بعد ذلك؛ يُرجى إبلاغ القيادة كي تسحب صلاحيته.</translation>
    </message>
    <message>
        <source>They need a one-time code from HQ, and type their own passphrase here. Nobody reads the drafts of another.</source>
        <translation>يلزم رمز استخدام واحد من القيادة، وتُكتب هنا عبارة مرور خاصة بكل شخص. لا يقرأ أحد مسودات غيره.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Version {number} from HQ</source>
        <translation>الإصدار {number} من القيادة</translation>
    </message>
    <message>
        <source>Version {number} is used from the next unlocking on</source>
        <translation>يُستخدم الإصدار {number} ابتداءً من فتح القفل التالي</translation>
    </message>
    <message>
        <source>What the link costs</source>
        <translation>كلفة الاتصال</translation>
    </message>
    <message>
        <source>You may work as</source>
        <translation>الصفة المسموح بها</translation>
    </message>
    <message>
        <source>Your &amp;passphrase</source>
        <translation>&amp;عبارة المرور الخاصة بك</translation>
    </message>
    <message>
        <source>Your new passphrase is in use from now on.</source>
        <translation>عبارة المرور الجديدة مستعملة من الآن.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Your unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>{count} ({size})</source>
        <translation>{count} ({size})</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of theirs would be lost: nobody else can open them. Let them file them first.</source>
        <translation>
            <numerusform>لا مسودات لهذا الشخص.</numerusform>
            <numerusform>ستضيع مسودة واحدة لا يستطيع غير صاحبها فتحها. يُستحسن أن يقدّمها أولًا.</numerusform>
            <numerusform>ستضيع مسودتان لا يستطيع غير صاحبهما فتحهما. يُستحسن أن يقدّمهما أولًا.</numerusform>
            <numerusform>ستضيع {count} مسودات لا يستطيع غير صاحبها فتحها. يُستحسن أن يقدّمها أولًا.</numerusform>
            <numerusform>ستضيع {count} مسودة لا يستطيع غير صاحبها فتحها. يُستحسن أن يقدّمها أولًا.</numerusform>
            <numerusform>ستضيع {count} مسودة لا يستطيع غير صاحبها فتحها. يُستحسن أن يقدّمها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (أنتم)</translation>
    </message>
    <message>
        <source>{name} can unlock this laptop now and write reports.</source>
        <translation>يمكن الآن لـ {name} فتح قفل هذا الحاسوب وكتابة التقارير.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>كما في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Covered. Press {key} to go on.</source>
        <translation>محجوب. للمتابعة يُرجى الضغط على {key}.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>التاريخ والوقت صحيحان</translation>
    </message>
    <message>
        <source>Field reports</source>
        <translation>التقارير الميدانية</translation>
    </message>
    <message>
        <source>HQ has changed what you may do here. Lock and open again to use it.</source>
        <translation>غيّرت القيادة صلاحياتكم هنا. لاستعمالها يُرجى القفل ثم الفتح من جديد.</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>تسليم النوبة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>اللغة والمظهر</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>المغادرة بدونه</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>تقرير جديد</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق الصادر</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>سجل المرسل</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>الإصدار {version}</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. Free some space, then go on.</source>
        <translation>لم يمكن حفظ آخر ما كُتب. يُرجى تحرير بعض المساحة ثم المتابعة.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>All received by HQ {time}</source>
        <translation>استلمت القيادة كل شيء {time}</translation>
    </message>
    <message>
        <source>Connected to HQ</source>
        <translation>متصل بالقيادة</translation>
    </message>
    <message>
        <source>Connecting to HQ</source>
        <translation>جارٍ الاتصال بالقيادة</translation>
    </message>
    <message>
        <source>Disk almost full: {free}</source>
        <translation>القرص شبه ممتلئ: {free}</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>الضابط المناوب</translation>
    </message>
    <message>
        <source>Free some space, so that work can be saved.</source>
        <translation>يُرجى تحرير بعض المساحة ليمكن حفظ العمل.</translation>
    </message>
    <message>
        <source>HQ could not read all of it by itself; a person looks at it.</source>
        <translation>لم تتمكن القيادة من قراءة كل شيء آليًا؛ وينظر فيه شخص.</translation>
    </message>
    <message>
        <source>HQ does not accept this laptop</source>
        <translation>القيادة لا تقبل هذا الحاسوب</translation>
    </message>
    <message>
        <source>HQ has it all and looks at {count}</source>
        <translation>كل شيء لدى القيادة؛ قيد النظر: {count}</translation>
    </message>
    <message>
        <source>HQ last answered {time}</source>
        <translation>آخر رد من القيادة {time}</translation>
    </message>
    <message>
        <source>HQ refused {count}</source>
        <translation>لم تقبل القيادة: {count}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Lock this laptop (Ctrl+L). What you wrote is kept.</source>
        <translation>قفل هذا الحاسوب (⁨Ctrl+L⁩). ما كُتب يبقى محفوظًا.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>لا شيء للإرسال بعد</translation>
    </message>
    <message>
        <source>Operations officer</source>
        <translation>ضابط العمليات</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>دورية</translation>
    </message>
    <message>
        <source>Protection officer</source>
        <translation>ضابط الحماية</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>جارٍ إرسال {part}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} ahead</source>
        <translation>ساعة هذا الحاسوب متقدمة {amount}</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} behind</source>
        <translation>ساعة هذا الحاسوب متأخرة {amount}</translation>
    </message>
    <message>
        <source>This computer's clock was set back</source>
        <translation>أُرجعت ساعة هذا الحاسوب</translation>
    </message>
    <message>
        <source>Waiting for HQ to let you in</source>
        <translation>في انتظار موافقة القيادة على الدخول</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>في انتظار اتصال</translation>
    </message>
    <message numerus="yes">
        <source>{count} days</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>{count} أيام</numerusform>
            <numerusform>{count} يومًا</numerusform>
            <numerusform>{count} يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>{count} ساعات</numerusform>
            <numerusform>{count} ساعة</numerusform>
            <numerusform>{count} ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>{count} دقائق</numerusform>
            <numerusform>{count} دقيقة</numerusform>
            <numerusform>{count} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} photos wait</source>
        <translation>
            <numerusform>لا صور في الانتظار</numerusform>
            <numerusform>صورة واحدة في الانتظار</numerusform>
            <numerusform>صورتان في الانتظار</numerusform>
            <numerusform>{count} صور في الانتظار</numerusform>
            <numerusform>{count} صورة في الانتظار</numerusform>
            <numerusform>{count} صورة في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>لا سجلات في الانتظار</numerusform>
            <numerusform>سجل واحد في الانتظار</numerusform>
            <numerusform>سجلان في الانتظار</numerusform>
            <numerusform>{count} سجلات في الانتظار</numerusform>
            <numerusform>{count} سجلًا في الانتظار</numerusform>
            <numerusform>{count} سجل في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>للتقديم من جديد: {count}</translation>
    </message>
    <message>
        <source>{person} ({role})</source>
        <translation>{person} ({role})</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>المتاح {size} غ.ب</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{day}, {time} local</source>
        <translation>{day}، {time} بالتوقيت المحلي</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>Clock in doubt</source>
        <translation>الساعة مشكوك فيها</translation>
    </message>
    <message>
        <source>Filed late</source>
        <translation>قُدّم متأخرًا</translation>
    </message>
    <message>
        <source>Filed {span} after the event (planned: {allowed}).</source>
        <translation>قُدّم بعد الواقعة بـ {span} (المقرر: {allowed}).</translation>
    </message>
    <message>
        <source>Filed {span} after the event, in time.</source>
        <translation>قُدّم بعد الواقعة بـ {span}، في الموعد.</translation>
    </message>
    <message>
        <source>Filed {span} after the event.</source>
        <translation>قُدّم بعد الواقعة بـ {span}.</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <source>It has waited {span} for a link.</source>
        <translation>ينتظر الاتصال منذ {span}.</translation>
    </message>
    <message>
        <source>Late, no link</source>
        <translation>متأخر لعدم الاتصال</translation>
    </message>
    <message>
        <source>Not at HQ yet.</source>
        <translation>لم يصل إلى القيادة بعد.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later.</source>
        <translation>وصل إلى القيادة بعد ذلك بـ {span}.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later: no link before.</source>
        <translation>وصل إلى القيادة بعد ذلك بـ {span}: لم يكن هناك اتصال قبل ذلك.</translation>
    </message>
    <message>
        <source>The laptop's clock was in doubt, so nobody can tell how long it took.</source>
        <translation>كانت ساعة الحاسوب مشكوكًا فيها، فلا يمكن لأحد معرفة المدة التي استغرقها.</translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Erasing everything ...</source>
        <translation>جارٍ محو كل شيء ...</translation>
    </message>
    <message>
        <source>Hold the keys once more to try again, or shut the laptop down.</source>
        <translation>يُرجى الضغط المطوّل على المفاتيح مرة أخرى لإعادة المحاولة، أو إيقاف تشغيل الحاسوب.</translation>
    </message>
    <message>
        <source>Keep holding to erase everything on this laptop.</source>
        <translation>يُرجى مواصلة الضغط لمحو كل شيء في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Let go to stop. Nothing has been erased.</source>
        <translation>يُرجى رفع الأصابع للإيقاف. لم يُمحَ أي شيء.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>&amp;Reason *</source>
        <translation>&amp;السبب *</translation>
    </message>
    <message>
        <source>A patrol, flight or group was stopped, delayed, refused or threatened.</source>
        <translation type="vanished">أُوقفت دورية أو رحلة جوية أو مجموعة، أو أُخّرت أو مُنعت أو هُدّدت.</translation>
    </message>
    <message>
        <source>Also report</source>
        <translation>الإبلاغ أيضا</translation>
    </message>
    <message>
        <source>Back to the reports</source>
        <translation>العودة إلى التقارير</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Begin another report that belongs to this one</source>
        <translation>بدء تقرير آخر مرتبط بهذا التقرير</translation>
    </message>
    <message>
        <source>Begin: {name}</source>
        <translation>بدء: {name}</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>اختيار السبب</translation>
    </message>
    <message>
        <source>Correct {ref}</source>
        <translation>تصحيح {ref}</translation>
    </message>
    <message>
        <source>Correction of {ref} is filed</source>
        <translation>قُدّم تصحيح {ref}</translation>
    </message>
    <message>
        <source>Ctrl+Z; Ctrl+Y does it again</source>
        <translation>للتراجع Ctrl+Z، وللإعادة Ctrl+Y</translation>
    </message>
    <message>
        <source>Detention, abduction or hijacking</source>
        <translation type="vanished">احتجاز أو اختطاف أو استيلاء</translation>
    </message>
    <message>
        <source>File correction</source>
        <translation>تقديم التصحيح</translation>
    </message>
    <message>
        <source>File report</source>
        <translation>تقديم التقرير</translation>
    </message>
    <message>
        <source>Filed as {ref}</source>
        <translation>قُدّم برقم {ref}</translation>
    </message>
    <message>
        <source>Filing seals this report: from then on only protection officers can open it, and nobody on this laptop, not even you.</source>
        <translation>عند التقديم يُختم هذا التقرير: لا يفتحه بعد ذلك إلا ضباط الحماية، ولا أحد على هذا الحاسوب، ولا حتى أنت.</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>الانتقال إلى التالية</translation>
    </message>
    <message>
        <source>HQ has not named a protection officer yet, so this report cannot be filed today. What you write is kept as your draft. If somebody is in danger, speak to HQ by radio or telephone.</source>
        <translation>لم تعيّن القيادة ضابط حماية بعد، فلا يمكن تقديم هذا التقرير اليوم. ويُحفظ ما تكتبه كمسودة لك. وإذا كان أحد في خطر فكلّم القيادة باللاسلكي أو الهاتف.</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>في بضع كلمات، اختياري</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="vanished">حادث</translation>
    </message>
    <message>
        <source>It is safe on this laptop and goes to HQ as soon as there is a link.</source>
        <translation>وهو محفوظ على هذا الحاسوب ويُرسل إلى القيادة فور توفر اتصال.</translation>
    </message>
    <message>
        <source>Kept while you write</source>
        <translation>يُحفظ أثناء الكتابة</translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation>حُفظ {time}</translation>
    </message>
    <message>
        <source>Kept {time}, without what is marked</source>
        <translation>حُفظ {time} دون ما هو مُعلَّم</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>المفتاح {key}</translation>
    </message>
    <message>
        <source>Mine, unexploded ordnance or IED</source>
        <translation type="vanished">لغم أو ذخيرة غير منفجرة أو عبوة ناسفة</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>تقرير جديد</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Please choose a reason. It is kept with the report.</source>
        <translation>يُرجى اختيار السبب. يُحفظ مع التقرير.</translation>
    </message>
    <message>
        <source>Protection alert</source>
        <translation type="vanished">إنذار بشأن الحماية</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">تقييد الحركة</translation>
    </message>
    <message>
        <source>Shooting or cease-fire violation</source>
        <translation type="vanished">إطلاق نار أو انتهاك لوقف إطلاق النار</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>عرض التقرير</translation>
    </message>
    <message>
        <source>Some answers were taken from an earlier report. They say so: check them before filing.</source>
        <translation>بعض الإجابات مأخوذة من تقرير سابق، وقد وُسمت بذلك: يلزم التحقق منها قبل التقديم.</translation>
    </message>
    <message>
        <source>Something happened: an attack, a clash, an accident, a crowd, a find.</source>
        <translation type="vanished">وقع أمر ما: هجوم أو اشتباك أو حادث أو تجمّع أو عثور على شيء.</translation>
    </message>
    <message>
        <source>The reason in a few words</source>
        <translation>السبب في بضع كلمات</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>What do you want to report?</source>
        <translation>ما المطلوب الإبلاغ عنه؟</translation>
    </message>
    <message>
        <source>Why does the report change?</source>
        <translation>لماذا يتغيّر التقرير؟</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers need a look. They are marked below.</source>
        <translation>
            <numerusform>لا إجابات تحتاج إلى مراجعة.</numerusform>
            <numerusform>إجابة واحدة تحتاج إلى مراجعة. وهي مُعلَّمة أدناه.</numerusform>
            <numerusform>إجابتان تحتاجان إلى مراجعة. وهما مُعلَّمتان أدناه.</numerusform>
            <numerusform>{count} إجابات تحتاج إلى مراجعة. وهي مُعلَّمة أدناه.</numerusform>
            <numerusform>{count} إجابة تحتاج إلى مراجعة. وهي مُعلَّمة أدناه.</numerusform>
            <numerusform>{count} إجابة تحتاج إلى مراجعة. وهي مُعلَّمة أدناه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>* Needed before the report can be filed.</source>
        <translation>* مطلوب قبل تقديم التقرير.</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>إضافة صف</translation>
    </message>
    <message>
        <source>Add the file under Photos, below the form.</source>
        <translation>تُضاف الملفات في قسم الصور أسفل النموذج.</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>إضافة: {what}</translation>
    </message>
    <message>
        <source>Choose, or type to search</source>
        <translation>الاختيار أو الكتابة للبحث</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Correct the grid, or say why it is right.</source>
        <translation>يُرجى تصحيح الإحداثيات، أو ذكر سبب صحتها.</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>ترشيح القائمة</translation>
    </message>
    <message>
        <source>From GPS</source>
        <translation>من جهاز GPS</translation>
    </message>
    <message>
        <source>From {ref}: check</source>
        <translation>مأخوذ من {ref}: للتحقق</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. HDOP {hdop}: good to about {error} m.</source>
        <translation>موقع GPS هو {grid}، مربع طول ضلعه {side}، قبل {age} ثانية. قيمة HDOP هي {hdop}، والدقة نحو {error} م.</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. Its precision is not known.</source>
        <translation>موقع GPS هو {grid}، مربع طول ضلعه {side}، قبل {age} ثانية. الدقة غير معروفة.</translation>
    </message>
    <message>
        <source>If it is right, say why</source>
        <translation>إن كانت صحيحة، فما السبب</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Known places</source>
        <translation>أماكن معروفة</translation>
    </message>
    <message>
        <source>Listening for a GPS receiver. Plug it in and give it open sky.</source>
        <translation>في انتظار جهاز استقبال GPS. يرجى توصيله ووضعه تحت سماء مكشوفة.</translation>
    </message>
    <message>
        <source>More help</source>
        <translation>مزيد من المساعدة</translation>
    </message>
    <message>
        <source>Not kept: {words}</source>
        <translation>غير محفوظ: {words}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>على الخريطة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove row {number}?</source>
        <translation>إزالة الصف {number}؟</translation>
    </message>
    <message>
        <source>Remove {title} {number}</source>
        <translation>إزالة {title} {number}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>صف</translation>
    </message>
    <message>
        <source>Sections of the form</source>
        <translation>أقسام النموذج</translation>
    </message>
    <message>
        <source>Stop GPS</source>
        <translation>إيقاف جهاز GPS</translation>
    </message>
    <message>
        <source>The GPS fell silent {age} s ago. It was last in {grid}.</source>
        <translation>انقطع جهاز GPS قبل {age} ثانية. كان آخر موقع له {grid}.</translation>
    </message>
    <message>
        <source>The map shows {place} in {grid}, a square of 1 km.</source>
        <translation>تُظهر الخريطة {place} في {grid}، وهو مربع طول ضلعه 1 كم.</translation>
    </message>
    <message>
        <source>This is not a date. Write day, month, year: 6 NOV 2026.</source>
        <translation>هذا ليس تاريخًا. يُرجى كتابة اليوم والشهر والسنة هكذا: ⁨6 NOV 2026⁩.</translation>
    </message>
    <message>
        <source>This is not a time of day. Write hours and minutes: 09:30.</source>
        <translation>هذا ليس وقتًا. يُرجى كتابة الساعات والدقائق هكذا: 09:30.</translation>
    </message>
    <message>
        <source>This is not in the list. Choose one of its entries.</source>
        <translation>هذا غير موجود في القائمة. يُرجى اختيار أحد بنودها.</translation>
    </message>
    <message>
        <source>This square lies outside grid zone {zone}. A wrong letter is the usual cause.</source>
        <translation>يقع هذا المربع خارج المنطقة {zone}. السبب المعتاد حرف خاطئ.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>استخدامه</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>على الخريطة</translation>
    </message>
    <message>
        <source>{answered} of {expected} answered</source>
        <translation>الإجابات: {answered} من {expected}</translation>
    </message>
    <message numerus="yes">
        <source>{count} to correct</source>
        <translation>
            <numerusform>لا شيء للتصحيح</numerusform>
            <numerusform>واحدة للتصحيح</numerusform>
            <numerusform>اثنتان للتصحيح</numerusform>
            <numerusform>{count} للتصحيح</numerusform>
            <numerusform>{count} للتصحيح</numerusform>
            <numerusform>{count} للتصحيح</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, {time} UTC, {local} local</source>
        <translation>{day}، {time} بالتوقيت العالمي، {local} بالتوقيت المحلي</translation>
    </message>
    <message>
        <source>{day}, {time} in zone {zone} ({utc}), {local} local</source>
        <translation>{day}، {time} في المنطقة {zone} ({utc})، {local} بالتوقيت المحلي</translation>
    </message>
    <message>
        <source>{day}, {time} local ({utc})</source>
        <translation>{day}، {time} بالتوقيت المحلي ({utc})</translation>
    </message>
    <message>
        <source>{place} was at {grid} in a report of {day}.</source>
        <translation>ورد موقع {place} في {grid} في تقرير بتاريخ {day}.</translation>
    </message>
    <message>
        <source>{question}, required</source>
        <translation>{question}، إلزامي</translation>
    </message>
    <message>
        <source>{question}: clear</source>
        <translation>{question}: مسح</translation>
    </message>
    <message>
        <source>{question}: filter</source>
        <translation>{question}: ترشيح</translation>
    </message>
    <message>
        <source>{question}: from GPS</source>
        <translation>{question}: من جهاز GPS</translation>
    </message>
    <message>
        <source>{question}: move down</source>
        <translation>{question}: نقل إلى أسفل</translation>
    </message>
    <message>
        <source>{question}: move up</source>
        <translation>{question}: نقل إلى أعلى</translation>
    </message>
    <message>
        <source>{question}: on the map</source>
        <translation>{question}: على الخريطة</translation>
    </message>
    <message>
        <source>{question}: open calendar</source>
        <translation>{question}: فتح التقويم</translation>
    </message>
    <message>
        <source>{question}: set to now</source>
        <translation>{question}: ضبط على الآن</translation>
    </message>
    <message>
        <source>{question}: use the grid offered</source>
        <translation>{question}: استخدام الإحداثيات المقترحة</translation>
    </message>
    <message>
        <source>{question}: why the grid is right</source>
        <translation>{question}: سبب صحة الإحداثيات</translation>
    </message>
    <message>
        <source>{side} square, {position}</source>
        <translation>مربع {side}، {position}</translation>
    </message>
</context>
<context>
    <name>photos</name>
    <message>
        <source>Add photos</source>
        <translation>إضافة صور</translation>
    </message>
    <message>
        <source>Or drop photos here.</source>
        <translation>أو يمكن إفلات الصور هنا.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>صورة ملصقة</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>There is no photo to paste. Copy one first.</source>
        <translation>لا توجد صورة للصق. يُرجى نسخ صورة أولًا.</translation>
    </message>
    <message>
        <source>{name} could not be added: it is no photo this app can open, or it is too large.</source>
        <translation>تعذّرت إضافة {name}: ليست صورة يمكن للتطبيق فتحها، أو هي كبيرة جدًا.</translation>
    </message>
    <message>
        <source>{photo} was taken in {grid}. Is this where it happened?</source>
        <translation>التُقطت {photo} في {grid}. هل وقع الحدث هناك؟</translation>
    </message>
</context>
</TS>
