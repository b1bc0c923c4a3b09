import type { Whole } from '../messages.ts'

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
  'dissent-missing': problem =>
    `${problem.code} ${problem.title} a été adoptée malgré l’objection des sièges d’ONG, et leur opinion dissidente manque pour être imprimée avec elle.`,
  'not-in-office': 'Cet acte revient à la personne qui exerce la fonction en ce moment.',
  'statement-expired':
    'Ce qui était présenté à la signature a expiré ou a déjà été signé. Examinez à nouveau l’ensemble.',
  'statement-outdated':
    'La situation a changé depuis que ceci a été présenté à la signature. Examinez à nouveau l’ensemble.',
  'bundle-not-valid': problem =>
    `Le fichier de vérification ne se vérifie pas : ${problem.faults.map(fault => fault.place).join(', ')}. Rien n’a été publié.`,
  // The room: a meeting in session
  'meeting-moved-on':
    'Quelqu’un a été plus rapide, ou l’état de la réunion ne le permet plus. La page montre maintenant où elle en est.',
  'meeting-not-under-way':
    'La réunion n’est pas en séance à cet instant. Attendez que la présidence l’ouvre ou la reprenne.',
  'chair-not-present': 'Enregistrez-vous d’abord : une séance est ouverte par une présidence présente.',
  'vote-open-in-meeting':
    'Un vote de cette réunion est encore ouvert. Attendez qu’il soit décidé, ou fermez-le dès que chaque siège a voté.',
  'item-removed': 'Quelqu’un a retiré ce point de l’ordre du jour entre-temps. Choisissez-en un autre.',
  'item-moved-on': 'Quelqu’un a déjà clos, reporté ou repris ce point. La page montre maintenant où il en est.',
  'item-not-votable':
    'Ce point ne désigne aucun texte d’un groupe réuni ici : il n’y a rien à mettre aux voix. Liez-lui d’abord une version.',
  'check-in-not-open': 'L’enregistrement n’est pas encore ouvert. Il ouvre une heure avant la réunion.',
  'already-checked-in': 'Cette personne est déjà enregistrée.',
  'not-checked-in': 'Vous n’êtes pas enregistré pour ce siège. Enregistrez-vous, puis demandez de nouveau.',
  'check-in-code-wrong':
    'Ce n’est pas le code que la salle affiche. Lisez-le de nouveau, ou enregistrez-vous sans lui.',
  'already-in-queue': 'Quelqu’un attend déjà de parler pour ce siège. L’un de vous se retire d’abord.',
  'floor-moved-on': 'La liste des orateurs a avancé entre-temps. La page montre maintenant où elle en est.',
  'seat-not-invited': 'Ce siège ne fait pas partie de cette réunion.',
}
