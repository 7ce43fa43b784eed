"""Turns of phrase that reports are full of, written for this purpose: nobody's words.

A sentence of the corpus repeats itself whole; these teach the dictionary the language between.
"""

PHRASES = {
    "en": """
according to the; as well as; at about; at the same time; at the time of; because of the; before
the arrival of; between the two; by the end of the day; could not be confirmed; did not want to;
during the night of; for the first time; for the next few days; from the direction of the; had
already been; had to be; has been reported; have been seen; in front of the; in order to; in the
area of; in the course of the; in the past week; in the presence of; in the same place; in the
vicinity of; is not known; it appears that the; it is expected that; it was not possible to; later
that day; members of the; most of them; near the entrance of; no further information; not far from
the; of the local authorities; on behalf of the; on both sides of the; on the other side of the;
on their way to; on Monday morning; on Tuesday evening; on Wednesday; on Thursday night; on
Friday; on Saturday; on Sunday; one of the; only a few; other than the; out of fear of; over the
last month; people who had; reported that the; said that they would; should be able to; since the
beginning of; so that the; some of the; still waiting for; such as the; that there was; that they
had been; the commander of the; the elders of the village; the number of; the patrol observed; the
population of; the rest of the; the situation remains calm but tense; there are no; there has
been; there is a need for; these people; they asked for water, food and shelter; this was the
second time; together with the; took place in; under the control of; until the following morning;
was able to continue; was asked to leave; was confirmed by; was found to be; was not allowed to;
was seen by the; we will return; were killed and wounded in the attack; were taken to the
hospital; when the vehicles; where the incident; which is about; while the; who were armed with;
will be followed up; with the help of; without any further; would like to; about ten kilometres;
after the attack; again and again; against civilians; all of the; already; also known as;
although; and then; another group; any more; around midday; attacked by; away from; back to the
camp; base of the mission; burned houses; camp for displaced persons; cattle were stolen;
ceasefire; checkpoint; children; clashes between; church; coming from; community leaders; company;
condition; convoy; crossing the river; damaged; dead and injured; demanded money; displaced
families; district; each; early in the morning; east of; fighting; fire was returned; followed by;
forces; four men; gendarmes; government soldiers; group of young men; harvest; heading towards;
heavy rain; herders and farmers; helicopter; house to house; humanitarian workers; however;
immediately; including women; information received from; investigation; kidnapped; killed; landed
at the airfield; left behind; less than; local chief; looted; main road; market day; militia;
mine; minister; mortar; most likely; motorcycle; moved to; nearby; neighbouring villages;
negotiated; north of; officer; once more; opened fire; order; outside the town; police; possible;
prefect; prevented from; prisoners; probably; protection of civilians; quiet; rebels; recovered;
released; remained; request; residents; returned to base; robbed; route; school; second vehicle;
security; several; shooting; shots; small arms; soldiers; south of; spokesman; stopped; suspected;
threatened; three days; through; towards; town; traders; troops; truck; two civilians; unknown;
unidentified; vehicles; village; violence; wanted to; warned; water point; weapons; well; west of;
whether; wounded; yesterday
""",
    "fr": """
à cause de la; à l'entrée du village; à la suite de; à partir de; à plusieurs reprises; afin de;
ainsi que les; alors que; au cours de la; au lieu de; au moins; au moment de; au nord de; au sud
de; auprès des autorités locales; aucun blessé; aucune information; avant l'arrivée de; avec
l'aide de; c'est la deuxième fois que; ce qui; cependant; dans la nuit du; dans la zone de; dans
le cadre de; dans les environs de; de la population; de l'autre côté; depuis le début; d'après
les; des hommes armés; des personnes déplacées; dès que; en raison de; en présence de; en
direction de; en provenance de; entre les deux; environ dix kilomètres; est en cours; et que les;
et une; il a été; il n'a pas été possible de; il n'y a pas de; il y a; ils ont demandé; jusqu'à
nouvel ordre; jusqu'au lendemain matin; la plupart des; la situation reste calme mais tendue; le
chef du village; le commandant de; le lundi; le mardi; le mercredi; le jeudi; le vendredi; le
samedi; le dimanche; le nombre de; les membres de la; les forces de; leur retour; lors de; lorsque
les; malgré; n'a pas pu être confirmé; ne peut pas; ont été tués et blessés; ont été vus; par la
suite; par les habitants; parce que; pendant que; plusieurs; plus tard; pour la première fois;
près de la; qui ont été; qui se trouvait; qu'ils avaient; sans que; selon des; si les; sous le
contrôle de; sur la route de; sur le point de; tous les; toutes les; un groupe de jeunes; une
attaque; vers le camp; vers midi; affrontements; agents; aujourd'hui; aussi; autres; barrage; base
de la mission; bétail volé; blessés; brigade; camion; cessez-le-feu; champs; chargé; chrétiens;
civils; combattants; communauté; contre; convoi; coups de feu; courrier; décès; demande; départ;
détruit; doit être; éleveurs et agriculteurs; élèves; enfants; enlevé; enquête; entretien; équipe;
état; évacuation; fleuve; frontière; gendarmerie; gouvernement; habitations incendiées;
hélicoptère; hier; hôpital; humanitaires; incident; journée; libéré; localité; maire; mais;
maison; marché; milice; militaires; moto; notamment; nouvelle; otages; passage; pillage; pluie;
police; pont; population; poste de contrôle; pourquoi; préfet; première; présence; prisonniers;
probablement; protection des civils; puis; quartier; quelques; rebelles; région; renforts;
responsable; sécurité; selon; semaine; soldats; source; tirs; toujours; très; trois; troupes;
véhicules; victimes; village; villageois; violences; voisins; zone
""",
    "es": """
a causa de; a la entrada del pueblo; a lo largo de; a partir de; a pesar de; al menos; al mismo
tiempo; al norte de; al sur de; antes de la llegada de; así como; aunque; cerca de la; con el fin
de; con la ayuda de; cuando los; de acuerdo con; de la población; de los habitantes; de nuevo;
debido a; dentro de; desde el principio; después de; durante la noche; el comandante de; el jefe
de la aldea; el lunes; el martes; el miércoles; el jueves; el viernes; el sábado; el domingo; el
número de; en caso de; en dirección a; en el momento de; en la zona de; en los alrededores de; en
presencia de; en relación con; entre los dos; es la segunda vez que; está en curso; fueron muertos
y heridos; fueron vistos; ha sido; han pedido agua y alimentos; hasta el día siguiente; hasta
nueva orden; hay que; hombres armados; la mayoría de; la situación sigue tranquila pero tensa; las
autoridades locales; las fuerzas de; los miembros de; más de; mientras que; muchos de los; ningún
herido; no se pudo confirmar; no fue posible; no hay información; no se sabe; o de la; para que
los; personas desplazadas; poco después; por la mañana; por primera vez; porque; procedente de;
que habían sido; que no; que se encontraba; según los; se dirigían a; se espera que; si los; sin
embargo; sobre el terreno; tal como; también; todavía; todos los; tras el ataque; un grupo de
jóvenes; una vez; unos diez kilómetros; varios; ya que; acuerdo; agricultores y pastores; alto el
fuego; ametralladora; ataque; ayer; barrera; base de la misión; camión; camino; civiles; combates;
comunidad; convoy; disparos; ejército; enfrentamientos; entonces; equipo; escuela; frontera;
ganado robado; gobierno; helicóptero; heridos; hospital; incendio; incidente; informe;
investigación; lluvia; mercado; milicia; minas; motocicleta; muertos; mujeres y niños; nadie;
oficial; orden; patrulla; policía; prefecto; presencia; prisioneros; probablemente; protección de
los civiles; puesto de control; rebeldes; refuerzos; región; río; saqueo; secuestrados; seguridad;
semana; siempre; situación; soldados; tiroteo; tropas; vecinos; vehículos; viviendas; violencia;
zona
""",
    "ar": """
في منطقة; على الطريق; من قبل; إلى جانب; بعد ذلك; قبل وصول; في الوقت نفسه; بسبب; من أجل; لم يتم
تأكيد; لا توجد معلومات; أكثر من; أقل من; على الأقل; بالقرب من; في اتجاه; قادمين من; متجهين إلى;
خلال الليل; في صباح اليوم التالي; يوم الاثنين; يوم الثلاثاء; يوم الأربعاء; يوم الخميس; يوم الجمعة;
يوم السبت; يوم الأحد; للمرة الأولى; للمرة الثانية; عدد من; معظم السكان; السلطات المحلية; زعيم
القرية; شيوخ القرية; قائد; أفراد; عناصر مسلحة; مجموعة من الشباب; رجال مسلحون; القوات; الجنود;
الشرطة; الدرك; الميليشيا; المتمردون; الحكومة; المدنيين; حماية المدنيين; النازحين; مخيم النازحين;
النساء والأطفال; قتلى وجرحى; نقل الجرحى إلى المستشفى; إطلاق النار; أسلحة خفيفة; هجوم; اشتباكات
بين; وقف إطلاق النار; نقطة تفتيش; حاجز; السوق; المدرسة; المسجد; الكنيسة; النهر; الجسر; البئر;
الحدود; المدينة; القرية; القرى المجاورة; قاعدة البعثة; قافلة; شاحنة; دراجة نارية; مروحية; مركبات;
الماشية; الرعاة والمزارعين; الحقول; نهب; حرق المنازل; اختطاف; أطلق سراحهم; التحقيق; طلب; رفض; سمح;
منع; وصل; غادر; عاد; توقف; شاهدت الدورية; أفاد السكان; ذكرت مصادر; حسب المعلومات; الوضع هادئ ولكنه
متوتر; لا يزال; من المتوقع أن; تم إبلاغ; سيتم متابعة; طلبوا الماء والغذاء; المأوى; الأمطار
الغزيرة; حوالي عشرة كيلومترات; شمال; جنوب; شرق; غرب; ثم; كما; لكن; أن; التي; الذي; الذين; هذه;
هذا; كان; كانت; لم; لن; قد; حتى; منذ; أثناء; عند; بين; تحت سيطرة; ضد; مع; دون; غير; كل; بعض; آخر;
أمس; اليوم
""",
}


def phrases(language: str) -> tuple[str, ...]:
    """The phrases of a language, in the order in which they stand."""
    listed = PHRASES[language].split(";")
    return tuple(" ".join(one.split()) for one in listed)
