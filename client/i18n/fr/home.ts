import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const home: Whole<'home'> = {
  greeting: (name: string) => `Bonjour, ${name}`,
  notYet: {
    title: 'Vous n’avez pas encore de siège',
    text: 'Votre compte est ouvert, mais vous n’avez ni siège ni fonction : les projets et les votes vous sont donc fermés. Le Secrétariat vous accrédite pour le siège de votre organisation, dans Groupes, ou vous nomme à une fonction.',
    meanwhile:
      'Si vous pensiez déjà appartenir à un groupe, adressez-vous au Secrétariat qui vous a invité. D’ici là, vous pouvez vous déconnecter.',
    again: 'Vérifier de nouveau',
    published: 'Lire les plans publiés',
  },
  waiting: {
    title: 'En attente de votre part',
    ballot: {
      title: (subject: string) => `Déposer votre bulletin : ${subject}`,
      text: (group: string, seats: string) => `${group} · pour ${seats}`,
    },
    closes: 'clôture',
    closeVote: {
      title: (subject: string) => `Clore le vote : ${subject}`,
      text: (group: string) => `${group} · tous les sièges ont voté`,
    },
    openVote: {
      title: (code: string, title: string) => `Mettre aux voix : ${code} ${title}`,
      text: (group: string) => `${group} · soumise, en attente`,
    },
    openTermsVote: {
      title: (body: string) => `Mettre aux voix : termes de référence, ${body}`,
      text: (group: string, number: number) => `${group} · version ${number} soumise, en attente`,
    },
    proposeCandidate: {
      title: election => `Proposer une candidature : ${election}`,
      text: (group, seats) => `${group} · la liste est ouverte · pour ${seats}`,
    },
    assemble: {
      title: (plan: string) => `Constituer la version candidate : ${plan}`,
      text: 'Toutes les sections sont adoptées ou omises',
    },
    openPlanVote: {
      title: (plan: string) => `Mettre la version candidate aux voix : ${plan}`,
      text: (number: number) => `La version candidate ${number} est constituée`,
    },
    note: {
      title: (plan: string) => `Prendre acte pour le Groupe de travail national : ${plan}`,
      text: (number: number) => `La version ${number} a été adoptée par son groupe`,
    },
    endorse: {
      title: (plan: string) => `Approuver ou retourner : ${plan}`,
      text: (number: number) => `La version ${number} est adoptée et attend votre acte`,
    },
    publish: {
      title: (plan: string) => `Publier : ${plan}`,
      text: (number: number) => `La version ${number} est approuvée`,
    },
    cosignRecord: {
      title: 'Être témoin du registre',
      first: (seat: string) => `${seat} · aucun point de contrôle cosigné jusqu’ici`,
      text: (seat: string) => `${seat} · une semaine depuis le dernier point de contrôle que vous avez cosigné`,
    },
    confirmAct: {
      title: {
        pause: (subject: string) => `Confirmer la suspension du vote : ${subject}`,
        resume: (subject: string) => `Confirmer la reprise du vote : ${subject}`,
        void: (subject: string) => `Confirmer l’annulation du vote : ${subject}`,
        certify: (subject: string) => `Confirmer la certification : ${subject}`,
        reconcile: (subject: string) => `Confirmer la conciliation : ${subject}`,
      },
      text: (group: string, by: string, until: string) => `${group} · demandé par ${by} · jusqu’au ${until}`,
    },
    reconcile: {
      title: (subject: string) => `Se concilier, et le constater ensemble : ${subject}`,
      text: (group: string, until: string) => `${group} · renvoyé par les sièges d’ONG · jusqu’au ${until}`,
    },
    secondRound: {
      title: (subject: string) => `Ouvrir le second tour : ${subject}`,
      text: (group: string) => `${group} · conciliation constatée, ou délai écoulé`,
    },
    dissent: {
      title: (subject: string) => `Remettre votre opinion dissidente, ou y renoncer : ${subject}`,
      text: (seats: string, until: string) => `pour ${seats} · jusqu’au ${until}`,
    },
    certify: {
      title: (subject: string) => `Certifier le résultat : ${subject}`,
      all: 'Résultats que vous certifiez',
      more: (count: number) => plural(count, { one: 'autre vote', other: 'autres votes' }),
      text: (group: string) => `${group} · présidence et Secrétariat ensemble`,
    },
    answerInvitation: {
      title: (meeting: string) => `Répondre à l’invitation : ${meeting}`,
      text: (when: string, seats: string) => `${when} · pour ${seats}`,
    },
    enterMeeting: {
      underWay: (meeting: string) => `En cours : ${meeting}`,
      today: (meeting: string) => `Aujourd’hui : ${meeting}`,
      text: (group: string, when: string) => `${group} · ${when} · vers la salle`,
    },
    conveneMeeting: {
      title: (meeting: string) => `Convoquer : ${meeting}`,
      text: (by: string) => `Le délai de convocation expire le ${by}`,
      late: (when: string) => `${when} · seulement en urgence à présent, avec un motif, ou plus tard`,
    },
    circulateMinutes: {
      title: (meeting: string) => `Diffuser le procès-verbal : ${meeting}`,
      text: (group: string, by: string) => `${group} · avant le ${by}`,
      late: (group: string, by: string) => `${group} · il était attendu pour le ${by}`,
      again: (group: string) => `${group} · corrigé, à diffuser de nouveau`,
    },
    decideCorrections: {
      title: (meeting: string) => `Statuer sur les corrections proposées : ${meeting}`,
      text: (group: string, count: number) =>
        `${group} · ${plural(count, { one: 'correction en attente', other: 'corrections en attente' })}`,
    },
    approveMinutes: {
      title: (meeting: string) => `Lire le procès-verbal avant son adoption : ${meeting}`,
      text: (group: string, day: string) => `${group} · premier point le ${day}`,
    },
    actionItem: {
      text: (group: string, day: string) => `${group} · pour le ${day}`,
      overdue: (group: string, day: string) => `${group} · en retard depuis le ${day}`,
    },
    write: {
      title: 'Sections que vous rédigez',
      returned: 'renvoyée après le vote',
      rejected: 'non adoptée',
      working: 'en rédaction',
      more: (count: number) => plural(count, { one: 'autre section', other: 'autres sections' }),
    },
    nothing: {
      title: 'Rien n’attend de votre part',
      coordinator:
        'Ici figureront les votes du Groupe de travail national prêts à être ouverts et les plans qui attendent votre approbation.',
      secretariat:
        'Une fois toutes les sections adoptées, vous constituerez ici la version candidate du plan ; une fois celle-ci approuvée, vous la publierez. D’ici là, veillez à la composition des groupes.',
      chair:
        'Ici figureront les sections soumises par votre groupe, à mettre aux voix, et les votes qui peuvent être clos.',
      representative:
        'Ici figureront les sections de vos groupes à rédiger et les votes pour lesquels votre siège a un bulletin à déposer.',
      observer:
        'En qualité d’observateur, vous lisez les projets des groupes où vous siégez. Les votes n’attendent rien de vous ; suivez-les sous Votes.',
      rapporteur:
        'Vous lisez tout dans l’espace de travail. Le plan, les votes et le registre vous sont ouverts à tout moment.',
    },
  },
  next: {
    title: 'Prochaine réunion',
    now: 'Votre réunion est en cours',
    none: 'Aucune de vos réunions n’est convoquée. Dès qu’elle le sera, sa date, son lieu et son ordre du jour figureront ici.',
    items: (count: number) => plural(count, { one: 'point à l’ordre du jour', other: 'points à l’ordre du jour' }),
    enter: 'Vers la salle',
    zone: (time: string, zone: string) => `${time} (${zone})`,
  },
  plans: {
    title: 'Où en sont les plans',
    section: (code: string, title: string, state: string) => `${code} ${title} : ${state}`,
    component: {
      opening: 'Ouverture',
      supporting: 'Cadre de soutien',
      prevention: 'Prévention',
      protection: 'Assistance et protection',
      prosecution: 'Enquêtes et poursuites',
    },
    state: {
      working: 'en rédaction',
      submitted: 'soumise',
      underVote: 'en cours de vote',
      adopted: 'adoptée',
      returned: 'renvoyée',
      rejected: 'non adoptée',
      waived: 'omise',
    },
    settled: (settled: number, all: number) =>
      `${settled} sur ${plural(all, { one: 'section réglée', other: 'sections réglées' })}`,
    hidden: (count: number) =>
      `${plural(count, { one: 'section', other: 'sections' })} de groupes où vous ne siégez pas, non ${count < 2 ? 'affichée' : 'affichées'}.`,
    empty: 'Les sections de ce plan figureront ici une fois le plan commencé.',
  },
  steps: {
    title: 'Le parcours du plan',
    write: 'Rédiger',
    adopt: 'Adopter les sections',
    candidate: 'Constituer la version candidate',
    vote: 'Voter sur l’ensemble',
    note: 'Prise d’acte par le GTN',
    endorse: 'Approuver',
    publish: 'Publier',
  },
  standing: { done: 'fait', now: 'en cours', ahead: 'à venir' },
  alarms: {
    recordRefused: 'Le registre ne prolonge pas ce qui a été signé : il n’est plus signé. À examiner tout de suite',
    recordUnwitnessed: (date: string) => `Aucun témoin n’a cosigné le registre depuis le ${date}`,
    title: 'Alertes',
    none: 'Aucune alerte. Chaque groupe est régulièrement constitué et se réunit, et chaque siège a une personne qui parle en son nom.',
    damagedText: {
      mine: (code: string, title: string) =>
        `${code} ${title} : une partie du texte n’a pas pu être lue. Personne ne le rédige tant que vous ne l’avez pas rouvert.`,
      chair: (code: string, title: string) =>
        `${code} ${title} : une partie du texte n’a pas pu être lue. Personne ne le rédige tant que le Secrétariat ne l’a pas rouvert.`,
    },
    notConstituted: (group: string, accredited: number, required: number) =>
      `${group} n’est pas régulièrement constitué : ${accredited} sur ${plural(required, { one: 'siège d’ONG requis a', other: 'sièges d’ONG requis ont' })} une personne accréditée. Aucun vote sur un texte ne peut y être ouvert.`,
    noChair: (group: string) => `${group} n’a pas de présidence. Personne ne peut mettre ses textes aux voix.`,
    cadence: (group: string, days: number, lastMet: string) =>
      `${group} s’est réuni pour la dernière fois le ${lastMet} ; il devrait se réunir tous les ${days} jours.`,
    neverMet: (group: string, days: number) =>
      `${group} ne s’est pas encore réuni ; il devrait se réunir tous les ${days} jours.`,
    minutesLate: (meeting: string, by: string) => `Le procès-verbal de ${meeting} devait être diffusé avant le ${by}.`,
    noNgoComing: (meeting: string, when: string) => `Aucun siège d’ONG ne vient à ${meeting}, ${when}.`,
    noNgoSaid: (meeting, when) => `Aucun siège d’ONG n’a dit qu’il viendrait à ${meeting}, ${when}.`,
    noNgoYet: (meeting, when) => `Aucun siège d’ONG n’a encore dit qu’il viendrait à ${meeting}, ${when}.`,
    noNgoAnswered: (meeting, when) => `Aucun siège d’ONG n’a encore répondu pour ${meeting}, ${when}.`,
    noCoordinator: (group: string) => `La Coordination nationale, qui préside ${group}, n’est pas pourvue.`,
    vacancies: (group: string, count: number) =>
      `${group} : ${plural(count, { one: 'place est vacante', other: 'places sont vacantes' })}.`,
    unaccredited: (group: string, count: number) =>
      `${group} : personne n’est accrédité pour ${plural(count, { one: 'siège', other: 'sièges' })}.`,
  },
}
