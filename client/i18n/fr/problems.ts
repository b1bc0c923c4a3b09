import type { Whole } from '../messages.ts'

/** What holds a text to what a vote decided. [V13] */
const heldBy = {
  inPlan: 'Ce texte figure dans une version du plan. Remplacez ou rejetez d’abord cette version.',
  endorsed: 'Ce texte a été entériné. La suite est une nouvelle version avec son propre vote.',
  sealed: 'Le compte rendu est scellé. Un erratum peut être ajouté.',
  inForce: 'Ce que ce vote a décidé est en vigueur. Un autre vote peut le changer.',
  textMovedOn: 'Le texte a avancé depuis ce vote et ne peut plus y revenir.',
}

const notStated = {
  notOfElectorate: 'Ce siège n’était pas de ceux qui votent ici.',
  running: 'Les déclarations se font une fois le vote terminé.',
  voided: 'Le vote a été annulé.',
  certified:
    'Le résultat est certifié, et ce qui l’accompagne ne change plus. Un vote peut être expliqué jusqu’à 14 jours après la décision.',
  periodOver: 'Le résultat est certifié, et les 14 jours pour expliquer le vote sont écoulés.',
  notOverObjection: 'Une opinion dissidente se remet à un texte adopté malgré l’objection des sièges d’ONG.',
  notObjecting: 'Une opinion dissidente est remise par un siège d’ONG qui a voté non.',
  notAdopted: 'Une réserve se fait à un texte adopté.',
  noBallot: 'Ce siège n’a émis aucun bulletin qui soit connu.',
}

/** A section by code and title; the whole plan by its title. */
const namedText = ({ code, title }: { readonly code: string; readonly title: string }): string =>
  code === 'plan' ? title : `${code} ${title}`

