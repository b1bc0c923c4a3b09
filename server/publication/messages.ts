/** The words of the public site. The plan itself stands in the language it was adopted in. */
import type { EndorsementMethod } from '#shared/endorsement'
import type { Choice, Grade, MethodName, Tally, VotingConstituency } from '#shared/motion'
import type { ComponentNumber, PlanKind } from '#shared/plan'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

export interface Messages {
  readonly language: string
  readonly other: { readonly language: Language; readonly name: string }
  readonly skip: string
  readonly site: string
  readonly contents: string
  readonly plans: Readonly<Record<PlanKind, string>>
  readonly components: Readonly<Record<ComponentNumber, string>>
  readonly version: (number: number) => string
  readonly published: (date: string) => string
  readonly endorsedOn: (date: string) => string
  readonly indexTitle: string
  readonly indexLead: string
  readonly nothingTitle: string
  readonly nothing: string
  readonly nothingSteps: readonly string[]
  readonly nothingOfPlan: Readonly<Record<PlanKind, string>>
  readonly read: string
  readonly earlier: string
  readonly laterExists: string
  readonly laterLink: string
  readonly notFoundTitle: string
  readonly notFound: string
  readonly back: string
  readonly alteredTitle: string
  readonly altered: (place: string) => string
  readonly act: {
    readonly title: string
    readonly office: string
    readonly nationalCoordinator: string
    readonly time: string
    readonly method: string
    readonly methods: Readonly<Record<EndorsementMethod, string>>
    readonly as: string
    readonly forms: { readonly separate: string; readonly annex: string }
    readonly root: string
    readonly statement: string
    readonly objections: (count: number) => string
  }
  readonly annex: (number: number) => string
  readonly digest: string
  readonly adoptedBy: (group: string) => string
  readonly waived: string
  readonly goal: string
  readonly goalNumbered: (number: number) => string
  readonly targetDate: string
  readonly indicators: string
  readonly objective: string
  readonly objectives: string
  readonly dependsOn: string
  readonly elsewhere: string
  readonly vote: {
    readonly title: string
    readonly whole: string
    readonly all: string
    readonly ngo: string
    readonly yes: string
    readonly no: string
    readonly abstain: string
    readonly byOrganisation: string
    readonly organisation: string
    readonly constituency: string
    readonly ballot: string
    readonly closed: (time: string) => string
    readonly choices: Readonly<Record<Choice | 'NOT_CAST', string>>
    readonly constituencies: Readonly<Record<VotingConstituency, string>>
    readonly levels: Readonly<Record<Grade['level'], string>>
    readonly suffixes: Readonly<Record<NonNullable<Grade['suffix']>, string>>
    readonly summaries: Readonly<Record<MethodName, (counts: Tally) => string>>
    /** Of a seat in a silence procedure. */
    readonly silent: string
    readonly names: string
  }
  readonly verify: {
    readonly title: string
    readonly lead: string
    readonly steps: readonly string[]
    readonly download: string
    readonly key: string
    readonly keyNote: string
  }
  readonly footnotes: string
  readonly footnote: (number: number) => string
  readonly footnoteBack: (number: number) => string
  readonly foot: string
  readonly signIn: string
}

