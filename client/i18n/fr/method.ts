import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')
const seats = (count: number): string => plural(count, { one: 'siège', other: 'sièges' })

export const method: Whole<'method'> = {
  name: {
    BALLOT: 'Par bulletins',
    CONSENSUS: 'Par consensus',
    SILENCE: 'Procédure de silence',
    SECRET: 'Scrutin secret',
  },
  rule: {
    CONSENSUS: 'Adopté sauf si un siège bloque. Un siège en retrait ne fait pas obstacle.',
    SILENCE:
      'Adopté à l’échéance sauf si un siège fait objection ou propose d’autres termes, si chaque siège a été atteint et qu’un siège d’ONG a ouvert le texte.',
  },
  seat: {
    inBox: 'Bulletin dans l’urne',
    silent: 'En silence',
    silenceLead: (spoke: number, of: number) =>
      `${spoke} sur ${seats(of)} ${spoke < 2 ? 's’est exprimé' : 'se sont exprimés'} ; les autres gardent le silence.`,
  },
  outcome: { elected: 'Élection acquise', nobody: 'Personne n’est élu', tie: 'Partage des voix' },
  next: {
    elected: name => `${name} a la majorité des bulletins et prend la présidence par ce vote.`,
    nobody: 'Personne n’a eu la majorité. La liste peut être remise aux voix, ou rouverte à d’autres.',
    tie: 'Les premiers ont autant de bulletins. La liste peut être remise aux voix une fois, après un jour.',
  },
  list: {
    silent: (organisation: string, opened: boolean) =>
      `${organisation} : ${opened ? 'a lu le texte et garde le silence' : 'n’a pas ouvert le texte'}`,
  },
  open: {
    legend: 'Qu’est-ce qui décide ?',
    ballot:
      'Chaque siège se dit pour ou contre. Il faut un quorum et la majorité ; les sièges d’ONG sont comptés à côté.',
    consensus:
      'Adopté sauf si un siège bloque, avec un motif. Il faut un quorum ; après un blocage, la présidence peut ouvrir un vote.',
    silence: (hours: number) =>
      `Adopté à l’échéance sauf si un siège fait objection ou propose d’autres termes. La procédure se fait par correspondance, pendant ${hours} heures au moins, et chaque siège doit être atteint.`,
    silenceRefused:
      'Pas pour ce texte : un plan, une annexe, un règlement et ce qu’un groupe adopte pour la première fois sont mis aux voix.',
    meetingRefused: 'Une procédure de silence se fait par correspondance.',
    earliest: (earliest: string) => `Le silence dure au moins jusqu’au ${earliest}.`,
    secretTitle: 'Scrutin secret',
    secret:
      'Les personnes sont élues au scrutin secret. Chaque siège dépose un bulletin, qui est définitif ; personne ne voit ce qui y figure, et le décompte apparaît à la clôture.',
  },
  deadline: {
    utc: (at: string) => `${at} UTC`,
  },
  tally: {
    CONSENSUS: { yes: 'Soutien', no: 'Blocage', abstain: 'Retrait', present: 'Présence sans vote' },
    SILENCE: {
      yes: 'Soutien',
      no: 'Objections',
      abstain: 'Noté avec le texte',
      present: 'Présence sans vote',
      notCast: 'Silence',
    },
    SECRET: { yes: 'Pour la première personne', no: 'Pour d’autres', abstain: 'Blancs', present: 'Bulletin déposé' },
    silenceShort: (objections: number) => plural(objections, { one: 'objection', other: 'objections' }),
    consensusSpoken: (support: number, aside: number, block: number) =>
      `${support} en soutien, ${aside} en retrait, ${block} en blocage`,
    silenceSpoken: (objections: number, noted: number, silent: number) =>
      `${plural(objections, { one: 'objection', other: 'objections' })}, ${noted} notés avec le texte, ${seats(silent)} en silence`,
    secretSpoken: (most: number, others: number, blank: number) =>
      `${most} pour la première personne, ${others} pour d’autres, ${blank} blancs`,
    secretShort: (papers: number) => plural(papers, { one: 'bulletin', other: 'bulletins' }),
    hiddenSecret:
      'Les bulletins sont comptés à la clôture. Ce qu’un siège a déposé n’est montré à personne, même alors.',
    hiddenSilence: 'Personne n’a rompu le silence. Ce que des sièges ont fait noter apparaît à la fin.',
  },
  election: {
    caption: 'Ce que chaque candidature a obtenu',
    candidate: 'Candidature',
    votes: 'Bulletins',
    blank: 'Blancs',
    elected: 'Élection acquise',
    notShown: 'non montré',
    splitNote:
      'Une catégorie qui a peu de bulletins n’est pas détaillée, pour qu’aucun bulletin ne puisse être reconnu.',
  },
  reason: {
    RECUSED: 'Motif',
    BLOCK: 'Que faudrait-il ?',
    STAND_ASIDE: 'Pourquoi vous vous mettez en retrait',
    OBJECT: 'Pourquoi vous faites objection',
    AMEND: 'Les termes que vous proposez à la place',
    RESERVE: 'La position que vous réservez',
    STATEMENT: 'Votre déclaration',
    needed: {
      RECUSED: 'Une récusation demande un motif.',
      BLOCK: 'Un blocage demande un motif : dites ce qu’il faudrait.',
      AMEND: 'Écrivez les termes que vous proposez à la place.',
      STATEMENT: 'Écrivez la déclaration.',
    },
  },
  silence: {
    passesOn: (at: string) => `Si vous ne dites rien, le texte est adopté le ${at}.`,
    unread: 'Vous n’avez pas encore ouvert le texte.',
    speak: 'S’exprimer malgré tout',
    confirmTitle: 'Rompre le silence ?',
    confirmText:
      'Cela met fin à la procédure aussitôt, pour tout le monde : le texte retourne à ses auteurs et n’est pas adopté. C’est sans retour.',
    confirmObject: 'Faire objection et rompre le silence',
    confirmAmend: 'Proposer d’autres termes et rompre le silence',
    extended: 'Le délai a été prolongé une fois, car aucun siège d’ONG n’avait ouvert le texte.',
  },
  secret: {
    title: 'Votre bulletin',
    choose: 'Qui élisez-vous ?',
    blank: 'Bulletin blanc',
    blankHint: 'Compte pour le quorum, et pour personne.',
    final: 'Définitif : un bulletin ne peut être ni repris dans l’urne ni modifié.',
    send: (name: string) => `Déposer : ${name}`,
    sendBlank: 'Déposer un bulletin blanc',
    sendNone: 'Déposer le bulletin',
    inBox: 'Votre bulletin est dans l’urne',
    inBoxText: 'Il est définitif. Ce qui y figure n’est conservé ni avec votre nom ni sur cet appareil.',
    sending: 'Envoi en cours. Il n’est pas compté tant que le serveur ne l’a pas confirmé.',
    unreachable:
      'Le serveur ne l’a pas confirmé. Choisissez de nouveau et envoyez : un bulletin arrivé n’est pas compté deux fois.',
    secrecy: 'Tout le monde voit que le siège a voté, et personne ne voit quoi.',
    recusalFinal: 'Définitif : dans un scrutin secret, une récusation n’est pas retirée.',
    recusalOpen: 'Tout le monde voit que le siège s’est récusé, et pourquoi.',
  },
  text: {
    show: 'Lire le texte exact',
  },
  delivery: {
    title: 'Qui a été atteint',
    lead: (reached: number, opened: number, of: number) =>
      `${reached} sur ${seats(of)} ont vu que le vote est ouvert ; ${opened} ont ouvert le texte.`,
    leadElection: (reached: number, of: number) => `${reached} sur ${seats(of)} ont vu que le vote est ouvert.`,
    seat: 'Siège',
    reached: 'Atteint',
    opened: 'Texte ouvert',
    yes: 'Oui',
    no: 'Pas encore',
    never: 'Non',
    silenceNote:
      'Une procédure de silence est nulle si un siège n’est pas atteint, et se termine sans décision si aucun siège d’ONG n’ouvre le texte.',
    reminders: 'Rappels',
    reminded: (at: string, count: number) => `${at} : ${seats(count)}`,
    next: (at: string) => `Le prochain part le ${at} vers les sièges qui n’auront pas agi d’ici là.`,
    none: 'Aucun n’est encore parti.',
  },
  reminder: {
    half: 'La moitié du temps est passée.',
    day: 'Il reste moins d’un jour.',
    hours: 'Il reste moins de deux heures.',
    go: 'Aller au vote',
    cast: (title: string) => `Votre bulletin manque : ${title}`,
    read: (title: string) => `À lire avant que le silence ne l’adopte : ${title}`,
  },
}
