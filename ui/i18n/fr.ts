<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Autres réponses</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>outside its zone</source>
        <translation>hors de sa zone</translation>
    </message>
    <message>
        <source>outside its zone, confirmed: {reason}</source>
        <translation>hors de sa zone, confirmé : {reason}</translation>
    </message>
    <message>
        <source>{metres} m square</source>
        <translation>carré de {metres} m</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>At HQ</source>
        <translation>Au QG</translation>
    </message>
    <message>
        <source>HQ has it, a person looks at it</source>
        <translation>Au QG, une personne l'examine</translation>
    </message>
    <message>
        <source>Latest change: {state}</source>
        <translation>Dernière modification : {state}</translation>
    </message>
    <message>
        <source>Received by HQ {time}</source>
        <translation>Reçu par le QG {time}</translation>
    </message>
    <message>
        <source>Refused because: {why} ({code})</source>
        <translation>Refusé : {why} ({code})</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>Envoi de {part}</translation>
    </message>
    <message>
        <source>Text received {time}, {there} of {all} photos sent ({part})</source>
        <translation>Texte reçu {time}, photos envoyées : {there} sur {all} ({part})</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>En attente d'une liaison</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Waiting, HQ does not accept this laptop</source>
        <translation>En attente, le QG n'accepte pas ce portable</translation>
    </message>
    <message>
        <source>{done} of {all} MB</source>
        <translation>{done} sur {all} Mo</translation>
    </message>
    <message>
        <source>{done} of {all} kB</source>
        <translation>{done} sur {all} ko</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} ko</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>As {officer}, open Review, read the report and press Q to ask a question.</source>
        <translation>En tant que {officer}, ouvrez Examen, lisez le compte rendu et appuyez sur Q pour poser une question.</translation>
    </message>
    <message>
        <source>As {officer}, see what has changed since the question, and press A to accept.</source>
        <translation>En tant que {officer}, voyez ce qui a changé depuis la question et appuyez sur A pour accepter.</translation>
    </message>
    <message>
        <source>As {patrol}, open the report and answer, or correct it and say why. Both versions stay.</source>
        <translation>En tant que {patrol}, ouvrez le compte rendu et répondez, ou corrigez-le et dites pourquoi. Les deux versions restent.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cut the link. As {patrol}, choose New report, then Restriction of movement, and file it. It is saved at once, and the strip at the foot says: Waiting for a link.</source>
        <translation>Coupez la liaison. En tant que {patrol}, choisissez Rédiger, puis Restriction de la liberté de mouvement, et déposez. C'est enregistré aussitôt, et la barre du bas dit : En attente d'une liaison.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the window of {name}</source>
        <translation>Ouvrir la fenêtre de {name}</translation>
    </message>
    <message>
        <source>Open {second}, file a report and save it to a USB stick in Outbox. Lock with Ctrl+L: what was half written is kept for the same person only.</source>
        <translation>Ouvrez {second}, déposez un compte rendu et enregistrez-le sur une clé USB dans À envoyer. Verrouillez avec Ctrl+L : ce qui est à moitié écrit est gardé pour la même personne seulement.</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Restore the link. Nobody has to press anything: the report leaves by itself, and Received by HQ is said only on HQ's signed receipt. See Outbox and Sent book.</source>
        <translation>Rétablissez la liaison. Personne n'a rien à presser : le compte rendu part tout seul, et Reçu par le QG n'est dit que sur l'accusé de réception signé du QG. Voyez À envoyer et Envoyés.</translation>
    </message>
    <message>
        <source>Setting up. This takes about half a minute.</source>
        <translation>Préparation. Cela prend environ une demi-minute.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Étape {number} sur {count}</translation>
    </message>
    <message>
        <source>The link is cut. Restore it</source>
        <translation>La liaison est coupée. La rétablir</translation>
    </message>
    <message>
        <source>The link is up. Cut it</source>
        <translation>La liaison est établie. La couper</translation>
    </message>
    <message>
        <source>Unlock both windows with the passphrases on the right. {patrol} leads a patrol on the left, {officer} reviews at headquarters on the right.</source>
        <translation>Déverrouillez les deux fenêtres avec les phrases de passe à droite. {patrol} mène une patrouille à gauche, {officer} examine au QG à droite.</translation>
    </message>
