import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')
const seats = (count: number): string => plural(count, { one: 'siège', other: 'sièges' })
const ngoSeats = (count: number): string => plural(count, { one: 'siège d’ONG', other: 'sièges d’ONG' })
const ballots = (count: number): string => plural(count, { one: 'bulletin', other: 'bulletins' })

export const motion: Whole<'motion'> = {
  title: 'Votes',
  lead: 'Chaque texte du plan est adopté par un vote des sièges de son groupe. Les votes ouverts viennent en premier.',
  list: {
    open: 'Ouverts',
    openEmpty: 'Aucun vote n’est ouvert',
    openEmptyText:
      'Lorsque la présidence d’un groupe met aux voix un texte soumis, il apparaît ici pour toute personne qui a un siège dans le groupe.',
    past: 'Décidés',
    pastEmpty: 'Rien n’a encore été décidé',
    pastEmptyText:
      'Le résultat de chaque vote reste ici définitivement, avec le décompte de tout le groupe et celui de ses sièges d’ONG.',
    pastCaption: 'Votes décidés, du plus récent au plus ancien',
    text: 'Texte',
    outcome: 'Résultat',
    whole: 'Tous les sièges',
    ngo: 'Sièges d’ONG',
    decided: 'Décision',
    group: 'Groupe',
    allGroups: 'Tous les groupes',
    cast: (cast: number, of: number) => `${cast} sur ${seats(of)} ${cast < 2 ? 'a voté' : 'ont voté'}`,
    castLabel: 'Bulletins',
    goCast: 'Déposer le bulletin',
    goChange: 'Voir ou modifier le bulletin',
    goRead: 'Suivre le vote',
    waiting: (organisation: string) => `${organisation} : bulletin non déposé`,
    yours: (organisation: string, choice: string) => `${organisation} : ${choice}`,
  },
  mode: {
    meeting: 'Appel nominal en réunion',
    correspondence: 'Par correspondance',
  },
  round: 'Second tour',
  afterTie: 'Nouveau vote après partage des voix',
  closesIn: (time: string) => `Clôture dans ${time}`,
  heldFor: (time: string) => `Les sièges d’ONG sont entendus encore ${time}`,
  closing: 'Clôture en cours',
  constituency: {
    STATE: 'État',
    NGO: 'ONG',
    PARTNER: 'Partenaires sociaux',
  },
  rank: {
    head: 'titulaire',
    alternate: 'suppléant',
  },
  choice: {
    YES: 'Pour',
    NO: 'Contre',
    ABSTAIN: 'Abstention',
    PRESENT_NOT_VOTING: 'Présence sans vote',
    RECUSED: 'Récusation',
    SUPPORT: 'Soutien',
    STAND_ASIDE: 'Retrait sans blocage',
    BLOCK: 'Blocage',
    OBJECT: 'Objection',
    AMEND: 'Amendement',
    RESERVE: 'Réserve',
    STATEMENT: 'Déclaration',
  },
  choiceHint: {
    YES: 'Adopter ce texte.',
    NO: 'Ne pas l’adopter.',
    ABSTAIN: 'Compte pour le quorum, pour aucun des deux côtés.',
    PRESENT_NOT_VOTING: 'La présence est notée ; elle ne compte que pour le quorum.',
    RECUSED: 'Retire le siège de ce vote, avec un motif que tout le monde lit.',
    SUPPORT: 'Ce texte vous convient et vous le défendrez.',
    STAND_ASIDE: 'Vous ne faites pas obstacle. Dites pourquoi si vous le souhaitez : c’est imprimé.',
    BLOCK: 'Il n’y a alors pas de consensus. Dites ce qu’il faudrait.',
    OBJECT: 'Rompt le silence : le texte revient.',
    AMEND: 'Rompt le silence en proposant d’autres mots.',
    RESERVE: 'Notée avec le texte ; ne rompt pas le silence.',
    STATEMENT: 'Votre lecture du texte, notée avec lui ; ne rompt pas le silence.',
  },
  tally: {
    whole: 'Tous les sièges',
    others: 'Tous sauf les sièges d’ONG',
    ngo: 'Sièges d’ONG',
    yes: 'Pour',
    no: 'Contre',
    abstain: 'Abstention',
    present: 'Présence sans vote',
    recused: 'Récusation',
    short: (yes: number, no: number, abstain: number) => `${yes}–${no}–${abstain}`,
    spoken: (yes: number, no: number, abstain: number) =>
      `${yes} pour, ${no} contre, ${plural(abstain, { one: 'abstention', other: 'abstentions' })}`,
    title: 'Décompte',
    hidden: 'Le décompte est masqué jusqu’à la clôture du vote. Il paraît alors, avec chaque bulletin.',
    hold: 'Sièges d’ONG dans le délai qui leur est réservé',
  },
  page: {
    trail: 'Votes',
    openedBy: (name: string) => `Ouvert par ${name}`,
    presides: (name: string) => `${name} préside et ne dépose pas de bulletin.`,
    rules: 'Ce qu’il faut',
    room: 'Les sièges',
    roomLead: (cast: number, of: number) => `${cast} sur ${seats(of)} ${cast < 2 ? 'a voté' : 'ont voté'}.`,
    decision: 'Le résultat',
    why: 'Comment il a été décidé',
    whyLead:
      'Chaque règle dans l’ordre où elle a été appliquée, avec ses chiffres. Quiconque dispose des bulletins parvient au même résultat.',
    refused: (count: number) =>
      `${plural(count, { one: 'bulletin arrivé', other: 'bulletins arrivés' })} trop tard ou sur un autre texte : preuve conservée, sans effet sur le décompte.`,
    opened: 'Ouverture',
    closes: 'Échéance',
    decided: 'Décision',
    snapshot: 'Corps électoral, figé à l’ouverture',
  },
  seat: {
    notCast: 'Non déposé',
    cast: 'A voté',
    absent: 'Absent à l’appel',
    by: (name: string, rank: string) => `${name} (${rank})`,
    changed: (times: number) => (times < 2 ? 'modifié une fois' : `modifié ${times} fois`),
    waiting: 'Entendu en ce moment',
  },
  majority: {
    SIMPLE: 'Plus de voix pour que de voix contre',
    TWO_THIRDS: 'Deux tiers des voix pour et contre réunies',
    ABSOLUTE: 'Plus de la moitié de tous les sièges',
    TWO_THIRDS_ALL: 'Deux tiers de tous les sièges',
  },
  ngoPolicy: {
    NONE: 'Les sièges d’ONG comptent comme tous les autres.',
    VISIBLE_ONLY: 'L’objection ou le silence des sièges d’ONG est imprimé avec le texte.',
    SUSPENSIVE: 'Si plus de sièges d’ONG sont contre que pour, le texte est renvoyé pour conciliation.',
    VETO: 'Si plus de sièges d’ONG sont contre que pour, le texte n’est pas adopté.',
  },
  quorum: {
    label: 'Quorum',
    ngoLabel: 'Quorum des sièges d’ONG',
    text: (present: number, of: number) => `${present} sur ${seats(of)}`,
    needed: (needed: number) => `${needed} requis`,
    waived: 'Aucun quorum d’ONG requis',
  },
  ballot: {
    title: 'Votre bulletin',
    for: (organisation: string) => `Pour ${organisation}`,
    seat: (label: string, rank: string) => `Siège : ${label} · votre qualité : ${rank}`,
    rank: (rank: string) => `Votre qualité : ${rank}.`,
    which: 'Pour quel siège votez-vous ?',
    choice: 'Votre choix',
    reason: 'Motif',
    reasonHint: 'Tout le monde le lit dans le vote.',
    reasonNeeded: 'Une récusation doit être motivée.',
    reasonAdd: 'Ajouter un motif',
    on: 'Sur le texte',
    send: (choice: string) => `Enregistrer : ${choice}`,
    sendNone: 'Enregistrer le bulletin',
    change: (choice: string) => `Remplacer par : ${choice}`,
    sending: 'Envoi en cours. Il n’est compté qu’une fois confirmé par le serveur.',
    unreachable: 'Non compté : le serveur ne l’a pas confirmé. Votre choix est conservé ici ; réessayez.',
    offline: 'Vous êtes hors ligne. Un bulletin n’est compté qu’une fois confirmé par le serveur.',
    recorded: 'Enregistré',
    recordedAt: (choice: string, time: string) => `${choice}, confirmé par le serveur à ${time}.`,
    byOther: (name: string, rank: string) => `Déposé par ${name} (${rank}).`,
    headPrevails:
      'Le titulaire du siège a voté. Votre bulletin est conservé, mais c’est celui du titulaire qui compte.',
    mayChange: 'Vous pouvez le modifier jusqu’à la clôture du vote. Chaque modification est conservée.',
    hidden: 'Les autres voient que vous avez voté, et ne verront votre choix qu’à la clôture.',
    open: 'Le vote a lieu par appel nominal : tout le monde voit aussitôt votre choix.',
    only: {
      hold: 'Dans le délai réservé aux sièges d’ONG, seule leur position décide. Le décompte général reste inchangé.',
    },
  },
  refusal: {
    'secret-ballot-final': 'Un bulletin de ce siège est dans l’urne. Il est définitif.',
    'presiding-casts-none':
      'Vous présidez ce vote et ne déposez pas de bulletin. Un suppléant peut voter pour le siège.',
    'person-tied-to-another-seat':
      'Vous avez voté pour un autre siège dans ce vote et ne pouvez donc pas voter pour celui-ci.',
    'motion-not-open': 'Le vote n’est pas ouvert aux bulletins.',
    'ballot-late': 'Le vote est clos. Les bulletins ne sont plus acceptés.',
    'held-for-ngo-seats': 'Le vote est réservé aux seuls sièges d’ONG.',
  },
  watch: {
    title: 'Vous suivez ce vote',
    text: 'Vous n’aviez pas de siège avec droit de vote dans ce groupe à l’ouverture du vote.',
  },
  chair: {
    title: 'Conduire le vote',
    close: 'Clore le vote maintenant',
    closeText:
      'Tous les sièges ont voté. Une fois le vote clos, aucun bulletin ne peut être modifié et le résultat est acquis.',
    closeWaiting: (left: number) =>
      `${seats(left)} ${left < 2 ? 'n’a pas encore voté' : 'n’ont pas encore voté'}. D’ici là, seul le temps clôt le vote.`,
    closed: 'Le vote est clos.',
    extend: 'Reporter l’échéance',
    extendText: 'Une échéance peut être reportée une fois, jamais avancée. Tout le monde voit aussitôt la nouvelle.',
    extendTo: 'Nouvelle échéance',
    extended: 'L’échéance est reportée.',
    noExtension: 'L’échéance a déjà été reportée.',
  },
  open: {
    action: 'Ouvrir le vote',
    title: 'Ouvrir le vote',
    text: 'Le texte est fixé par son empreinte, et le corps électoral tel qu’il est maintenant. Ni l’un ni l’autre ne peut changer pendant le vote.',
    mode: 'Comment les sièges votent-ils ?',
    modeMeeting: 'Appel nominal en réunion',
    modeMeetingHint: 'Les sièges présents sont appelés ; les bulletins paraissent à mesure qu’ils sont déposés.',
    modeCorrespondence: 'Par correspondance',
    modeCorrespondenceHint: 'Les sièges votent en quelques jours ; les bulletins paraissent à la clôture.',
    modeSecretariat: 'Le Secrétariat n’ouvre que des votes par correspondance.',
    roll: 'Appel : qui est présent ?',
    rollHint: 'Cochez chaque siège dont le titulaire ou un suppléant est dans la salle.',
    all: 'Tous sont présents',
    none: 'Aucun',
    closesAt: 'Clôture le',
    closesAtHint: 'Un bulletin reçu à cette minute ou plus tard ne compte pas.',
    closesPast: 'Choisissez un moment à venir.',
    closesLate: (latest: string) => `Au plus tard : ${latest}.`,
    confirm: 'Ouvrir le vote maintenant',
    opened: 'Le vote est ouvert.',
    against: 'Ce vote ne peut pas être ouvert maintenant',
    toVote: 'Aller au vote',
    electorate: (count: number, ngo: number) => `${seats(count)} ${count < 2 ? 'vote' : 'votent'}, dont ${ngo} d’ONG`,
  },
  outcome: {
    OPEN: 'Ouvert',
    BLOCKED_COMPOSITION: 'Ouverture impossible : trop peu de sièges d’ONG',
    NO_QUORUM_OPEN: 'Pas de quorum à l’ouverture',
    STALE_BASE: 'Devancé par une autre version',
    NO_QUORUM: 'Pas de quorum',
    NOT_ADOPTED: 'Non adopté',
    TIE: 'Partage des voix',
    RETURNED: 'Renvoyé pour conciliation',
    HELD_NGO_SILENT: 'Réservé aux sièges d’ONG',
    ADOPTED: 'Adopté',
    ADOPTED_OVER_NGO_OBJECTION: 'Adopté malgré l’objection des sièges d’ONG',
    ADOPTED_NGO_SILENT: 'Adopté, silence des sièges d’ONG',
    NO_CONSENSUS: 'Pas de consensus',
    VOID_NOTICE: 'Nul : tous les sièges n’ont pas été atteints',
    BROKEN: 'Silence rompu',
    TERMINATED: 'Clos : aucun siège d’ONG n’a ouvert le texte',
    ADOPTED_BY_SILENCE: 'Adopté par silence',
    VOIDED: 'Annulé',
  },
  nextOfAmendment: {
    ADOPTED: 'La modification est faite. Elle figure dans une nouvelle version du texte, qui a son propre vote.',
    NOT_ADOPTED: 'Le texte poursuit son chemin sans cette modification.',
  },
  nextOfSection: 'Le texte est adopté tel quel. Le plan reprend exactement cette version.',
  next: {
    STALE_BASE:
      'Une autre version du même texte a été adoptée pendant ce vote. Cette version peut être soumise à nouveau.',
    NO_QUORUM: 'Trop peu de sièges ont pris part au vote. Ce n’est pas un rejet : le texte peut être remis aux voix.',
    NO_QUORUM_OPEN: 'Trop peu de sièges étaient présents. Le texte peut être remis aux voix.',
    BLOCKED_COMPOSITION:
      'Il manque des sièges d’ONG au groupe. Une fois ceux-ci pourvus, le texte peut être mis aux voix.',
    NOT_ADOPTED:
      'Le texte reste tel qu’il a été soumis, avec ce résultat. Une nouvelle version peut être rédigée et soumise.',
    TIE: 'Autant de voix pour que contre. Un nouveau vote sur le même texte peut suivre après un jour ; personne n’a de voix prépondérante.',
    RETURNED:
      'Plus de sièges d’ONG étaient contre que pour. Après conciliation, ou une fois son délai écoulé, le texte revient pour un second tour.',
    HELD_NGO_SILENT:
      'La majorité est réunie, mais aucun siège d’ONG n’a pris position. Ils sont entendus seuls avant que le texte ne soit acquis.',
    ADOPTED: 'Le texte est adopté tel quel.',
    ADOPTED_OVER_NGO_OBJECTION:
      'Les deux tiers de tous les sièges l’ont maintenu au second tour. L’objection est imprimée avec le texte.',
    ADOPTED_NGO_SILENT:
      'Les sièges d’ONG ont été consultés et n’ont pas pris position. Cela est imprimé avec le texte.',
    NO_CONSENSUS: 'Un siège bloque. La présidence peut maintenant mettre le même texte aux voix.',
    VOID_NOTICE:
      'Le silence ne lie que les sièges informés. Le texte pourra être soumis de nouveau quand tous pourront être atteints.',
    BROKEN: 'Le texte revient à ses auteurs. Il peut être soumis de nouveau, ou mis aux voix.',
    TERMINATED:
      'Les sièges d’ONG n’ont pas vu le texte, même pendant le délai supplémentaire. Il peut être mis aux voix.',
    ADOPTED_BY_SILENCE: 'Personne n’a rompu le silence. La prochaine réunion en est informée.',
    VOIDED: 'Les bulletins restent, sans effet. Le texte peut être remis aux voix.',
    OPEN: '',
  },
  grade: {
    CONSENSUS: 'Consensus',
    CONSENSUS_WITH_RESERVATIONS: 'Consensus avec réserves',
    UNANIMOUS: 'Aucun siège contre',
    SUPERMAJORITY: 'Deux tiers ou plus',
    SIMPLE: 'Majorité simple',
    NGO_OBJECTS: 'Objection des sièges d’ONG',
    NGO_SILENT: 'Silence des sièges d’ONG',
  },
  voidCause: {
    technicalFault: 'défaut technique',
    wrongText: 'mauvais texte',
    compositionError: 'erreur de composition',
  },
  position: {
    CONCUR: 'ils concourent',
    OPPOSED: 'ils s’opposent',
    SILENT: 'ils gardent le silence',
  },
  trace: {
    consensus: (support: number, aside: number, block: number) =>
      `${support} en soutien, ${aside} en retrait, ${block} en blocage : consensus si personne ne bloque.`,
    silence: 'Personne n’a fait objection ni proposé d’autres mots avant la fin du délai.',
    silenceObjected: 'Une objection a rompu le silence.',
    silenceAmended: 'Une proposition d’autres mots a rompu le silence.',
    delivery: (reached: number, of: number) =>
      `${reached} sur ${seats(of)} ont été atteints ; le silence ne lie que s’ils le sont tous.`,
    ngoOpened: (opened: number, of: number, extended: boolean) =>
      `Sur ${of} ${of === 1 ? 'siège' : 'sièges'} d’ONG, ${opened} ${opened === 1 ? 'a' : 'ont'} ouvert le texte ; il en faut un au moins.` +
      (extended ? ' Le délai a été prolongé une fois pour cela.' : ''),
    secretCount: (most: number, others: number, blank: number) =>
      `${most} pour la première personne, ${others} pour toutes les autres, ${blank} blancs.`,
    reconsideration: (rule: string) => `Le groupe a déjà adopté ce texte. Pour en décider de nouveau : ${rule}`,
    voided: (at: string, cause: string) => `Annulé le ${at} : ${cause}.`,
    held: 'Règle remplie',
    failed: 'Non remplie',
    rule: (rule: string) => `Règle ${rule}`,
    electorate: (all: number, state: number, ngo: number, partner: number) =>
      `${seats(all)} ${all < 2 ? 'pouvait' : 'pouvaient'} voter : ${state} de l’État, ${ngo} d’ONG, ${partner} de partenaires sociaux.`,
    composition: (has: number, required: number) =>
      `Le groupe compte ${ngoSeats(has)} ; il en faut au moins ${required}.`,
    quorumAtOpening: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
      `À l’ouverture, ${present} présents sur ${seats(all)}, ${needed} requis ; sièges d’ONG : ${ngo} sur ${ngoAll}, ${ngoNeeded} requis.`,
    quorumAtClosing: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
      `Participation de ${present} sur ${seats(all)}, ${needed} requis ; sièges d’ONG : ${ngo} sur ${ngoAll}, ${ngoNeeded} requis.`,
    ballots: (cast: number, by: number, recused: number, setAside: number) =>
      `${ballots(cast)} ${cast < 2 ? 'déposé' : 'déposés'} par ${seats(by)} ; le dernier du rang le plus élevé compte.` +
      (recused > 0 ? ` ${plural(recused, { one: 'siège récusé', other: 'sièges récusés' })}.` : '') +
      (setAside > 0
        ? ` ${plural(setAside, { one: 'bulletin écarté', other: 'bulletins écartés' })} faute d’habilitation.`
        : ''),
    text: (other: number) =>
      other === 0
        ? 'Chaque bulletin désigne le texte mis aux voix.'
        : `${plural(other, { one: 'bulletin désignait un autre texte : non compté', other: 'bulletins désignaient un autre texte : non comptés' })}.`,
    textStale: 'Une autre version de ce texte a été adoptée avant la clôture de ce vote.',
    time: (closed: string, late: number) =>
      `Clôture : ${closed}.${late > 0 ? ` ${plural(late, { one: 'bulletin tardif : non compté', other: 'bulletins tardifs : non comptés' })}.` : ''}`,
    timeOpen: (closes: string) => `Échéance : ${closes}.`,
    oneYes: (yes: number) =>
      yes === 0 ? 'Personne n’a voté pour ; il faut au moins une voix.' : `Au moins une voix pour : il y en a ${yes}.`,
    majoritySimple: (yes: number, no: number) => `${yes} pour et ${no} contre : adopté s’il y a plus de voix pour.`,
    majorityTwoThirds: (yes: number, no: number, left: number, right: number) =>
      `${yes} pour et ${no} contre : les deux tiers sont atteints si 3 × ${yes} = ${left} est au moins égal à 2 × ${yes + no} = ${right}.`,
    majorityAbsolute: (yes: number, eligible: number, left: number) =>
      `${yes} pour sur ${seats(eligible)} : plus de la moitié si 2 × ${yes} = ${left} dépasse ${eligible}.`,
    majorityTwoThirdsAll: (yes: number, eligible: number, left: number, right: number) =>
      `${yes} pour sur ${seats(eligible)} : les deux tiers de tous sont atteints si 3 × ${yes} = ${left} est au moins égal à 2 × ${eligible} = ${right}.`,
    tie: (yes: number, second: boolean) =>
      `${yes} pour et ${yes} contre : partage des voix${second ? ', pour la seconde fois. Le texte n’est pas adopté.' : '. Un nouveau vote peut suivre après un jour.'}`,
    concurrence: (yes: number, no: number, all: number, position: string) =>
      `Sur ${ngoSeats(all)}, ${yes} pour et ${no} contre : ${position}.`,
    hold: (until: string, yes: number, no: number, position: string) =>
      `Entendus seuls, échéance : ${until}. ${yes} pour et ${no} contre : ${position}.`,
    holdRunning: (until: string) => `Les sièges d’ONG sont entendus seuls, échéance : ${until}.`,
    overObjection: (yes: number, eligible: number, left: number, right: number) =>
      `Malgré une objection, il faut les deux tiers de tous : ${yes} pour sur ${seats(eligible)}, soit 3 × ${yes} = ${left} face à 2 × ${eligible} = ${right}.`,
  },
  problem: {
    'silence-not-allowed':
      'Un plan, une annexe, un règlement et ce qu’un organe adopte pour la première fois sont mis aux voix, non au silence.',
    'silence-in-meeting': 'Une procédure de silence se déroule par correspondance.',
    'silence-too-short': (earliest: string) => `Le silence dure plus longtemps : au plus tôt jusqu’au ${earliest}.`,
    'method-of-another-subject': 'Les personnes sont élues à bulletin secret, et rien d’autre ne se décide ainsi.',
    'amendment-without-words': 'Écrivez les mots que vous proposez à la place.',
    'statement-without-words': 'Écrivez la déclaration.',
    'block-without-reason': 'Un blocage demande un motif : dites ce qu’il faudrait.',
    'choice-not-offered': 'Ce vote n’offre pas ce choix. Rechargez la page.',
    'secret-ballot-final': 'Un bulletin de ce siège est dans l’urne. Un bulletin secret ne peut pas être repris.',
    'access-suspended':
      'Votre accès est suspendu pour le moment : ce bulletin n’a pas été compté. Une autre personne du siège peut voter.',
    'motion-already-voided': 'Ce vote a déjà été annulé.',
    'needs-two-persons': 'La présidence et le Secrétariat agissent ici ensemble : une autre personne doit confirmer.',
    'count-differs': 'Les bulletins ne sont pas ceux qui ont été déposés. Le Secrétariat devrait vérifier le registre.',
    'composition-blocked': (has: number, required: number) =>
      `Le groupe compte ${ngoSeats(has)} avec une personne accréditée, et il en faut ${required}. Le Secrétariat peut les pourvoir.`,
    'inquorate-at-opening': (present: number, needed: number, ngo: number, ngoNeeded: number) =>
      `Sièges présents : ${present}, requis : ${needed} ; sièges d’ONG présents : ${ngo}, requis : ${ngoNeeded}.`,
    'rule-set-not-in-force': 'Le règlement intérieur vient de changer. Rouvrez cette fenêtre.',
    'closes-before-it-opens': 'L’échéance n’est pas postérieure à l’ouverture.',
    'closes-too-late': (latest: string) => `L’échéance est trop lointaine. Au plus tard : ${latest}.`,
    'second-call-too-soon': (from: string) =>
      `Le préavis de la seconde convocation n’est pas écoulé : possible à partir du ${from}.`,
    'tie-too-recent': (from: string) =>
      `Le dernier vote sur ce texte s’est soldé par un partage des voix. Il peut être remis aux voix à partir du ${from}.`,
    'reconciliation-open': (from: string) =>
      `Les sièges d’ONG ont renvoyé ce texte. Le second tour peut s’ouvrir à partir du ${from}.`,
    'subject-already-under-vote': 'Ce texte est déjà en cours de vote : quelqu’un l’a ouvert avant vous.',
    'subject-not-votable': 'Ce texte ne peut pas être mis aux voix dans son état actuel.',
    'subject-altered':
      'Le texte enregistré ne correspond plus à son empreinte. Aucun vote ne peut être ouvert à son sujet ; le Secrétariat devrait vérifier le registre.',
    'not-accredited-for-seat':
      'Vous n’étiez pas parmi les personnes habilitées à voter pour ce siège à l’ouverture du vote.',
    'presiding-casts-none': 'Vous présidez ce vote et ne déposez pas de bulletin.',
    'person-tied-to-another-seat': 'Vous avez voté pour un autre siège dans ce vote.',
    'recusal-without-reason': 'Une récusation doit être motivée.',
    'ballot-digest-mismatch':
      'Le texte mis aux voix n’est pas celui que votre page montrait. Rechargez-la et lisez-le avant de voter.',
    'ballot-late': (closesAt: string) =>
      `Non compté : le vote est clos (${closesAt}). Votre bulletin est conservé comme preuve.`,
    'held-for-ngo-seats': 'Le vote est réservé aux seuls sièges d’ONG.',
    'motion-not-open': 'Le vote n’est plus ouvert.',
    'deadline-passed': 'L’échéance est passée et ne peut plus être déplacée.',
    'deadline-not-later': (closesAt: string) => `Choisissez un moment après le ${closesAt}.`,
    'deadline-already-extended': 'L’échéance a déjà été reportée.',
    'seats-still-to-cast': (cast: number, of: number) =>
      `${cast} sur ${seats(of)} ${cast < 2 ? 'a voté' : 'ont voté'}. Tant que tous ne l’ont pas fait, seul le temps clôt le vote.`,
    'hold-still-running': (closesAt: string) => `Les sièges d’ONG sont entendus, échéance : ${closesAt}.`,
    'motion-not-paused': 'Le vote n’est pas suspendu.',
    'not-permitted': 'Cet acte ne vous revient pas.',
    'not-found': 'Il n’y a rien ici que vous puissiez ouvrir.',
    unreachable: 'Le serveur n’a pas répondu. Rien n’a été modifié qu’il n’ait confirmé.',
    other: 'Cela n’a pas abouti. Rechargez la page et réessayez.',
  },
}