export const problems: Whole<'problems'> = {
  // Any part
  unreachable: 'L’espace de travail n’a pas répondu. Vérifiez votre connexion et réessayez.',
  unknown: 'Cette demande a été refusée. Rechargez la page et, si cela se reproduit, avertissez le Secrétariat.',
  'invalid-input': 'Une de vos saisies ne convient pas. Vérifiez les champs et réessayez.',
  'sign-in-required': 'Votre session a pris fin. Connectez-vous à nouveau pour continuer.',
  'confidentiality-required': 'Confirmez d’abord l’obligation de confidentialité.',
  'not-permitted': 'Cet acte ne vous revient pas. Ce que vous pouvez faire dépend de vos sièges et de vos fonctions.',
  'not-found': 'Il n’y a rien ici que vous puissiez ouvrir. Cela a peut-être été retiré.',
  'cross-site-request': 'La demande provenait d’un autre site et n’a pas été exécutée.',
  'too-large': 'L’envoi est trop volumineux.',
  'too-many-requests': 'Trop de demandes à la fois. Patientez un instant et réessayez.',
  'idempotency-key-reused': 'Cette demande a déjà été envoyée avec un autre contenu. Rechargez la page.',
  'idempotency-unfinished': 'La même demande est encore en cours. Regardez la page avant de la répéter.',
  internal: 'Une erreur s’est produite sur le serveur. Rien n’a été modifié ; réessayez.',
  // People
  'sign-in-refused':
    'L’adresse électronique et le mot de passe ne correspondent pas. Vérifiez-les, ou demandez un nouveau lien au Secrétariat.',
  'meeting-in-session':
    'Une réunion de ce groupe est en séance. Ouvrez le vote sous le point de son ordre du jour, pour que la liste soit celle des présents.',
  'access-suspended':
    'Votre accès est suspendu pour le moment. Demandez au Secrétariat de votre espace pourquoi, et pour combien de temps.',
  'password-refused': 'Ce n’est pas votre mot de passe actuel.',
  'password-guessable':
    'Ce mot de passe est trop facile à deviner. Choisissez-en un qui ne soit ni votre nom ni votre adresse.',
  'passkey-refused': 'La clé d’accès n’a pas été acceptée. Réessayez, ou utilisez votre mot de passe.',
  'passkey-unavailable-here':
    'Les clés d’accès ne fonctionnent pas à cette adresse. Ouvrez l’espace de travail sous son vrai nom.',
  'only-passkey':
    'C’est votre seul moyen de vous connecter. Définissez d’abord un mot de passe ou ajoutez une autre clé d’accès.',
  'email-taken': 'Une autre personne a cette adresse électronique.',
  'organisation-exists': 'Une organisation porte déjà ce nom.',
  'person-holds-seat':
    'Cette personne parle pour un siège de son organisation actuelle. Mettez-y d’abord fin à la page Groupes.',
  'person-suspended': 'L’accès de cette personne est suspendu. Rétablissez-le d’abord.',
  'office-held': problem => `${problem.holder} exerce cette fonction. Mettez d’abord fin à ce mandat.`,
  'office-already-held': 'Cette personne exerce déjà cette fonction.',
  'office-term': 'Le mandat ne convient pas : il commence aujourd’hui ou plus tôt, et finit après aujourd’hui.',
  'rapporteur-incompatible':
    'Le Rapporteur national n’exerce aucune autre fonction, afin que son regard reste indépendant.',
  'last-secretariat': 'Le Secrétariat ne peut rester sans personne. Nommez d’abord quelqu’un d’autre.',
  'invitation-not-valid': 'Ce lien a déjà servi, a été retiré ou a expiré. Demandez-en un nouveau au Secrétariat.',
  'confidentiality-text-changed': 'L’obligation a été reformulée. Rechargez la page et lisez-la.',
  'setup-not-valid':
    'Ce lien n’est pas valable. Tant que l’espace de travail n’est pas mis en place, le serveur en affiche un nouveau à chaque démarrage.',
  // Groups
  'too-many-alternates': problem =>
    `Ce siège a déjà ses ${problem.limit} suppléants. Mettez d’abord fin à une accréditation.`,
  'seat-has-head':
    'Ce siège a déjà un titulaire : quelqu’un vous a peut-être devancé. Mettez d’abord fin à cette accréditation.',
  'already-accredited': 'Cette personne parle déjà pour ce siège.',
  'not-of-organisation': 'Seule une personne de l’organisation qui occupe le siège peut parler pour lui.',
  'seat-without-organisation': 'Aucune organisation n’occupe encore ce siège. Attribuez-le d’abord.',
  'office-without-vote':
    'Le Secrétariat et le Rapporteur national n’ont pas de siège avec droit de vote. Choisissez quelqu’un d’autre.',
  'constituency-mismatch': 'Ce type d’organisation siège dans un autre collège.',
  'organisation-already-seated': problem =>
    `Cette organisation a déjà un siège dans le groupe (${problem.seatLabel}). Une organisation, un bulletin.`,
  'seat-changed': 'Quelqu’un a modifié ce siège entre-temps. La page montre maintenant son état.',
  'accreditation-ended': 'Quelqu’un a déjà mis fin à cette accréditation.',
  'group-code-taken': 'Un autre groupe porte ce code. Choisissez-en un différent.',
  'chair-without-seat':
    'La présidence revient à qui représente un siège du groupe avec droit de vote. Accréditez d’abord la personne.',
  'chair-by-office': 'La Coordination nationale préside ce groupe de droit.',
  'election-moved-on': 'L’élection a avancé entre-temps. Regardez-la de nouveau.',
  'election-under-way': 'Le groupe élit déjà une présidence. Poursuivez cette élection, ou abandonnez-la d’abord.',
  'candidate-without-seat':
    'Une candidature doit parler pour un siège votant du groupe. Le Secrétariat peut accréditer la personne.',
  'candidate-already-listed': 'Cette personne est déjà candidate.',
  'election-without-candidates': 'Personne ne s’est encore porté candidat. La liste pourra être close ensuite.',
  'chair-changed': 'Quelqu’un d’autre a désigné la présidence entre-temps. La page montre maintenant qui l’exerce.',
  // Plan
  'version-moved-on': 'Cette version a évolué entre-temps. La page montre maintenant son état.',
  'text-moved-on': 'Le texte a changé depuis que vous l’avez lu. Relisez-le avant de continuer.',
  'already-submitted': problem => `Ce texte exact est déjà la version ${problem.number}.`,
  'text-unreadable': 'Le texte contient un élément qui ne peut être figé. Retirez-le et réessayez.',
  'section-waived': 'Le plan ne comporte pas cette section. Le Secrétariat peut la reprendre.',
  'text-closed':
    'Ce texte est déjà fermé à la rédaction : quelqu’un vous a peut-être devancé. La page montre maintenant depuis quand.',
  'text-open':
    'Ce texte est déjà ouvert à la rédaction : quelqu’un vous a peut-être devancé. Vous pouvez continuer à rédiger.',
  'text-damaged':
    'Une partie de ce texte n’a pas pu être lue : il y manque peut-être des mots, et il n’a pas été soumis. Demandez au Secrétariat de le rouvrir, vérifiez que rien ne manque, puis soumettez-le.',
  'text-not-damaged':
    'Ce texte n’est plus à l’arrêt : quelqu’un vous a peut-être devancé. La page montre maintenant son état.',
  'settings-moved-on':
    'Quelqu’un a changé ces règles depuis que vous les avez regardées. Rien n’a été écrasé ; regardez ce qui a changé, puis enregistrez de nouveau.',
  'settings-out-of-bounds':
    'Un choix dépasse une limite qu’aucun groupe ne peut écarter. Corrigez les champs marqués et enregistrez de nouveau.',
  'terms-without-settings': 'Les termes d’une fonction ne portent pas de règles. N’écrivez que le texte.',
  'terms-already-submitted': problem => `Exactement ce texte avec ces règles est déjà la version ${problem.number}.`,
  'memorandum-not-with-ngo': 'Un protocole s’inscrit avec une ONG. Choisissez-en une.',
  'memorandum-ends-before-it-starts': 'Le protocole finirait avant de commencer. Vérifiez les deux jours.',
  'memorandum-ended': 'Ce protocole a déjà pris fin. La page montre maintenant depuis quand.',
  // Minutes
  'minutes-moved-on': 'Ce procès-verbal a évolué entre-temps. La page montre maintenant son état.',
  'minutes-sealed':
    'Ce procès-verbal est scellé, et personne ne le modifie plus. Le Secrétariat peut y ajouter un erratum.',
  'meeting-not-adjourned':
    'La réunion n’est pas terminée. Le procès-verbal est diffusé lorsque la présidence a clos la séance.',
  'corrections-open':
    'Des corrections proposées attendent une décision. Acceptez ou refusez chacune d’elles, puis diffusez.',
  'corrections-closed':
    'Le délai pour les corrections est écoulé. Soulevez la question à la prochaine réunion, où le procès-verbal est soumis à approbation.',
  'correction-disposed': 'Quelqu’un a déjà statué sur cette correction. La page montre maintenant comment.',
  'minutes-text-moved-on': 'Quelqu’un a écrit depuis que vous avez lu le procès-verbal. Relisez-le, puis diffusez-le.',
  'not-own-statement':
    'Un observateur ne corrige que sa propre déclaration. Citez les mots de votre déclaration, sous le point où elle figure.',
  'quote-not-in-minutes': problem =>
    `Ces mots ne figurent pas à ce point dans la version ${problem.version}. Sélectionnez-les dans le texte tel qu’il a été diffusé, ou laissez la citation vide s’il manque quelque chose.`,
  'file-not-made': problem =>
    `Le procès-verbal ne peut être mis en fichier ${problem.format}. Emportez-le dans un autre format, et avertissez le Secrétariat si vous avez besoin de celui-ci.`,
  'too-many-statements': problem =>
    `Votre siège a déposé ${problem.limit} déclarations, le maximum. Celles qui sont déposées figurent au procès-verbal.`,
  // Plan versions and endorsement
  'plan-version-moved-on': 'Cette version a évolué entre-temps. La page montre maintenant son état.',
  'plan-incomplete': problem =>
    `Toutes les sections ne sont pas prêtes : ${problem.missing.map(section => section.code).join(', ')}. Chacune doit d’abord être adoptée ou omise.`,
  'candidate-under-vote': problem =>
    `La version ${problem.number} de ce plan est en cours de vote. Une nouvelle version candidate pourra suivre une fois ce vote terminé.`,
  'manifest-unchanged': problem =>
    `Rien n’a changé : la version ${problem.number} se compose déjà exactement des mêmes textes.`,
  'text-altered': problem =>
    `Ce qui est conservé sous ${problem.code}${problem.title === '' ? '' : ` (${problem.title})`} n’est pas ce qui a été adopté : empreinte attendue ${problem.expected.slice(0, 12)}…, trouvée ${problem.found === '' ? 'aucune' : `${problem.found.slice(0, 12)}…`}. Rien n’a été signé. La vérification du registre désigne l’inscription en cause ; le Secrétariat peut rétablir le texte à partir d’une sauvegarde.`,
  // Around and after a vote
  'vote-moved-on': 'Le vote a avancé entre-temps. Voyez où il en est.',
  'joint-act-pending': 'Cela a déjà été demandé et attend d’être confirmé.',
  'joint-act-over':
    'Cela a été confirmé, décliné, retiré, ou n’a pas été confirmé dans les 24 heures. Une nouvelle demande est possible.',
  'already-reconciled': 'La conciliation est déjà inscrite au registre. La présidence peut ouvrir le second tour.',
  'text-taken-up': 'Le texte a été remis aux voix depuis. Suivez ce vote.',
  'certification-too-early':
    'Les sièges d’ONG opposés peuvent encore remettre leur opinion dissidente ou y renoncer. Certifiez ensuite, ou à la fin de leur délai.',
  'vote-not-voidable': problem => heldBy[problem.because],
  'statement-not-open': problem => notStated[problem.because],
  'too-many-versions': problem => `Cette déclaration a déjà été remise ${problem.limit} fois.`,
  'needs-two-persons': 'Il faut deux personnes : une autre doit confirmer ce que vous avez demandé.',
  'motion-not-open': 'Le vote n’est pas ouvert en ce moment.',
  'motion-not-paused': 'Le vote n’est pas suspendu.',
  'motion-already-voided': 'Le vote a déjà été annulé.',
  'deadline-passed': 'L’échéance est passée.',
  'dissent-missing': problem =>
    `${namedText(problem)} : adoption malgré l’objection des sièges d’ONG, pas encore certifiée. La présidence et le Secrétariat la certifient sur la page du vote, dès que chaque opinion dissidente est remise, qu’il y est renoncé ou que le délai est écoulé.`,
  'not-in-office': 'Cet acte revient à la personne qui exerce la fonction en ce moment.',
  'statement-expired':
    'Ce qui était présenté à la signature a expiré ou a déjà été signé. Examinez à nouveau l’ensemble.',
  'statement-outdated':
    'La situation a changé depuis que ceci a été présenté à la signature. Examinez à nouveau l’ensemble.',
  'record-not-signed':
    'Le registre tel qu’il est conservé ne prolonge pas ce qui a été signé : rien ne peut être prouvé par lui. Vérifiez le registre et demandez à qui gère le serveur de l’examiner avant toute chose.',
  'bundle-not-valid': problem =>
    `Le fichier de vérification ne se vérifie pas : ${problem.faults.map(fault => fault.place).join(', ')}. Rien n’a été publié.`,
  // Meetings, before they begin
  'agenda-empty': 'L’ordre du jour n’a encore aucun point. Ajoutez-en au moins un, puis convoquez.',
  'notice-too-short':
    'La réunion commence avant que son délai ne soit écoulé. Choisissez une date ultérieure ; une réunion urgente demande un motif et 48 heures.',
  'urgent-without-reason':
    'Le délai ordinaire ne peut pas être tenu. Dites pourquoi la réunion est urgente, ou choisissez une date ultérieure.',
  'item-without-subject':
    'Une décision à l’ordre du jour ne désigne encore aucun texte. Désignez-en un, ou faites-en un débat.',
  'nobody-to-invite':
    'Personne n’est accrédité pour un siège qui serait invité. Le Secrétariat peut accréditer des personnes.',
  'meeting-moved-on':
    'La réunion a évolué entre-temps : quelqu’un a peut-être été plus rapide. La page montre maintenant où elle en est.',
  'meeting-ends-before-it-starts': 'La réunion finirait avant de commencer. Choisissez une fin ultérieure.',
  'meeting-in-the-past': 'La réunion commencerait dans le passé. Choisissez un moment encore à venir.',
  'resumes-in-the-past': 'La séance reprendrait avant d’être suspendue. Choisissez un moment encore à venir.',
  'meeting-too-far': 'La réunion commencerait dans plus de trois ans. Choisissez une date plus proche.',
  'meeting-too-long': 'La réunion durerait plus de 14 jours. Choisissez une fin plus proche.',
  'time-zone-unknown': 'Ce fuseau horaire n’est pas connu. Choisissez-en un autre.',
  'item-removed': problem =>
    `Entre-temps, ${problem.name ?? 'quelqu’un'} a retiré ce point de l’ordre du jour. La page montre maintenant où il en est.`,
  'item-taken-up': 'La réunion a abordé ce point : il reste à l’ordre du jour tel qu’il est.',
  'item-in-minutes':
    'Des mots, une déclaration, un vote ou une action figurent sous ce point dans le procès-verbal. Reportez-le ou achevez-le plutôt.',
  'item-fixed': 'Les procès-verbaux sont soumis en premier à l’approbation. Ce point reste à sa place.',
  'item-too-deep': 'Il y a un seul niveau de sous-points. Faites d’abord du point au-dessus un point à part entière.',
  'agenda-too-long': problem =>
    `L’ordre du jour compte au plus ${problem.limit} points. Retirez-en ou achevez-en d’abord.`,
  'item-not-votable': 'Ce texte appartient à un groupe qui ne se réunit pas ici. Choisissez celui d’un groupe présent.',
  'seat-not-invited': 'Ce siège n’est pas de la réunion. Rechargez la page.',
  'series-ended': 'Cette série est terminée. Commencez-en une nouvelle, ou prévoyez une réunion isolée.',
  // En séance
  // Amendments
  'words-not-found':
    'Les mots cités ne figurent pas à cet endroit du texte. Sélectionnez-les de nouveau dans le texte tel qu’il est.',
  'words-found-twice':
    'Les mots cités y figurent plusieurs fois. Citez davantage de la phrase, pour que l’on sache lesquels sont visés.',
  'changes-overlap': 'Deux modifications citent les mêmes mots. Faites-en une seule.',
  'nothing-changed': 'Ce qui est proposé est ce qui y figure. Modifiez les mots, ou fermez.',
  'amendments-in-order': problem =>
    `L’amendement de ${problem.seat} est plus éloigné du texte et est mis aux voix d’abord.`,
  'amendments-open': problem =>
    problem.open === 1
      ? 'Un amendement à ce texte attend son vote. Le texte est mis aux voix après lui.'
      : `${problem.open} amendements à ce texte attendent leur vote. Le texte est mis aux voix après eux.`,
  'amendment-moved-on': 'Cet amendement est mis aux voix ou déjà décidé. La page montre maintenant où il en est.',
  'text-takes-no-amendments':
    'Ce texte reçoit des amendements tant qu’il est soumis et n’est pas mis aux voix. La page montre maintenant où il en est.',
  'meeting-not-under-way': 'Cela se fait pendant la séance. La page montre maintenant où en est la réunion.',
  'start-not-open': 'Il est trop tôt pour ouvrir la séance. Cela se peut une heure avant le début prévu.',
  'chair-not-present': 'Signalez d’abord votre présence : une réunion s’ouvre en présence de qui la préside.',
  'vote-open-in-meeting':
    'Un vote de cette réunion est encore ouvert. Fermez-le dès que tous les sièges ont voté, ou attendez son échéance.',
  'item-moved-on': 'Quelqu’un d’autre a fait avancer ce point entre-temps. La page montre maintenant où il en est.',
  'check-in-not-open':
    'Il est trop tôt pour signaler votre présence. Cela s’ouvre une heure avant le début de la réunion.',
  'not-checked-in': 'Votre présence n’est pas signalée pour ce siège. Signalez-la d’abord.',
  'check-in-code-wrong':
    'Ce n’est pas le code de cette salle. Scannez de nouveau celui de l’écran de la salle, ou signalez que vous participez à distance.',
  'already-in-queue': 'Quelqu’un d’autre de ce siège est déjà dans la liste.',
  'floor-moved-on': 'La liste a avancé entre-temps. La page la montre maintenant telle qu’elle est.',
  // Suites à donner
  'action-item-closed': problem =>
    problem.state === 'done'
      ? 'Entre-temps, quelqu’un l’a déclarée faite. La page le montre à présent.'
      : 'Entre-temps, quelqu’un l’a close comme abandonnée. La page en montre à présent la raison.',
  'due-in-the-past': 'Ce jour est passé là où se tient la réunion. Choisissez aujourd’hui ou un jour à venir.',
  'drop-without-reason': 'Dites pourquoi elle est abandonnée : la prochaine réunion le demandera.',
  // Le registre
  'witness-not-eligible':
    'Seul le siège d’une organisation internationale observatrice, ou d’une ONG, peut être témoin. Choisissez-en un qui a une organisation.',
  'witness-already': 'Ce siège est déjà témoin. La page l’affiche maintenant.',
  'witness-ngo-taken':
    'Un autre siège d’ONG est déjà témoin. Mettez-y fin d’abord, ou nommez une organisation internationale.',
  'witness-key-not-valid':
    'Ce n’est pas une clé publique de cosignature. Collez la clé de vérification que montre votre outil (nom+identifiant+clé), ou les 32 octets d’une clé Ed25519 en base64.',
  'witness-key-taken': 'Cette clé sert déjà. Faites-en une que vous seul possédez.',
  'witness-without-key': 'Déposez d’abord une clé ; cosignez ensuite.',
  'cosignature-not-valid':
    'Cette ligne n’est pas une cosignature valable du point de contrôle par la clé du témoin : elle n’a pas été gardée. Rechargez le point de contrôle, vérifiez l’heure de votre appareil et signez de nouveau.',
  // Papers and calendars
  'subject-altered':
    'Le texte conservé n’est plus celui qui a été présenté et n’a donc pas été ajouté. Le Secrétariat peut le rétablir depuis une sauvegarde.',
  'file-type-refused': problem =>
    `Ce genre de fichier n’est pas accepté, ou celui-ci n’est pas ce que dit son nom. Sont acceptés : ${problem.allowed.join(', ')} ; les fichiers bureautiques sans macros.`,
  'file-too-large': problem =>
    `Le fichier dépasse ${Math.floor(problem.limitBytes / 1_048_576)} Mo. Réduisez-le, ou déposez-le en plusieurs fichiers.`,
  'file-empty': 'Le fichier est vide. Vérifiez-le sur votre appareil et choisissez-le à nouveau.',
  'file-incomplete': 'Le fichier n’est pas arrivé entier. Rien n’a été ajouté ; réessayez.',
  'file-damaged':
    'Le fichier conservé est endommagé et n’a pas été remis. Demandez au Secrétariat de le rétablir depuis une sauvegarde, ou à la personne qui l’a déposé de le déposer à nouveau.',
  'too-many-papers': problem => `Ce point a déjà ses ${problem.limit} documents. Retirez-en un d’abord.`,
  'too-many-calendars': problem =>
    `Vous êtes déjà abonné à ${problem.limit} calendriers. Mettez d’abord fin à un abonnement sur la page de votre compte.`,
}