const en: Messages = {
  language: 'English',
  other: { language: 'fr', name: 'Français' },
  skip: 'Skip to the text',
  site: 'Published plans',
  contents: 'Contents',
  plans: { nap: 'National Action Plan', children: 'Children’s plan' },
  components: {
    1: 'Supporting framework',
    2: 'Prevention',
    3: 'Support and protection',
    4: 'Investigation and prosecution',
  },
  version: number => `Version ${number}`,
  published: date => `Published ${date}`,
  endorsedOn: date => `Endorsed ${date}`,
  indexTitle: 'The plans this country has endorsed',
  indexLead:
    'Each text stands here word for word as it was adopted and endorsed, with the votes by organisation and a file by which anybody can check it.',
  nothingTitle: 'No plan has been published yet',
  nothing: 'A plan appears here once it has gone the whole way:',
  nothingSteps: [
    'Working groups write its sections and adopt each by vote.',
    'The National Working Group votes on the whole.',
    'The National Co-ordinator endorses exactly that text.',
    'The National Secretariat publishes it.',
  ],
  nothingOfPlan: {
    nap: 'The National Action Plan has not been published yet.',
    children: 'The children’s plan has not been published yet.',
  },
  read: 'Read the plan',
  earlier: 'Earlier versions',
  laterExists: 'A later version of this plan has been published.',
  laterLink: 'Go to the latest version',
  notFoundTitle: 'There is nothing here',
  notFound: 'The address may be mistyped, or what you are looking for has not been published.',
  back: 'All published plans',
  alteredTitle: 'This text cannot be shown',
  altered: place =>
    `What is stored at “${place}” is no longer what was endorsed. The page shows nothing rather than a text that nobody adopted; the National Secretariat can restore it from a backup.`,
  act: {
    title: 'Endorsement',
    office: 'By',
    nationalCoordinator: 'the National Co-ordinator',
    time: 'On',
    method: 'Confirmed',
    methods: {
      passkey: 'with a passkey, the device having verified its holder',
      workspaceKey: 'with a password, and signed with the workspace’s key',
    },
    as: 'Form',
    forms: { separate: 'a plan of its own', annex: 'a full annex to the National Action Plan' },
    root: 'Root digest of the text',
    statement: 'Digest of the signed statement',
    objections: count =>
      count === 0
        ? 'No NGO seat had voted against any part of it.'
        : `Shown before signing: ${count} ${count === 1 ? 'vote' : 'votes'} in which NGO seats were against or silent.`,
  },
  annex: number => `The children’s plan, version ${number}, is a full annex to this plan.`,
  digest: 'Digest',
  adoptedBy: group => `Adopted by ${group}`,
  waived: 'The plan does without this section:',
  goal: 'Strategic goal',
  goalNumbered: number => `Strategic goal ${number}`,
  targetDate: 'To be reached by',
  indicators: 'Indicators',
  objective: 'Objective',
  objectives: 'Specific objectives',
  dependsOn: 'Depends on',
  elsewhere: 'an objective outside this version',
  vote: {
    title: 'Votes',
    whole: 'Vote on the whole plan',
    all: 'All seats',
    ngo: 'NGO seats',
    yes: 'Yes',
    no: 'No',
    abstain: 'Abstained',
    byOrganisation: 'Vote by organisation',
    organisation: 'Organisation',
    constituency: 'Sits for',
    ballot: 'Ballot',
    closed: time => `Closed ${time}`,
    choices: {
      YES: 'Yes',
      NO: 'No',
      ABSTAIN: 'Abstained',
      PRESENT_NOT_VOTING: 'Present, not voting',
      RECUSED: 'Recused',
      SUPPORT: 'Support',
      STAND_ASIDE: 'Stand aside',
      BLOCK: 'Block',
      OBJECT: 'Object',
      AMEND: 'Amend',
      RESERVE: 'Reserve a position',
      STATEMENT: 'Make a statement',
      NOT_CAST: 'Did not vote',
    },
    constituencies: { STATE: 'State', NGO: 'NGO', PARTNER: 'Partner' },
    levels: {
      CONSENSUS: 'Consensus',
      CONSENSUS_WITH_RESERVATIONS: 'Consensus with reservations',
      UNANIMOUS: 'Unanimous',
      SUPERMAJORITY: 'Two thirds or more',
      SIMPLE: 'Simple majority',
    },
    suffixes: { NGO_OBJECTS: 'NGO seats objecting', NGO_SILENT: 'NGO seats silent' },
    summaries: {
      BALLOT: ({ yes, no, abstain }) => `${yes} yes, ${no} no, ${abstain} abstained`,
      CONSENSUS: ({ yes, no, abstain }) => `By consensus: ${yes} in support, ${abstain} standing aside, ${no} blocking`,
      SILENCE: ({ no, abstain, notCast }) =>
        `Silence procedure: ${notCast} silent, ${no} objecting, ${abstain} noted with the text`,
      SECRET: ({ yes, no, abstain }) => `Secret ballot: ${yes} for the first, ${no} for others, ${abstain} blank`,
    },
    silent: 'Silent',
    names: 'Votes are shown by organisation. Names of persons are withheld for their safety.',
  },
  verify: {
    title: 'Check it yourself',
    lead: 'A digest is a fingerprint of a text: change one letter, and it is another. You can check this plan without trusting this site.',
    steps: [
      'Each section has a digest. The list of all sections and their digests, the manifest, has one too: the root.',
      'Every vote was on such a digest, and the National Co-ordinator signed the root.',
      'The file below holds the texts, every ballot by seat, the rules of the vote and the signature. Whoever has the software decides the votes again and checks the signature offline:',
    ],
    download: 'Download the file for verification',
    key: 'Public key of the workspace',
    keyNote: 'Compare it with the key that the National Secretariat has made known elsewhere.',
  },
  footnotes: 'Footnotes',
  footnote: number => `Footnote ${number}`,
  footnoteBack: number => `Back to the text, footnote ${number}`,
  foot: 'Published from Plenary, the workspace in which this plan was written, voted and signed.',
  signIn: 'Sign in to the workspace',
}