</context>
<context>
    <name>Edition</name>
    <message>
        <source>All other answers are taken along.</source>
        <translation>Toutes les autres réponses sont reprises.</translation>
    </message>
    <message>
        <source>All other answers are taken along. You can go back until you file.</source>
        <translation>Toutes les autres réponses sont reprises. Vous pouvez revenir en arrière jusqu’au dépôt.</translation>
    </message>
    <message>
        <source>Answers without a place</source>
        <translation>Réponses sans place</translation>
    </message>
    <message>
        <source>Answers without a place there; they stay readable until you file</source>
        <translation>Réponses qui n’y ont pas de place ; elles restent lisibles jusqu’au dépôt</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Retour au formulaire</translation>
    </message>
    <message>
        <source>File without them</source>
        <translation>Déposer sans elles</translation>
    </message>
    <message>
        <source>File without these answers?</source>
        <translation>Déposer sans ces réponses ?</translation>
    </message>
    <message>
        <source>Go back to the older edition</source>
        <translation>Revenir à l’ancienne édition</translation>
    </message>
    <message>
        <source>Go on with the new edition</source>
        <translation>Continuer avec la nouvelle édition</translation>
    </message>
    <message>
        <source>Kept with the draft until you file it</source>
        <translation>Conservées avec le brouillon jusqu’au dépôt</translation>
    </message>
    <message>
        <source>New questions</source>
        <translation>Nouvelles questions</translation>
    </message>
    <message>
        <source>New: {choices}</source>
        <translation>Nouveau : {choices}</translation>
    </message>
    <message>
        <source>No longer there: {choices}</source>
        <translation>N’existe plus : {choices}</translation>
    </message>
    <message>
        <source>Not part of the report, and gone once it is filed</source>
        <translation>Absentes du compte rendu, et perdues une fois celui-ci déposé</translation>
    </message>
    <message>
        <source>Questions in other words</source>
        <translation>Questions reformulées</translation>
    </message>
    <message>
        <source>Questions that are no longer asked</source>
        <translation>Questions qui ne sont plus posées</translation>
    </message>
    <message>
        <source>Questions with other choices</source>
        <translation>Questions avec d’autres choix</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation type="vanished">Voir ce qui a changé</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>Voir ce qui change</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>Garder celle-ci</translation>
    </message>
    <message>
        <source>There is a newer edition of this form.</source>
        <translation>Il existe une édition plus récente de ce formulaire.</translation>
    </message>
    <message>
        <source>This report goes on in the newer edition of the form.</source>
        <translation>Ce compte rendu continue dans l’édition plus récente du formulaire.</translation>
    </message>
    <message>
        <source>Until now: {words}</source>
        <translation>Jusqu’ici : {words}</translation>
    </message>
    <message>
        <source>What changes in the newer edition</source>
        <translation>Ce qui change dans l’édition plus récente</translation>
    </message>
    <message>
        <source>What changes on the way back</source>
        <translation>Ce qui change au retour</translation>
    </message>
    <message>
        <source>Write what matters into another answer, such as the account.</source>
        <translation>Écrivez ce qui compte dans une autre réponse, par exemple le récit.</translation>
    </message>
    <message>
        <source>{choices} and {count} more</source>
        <translation>{choices} et {count} de plus</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers have no place in this edition; they are kept with the draft.</source>
        <translation>
            <numerusform>Une réponse n’a pas de place dans cette édition ; elle est conservée avec le brouillon.</numerusform>
            <numerusform>{count} réponses n’ont pas de place dans cette édition ; elles sont conservées avec le brouillon.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A colleague was let in but has not unlocked this laptop yet. They have to do so first.</source>
        <translation>Un collègue a été admis mais n'a pas encore déverrouillé ce portable. Il doit d'abord le faire.</translation>
    </message>
    <message>
        <source>A file or folder that is needed cannot be used.</source>
        <translation>Un fichier ou un dossier nécessaire est inutilisable.</translation>
    </message>
    <message>
        <source>A grid needs 2, 4, 6, 8 or 10 digits, half of them easting and half northing.</source>
        <translation>Il faut 2, 4, 6, 8 ou 10 chiffres, une moitié vers l'est et l'autre vers le nord.</translation>
    </message>
    <message>
        <source>A number is too large. Latitude ends at 90, longitude at 180, minutes at 59.</source>
        <translation>Un nombre est trop grand. La latitude s'arrête à 90, la longitude à 180, les minutes à 59.</translation>
    </message>
    <message>
        <source>A one-time code from HQ is needed. Ask HQ for one; your reports stay here until then.</source>
        <translation>Il faut un code à usage unique du QG. Demandez-en un au QG ; vos comptes rendus restent ici d'ici là.</translation>
    </message>
    <message>
        <source>A one-time code has ten letters and digits, such as 7K2MX-4PQ9D. Type it again.</source>
        <translation>Un code à usage unique a dix lettres et chiffres, par exemple 7K2MX-4PQ9D. Saisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>A part that protects your reports does not work, so nothing was opened or changed.</source>
        <translation>Un élément qui protège vos rapports ne fonctionne pas ; rien n'a donc été ouvert ni modifié.</translation>
    </message>
    <message>
        <source>A passphrase does not open its custodian's file. Nothing was opened.</source>
        <translation>Une phrase de passe n'ouvre pas le fichier de son dépositaire. Rien n'a été ouvert.</translation>
    </message>
    <message>
        <source>A passphrase is made only where a person reads the screen. Nothing was changed.</source>
        <translation>Une phrase de passe n'est proposée que là où une personne lit l'écran. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>A receipt is not signed by your HQ. Your reports stay here until a true one comes.</source>
        <translation>Un accusé de réception n'est pas signé par votre QG. Vos comptes rendus restent ici jusqu'à l'arrivée d'un vrai.</translation>
    </message>
    <message>
        <source>A record does not carry its author's valid signature. It was left out; tell HQ.</source>
        <translation>Un enregistrement ne porte pas la signature valable de son auteur. Il a été écarté ; prévenez le QG.</translation>
    </message>
    <message>
        <source>A record does not follow the one before it. Something is missing or was changed.</source>
        <translation>Un enregistrement ne suit pas le précédent. Il manque quelque chose, ou quelque chose a été modifié.</translation>
    </message>
    <message>
        <source>A record is damaged or from a newer version. It was left out; tell HQ.</source>
        <translation>Un enregistrement est endommagé ou vient d'une version plus récente. Il a été écarté ; prévenez le QG.</translation>
    </message>
    <message>
        <source>A report takes up to 20 files of at most 25 MB each. Choose a smaller file.</source>
        <translation>Un compte rendu accepte jusqu'à 20 fichiers de 25 Mo au plus chacun. Choisissez un fichier plus petit.</translation>
    </message>
    <message>
        <source>A sealed packet is damaged. It was left out; send it again.</source>
        <translation>Un paquet scellé est endommagé. Il a été écarté ; envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>A short grid needs a base square in the settings. Type the full grid with its zone.</source>
        <translation>Des coordonnées courtes exigent un carré de base dans les réglages. Saisissez les coordonnées complètes avec leur zone.</translation>
    </message>
    <message>
        <source>Another file has this name already. Nothing was changed; choose another name.</source>
        <translation>Un autre fichier porte déjà ce nom. Rien n'a été modifié ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Vérifiez la date et l'heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Choisir un autre fichier</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
        <source>Enter a date and time.</source>
        <translation>Indiquez une date et une heure.</translation>
    </message>
    <message>
        <source>Enter a date.</source>
        <translation>Indiquez une date.</translation>
    </message>
    <message>
        <source>Enter a latitude and a longitude.</source>
        <translation>Indiquez une latitude et une longitude.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Indiquez un nombre.</translation>
    </message>
    <message>
        <source>Enter a time.</source>
        <translation>Indiquez une heure.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Indiquez un nombre entier.</translation>
    </message>
    <message>
        <source>Enter at least two points.</source>
        <translation>Indiquez au moins deux points.</translation>
    </message>
    <message>
        <source>Enter the time as well as the date.</source>
        <translation>Indiquez l'heure en plus de la date.</translation>
    </message>
    <message>
        <source>Grids end at 80 degrees south and 84 degrees north. Give latitude and longitude.</source>
        <translation>Les coordonnées MGRS s'arrêtent à 80 degrés sud et 84 degrés nord. Donnez la latitude et la longitude.</translation>
    </message>
    <message>
        <source>HQ can help: tell them the code {code}.</source>
        <translation>Le QG peut aider : donnez-lui le code {code}.</translation>
    </message>
    <message>
        <source>HQ cannot open this laptop for you: nothing was prepared for it. Nothing was changed.</source>
        <translation>Le QG ne peut pas ouvrir cet ordinateur pour vous : rien n'a été préparé pour cela. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>HQ cannot open this report: it was prepared for another mission. It is safe here.</source>
        <translation>Le QG ne peut pas ouvrir ce compte rendu : il a été préparé pour une autre mission. Il est en sûreté ici.</translation>
    </message>
    <message>
        <source>HQ could not read this report. It is safe on this laptop; tell HQ its number.</source>
        <translation>Le QG n'a pas pu lire ce compte rendu. Il est en sûreté sur ce portable ; donnez son numéro au QG.</translation>
    </message>
    <message>
        <source>HQ did not accept the one-time code. Check it letter by letter, or ask HQ for a new one.</source>
        <translation>Le QG n'a pas accepté le code à usage unique. Vérifiez-le lettre par lettre, ou demandez-en un nouveau au QG.</translation>
    </message>
    <message>
        <source>HQ does not accept reports under this person's enrolment on this laptop. The report is safe here; ask HQ for a new code and enrol again.</source>
        <translation>Le QG n'accepte pas de comptes rendus sous l'inscription de cette personne sur ce portable. Le compte rendu est en sûreté ici ; demandez un nouveau code au QG et inscrivez-vous à nouveau.</translation>
    </message>
    <message>
        <source>HQ does not know this laptop yet, or not any more. Everything is saved here; if you have enrolled, ask HQ whether it let this laptop in.</source>
        <translation>Le QG ne connaît pas encore ce portable, ou ne le connaît plus. Tout est enregistré ici ; si vous êtes inscrit, demandez au QG s'il a admis ce portable.</translation>
    </message>
    <message>
        <source>HQ has no space left and is looking into it. Everything is saved here and goes later.</source>
        <translation>Le QG n'a plus de place et s'en occupe. Tout est enregistré ici et partira plus tard.</translation>
    </message>
    <message>
        <source>HQ has not asked this question about this report. Look at the report again.</source>
        <translation>Le QG n'a pas posé cette question sur ce compte rendu. Regardez-le à nouveau.</translation>
    </message>
    <message>
        <source>HQ has not named anybody yet who may read such a report. It stays here as your draft, and you can file it once HQ has.</source>
        <translation>Le QG n'a encore désigné personne qui puisse lire un tel compte rendu. Il reste ici comme brouillon, et vous pourrez le déposer dès que le QG l'aura fait.</translation>
    </message>
    <message>
        <source>HQ has withdrawn this laptop's access. Your reports stay here; ask HQ.</source>
        <translation>Le QG a retiré l'accès à ce portable. Vos comptes rendus restent ici ; demandez au QG.</translation>
    </message>
    <message>
        <source>HQ is busy and asked to wait. It goes on by itself.</source>
        <translation>Le QG est occupé et demande d'attendre. La suite se fait toute seule.</translation>
    </message>
    <message>
        <source>HQ's check of this report failed. It is safe on this laptop; tell HQ its number.</source>
        <translation>Le contrôle de ce compte rendu par le QG a échoué. Il est en sûreté sur ce portable ; donnez son numéro au QG.</translation>
    </message>
    <message>
        <source>HQ's server does not show everything that HQ confirmed to hold. Nothing here is lost. Tell those who run HQ's server.</source>
        <translation>Le serveur du QG ne montre pas tout ce que le QG a confirmé détenir. Rien n'est perdu ici. Prévenez ceux qui gèrent le serveur du QG.</translation>
    </message>
    <message>
        <source>HQ's server has a problem just now. Everything is saved here and goes later.</source>
        <translation>Le serveur du QG a un problème en ce moment. Tout est enregistré ici et partira plus tard.</translation>
    </message>
    <message>
        <source>HQ's server is older than this app and cannot read this report yet. It is safe here.</source>
        <translation>Le serveur du QG est plus ancien que cette application et ne peut pas encore lire ce compte rendu. Il est en sûreté ici.</translation>
    </message>
    <message>
        <source>It takes the files of two different custodians of the same key. Nothing was opened.</source>
        <translation>Il faut les fichiers de deux dépositaires différents de la même clé. Rien n'a été ouvert.</translation>
    </message>
    <message>
        <source>Lock and open again</source>
        <translation>Verrouiller et rouvrir</translation>
    </message>
    <message>
        <source>No help from HQ was asked for on this laptop. Make a request first.</source>
        <translation>Aucune aide du QG n'a été demandée sur cet ordinateur. Faites d'abord une demande.</translation>
    </message>
    <message>
        <source>No sealed report waits to be carried. If reports wait on this laptop, unlock it or use sync once, so that they are sealed; then save them again.</source>
        <translation>Aucun compte rendu scellé n'attend d'être transporté. Si des comptes rendus attendent sur ce portable, déverrouillez-le ou lancez sync une fois pour qu'ils soient scellés, puis enregistrez-les à nouveau.</translation>
    </message>
    <message>
        <source>Nobody of this name works on this laptop.</source>
        <translation>Personne de ce nom n'utilise ce portable.</translation>
    </message>
    <message>
        <source>Nobody with this name works on this laptop. Choose a name from the list.</source>
        <translation>Personne de ce nom ne travaille sur ce portable. Choisissez un nom dans la liste.</translation>
    </message>
    <message>
        <source>Nothing can be saved in the app's own folder. Choose a place outside it.</source>
        <translation>Rien ne peut être enregistré dans le dossier de l'application. Choisissez un emplacement en dehors.</translation>
    </message>
    <message>
        <source>Nothing is written about a sealed report. Speak with the person themselves.</source>
        <translation>Rien ne s'écrit au sujet d'un compte rendu scellé. Parlez-en de vive voix avec la personne.</translation>
    </message>
    <message>
        <source>Only JPEG and PNG photos can be added. Save the photo as one of these first.</source>
        <translation>Seules les photos JPEG et PNG peuvent être ajoutées. Enregistrez d'abord la photo dans l'un de ces formats.</translation>
    </message>
    <message>
        <source>Only a protection officer who can open this report can take it over.</source>
        <translation>Seul un officier de protection qui peut ouvrir ce compte rendu peut le prendre en charge.</translation>
    </message>
    <message>
        <source>Only an operations officer whom HQ has approved can review reports.</source>
        <translation>Seul un officier des opérations approuvé par le QG peut examiner les comptes rendus.</translation>
    </message>
    <message>
        <source>Only the person who wrote this report can change it. You can ask them a question.</source>
        <translation>Seule la personne qui a rédigé ce compte rendu peut le modifier. Vous pouvez lui poser une question.</translation>
    </message>
    <message>
        <source>Please say why the report changes. The reason is kept with it.</source>
        <translation>Dites pourquoi le compte rendu change. Le motif est conservé avec lui.</translation>
    </message>
    <message>
        <source>Please write a few words. The other side sees them.</source>
        <translation>Écrivez quelques mots. L'autre partie les verra.</translation>
    </message>
    <message>
        <source>Reports of this laptop are being sent already.</source>
        <translation>Les comptes rendus de ce portable sont déjà en cours d'envoi.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurer</translation>
    </message>
    <message>
        <source>Several reports carry this number. Name the one you mean by its id; the list has them.</source>
        <translation>Plusieurs comptes rendus portent ce numéro. Désignez le bon par son identifiant ; la liste les donne.</translation>
    </message>
    <message>
        <source>Some answers are missing or do not fit. They are marked; nothing was filed.</source>
        <translation>Des réponses manquent ou ne conviennent pas. Elles sont signalées ; rien n'a été déposé.</translation>
    </message>
    <message>
        <source>Some answers have no place in this form or are of the wrong kind; nothing was filed.</source>
        <translation>Des réponses n'ont pas leur place dans ce formulaire ou sont d'un mauvais type ; rien n'a été déposé.</translation>
    </message>
    <message>
        <source>Some words could lead to a person, and such words are not kept. They are marked; leave them out. Nothing was filed.</source>
        <translation>Certains mots pourraient mener à une personne, et de tels mots ne sont pas conservés. Ils sont signalés ; retirez-les. Rien n'a été déposé.</translation>
    </message>
    <message>
        <source>Somebody on this laptop already has this name. Choose another one.</source>
        <translation>Quelqu'un porte déjà ce nom sur ce portable. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Something new came to this report while you read it. Look at it, then decide.</source>
        <translation>Du nouveau est arrivé sur ce compte rendu pendant votre lecture. Regardez-le, puis décidez.</translation>
    </message>
    <message>
        <source>Something on the command line is not text in UTF-8. Nothing was changed.</source>
        <translation>La ligne de commande contient autre chose que du texte UTF-8. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>Something on this network answers in HQ's place, such as a log-in page. Nothing counts as delivered; log in to the network, or use another one, and try again.</source>
        <translation>Quelque chose sur ce réseau répond à la place du QG, par exemple une page de connexion. Rien ne compte comme remis ; connectez-vous à ce réseau ou à un autre, puis réessayez.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your saved work is safe.</source>
        <translation>Un imprévu s'est produit. Votre travail enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>Such a report takes no photos: a picture could lead to a person. Nothing was filed.</source>
        <translation>Un tel compte rendu n'accepte pas de photos : une image pourrait mener à une personne. Rien n'a été déposé.</translation>
    </message>
    <message>
        <source>Tell HQ the code {code}.</source>
        <translation>Donnez au QG le code {code}.</translation>
    </message>
    <message>
        <source>That month has no such day. Check the first two digits and the month.</source>
        <translation>Ce mois n'a pas ce jour. Vérifiez les deux premiers chiffres et le mois.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from HQ's. Reports are still sent, but their times will look wrong: check date, time and time zone.</source>
        <translation>L'horloge de cet ordinateur diffère de celle du QG. Les comptes rendus partent quand même, mais leurs heures sembleront fausses : vérifiez la date, l'heure et le fuseau.</translation>
    </message>
    <message>
        <source>The clock of this computer shows an earlier time than when it was last used. Reports are saved as always, with a note for HQ that their times may be wrong.</source>
        <translation>L'horloge de cet ordinateur indique une heure antérieure à sa dernière utilisation. Les comptes rendus sont enregistrés comme toujours, avec une note au QG que leurs heures peuvent être fausses.</translation>
    </message>
    <message>
        <source>The code lists cannot be read. Ask headquarters to publish them again.</source>
        <translation>Les listes de codes sont illisibles. Demandez au QG de les publier à nouveau.</translation>
    </message>
    <message>
        <source>The command has run, but its answer could not be written out.</source>
        <translation>La commande a été exécutée, mais sa réponse n'a pas pu être écrite.</translation>
    </message>
    <message>
        <source>The content of a record cannot be kept as it is.</source>
        <translation>Le contenu d'un enregistrement ne peut pas être conservé tel quel.</translation>
    </message>
    <message>
        <source>The disk is full. Reports are still saved, in room that was kept for this day. Free some space soon: delete or move files that are not needed.</source>
        <translation>Le disque est plein. Les rapports sont encore enregistrés, dans une place gardée pour ce jour. Libérez bientôt de la place : supprimez ou déplacez des fichiers inutiles.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe.</source>
        <translation>Le disque est plein. Ce qui est enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved is safe; free some space, then try again.</source>
        <translation>Le disque est plein. Ce qui est enregistré est en sûreté ; libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full. Your reports are saved; free some space so that they can be sent.</source>
        <translation>Le disque est plein. Vos comptes rendus sont enregistrés ; libérez de la place pour qu'ils puissent partir.</translation>
    </message>
    <message>
        <source>The file or stick cannot be used. Put it in again, or choose another, and try again.</source>
        <translation>Le fichier ou la clé USB est inutilisable. Remettez-la, ou choisissez autre chose, puis réessayez.</translation>
    </message>
    <message>
        <source>The file that lets this laptop send is damaged. What was saved is safe.</source>
        <translation>Le fichier qui permet à ce portable d'envoyer est endommagé. Ce qui est enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>The file with this laptop's reports is missing or empty. Restore a copy, or ask HQ.</source>
        <translation>Le fichier des comptes rendus de ce portable manque ou est vide. Rétablissez une copie, ou demandez au QG.</translation>
    </message>
    <message>
        <source>The folder for sending cannot be used. Your reports are saved; ask HQ for help.</source>
        <translation>Le dossier d'envoi est inutilisable. Vos comptes rendus sont enregistrés ; demandez de l'aide au QG.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was changed.</source>
        <translation>Le fichier de clés de ce portable est illisible. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>The key file of this laptop is damaged. Restore it from a copy, or ask HQ to help.</source>
        <translation>Le fichier de clés de ce portable est endommagé. Rétablissez-le à partir d'une copie, ou demandez de l'aide au QG.</translation>
    </message>
    <message>
        <source>The keys are erased, so nobody can open the reports. Some sealed files are still there.</source>
        <translation>Les clés sont effacées : personne ne peut plus ouvrir les comptes rendus. Quelques fichiers scellés sont encore là.</translation>
    </message>
    <message>
        <source>The keys of this laptop could not be erased. Reports may still be opened.</source>
        <translation>Les clés de ce portable n'ont pas pu être effacées. Les comptes rendus peuvent encore être ouverts.</translation>
    </message>
    <message>
        <source>The last character does not fit the report number: some character in it is wrong.</source>
        <translation>Le dernier caractère ne correspond pas au numéro du compte rendu : l'un des caractères est faux.</translation>
    </message>
    <message>
        <source>The map of this installation cannot be read. Everything else works; ask HQ for the map.</source>
        <translation>La carte de cette installation ne peut pas être lue. Tout le reste fonctionne ; demandez la carte au QG.</translation>
    </message>
    <message>
        <source>The mission file of this laptop cannot be read. Nothing was changed.</source>
        <translation>Le fichier de mission de ce portable est illisible. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ does not have them. Look through your reports, file again what is missing, and have the disk checked.</source>
        <translation>Les derniers enregistrements de ce portable manquent : son disque a eu un défaut, ou il a été ramené à une copie plus ancienne. Le QG ne les a pas. Parcourez vos rapports, déposez à nouveau ce qui manque et faites vérifier le disque.</translation>
    </message>
    <message>
        <source>The newest records of this laptop are missing from its store: its disk failed, or it was set back to an older copy. HQ has them or gets them. You can read everything here, but nothing more goes to HQ under this name: ask HQ for a new code and enrol under another name.</source>
        <translation>Les derniers enregistrements de ce portable manquent : son disque a eu un défaut, ou il a été ramené à une copie plus ancienne. Le QG les a ou va les recevoir. Vous pouvez tout lire ici, mais plus rien ne part au QG sous ce nom : demandez un nouveau code au QG et inscrivez-vous sous un autre nom.</translation>
    </message>
    <message>
        <source>The one-time code is too old. Ask HQ for a new one.</source>
        <translation>Le code à usage unique est trop ancien. Demandez-en un nouveau au QG.</translation>
    </message>
    <message>
        <source>The one-time code was used already. Ask HQ for a new one.</source>
        <translation>Le code à usage unique a déjà servi. Demandez-en un nouveau au QG.</translation>
    </message>
    <message>
        <source>The passphrase cannot be read. It has to be the first line of a text in UTF-8.</source>
        <translation>La phrase de passe est illisible. Elle doit être la première ligne d'un texte en UTF-8.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let this laptop through to HQ. Everything is saved here. Ask whoever runs the network to allow HQ's address, or use another network.</source>
        <translation>Le serveur mandataire (proxy) de ce réseau ne laisse pas ce portable joindre le QG. Tout est enregistré ici. Demandez au responsable du réseau d'autoriser l'adresse du QG, ou utilisez un autre réseau.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password. Everything is saved here. Ask whoever runs the network to let HQ's address through without, or use another network.</source>
        <translation>Le serveur mandataire (proxy) de ce réseau demande un nom et un mot de passe. Tout est enregistré ici. Demandez au responsable du réseau de laisser passer l'adresse du QG sans cela, ou utilisez un autre réseau.</translation>
    </message>
    <message>
        <source>The reports of this laptop cannot be opened, but it keeps a copy of them.</source>
        <translation>Les comptes rendus de cet ordinateur ne s'ouvrent pas, mais il en garde une copie.</translation>
    </message>
    <message>
        <source>The reports on this laptop cannot be opened. Restore the folder from its copy.</source>
        <translation>Les comptes rendus de ce portable ne peuvent pas être ouverts. Rétablissez le dossier à partir de sa copie.</translation>
    </message>
    <message>
        <source>The store is in use by another window. Wait a moment and try again.</source>
        <translation>Une autre fenêtre utilise les données. Attendez un instant, puis réessayez.</translation>
    </message>
    <message>
        <source>The store of this laptop is damaged. Keep the folder as it is and restore a copy.</source>
        <translation>Les données de ce portable sont endommagées. Gardez le dossier tel quel et rétablissez une copie.</translation>
    </message>
    <message>
        <source>The text of this report was removed from this laptop after HQ received it. To correct it, file a new report that names its number.</source>
        <translation>Le texte de ce compte rendu a été retiré de ce portable après sa réception par le QG. Pour le corriger, déposez un nouveau compte rendu qui indique son numéro.</translation>
    </message>
    <message>
        <source>There is no connection to HQ. Everything is saved and goes when the link is back.</source>
        <translation>Il n'y a pas de liaison avec le QG. Tout est enregistré et partira au retour de la liaison.</translation>
    </message>
    <message>
        <source>There is no such grid zone. It is a number from 1 to 60 and a letter from C to X.</source>
        <translation>Cette zone MGRS n'existe pas. C'est un nombre de 1 à 60 et une lettre de C à X.</translation>
    </message>
    <message>
        <source>There is no such month. Use the English abbreviations JAN to DEC.</source>
        <translation>Ce mois n'existe pas. Utilisez les abréviations anglaises JAN à DEC.</translation>
    </message>
    <message>
        <source>There is no such report on this laptop. Check the number.</source>
        <translation>Ce compte rendu n'est pas sur ce portable. Vérifiez le numéro.</translation>
    </message>
    <message>
        <source>There is no such time of day. Hours run from 00 to 23; midnight is 0000, never 2400.</source>
        <translation>Cette heure n'existe pas. Les heures vont de 00 à 23 ; minuit s'écrit 0000, jamais 2400.</translation>
    </message>
    <message>
        <source>There is no such time zone. Use a letter, or an offset such as +0530.</source>
        <translation>Ce fuseau horaire n'existe pas. Utilisez une lettre, ou un décalage tel que +0530.</translation>
    </message>
    <message>
        <source>There is not enough room on the stick. Nothing was left on it; free some and try again.</source>
        <translation>Il n'y a pas assez de place sur la clé USB. Rien n'y a été laissé ; libérez-en, puis réessayez.</translation>
    </message>
    <message>
        <source>There is too little room on the disk for photos: they need 500 MB free. Save the report without them, and add them when there is room.</source>
        <translation>Il y a trop peu de place sur le disque pour les photos : il leur faut 500 Mo libres. Enregistrez le rapport sans elles, et ajoutez-les quand il y aura de la place.</translation>
    </message>
    <message>
        <source>These answers cannot be read. Choose another file or ask headquarters.</source>
        <translation>Ces réponses sont illisibles. Choisissez un autre fichier ou demandez au QG.</translation>
    </message>
    <message>
        <source>These reports were saved by a newer version of the app. Update the app to open them.</source>
        <translation>Ces comptes rendus ont été enregistrés par une version plus récente de l'application. Mettez-la à jour pour les ouvrir.</translation>
    </message>
    <message>
        <source>This account may not use a file or folder that is needed.</source>
        <translation>Ce compte d'utilisateur n'a pas accès à un fichier ou dossier nécessaire.</translation>
    </message>
    <message>
        <source>This account may not use the file with this laptop's reports. Nothing was changed.</source>
        <translation>Ce compte d'utilisateur n'a pas accès au fichier des comptes rendus de ce portable. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>This answer does not fit the request made here last. Nothing was changed.</source>
        <translation>Cette réponse ne correspond pas à la dernière demande faite ici. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>This answer is not allowed here.</source>
        <translation>Cette réponse n'est pas permise ici.</translation>
    </message>
    <message>
        <source>This bundle belongs to another mission or laptop. Nothing was taken from it.</source>
        <translation>Ce lot appartient à une autre mission ou à un autre portable. Rien n'en a été pris.</translation>
    </message>
    <message>
        <source>This computer does not allow the app to change what starts with it. Reports are still sent whenever the app is open.</source>
        <translation>Cet ordinateur n'autorise pas l'application à modifier ce qui démarre avec lui. Les comptes rendus partent tout de même quand l'application est ouverte.</translation>
    </message>
    <message>
        <source>This copy of the reports cannot be used. Nothing was changed; choose another one.</source>
        <translation>Cette copie des comptes rendus est inutilisable. Rien n'a été modifié ; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This draft is no longer on this laptop.</source>
        <translation>Ce brouillon n'est plus sur ce portable.</translation>
    </message>
    <message>
        <source>This file does not ask for recovery, or it was changed on its way. Ask for a new one.</source>
        <translation>Ce fichier ne demande pas de récupération, ou il a été modifié en route. Demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>This file is damaged or was not made by your mission's HQ. Ask HQ for a new copy.</source>
        <translation>Ce fichier est endommagé ou ne vient pas du QG de votre mission. Demandez une nouvelle copie au QG.</translation>
    </message>
    <message>
        <source>This file is empty. Choose it again, or another one.</source>
        <translation>Ce fichier est vide. Choisissez-le à nouveau, ou un autre.</translation>
    </message>
    <message>
        <source>This file is not a report bundle. Choose the file that was exported by the app.</source>
        <translation>Ce fichier n'est pas un lot de comptes rendus. Choisissez le fichier exporté par l'application.</translation>
    </message>
    <message>
        <source>This form cannot be used here. Ask headquarters for a corrected form.</source>
        <translation>Ce formulaire ne peut pas être utilisé ici. Demandez un formulaire corrigé au QG.</translation>
    </message>
    <message>
        <source>This is not a date-time group. Write day, time, zone, month, year: 061020A NOV 26.</source>
        <translation>Ce n'est pas un groupe date-heure. Écrivez jour, heure, fuseau, mois, année : 061020A NOV 26.</translation>
    </message>
    <message>
        <source>This is not a grid. Write zone, square and an even number of digits: 32Q QF 8947 4793.</source>
        <translation>Ce ne sont pas des coordonnées MGRS. Écrivez zone, carré et un nombre pair de chiffres : 32Q QF 8947 4793.</translation>
    </message>
    <message>
        <source>This is not a position. Write latitude, then longitude: 18.50205, 11.74144.</source>
        <translation>Ce n'est pas une position. Écrivez la latitude, puis la longitude : 18.50205, 11.74144.</translation>
    </message>
    <message>
        <source>This is not a report number. It has five parts, such as TS7-FOM-2026-0031-K.</source>
        <translation>Ce n'est pas un numéro de compte rendu. Il a cinq parties, par exemple TS7-FOM-2026-0031-K.</translation>
    </message>
    <message>
        <source>This laptop already belongs to another mission. Use a new folder for this one.</source>
        <translation>Ce portable appartient déjà à une autre mission. Utilisez un nouveau dossier pour celle-ci.</translation>
    </message>
    <message>
        <source>This laptop already has these forms or lists, or newer ones. Nothing was changed.</source>
        <translation>Cet ordinateur a déjà ces formulaires ou ces listes, ou de plus récents. Rien n'a été changé.</translation>
    </message>
    <message>
        <source>This laptop got a new key after you asked; the answer is too old. Nothing was changed.</source>
        <translation>Cet ordinateur a reçu une nouvelle clé après votre demande ; la réponse est trop ancienne. Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>This laptop has a new key since you came in. Lock it and unlock it, then try again.</source>
        <translation>Ce portable a une nouvelle clé depuis votre arrivée. Verrouillez-le, déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>This laptop has no mission file yet. Choose the file that HQ gave you.</source>
        <translation>Ce portable n'a pas encore de fichier de mission. Choisissez le fichier remis par le QG.</translation>
    </message>
    <message>
        <source>This laptop is not set up for a mission yet. Enrol it with HQ's profile and a code.</source>
        <translation>Ce portable n'est pas encore configuré pour une mission. Inscrivez-le avec le fichier de mission du QG et un code.</translation>
    </message>
    <message>
        <source>This laptop is not set up yet. Use the mission file and code from HQ.</source>
        <translation>Ce portable n'est pas encore configuré. Utilisez le fichier de mission et le code du QG.</translation>
    </message>
    <message>
        <source>This laptop was set back to an older copy. You can read everything here, but nothing more goes to HQ under this name. Ask HQ for a new code and enrol under another name; then file again what still waits.</source>
        <translation>Ce portable a été ramené à une copie plus ancienne. Vous pouvez tout lire ici, mais plus rien ne part au QG sous ce nom. Demandez un nouveau code au QG et inscrivez-vous sous un autre nom ; puis déposez à nouveau ce qui attend encore.</translation>
    </message>
    <message>
        <source>This may be a way to reach somebody. Leave it out; it is not needed here.</source>
        <translation>C'est peut-être un moyen de joindre quelqu'un. Retirez-le ; il n'est pas nécessaire ici.</translation>
    </message>
    <message>
        <source>This may be somebody's age. Leave it out and choose child or adult above.</source>
        <translation>C'est peut-être l'âge de quelqu'un. Retirez-le et choisissez enfant ou adulte plus haut.</translation>
    </message>
    <message>
        <source>This may be somebody's name. Leave it out and write only: a woman, a child, a group.</source>
        <translation>C'est peut-être le nom de quelqu'un. Retirez-le et écrivez seulement : une femme, un enfant, un groupe.</translation>
    </message>
    <message>
        <source>This may lead to somebody's home. Leave it out and name only the village or the area.</source>
        <translation>Cela peut mener au domicile de quelqu'un. Retirez-le et nommez seulement le village ou la zone.</translation>
    </message>
    <message>
        <source>This network opens sealed connections to look into them, so nothing was sent. Ask whoever runs it to leave HQ's address out of that, or use another network, then try again.</source>
        <translation>Ce réseau ouvre les connexions scellées pour les examiner ; rien n'a donc été envoyé. Demandez à son responsable d'en exclure l'adresse du QG, ou utilisez un autre réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>This passphrase does not open the laptop. Nothing was changed; check and try again.</source>
        <translation>Cette phrase de passe n'ouvre pas le portable. Rien n'a été modifié ; vérifiez, puis réessayez.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use at least four words or 16 characters.</source>
        <translation type="vanished">Cette phrase de passe est trop facile à deviner. Utilisez au moins quatre mots ou 16 caractères.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">Cette phrase de passe est trop facile à deviner. Prenez quatre mots ou plus sans rapport entre eux.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Use four words that do not belong together.</source>
        <translation>Cette phrase de passe est trop facile à deviner. Prenez quatre mots sans rapport entre eux.</translation>
    </message>
    <message>
        <source>This person has drafts that nobody else can open. Let them file or delete them first.</source>
        <translation>Cette personne a des brouillons que nul autre ne peut ouvrir. Qu'elle les dépose ou les supprime d'abord.</translation>
    </message>
    <message>
        <source>This person has more rights than you have. Somebody with the same role can remove them.</source>
        <translation>Cette personne a plus de droits que vous. Quelqu'un qui a le même rôle peut la retirer.</translation>
    </message>
    <message>
        <source>This photo has more than 50 million pixels. Choose a smaller one.</source>
        <translation>Cette photo a plus de 50 millions de pixels. Choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be added. Copy it from the camera again.</source>
        <translation>Cette photo est endommagée et ne peut pas être ajoutée. Copiez-la de nouveau depuis l'appareil.</translation>
    </message>
    <message>
        <source>This photo is no longer part of the draft.</source>
        <translation>Cette photo ne fait plus partie du brouillon.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop yet.</source>
        <translation>Cette photo n'est pas encore sur ce portable.</translation>
    </message>
    <message>
        <source>This photo is not on this laptop.</source>
        <translation>Cette photo n'est pas sur ce portable.</translation>
    </message>
    <message>
        <source>This place is too exact. Give the square of 1 km, such as 32QQF8947, or the area.</source>
        <translation>Ce lieu est trop précis. Donnez le carré de 1 km, par exemple 32QQF8947, ou la zone.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>Cette question demande une réponse.</translation>
    </message>
    <message>
        <source>This report is sealed, and nobody on this laptop can open it any more. To correct it or add to it, file a new report that names its number.</source>
        <translation>Ce compte rendu est scellé, et plus personne sur ce portable ne peut l'ouvrir. Pour le corriger ou le compléter, déposez un nouveau compte rendu qui indique son numéro.</translation>
    </message>
    <message>
        <source>This report was sealed for other people. You cannot open it here.</source>
        <translation>Ce compte rendu a été scellé pour d'autres personnes. Vous ne pouvez pas l'ouvrir ici.</translation>
    </message>
    <message>
        <source>This report was withdrawn. It can be read, but not changed any more.</source>
        <translation>Ce compte rendu a été retiré. On peut le lire, mais plus le modifier.</translation>
    </message>
    <message>
        <source>This report was written with a form that is not installed here. Update the app.</source>
        <translation>Ce compte rendu a été rédigé avec un formulaire qui n'est pas installé ici. Mettez l'application à jour.</translation>
    </message>
    <message>
        <source>This says whose relative it is. Leave it out and write only: a woman, a child.</source>
        <translation>Cela dit de qui la personne est parente. Retirez-le et écrivez seulement : une femme, un enfant.</translation>
    </message>
    <message>
        <source>This sealed report is damaged and does not open. Ask its author to file it again.</source>
        <translation>Ce compte rendu scellé est endommagé et ne s'ouvre pas. Demandez à son auteur de le déposer à nouveau.</translation>
    </message>
    <message>
        <source>This square lies outside its grid zone. Correct the grid, or say why it is right.</source>
        <translation>Ce carré se trouve hors de sa zone MGRS. Corrigez les coordonnées, ou dites pourquoi elles sont justes.</translation>
    </message>
    <message>
        <source>This text is not what was sent, or its end is missing. Ask for it to be repeated.</source>
        <translation>Ce texte n'est pas celui qui a été envoyé, ou sa fin manque. Demandez qu'on le répète.</translation>
    </message>
    <message>
        <source>This text is too long for this form. Make it shorter.</source>
        <translation>Ce texte est trop long pour ce formulaire. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>This unit is not in the mission file. Check the unit's short code.</source>
        <translation>Cette unité ne figure pas dans le fichier de mission. Vérifiez le code court de l'unité.</translation>
    </message>
    <message>
        <source>This was made by a newer version of the app. Update this computer first.</source>
        <translation>Ceci vient d'une version plus récente de l'application. Mettez d'abord cet ordinateur à jour.</translation>
    </message>
    <message>
        <source>This was sealed for another mission or laptop and cannot be opened here.</source>
        <translation>Ceci a été scellé pour une autre mission ou un autre portable et ne peut pas être ouvert ici.</translation>
    </message>
    <message>
        <source>This zone has no such 100 km square. Check the two letters, and the map: maps on an older datum letter their squares differently.</source>
        <translation>Cette zone n'a pas ce carré de 100 km. Vérifiez les deux lettres et la carte : les cartes d'un ancien datum nomment leurs carrés autrement.</translation>
    </message>
    <message>
        <source>Too many wrong one-time codes were tried. Wait a day, then ask HQ for a new one.</source>
        <translation>Trop de codes à usage unique faux ont été essayés. Attendez un jour, puis demandez-en un nouveau au QG.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>What answered at HQ's address is not your HQ, so nothing was sent. If this network has a log-in page, log in there first; if it goes on, tell HQ.</source>
        <translation>Ce qui a répondu à l'adresse du QG n'est pas votre QG, et rien n'a été envoyé. Si ce réseau a une page de connexion, connectez-vous d'abord ; si cela continue, prévenez le QG.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. A colleague who works on this laptop can.</source>
        <translation>Vous ne pouvez pas vous retirer vous-même. Un collègue qui utilise ce portable le peut.</translation>
    </message>
    <message>
        <source>Your mission does not allow reports on USB sticks. They go when there is a connection.</source>
        <translation>Votre mission n'autorise pas les comptes rendus sur clé USB. Ils partent quand il y a une liaison.</translation>
    </message>
    <message>
        <source>Your new passphrase is in use, but the reports did not get a new key.</source>
        <translation>Votre nouvelle phrase de passe est valable, mais les rapports n'ont pas reçu de nouvelle clé.</translation>
    </message>
