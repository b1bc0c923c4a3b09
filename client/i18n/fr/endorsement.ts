import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const endorsement: Whole<'endorsement'> = {
  versions: {
    title: 'Versions du plan',
    lead: 'Les sections adoptées forment une version candidate ; son groupe vote sur l’ensemble ; la Coordination nationale approuve exactement ce texte ; le Secrétariat le publie.',
    none: 'Aucune version pour l’instant',
    noneText:
      'Lorsque toutes les sections sont adoptées ou omises, une version candidate peut être constituée. Elle énumère l’empreinte de chaque texte adopté, et les modifications ultérieures ne la touchent pas.',
    list: (plan: string) => `Versions : ${plan}`,
    version: 'Version',
    state: 'État',
    root: 'Empreinte racine',
    when: 'Dernière étape',
    toPlan: 'Aller aux sections',
  },
  readiness: {
    title: (plan: string) => `${plan} : prêt à être constitué ?`,
    meter: 'Sections adoptées ou omises',
    of: (done: number, all: number) => `${done} sur ${plural(all, { one: 'section', other: 'sections' })}`,
    complete: 'Toutes les sections sont adoptées ou omises.',
    missing: (count: number) =>
      `${plural(count, { one: 'section n’est pas prête', other: 'sections ne sont pas prêtes' })}. Une version candidate ne contient que des textes adoptés.`,
    list: 'Sections qui ne sont pas prêtes',
    reasons: {
      notAdopted: 'Aucune version n’est adoptée',
      altered: 'Le texte enregistré n’est pas celui qui a été adopté',
      dissentMissing: 'Adoptée malgré l’objection des sièges d’ONG ; pas encore certifiée',
    },
    certify: 'La présidence et le Secrétariat la certifient avec le vote',
    showAll: (count: number) => `Tout afficher (${count})`,
    assemble: 'Constituer une version candidate',
    again: 'Constituer une nouvelle version candidate',
    whoNap: 'Le Secrétariat constitue le Plan d’action national.',
    whoChildren: 'Le groupe de travail thématique pour les enfants constitue son propre plan.',
    confirmTitle: 'Constituer une version candidate ?',
    confirm:
      'Le texte adopté de chaque section y entre, par son empreinte. Une version candidate qui n’a pas été adoptée lui cède la place.',
    assembled: 'La version candidate est constituée.',
  },
  state: {
    candidate: 'Candidate',
    underVote: 'En cours de vote',
    returned: 'Renvoyée par les sièges d’ONG',
    rejected: 'Non adoptée',
    adopted: 'Adoptée',
    noted: 'Acte pris par le GTN',
    sentBack: 'Retournée',
    endorsed: 'Approuvée',
    published: 'Publiée',
    superseded: 'Remplacée',
  },
  next: {
    title: 'La suite',
    candidate: (group: string) =>
      `${group} vote exactement sur cette liste de textes. La présidence ou, par correspondance, le Secrétariat ouvre le vote.`,
    underVote: (group: string) => `${group} vote. Chaque bulletin porte l’empreinte racine ci-dessous.`,
    returned:
      'Les sièges d’ONG s’y sont opposés. Après quatorze jours de conciliation, elle peut être mise aux voix une seconde fois, ou une nouvelle version candidate prend sa place.',
    rejected:
      'Elle n’a pas recueilli sa majorité. Les sections peuvent être reprises ; une nouvelle version candidate suivra.',
    adoptedNap:
      'Elle attend la Coordination nationale, seule habilitée à l’approuver ou à la retourner avec ses motifs.',
    adoptedChildren: (date: string) =>
      `Le Groupe de travail national en est saisi : il peut la commenter, sans pouvoir la modifier. La Coordination nationale consigne la prise d’acte ; le ${date}, celle-ci est réputée acquise.`,
    noted:
      'Elle attend la Coordination nationale, qui l’approuve comme plan à part entière ou comme annexe, ou la retourne avec ses motifs.',
    sentBack:
      'La Coordination nationale l’a retournée. Les motifs figurent ci-dessous ; les groupes y répondent par de nouvelles versions des sections concernées.',
    endorsed: 'Le Secrétariat la publie. Dès lors, chacun peut la lire et la vérifier sans se connecter.',
    published: 'Chacun peut la lire et la vérifier. Une version ultérieure prendra sa place ; celle-ci demeure.',
    superseded: 'Une version ultérieure a pris sa place. Elle demeure telle quelle.',
    reminder: (days: number) =>
      `Elle attend depuis ${plural(days, { one: 'jour', other: 'jours' })} un acte de la Coordination nationale.`,
    toVote: 'Aller au vote',
    uncertifiedTitle: 'Elle ne peut pas encore être approuvée',
    uncertified: (texts: string) =>
      `${texts} : adoption malgré l’objection des sièges d’ONG. Une fois que chacun d’eux a remis son opinion dissidente ou y a renoncé, ou que son délai est écoulé, la présidence et le Secrétariat certifient ensemble le résultat sur la page du vote.`,
    whole: 'L’ensemble',
    certifyVote: (text: string) => `Aller au vote : ${text}`,
    open: 'Mettre aux voix',
    note: 'Consigner la prise d’acte',
    endorse: 'Examiner et approuver',
    sendBack: 'Retourner',
    publish: 'Publier',
    publicPage: 'Ouvrir la page publique',
  },
  page: {
    eyebrow: (number: number) => `Version ${number}`,
    root: 'Empreinte racine',
    rootFits: 'Recalculée à l’instant : elle concorde.',
    rootDiffers: 'Le manifeste enregistré n’a plus cette empreinte.',
    alteredTitle: 'Un texte enregistré n’est pas celui qui a été adopté',
    altered: (codes: string) =>
      `${codes} : ce qui est conservé a une autre empreinte que ce qui a été adopté. L’approbation est refusée tant que le texte n’est pas rétabli.`,
    facts: 'Cette version',
    assembled: 'Constituée',
    adopted: 'Adoptée',
    noted: 'Prise d’acte',
    endorsed: 'Approuvée',
    published: 'Publiée',
    by: (name: string) => `par ${name}`,
    grade: 'Assentiment',
    as: 'Forme',
    forms: {
      separate: 'Un plan à part entière',
      annex: 'Une annexe complète au Plan d’action national',
    },
    annex: 'Annexe',
    annexText: (number: number) => `Plan pour les enfants, version ${number}`,
    bundle: 'Télécharger le fichier de vérification',
    bundleText: 'Il contient les textes, les bulletins, les règles et la signature, et se vérifie sans ce serveur.',
    manifest: 'Ce dont elle se compose',
    manifestLead: (sections: number, waived: number) =>
      `${plural(sections, { one: 'texte adopté', other: 'textes adoptés' })}${waived > 0 ? ` et ${plural(waived, { one: 'section omise', other: 'sections omises' })}` : ''}. Chaque texte est la version adoptée par son groupe, désignée par son empreinte.`,
    section: 'Section',
    digest: 'Empreinte',
    vote: 'Vote',
    ngo: 'Sièges d’ONG',
    agreement: 'Assentiment',
    change: 'Depuis lors',
    waived: (reason: string) => `Omise : ${reason}`,
    versionLink: (number: number) => `version ${number}`,
    differs: 'Le texte enregistré diffère',
    tally: (yes: number, no: number, abstain: number) => `${yes}–${no}–${abstain}`,
    tallySpoken: (yes: number, no: number, abstain: number) =>
      `${yes} pour, ${no} contre, ${plural(abstain, { one: 'abstention', other: 'abstentions' })}`,
    votes: 'Vote sur l’ensemble',
    votesNone: 'Elle n’a pas encore été mise aux voix.',
    voteLink: 'Voir qui a voté quoi',
    acts: 'Actes de la Coordination nationale',
    actEndorsed: (name: string) => `Approuvée par ${name}`,
    actSentBack: (name: string) => `Retournée par ${name}`,
    statement: 'Empreinte de la déclaration signée',
    methods: {
      passkey: 'Confirmée par une clé d’accès',
      workspaceKey: 'Confirmée par un mot de passe, signée avec la clé de l’espace de travail',
    },
  },
  grade: {
    CONSENSUS: 'Consensus',
    CONSENSUS_WITH_RESERVATIONS: 'Consensus avec réserves',
    UNANIMOUS: 'Unanimité',
    SUPERMAJORITY: 'Deux tiers ou plus',
    SIMPLE: 'Majorité simple',
    NGO_OBJECTS: 'Objection des sièges d’ONG',
    NGO_SILENT: 'Silence des sièges d’ONG',
  },
  objections: {
    title: 'Objections',
    none: 'Aucun siège d’ONG n’a voté contre une partie du texte.',
    some: (count: number) =>
      `Dans ${plural(count, { one: 'vote', other: 'votes' })}, des sièges d’ONG étaient contre ou silencieux.`,
    line: (code: string, title: string) => (code === 'plan' ? `L’ensemble : ${title}` : `${code} ${title}`),
  },
  changes: {
    title: 'Changements',
    first: 'Aucune version de ce plan n’a encore été approuvée : tout y est nouveau.',
    since: (number: number) => `Par rapport à la version ${number}, approuvée auparavant :`,
    none: (number: number) => `Les mêmes textes que la version ${number}.`,
    changed: 'Modifiées',
    added: 'Nouvelles',
    removed: 'Supprimées',
    same: 'Inchangées',
  },
  act: {
    noteTitle: 'Consigner la prise d’acte du GTN ?',
    note: 'Le Groupe de travail national a été saisi du plan pour les enfants. La prise d’acte n’y change rien et ne peut être annulée.',
    noted: 'Prise d’acte consignée.',
    publishTitle: 'Publier cette version ?',
    publish:
      'Chacun pourra la lire sans se connecter. Avant sa parution, le serveur vérifie son fichier comme le ferait n’importe qui. Les noms des personnes ne sont pas divulgués.',
    published: 'Publiée.',
    sendBackTitle: 'Retourner cette version',
    sendBackText:
      'Le groupe lit vos motifs mot pour mot. Cette version ne pourra plus être approuvée ; une nouvelle y répondra.',
    reasons: 'Motifs',
    sentBack: 'Retournée avec vos motifs.',
  },
  endorse: {
    title: 'Approuver cette version',
    formTitle: 'Sous quelle forme approuvez-vous le plan pour les enfants ?',
    separate: 'Comme plan à part entière',
    separateHint: 'Il prend place à côté du Plan d’action national.',
    annex: 'Comme annexe complète',
    annexHint: 'Son empreinte racine figurera dans la prochaine version du Plan d’action national.',
    checking: 'Recalcul de chaque texte, de chaque vote et de chaque empreinte…',
    checked: (sections: number) =>
      `${plural(sections, { one: 'texte a été comparé', other: 'textes ont été comparés' })} à ce qui a été adopté ; chaque vote a été décidé à nouveau. Tout concorde.`,
    review: 'Ce que vous signez, et ce qui vous a été montré',
    signs: (plan: string, number: number) => `${plan}, version ${number}`,
    passkey:
      'Votre appareil vous demandera votre doigt, votre visage ou votre code. Il signe exactement la déclaration ci-dessus.',
    password:
      'Aucune de vos clés d’accès ne fonctionne à cette adresse. Votre mot de passe confirme que c’est bien vous, et la clé de l’espace de travail signe ; le registre le mentionne.',
    passwordLabel: 'Votre mot de passe',
    withPasskey: 'Approuver avec la clé d’accès',
    withPassword: 'Approuver avec le mot de passe',
    cancelled: 'L’appareil n’a pas signé. Rien n’a été approuvé ; réessayez au moment voulu.',
    done: 'Approuvée. L’acte est inscrit au registre.',
    goOn: 'Passer à l’examen',
    statement: 'La déclaration, mot pour mot',
    retry: 'Examiner à nouveau l’ensemble',
  },
}
