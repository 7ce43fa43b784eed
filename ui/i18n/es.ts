<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Otras respuestas</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>outside its zone</source>
        <translation>fuera de su zona</translation>
    </message>
    <message>
        <source>outside its zone, confirmed: {reason}</source>
        <translation>fuera de su zona, confirmado: {reason}</translation>
    </message>
    <message>
        <source>{metres} m square</source>
        <translation>cuadrado de {metres} m</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>At HQ</source>
        <translation>En el CG</translation>
    </message>
    <message>
        <source>HQ has it, a person looks at it</source>
        <translation>En el CG, una persona lo examina</translation>
    </message>
    <message>
        <source>Latest change: {state}</source>
        <translation>Último cambio: {state}</translation>
    </message>
    <message>
        <source>Received by HQ {time}</source>
        <translation>Recibido por el CG {time}</translation>
    </message>
    <message>
        <source>Refused because: {why} ({code})</source>
        <translation>No admitido: {why} ({code})</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>Enviando {part}</translation>
    </message>
    <message>
        <source>Text received {time}, {there} of {all} photos sent ({part})</source>
        <translation>Texto recibido {time}, fotos enviadas: {there} de {all} ({part})</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>A la espera de un enlace</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>Waiting, HQ does not accept this laptop</source>
        <translation>En espera, el CG no acepta este portátil</translation>
    </message>
    <message>
        <source>{done} of {all} MB</source>
        <translation>{done} de {all} MB</translation>
    </message>
    <message>
        <source>{done} of {all} kB</source>
        <translation>{done} de {all} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>As {officer}, open Review, read the report and press Q to ask a question.</source>
        <translation>Como {officer}, abra Revisión, lea el informe y pulse Q para hacer una pregunta.</translation>
    </message>
    <message>
        <source>As {officer}, see what has changed since the question, and press A to accept.</source>
        <translation>Como {officer}, vea qué ha cambiado desde la pregunta y pulse A para aceptar.</translation>
    </message>
    <message>
        <source>As {patrol}, open the report and answer, or correct it and say why. Both versions stay.</source>
        <translation>Como {patrol}, abra el informe y responda, o corríjalo y diga por qué. Las dos versiones se conservan.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Cut the link. As {patrol}, choose New report, then Restriction of movement, and file it. It is saved at once, and the strip at the foot says: Waiting for a link.</source>
        <translation>Corte el enlace. Como {patrol}, elija Nuevo informe, después Restricción de movimiento, y preséntelo. Se guarda al momento, y la barra inferior dice: A la espera de un enlace.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the window of {name}</source>
        <translation>Abrir la ventana de {name}</translation>
    </message>
    <message>
        <source>Open {second}, file a report and save it to a USB stick in Outbox. Lock with Ctrl+L: what was half written is kept for the same person only.</source>
        <translation>Abra {second}, presente un informe y guárdelo en una memoria USB en Salida. Bloquee con Ctrl+L: lo que quedó a medias se conserva solo para la misma persona.</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Restore the link. Nobody has to press anything: the report leaves by itself, and Received by HQ is said only on HQ's signed receipt. See Outbox and Sent book.</source>
        <translation>Restablezca el enlace. Nadie tiene que pulsar nada: el informe sale por sí solo, y Recibido por el CG solo se dice con el acuse de recibo firmado del CG. Vea Salida y Enviados.</translation>
    </message>
    <message>
        <source>Setting up. This takes about half a minute.</source>
        <translation>Preparando. Tarda alrededor de medio minuto.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Paso {number} de {count}</translation>
    </message>
    <message>
        <source>The link is cut. Restore it</source>
        <translation>El enlace está cortado. Restablecerlo</translation>
    </message>
    <message>
        <source>The link is up. Cut it</source>
        <translation>El enlace funciona. Cortarlo</translation>
    </message>
    <message>
        <source>Unlock both windows with the passphrases on the right. {patrol} leads a patrol on the left, {officer} reviews at headquarters on the right.</source>
        <translation>Desbloquee las dos ventanas con las frases de contraseña de la derecha. {patrol} dirige una patrulla a la izquierda, {officer} revisa en el CG a la derecha.</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>All other answers are taken along.</source>
        <translation>Las demás respuestas se conservan.</translation>
    </message>
    <message>
        <source>All other answers are taken along. You can go back until you file.</source>
        <translation>Las demás respuestas se conservan. Puede volver atrás hasta que presente el informe.</translation>
    </message>
    <message>
        <source>Answers without a place</source>
        <translation>Respuestas sin lugar</translation>
    </message>
    <message>
        <source>Answers without a place there; they stay readable until you file</source>
        <translation>Respuestas que allí no tienen lugar; se pueden leer hasta que presente el informe</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Volver al formulario</translation>
    </message>
    <message>
        <source>File without them</source>
        <translation>Presentar sin ellas</translation>
    </message>
    <message>
        <source>File without these answers?</source>
        <translation>¿Presentar sin estas respuestas?</translation>
    </message>
    <message>
        <source>Go back to the older edition</source>
        <translation>Volver a la edición anterior</translation>
    </message>
    <message>
        <source>Go on with the new edition</source>
        <translation>Seguir con la nueva edición</translation>
    </message>
    <message>
        <source>Kept with the draft until you file it</source>
        <translation>Se guardan con el borrador hasta que lo presente</translation>
    </message>
    <message>
        <source>New questions</source>
        <translation>Preguntas nuevas</translation>
    </message>
    <message>
        <source>New: {choices}</source>
        <translation>Nuevo: {choices}</translation>
    </message>
    <message>
        <source>No longer there: {choices}</source>
        <translation>Ya no existe: {choices}</translation>
    </message>
    <message>
        <source>Not part of the report, and gone once it is filed</source>
        <translation>No forman parte del informe y se pierden al presentarlo</translation>
    </message>
    <message>
        <source>Questions in other words</source>
        <translation>Preguntas con otra redacción</translation>
    </message>
    <message>
        <source>Questions that are no longer asked</source>
        <translation>Preguntas que ya no se hacen</translation>
    </message>
    <message>
        <source>Questions with other choices</source>
        <translation>Preguntas con otras opciones</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation type="vanished">Ver qué ha cambiado</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>Ver qué cambia</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>Quedarse con esta</translation>
    </message>
    <message>
        <source>There is a newer edition of this form.</source>
        <translation>Hay una edición más reciente de este formulario.</translation>
    </message>
    <message>
        <source>This report goes on in the newer edition of the form.</source>
        <translation>Este informe sigue en la edición más reciente del formulario.</translation>
    </message>
    <message>
        <source>Until now: {words}</source>
        <translation>Hasta ahora: {words}</translation>
    </message>
    <message>
        <source>What changes in the newer edition</source>
        <translation>Qué cambia en la edición más reciente</translation>
    </message>
    <message>
        <source>What changes on the way back</source>
        <translation>Qué cambia al volver</translation>
    </message>
    <message>
        <source>Write what matters into another answer, such as the account.</source>
        <translation>Escriba lo que importe en otra respuesta, por ejemplo el relato.</translation>
    </message>
    <message>
        <source>{choices} and {count} more</source>
        <translation>{choices} y {count} más</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers have no place in this edition; they are kept with the draft.</source>
        <translation>
            <numerusform>Una respuesta no tiene lugar en esta edición; se guarda con el borrador.</numerusform>
            <numerusform>{count} respuestas no tienen lugar en esta edición; se guardan con el borrador.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A colleague was let in but has not unlocked this laptop yet. They have to do so first.</source>
        <translation>Se admitió a un colega que aún no ha desbloqueado este portátil. Tiene que hacerlo primero.</translation>
    </message>
    <message>
        <source>A file or folder that is needed cannot be used.</source>
        <translation>No se puede usar un archivo o una carpeta necesarios.</translation>
    </message>
    <message>
        <source>A grid needs 2, 4, 6, 8 or 10 digits, half of them easting and half northing.</source>
        <translation>Las coordenadas llevan 2, 4, 6, 8 o 10 cifras, la mitad hacia el este y la mitad hacia el norte.</translation>
    </message>
    <message>
        <source>A number is too large. Latitude ends at 90, longitude at 180, minutes at 59.</source>
        <translation>Un número es demasiado grande. La latitud llega a 90, la longitud a 180 y los minutos a 59.</translation>
    </message>
    <message>
        <source>A one-time code from HQ is needed. Ask HQ for one; your reports stay here until then.</source>
        <translation>Hace falta un código de un solo uso del CG. Pida uno al CG; sus informes se quedan aquí hasta entonces.</translation>
    </message>
    <message>
        <source>A one-time code has ten letters and digits, such as 7K2MX-4PQ9D. Type it again.</source>
        <translation>Un código de un solo uso tiene diez letras y cifras, como 7K2MX-4PQ9D. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>A part that protects your reports does not work, so nothing was opened or changed.</source>
        <translation>Una parte que protege sus informes no funciona; por eso no se abrió ni se cambió nada.</translation>
    </message>
    <message>
        <source>A passphrase does not open its custodian's file. Nothing was opened.</source>
        <translation>Una frase de contraseña no abre el archivo de su custodio. No se abrió nada.</translation>
    </message>
    <message>
        <source>A passphrase is made only where a person reads the screen. Nothing was changed.</source>
        <translation>Solo se propone una frase de contraseña donde una persona lee la pantalla. No se cambió nada.</translation>
    </message>
    <message>
        <source>A receipt is not signed by your HQ. Your reports stay here until a true one comes.</source>
        <translation>Un acuse de recibo no está firmado por su CG. Sus informes se quedan aquí hasta que llegue uno auténtico.</translation>
    </message>
    <message>
        <source>A record does not carry its author's valid signature. It was left out; tell HQ.</source>
        <translation>Un registro no lleva la firma válida de su autor. Se dejó fuera; avise al CG.</translation>
    </message>
    <message>
        <source>A record does not follow the one before it. Something is missing or was changed.</source>
        <translation>Un registro no sigue al anterior. Falta algo o algo se cambió.</translation>
    </message>
    <message>
        <source>A record is damaged or from a newer version. It was left out; tell HQ.</source>
        <translation>Un registro está dañado o es de una versión más nueva. Se dejó fuera; avise al CG.</translation>
    </message>
    <message>
        <source>A report takes up to 20 files of at most 25 MB each. Choose a smaller file.</source>
        <translation>Un informe admite hasta 20 archivos de 25 MB como máximo cada uno. Elija un archivo más pequeño.</translation>
    </message>
    <message>
        <source>A sealed packet is damaged. It was left out; send it again.</source>
        <translation>Un paquete sellado está dañado. Se dejó fuera; envíelo de nuevo.</translation>
    </message>
    <message>
        <source>A short grid needs a base square in the settings. Type the full grid with its zone.</source>
        <translation>Unas coordenadas cortas necesitan un cuadrado base en los ajustes. Escriba las coordenadas completas con su zona.</translation>
    </message>
    <message>
        <source>Another file has this name already. Nothing was changed; choose another name.</source>
        <translation>Otro archivo ya tiene este nombre. No se cambió nada; elija otro nombre.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Compruebe la fecha y la hora de este equipo.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Elija de la lista.</translation>
    </message>
    <message>
        <source>Enter a date and time.</source>
        <translation>Indique una fecha y una hora.</translation>
    </message>
    <message>
        <source>Enter a date.</source>
        <translation>Indique una fecha.</translation>
    </message>
    <message>
        <source>Enter a latitude and a longitude.</source>
        <translation>Indique una latitud y una longitud.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Indique un número.</translation>
    </message>
    <message>
        <source>Enter a time.</source>
        <translation>Indique una hora.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Indique un número entero.</translation>
    </message>
    <message>
        <source>Enter at least two points.</source>
        <translation>Indique al menos dos puntos.</translation>
    </message>
    <message>
        <source>Enter the time as well as the date.</source>
        <translation>Indique también la hora, además de la fecha.</translation>
    </message>
    <message>
        <source>Grids end at 80 degrees south and 84 degrees north. Give latitude and longitude.</source>
        <translation>Las coordenadas MGRS terminan a 80 grados sur y 84 grados norte. Indique latitud y longitud.</translation>
    </message>
    <message>
        <source>HQ can help: tell them the code {code}.</source>
        <translation>El CG puede ayudar: indíquele el código {code}.</translation>
    </message>
    <message>
        <source>HQ cannot open this laptop for you: nothing was prepared for it. Nothing was changed.</source>
        <translation>El CG no puede abrir este portátil por usted: no se preparó nada para ello. No se cambió nada.</translation>
    </message>
    <message>
        <source>HQ cannot open this report: it was prepared for another mission. It is safe here.</source>
        <translation>El CG no puede abrir este informe: se preparó para otra misión. Aquí está a salvo.</translation>
    </message>
    <message>
        <source>HQ could not read this report. It is safe on this laptop; tell HQ its number.</source>
        <translation>El CG no pudo leer este informe. Está a salvo en este portátil; indique su número al CG.</translation>
    </message>
    <message>
        <source>HQ did not accept the one-time code. Check it letter by letter, or ask HQ for a new one.</source>
        <translation>El CG no aceptó el código de un solo uso. Compruébelo letra por letra, o pida uno nuevo al CG.</translation>
    </message>
    <message>
        <source>HQ does not accept reports under this person's enrolment on this laptop. The report is safe here; ask HQ for a new code and enrol again.</source>
        <translation>El CG no acepta informes con la inscripción de esta persona en este portátil. El informe está a salvo aquí; pida un código nuevo al CG e inscríbase otra vez.</translation>
    </message>
    <message>
        <source>HQ does not know this laptop yet, or not any more. Everything is saved here; if you have enrolled, ask HQ whether it let this laptop in.</source>
        <translation>El CG todavía no conoce este portátil, o ya no lo conoce. Todo está guardado aquí; si ya se ha inscrito, pregunte al CG si admitió este portátil.</translation>
    </message>
    <message>
        <source>HQ has no space left and is looking into it. Everything is saved here and goes later.</source>
        <translation>El CG no tiene espacio y se está ocupando de ello. Todo está guardado aquí y saldrá más tarde.</translation>
    </message>
    <message>
        <source>HQ has not asked this question about this report. Look at the report again.</source>
        <translation>El CG no ha hecho esta pregunta sobre este informe. Vuelva a mirar el informe.</translation>
    </message>
    <message>
        <source>HQ has not named anybody yet who may read such a report. It stays here as your draft, and you can file it once HQ has.</source>
        <translation>El CG todavía no ha designado a nadie que pueda leer un informe así. Se queda aquí como borrador suyo y podrá presentarlo en cuanto el CG lo haga.</translation>
    </message>
    <message>
        <source>HQ has withdrawn this laptop's access. Your reports stay here; ask HQ.</source>
        <translation>El CG ha retirado el acceso a este portátil. Sus informes se quedan aquí; pregunte al CG.</translation>
    </message>
    <message>
        <source>HQ is busy and asked to wait. It goes on by itself.</source>
        <translation>El CG está ocupado y pide esperar. Continúa por sí solo.</translation>
    </message>
    <message>
        <source>HQ's check of this report failed. It is safe on this laptop; tell HQ its number.</source>
        <translation>La comprobación de este informe en el CG falló. Está a salvo en este portátil; indique su número al CG.</translation>
    </message>
    <message>
        <source>HQ's server does not show everything that HQ confirmed to hold. Nothing here is lost. Tell those who run HQ's server.</source>
        <translation>El servidor del CG no muestra todo lo que el CG confirmó tener. Aquí no se ha perdido nada. Avise a quienes administran el servidor del CG.</translation>
    </message>
    <message>
        <source>HQ's server has a problem just now. Everything is saved here and goes later.</source>
        <translation>El servidor del CG tiene un problema en este momento. Todo está guardado aquí y saldrá más tarde.</translation>
    </message>
    <message>
        <source>HQ's server is older than this app and cannot read this report yet. It is safe here.</source>
        <translation>El servidor del CG es más antiguo que esta aplicación y todavía no puede leer este informe. Aquí está a salvo.</translation>
    </message>
    <message>
        <source>It takes the files of two different custodians of the same key. Nothing was opened.</source>
        <translation>Hacen falta los archivos de dos custodios distintos de la misma clave. No se abrió nada.</translation>
    </message>
    <message>
        <source>Lock and open again</source>
        <translation>Bloquear y volver a abrir</translation>
    </message>
    <message>
        <source>No help from HQ was asked for on this laptop. Make a request first.</source>
        <translation>En este portátil no se pidió ayuda al CG. Haga primero una solicitud.</translation>
    </message>
    <message>
        <source>No sealed report waits to be carried. If reports wait on this laptop, unlock it or use sync once, so that they are sealed; then save them again.</source>
        <translation>Ningún informe sellado espera a ser llevado. Si hay informes en espera en este portátil, desbloquéelo o use sync una vez para que se sellen, y guárdelos de nuevo.</translation>
    </message>
    <message>
        <source>Nobody of this name works on this laptop.</source>
        <translation>Nadie con este nombre trabaja en este portátil.</translation>
    </message>
    <message>
        <source>Nobody with this name works on this laptop. Choose a name from the list.</source>
        <translation>Nadie con este nombre trabaja en este portátil. Elija un nombre de la lista.</translation>
    </message>
    <message>
        <source>Nothing can be saved in the app's own folder. Choose a place outside it.</source>
        <translation>No se puede guardar nada en la carpeta de la aplicación. Elija un lugar fuera de ella.</translation>
    </message>
    <message>
        <source>Nothing is written about a sealed report. Speak with the person themselves.</source>
        <translation>Sobre un informe sellado no se escribe nada. Hable en persona con quien corresponda.</translation>
    </message>
    <message>
        <source>Only JPEG and PNG photos can be added. Save the photo as one of these first.</source>
        <translation>Solo se pueden añadir fotos JPEG y PNG. Guarde antes la foto en uno de estos formatos.</translation>
    </message>
    <message>
        <source>Only a protection officer who can open this report can take it over.</source>
        <translation>Solo un oficial de protección que pueda abrir este informe puede hacerse cargo de él.</translation>
    </message>
    <message>
        <source>Only an operations officer whom HQ has approved can review reports.</source>
        <translation>Solo un oficial de operaciones aprobado por el CG puede revisar informes.</translation>
    </message>
    <message>
        <source>Only the person who wrote this report can change it. You can ask them a question.</source>
        <translation>Solo quien escribió este informe puede cambiarlo. Puede hacerle una pregunta.</translation>
    </message>
    <message>
        <source>Please say why the report changes. The reason is kept with it.</source>
        <translation>Diga por qué cambia el informe. El motivo se guarda con él.</translation>
    </message>
    <message>
        <source>Please write a few words. The other side sees them.</source>
        <translation>Escriba unas palabras. La otra parte las verá.</translation>
    </message>
    <message>
        <source>Reports of this laptop are being sent already.</source>
        <translation>Los informes de este portátil ya se están enviando.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Several reports carry this number. Name the one you mean by its id; the list has them.</source>
        <translation>Varios informes llevan este número. Indique el suyo por su identificador; están en la lista.</translation>
    </message>
    <message>
        <source>Some answers are missing or do not fit. They are marked; nothing was filed.</source>
        <translation>Faltan respuestas o algunas no encajan. Están señaladas; no se presentó nada.</translation>
    </message>
    <message>
        <source>Some answers have no place in this form or are of the wrong kind; nothing was filed.</source>
        <translation>Algunas respuestas no tienen lugar en este formulario o son de otro tipo; no se presentó nada.</translation>
    </message>
    <message>
        <source>Some words could lead to a person, and such words are not kept. They are marked; leave them out. Nothing was filed.</source>
        <translation>Algunas palabras podrían llevar a una persona, y esas palabras no se guardan. Están marcadas; quítelas. No se presentó nada.</translation>
    </message>
    <message>
        <source>Somebody on this laptop already has this name. Choose another one.</source>
        <translation>Alguien en este portátil ya tiene este nombre. Elija otro.</translation>
    </message>
    <message>
        <source>Something new came to this report while you read it. Look at it, then decide.</source>
        <translation>Llegó algo nuevo a este informe mientras lo leía. Mírelo y después decida.</translation>
    </message>
    <message>
        <source>Something on the command line is not text in UTF-8. Nothing was changed.</source>
        <translation>Algo en la línea de órdenes no es texto en UTF-8. No se cambió nada.</translation>
    </message>
    <message>
        <source>Something on this network answers in HQ's place, such as a log-in page. Nothing counts as delivered; log in to the network, or use another one, and try again.</source>
        <translation>Algo en esta red responde en lugar del CG, como una página de acceso. Nada cuenta como entregado; acceda a la red, o use otra, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your saved work is safe.</source>
        <translation>Ocurrió algo inesperado. Su trabajo guardado está a salvo.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>Such a report takes no photos: a picture could lead to a person. Nothing was filed.</source>
        <translation>Este tipo de informe no admite fotos: una imagen podría llevar a una persona. No se presentó nada.</translation>
    </message>
    <message>
        <source>Tell HQ the code {code}.</source>
        <translation>Indique al CG el código {code}.</translation>
    </message>
    <message>
        <source>That month has no such day. Check the first two digits and the month.</source>
        <translation>Ese mes no tiene ese día. Compruebe las dos primeras cifras y el mes.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from HQ's. Reports are still sent, but their times will look wrong: check date, time and time zone.</source>
        <translation>El reloj de este equipo difiere del reloj del CG. Los informes se envían igualmente, pero sus horas parecerán erróneas: compruebe fecha, hora y zona horaria.</translation>
    </message>
    <message>
        <source>The clock of this computer shows an earlier time than when it was last used. Reports are saved as always, with a note for HQ that their times may be wrong.</source>
        <translation>El reloj de este equipo marca una hora anterior a la de su último uso. Los informes se guardan como siempre, con una nota para el CG de que sus horas pueden ser erróneas.</translation>
    </message>
    <message>
        <source>The code lists cannot be read. Ask headquarters to publish them again.</source>
        <translation>Las listas de códigos no se pueden leer. Pida al CG que las publique de nuevo.</translation>
    </message>
    <message>
        <source>The command has run, but its answer could not be written out.</source>
        <translation>La orden se ejecutó, pero su respuesta no se pudo escribir.</translation>
    </message>
    <message>
        <source>The content of a record cannot be kept as it is.</source>
        <translation>El contenido de un registro no se puede guardar tal como está.</translation>
    </message>
    <message>
        <source>The disk is full. Reports are still saved, in room that was kept for this day. Free some space soon: delete or move files that are not needed.</source>
        <translation>El disco está lleno. Los informes se siguen guardando, en un espacio reservado para este día. Libere espacio pronto: borre o mueva archivos que no haga falta tener aquí.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe.</source>
        <translation>El disco está lleno. Lo guardado está a salvo.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe; free some space, then try again.</source>
        <translation>El disco está lleno. Lo guardado está a salvo; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full. Your reports are saved; free some space so that they can be sent.</source>
        <translation>El disco está lleno. Sus informes están guardados; libere espacio para que se puedan enviar.</translation>
    </message>
    <message>
        <source>The file or stick cannot be used. Put it in again, or choose another, and try again.</source>
        <translation>No se puede usar el archivo o la memoria USB. Insértela de nuevo, o elija otra, e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The file that lets this laptop send is damaged. What was saved is safe.</source>
        <translation>El archivo que permite enviar a este portátil está dañado. Lo guardado está a salvo.</translation>
    </message>
    <message>
        <source>The file with this laptop's reports is missing or empty. Restore a copy, or ask HQ.</source>
        <translation>El archivo con los informes de este portátil falta o está vacío. Recupere una copia, o pregunte al CG.</translation>
    </message>
    <message>
        <source>The folder for sending cannot be used. Your reports are saved; ask HQ for help.</source>
        <translation>No se puede usar la carpeta de envío. Sus informes están guardados; pida ayuda al CG.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was changed.</source>
        <translation>El archivo de claves de este portátil no se puede leer. No se cambió nada.</translation>
    </message>
    <message>
        <source>The key file of this laptop is damaged. Restore it from a copy, or ask HQ to help.</source>
        <translation>El archivo de claves de este portátil está dañado. Recupérelo de una copia, o pida ayuda al CG.</translation>
    </message>
    <message>
        <source>The keys are erased, so nobody can open the reports. Some sealed files are still there.</source>
        <translation>Las claves están borradas: nadie puede abrir ya los informes. Quedan algunos archivos sellados.</translation>
    </message>
    <message>
        <source>The keys of this laptop could not be erased. Reports may still be opened.</source>
        <translation>No se pudieron borrar las claves de este portátil. Los informes aún podrían abrirse.</translation>
    </message>
    <message>
        <source>The last character does not fit the report number: some character in it is wrong.</source>
        <translation>El último carácter no encaja con el número de informe: algún carácter es erróneo.</translation>
    </message>
    <message>
        <source>The map of this installation cannot be read. Everything else works; ask HQ for the map.</source>
        <translation>El mapa de esta instalación no se puede leer. Todo lo demás funciona; pida el mapa al CG.</translation>
    </message>
    <message>
        <source>The mission file of this laptop cannot be read. Nothing was changed.</source>
        <translation>El archivo de misión de este portátil no se puede leer. No se cambió nada.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ does not have them. Look through your reports, file again what is missing, and have the disk checked.</source>
        <translation>Faltan los últimos registros de este portátil: falló su disco, o volvió a una copia más antigua. El CG no los tiene. Revise sus informes, presente de nuevo lo que falte y haga comprobar el disco.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ has them or gets them. You can read everything here, but nothing more goes to HQ under this name: ask HQ for a new code and enrol under another name.</source>
        <translation>Faltan los últimos registros de este portátil: falló su disco, o volvió a una copia más antigua. El CG los tiene o los recibirá. Puede leer todo aquí, pero con este nombre ya no sale nada hacia el CG: pida un código nuevo al CG e inscríbase con otro nombre.</translation>
    </message>
    <message>
        <source>The one-time code is too old. Ask HQ for a new one.</source>
        <translation>El código de un solo uso es demasiado antiguo. Pida uno nuevo al CG.</translation>
    </message>
    <message>
        <source>The one-time code was used already. Ask HQ for a new one.</source>
        <translation>El código de un solo uso ya se utilizó. Pida uno nuevo al CG.</translation>
    </message>
    <message>
        <source>The passphrase cannot be read. It has to be the first line of a text in UTF-8.</source>
        <translation>La frase de contraseña no se puede leer. Debe ser la primera línea de un texto en UTF-8.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let this laptop through to HQ. Everything is saved here. Ask whoever runs the network to allow HQ's address, or use another network.</source>
        <translation>El proxy de esta red no deja que este portátil llegue al CG. Todo está guardado aquí. Pida a quien administra la red que autorice la dirección del CG, o use otra red.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Everything is saved here. Ask whoever runs the network to let HQ's address through without, or use another network.</source>
        <translation>El proxy de esta red pide un nombre y una contraseña. Todo está guardado aquí. Pida a quien administra la red que deje pasar la dirección del CG sin ellos, o use otra red.</translation>
    </message>
    <message>
        <source>The reports of this laptop cannot be opened, but it keeps a copy of them.</source>
        <translation>Los informes de este portátil no se pueden abrir, pero guarda una copia.</translation>
    </message>
    <message>
        <source>The reports on this laptop cannot be opened. Restore the folder from its copy.</source>
        <translation>No se pueden abrir los informes de este portátil. Recupere la carpeta de su copia.</translation>
    </message>
    <message>
        <source>The store is in use by another window. Wait a moment and try again.</source>
        <translation>Otra ventana está usando los datos. Espere un momento e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The store of this laptop is damaged. Keep the folder as it is and restore a copy.</source>
        <translation>Los datos de este portátil están dañados. Deje la carpeta como está y recupere una copia.</translation>
    </message>
    <message>
        <source>The text of this report was removed from this laptop after HQ received it. To correct it, file a new report that names its number.</source>
        <translation>El texto de este informe se retiró de este portátil después de que el CG lo recibiera. Para corregirlo, presente un informe nuevo que indique su número.</translation>
    </message>
    <message>
        <source>There is no connection to HQ. Everything is saved and goes when the link is back.</source>
        <translation>No hay conexión con el CG. Todo está guardado y saldrá cuando vuelva el enlace.</translation>
    </message>
    <message>
        <source>There is no such grid zone. It is a number from 1 to 60 and a letter from C to X.</source>
        <translation>Esa zona MGRS no existe. Es un número de 1 a 60 y una letra de la C a la X.</translation>
    </message>
    <message>
        <source>There is no such month. Use the English abbreviations JAN to DEC.</source>
        <translation>Ese mes no existe. Use las abreviaturas inglesas de JAN a DEC.</translation>
    </message>
    <message>
        <source>There is no such report on this laptop. Check the number.</source>
        <translation>Ese informe no está en este portátil. Compruebe el número.</translation>
    </message>
    <message>
        <source>There is no such time of day. Hours run from 00 to 23; midnight is 0000, never 2400.</source>
        <translation>Esa hora no existe. Las horas van de 00 a 23; medianoche es 0000, nunca 2400.</translation>
    </message>
    <message>
        <source>There is no such time zone. Use a letter, or an offset such as +0530.</source>
        <translation>Esa zona horaria no existe. Use una letra, o un desfase como +0530.</translation>
    </message>
    <message>
        <source>There is not enough room on the stick. Nothing was left on it; free some and try again.</source>
        <translation>No hay bastante espacio en la memoria USB. No quedó nada en ella; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is too little room on the disk for photos: they need 500 MB free. Save the report without them, and add them when there is room.</source>
        <translation>Hay muy poco espacio en el disco para fotos: necesitan 500 MB libres. Guarde el informe sin ellas y añádalas cuando haya espacio.</translation>
    </message>
    <message>
        <source>These answers cannot be read. Choose another file or ask headquarters.</source>
        <translation>Estas respuestas no se pueden leer. Elija otro archivo o pregunte al CG.</translation>
    </message>
    <message>
        <source>These reports were saved by a newer version of the app. Update the app to open them.</source>
        <translation>Estos informes los guardó una versión más nueva de la aplicación. Actualícela para abrirlos.</translation>
    </message>
    <message>
        <source>This account may not use a file or folder that is needed.</source>
        <translation>Esta cuenta de usuario no puede usar un archivo o una carpeta necesarios.</translation>
    </message>
    <message>
        <source>This account may not use the file with this laptop's reports. Nothing was changed.</source>
        <translation>Esta cuenta de usuario no puede usar el archivo con los informes de este portátil. No se cambió nada.</translation>
    </message>
    <message>
        <source>This answer does not fit the request made here last. Nothing was changed.</source>
        <translation>Esta respuesta no corresponde a la última solicitud hecha aquí. No se cambió nada.</translation>
    </message>
    <message>
        <source>This answer is not allowed here.</source>
        <translation>Esta respuesta no está permitida aquí.</translation>
    </message>
    <message>
        <source>This bundle belongs to another mission or laptop. Nothing was taken from it.</source>
        <translation>Este lote pertenece a otra misión o a otro portátil. No se tomó nada de él.</translation>
    </message>
    <message>
        <source>This computer does not allow the app to change what starts with it. Reports are still sent whenever the app is open.</source>
        <translation>Este equipo no permite que la aplicación cambie lo que arranca con él. Los informes se envían igualmente mientras la aplicación está abierta.</translation>
    </message>
    <message>
        <source>This copy of the reports cannot be used. Nothing was changed; choose another one.</source>
        <translation>Esta copia de los informes no se puede usar. No se cambió nada; elija otra.</translation>
    </message>
    <message>
        <source>This draft is no longer on this laptop.</source>
        <translation>Este borrador ya no está en este portátil.</translation>
    </message>
    <message>
        <source>This file does not ask for recovery, or it was changed on its way. Ask for a new one.</source>
        <translation>Este archivo no pide recuperación, o fue modificado en el camino. Pida uno nuevo.</translation>
    </message>
    <message>
        <source>This file is damaged or was not made by your mission's HQ. Ask HQ for a new copy.</source>
        <translation>Este archivo está dañado o no lo hizo el CG de su misión. Pida otra copia al CG.</translation>
    </message>
    <message>
        <source>This file is empty. Choose it again, or another one.</source>
        <translation>Este archivo está vacío. Elíjalo de nuevo, o elija otro.</translation>
    </message>
    <message>
        <source>This file is not a report bundle. Choose the file that was exported by the app.</source>
        <translation>Este archivo no es un lote de informes. Elija el archivo que exportó la aplicación.</translation>
    </message>
    <message>
        <source>This form cannot be used here. Ask headquarters for a corrected form.</source>
        <translation>Este formulario no se puede usar aquí. Pida al CG un formulario corregido.</translation>
    </message>
    <message>
        <source>This is not a date-time group. Write day, time, zone, month, year: 061020A NOV 26.</source>
        <translation>Esto no es un grupo fecha-hora. Escriba día, hora, zona, mes y año: 061020A NOV 26.</translation>
    </message>
    <message>
        <source>This is not a grid. Write zone, square and an even number of digits: 32Q QF 8947 4793.</source>
        <translation>Esto no son coordenadas MGRS. Escriba zona, cuadrado y un número par de cifras: 32Q QF 8947 4793.</translation>
    </message>
    <message>
        <source>This is not a position. Write latitude, then longitude: 18.50205, 11.74144.</source>
        <translation>Esto no es una posición. Escriba latitud y después longitud: 18.50205, 11.74144.</translation>
    </message>
    <message>
        <source>This is not a report number. It has five parts, such as TS7-FOM-2026-0031-K.</source>
        <translation>Esto no es un número de informe. Tiene cinco partes, como TS7-FOM-2026-0031-K.</translation>
    </message>
    <message>
        <source>This laptop already belongs to another mission. Use a new folder for this one.</source>
        <translation>Este portátil ya pertenece a otra misión. Use una carpeta nueva para esta.</translation>
    </message>
    <message>
        <source>This laptop already has these forms or lists, or newer ones. Nothing was changed.</source>
        <translation>Este portátil ya tiene estos formularios o listas, u otros más recientes. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This laptop got a new key after you asked; the answer is too old. Nothing was changed.</source>
        <translation>Este portátil recibió una clave nueva después de su solicitud; la respuesta es demasiado antigua. No se cambió nada.</translation>
    </message>
    <message>
        <source>This laptop has a new key since you came in. Lock it and unlock it, then try again.</source>
        <translation>Este portátil tiene una clave nueva desde que usted entró. Bloquéelo, desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This laptop has no mission file yet. Choose the file that HQ gave you.</source>
        <translation>Este portátil aún no tiene archivo de misión. Elija el archivo que le dio el CG.</translation>
    </message>
    <message>
        <source>This laptop is not set up for a mission yet. Enrol it with HQ's profile and a code.</source>
        <translation>Este portátil aún no está configurado para una misión. Inscríbalo con el archivo de misión del CG y un código.</translation>
    </message>
    <message>
        <source>This laptop is not set up yet. Use the mission file and code from HQ.</source>
        <translation>Este portátil aún no está configurado. Use el archivo de misión y el código del CG.</translation>
    </message>
    <message>
        <source>This laptop was set back to an older copy. You can read everything here, but nothing more goes to HQ under this name. Ask HQ for a new code and enrol under another name; then file again what still waits.</source>
        <translation>Este portátil volvió a una copia más antigua. Puede leer todo aquí, pero con este nombre ya no sale nada hacia el CG. Pida un código nuevo al CG e inscríbase con otro nombre; después presente de nuevo lo que aún espera.</translation>
    </message>
    <message>
        <source>This may be a way to reach somebody. Leave it out; it is not needed here.</source>
        <translation>Puede ser una manera de comunicarse con alguien. Quítela; aquí no hace falta.</translation>
    </message>
    <message>
        <source>This may be somebody's age. Leave it out and choose child or adult above.</source>
        <translation>Puede ser la edad de alguien. Quítela y elija arriba menor o persona adulta.</translation>
    </message>
    <message>
        <source>This may be somebody's name. Leave it out and write only: a woman, a child, a group.</source>
        <translation>Puede ser el nombre de alguien. Quítelo y escriba solo: una mujer, un menor, un grupo.</translation>
    </message>
    <message>
        <source>This may lead to somebody's home. Leave it out and name only the village or the area.</source>
        <translation>Esto puede llevar a la vivienda de alguien. Quítelo y nombre solo la aldea o la zona.</translation>
    </message>
    <message>
        <source>This network opens sealed connections to look into them, so nothing was sent. Ask whoever runs it to leave HQ's address out of that, or use another network, then try again.</source>
        <translation>Esta red abre las conexiones selladas para examinarlas, por lo que no se envió nada. Pida a quien la administra que excluya la dirección del CG, o use otra red, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>This passphrase does not open the laptop. Nothing was changed; check and try again.</source>
        <translation>Esta frase de contraseña no abre el portátil. No se cambió nada; compruébela e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use at least four words or 16 characters.</source>
        <translation type="vanished">Esta frase de contraseña es demasiado fácil de adivinar. Use al menos cuatro palabras o 16 caracteres.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">Esta frase de contraseña es demasiado fácil de adivinar. Use cuatro palabras o más que no tengan relación.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four words that do not belong together.</source>
        <translation>Esta frase de contraseña es demasiado fácil de adivinar. Use cuatro palabras que no tengan relación.</translation>
    </message>
    <message>
        <source>This person has drafts that nobody else can open. Let them file or delete them first.</source>
        <translation>Esta persona tiene borradores que nadie más puede abrir. Que los presente o los borre primero.</translation>
    </message>
    <message>
        <source>This person has more rights than you have. Somebody with the same role can remove them.</source>
        <translation>Esta persona tiene más permisos que usted. Puede quitarla alguien con la misma función.</translation>
    </message>
    <message>
        <source>This photo has more than 50 million pixels. Choose a smaller one.</source>
        <translation>Esta foto tiene más de 50 millones de píxeles. Elija una más pequeña.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be added. Copy it from the camera again.</source>
        <translation>Esta foto está dañada y no se puede añadir. Cópiela de nuevo desde la cámara.</translation>
    </message>
    <message>
        <source>This photo is no longer part of the draft.</source>
        <translation>Esta foto ya no forma parte del borrador.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop yet.</source>
        <translation>Esta foto aún no está en este portátil.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop.</source>
        <translation>Esta foto no está en este portátil.</translation>
    </message>
    <message>
        <source>This place is too exact. Give the square of 1 km, such as 32QQF8947, or the area.</source>
        <translation>Este lugar es demasiado preciso. Indique la cuadrícula de 1 km, por ejemplo 32QQF8947, o la zona.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>Esta pregunta necesita una respuesta.</translation>
    </message>
    <message>
        <source>This report is sealed, and nobody on this laptop can open it any more. To correct it or add to it, file a new report that names its number.</source>
        <translation>Este informe está sellado y ya nadie puede abrirlo en este portátil. Para corregirlo o completarlo, presente un informe nuevo que indique su número.</translation>
    </message>
    <message>
        <source>This report was sealed for other people. You cannot open it here.</source>
        <translation>Este informe se selló para otras personas. No puede abrirlo aquí.</translation>
    </message>
    <message>
        <source>This report was withdrawn. It can be read, but not changed any more.</source>
        <translation>Este informe se retiró. Se puede leer, pero ya no cambiar.</translation>
    </message>
    <message>
        <source>This report was written with a form that is not installed here. Update the app.</source>
        <translation>Este informe se escribió con un formulario que no está instalado aquí. Actualice la aplicación.</translation>
    </message>
    <message>
        <source>This says whose relative it is. Leave it out and write only: a woman, a child.</source>
        <translation>Esto dice de quién es familiar la persona. Quítelo y escriba solo: una mujer, un menor.</translation>
    </message>
    <message>
        <source>This sealed report is damaged and does not open. Ask its author to file it again.</source>
        <translation>Este informe sellado está dañado y no se abre. Pida a su autor que lo presente de nuevo.</translation>
    </message>
    <message>
        <source>This square lies outside its grid zone. Correct the grid, or say why it is right.</source>
        <translation>Este cuadrado queda fuera de su zona MGRS. Corrija las coordenadas, o diga por qué son correctas.</translation>
    </message>
    <message>
        <source>This text is not what was sent, or its end is missing. Ask for it to be repeated.</source>
        <translation>Este texto no es el que se envió, o falta el final. Pida que lo repitan.</translation>
    </message>
    <message>
        <source>This text is too long for this form. Make it shorter.</source>
        <translation>Este texto es demasiado largo para este formulario. Acórtelo.</translation>
    </message>
    <message>
        <source>This unit is not in the mission file. Check the unit's short code.</source>
        <translation>Esta unidad no está en el archivo de misión. Compruebe el código corto de la unidad.</translation>
    </message>
    <message>
        <source>This was made by a newer version of the app. Update this computer first.</source>
        <translation>Esto lo hizo una versión más nueva de la aplicación. Actualice primero este equipo.</translation>
    </message>
    <message>
        <source>This was sealed for another mission or laptop and cannot be opened here.</source>
        <translation>Esto se selló para otra misión o para otro portátil y no se puede abrir aquí.</translation>
    </message>
    <message>
        <source>This zone has no such 100 km square. Check the two letters, and the map: maps on an older datum letter their squares differently.</source>
        <translation>Esta zona no tiene ese cuadrado de 100 km. Compruebe las dos letras y el mapa: los mapas de un datum antiguo nombran sus cuadrados de otro modo.</translation>
    </message>
    <message>
        <source>Too many wrong one-time codes were tried. Wait a day, then ask HQ for a new one.</source>
        <translation>Se probaron demasiados códigos de un solo uso erróneos. Espere un día y pida uno nuevo al CG.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What answered at HQ's address is not your HQ, so nothing was sent. If this network has a log-in page, log in there first; if it goes on, tell HQ.</source>
        <translation>Lo que respondió en la dirección del CG no es su CG, así que no se envió nada. Si esta red tiene una página de acceso, acceda primero en ella; si sigue así, avise al CG.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. A colleague who works on this laptop can.</source>
        <translation>No puede quitarse a sí mismo. Puede hacerlo un colega que trabaje en este portátil.</translation>
    </message>
    <message>
        <source>Your mission does not allow reports on USB sticks. They go when there is a connection.</source>
        <translation>Su misión no permite informes en memorias USB. Salen cuando hay conexión.</translation>
    </message>
    <message>
        <source>Your new passphrase is in use, but the reports did not get a new key.</source>
        <translation>Su nueva frase de contraseña está en uso, pero los informes no recibieron una clave nueva.</translation>
    </message>