const fr: Messages = {
  language: 'Français',
  other: { language: 'en', name: 'English' },
  skip: 'Aller au texte',
  site: 'Plans publiés',
  contents: 'Sommaire',
  plans: { nap: 'Plan d’action national', children: 'Plan pour les enfants' },
  components: { 1: 'Cadre de soutien', 2: 'Prévention', 3: 'Assistance et protection', 4: 'Enquêtes et poursuites' },
  version: number => `Version ${number}`,
  published: date => `Publié le ${date}`,
  endorsedOn: date => `Approuvé le ${date}`,
  indexTitle: 'Les plans approuvés par ce pays',
  indexLead:
    'Chaque texte figure ici mot pour mot tel qu’il a été adopté et approuvé, avec les votes par organisation et un fichier permettant à chacun de le vérifier.',
  nothingTitle: 'Aucun plan n’a encore été publié',
  nothing: 'Un plan paraît ici lorsqu’il a parcouru tout le chemin :',
  nothingSteps: [
    'Les groupes de travail rédigent ses sections et adoptent chacune par un vote.',
    'Le Groupe de travail national vote sur l’ensemble.',
    'La Coordination nationale approuve exactement ce texte.',
    'Le Secrétariat national le publie.',
  ],
  nothingOfPlan: {
    nap: 'Le Plan d’action national n’a pas encore été publié.',
    children: 'Le plan pour les enfants n’a pas encore été publié.',
  },
  read: 'Lire le plan',
  earlier: 'Versions antérieures',
  laterExists: 'Une version plus récente de ce plan a été publiée.',
  laterLink: 'Aller à la dernière version',
  notFoundTitle: 'Il n’y a rien ici',
  notFound: 'L’adresse est peut-être erronée, ou ce que vous cherchez n’a pas été publié.',
  back: 'Tous les plans publiés',
  alteredTitle: 'Ce texte ne peut pas être affiché',
  altered: place =>
    `Ce qui est conservé sous « ${place} » n’est plus ce qui a été approuvé. La page n’affiche rien plutôt qu’un texte que personne n’a adopté ; le Secrétariat national peut le rétablir à partir d’une sauvegarde.`,
  act: {
    title: 'Approbation',
    office: 'Par',
    nationalCoordinator: 'la Coordination nationale',
    time: 'Le',
    method: 'Confirmée',
    methods: {
      passkey: 'par une clé d’accès, l’appareil ayant vérifié son détenteur',
      workspaceKey: 'par un mot de passe, et signée avec la clé de l’espace de travail',
    },
    as: 'Forme',
    forms: { separate: 'un plan à part entière', annex: 'une annexe complète au Plan d’action national' },
    root: 'Empreinte racine du texte',
    statement: 'Empreinte de la déclaration signée',
    objections: count =>
      count === 0
        ? 'Aucun siège d’ONG n’avait voté contre une partie du texte.'
        : `Montré avant la signature : ${count} vote${count === 1 ? '' : 's'} où des sièges d’ONG étaient contre ou silencieux.`,
  },
  annex: number => `Le plan pour les enfants, version ${number}, est une annexe complète à ce plan.`,
  digest: 'Empreinte',
  adoptedBy: group => `Adoptée par ${group}`,
  waived: 'Le plan ne comporte pas cette section :',
  goal: 'But stratégique',
  goalNumbered: number => `But stratégique ${number}`,
  targetDate: 'Échéance :',
  indicators: 'Indicateurs',
  objective: 'Objectif',
  objectives: 'Objectifs spécifiques',
  dependsOn: 'Dépend de',
  elsewhere: 'un objectif hors de cette version',
  vote: {
    title: 'Votes',
    whole: 'Vote sur l’ensemble du plan',
    all: 'Tous les sièges',
    ngo: 'Sièges des ONG',
    yes: 'Pour',
    no: 'Contre',
    abstain: 'Abstentions',
    byOrganisation: 'Vote par organisation',
    organisation: 'Organisation',
    constituency: 'Collège',
    ballot: 'Vote',
    closed: time => `Clos le ${time}`,
    choices: {
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
      NOT_CAST: 'N’a pas voté',
    },
    constituencies: { STATE: 'État', NGO: 'ONG', PARTNER: 'Partenaire' },
    levels: {
      CONSENSUS: 'Consensus',
      CONSENSUS_WITH_RESERVATIONS: 'Consensus avec réserves',
      UNANIMOUS: 'Unanimité',
      SUPERMAJORITY: 'Deux tiers ou plus',
      SIMPLE: 'Majorité simple',
    },
    suffixes: { NGO_OBJECTS: 'objection des sièges d’ONG', NGO_SILENT: 'silence des sièges d’ONG' },
    summaries: {
      BALLOT: ({ yes, no, abstain }) => `${yes} pour, ${no} contre, ${abstain} abstention${abstain > 1 ? 's' : ''}`,
      CONSENSUS: ({ yes, no, abstain }) => `Par consensus : ${yes} en soutien, ${abstain} en retrait, ${no} en blocage`,
      SILENCE: ({ no, abstain, notCast }) =>
        `Procédure de silence : ${notCast} en silence, ${no} en objection, ${abstain} notés avec le texte`,
      SECRET: ({ yes, no, abstain }) =>
        `Scrutin secret : ${yes} pour la première personne, ${no} pour d’autres, ${abstain} blancs`,
    },
    silent: 'En silence',
    names:
      'Les votes sont présentés par organisation. Les noms des personnes ne sont pas divulgués, pour leur sécurité.',
  },
  verify: {
    title: 'Vérifiez vous-même',
    lead: 'Une empreinte est la trace unique d’un texte : changez une lettre, et elle change. Vous pouvez vérifier ce plan sans faire confiance à ce site.',
    steps: [
      'Chaque section a une empreinte. La liste de toutes les sections et de leurs empreintes, le manifeste, en a une aussi : la racine.',
      'Chaque vote portait sur une telle empreinte, et la Coordination nationale a signé la racine.',
      'Le fichier ci-dessous contient les textes, chaque vote par siège, les règles du vote et la signature. Avec le logiciel, on décide à nouveau des votes et on vérifie la signature hors ligne :',
    ],
    download: 'Télécharger le fichier de vérification',
    key: 'Clé publique de l’espace de travail',
    keyNote: 'Comparez-la avec la clé que le Secrétariat national a fait connaître ailleurs.',
  },
  footnotes: 'Notes',
  footnote: number => `Note ${number}`,
  footnoteBack: number => `Retour au texte, note ${number}`,
  foot: 'Publié depuis Plenary, l’espace de travail où ce plan a été rédigé, voté et signé.',
  signIn: 'Se connecter à l’espace de travail',
}

export const catalogues: Readonly<Record<Language, Messages>> = { en, fr }

/** What was asked for by `?lang=`, else the first language of the browser that we have, else English. */
export function languageFor(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const wanted = [asked, ...(acceptLanguage ?? '').split(',').map(part => part.split(';')[0])]
  for (const tag of wanted) {
    const language = languages.find(candidate => candidate === tag?.trim().slice(0, 2).toLowerCase())
    if (language) return language
  }
  return 'en'
}
