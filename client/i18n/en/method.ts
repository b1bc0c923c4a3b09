import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')
const seats = (count: number): string => plural(count, { one: 'seat', other: 'seats' })

/** The words of votes that are not by yes and no. */
export const method = {
  name: {
    BALLOT: 'By ballots',
    CONSENSUS: 'By consensus',
    SILENCE: 'Silence procedure',
    SECRET: 'Secret ballot',
  },
  rule: {
    CONSENSUS: 'Adopted unless a seat blocks. A seat that stands aside does not stand in the way.',
    SILENCE:
      'Adopted at the deadline unless a seat objects or proposes other words, if every seat was reached and an NGO seat opened the text.',
  },
  seat: {
    inBox: 'Paper in the box',
    silent: 'Silent',
    silenceLead: (spoke: number, of: number) => `${spoke} of ${seats(of)} have spoken; the others are silent.`,
  },
  outcome: { elected: 'Elected', nobody: 'Nobody elected', tie: 'Tie' },
  next: {
    elected: (name: string) => `${name} has the majority of the papers and takes the chair by this vote.`,
    nobody: 'Nobody had the majority. The list can be put to the vote again, or be opened for others.',
    tie: 'The first have as many papers. The list can be put to the vote once more after a day.',
  },
  list: {
    silent: (organisation: string, opened: boolean) =>
      `${organisation}: ${opened ? 'has read the text and is silent' : 'has not opened the text'}`,
  },
  open: {
    legend: 'What decides?',
    ballot: 'Each seat says yes or no. It needs a quorum and the majority; the NGO seats are counted beside it.',
    consensus:
      'Adopted unless a seat blocks, with a reason. It needs a quorum; after a block the chair may call a vote.',
    silence: (hours: number) =>
      `Adopted at the deadline unless a seat objects or proposes other words. It runs by correspondence for at least ${hours} hours, and every seat has to be reached.`,
    silenceRefused:
      'Not for this text: a plan, an annex, a rule set and what a group adopts for the first time are put to a vote.',
    meetingRefused: 'A silence procedure runs by correspondence.',
    earliest: (earliest: string) => `Silence runs until ${earliest} at the earliest.`,
    secretTitle: 'Secret ballot',
    secret:
      'Persons are elected by secret ballot. Each seat puts in one paper, which is final; nobody sees what is on it, and the count shows when the vote closes.',
  },
  deadline: {
    utc: (at: string) => `${at} UTC`,
  },
  tally: {
    CONSENSUS: { yes: 'Support', no: 'Block', abstain: 'Stand aside', present: 'Present, not voting' },
    SILENCE: {
      yes: 'Support',
      no: 'Objections',
      abstain: 'Noted with the text',
      present: 'Present, not voting',
      notCast: 'Silent',
    },
    SECRET: { yes: 'For the first', no: 'For others', abstain: 'Blank', present: 'Paper in the box' },
    silenceShort: (objections: number) => plural(objections, { one: 'objection', other: 'objections' }),
    consensusSpoken: (support: number, aside: number, block: number) =>
      `${support} in support, ${aside} standing aside, ${block} blocking`,
    silenceSpoken: (objections: number, noted: number, silent: number) =>
      `${plural(objections, { one: 'objection', other: 'objections' })}, ${noted} noted with the text, ${seats(silent)} silent`,
    secretSpoken: (most: number, others: number, blank: number) =>
      `${most} for the first, ${others} for others, ${blank} blank`,
    secretShort: (papers: number) => plural(papers, { one: 'paper', other: 'papers' }),
    hiddenSecret: 'The papers are counted when the vote closes. What a seat put in is shown to nobody, not even then.',
    hiddenSilence: 'Nobody has broken the silence. What seats have noted shows when it ends.',
  },
  election: {
    caption: 'What each candidate got',
    candidate: 'Candidate',
    votes: 'Papers',
    blank: 'Blank',
    elected: 'Elected',
    notShown: 'not shown',
    splitNote: 'A constituency with few papers is not split, so that no paper can be told.',
  },
  reason: {
    RECUSED: 'Reason',
    BLOCK: 'What would it take?',
    STAND_ASIDE: 'Why you stand aside',
    OBJECT: 'Why you object',
    AMEND: 'The words you propose instead',
    RESERVE: 'The position you reserve',
    STATEMENT: 'Your statement',
    needed: {
      RECUSED: 'A recusal needs a reason.',
      BLOCK: 'A block needs a reason: say what it would take.',
      AMEND: 'Write the words that you propose instead.',
      STATEMENT: 'Write the statement.',
    },
  },
  silence: {
    passesOn: (at: string) => `Say nothing, and the text is adopted on ${at}.`,
    unread: 'You have not opened the text yet.',
    speak: 'Say something all the same',
    confirmTitle: 'Break the silence?',
    confirmText:
      'This ends the procedure at once, for everybody: the text goes back to its authors and is not adopted. It cannot be taken back.',
    confirmObject: 'Object and break the silence',
    confirmAmend: 'Propose other words and break the silence',
    extended: 'The time was extended once, because no NGO seat had opened the text.',
  },
  secret: {
    title: 'Your paper',
    choose: 'Whom do you elect?',
    blank: 'Blank paper',
    blankHint: 'Counts for the quorum, and for nobody.',
    final: 'Final: a paper cannot be taken out of the box again, nor be changed.',
    send: (name: string) => `Put in: ${name}`,
    sendBlank: 'Put in a blank paper',
    sendNone: 'Put the paper in',
    inBox: 'Your paper is in the box',
    inBoxText: 'It is final. What is on it is kept neither with your name nor on this device.',
    sending: 'Sending. It is not counted until the server confirms it.',
    unreachable: 'The server did not confirm it. Choose again and send: a paper that arrived is not counted twice.',
    secrecy: 'Everybody sees that the seat has cast, and nobody what.',
    recusalFinal: 'Final: in a secret ballot a recusal is not taken back.',
    recusalOpen: 'Everybody sees that the seat recused itself, and why.',
  },
  text: {
    show: 'Read the exact text',
  },
  delivery: {
    title: 'Who was reached',
    lead: (reached: number, opened: number, of: number) =>
      `${reached} of ${seats(of)} were shown that the vote is open; ${opened} opened the text.`,
    leadElection: (reached: number, of: number) => `${reached} of ${seats(of)} were shown that the vote is open.`,
    seat: 'Seat',
    reached: 'Reached',
    opened: 'Opened the text',
    yes: 'Yes',
    no: 'Not yet',
    never: 'No',
    silenceNote:
      'A silence procedure is void unless every seat is reached, and ends without a decision if no NGO seat opens the text.',
    reminders: 'Reminders',
    reminded: (at: string, count: number) => `${at}: ${seats(count)}`,
    next: (at: string) => `The next one goes out on ${at} to seats that have not acted by then.`,
    none: 'None has gone out yet.',
  },
  reminder: {
    half: 'Half of the time is over.',
    day: 'Less than a day is left.',
    hours: 'Less than two hours are left.',
    go: 'Go to the vote',
    cast: (title: string) => `Your ballot is missing: ${title}`,
    read: (title: string) => `Read it before silence adopts it: ${title}`,
  },
}