</context>
<context>
    <name>Hand-over</name>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked as high as the highest report on it.</source>
        <translation>Una copia no está cifrada: quien la encuentre puede leerla. Lleva la clasificación más alta de los informes que contiene.</translation>
    </message>
    <message>
        <source>Beginning of the watch</source>
        <translation>Comienzo del turno</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>Copiar esta página</translation>
    </message>
    <message>
        <source>Due in {span}</source>
        <translation>Vence en {span}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>From a date-time group</source>
        <translation>Desde un grupo fecha-hora</translation>
    </message>
    <message>
        <source>From {since} to {now}</source>
        <translation>De {since} a {now}</translation>
    </message>
    <message>
        <source>Further reports</source>
        <translation>Otros informes</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>CG</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>In this time nothing was filed, and nothing waits or is asked.</source>
        <translation>En este tiempo no se presentó nada, nada espera y no hay preguntas.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Nada que entregar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>Precedencia</translation>
    </message>
    <message>
        <source>Question for {person}</source>
        <translation>Pregunta para {person}</translation>
    </message>
    <message>
        <source>Reports of the watch</source>
        <translation>Informes del turno</translation>
    </message>
    <message>
        <source>Sealed, not on this paper</source>
        <translation>Sellados, no figuran en este papel</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message numerus="yes">
        <source>The last {count} hours</source>
        <translation>
            <numerusform>La última hora</numerusform>
            <numerusform>Las últimas {count} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more reports than this page holds. The list has them all.</source>
        <translation>Hay más informes de los que caben en esta página. La lista los tiene todos.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What this watch leaves to the next.</source>
        <translation type="vanished">Lo que este turno deja al siguiente.</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of yours</source>
        <translation>
            <numerusform>{count} borrador suyo</numerusform>
            <numerusform>{count} borradores suyos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} due soon</source>
        <translation>
            <numerusform>{count} vence pronto</numerusform>
            <numerusform>{count} vencen pronto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} filed</source>
        <translation>
            <numerusform>{count} presentado</numerusform>
            <numerusform>{count} presentados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} late</source>
        <translation>
            <numerusform>{count} tarde</numerusform>
            <numerusform>{count} tarde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} questions open</source>
        <translation>
            <numerusform>{count} pregunta abierta</numerusform>
            <numerusform>{count} preguntas abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} to be sent</source>
        <translation>
            <numerusform>{count} por enviar</numerusform>
            <numerusform>{count} por enviar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que el bloqueo de mayúsculas está activado.</translation>
    </message>
    <message>
        <source>Forgotten passphrase?</source>
        <translation>¿Olvidó la frase de contraseña?</translation>
    </message>
    <message>
        <source>Go back to the copy</source>
        <translation>Volver a la copia</translation>
    </message>
    <message>
        <source>HQ holds more than the copy, and nothing of that is lost at HQ. But after going back nothing more goes to HQ under this name: ask HQ for a new code.</source>
        <translation>El CG tiene más que la copia, y nada de eso se ha perdido en el CG. Pero después de volver no saldrá nada más al CG con este nombre: pida un código nuevo al CG.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ocultar la frase de contraseña</translation>
    </message>
    <message>
        <source>Opening ...</source>
        <translation>Abriendo ...</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Personas en este portátil</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostrar la frase de contraseña</translation>
    </message>
    <message numerus="yes">
        <source>The copy holds {count} records, as on {day}.</source>
        <translation>
            <numerusform>La copia contiene 1 registro, del {day}.</numerusform>
            <numerusform>La copia contiene {count} registros, del {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept. Type your passphrase to go back.</source>
        <translation>El archivo dañado se conserva. Escriba su frase de contraseña para volver.</translation>
    </message>
    <message numerus="yes">
        <source>This laptop keeps a copy: {count} records, as on {day}.</source>
        <translation type="vanished">
            <numerusform>Este portátil guarda una copia: 1 registro, del {day}.</numerusform>
            <numerusform>Este portátil guarda una copia: {count} registros, del {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This passphrase is not right. Nothing was changed.</source>
        <translation>Esta frase de contraseña no es correcta. No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in {count} seconds.</source>
        <translation>
            <numerusform>Inténtelo de nuevo en {count} segundo.</numerusform>
            <numerusform>Inténtelo de nuevo en {count} segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unlock this laptop</source>
        <translation>Desbloquear este portátil</translation>
    </message>
    <message>
        <source>What was written after that, drafts included, is not in it.</source>
        <translation>Lo que se escribió después, borradores incluidos, no está en ella.</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>All times</source>
        <translation>Cualquier período</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>As on {time}</source>
        <translation>Situación al {time}</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Volver al formulario</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Volver al formulario (Esc)</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>Volver al punto de partida</translation>
    </message>
    <message>
        <source>Bearing and distance only</source>
        <translation>Solo rumbo y distancia</translation>
    </message>
    <message>
        <source>Choose the place on the map</source>
        <translation>Elegir el lugar en el mapa</translation>
    </message>
    <message>
        <source>Click a place, or move the cross with the arrow keys and press Enter. Here that means a square of {side}; go closer for a smaller one.</source>
        <translation>Haga clic en un lugar, o mueva la cruz con las flechas y pulse Intro. Aquí eso significa un cuadrado de {side}; acérquese para uno más pequeño.</translation>
    </message>
    <message>
        <source>Click or Enter sets a point. Backspace takes it back. Esc ends.</source>
        <translation>Un clic o Intro pone un punto. Retroceso lo quita. Esc termina.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Closed area</source>
        <translation>Zona prohibida</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy this grid (C)</source>
        <translation>Copiar estas coordenadas (C)</translation>
    </message>
    <message>
        <source>From the last point: {length}</source>
        <translation>Desde el último punto: {length}</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Go closer to choose a square: click, the wheel, or the + key.</source>
        <translation>Acérquese para elegir un cuadrado: un clic, la rueda o la tecla +.</translation>
    </message>
    <message>
        <source>Grid pointed at: {grid}</source>
        <translation>Coordenadas señaladas: {grid}</translation>
    </message>
    <message>
        <source>Grid {bearing}</source>
        <translation>Cuadrícula {bearing}</translation>
    </message>
    <message>
        <source>Grid: MGRS on WGS 84. True north is up.</source>
        <translation>Cuadrícula: MGRS, WGS 84. El norte verdadero está arriba.</translation>
    </message>
    <message numerus="yes">
        <source>In all with {count} points: {length}</source>
        <translation>
            <numerusform>En total con {count} punto: {length}</numerusform>
            <numerusform>En total con {count} puntos: {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Lines on this map may be off by a kilometre; check with your own map.</source>
        <translation>Los trazos de este mapa pueden desviarse un kilómetro; compruébelo en su propio mapa.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Map of reports</source>
        <translation>Mapa de informes</translation>
    </message>
    <message>
        <source>Map to choose a place on</source>
        <translation>Mapa para elegir un lugar</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Military grid</source>
        <translation>Cuadrícula militar</translation>
    </message>
    <message>
        <source>Newer report here</source>
        <translation>Informe más reciente aquí</translation>
    </message>
    <message>
        <source>No grid here</source>
        <translation>No hay coordenadas aquí</translation>
    </message>
    <message>
        <source>No report with a grid fits these filters.</source>
        <translation>Ningún informe con coordenadas responde a estos filtros.</translation>
    </message>
    <message>
        <source>No reports yet. Those with a grid appear here.</source>
        <translation>Aún no hay informes. Los que tienen coordenadas aparecen aquí.</translation>
    </message>
    <message>
        <source>North</source>
        <translation>Norte</translation>
    </message>
    <message>
        <source>Older report here</source>
        <translation>Informe más antiguo aquí</translation>
    </message>
    <message>
        <source>Only a large square known</source>
        <translation>Solo se conoce un cuadrado grande</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Place of the report</source>
        <translation>Lugar del informe</translation>
    </message>
    <message>
        <source>Rejected or withdrawn</source>
        <translation>Rechazado o retirado</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Guardar el mapa</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all reports</source>
        <translation>Mostrar todos los informes</translation>
    </message>
    <message>
        <source>Somewhere in this square of {side}</source>
        <translation>En algún lugar de este cuadrado de {side}</translation>
    </message>
    <message>
        <source>Standing ban on an area in this square of {side}</source>
        <translation>Prohibición permanente de una zona en este cuadrado de {side}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Dejar de medir</translation>
    </message>
    <message>
        <source>Take this square</source>
        <translation>Tomar este cuadrado</translation>
    </message>
    <message>
        <source>The boundaries and names shown do not imply official endorsement.</source>
        <translation>Los límites y nombres que figuran no implican reconocimiento oficial.</translation>
    </message>
    <message>
        <source>This report has no grid.</source>
        <translation>Este informe no tiene coordenadas.</translation>
    </message>
    <message>
        <source>True {bearing}</source>
        <translation>Verdadero {bearing}</translation>
    </message>
    <message>
        <source>Type of report</source>
        <translation>Tipo de informe</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message numerus="yes">
        <source>{count} more have no grid</source>
        <translation>
            <numerusform>1 más sin coordenadas</numerusform>
            <numerusform>{count} más sin coordenadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports</source>
        <translation>
            <numerusform>{count} informe</numerusform>
            <numerusform>{count} informes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports are shown. Tab goes through them, Enter opens.</source>
        <translation>
            <numerusform>Se muestra {count} informe. Tab lleva a él, Intro lo abre.</numerusform>
            <numerusform>Se muestran {count} informes. Tab los recorre, Intro abre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports have no grid</source>
        <translation type="vanished">
            <numerusform>{count} informe no tiene coordenadas</numerusform>
            <numerusform>{count} informes no tienen coordenadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports on the map</source>
        <translation>
            <numerusform>1 informe en el mapa</numerusform>
            <numerusform>{count} informes en el mapa</numerusform>
        </translation>
    </message>
    <message>
        <source>{degrees} ({mils} mils)</source>
        <translation>{degrees} ({mils} milésimas)</translation>
    </message>
    <message>
        <source>{grid}, a square of {side}.</source>
        <translation>{grid}, un cuadrado de {side}.</translation>
    </message>
    <message>
        <source>{length}, about 1 : {scale}</source>
        <translation>{length}, alrededor de 1 : {scale}</translation>
    </message>
    <message>
        <source>{near} to {far} from the observer, true bearing {bearing}</source>
        <translation>De {near} a {far} del observador, rumbo verdadero {bearing}</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} de {count}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>&amp;Minutes of link</source>
        <translation>&amp;Minutos de enlace</translation>
    </message>
    <message>
        <source>About {share} percent of the text will be through.</source>
        <translation>Pasará cerca del {share} por ciento del texto.</translation>
    </message>
    <message>
        <source>All text will be through, photos not all.</source>
        <translation>Pasará todo el texto, pero no todas las fotos.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Ask HQ again</source>
        <translation>Pedir de nuevo al CG</translation>
    </message>
    <message>
        <source>Choose the USB stick</source>
        <translation>Elegir la memoria USB</translation>
    </message>
    <message>
        <source>Choose the file from HQ</source>
        <translation>Elegir el archivo del CG</translation>
    </message>
    <message>
        <source>Code lists of version {number} were taken in.</source>
        <translation>Se han incorporado las listas de códigos de la versión {number}.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Everything costs {price}.</source>
        <translation>Todo cuesta {price}.</translation>
    </message>
    <message>
        <source>Everything will be through.</source>
        <translation>Pasará todo.</translation>
    </message>
    <message>
        <source>Files from HQ</source>
        <translation>Archivos del CG</translation>
    </message>
    <message>
        <source>Flash report</source>
        <translation>Informe flash</translation>
    </message>
    <message>
        <source>Forms of version {number} were taken in.</source>
        <translation>Se han incorporado los formularios de la versión {number}.</translation>
    </message>
    <message>
        <source>HQ has everything</source>
        <translation>El CG lo tiene todo</translation>
    </message>
    <message>
        <source>HQ has not let you in yet. What you file is sealed and sent all the same, and read once HQ has let you in. If HQ gave you another code, ask with it here.</source>
        <translation>El CG aún no le ha admitido. Lo que presenta se sella y se envía igualmente, y se lee cuando el CG le admita. Si el CG le dio otro código, úselo aquí.</translation>
    </message>
    <message>
        <source>Imported report</source>
        <translation>Informe importado</translation>
    </message>
    <message>
        <source>Load from USB stick</source>
        <translation>Cargar desde memoria USB</translation>
    </message>
    <message>
        <source>Looking for a link ...</source>
        <translation>Buscando un enlace ...</translation>
    </message>
    <message>
        <source>Not everything fitted: save a second file as well.</source>
        <translation>No cupo todo: guarde también un segundo archivo.</translation>
    </message>
    <message>
        <source>Note of an opening or a copy</source>
        <translation type="vanished">Constancia de una apertura o una copia</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nada que enviar</translation>
    </message>
    <message>
        <source>Nothing to send yet.</source>
        <translation>Nada que enviar todavía.</translation>
    </message>
    <message>
        <source>Nothing will be through.</source>
        <translation>No pasará nada.</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;Código de un solo uso</translation>
    </message>
    <message>
        <source>Opened or copied</source>
        <translation>Apertura o copia</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>Fotos añadidas</translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>Leyendo ...</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>No admitidos</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and what HQ has of them.</source>
        <translation>Los informes que presente aparecen aquí, con lo que el CG tiene de ellos.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Save to USB stick</source>
        <translation>Guardar en memoria USB</translation>
    </message>
    <message>
        <source>Saved as {name} ({size}). Carry it to HQ; the reports stay here until HQ has them.</source>
        <translation>Guardado como {name} ({size}). Llévelo al CG; los informes se quedan aquí hasta que el CG los tenga.</translation>
    </message>
    <message>
        <source>Sealed for HQ. Nobody who finds the stick can read it.</source>
        <translation>Sellado para el CG. Quien encuentre la memoria no puede leerla.</translation>
    </message>
    <message>
        <source>Sealed report opened</source>
        <translation type="vanished">Informe sellado abierto</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Taken in from HQ: receipts {receipts}, records {records}.</source>
        <translation>Recibido del CG. Acuses de recibo: {receipts}, registros: {records}.</translation>
    </message>
    <message>
        <source>Text takes {size} and {time}.</source>
        <translation>El texto requiere {size} y {time}.</translation>
    </message>
    <message>
        <source>The file was cut short. Ask HQ for it again.</source>
        <translation>El archivo está cortado. Pídalo de nuevo al CG.</translation>
    </message>
    <message>
        <source>The text costs {price}, the smallest charge.</source>
        <translation>El texto cuesta {price}, el cargo mínimo.</translation>
    </message>
    <message>
        <source>The text costs {price}.</source>
        <translation>El texto cuesta {price}.</translation>
    </message>
    <message>
        <source>They are used from the next unlocking on.</source>
        <translation>Se usarán a partir del próximo desbloqueo.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Dictamen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>With photos it takes {size} and {time}.</source>
        <translation>Con las fotos requiere {size} y {time}.</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Writing ...</source>
        <translation>Escribiendo ...</translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} hora</numerusform>
            <numerusform>{count} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} looked at by a person at HQ</source>
        <translation>examinados por una persona en el CG: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>{count} minuto</numerusform>
            <numerusform>{count} minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} photos wait</source>
        <translation>
            <numerusform>{count} foto en espera</numerusform>
            <numerusform>{count} fotos en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>{count} envío en espera</numerusform>
            <numerusform>{count} envíos en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>no admitidos: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds</source>
        <translation>
            <numerusform>{count} segundo</numerusform>
            <numerusform>{count} segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>por presentar de nuevo: {count}</translation>
    </message>
    <message>
        <source>{group} ({count})</source>
        <translation>{group} ({count})</translation>
    </message>
    <message>
        <source>{size} to send</source>
        <translation>{size} por enviar</translation>
    </message>
    <message>
        <source>{state}. Last receipt {time}.</source>
        <translation>{state}. Último acuse de recibo {time}.</translation>
    </message>
    <message>
        <source>{state}. No receipt from HQ yet.</source>
        <translation>{state}. Aún no hay acuse de recibo del CG.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Copied by {person}, {time}</source>
        <translation>Copiado por {person}, {time}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>Precedencia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What happened with it</source>
        <translation>Qué se ha hecho con él</translation>
    </message>
    <message>
        <source>{question} (the author's opinion)</source>
        <translation>{question} (opinión del autor)</translation>
    </message>
</context>
<context>
    <name>Radio</name>
    <message>
        <source>As one text, for HF</source>
        <translation>En un solo texto, para HF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy HF text</source>
        <translation>Copiar el texto HF</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="vanished">Copiar el texto</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>Leer por radio</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Número del informe</translation>
    </message>
    <message>
        <source>Say the number of each line. Capital words are the letters and digits.</source>
        <translation>Diga el número de cada línea. Las palabras en mayúsculas son las letras y las cifras.</translation>
    </message>
    <message>
        <source>Say this at the end. Whoever wrote it down in the same form sees the same three words; words of free text do not count.</source>
        <translation>Dígalo al final. Quien lo anotó en el mismo formulario ve las mismas tres palabras; el texto libre no cuenta.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>1. Ask HQ</source>
        <translation>1. Pedir ayuda al CG</translation>
    </message>
    <message>
        <source>2. When HQ has answered</source>
        <translation>2. Cuando el CG haya respondido</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Choose the answer ...</source>
        <translation>Elegir la respuesta ...</translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation>Frase de contraseña olvidada</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save the request ...</source>
        <translation>Guardar la solicitud ...</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardada como {file}.</translation>
    </message>
    <message>
        <source>Send or carry the request to HQ, and read this out by voice:</source>
        <translation>Envíe o lleve la solicitud al CG, y lea esto de viva voz:</translation>
    </message>
    <message>
        <source>The answer is here. Destroy the file once you are in.</source>
        <translation>La respuesta está aquí. Destruya el archivo cuando haya entrado.</translation>
    </message>
    <message>
        <source>{person}, two people at HQ can open this laptop for you. What you filed and your drafts stay. You will sign with a new key: ask HQ for a new one-time code, too.</source>
        <translation>{person}, dos personas del CG pueden abrir este portátil por usted. Lo que presentó y sus borradores se quedan. Firmará con una clave nueva: pida también al CG un código de un solo uso nuevo.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked with the classification, and HQ sees that you made it.</source>
        <translation>Una copia no está cifrada: quien la encuentre puede leerla. Lleva la clasificación, y el CG ve que usted la hizo.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Add photos to this report</source>
        <translation>Añadir fotos a este informe</translation>
    </message>
    <message>
        <source>Add to report</source>
        <translation>Añadir al informe</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Todos los informes</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Valoración</translation>
    </message>
    <message>
        <source>Begin a new report with the answers that stay the same</source>
        <translation>Empezar un informe nuevo con las respuestas que siguen siendo las mismas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elegir un motivo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy as new</source>
        <translation>Copiar como nuevo</translation>
    </message>
    <message>
        <source>Copy this report</source>
        <translation>Copiar este informe</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregido</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Delivered text does not stay on laptops for long, so that nobody who takes one can read it. Number, times and verdict stay here.</source>
        <translation>Un texto ya recibido por el CG no permanece mucho tiempo en los portátiles, para que nadie que se lleve uno pueda leerlo. El número, las horas y el dictamen se conservan aquí.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>Filed {time}</source>
        <translation>Presentado {time}</translation>
    </message>
    <message>
        <source>For: {names}. Each can open it on their own desktop.</source>
        <translation>Para: {names}. Cada persona puede abrirlo en su propio equipo.</translation>
    </message>
    <message>
        <source>Given to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>HQ does not have all of it yet</source>
        <translation>el CG aún no lo tiene todo</translation>
    </message>
    <message>
        <source>HQ has it</source>
        <translation>el CG lo tiene</translation>
    </message>
    <message>
        <source>HQ has the text of this report</source>
        <translation>El CG tiene el texto de este informe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>En pocas palabras, si quiere</translation>
    </message>
    <message>
        <source>Incident report</source>
        <translation type="vanished">Informe de incidente</translation>
    </message>
    <message>
        <source>It can be opened here. HQ sees that you opened it, and when.</source>
        <translation>Puede abrirse aquí. El CG ve que usted lo abrió y cuándo.</translation>
    </message>
    <message>
        <source>It stays readable for everyone, marked as withdrawn, with your reason.</source>
        <translation>Sigue visible para todos, marcado como retirado, con su motivo.</translation>
    </message>
    <message>
        <source>It stays sealed, marked as withdrawn, with your reason.</source>
        <translation>Queda sellado, marcado como retirado, con su motivo.</translation>
    </message>
    <message>
        <source>Its form is not installed here, so questions show by their short names.</source>
        <translation>Su formulario no está instalado aquí; las preguntas aparecen con su nombre corto.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clave retirada</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Versión más nueva</translation>
    </message>
    <message>
        <source>No answer differs.</source>
        <translation>Ninguna respuesta difiere.</translation>
    </message>
    <message>
        <source>Nobody else can: not on this laptop, not its author, and not those who run HQ's server.</source>
        <translation>Nadie más puede: ni en este portátil, ni su autor, ni quienes administran el servidor del CG.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>Número en la fuente</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Versión más antigua</translation>
    </message>
    <message>
        <source>Only those for whom it was sealed can open it.</source>
        <translation>Solo pueden abrirlo las personas para quienes se selló.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Foto {number}</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>Fotos añadidas</translation>
    </message>
    <message>
        <source>Photos and files ({count})</source>
        <translation>Fotos y archivos ({count})</translation>
    </message>
    <message>
        <source>Preview; the photo itself is still on its way</source>
        <translation>Vista previa; la foto misma aún está en camino</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print or PDF</source>
        <translation>Imprimir o PDF</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Question from HQ</source>
        <translation>Pregunta del CG</translation>
    </message>
    <message>
        <source>Question open</source>
        <translation>Con pregunta</translation>
    </message>
    <message>
        <source>Questions and verdicts</source>
        <translation>Preguntas y dictámenes</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>Leer por radio</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Reports that belong together</source>
        <translation>Informes vinculados</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">Restricción de movimiento</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Sealed for protection officers</source>
        <translation>Sellado para oficiales de protección</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Enviar respuesta</translation>
    </message>
    <message>
        <source>Signed after HQ withdrew this laptop's access. Check with the person.</source>
        <translation>Firmado después de que el CG retirara el acceso a este portátil. Verifíquelo con la persona.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Hacerse cargo</translation>
    </message>
    <message>
        <source>Taken from an older source</source>
        <translation>Tomado de una fuente anterior</translation>
    </message>
    <message>
        <source>Tells the author that it is in your hands</source>
        <translation>Comunica al autor que está en sus manos</translation>
    </message>
    <message>
        <source>Text and photos were removed from this laptop: {time}.</source>
        <translation>El texto y las fotos se retiraron de este portátil: {time}.</translation>
    </message>
    <message>
        <source>The author's opinion, kept apart from what was seen.</source>
        <translation>La opinión del autor, separada de lo que se vio.</translation>
    </message>
    <message>
        <source>This file cannot be shown as a picture.</source>
        <translation>Este archivo no se puede mostrar como imagen.</translation>
    </message>
    <message>
        <source>To correct it or add to it, file a new report that names this number.</source>
        <translation>Para corregirlo o completarlo, presente un informe nuevo que indique este número.</translation>
    </message>
    <message>
        <source>To correct it, file a new report that names this number.</source>
        <translation>Para corregirlo, presente un informe nuevo que indique este número.</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>Autor desconocido</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>What they show, if you like</source>
        <translation>Qué muestran, si quiere</translation>
    </message>
    <message>
        <source>Where it says preview, the photo itself is still on its way.</source>
        <translation>Donde dice «vista previa», la foto misma aún está en camino.</translation>
    </message>
    <message>
        <source>With photos</source>
        <translation>Con fotos</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Withdraw report</source>
        <translation>Retirar informe</translation>
    </message>
    <message>
        <source>Withdraw {ref}?</source>
        <translation>¿Retirar {ref}?</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Your answer to HQ</source>
        <translation>Su respuesta al CG</translation>
    </message>
    <message>
        <source>its bytes have not reached this laptop yet</source>
        <translation>su contenido aún no ha llegado a este portátil</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>aún no está aquí</translation>
    </message>
    <message>
        <source>not in source</source>
        <translation>no figura en la fuente</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>vista previa</translation>
    </message>
    <message>
        <source>{size}, waiting</source>
        <translation>{size}, en espera</translation>
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
        <translation>&amp;Nombre de estos filtros</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Click to sort. By keyboard: the menu key or Shift+F10 in the list.</source>
        <translation>Haga clic para ordenar. Con el teclado: la tecla de menú o Mayús+F10 en la lista.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Continue {title}</source>
        <translation>Continuar {title}</translation>
    </message>
    <message>
        <source>Correction of {ref}</source>
        <translation>Corrección de {ref}</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard {title}</source>
        <translation>Descartar {title}</translation>
    </message>
    <message>
        <source>Drafts, seen only by you</source>
        <translation>Borradores, solo los ve usted</translation>
    </message>
    <message>
        <source>From HQ</source>
        <translation>Del CG</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>CG</translation>
    </message>
    <message>
        <source>HQ looks at it</source>
        <translation>En examen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clave retirada</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Name of these filters</source>
        <translation>Nombre de estos filtros</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nuevo informe</translation>
    </message>
    <message>
        <source>New report (Ctrl+N)</source>
        <translation>Nuevo informe (Ctrl+N)</translation>
    </message>
    <message>
        <source>No report on this laptop fits these words and filters.</source>
        <translation>Ningún informe en este portátil encaja con estas palabras y filtros.</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Aún no hay informes</translation>
    </message>
    <message>
        <source>No saved filters yet</source>
        <translation>Aún no hay filtros guardados</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>No admitido</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and those that HQ shares with you.</source>
        <translation>Aquí aparecen los informes que presenta y los que el CG comparte con usted.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save these filters</source>
        <translation>Guardar estos filtros</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardados</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sellado</translation>
    </message>
    <message>
        <source>Search number, place, words</source>
        <translation>Buscar número, lugar, palabras</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>Buscar en los informes</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Sort by: {column}</source>
        <translation>Ordenar por: {column}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Text received</source>
        <translation>Texto recibido</translation>
    </message>
    <message>
        <source>Text removed</source>
        <translation>Texto retirado</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Throw this draft and its photos away? It was not filed.</source>
        <translation>¿Descartar este borrador y sus fotos? No se ha presentado.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>guardado {time}</translation>
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
        <translation>Aceptar (A)</translation>
    </message>
    <message>
        <source>Ask a question (Q)</source>
        <translation>Hacer una pregunta (Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clave retirada</translation>
    </message>
    <message>
        <source>New reports and answers appear here by themselves.</source>
        <translation>Los nuevos informes y respuestas aparecen aquí por sí solos.</translation>
    </message>
    <message>
        <source>New since: {verdict}, {time}</source>
        <translation>Novedades desde: {verdict}, {time}</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>Siguiente (N)</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nada por revisar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>Rechazar (R)</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>Informes por revisar</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Buscar en la cola</translation>
    </message>
    <message>
        <source>Send question</source>
        <translation>Enviar pregunta</translation>
    </message>
    <message>
        <source>To review ({count})</source>
        <translation>Por revisar ({count})</translation>
    </message>
    <message>
        <source>Why is it rejected? The author reads this.</source>
        <translation>¿Por qué se rechaza? El autor lee esto.</translation>
    </message>
    <message>
        <source>Your question to the author</source>
        <translation>Su pregunta al autor</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>a revisar</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Deadline</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Every report that you file appears here, with HQ's receipt and verdict.</source>
        <translation>Cada informe que presenta figura aquí, con el acuse de recibo y el dictamen del CG.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>HQ checks again</source>
        <translation>El CG revisa</translation>
    </message>
    <message>
        <source>HQ's verdict</source>
        <translation>Dictamen del CG</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nuevo informe</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno aún</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Nada enviado todavía</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Received by HQ</source>
        <translation>Recibido por el CG</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Your reports, and what HQ has of each.</source>
        <translation>Sus informes, y lo que el CG tiene de cada uno.</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>{time}, {count} changes wait</source>
        <translation>
            <numerusform>{time}, {count} cambio en espera</numerusform>
            <numerusform>{time}, {count} cambios en espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;Repítala</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unidad</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>As colleagues and HQ know you</source>
        <translation>Como le conocen sus colegas y el CG</translation>
    </message>
    <message>
        <source>Choose the file ...</source>
        <translation>Elegir el archivo ...</translation>
    </message>
    <message>
        <source>Choose the mission file</source>
        <translation>Elegir el archivo de misión</translation>
    </message>
    <message>
        <source>Choose your unit</source>
        <translation>Elija su unidad</translation>
    </message>
    <message>
        <source>Four words that do not belong together are easy to remember.</source>
        <translation>Cuatro palabras sin relación entre sí se recuerdan fácilmente.</translation>
    </message>
    <message>
        <source>Good. A fifth word would make it strong.</source>
        <translation>Bien. Una quinta palabra la haría fuerte.</translation>
    </message>
    <message>
        <source>HQ reads out the same letters and digits</source>
        <translation>El CG lee en voz alta las mismas letras y cifras</translation>
    </message>
    <message>
        <source>Have one made for me</source>
        <translation>Proponerme una</translation>
    </message>
    <message>
        <source>Mission file</source>
        <translation>Archivo de misión</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;Código de un solo uso</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Configurar este portátil</translation>
    </message>
    <message>
        <source>Setting up ...</source>
        <translation>Configurando ...</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos aún no son iguales.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Este archivo no se puede leer. Elija otro.</translation>
    </message>
    <message>
        <source>This laptop then sends reports whenever it is on and has a connection. Settings can change that.</source>
        <translation>A partir de entonces este portátil envía los informes siempre que esté encendido y tenga conexión. Se puede cambiar en los ajustes.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">Demasiado fácil de adivinar. Use cuatro palabras o más que no tengan relación.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use words that do not belong together.</source>
        <translation>Demasiado fácil de adivinar. Use palabras que no tengan relación.</translation>
    </message>
    <message>
        <source>Too easy to guess: use at least four words or 16 characters.</source>
        <translation type="vanished">Demasiado fácil de adivinar: use al menos cuatro palabras o 16 caracteres.</translation>
    </message>
    <message>
        <source>Use my own words</source>
        <translation>Usar mis propias palabras</translation>
    </message>
    <message>
        <source>Write it down and keep the paper away from this laptop. Then type it.</source>
        <translation>Anótela y guarde el papel lejos de este portátil. Después, escríbala.</translation>
    </message>
    <message>
        <source>You need the mission file and the one-time code that HQ gave you.</source>
        <translation>Necesita el archivo de misión y el código de un solo uso que le dio el CG.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Su &amp;nombre</translation>
    </message>
    <message>
        <source>Your &amp;unit</source>
        <translation>Su &amp;unidad</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;Repítala</translation>
    </message>
    <message>
        <source>&amp;Rounded up to kB</source>
        <translation>&amp;Redondeo en kB</translation>
    </message>
    <message>
        <source>&amp;Smallest charge in kB</source>
        <translation>Cargo &amp;mínimo en kB</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>Otra frase de contraseña</translation>
    </message>
    <message>
        <source>As delivered with the app</source>
        <translation>Los que vienen con la aplicación</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>M&amp;oneda</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Changing ...</source>
        <translation>Cambiando ...</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Listas de códigos</translation>
    </message>
    <message>
        <source>Delete their drafts, too</source>
        <translation>Borrar también sus borradores</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Do not remove</source>
        <translation>No quitar</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Archivo cifrado</translation>
    </message>
    <message>
        <source>Enter a currency, such as USD.</source>
        <translation>Escriba una moneda, por ejemplo USD.</translation>
    </message>
    <message>
        <source>For links billed by volume. A price of 0 means: not billed by volume.</source>
        <translation>Para enlaces que se cobran por volumen. Un precio de 0 significa que no se cobra por volumen.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>HQ last answered</source>
        <translation>Última respuesta del CG</translation>
    </message>
    <message>
        <source>HQ's address</source>
        <translation>Dirección del CG</translation>
    </message>
    <message>
        <source>HQ's fingerprint</source>
        <translation>Huella del CG</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kept. The outbox says what sending costs.</source>
        <translation>Guardado. «Por enviar» indica lo que cuesta enviar.</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma y apariencia</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Admitir</translation>
    </message>
    <message>
        <source>Letting in ...</source>
        <translation>Admitiendo ...</translation>
    </message>
    <message>
        <source>Link to HQ</source>
        <translation>Enlace con el CG</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation type="vanished">Se bloquea tras</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Minutes until it loc&amp;ks itself</source>
        <translation>Minutos hasta que se blo&amp;quea solo</translation>
    </message>
    <message>
        <source>Minutes until it locks itself</source>
        <translation>Minutos hasta que se bloquea solo</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Misión</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>&amp;Frase de contraseña nueva</translation>
    </message>
    <message>
        <source>Passphrase &amp;now</source>
        <translation>Frase de contraseña &amp;actual</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Personas en este portátil</translation>
    </message>
    <message>
        <source>Photos and files here</source>
        <translation>Fotos y archivos aquí</translation>
    </message>
    <message>
        <source>Price of a &amp;megabyte</source>
        <translation>Precio del m&amp;egabyte</translation>
    </message>
    <message>
        <source>Remove ...</source>
        <translation>Quitar ...</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Quitar a esta persona</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="vanished">Quitar a {name}</translation>
    </message>
    <message>
        <source>Remove {name} from this laptop</source>
        <translation>Quitar a {name} de este portátil</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>¿Quitar a {name}?</translation>
    </message>
    <message>
        <source>Removing ...</source>
        <translation>Quitando ...</translation>
    </message>
    <message>
        <source>Reports here</source>
        <translation>Informes aquí</translation>
    </message>
    <message>
        <source>Reports then leave also while nobody has opened the app. They are sealed; nothing can be read that way.</source>
        <translation>Así los informes salen aunque nadie haya abierto la aplicación. Van sellados; de ese modo no se puede leer nada.</translation>
    </message>
    <message>
        <source>Send reports when this computer starts</source>
        <translation>Enviar los informes al arrancar este equipo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Somebody may know the old one</source>
        <translation>Alguien podría conocer la anterior</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>The reports here are then locked with a new key, and the laptop locks itself. If somebody may have copied this laptop, tell HQ as well.</source>
        <translation>Los informes se protegen entonces con una clave nueva y el portátil se bloquea. Si alguien pudo copiar este portátil, avise también al CG.</translation>
    </message>
    <message>
        <source>They can no longer unlock this laptop. What they filed stays and is sent. The laptop locks itself afterwards; tell HQ, so that it withdraws their access.</source>
        <translation>Esa persona ya no podrá desbloquear este portátil. Lo que presentó se queda y se envía. Después el portátil se bloquea; avise al CG para que retire su acceso.</translation>
    </message>
    <message>
        <source>They need a one-time code from HQ, and type their own passphrase here. Nobody reads the drafts of another.</source>
        <translation>Necesitan un código de un solo uso del CG, y cada persona escribe aquí su propia frase de contraseña. Nadie lee los borradores de otra persona.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Este portátil</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Version {number} from HQ</source>
        <translation>Versión {number} del CG</translation>
    </message>
    <message>
        <source>Version {number} is used from the next unlocking on</source>
        <translation>La versión {number} se usará a partir del próximo desbloqueo</translation>
    </message>
    <message>
        <source>What the link costs</source>
        <translation>Lo que cuesta el enlace</translation>
    </message>
    <message>
        <source>You may work as</source>
        <translation>Puede trabajar como</translation>
    </message>
    <message>
        <source>Your &amp;passphrase</source>
        <translation>Su &amp;frase de contraseña</translation>
    </message>
    <message>
        <source>Your new passphrase is in use from now on.</source>
        <translation>Su nueva frase de contraseña ya está en uso.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su frase de contraseña</translation>
    </message>
    <message>
        <source>Your unit</source>
        <translation>Su unidad</translation>
    </message>
    <message>
        <source>{count} ({size})</source>
        <translation>{count} ({size})</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of theirs would be lost: nobody else can open them. Let them file them first.</source>
        <translation>
            <numerusform>Se perdería {count} borrador: nadie más puede abrirlo. Que lo presente antes.</numerusform>
            <numerusform>Se perderían {count} borradores: nadie más puede abrirlos. Que los presente antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (usted)</translation>
    </message>
    <message>
        <source>{name} can unlock this laptop now and write reports.</source>
        <translation>{name} ya puede desbloquear este portátil y escribir informes.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como este equipo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Covered. Press {key} to go on.</source>
        <translation>Oculto. Pulse {key} para continuar.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>La fecha y la hora son correctas</translation>
    </message>
    <message>
        <source>Field reports</source>
        <translation>Informes de campo</translation>
    </message>
    <message>
        <source>HQ has changed what you may do here. Lock and open again to use it.</source>
        <translation>El CG cambió lo que usted puede hacer aquí. Bloquee y vuelva a abrir para usarlo.</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Idioma y apariencia</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Salir sin ello</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nuevo informe</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. Free some space, then go on.</source>
        <translation>Lo último que escribió no se pudo guardar. Libere espacio y continúe.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>All received by HQ {time}</source>
        <translation>Todo recibido por el CG {time}</translation>
    </message>
    <message>
        <source>Connected to HQ</source>
        <translation>Conectado con el CG</translation>
    </message>
    <message>
        <source>Connecting to HQ</source>
        <translation>Conectando con el CG</translation>
    </message>
    <message>
        <source>Disk almost full: {free}</source>
        <translation>Disco casi lleno: {free}</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>Oficial de guardia</translation>
    </message>
    <message>
        <source>Free some space, so that work can be saved.</source>
        <translation>Libere espacio para que se pueda guardar el trabajo.</translation>
    </message>
    <message>
        <source>HQ could not read all of it by itself; a person looks at it.</source>
        <translation>El CG no pudo leerlo todo automáticamente; una persona lo examina.</translation>
    </message>
    <message>
        <source>HQ does not accept this laptop</source>
        <translation>El CG no acepta este portátil</translation>
    </message>
    <message>
        <source>HQ has it all and looks at {count}</source>
        <translation>El CG lo tiene todo; en examen: {count}</translation>
    </message>
    <message>
        <source>HQ last answered {time}</source>
        <translation>Última respuesta del CG {time}</translation>
    </message>
    <message>
        <source>HQ refused {count}</source>
        <translation>No admitidos por el CG: {count}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock this laptop (Ctrl+L). What you wrote is kept.</source>
        <translation>Bloquear este portátil (Ctrl+L). Lo que escribió se conserva.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Nada que enviar todavía</translation>
    </message>
    <message>
        <source>Operations officer</source>
        <translation>Oficial de operaciones</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>Patrulla</translation>
    </message>
    <message>
        <source>Protection officer</source>
        <translation>Oficial de protección</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>Enviando {part}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} ahead</source>
        <translation>Este equipo adelanta {amount}</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} behind</source>
        <translation>Este equipo atrasa {amount}</translation>
    </message>
    <message>
        <source>This computer's clock was set back</source>
        <translation>El reloj se atrasó</translation>
    </message>
    <message>
        <source>Waiting for HQ to let you in</source>
        <translation>A la espera de que el CG le admita</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>A la espera de un enlace</translation>
    </message>
    <message numerus="yes">
        <source>{count} days</source>
        <translation>
            <numerusform>{count} día</numerusform>
            <numerusform>{count} días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h</source>
        <translation>
            <numerusform>{count} h</numerusform>
            <numerusform>{count} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min</source>
        <translation>
            <numerusform>{count} min</numerusform>
            <numerusform>{count} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} photos wait</source>
        <translation>
            <numerusform>{count} foto en espera</numerusform>
            <numerusform>{count} fotos en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>{count} envío en espera</numerusform>
            <numerusform>{count} envíos en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>por presentar de nuevo: {count}</translation>
    </message>
    <message>
        <source>{person} ({role})</source>
        <translation>{person} ({role})</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>{size} GB libres</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{day}, {time} local</source>
        <translation>{day}, {time} hora local</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>Clock in doubt</source>
        <translation>Reloj dudoso</translation>
    </message>
    <message>
        <source>Filed late</source>
        <translation>Presentado tarde</translation>
    </message>
    <message>
        <source>Filed {span} after the event (planned: {allowed}).</source>
        <translation>Presentado {span} después de los hechos (previsto: {allowed}).</translation>
    </message>
    <message>
        <source>Filed {span} after the event, in time.</source>
        <translation>Presentado {span} después de los hechos, a tiempo.</translation>
    </message>
    <message>
        <source>Filed {span} after the event.</source>
        <translation>Presentado {span} después de los hechos.</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>It has waited {span} for a link.</source>
        <translation>Lleva {span} esperando un enlace.</translation>
    </message>
    <message>
        <source>Late, no link</source>
        <translation>Tarde, sin enlace</translation>
    </message>
    <message>
        <source>Not at HQ yet.</source>
        <translation>Aún no está en el CG.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later.</source>
        <translation>Llegó al CG {span} más tarde.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later: no link before.</source>
        <translation>Llegó al CG {span} más tarde: antes no había enlace.</translation>
    </message>
    <message>
        <source>The laptop's clock was in doubt, so nobody can tell how long it took.</source>
        <translation>El reloj del portátil era dudoso: nadie puede decir cuánto tardó.</translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Erasing everything ...</source>
        <translation>Borrando todo ...</translation>
    </message>
    <message>
        <source>Hold the keys once more to try again, or shut the laptop down.</source>
        <translation>Mantenga pulsadas las teclas otra vez para reintentar, o apague el portátil.</translation>
    </message>
    <message>
        <source>Keep holding to erase everything on this laptop.</source>
        <translation>Siga pulsando para borrar todo en este portátil.</translation>
    </message>
    <message>
        <source>Let go to stop. Nothing has been erased.</source>
        <translation>Suelte para detenerlo. No se ha borrado nada.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>&amp;Reason *</source>
        <translation>&amp;Motivo *</translation>
    </message>
    <message>
        <source>A patrol, flight or group was stopped, delayed, refused or threatened.</source>
        <translation type="vanished">Una patrulla, un vuelo o un grupo fue detenido, retrasado, rechazado o amenazado.</translation>
    </message>
    <message>
        <source>Also report</source>
        <translation>Informar también</translation>
    </message>
    <message>
        <source>Back to the reports</source>
        <translation>Volver a los informes</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Begin another report that belongs to this one</source>
        <translation>Empezar otro informe vinculado a este</translation>
    </message>
    <message>
        <source>Begin: {name}</source>
        <translation>Empezar: {name}</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elegir un motivo</translation>
    </message>
    <message>
        <source>Correct {ref}</source>
        <translation>Corregir {ref}</translation>
    </message>
    <message>
        <source>Correction of {ref} is filed</source>
        <translation>La corrección de {ref} está presentada</translation>
    </message>
    <message>
        <source>Ctrl+Z; Ctrl+Y does it again</source>
        <translation>Ctrl+Z; Ctrl+Y lo rehace</translation>
    </message>
    <message>
        <source>Detention, abduction or hijacking</source>
        <translation type="vanished">Detención, secuestro o robo de vehículos</translation>
    </message>
    <message>
        <source>File correction</source>
        <translation>Presentar corrección</translation>
    </message>
    <message>
        <source>File report</source>
        <translation>Presentar informe</translation>
    </message>
    <message>
        <source>Filed as {ref}</source>
        <translation>Presentado como {ref}</translation>
    </message>
    <message>
        <source>Filing seals this report: from then on only protection officers can open it, and nobody on this laptop, not even you.</source>
        <translation>Al presentarlo, este informe queda sellado: desde entonces solo pueden abrirlo los oficiales de protección y nadie en este portátil, ni siquiera usted.</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>Ir a la siguiente</translation>
    </message>
    <message>
        <source>HQ has not named a protection officer yet, so this report cannot be filed today. What you write is kept as your draft. If somebody is in danger, speak to HQ by radio or telephone.</source>
        <translation>El CG aún no ha designado a ningún oficial de protección, así que este informe no puede presentarse hoy. Lo que escriba se guarda como borrador. Si alguien está en peligro, hable con el CG por radio o teléfono.</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>En pocas palabras, si quiere</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="vanished">Incidente</translation>
    </message>
    <message>
        <source>It is safe on this laptop and goes to HQ as soon as there is a link.</source>
        <translation>Está a salvo en este portátil y saldrá hacia el CG en cuanto haya enlace.</translation>
    </message>
    <message>
        <source>Kept while you write</source>
        <translation>Se guarda mientras escribe</translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Kept {time}, without what is marked</source>
        <translation>Guardado {time}, sin lo marcado</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Tecla {key}</translation>
    </message>
    <message>
        <source>Mine, unexploded ordnance or IED</source>
        <translation type="vanished">Mina, artefacto sin explotar o improvisado</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nuevo informe</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Aún no guardado</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Please choose a reason. It is kept with the report.</source>
        <translation>Elija un motivo. Se guarda con el informe.</translation>
    </message>
    <message>
        <source>Protection alert</source>
        <translation type="vanished">Alerta de protección</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">Restricción de movimiento</translation>
    </message>
    <message>
        <source>Shooting or cease-fire violation</source>
        <translation type="vanished">Disparos o violación del alto el fuego</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Mostrar el informe</translation>
    </message>
    <message>
        <source>Some answers were taken from an earlier report. They say so: check them before filing.</source>
        <translation>Algunas respuestas proceden de un informe anterior. Lo indican: revíselas antes de presentar.</translation>
    </message>
    <message>
        <source>Something happened: an attack, a clash, an accident, a crowd, a find.</source>
        <translation type="vanished">Ocurrió algo: un ataque, un enfrentamiento, un accidente, una multitud, un hallazgo.</translation>
    </message>
    <message>
        <source>The reason in a few words</source>
        <translation>El motivo en pocas palabras</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>What do you want to report?</source>
        <translation>¿Qué quiere comunicar?</translation>
    </message>
    <message>
        <source>Why does the report change?</source>
        <translation>¿Por qué cambia el informe?</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers need a look. They are marked below.</source>
        <translation>
            <numerusform>{count} respuesta necesita revisión. Está señalada abajo.</numerusform>
            <numerusform>{count} respuestas necesitan revisión. Están señaladas abajo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>* Needed before the report can be filed.</source>
        <translation>* Necesario para presentar el informe.</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir una fila</translation>
    </message>
    <message>
        <source>Add the file under Photos, below the form.</source>
        <translation>Añada el archivo en Fotos, debajo del formulario.</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>Añadir: {what}</translation>
    </message>
    <message>
        <source>Choose, or type to search</source>
        <translation>Elija, o escriba para buscar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Correct the grid, or say why it is right.</source>
        <translation>Corrija las coordenadas, o diga por qué son correctas.</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>From GPS</source>
        <translation>Desde el GPS</translation>
    </message>
    <message>
        <source>From {ref}: check</source>
        <translation>De {ref}: revisar</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. HDOP {hdop}: good to about {error} m.</source>
        <translation>GPS: {grid}, cuadrado de {side}, hace {age} s. HDOP {hdop}: precisión de unos {error} m.</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. Its precision is not known.</source>
        <translation>GPS: {grid}, cuadrado de {side}, hace {age} s. No se conoce su precisión.</translation>
    </message>
    <message>
        <source>If it is right, say why</source>
        <translation>Si es correcto, diga por qué</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Known places</source>
        <translation>Lugares conocidos</translation>
    </message>
    <message>
        <source>Listening for a GPS receiver. Plug it in and give it open sky.</source>
        <translation>Esperando a un receptor GPS. Conéctelo y colóquelo a cielo abierto.</translation>
    </message>
    <message>
        <source>More help</source>
        <translation>Más ayuda</translation>
    </message>
    <message>
        <source>Not kept: {words}</source>
        <translation>No se guarda: {words}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el mapa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove row {number}?</source>
        <translation>¿Quitar la fila {number}?</translation>
    </message>
    <message>
        <source>Remove {title} {number}</source>
        <translation>Quitar {title} {number}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Sections of the form</source>
        <translation>Secciones del formulario</translation>
    </message>
    <message>
        <source>Stop GPS</source>
        <translation>Detener el GPS</translation>
    </message>
    <message>
        <source>The GPS fell silent {age} s ago. It was last in {grid}.</source>
        <translation>El GPS no responde desde hace {age} s. Última posición: {grid}.</translation>
    </message>
    <message>
        <source>The map shows {place} in {grid}, a square of 1 km.</source>
        <translation>El mapa sitúa {place} en {grid}, un cuadrado de 1 km.</translation>
    </message>
    <message>
        <source>This is not a date. Write day, month, year: 6 NOV 2026.</source>
        <translation>Esto no es una fecha. Escriba día, mes y año: 6 NOV 2026.</translation>
    </message>
    <message>
        <source>This is not a time of day. Write hours and minutes: 09:30.</source>
        <translation>Esto no es una hora. Escriba horas y minutos: 09:30.</translation>
    </message>
    <message>
        <source>This is not in the list. Choose one of its entries.</source>
        <translation>Esto no está en la lista. Elija una de sus entradas.</translation>
    </message>
    <message>
        <source>This square lies outside grid zone {zone}. A wrong letter is the usual cause.</source>
        <translation>Este cuadrado queda fuera de la zona MGRS {zone}. La causa habitual es una letra equivocada.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>en el mapa</translation>
    </message>
    <message>
        <source>{answered} of {expected} answered</source>
        <translation>Respuestas: {answered} de {expected}</translation>
    </message>
    <message numerus="yes">
        <source>{count} to correct</source>
        <translation>
            <numerusform>{count} por corregir</numerusform>
            <numerusform>{count} por corregir</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, {time} UTC, {local} local</source>
        <translation>{day}, {time} UTC, {local} hora local</translation>
    </message>
    <message>
        <source>{day}, {time} in zone {zone} ({utc}), {local} local</source>
        <translation>{day}, {time} en la zona {zone} ({utc}), {local} hora local</translation>
    </message>
    <message>
        <source>{day}, {time} local ({utc})</source>
        <translation>{day}, {time} hora local ({utc})</translation>
    </message>
    <message>
        <source>{place} was at {grid} in a report of {day}.</source>
        <translation>{place} figuraba en {grid} en un informe del {day}.</translation>
    </message>
    <message>
        <source>{question}, required</source>
        <translation>{question}, obligatorio</translation>
    </message>
    <message>
        <source>{question}: clear</source>
        <translation>{question}: borrar</translation>
    </message>
    <message>
        <source>{question}: filter</source>
        <translation>{question}: filtrar</translation>
    </message>
    <message>
        <source>{question}: from GPS</source>
        <translation>{question}: desde el GPS</translation>
    </message>
    <message>
        <source>{question}: move down</source>
        <translation>{question}: bajar</translation>
    </message>
    <message>
        <source>{question}: move up</source>
        <translation>{question}: subir</translation>
    </message>
    <message>
        <source>{question}: on the map</source>
        <translation>{question}: en el mapa</translation>
    </message>
    <message>
        <source>{question}: open calendar</source>
        <translation>{question}: abrir el calendario</translation>
    </message>
    <message>
        <source>{question}: set to now</source>
        <translation>{question}: poner la hora actual</translation>
    </message>
    <message>
        <source>{question}: use the grid offered</source>
        <translation>{question}: usar las coordenadas propuestas</translation>
    </message>
    <message>
        <source>{question}: why the grid is right</source>
        <translation>{question}: por qué las coordenadas son correctas</translation>
    </message>
    <message>
        <source>{side} square, {position}</source>
        <translation>cuadrado de {side}, {position}</translation>
    </message>
</context>
<context>
    <name>photos</name>
    <message>
        <source>Add photos</source>
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Or drop photos here.</source>
        <translation>O suelte fotos aquí.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>Foto pegada</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>There is no photo to paste. Copy one first.</source>
        <translation>No hay ninguna foto que pegar. Copie una primero.</translation>
    </message>
    <message>
        <source>{name} could not be added: it is no photo this app can open, or it is too large.</source>
        <translation>{name} no se pudo añadir: no es una foto que la aplicación pueda abrir, o es demasiado grande.</translation>
    </message>
    <message>
        <source>{photo} was taken in {grid}. Is this where it happened?</source>
        <translation>{photo} se tomó en {grid}. ¿Es ahí donde ocurrió?</translation>
    </message>
</context>
</TS>
