import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')
const seats = (count: number): string => plural(count, { one: 'siège', other: 'sièges' })
const ngos = (count: number): string => plural(count, { one: 'siège d’ONG', other: 'sièges d’ONG' })

export const terms: Whole<'terms'> = {
  title: 'Termes de référence',
  lead: 'À quoi sert chaque organe, qui y siège et selon quelles règles il décide. Ses membres les écrivent ensemble et les adoptent par un vote.',
  list: {
    body: 'Organe',
    state: 'État',
    decides: 'Décidés par',
    edited: 'Dernier travail',
    never: 'Pas commencé',
    caption: 'Termes de référence de chaque organe',
    count: (inForce: number, all: number) => `${inForce} organes sur ${all} ont des termes de référence en vigueur`,
    countLabel: 'Termes de référence en vigueur',
  },
  state: {
    inForce: (number: number) => `Version ${number} en vigueur`,
    none: 'Aucun adopté pour l’instant',
    pending: (number: number, state: string) => `Version ${number} : ${state}`,
  },
  page: {
    decidedBy: (group: string) => `Adoptés par un vote de : ${group}`,
    parts: 'Parties des termes de référence',
    text: 'Texte',
    rules: 'Règles',
    versions: 'Versions',
    working: number =>
      `Le texte de travail, écrit ensemble. La version ${number} est en vigueur ; ce qui change ici compte une fois adopté.`,
    textName: (body: string) => `Termes de référence de ${body} : texte`,
    reading: 'Vous lisez. Écrivent ce texte :',
    writers: {
      nwg: 'les membres du Groupe de travail national, le Coordonnateur et le Secrétariat.',
      twg: (group: string) => `la présidence et les représentants des sièges votants de ${group}.`,
    },
    damaged: (at: string) =>
      `Une partie de ce texte n’a pas pu être lue (constaté ${at}). Ce qui a pu l’être figure ici ; personne ne l’écrit ni ne le soumet avant que le Secrétariat ne le rouvre.`,
    resume: 'Rouvrir le texte',
    resumed: 'Le texte est rouvert.',
    resumeText:
      'Il reprend à partir de ce qui a pu être lu. Regardez d’abord s’il manque quelque chose ; ce qui a été mis de côté est conservé.',
  },
  group: {
    title: 'Termes de référence',
    since: (number: number, date: string) => `Version ${number}, en vigueur depuis le ${date}`,
    read: 'Lire ce qui est en vigueur',
    draft: 'Ouvrir le projet',
    none: 'Aucun terme de référence adopté : les votes suivent les règles par défaut.',
    next: {
      begin:
        'Les membres écrivent le texte et choisissent les règles, soumettent le tout en une version, et la présidence la met aux voix.',
      submitted: (number: number) => `La version ${number} est soumise. La présidence la met maintenant aux voix.`,
      underVote: (number: number) => `La version ${number} est mise aux voix.`,
      adopted: (number: number) =>
        `La version ${number} est adoptée malgré l’objection des sièges d’ONG. Elle entre en vigueur quand la présidence et le Secrétariat certifient le résultat.`,
      returned: (number: number) =>
        `La version ${number} est revenue pour conciliation et peut être mise aux voix une seconde fois.`,
    },
  },
  vote: {
    rules: 'Règles du vote',
    under: (number: number) => `Termes de référence, version ${number}`,
    default: 'Les règles par défaut : aucun terme de référence n’était en vigueur',
  },
  rules: {
    title: 'Règles du groupe',
    lead: (total: string) =>
      `Chaque choix dit ce qu’il fait, avec un exemple calculé pour ${total} par les fonctions mêmes qui décident des votes. Rien de ceci n’est en vigueur avant que le groupe ne l’adopte.`,
    seats: (state: number, ngo: number, partner: number) =>
      `${seats(state + ngo + partner)} (${state} de l’État, ${ngo} d’ONG, ${partner} de partenaires sociaux)`,
    noSeats: 'les sièges du groupe, dès qu’il en aura : d’ici là 15 sièges',
    office: 'Une fonction ne vote pas et n’a donc pas de règles de ce genre. Ses termes sont le texte seul.',
    changedBy: (name: string, at: string) => `Dernier changement par ${name}, ${at}.`,
    asInForce: 'Le projet n’a pas été changé : il montre ce qui est en vigueur.',
    sections: {
      quorum: 'Qui doit prendre part',
      majority: 'Quelle majorité pour chaque texte',
      ngo: 'Le poids des sièges d’ONG',
      course: 'Comment se déroulent les votes',
      meetings: 'Réunions et procès-verbaux',
    },
    example: 'Exemple',
    inForce: (value: string) => `En vigueur : ${value}`,
    edited: 'changé, non enregistré',
    save: (count: number) => `Enregistrer ${plural(count, { one: 'changement', other: 'changements' })}`,
    discard: 'Abandonner',
    unsaved: (count: number) =>
      plural(count, { one: 'changement non enregistré', other: 'changements non enregistrés' }),
    saved: 'Le projet est enregistré. Il entre en vigueur quand le groupe l’a adopté.',
    readOnly: 'Vous lisez. Les règles sont rédigées par ceux qui écrivent le texte.',
    moved: {
      title: (name: string, at: string) => `${name} a changé ces règles à ${at}`,
      somebody: 'Quelqu’un',
      text: 'Vos changements sont gardés ici et rien n’a été écrasé. Ce qui a changé entre-temps :',
      both: (fields: string) =>
        `Vous avez tous deux changé : ${fields}. Si vous enregistrez maintenant, c’est votre choix qui y figure.`,
      goOn: 'J’en ai pris connaissance',
    },
    presets: {
      legend: 'Partir d’un modèle',
      hint: 'Un modèle remplit chaque choix ci-dessous ; vous pouvez ensuite changer chacun d’eux. Il n’est enregistré que lorsque vous appuyez sur Enregistrer.',
      light: {
        label: 'Léger',
        text: 'Pour un petit groupe, ou qui se réunit rarement : quorum plus bas, délais plus courts. Une opposition des sièges d’ONG est imprimée avec le texte et n’arrête rien.',
      },
      default: {
        label: 'Par défaut',
        text: 'Ce qui vaut sans termes de référence : plus de la moitié prend part, et une opposition des sièges d’ONG renvoie un texte une fois.',
      },
      strong: {
        label: 'Fort',
        text: 'Pour des textes qui engagent pour des années : deux tiers prennent part, les sections demandent deux tiers, et rien ne passe contre les sièges d’ONG.',
      },
      custom: 'Aucun d’eux : les choix ci-dessous sont ceux du groupe.',
    },
    differences: {
      title: 'Ce qui changerait',
      none: 'Rien : c’est ce qui est en vigueur.',
      same: (from: string) => `Aucun choix ne diffère (comparé à : ${from}).`,
      caption: 'Choix qui diffèrent',
      field: 'Choix',
      from: 'En vigueur',
      default: 'Règles par défaut',
      to: 'Projet',
      proposed: 'Cette version',
    },
    always:
      'Les sièges d’ONG votent toujours et les organisations internationales observent. Aucun choix ici n’y change rien.',
  },
  share: {
    quorumMoreThan: (share: string) => `plus de ${share} des sièges`,
    ngoQuorumAtLeast: (share: string) => `au moins ${share} des sièges d’ONG`,
    all: 'tous les sièges d’ONG',
  },
  time: {
    days: (count: number) => plural(count, { one: 'jour', other: 'jours' }),
    hours: (count: number) => plural(count, { one: 'heure', other: 'heures' }),
    inDays: 'en jours',
    inHours: 'en heures',
  },
  counts: {
    ngoMinimum: ngos,
    extensions: (count: number) => (count === 0 ? 'jamais' : plural(count, { one: 'fois', other: 'fois' })),
    secretSplitFrom: (count: number) => plural(count, { one: 'bulletin', other: 'bulletins' }),
  },
  fields: {
    ngoMinimum: {
      label: 'Sièges d’ONG sans lesquels aucun vote ne s’ouvre',
      text: 'Avec moins de sièges d’ONG pour lesquels quelqu’un est accrédité, le groupe n’ouvre aucun vote sur un texte.',
    },
    quorumMoreThan: {
      label: 'Quorum',
      text: 'Autant de sièges doivent prendre part, dans la salle à l’ouverture du vote et par un bulletin à sa clôture.',
    },
    ngoQuorumAtLeast: {
      label: 'Quorum des sièges d’ONG',
      text: 'Autant de sièges d’ONG doivent aussi prendre part, arrondi au siège supérieur.',
    },
    secondCallNoticeMs: {
      label: 'Délai d’un second appel',
      text: 'Quand seuls des sièges d’ONG manquaient, le texte peut être appelé de nouveau avec ce délai, et se passe alors de leur quorum.',
    },
    majority: {
      section: { label: 'Une section du plan', text: 'Ce qu’il faut pour adopter le texte d’une section.' },
      amendment: { label: 'Un amendement', text: 'Ce qu’il faut pour changer un texte avant le vote sur celui-ci.' },
      minutes: { label: 'Un procès-verbal', text: 'Ce qu’il faut pour approuver le procès-verbal d’une réunion.' },
      plan: { label: 'L’ensemble du plan', text: 'Ce qu’il faut pour adopter le plan composé de ses sections.' },
      annex: { label: 'Une annexe du plan', text: 'Ce qu’il faut pour adopter un texte joint au plan.' },
      ruleSet: {
        label: 'Les termes de référence et ces règles',
        text: 'Ce qu’il faut pour changer les règles elles-mêmes : deux tiers ou plus dans tout groupe.',
      },
      election: {
        label: 'L’élection d’une personne',
        text: 'Ce qu’il faut pour élire une présidence ou une autre personne.',
      },
      procedure: {
        label: 'Une question de procédure',
        text: 'Ce qu’il faut pour régler la suite d’une réunion.',
      },
    },
    reconsideration: {
      label: 'Redécider d’un texte adopté',
      text: 'Ce qu’il faut, outre sa propre majorité, pour revenir sur ce qui a été adopté exactement : deux tiers ou plus dans tout groupe.',
    },
    tieRestMs: {
      label: 'Pause après une égalité',
      text: 'Autant de voix pour que contre : le texte peut être remis aux voix une fois, après ce temps.',
    },
    ngoPolicy: {
      label: 'Quand les sièges d’ONG s’opposent',
      text: 'Ce qu’il advient d’un texte qui a sa majorité alors que plus de sièges d’ONG sont contre que pour.',
    },
    reconciliationMs: {
      label: 'Temps de conciliation',
      text: 'Un texte renvoyé par les sièges d’ONG attend aussi longtemps son second vote, sauf accord inscrit plus tôt.',
    },
    ngoHoldMs: {
      label: 'Temps pour les sièges d’ONG silencieux',
      text: 'Si aucun siège d’ONG ne dit oui ou non, le résultat est suspendu et eux seuls sont entendus aussi longtemps.',
    },
    dissentMs: {
      label: 'Temps pour une opinion dissidente',
      text: 'Les sièges d’ONG ont ce temps pour remettre l’opinion imprimée avec un texte adopté malgré leur opposition.',
    },
    extensions: {
      label: 'Report d’une échéance',
      text: 'Combien de fois l’échéance d’un vote peut être reportée. Elle n’est jamais avancée.',
    },
    silenceMs: {
      label: 'Procédure de silence',
      text: 'Un texte soumis au silence attend au moins aussi longtemps une objection : 72 heures ou plus dans tout groupe.',
    },
    silenceExtensionMs: {
      label: 'Prolongation d’une procédure de silence',
      text: 'Si aucun siège d’ONG n’a ouvert le texte d’ici là, il attend une fois encore aussi longtemps.',
    },
    secretSplitFrom: {
      label: 'Chiffres d’un vote secret',
      text: 'La part d’une catégorie n’est montrée qu’à partir d’autant de bulletins, pour que le choix de personne ne se devine.',
    },
    noticeMs: { label: 'Délai de convocation', text: 'Entre l’invitation et le début.' },
    urgentNoticeMs: {
      label: 'Délai d’une réunion urgente',
      text: 'Le même pour une réunion urgente, qui demande un motif que tout le monde lit.',
    },
    cadenceMs: {
      label: 'À quel rythme le groupe devrait se réunir',
      text: 'Un groupe qui ne s’est pas réuni depuis aussi longtemps affiche une alerte.',
    },
    circulateWithinMs: {
      label: 'Le procès-verbal circule sous',
      text: 'De la fin de la réunion à la première diffusion.',
    },
    correctionsMs: { label: 'Temps pour les corrections', text: 'À partir de chaque diffusion du procès-verbal.' },
  },
  examples: {
    ngoMinimum: (ngoSeats: number, required: number, opens: boolean) =>
      opens
        ? `Le groupe a ${ngos(ngoSeats)} et il en faut ${required} : les votes s’ouvrent.`
        : `Le groupe a ${ngos(ngoSeats)} et il en faut ${required} : aucun vote sur un texte ne s’ouvrirait.`,
    quorumMoreThan: (all: number, needed: number) => `Sur ${seats(all)}, ${needed} doivent prendre part.`,
    ngoQuorumAtLeast: (ngoSeats: number, needed: number) => `Sur ${ngos(ngoSeats)}, ${needed} doivent prendre part.`,
    majority: (all: number, abstain: number, yes: number, no: number) =>
      `Sur ${seats(all)}, ${abstain} s’abstiennent : ${yes} oui contre ${no} non suffisent, un oui de moins ne suffit pas.`,
    policy: (yes: number, no: number, ngoYes: number, ngoNo: number, outcome: string) =>
      `${yes}–${no}, sièges d’ONG ${ngoYes}–${ngoNo} : ${outcome}.`,
    second: (outcome: string) => `Remis aux voix avec les mêmes bulletins : ${outcome}.`,
    silent: (outcome: string) => `Si tous les sièges d’ONG s’abstiennent : ${outcome}.`,
    extensions: (count: number) =>
      count === 0
        ? 'Un vote qui se clôt vendredi se clôt vendredi.'
        : `Un vote qui se clôt vendredi peut être reporté à lundi${count === 1 ? ', puis y reste' : `, puis encore ${count === 2 ? 'une fois' : 'deux fois'}`}.`,
    secretSplitFrom: (count: number) =>
      `Avec ${count} bulletins d’ONG, leur part est montrée ; avec ${count - 1}, seul le total l’est.`,
    secondCallNoticeMs: (from: string, to: string) => `Annoncé le ${from} : le vote s’ouvre à partir du ${to}.`,
    tieRestMs: (from: string, to: string) => `Égalité le ${from} : nouveau vote possible à partir du ${to}.`,
    reconciliationMs: (from: string, to: string) => `Renvoyé le ${from} : le second vote s’ouvre à partir du ${to}.`,
    ngoHoldMs: (from: string, to: string) => `Suspendu le ${from} : les sièges d’ONG sont entendus jusqu’au ${to}.`,
    dissentMs: (from: string, to: string) =>
      `Adopté malgré l’opposition le ${from} : l’opinion est attendue jusqu’au ${to}.`,
    silenceMs: (from: string, to: string) => `Diffusé le ${from} : le silence prend fin le ${to} au plus tôt.`,
    silenceExtensionMs: (from: string, to: string) =>
      `Personne d’une ONG ne l’avait lu le ${from} : il court jusqu’au ${to}.`,
    noticeMs: (from: string, to: string) => `Convoquée le ${from} : la réunion commence le ${to} au plus tôt.`,
    urgentNoticeMs: (from: string, to: string) =>
      `Convoquée d’urgence le ${from} : elle commence le ${to} au plus tôt.`,
    cadenceMs: (from: string, to: string) => `Dernière réunion le ${from} : une alerte s’affiche à partir du ${to}.`,
    circulateWithinMs: (from: string, to: string) => `Réunion finie le ${from} : procès-verbal dû pour le ${to}.`,
    correctionsMs: (from: string, to: string) => `Diffusé le ${from} : corrections acceptées jusqu’au ${to}.`,
  },
  faults: {
    'too-small': (least: string) => `Le minimum que tout groupe peut fixer est : ${least}.`,
    'too-large': (most: string) => `Le maximum que tout groupe peut fixer est : ${most}.`,
    'not-whole': 'Entrez un nombre entier.',
    'not-lowest-terms': 'Écrivez la fraction sous sa forme réduite.',
    'too-weak': 'Il faut ici deux tiers ou plus dans tout groupe.',
    'not-a-choice': 'Choisissez dans la liste.',
    'longer-than-notice': 'Pas plus long que le délai ordinaire.',
  },
  warnings: {
    ngoPolicyNone: {
      title: 'Les sièges d’ONG pourraient être mis en minorité sans trace',
      text: 'L’opposition de tous les sièges d’ONG n’arrêterait pas un texte et ne serait pas imprimée avec lui. Ceux qui parlent pour les personnes concernées n’auraient aucun poids propre.',
    },
    ngoPolicyVisibleOnly: {
      title: 'Une opposition des sièges d’ONG n’arrêterait rien',
      text: 'Elle est imprimée avec le texte, qui est adopté malgré tout.',
    },
    quorumBelowHalf: {
      title: 'Moins de la moitié pourrait décider',
      text: 'Un vote compterait auquel la plupart des sièges ne prennent pas part.',
    },
    ngoQuorumBelowThird: {
      title: 'Peu de sièges d’ONG doivent être là',
      text: 'Un vote pourrait se clore avec moins d’un tiers d’entre eux.',
    },
    ngoMinimumOne: {
      title: 'Un seul siège d’ONG suffirait',
      text: 'La valeur par défaut pour le Groupe de travail national est de deux, pour qu’aucune organisation ne parle seule pour toutes.',
    },
    ngoMinimumAboveSeats: {
      title: 'Le groupe ne pourrait ouvrir aucun vote',
      text: 'Il a moins de sièges d’ONG pourvus que ces règles n’en demandent.',
    },
    planBySimple: {
      title: 'Le plan pourrait passer à une voix près',
      text: 'Un plan qui engage de nombreux organes pour des années ne demanderait que plus de oui que de non.',
    },
    shortHold: {
      title: 'Peu de temps pour les sièges d’ONG silencieux',
      text: 'En moins de sept jours, bien des organisations ne peuvent consulter leurs propres membres.',
    },
  },
  versions: {
    title: 'Versions',
    empty: 'Rien n’a encore été soumis. Une version fige ensemble le texte et les règles ; le groupe vote sur elle.',
    number: (number: number) => `Version ${number}`,
    by: (name: string, organisation: string | null) => (organisation ? `${name}, ${organisation}` : name),
    submit: 'Soumettre texte et règles',
    cannot: (group: string) =>
      `Les représentants des sièges votants de ${group}, et sa présidence, soumettent une version.`,
    unsavedRules:
      'Enregistrez ou abandonnez d’abord vos changements des règles : seul ce qui est enregistré est soumis.',
  },
  submit: {
    title: 'Soumettre comme version',
    lead: 'Texte et règles sont figés ensemble sous une empreinte, et le groupe vote exactement sur cela. Le projet continue.',
    movedOn: 'Quelqu’un a écrit ou changé une règle entre-temps. Voici l’état actuel ; relisez-le avant de soumettre.',
    rules: 'Règles de cette version',
    exact: 'Le texte exact',
    unanswered: {
      title: (count: number) =>
        `${plural(count, { one: 'titre ne porte', other: 'titres ne portent' })} que les questions du canevas`,
      text: 'Vous pouvez soumettre tout de même. Les questions figurent alors dans le texte sur lequel le groupe vote.',
    },
  },
  version: {
    eyebrow: (number: number) => `Version ${number}`,
    facts: 'Cette version',
    digest: 'Empreinte',
    intact: 'Le texte conservé vient d’y être comparé.',
    ruleSet: 'Règles que les votes nomment',
    submitted: 'Soumise',
    by: 'Par',
    seat: 'Pour',
    decided: 'Décidée',
    inForce: 'En vigueur depuis',
    waits: {
      title: 'Adoptée, et pas encore en vigueur',
      text: 'Les sièges d’ONG ont objecté. Ces termes entrent en vigueur quand la présidence et le Secrétariat certifient le résultat sur la page du vote, une fois que chaque opinion dissidente est remise, qu’il y est renoncé ou que le délai est écoulé. D’ici là, le groupe vote selon les règles qu’il avait.',
    },
    altered: {
      title: 'Ce texte a été altéré',
      text: 'Ce qui est conservé ne correspond pas à son empreinte et n’est donc pas montré.',
    },
  },
}