</context>
<context>
    <name>Hand-over</name>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked as high as the highest report on it.</source>
        <translation>Une copie n'est pas chiffrée : quiconque la trouve peut la lire. Elle porte la classification la plus élevée des comptes rendus qui y figurent.</translation>
    </message>
    <message>
        <source>Beginning of the watch</source>
        <translation>Début du quart</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>Copier cette page</translation>
    </message>
    <message>
        <source>Due in {span}</source>
        <translation>À remettre dans {span}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Établi</translation>
    </message>
    <message>
        <source>From a date-time group</source>
        <translation>À partir d'un groupe date-heure</translation>
    </message>
    <message>
        <source>From {since} to {now}</source>
        <translation>De {since} à {now}</translation>
    </message>
    <message>
        <source>Further reports</source>
        <translation>Autres comptes rendus</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>QG</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Relève</translation>
    </message>
    <message>
        <source>In this time nothing was filed, and nothing waits or is asked.</source>
        <translation>Pendant cette période, rien n'a été établi, rien n'attend et aucune question n'est posée.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Rien à transmettre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>Degré d'urgence</translation>
    </message>
    <message>
        <source>Question for {person}</source>
        <translation>Question pour {person}</translation>
    </message>
    <message>
        <source>Reports of the watch</source>
        <translation>Comptes rendus du quart</translation>
    </message>
    <message>
        <source>Sealed, not on this paper</source>
        <translation>Scellés, absents de ce papier</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Depuis quand</translation>
    </message>
    <message numerus="yes">
        <source>The last {count} hours</source>
        <translation>
            <numerusform>La dernière heure</numerusform>
            <numerusform>Les {count} dernières heures</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more reports than this page holds. The list has them all.</source>
        <translation>Il y a plus de comptes rendus que cette page n'en contient. La liste les a tous.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What this watch leaves to the next.</source>
        <translation type="vanished">Ce que ce quart laisse au suivant.</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of yours</source>
        <translation>
            <numerusform>{count} brouillon à vous</numerusform>
            <numerusform>{count} brouillons à vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} due soon</source>
        <translation>
            <numerusform>{count} bientôt à échéance</numerusform>
            <numerusform>{count} bientôt à échéance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} filed</source>
        <translation>
            <numerusform>{count} établi</numerusform>
            <numerusform>{count} établis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} late</source>
        <translation>
            <numerusform>{count} en retard</numerusform>
            <numerusform>{count} en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} questions open</source>
        <translation>
            <numerusform>{count} question ouverte</numerusform>
            <numerusform>{count} questions ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} to be sent</source>
        <translation>
            <numerusform>{count} à envoyer</numerusform>
            <numerusform>{count} à envoyer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Le verrouillage des majuscules semble actif.</translation>
    </message>
    <message>
        <source>Forgotten passphrase?</source>
        <translation>Phrase de passe oubliée ?</translation>
    </message>
    <message>
        <source>Go back to the copy</source>
        <translation>Revenir à la copie</translation>
    </message>
    <message>
        <source>HQ holds more than the copy, and nothing of that is lost at HQ. But after going back nothing more goes to HQ under this name: ask HQ for a new code.</source>
        <translation>Le QG détient plus que la copie, et rien de cela n'est perdu au QG. Mais après ce retour, plus rien ne part au QG sous ce nom : demandez un nouveau code au QG.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Masquer la phrase de passe</translation>
    </message>
    <message>
        <source>Opening ...</source>
        <translation>Ouverture ...</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Personnes sur ce portable</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Afficher la phrase de passe</translation>
    </message>
    <message numerus="yes">
        <source>The copy holds {count} records, as on {day}.</source>
        <translation>
            <numerusform>La copie contient 1 enregistrement, état du {day}.</numerusform>
            <numerusform>La copie contient {count} enregistrements, état du {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept. Type your passphrase to go back.</source>
        <translation>Le fichier endommagé est conservé. Saisissez votre phrase de passe pour revenir.</translation>
    </message>
    <message numerus="yes">
        <source>This laptop keeps a copy: {count} records, as on {day}.</source>
        <translation type="vanished">
            <numerusform>Cet ordinateur garde une copie : 1 enregistrement, état du {day}.</numerusform>
            <numerusform>Cet ordinateur garde une copie : {count} enregistrements, état du {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This passphrase is not right. Nothing was changed.</source>
        <translation>Cette phrase de passe n'est pas la bonne. Rien n'a été modifié.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in {count} seconds.</source>
        <translation>
            <numerusform>Réessayez dans {count} seconde.</numerusform>
            <numerusform>Réessayez dans {count} secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Unlock this laptop</source>
        <translation>Déverrouiller ce portable</translation>
    </message>
    <message>
        <source>What was written after that, drafts included, is not in it.</source>
        <translation>Ce qui a été écrit ensuite, brouillons compris, n'y est pas.</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>All times</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>As on {time}</source>
        <translation>État au {time}</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Retour au formulaire</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Retour au formulaire (Échap)</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>Revenir au point de départ</translation>
    </message>
    <message>
        <source>Bearing and distance only</source>
        <translation>Azimut et distance seulement</translation>
    </message>
    <message>
        <source>Choose the place on the map</source>
        <translation>Choisir le lieu sur la carte</translation>
    </message>
    <message>
        <source>Click a place, or move the cross with the arrow keys and press Enter. Here that means a square of {side}; go closer for a smaller one.</source>
        <translation>Cliquez sur un lieu, ou déplacez la croix avec les flèches et appuyez sur Entrée. Ici, cela désigne un carré de {side} ; rapprochez-vous pour un plus petit.</translation>
    </message>
    <message>
        <source>Click or Enter sets a point. Backspace takes it back. Esc ends.</source>
        <translation>Un clic ou Entrée pose un point. Retour arrière l'enlève. Échap termine.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closed area</source>
        <translation>Zone interdite</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Se rapprocher</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy this grid (C)</source>
        <translation>Copier ces coordonnées (C)</translation>
    </message>
    <message>
        <source>From the last point: {length}</source>
        <translation>Depuis le dernier point : {length}</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>S'éloigner</translation>
    </message>
    <message>
        <source>Go closer to choose a square: click, the wheel, or the + key.</source>
        <translation>Rapprochez-vous pour choisir un carré : un clic, la molette ou la touche +.</translation>
    </message>
    <message>
        <source>Grid pointed at: {grid}</source>
        <translation>Coordonnées visées : {grid}</translation>
    </message>
    <message>
        <source>Grid {bearing}</source>
        <translation>Quadrillage {bearing}</translation>
    </message>
    <message>
        <source>Grid: MGRS on WGS 84. True north is up.</source>
        <translation>Quadrillage : MGRS, WGS 84. Le nord géographique est en haut.</translation>
    </message>
    <message numerus="yes">
        <source>In all with {count} points: {length}</source>
        <translation>
            <numerusform>Au total avec {count} point : {length}</numerusform>
            <numerusform>Au total avec {count} points : {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Lines on this map may be off by a kilometre; check with your own map.</source>
        <translation>Les tracés de cette carte peuvent être décalés d'un kilomètre ; vérifiez sur votre propre carte.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map of reports</source>
        <translation>Carte des comptes rendus</translation>
    </message>
    <message>
        <source>Map to choose a place on</source>
        <translation>Carte pour choisir un lieu</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Military grid</source>
        <translation>Quadrillage militaire</translation>
    </message>
    <message>
        <source>Newer report here</source>
        <translation>Compte rendu plus récent ici</translation>
    </message>
    <message>
        <source>No grid here</source>
        <translation>Pas de coordonnées ici</translation>
    </message>
    <message>
        <source>No report with a grid fits these filters.</source>
        <translation>Aucun compte rendu avec coordonnées ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>No reports yet. Those with a grid appear here.</source>
        <translation>Pas encore de compte rendu. Ceux qui ont des coordonnées apparaissent ici.</translation>
    </message>
    <message>
        <source>North</source>
        <translation>Nord</translation>
    </message>
    <message>
        <source>Older report here</source>
        <translation>Compte rendu plus ancien ici</translation>
    </message>
    <message>
        <source>Only a large square known</source>
        <translation>Seul un grand carré est connu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Place of the report</source>
        <translation>Lieu du compte rendu</translation>
    </message>
    <message>
        <source>Rejected or withdrawn</source>
        <translation>Rejeté ou retiré</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Enregistrer en image</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Enregistrer la carte</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show all reports</source>
        <translation>Afficher tous les comptes rendus</translation>
    </message>
    <message>
        <source>Somewhere in this square of {side}</source>
        <translation>Quelque part dans ce carré de {side}</translation>
    </message>
    <message>
        <source>Standing ban on an area in this square of {side}</source>
        <translation>Interdiction permanente d'une zone dans ce carré de {side}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Arrêter la mesure</translation>
    </message>
    <message>
        <source>Take this square</source>
        <translation>Prendre ce carré</translation>
    </message>
    <message>
        <source>The boundaries and names shown do not imply official endorsement.</source>
        <translation>Les frontières et les noms indiqués n'impliquent aucune reconnaissance officielle.</translation>
    </message>
    <message>
        <source>This report has no grid.</source>
        <translation>Ce compte rendu n'a pas de coordonnées.</translation>
    </message>
    <message>
        <source>True {bearing}</source>
        <translation>Géographique {bearing}</translation>
    </message>
    <message>
        <source>Type of report</source>
        <translation>Type de compte rendu</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message numerus="yes">
        <source>{count} more have no grid</source>
        <translation>
            <numerusform>1 autre sans coordonnées</numerusform>
            <numerusform>{count} autres sans coordonnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports</source>
        <translation>
            <numerusform>{count} compte rendu</numerusform>
            <numerusform>{count} comptes rendus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports are shown. Tab goes through them, Enter opens.</source>
        <translation>
            <numerusform>{count} compte rendu est affiché. Tab y mène, Entrée l'ouvre.</numerusform>
            <numerusform>{count} comptes rendus sont affichés. Tab les parcourt, Entrée ouvre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports have no grid</source>
        <translation type="vanished">
            <numerusform>{count} compte rendu est sans coordonnées</numerusform>
            <numerusform>{count} comptes rendus sont sans coordonnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reports on the map</source>
        <translation>
            <numerusform>1 compte rendu sur la carte</numerusform>
            <numerusform>{count} comptes rendus sur la carte</numerusform>
        </translation>
    </message>
    <message>
        <source>{degrees} ({mils} mils)</source>
        <translation>{degrees} ({mils} millièmes)</translation>
    </message>
    <message>
        <source>{grid}, a square of {side}.</source>
        <translation>{grid}, un carré de {side}.</translation>
    </message>
    <message>
        <source>{length}, about 1 : {scale}</source>
        <translation>{length}, environ 1 : {scale}</translation>
    </message>
    <message>
        <source>{near} to {far} from the observer, true bearing {bearing}</source>
        <translation>{near} à {far} de l'observateur, azimut géographique {bearing}</translation>
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
        <translation>{n} sur {count}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>&amp;Minutes of link</source>
        <translation>&amp;Minutes de liaison</translation>
    </message>
    <message>
        <source>About {share} percent of the text will be through.</source>
        <translation>Environ {share} pour cent du texte passera.</translation>
    </message>
    <message>
        <source>All text will be through, photos not all.</source>
        <translation>Tout le texte passera, pas toutes les photos.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Ask HQ again</source>
        <translation>Redemander au QG</translation>
    </message>
    <message>
        <source>Choose the USB stick</source>
        <translation>Choisir la clé USB</translation>
    </message>
    <message>
        <source>Choose the file from HQ</source>
        <translation>Choisir le fichier du QG</translation>
    </message>
    <message>
        <source>Code lists of version {number} were taken in.</source>
        <translation>Les listes de codes de la version {number} ont été reprises.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Everything costs {price}.</source>
        <translation>Le tout coûte {price}.</translation>
    </message>
    <message>
        <source>Everything will be through.</source>
        <translation>Tout passera.</translation>
    </message>
    <message>
        <source>Files from HQ</source>
        <translation>Fichiers du QG</translation>
    </message>
    <message>
        <source>Flash report</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Forms of version {number} were taken in.</source>
        <translation>Les formulaires de la version {number} ont été repris.</translation>
    </message>
    <message>
        <source>HQ has everything</source>
        <translation>Le QG a tout</translation>
    </message>
    <message>
        <source>HQ has not let you in yet. What you file is sealed and sent all the same, and read once HQ has let you in. If HQ gave you another code, ask with it here.</source>
        <translation>Le QG ne vous a pas encore admis. Ce que vous déposez est scellé et envoyé quand même, et lu dès que le QG vous a admis. Si le QG vous a donné un autre code, utilisez-le ici.</translation>
    </message>
    <message>
        <source>Imported report</source>
        <translation>Compte rendu importé</translation>
    </message>
    <message>
        <source>Load from USB stick</source>
        <translation>Charger depuis une clé USB</translation>
    </message>
    <message>
        <source>Looking for a link ...</source>
        <translation>Recherche d'une liaison ...</translation>
    </message>
    <message>
        <source>Not everything fitted: save a second file as well.</source>
        <translation>Tout n'a pas tenu : enregistrez aussi un deuxième fichier.</translation>
    </message>
    <message>
        <source>Note of an opening or a copy</source>
        <translation type="vanished">Mention d'une ouverture ou d'une copie</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Rien à envoyer</translation>
    </message>
    <message>
        <source>Nothing to send yet.</source>
        <translation>Rien à envoyer pour l'instant.</translation>
    </message>
    <message>
        <source>Nothing will be through.</source>
        <translation>Rien ne passera.</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;Code à usage unique</translation>
    </message>
    <message>
        <source>Opened or copied</source>
        <translation>Ouverture ou copie</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>Photos ajoutées</translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>Lecture ...</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and what HQ has of them.</source>
        <translation>Les comptes rendus que vous déposez apparaissent ici, avec ce que le QG en a reçu.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Save to USB stick</source>
        <translation>Enregistrer sur clé USB</translation>
    </message>
    <message>
        <source>Saved as {name} ({size}). Carry it to HQ; the reports stay here until HQ has them.</source>
        <translation>Enregistré sous {name} ({size}). Portez-le au QG ; les comptes rendus restent ici jusqu'à ce que le QG les ait.</translation>
    </message>
    <message>
        <source>Sealed for HQ. Nobody who finds the stick can read it.</source>
        <translation>Scellé pour le QG. Personne ne peut lire une clé trouvée.</translation>
    </message>
    <message>
        <source>Sealed report opened</source>
        <translation type="vanished">Lecture sous scellé</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Taken in from HQ: receipts {receipts}, records {records}.</source>
        <translation>Reçu du QG. Accusés de réception : {receipts}, enregistrements : {records}.</translation>
    </message>
    <message>
        <source>Text takes {size} and {time}.</source>
        <translation>Le texte demande {size} et {time}.</translation>
    </message>
    <message>
        <source>The file was cut short. Ask HQ for it again.</source>
        <translation>Le fichier est tronqué. Redemandez-le au QG.</translation>
    </message>
    <message>
        <source>The text costs {price}, the smallest charge.</source>
        <translation>Le texte coûte {price}, le montant minimal.</translation>
    </message>
    <message>
        <source>The text costs {price}.</source>
        <translation>Le texte coûte {price}.</translation>
    </message>
    <message>
        <source>They are used from the next unlocking on.</source>
        <translation>Ils serviront dès le prochain déverrouillage.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>With photos it takes {size} and {time}.</source>
        <translation>Avec les photos, il faut {size} et {time}.</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>Writing ...</source>
        <translation>Écriture ...</translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} heure</numerusform>
            <numerusform>{count} heures</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} looked at by a person at HQ</source>
        <translation>examinés par une personne au QG : {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>{count} minute</numerusform>
            <numerusform>{count} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} photos wait</source>
        <translation>
            <numerusform>{count} photo en attente</numerusform>
            <numerusform>{count} photos en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>{count} envoi en attente</numerusform>
            <numerusform>{count} envois en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>refusés : {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} seconds</source>
        <translation>
            <numerusform>{count} seconde</numerusform>
            <numerusform>{count} secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>à redéposer : {count}</translation>
    </message>
    <message>
        <source>{group} ({count})</source>
        <translation>{group} ({count})</translation>
    </message>
    <message>
        <source>{size} to send</source>
        <translation>{size} à envoyer</translation>
    </message>
    <message>
        <source>{state}. Last receipt {time}.</source>
        <translation>{state}. Dernier accusé de réception {time}.</translation>
    </message>
    <message>
        <source>{state}. No receipt from HQ yet.</source>
        <translation>{state}. Pas encore d'accusé de réception du QG.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Copied by {person}, {time}</source>
        <translation>Copié par {person}, {time}</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Déposé</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Precedence</source>
        <translation>Degré d'urgence</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What happened with it</source>
        <translation>Suivi du compte rendu</translation>
    </message>
    <message>
        <source>{question} (the author's opinion)</source>
        <translation>{question} (avis de l'auteur)</translation>
    </message>
</context>
<context>
    <name>Radio</name>
    <message>
        <source>As one text, for HF</source>
        <translation>En un seul texte, pour la HF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy HF text</source>
        <translation>Copier le texte HF</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="vanished">Copier le texte</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>Lire à la radio</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Numéro du compte rendu</translation>
    </message>
    <message>
        <source>Say the number of each line. Capital words are the letters and digits.</source>
        <translation>Dites le numéro de chaque ligne. Les mots en capitales sont les lettres et les chiffres.</translation>
    </message>
    <message>
        <source>Say this at the end. Whoever wrote it down in the same form sees the same three words; words of free text do not count.</source>
        <translation>Dites-le à la fin. Qui l'a noté dans le même formulaire voit les trois mêmes mots ; le texte libre ne compte pas.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>1. Ask HQ</source>
        <translation>1. Demander au QG</translation>
    </message>
    <message>
        <source>2. When HQ has answered</source>
        <translation>2. Quand le QG a répondu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Choose the answer ...</source>
        <translation>Choisir la réponse ...</translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation>Phrase de passe oubliée</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Save the request ...</source>
        <translation>Enregistrer la demande ...</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistrée sous {file}.</translation>
    </message>
    <message>
        <source>Send or carry the request to HQ, and read this out by voice:</source>
        <translation>Envoyez ou portez la demande au QG, et lisez ceci de vive voix :</translation>
    </message>
    <message>
        <source>The answer is here. Destroy the file once you are in.</source>
        <translation>La réponse est là. Détruisez le fichier une fois entré.</translation>
    </message>
    <message>
        <source>{person}, two people at HQ can open this laptop for you. What you filed and your drafts stay. You will sign with a new key: ask HQ for a new one-time code, too.</source>
        <translation>{person}, deux personnes du QG peuvent ouvrir cet ordinateur pour vous. Vos comptes rendus déposés et vos brouillons restent. Vous signerez avec une nouvelle clé : demandez aussi au QG un nouveau code à usage unique.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>A copy is not encrypted: anybody who finds it can read it. It is marked with the classification, and HQ sees that you made it.</source>
        <translation>Une copie n'est pas chiffrée : quiconque la trouve peut la lire. Elle porte la classification, et le QG voit que vous l'avez faite.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>Add photos to this report</source>
        <translation>Ajouter des photos à ce compte rendu</translation>
    </message>
    <message>
        <source>Add to report</source>
        <translation>Ajouter au compte rendu</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Tous les comptes rendus</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Appréciation</translation>
    </message>
    <message>
        <source>Begin a new report with the answers that stay the same</source>
        <translation>Commencer un nouveau compte rendu avec les réponses qui restent les mêmes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>À revérifier</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Choisir un motif</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy as new</source>
        <translation>Copier en nouveau</translation>
    </message>
    <message>
        <source>Copy this report</source>
        <translation>Copier ce compte rendu</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Delivered text does not stay on laptops for long, so that nobody who takes one can read it. Number, times and verdict stay here.</source>
        <translation>Un texte reçu par le QG ne reste pas longtemps sur les portables, pour que personne ne puisse le lire en s'emparant de l'un d'eux. Le numéro, les heures et la décision restent ici.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Déposé</translation>
    </message>
    <message>
        <source>Filed {time}</source>
        <translation>Déposé {time}</translation>
    </message>
    <message>
        <source>For: {names}. Each can open it on their own desktop.</source>
        <translation>Pour : {names}. Chacun peut l'ouvrir sur son propre poste.</translation>
    </message>
    <message>
        <source>Given to the printer.</source>
        <translation>Transmis à l'imprimante.</translation>
    </message>
    <message>
        <source>HQ does not have all of it yet</source>
        <translation>le QG n'a pas encore tout</translation>
    </message>
    <message>
        <source>HQ has it</source>
        <translation>le QG l'a</translation>
    </message>
    <message>
        <source>HQ has the text of this report</source>
        <translation>Le QG a le texte de ce compte rendu</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>En quelques mots, si vous voulez</translation>
    </message>
    <message>
        <source>Incident report</source>
        <translation type="vanished">Compte rendu d'incident</translation>
    </message>
    <message>
        <source>It can be opened here. HQ sees that you opened it, and when.</source>
        <translation>Il peut être ouvert ici. Le QG voit que vous l'avez ouvert, et quand.</translation>
    </message>
    <message>
        <source>It stays readable for everyone, marked as withdrawn, with your reason.</source>
        <translation>Il reste lisible pour tous, marqué comme retiré, avec votre motif.</translation>
    </message>
    <message>
        <source>It stays sealed, marked as withdrawn, with your reason.</source>
        <translation>Il reste scellé, marqué comme retiré, avec votre motif.</translation>
    </message>
    <message>
        <source>Its form is not installed here, so questions show by their short names.</source>
        <translation>Son formulaire n'est pas installé ici : les questions apparaissent sous leur nom court.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clé retirée</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Version plus récente</translation>
    </message>
    <message>
        <source>No answer differs.</source>
        <translation>Aucune réponse ne diffère.</translation>
    </message>
    <message>
        <source>Nobody else can: not on this laptop, not its author, and not those who run HQ's server.</source>
        <translation>Personne d'autre ne le peut : ni sur ce portable, ni son auteur, ni ceux qui gèrent le serveur du QG.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>Numéro dans la source</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Version plus ancienne</translation>
    </message>
    <message>
        <source>Only those for whom it was sealed can open it.</source>
        <translation>Seules les personnes pour qui il a été scellé peuvent l'ouvrir.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Photo {number}</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>Photos ajoutées</translation>
    </message>
    <message>
        <source>Photos and files ({count})</source>
        <translation>Photos et fichiers ({count})</translation>
    </message>
    <message>
        <source>Preview; the photo itself is still on its way</source>
        <translation>Aperçu ; la photo elle-même est encore en route</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Print or PDF</source>
        <translation>Imprimer ou PDF</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Question from HQ</source>
        <translation>Question du QG</translation>
    </message>
    <message>
        <source>Question open</source>
        <translation>Question posée</translation>
    </message>
    <message>
        <source>Questions and verdicts</source>
        <translation>Questions et décisions</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>Lire à la radio</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Reports that belong together</source>
        <translation>Comptes rendus liés</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">Restriction de la liberté de mouvement</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Sealed for protection officers</source>
        <translation>Scellé pour les officiers de protection</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Envoyer la réponse</translation>
    </message>
    <message>
        <source>Signed after HQ withdrew this laptop's access. Check with the person.</source>
        <translation>Signé après que le QG a retiré l'accès à ce portable. Vérifiez auprès de la personne.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Taken from an older source</source>
        <translation>Repris d'une source antérieure</translation>
    </message>
    <message>
        <source>Tells the author that it is in your hands</source>
        <translation>Indique à l'auteur qu'il est entre vos mains</translation>
    </message>
    <message>
        <source>Text and photos were removed from this laptop: {time}.</source>
        <translation>Le texte et les photos ont été retirés de ce portable : {time}.</translation>
    </message>
    <message>
        <source>The author's opinion, kept apart from what was seen.</source>
        <translation>L'avis de l'auteur, séparé de ce qui a été vu.</translation>
    </message>
    <message>
        <source>This file cannot be shown as a picture.</source>
        <translation>Ce fichier ne peut pas être affiché comme image.</translation>
    </message>
    <message>
        <source>To correct it or add to it, file a new report that names this number.</source>
        <translation>Pour le corriger ou le compléter, déposez un nouveau compte rendu qui indique ce numéro.</translation>
    </message>
    <message>
        <source>To correct it, file a new report that names this number.</source>
        <translation>Pour le corriger, déposez un nouveau compte rendu qui indique ce numéro.</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>Auteur inconnu</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>What they show, if you like</source>
        <translation>Ce qu'elles montrent, si vous voulez</translation>
    </message>
    <message>
        <source>Where it says preview, the photo itself is still on its way.</source>
        <translation>Là où il est écrit « aperçu », la photo elle-même est encore en route.</translation>
    </message>
    <message>
        <source>With photos</source>
        <translation>Avec les photos</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Withdraw report</source>
        <translation>Retirer le compte rendu</translation>
    </message>
    <message>
        <source>Withdraw {ref}?</source>
        <translation>Retirer {ref} ?</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Your answer to HQ</source>
        <translation>Votre réponse au QG</translation>
    </message>
    <message>
        <source>its bytes have not reached this laptop yet</source>
        <translation>son contenu n'est pas encore arrivé sur ce portable</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>pas encore ici</translation>
    </message>
    <message>
        <source>not in source</source>
        <translation>absent de la source</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>aperçu</translation>
    </message>
    <message>
        <source>{size}, waiting</source>
        <translation>{size}, en attente</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what} : {why}</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>&amp;Name of these filters</source>
        <translation>&amp;Nom de ces filtres</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>À revérifier</translation>
    </message>
    <message>
        <source>Click to sort. By keyboard: the menu key or Shift+F10 in the list.</source>
        <translation>Cliquez pour trier. Au clavier : la touche menu ou Maj+F10 dans la liste.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue {title}</source>
        <translation>Continuer {title}</translation>
    </message>
    <message>
        <source>Correction of {ref}</source>
        <translation>Correction de {ref}</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Discard {title}</source>
        <translation>Jeter {title}</translation>
    </message>
    <message>
        <source>Drafts, seen only by you</source>
        <translation>Brouillons, visibles pour vous seulement</translation>
    </message>
    <message>
        <source>From HQ</source>
        <translation>Du QG</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>QG</translation>
    </message>
    <message>
        <source>HQ looks at it</source>
        <translation>Examen au QG</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clé retirée</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Name of these filters</source>
        <translation>Nom de ces filtres</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau compte rendu</translation>
    </message>
    <message>
        <source>New report (Ctrl+N)</source>
        <translation>Nouveau compte rendu (Ctrl+N)</translation>
    </message>
    <message>
        <source>No report on this laptop fits these words and filters.</source>
        <translation>Aucun compte rendu sur ce portable ne répond à ces mots et filtres.</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Pas encore de comptes rendus</translation>
    </message>
    <message>
        <source>No saved filters yet</source>
        <translation>Pas encore de filtres enregistrés</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Comptes rendus</translation>
    </message>
    <message>
        <source>Reports that you file appear here, and those that HQ shares with you.</source>
        <translation>Les comptes rendus que vous déposez apparaissent ici, avec ceux que le QG partage avec vous.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save these filters</source>
        <translation>Enregistrer ces filtres</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrés</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtres enregistrés</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Search number, place, words</source>
        <translation>Chercher numéro, lieu, mots</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>Chercher dans les comptes rendus</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Sort by: {column}</source>
        <translation>Trier par : {column}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Text received</source>
        <translation>Texte reçu</translation>
    </message>
    <message>
        <source>Text removed</source>
        <translation>Texte retiré</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Throw this draft and its photos away? It was not filed.</source>
        <translation>Jeter ce brouillon et ses photos ? Il n'a pas été déposé.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>gardé {time}</translation>
    </message>
    <message>
        <source>{filter}: {choice}</source>
        <translation>{filter} : {choice}</translation>
    </message>
    <message>
        <source>{filter}: {choice} +{more}</source>
        <translation>{filter} : {choice} +{more}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Accept (A)</source>
        <translation>Accepter (A)</translation>
    </message>
    <message>
        <source>Ask a question (Q)</source>
        <translation>Poser une question (Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>À revérifier</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Key withdrawn</source>
        <translation>Clé retirée</translation>
    </message>
    <message>
        <source>New reports and answers appear here by themselves.</source>
        <translation>Les nouveaux comptes rendus et réponses apparaissent ici d'eux-mêmes.</translation>
    </message>
    <message>
        <source>New since: {verdict}, {time}</source>
        <translation>Du nouveau depuis : {verdict}, {time}</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>Suivant (N)</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Rien à examiner</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reject (R)</source>
        <translation>Rejeter (R)</translation>
    </message>
    <message>
        <source>Reports to review</source>
        <translation>Comptes rendus à examiner</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Chercher dans la file</translation>
    </message>
    <message>
        <source>Send question</source>
        <translation>Envoyer la question</translation>
    </message>
    <message>
        <source>To review ({count})</source>
        <translation>À examiner ({count})</translation>
    </message>
    <message>
        <source>Why is it rejected? The author reads this.</source>
        <translation>Pourquoi est-il rejeté ? L'auteur lit ceci.</translation>
    </message>
    <message>
        <source>Your question to the author</source>
        <translation>Votre question à l'auteur</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>à revérifier</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Deadline</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Every report that you file appears here, with HQ's receipt and verdict.</source>
        <translation>Chaque compte rendu que vous déposez figure ici, avec l'accusé de réception et la décision du QG.</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Déposé</translation>
    </message>
    <message>
        <source>HQ checks again</source>
        <translation>Le QG revérifie</translation>
    </message>
    <message>
        <source>HQ's verdict</source>
        <translation>Décision du QG</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau compte rendu</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune encore</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Rien d'envoyé pour l'instant</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Received by HQ</source>
        <translation>Reçu par le QG</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Your reports, and what HQ has of each.</source>
        <translation>Vos comptes rendus, et ce que le QG a de chacun.</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} sur {count}</translation>
    </message>
    <message numerus="yes">
        <source>{time}, {count} changes wait</source>
        <translation>
            <numerusform>{time}, {count} modification en attente</numerusform>
            <numerusform>{time}, {count} modifications en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;Répétez-la</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>As colleagues and HQ know you</source>
        <translation>Comme vos collègues et le QG vous connaissent</translation>
    </message>
    <message>
        <source>Choose the file ...</source>
        <translation>Choisir le fichier ...</translation>
    </message>
    <message>
        <source>Choose the mission file</source>
        <translation>Choisir le fichier de mission</translation>
    </message>
    <message>
        <source>Choose your unit</source>
        <translation>Choisissez votre unité</translation>
    </message>
    <message>
        <source>Four words that do not belong together are easy to remember.</source>
        <translation>Quatre mots sans rapport entre eux se retiennent facilement.</translation>
    </message>
    <message>
        <source>Good. A fifth word would make it strong.</source>
        <translation>Bien. Un cinquième mot la rendrait forte.</translation>
    </message>
    <message>
        <source>HQ reads out the same letters and digits</source>
        <translation>Le QG lit à haute voix les mêmes lettres et chiffres</translation>
    </message>
    <message>
        <source>Have one made for me</source>
        <translation>M'en proposer une</translation>
    </message>
    <message>
        <source>Mission file</source>
        <translation>Fichier de mission</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>&amp;Code à usage unique</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurer</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Configurer ce portable</translation>
    </message>
    <message>
        <source>Setting up ...</source>
        <translation>Configuration ...</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Forte.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Les deux ne sont pas encore identiques.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Ce fichier est illisible. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This laptop then sends reports whenever it is on and has a connection. Settings can change that.</source>
        <translation>Ce portable envoie ensuite les comptes rendus dès qu'il est allumé et connecté. Cela se change dans les réglages.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use four or more words that do not belong together.</source>
        <translation type="vanished">Trop facile à deviner. Prenez quatre mots ou plus sans rapport entre eux.</translation>
    </message>
    <message>
        <source>Too easy to guess. Use words that do not belong together.</source>
        <translation>Trop facile à deviner. Prenez des mots sans rapport entre eux.</translation>
    </message>
    <message>
        <source>Too easy to guess: use at least four words or 16 characters.</source>
        <translation type="vanished">Trop facile à deviner : utilisez au moins quatre mots ou 16 caractères.</translation>
    </message>
    <message>
        <source>Use my own words</source>
        <translation>Choisir mes propres mots</translation>
    </message>
    <message>
        <source>Write it down and keep the paper away from this laptop. Then type it.</source>
        <translation>Notez-la sur papier et gardez le papier loin de ce portable. Tapez-la ensuite.</translation>
    </message>
    <message>
        <source>You need the mission file and the one-time code that HQ gave you.</source>
        <translation>Il vous faut le fichier de mission et le code à usage unique remis par le QG.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>Your &amp;unit</source>
        <translation>Votre &amp;unité</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;Répétez-la</translation>
    </message>
    <message>
        <source>&amp;Rounded up to kB</source>
        <translation>A&amp;rrondi en ko</translation>
    </message>
    <message>
        <source>&amp;Smallest charge in kB</source>
        <translation>Minimum &amp;facturé en ko</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>Autre phrase de passe</translation>
    </message>
    <message>
        <source>As delivered with the app</source>
        <translation>Tels que livrés avec l'application</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>M&amp;onnaie</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase de passe</translation>
    </message>
    <message>
        <source>Changing ...</source>
        <translation>Changement ...</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Listes de codes</translation>
    </message>
    <message>
        <source>Delete their drafts, too</source>
        <translation>Supprimer aussi ses brouillons</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Do not remove</source>
        <translation>Ne pas retirer</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Fichier chiffré</translation>
    </message>
    <message>
        <source>Enter a currency, such as USD.</source>
        <translation>Saisissez une monnaie, par exemple USD.</translation>
    </message>
    <message>
        <source>For links billed by volume. A price of 0 means: not billed by volume.</source>
        <translation>Pour les liaisons facturées au volume. Un prix de 0 signifie : pas de facturation au volume.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulaires</translation>
    </message>
    <message>
        <source>HQ last answered</source>
        <translation>Dernière réponse du QG</translation>
    </message>
    <message>
        <source>HQ's address</source>
        <translation>Adresse du QG</translation>
    </message>
    <message>
        <source>HQ's fingerprint</source>
        <translation>Empreinte du QG</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Kept. The outbox says what sending costs.</source>
        <translation>Enregistré. « À envoyer » indique le coût de l'envoi.</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Langue et apparence</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Admettre</translation>
    </message>
    <message>
        <source>Letting in ...</source>
        <translation>Admission ...</translation>
    </message>
    <message>
        <source>Link to HQ</source>
        <translation>Liaison avec le QG</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation type="vanished">Se verrouille après</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Minutes until it loc&amp;ks itself</source>
        <translation>Minutes avant le verr&amp;ouillage</translation>
    </message>
    <message>
        <source>Minutes until it locks itself</source>
        <translation>Minutes avant le verrouillage</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>Nouvelle &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase &amp;now</source>
        <translation>Phrase de passe a&amp;ctuelle</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Personnes sur ce portable</translation>
    </message>
    <message>
        <source>Photos and files here</source>
        <translation>Photos et fichiers ici</translation>
    </message>
    <message>
        <source>Price of a &amp;megabyte</source>
        <translation>Prix du &amp;mégaoctet</translation>
    </message>
    <message>
        <source>Remove ...</source>
        <translation>Retirer ...</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Retirer cette personne</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="vanished">Retirer {name}</translation>
    </message>
    <message>
        <source>Remove {name} from this laptop</source>
        <translation>Retirer {name} de ce portable</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Removing ...</source>
        <translation>Retrait ...</translation>
    </message>
    <message>
        <source>Reports here</source>
        <translation>Comptes rendus ici</translation>
    </message>
    <message>
        <source>Reports then leave also while nobody has opened the app. They are sealed; nothing can be read that way.</source>
        <translation>Les comptes rendus partent alors même si personne n'a ouvert l'application. Ils sont scellés ; rien ne peut être lu de cette façon.</translation>
    </message>
    <message>
        <source>Send reports when this computer starts</source>
        <translation>Envoyer les comptes rendus au démarrage de cet ordinateur</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Somebody may know the old one</source>
        <translation>Quelqu'un connaît peut-être l'ancienne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>The reports here are then locked with a new key, and the laptop locks itself. If somebody may have copied this laptop, tell HQ as well.</source>
        <translation>Les rapports sont alors protégés par une nouvelle clé et le portable se verrouille. Si quelqu'un a pu copier ce portable, prévenez aussi le QG.</translation>
    </message>
    <message>
        <source>They can no longer unlock this laptop. What they filed stays and is sent. The laptop locks itself afterwards; tell HQ, so that it withdraws their access.</source>
        <translation>Cette personne ne pourra plus déverrouiller ce portable. Ce qu'elle a déposé reste et sera envoyé. Le portable se verrouille ensuite ; prévenez le QG pour qu'il retire son accès.</translation>
    </message>
    <message>
        <source>They need a one-time code from HQ, and type their own passphrase here. Nobody reads the drafts of another.</source>
        <translation>Il leur faut un code à usage unique du QG, et chacun saisit ici sa propre phrase de passe. Personne ne lit les brouillons d'un autre.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ce portable</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {number} from HQ</source>
        <translation>Version {number} du QG</translation>
    </message>
    <message>
        <source>Version {number} is used from the next unlocking on</source>
        <translation>La version {number} servira dès le prochain déverrouillage</translation>
    </message>
    <message>
        <source>What the link costs</source>
        <translation>Coût de la liaison</translation>
    </message>
    <message>
        <source>You may work as</source>
        <translation>Vous pouvez agir comme</translation>
    </message>
    <message>
        <source>Your &amp;passphrase</source>
        <translation>Votre &amp;phrase de passe</translation>
    </message>
    <message>
        <source>Your new passphrase is in use from now on.</source>
        <translation>Votre nouvelle phrase de passe est valable dès maintenant.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Votre phrase de passe</translation>
    </message>
    <message>
        <source>Your unit</source>
        <translation>Votre unité</translation>
    </message>
    <message>
        <source>{count} ({size})</source>
        <translation>{count} ({size})</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts of theirs would be lost: nobody else can open them. Let them file them first.</source>
        <translation>
            <numerusform>{count} brouillon serait perdu : nul autre ne peut l'ouvrir. Que son auteur le dépose d'abord.</numerusform>
            <numerusform>{count} brouillons seraient perdus : nul autre ne peut les ouvrir. Que leur auteur les dépose d'abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (vous)</translation>
    </message>
    <message>
        <source>{name} can unlock this laptop now and write reports.</source>
        <translation>{name} peut maintenant déverrouiller ce portable et rédiger des comptes rendus.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Comme cet ordinateur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Covered. Press {key} to go on.</source>
        <translation>Masqué. Appuyez sur {key} pour continuer.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Date and time are right</source>
        <translation>La date et l'heure sont justes</translation>
    </message>
    <message>
        <source>Field reports</source>
        <translation>Comptes rendus de terrain</translation>
    </message>
    <message>
        <source>HQ has changed what you may do here. Lock and open again to use it.</source>
        <translation>Le QG a modifié ce que vous pouvez faire ici. Verrouillez et rouvrez pour en profiter.</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Relève</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Langue et apparence</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Quitter sans cela</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Comptes rendus</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Sent book</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. Free some space, then go on.</source>
        <translation>Ce que vous avez saisi en dernier n'a pas pu être enregistré. Libérez de la place, puis continuez.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>All received by HQ {time}</source>
        <translation>Tout reçu par le QG {time}</translation>
    </message>
    <message>
        <source>Connected to HQ</source>
        <translation>En liaison avec le QG</translation>
    </message>
    <message>
        <source>Connecting to HQ</source>
        <translation>Connexion au QG</translation>
    </message>
    <message>
        <source>Disk almost full: {free}</source>
        <translation>Disque presque plein : {free}</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>Officier de permanence</translation>
    </message>
    <message>
        <source>Free some space, so that work can be saved.</source>
        <translation>Libérez de la place pour que le travail puisse être enregistré.</translation>
    </message>
    <message>
        <source>HQ could not read all of it by itself; a person looks at it.</source>
        <translation>Le QG n'a pas tout pu lire automatiquement ; une personne l'examine.</translation>
    </message>
    <message>
        <source>HQ does not accept this laptop</source>
        <translation>Le QG n'accepte pas ce portable</translation>
    </message>
    <message>
        <source>HQ has it all and looks at {count}</source>
        <translation>Le QG a tout ; en examen : {count}</translation>
    </message>
    <message>
        <source>HQ last answered {time}</source>
        <translation>Dernière réponse du QG {time}</translation>
    </message>
    <message>
        <source>HQ refused {count}</source>
        <translation>Refusés par le QG : {count}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Lock this laptop (Ctrl+L). What you wrote is kept.</source>
        <translation>Verrouiller ce portable (Ctrl+L). Ce que vous avez écrit est gardé.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Rien à envoyer pour l'instant</translation>
    </message>
    <message>
        <source>Operations officer</source>
        <translation>Officier des opérations</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>Patrouille</translation>
    </message>
    <message>
        <source>Protection officer</source>
        <translation>Officier de protection</translation>
    </message>
    <message>
        <source>Sending {part}</source>
        <translation>Envoi de {part}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} ahead</source>
        <translation>Cet ordinateur avance de {amount}</translation>
    </message>
    <message>
        <source>This computer's clock is {amount} behind</source>
        <translation>Cet ordinateur retarde de {amount}</translation>
    </message>
    <message>
        <source>This computer's clock was set back</source>
        <translation>L'horloge a été reculée</translation>
    </message>
    <message>
        <source>Waiting for HQ to let you in</source>
        <translation>En attente de l'admission par le QG</translation>
    </message>
    <message>
        <source>Waiting for a link</source>
        <translation>En attente d'une liaison</translation>
    </message>
    <message numerus="yes">
        <source>{count} days</source>
        <translation>
            <numerusform>{count} jour</numerusform>
            <numerusform>{count} jours</numerusform>
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
            <numerusform>{count} photo en attente</numerusform>
            <numerusform>{count} photos en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records wait</source>
        <translation>
            <numerusform>{count} envoi en attente</numerusform>
            <numerusform>{count} envois en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to be filed again</source>
        <translation>à redéposer : {count}</translation>
    </message>
    <message>
        <source>{person} ({role})</source>
        <translation>{person} ({role})</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>{size} Go libres</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{day}, {time} local</source>
        <translation>{day}, {time} heure locale</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>Clock in doubt</source>
        <translation>Horloge incertaine</translation>
    </message>
    <message>
        <source>Filed late</source>
        <translation>Établi en retard</translation>
    </message>
    <message>
        <source>Filed {span} after the event (planned: {allowed}).</source>
        <translation>Établi {span} après les faits (prévu : {allowed}).</translation>
    </message>
    <message>
        <source>Filed {span} after the event, in time.</source>
        <translation>Établi {span} après les faits, à temps.</translation>
    </message>
    <message>
        <source>Filed {span} after the event.</source>
        <translation>Établi {span} après les faits.</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>À temps</translation>
    </message>
    <message>
        <source>It has waited {span} for a link.</source>
        <translation>En attente d'une liaison depuis {span}.</translation>
    </message>
    <message>
        <source>Late, no link</source>
        <translation>En retard, sans liaison</translation>
    </message>
    <message>
        <source>Not at HQ yet.</source>
        <translation>Pas encore au QG.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later.</source>
        <translation>Arrivé au QG {span} plus tard.</translation>
    </message>
    <message>
        <source>Reached HQ {span} later: no link before.</source>
        <translation>Arrivé au QG {span} plus tard : pas de liaison avant.</translation>
    </message>
    <message>
        <source>The laptop's clock was in doubt, so nobody can tell how long it took.</source>
        <translation>L'horloge du portable était incertaine : nul ne peut dire combien de temps cela a pris.</translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Erasing everything ...</source>
        <translation>Effacement de tout ...</translation>
    </message>
    <message>
        <source>Hold the keys once more to try again, or shut the laptop down.</source>
        <translation>Maintenez de nouveau les touches pour réessayer, ou éteignez le portable.</translation>
    </message>
    <message>
        <source>Keep holding to erase everything on this laptop.</source>
        <translation>Gardez les touches enfoncées pour tout effacer sur ce portable.</translation>
    </message>
    <message>
        <source>Let go to stop. Nothing has been erased.</source>
        <translation>Relâchez pour arrêter. Rien n'a été effacé.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>&amp;Reason *</source>
        <translation>&amp;Motif *</translation>
    </message>
    <message>
        <source>A patrol, flight or group was stopped, delayed, refused or threatened.</source>
        <translation type="vanished">Une patrouille, un vol ou un groupe a été arrêté, retardé, refusé ou menacé.</translation>
    </message>
    <message>
        <source>Also report</source>
        <translation>Signaler aussi</translation>
    </message>
    <message>
        <source>Back to the reports</source>
        <translation>Retour aux comptes rendus</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Begin another report that belongs to this one</source>
        <translation>Commencer un autre compte rendu lié à celui-ci</translation>
    </message>
    <message>
        <source>Begin: {name}</source>
        <translation>Commencer : {name}</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Choisir un motif</translation>
    </message>
    <message>
        <source>Correct {ref}</source>
        <translation>Corriger {ref}</translation>
    </message>
    <message>
        <source>Correction of {ref} is filed</source>
        <translation>La correction de {ref} est déposée</translation>
    </message>
    <message>
        <source>Ctrl+Z; Ctrl+Y does it again</source>
        <translation>Ctrl+Z ; Ctrl+Y rétablit</translation>
    </message>
    <message>
        <source>Detention, abduction or hijacking</source>
        <translation type="vanished">Détention, enlèvement ou détournement</translation>
    </message>
    <message>
        <source>File correction</source>
        <translation>Déposer la correction</translation>
    </message>
    <message>
        <source>File report</source>
        <translation>Déposer le compte rendu</translation>
    </message>
    <message>
        <source>Filed as {ref}</source>
        <translation>Déposé sous {ref}</translation>
    </message>
    <message>
        <source>Filing seals this report: from then on only protection officers can open it, and nobody on this laptop, not even you.</source>
        <translation>Le dépôt scelle ce compte rendu : dès lors, seuls les officiers de protection peuvent l'ouvrir, et personne sur ce portable, pas même vous.</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>Aller à la suivante</translation>
    </message>
    <message>
        <source>HQ has not named a protection officer yet, so this report cannot be filed today. What you write is kept as your draft. If somebody is in danger, speak to HQ by radio or telephone.</source>
        <translation>Le QG n'a pas encore désigné d'officier de protection : ce compte rendu ne peut pas être déposé aujourd'hui. Ce que vous écrivez est conservé comme brouillon. Si quelqu'un est en danger, parlez au QG par radio ou téléphone.</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>En quelques mots, si vous voulez</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="vanished">Incident</translation>
    </message>
    <message>
        <source>It is safe on this laptop and goes to HQ as soon as there is a link.</source>
        <translation>Il est en sûreté sur ce portable et partira au QG dès qu'il y aura une liaison.</translation>
    </message>
    <message>
        <source>Kept while you write</source>
        <translation>Enregistré pendant que vous écrivez</translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation>Enregistré {time}</translation>
    </message>
    <message>
        <source>Kept {time}, without what is marked</source>
        <translation>Enregistré {time}, sans ce qui est signalé</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Touche {key}</translation>
    </message>
    <message>
        <source>Mine, unexploded ordnance or IED</source>
        <translation type="vanished">Mine, engin non explosé ou engin improvisé</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau compte rendu</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Please choose a reason. It is kept with the report.</source>
        <translation>Choisissez un motif. Il est conservé avec le compte rendu.</translation>
    </message>
    <message>
        <source>Protection alert</source>
        <translation type="vanished">Alerte protection</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Restriction of movement</source>
        <translation type="vanished">Restriction de la liberté de mouvement</translation>
    </message>
    <message>
        <source>Shooting or cease-fire violation</source>
        <translation type="vanished">Tir ou violation du cessez-le-feu</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Afficher le compte rendu</translation>
    </message>
    <message>
        <source>Some answers were taken from an earlier report. They say so: check them before filing.</source>
        <translation>Certaines réponses proviennent d'un compte rendu précédent. Elles l'indiquent : vérifiez-les avant de déposer.</translation>
    </message>
    <message>
        <source>Something happened: an attack, a clash, an accident, a crowd, a find.</source>
        <translation type="vanished">Il s'est passé quelque chose : attaque, affrontement, accident, attroupement, découverte.</translation>
    </message>
    <message>
        <source>The reason in a few words</source>
        <translation>Le motif en quelques mots</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What do you want to report?</source>
        <translation>Que voulez-vous signaler ?</translation>
    </message>
    <message>
        <source>Why does the report change?</source>
        <translation>Pourquoi le compte rendu change-t-il ?</translation>
    </message>
    <message numerus="yes">
        <source>{count} answers need a look. They are marked below.</source>
        <translation>
            <numerusform>{count} réponse est à revoir. Elle est signalée ci-dessous.</numerusform>
            <numerusform>{count} réponses sont à revoir. Elles sont signalées ci-dessous.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>* Needed before the report can be filed.</source>
        <translation>* Nécessaire pour déposer le compte rendu.</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Add the file under Photos, below the form.</source>
        <translation>Ajoutez le fichier sous Photos, au bas du formulaire.</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>Ajouter : {what}</translation>
    </message>
    <message>
        <source>Choose, or type to search</source>
        <translation>Choisissez, ou tapez pour chercher</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Correct the grid, or say why it is right.</source>
        <translation>Corrigez les coordonnées, ou dites pourquoi elles sont justes.</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>From GPS</source>
        <translation>Depuis le GPS</translation>
    </message>
    <message>
        <source>From {ref}: check</source>
        <translation>Repris de {ref} : à vérifier</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. HDOP {hdop}: good to about {error} m.</source>
        <translation>GPS : {grid}, carré de {side}, il y a {age} s. HDOP {hdop} : précis à {error} m environ.</translation>
    </message>
    <message>
        <source>GPS: {grid}, a square of {side}, {age} s old. Its precision is not known.</source>
        <translation>GPS : {grid}, carré de {side}, il y a {age} s. Précision inconnue.</translation>
    </message>
    <message>
        <source>If it is right, say why</source>
        <translation>Si c'est juste, dites pourquoi</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Known places</source>
        <translation>Lieux connus</translation>
    </message>
    <message>
        <source>Listening for a GPS receiver. Plug it in and give it open sky.</source>
        <translation>En attente d'un récepteur GPS. Branchez-le et placez-le à ciel ouvert.</translation>
    </message>
    <message>
        <source>More help</source>
        <translation>Plus d'aide</translation>
    </message>
    <message>
        <source>Not kept: {words}</source>
        <translation>Non enregistré : {words}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Remove row {number}?</source>
        <translation>Supprimer la ligne {number} ?</translation>
    </message>
    <message>
        <source>Remove {title} {number}</source>
        <translation>Supprimer {title} {number}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Sections of the form</source>
        <translation>Sections du formulaire</translation>
    </message>
    <message>
        <source>Stop GPS</source>
        <translation>Arrêter le GPS</translation>
    </message>
    <message>
        <source>The GPS fell silent {age} s ago. It was last in {grid}.</source>
        <translation>Le GPS ne répond plus depuis {age} s. Dernière position : {grid}.</translation>
    </message>
    <message>
        <source>The map shows {place} in {grid}, a square of 1 km.</source>
        <translation>La carte situe {place} en {grid}, un carré de 1 km.</translation>
    </message>
    <message>
        <source>This is not a date. Write day, month, year: 6 NOV 2026.</source>
        <translation>Ce n'est pas une date. Écrivez jour, mois, année : 6 NOV 2026.</translation>
    </message>
    <message>
        <source>This is not a time of day. Write hours and minutes: 09:30.</source>
        <translation>Ce n'est pas une heure. Écrivez heures et minutes : 09:30.</translation>
    </message>
    <message>
        <source>This is not in the list. Choose one of its entries.</source>
        <translation>Ceci n'est pas dans la liste. Choisissez l'une de ses entrées.</translation>
    </message>
    <message>
        <source>This square lies outside grid zone {zone}. A wrong letter is the usual cause.</source>
        <translation>Ce carré se trouve hors de la zone MGRS {zone}. Une lettre fausse en est la cause habituelle.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>sur la carte</translation>
    </message>
    <message>
        <source>{answered} of {expected} answered</source>
        <translation>Réponses : {answered} sur {expected}</translation>
    </message>
    <message numerus="yes">
        <source>{count} to correct</source>
        <translation>
            <numerusform>{count} à corriger</numerusform>
            <numerusform>{count} à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, {time} UTC, {local} local</source>
        <translation>{day}, {time} UTC, {local} heure locale</translation>
    </message>
    <message>
        <source>{day}, {time} in zone {zone} ({utc}), {local} local</source>
        <translation>{day}, {time} fuseau {zone} ({utc}), {local} heure locale</translation>
    </message>
    <message>
        <source>{day}, {time} local ({utc})</source>
        <translation>{day}, {time} heure locale ({utc})</translation>
    </message>
    <message>
        <source>{place} was at {grid} in a report of {day}.</source>
        <translation>{place} était en {grid} dans un compte rendu du {day}.</translation>
    </message>
    <message>
        <source>{question}, required</source>
        <translation>{question}, obligatoire</translation>
    </message>
    <message>
        <source>{question}: clear</source>
        <translation>{question} : effacer</translation>
    </message>
    <message>
        <source>{question}: filter</source>
        <translation>{question} : filtrer</translation>
    </message>
    <message>
        <source>{question}: from GPS</source>
        <translation>{question} : depuis le GPS</translation>
    </message>
    <message>
        <source>{question}: move down</source>
        <translation>{question} : descendre</translation>
    </message>
    <message>
        <source>{question}: move up</source>
        <translation>{question} : monter</translation>
    </message>
    <message>
        <source>{question}: on the map</source>
        <translation>{question} : sur la carte</translation>
    </message>
    <message>
        <source>{question}: open calendar</source>
        <translation>{question} : ouvrir le calendrier</translation>
    </message>
    <message>
        <source>{question}: set to now</source>
        <translation>{question} : mettre à maintenant</translation>
    </message>
    <message>
        <source>{question}: use the grid offered</source>
        <translation>{question} : utiliser les coordonnées proposées</translation>
    </message>
    <message>
        <source>{question}: why the grid is right</source>
        <translation>{question} : pourquoi les coordonnées sont justes</translation>
    </message>
    <message>
        <source>{side} square, {position}</source>
        <translation>carré de {side}, {position}</translation>
    </message>
</context>
<context>
    <name>photos</name>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>Or drop photos here.</source>
        <translation>Ou déposez des photos ici.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>Photo collée</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Supprimer {name}</translation>
    </message>
    <message>
        <source>There is no photo to paste. Copy one first.</source>
        <translation>Il n'y a pas de photo à coller. Copiez-en une d'abord.</translation>
    </message>
    <message>
        <source>{name} could not be added: it is no photo this app can open, or it is too large.</source>
        <translation>{name} n'a pas pu être ajouté : ce n'est pas une photo que l'application peut ouvrir, ou elle est trop grande.</translation>
    </message>
    <message>
        <source>{photo} was taken in {grid}. Is this where it happened?</source>
        <translation>{photo} a été prise en {grid}. Est-ce là que cela s'est passé ?</translation>
    </message>
</context>
</TS>
