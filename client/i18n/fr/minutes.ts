import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const minutes: Whole<'minutes'> = {
  general: 'Remarques générales',
  forSeat: 'Pour le siège de',
  noPersonalData: 'Ni noms ni détails de victimes ou de cas particuliers.',
  constituency: {
    STATE: 'État',
    NGO: 'ONG',
    PARTNER: 'Partenaires sociaux',
    OBSERVER: 'Observateurs',
  },
  page: {
    title: (meeting: string) => `Procès-verbal : ${meeting}`,
    document: 'Le procès-verbal',
  },
  empty: {
    title: 'Le procès-verbal commence avec la séance',
    text: 'Quand la présidence ouvre la réunion, chaque point reçoit ici son propre texte. Présences, votes, déclarations et tâches entrent d’eux-mêmes au procès-verbal.',
  },
  state: {
    live: 'En rédaction',
    circulated: 'Diffusé',
    corrections: 'En correction',
    beforeBody: 'Devant le groupe',
    approved: 'Approuvé',
    sealed: 'Scellé',
  },
  course: {
    label: 'Le parcours du procès-verbal',
    done: 'fait',
    live: 'Rédigé',
    circulated: 'Diffusé et corrigé',
    beforeBody: 'Soumis au groupe',
    sealed: 'Approuvé et scellé',
  },
  standing: {
    title: 'Où il en est',
    notBegun: 'La séance n’a pas commencé ; rien n’est encore écrit.',
    live: 'Le procès-verbal s’écrit pendant que le groupe siège.',
    youWrite:
      'Vous écrivez : appuyez sur « Écrire ici » sous un point. Vos mots sont enregistrés aussitôt, et les autres les voient.',
    youFollow: 'Le Secrétariat et les rédacteurs écrivent ; vous voyez leurs mots à mesure.',
    due: (until: string) => `La réunion est terminée. Le procès-verbal doit être diffusé au plus tard le ${until}.`,
    overdue: (until: string) => `Le procès-verbal devait être diffusé au plus tard le ${until} ; il est en retard.`,
    circulate: 'Relisez-le, puis diffusez-le : le texte devient fixe et les corrections commencent.',
    willCirculate: 'Le Secrétariat le diffuse ; dès lors chaque siège peut proposer des corrections.',
    circulated: (version: number, at: string, until: string) =>
      `La version ${version} a été diffusée le ${at} ; corrections jusqu’au ${until}.`,
    closed: (version: number, at: string, until: string) =>
      `La version ${version} a été diffusée le ${at} ; le délai de correction a pris fin le ${until}.`,
    counts: (proposed: number, undecided: number) =>
      proposed === 0
        ? 'Aucune correction n’est proposée.'
        : undecided === 0
          ? `Proposées : ${proposed}, toutes tranchées.`
          : `Proposées : ${proposed} ; à trancher : ${undecided}.`,
    propose:
      'Quelque chose est inexact ? Sélectionnez les mots, ou appuyez sur « Proposer une correction » sous un point. Une correction rétablit ce qui s’est passé ; elle ne revient pas dessus.',
    dispose: 'Acceptez ou refusez chaque correction ; un refus est motivé.',
    takeUp: 'Reprenez le procès-verbal, portez-y celles qui sont acceptées et diffusez-le de nouveau.',
    nextMeeting: (group: string) =>
      `La prochaine réunion convoquée à partir de maintenant l’examine comme premier point (${group}).`,
    corrections: (version: number) => `La version ${version} a été reprise, pour y porter les corrections acceptées.`,
    toWrite: (count: number) =>
      count === 0
        ? 'Aucune correction n’a été acceptée.'
        : plural(count, {
            one: 'correction acceptée est à porter au texte.',
            other: 'corrections acceptées sont à porter au texte.',
          }),
    circulateAgain: 'Quand elles y sont, diffusez de nouveau le procès-verbal.',
    circulatedAgain: 'Le Secrétariat le diffuse de nouveau quand elles y sont.',
    beforeBody: (version: number, group: string) =>
      `La version ${version} est le premier point de la prochaine réunion (${group}).`,
    decides: 'Le groupe approuve exactement ce texte, ou le renvoie pour correction.',
    approved: 'Le groupe a approuvé ce procès-verbal.',
    sealed: (number: number, group: string, at: string) => `Scellé sous le no ${number} (${group}), le ${at}.`,
    forGood: 'Personne ne peut plus le modifier. Un erratum s’y ajoute, approuvé de la même façon.',
  },
  act: {
    takers: 'Rédacteurs',
    circulate: 'Diffuser',
    circulateAgain: 'Diffuser de nouveau',
    takeUp: 'Reprendre',
  },
  head: {
    date: 'Date',
    time: 'Heure',
    begun: (from: string) => `depuis ${from}`,
    span: (from: string, until: string) => `${from} à ${until}`,
    place: 'Lieu',
    chair: 'Présidence',
    takers: 'Rédacteurs',
    version: (number: number) => `Version ${number}`,
  },
  summary: {
    decisions: 'Décisions',
    actions: 'À faire',
    decision: (number: number, year: number, title: string) => `${year}/${number} ${title}`,
    action: (owner: string, due: string) => `${owner}, avant le ${due}`,
  },
  contents: {
    title: 'Points',
    undecided: (count: number) => `${count} à trancher`,
  },
  text: {
    name: (part: string) => `Procès-verbal : ${part}`,
    reading: 'Les rédacteurs du procès-verbal écrivent ici ; vous suivez la lecture.',
    empty: 'Rien n’est écrit ici.',
    unreadable: 'Une partie de ce texte est illisible. Le Secrétariat peut le rouvrir.',
    write: 'Écrire ici',
    writeIn: (part: string) => `Écrire ici : ${part}`,
    done: 'Terminé',
    doneWith: (part: string) => `Terminé : ${part}`,
  },
  blocks: {
    kept: 'Tenu par l’espace de travail',
    keptHint: 'L’espace de travail l’inscrit d’après ce qui s’est passé. Personne ne peut y écrire.',
    text: 'Le texte soumis au groupe',
    vote: {
      title: 'Vote',
      decision: (label: string) => `Décision ${label}`,
      opening: 'Quorum à l’ouverture :',
      closing: 'Quorum à la clôture :',
      said: 'Ce que des sièges ont dit de ce vote',
      version: (number: number) => `version ${number}`,
      late: 'après la certification du résultat',
      seats: (present: number, of: number, needed: number) => `${present} sièges sur ${of}, ${needed} requis ;`,
    },
    quorum: {
      title: (at: string) => `Quorum à ${at}, à l’ouverture de la séance`,
      met: 'Quorum atteint.',
      missed: 'Quorum non atteint.',
      seats: (group: string, present: number, of: number, needed: number) =>
        `${group} : ${present} sièges votants sur ${of}, ${needed} requis ;`,
      ngo: (present: number, of: number, needed: number) => `sièges d’ONG : ${present} sur ${of}, ${needed} requis.`,
    },
    attendance: {
      title: 'Présences',
      officers: 'En vertu d’une fonction',
      filled: (filled: number, of: number) => `${filled} sur ${of} représentés`,
      absent: (seats: string) => `Non représentés : ${seats}.`,
      from: (from: string) => `dès ${from}`,
      stay: (from: string, until: string) => `${from}–${until}`,
      remote: 'à distance',
    },
    statement: {
      title: (seat: string) => `Déclaration : ${seat}`,
      filed: (person: string, at: string) => `Déposée par ${person}, ${at}`,
    },
    actionItem: {
      title: 'Tâche',
      owner: (owner: string, due: string) => `${owner}, avant le ${due}`,
    },
    postponed: {
      title: 'Inachevé',
      text: 'La réunion n’est pas arrivée à ce point, ou ne l’a pas achevé. Il est proposé pour la prochaine réunion.',
    },
  },
  statement: {
    title: (part: string) => `Déclaration sur ${part}`,
    lead: 'Vos propres mots pour le procès-verbal. Ils y figurent tels que vous les déposez, et personne ne les modifie.',
    words: 'Déclaration',
    file: 'Déposer une déclaration',
    fileTo: (part: string) => `Déposer une déclaration : ${part}`,
    done: 'La déclaration est déposée.',
  },
  correction: {
    count: (count: number) => plural(count, { one: 'correction proposée', other: 'corrections proposées' }),
    propose: 'Proposer une correction',
    proposeTo: (part: string) => `Proposer une correction : ${part}`,
    proposeTitle: (part: string) => `Proposer une correction à ${part}`,
    proposed: 'La correction est proposée.',
    these: 'Corriger ces mots',
    ownStatement: 'Corriger notre déclaration',
    passage: 'Passage',
    passageHint: 'Choisissez où figurent les mots ; vous pouvez abréger la citation ci-dessous.',
    passageChoose: 'Choisir dans le texte',
    misquoted: 'Ces mots ne figurent pas dans le texte diffusé. Choisissez le passage, ou laissez ce champ vide.',
    quote: 'Mots tels qu’ils figurent',
    quoteHint: 'Laissez vide là où il manque quelque chose.',
    proposal: 'Mots à mettre à la place',
    proposalHint: 'Laissez vide là où les mots doivent disparaître.',
    reason: 'Pourquoi',
    from: 'Au lieu de',
    to: 'mettre',
    add: 'Ajouter',
    nothing: 'rien',
    by: (person: string, seat: string, at: string) => `${person}, ${seat}, ${at}`,
    because: (reason: string) => `Motif : ${reason}`,
    decided: (by: string, at: string) => `Tranché par ${by}, ${at}.`,
    state: {
      proposed: 'À trancher',
      accepted: 'Acceptée',
      refused: 'Refusée',
    },
    accept: 'Accepter',
    refuse: 'Refuser',
    acceptTitle: 'Accepter cette correction ?',
    refuseTitle: 'Refuser cette correction ?',
    acceptLead: 'Qui reprend le procès-verbal la porte au texte. Chacun voit qu’elle a été acceptée.',
    refuseLead: 'Chacun voit le motif à côté de la correction.',
    disposition: 'Motif',
    acceptedDone: 'La correction est acceptée.',
    refusedDone: 'La correction est refusée.',
  },
  takeUp: {
    title: 'Reprendre le procès-verbal ?',
    text: 'Les textes s’ouvrent à l’écriture, pour y porter les corrections acceptées. La version diffusée auparavant reste telle quelle, et les corrections qui s’y rapportent sont encore tranchées avant la nouvelle diffusion.',
    done: 'Le procès-verbal est ouvert à l’écriture.',
  },
  circulate: {
    title: (version: number) => `Diffuser le procès-verbal comme version ${version} ?`,
    lead: 'Dès cet instant la version est fixe, pour tous :',
    words: (count: number) =>
      `les mots de ${plural(count, { one: 'partie', other: 'parties' })}, tels qu’ils sont enregistrés ;`,
    blocks: 'présences, textes, votes, déclarations et tâches, tels qu’ils figurent entre les mots ;',
    corrections: 'le délai de correction commence, et tous les invités sont avertis.',
    accepted: (count: number) =>
      `${plural(count, { one: 'correction a été acceptée', other: 'corrections ont été acceptées' })}. Assurez-vous que le texte la contient avant qu’il ne soit figé :`,
    empty: (count: number) =>
      count === 1 ? 'Rien n’est écrit sous un point :' : `Rien n’est écrit sous ${count} points :`,
    emptyConfirm: 'Diffuser sans texte sous ces points',
    check: 'Vérifiez une dernière fois que rien n’y désigne une personne ou un cas particulier.',
    unreadable:
      'Une partie d’un texte est illisible ; le procès-verbal ne peut être fixé. Ouvrez le point, retirez cette partie et réessayez.',
    digest: 'Empreinte de ce qui est diffusé',
    confirm: 'Diffuser',
    done: 'Le procès-verbal est diffusé.',
  },
  takers: {
    title: 'Qui rédige le procès-verbal ?',
    lead: 'Le Secrétariat toujours. D’autres peuvent écrire jusqu’à la diffusion.',
    confirm: 'Désigner',
    done: 'Les rédacteurs sont désignés.',
    nobody: 'Personne n’est encore accrédité pour un siège votant. Accréditez d’abord des personnes à la page Groupes.',
  },
  versions: {
    title: 'Versions',
    empty: 'Quand le procès-verbal est diffusé, la version figure ici avec son empreinte.',
    number: (number: number) => `Version ${number}`,
    circulated: (at: string, by: string) => `Diffusée le ${at} par ${by}`,
    altered: 'Ce qui est conservé n’est pas ce qui a été diffusé. La vérification du registre nomme l’inscription.',
  },
  files: {
    title: 'Emporter',
    draft: 'Le projet, tel qu’il est enregistré.',
    version: (number: number) => `La version ${number}, telle que diffusée.`,
    docx: 'DOCX',
    pdf: 'PDF',
    html: 'HTML',
  },
  errata: {
    title: 'Errata',
    add: 'Ajouter un erratum',
    lead: 'Le procès-verbal scellé reste tel quel. L’erratum va au groupe comme un procès-verbal : diffusé, approuvé à sa prochaine réunion, scellé.',
    words: 'Ce qui était inexact, et ce qui est exact',
    confirm: 'Ajouter l’erratum',
    done: 'L’erratum est ajouté.',
    by: (person: string, at: string) => `${person}, ${at}`,
  },
  seal: {
    number: (number: number) => `No ${number}`,
    title: (number: number, group: string) => `Scellé sous le no ${number} (${group})`,
    when: (approved: string, sealed: string) => `Approuvé le ${approved} ; scellé le ${sealed}.`,
  },
  chain: {
    title: 'Chaîne des procès-verbaux',
    none: (links: number) =>
      links === 0
        ? 'Les procès-verbaux scellés sont enchaînés : chaque sceau couvre le précédent, si bien qu’aucun ne peut être modifié ou omis inaperçu. Ce groupe n’en a pas encore.'
        : `Procès-verbaux scellés de ce groupe : ${links}. Celui-ci les suivra une fois approuvé.`,
    sealed: (number: number, group: string) => `Scellé sous le no ${number} (${group}).`,
    first: 'C’est le premier.',
    follows: (number: number) => `Il suit le no ${number}.`,
    seal: 'Sceau',
    number: (number: number) => `No ${number}`,
    kind: { minutes: 'Procès-verbal', erratum: 'Erratum' },
    ok: (links: number) => (links === 1 ? 'Vérifié : le sceau tient.' : `Vérifié : les ${links} sceaux se suivent.`),
    broken: 'Un sceau ne découle pas du précédent. La vérification du registre aide à trouver ce qui a changé.',
    show: 'Montrer la chaîne',
    hide: 'Cacher la chaîne',
    computed: 'Calculé dans ce navigateur : chaque sceau découle du précédent.',
    computedBroken: (place: number) => `Calculé dans ce navigateur : le no ${place} ne découle pas du précédent.`,
  },
}
