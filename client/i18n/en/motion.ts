import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')
const seats = (count: number): string => plural(count, { one: 'seat', other: 'seats' })
const ballots = (count: number): string => plural(count, { one: 'ballot', other: 'ballots' })

export const motion = {
  title: 'Votes',
  lead: 'Every text of the plan is adopted by a vote of the seats of its group. Open votes come first.',
  loadFailed: {
    title: 'This could not be loaded',
    retry: 'Try again',
  },
  list: {
    open: 'Open now',
    openEmpty: 'No vote is open',
    openEmptyText:
      'When the chair of a group puts a submitted text to the vote, it appears here for everybody who has a seat in the group.',
    past: 'Decided',
    pastEmpty: 'Nothing has been decided yet',
    pastEmptyText:
      'The outcome of each vote stands here for good, with the count of the whole group and of its NGO seats.',
    pastCaption: 'Votes that are decided, the latest first',
    text: 'Text',
    outcome: 'Outcome',
    whole: 'All seats',
    ngo: 'NGO seats',
    decided: 'Decided',
    group: 'Group',
    allGroups: 'All groups',
    cast: (cast: number, of: number) => `${cast} of ${seats(of)} have cast`,
    castLabel: 'Ballots',
    goCast: 'Cast the ballot',
    goChange: 'See or change the ballot',
    goRead: 'Follow the vote',
    waiting: (organisation: string) => `${organisation}: not cast yet`,
    yours: (organisation: string, choice: string) => `${organisation}: ${choice}`,
  },
  mode: {
    meeting: 'Roll call in a meeting',
    correspondence: 'By correspondence',
  },
  round: 'Second round',
  afterTie: 'New vote after a tie',
  closesIn: (time: string) => `Closes in ${time}`,
  heldFor: (time: string) => `NGO seats are heard for another ${time}`,
  closing: 'Being closed',
  constituency: {
    STATE: 'State',
    NGO: 'NGOs',
    PARTNER: 'Social partners',
  },
  rank: {
    head: 'head',
    alternate: 'alternate',
  },
  choice: {
    YES: 'Yes',
    NO: 'No',
    ABSTAIN: 'Abstain',
    PRESENT_NOT_VOTING: 'Present, not voting',
    RECUSED: 'Recused',
  },
  choiceHint: {
    YES: 'Adopt this text.',
    NO: 'Do not adopt it.',
    ABSTAIN: 'Counts for the quorum, for neither side.',
    PRESENT_NOT_VOTING: 'Noted as present; counts for the quorum only.',
    RECUSED: 'Takes the seat out of this vote, with a reason that everybody reads.',
  },
  tally: {
    whole: 'All seats',
    others: 'All but NGO seats',
    ngo: 'NGO seats',
    yes: 'Yes',
    no: 'No',
    abstain: 'Abstain',
    present: 'Present, not voting',
    recused: 'Recused',
    short: (yes: number, no: number, abstain: number) => `${yes}–${no}–${abstain}`,
    spoken: (yes: number, no: number, abstain: number) => `${yes} for, ${no} against, ${abstain} abstaining`,
    title: 'Count',
    hidden: 'The count is hidden until the vote closes. It shows then, with every ballot.',
    hold: 'NGO seats in the time kept for them',
  },
  page: {
    trail: 'Votes',
    readText: 'Read the exact text',
    openedBy: (name: string) => `Opened by ${name}`,
    presides: (name: string) => `${name} presides and casts no ballot.`,
    rules: 'What it takes',
    room: 'The seats',
    roomLead: (cast: number, of: number) => `${cast} of ${seats(of)} have cast.`,
    decision: 'The outcome',
    why: 'How it was decided',
    whyLead:
      'Each rule in the order it was applied, with its numbers. Anybody who has the ballots comes to the same result.',
    refused: (count: number) =>
      `${ballots(count)} came too late or on another text: kept as evidence, counted nowhere.`,
    opened: 'Opened',
    closes: 'Deadline',
    decided: 'Decided',
    snapshot: 'Electorate, frozen at opening',
  },
  seat: {
    notCast: 'Not cast',
    cast: 'Has cast',
    absent: 'Not on the roll',
    by: (name: string, rank: string) => `${name} (${rank})`,
    changed: (times: number) =>
      plural(times, { one: 'changed once', other: `changed ${times} times` }).replace(/^\d+ /, ''),
    waiting: 'Is heard now',
  },
  majority: {
    SIMPLE: 'More yes than no',
    TWO_THIRDS: 'Two thirds of yes and no together',
    ABSOLUTE: 'More than half of all seats',
    TWO_THIRDS_ALL: 'Two thirds of all seats',
  },
  ngoPolicy: {
    NONE: 'NGO seats count like all others.',
    VISIBLE_ONLY: 'If the NGO seats object or are silent, that is printed with the text.',
    SUSPENSIVE: 'If more NGO seats are against than for, the text goes back for two weeks of reconciliation.',
    VETO: 'If more NGO seats are against than for, the text is not adopted.',
  },
  quorum: {
    label: 'Quorum',
    ngoLabel: 'Quorum of NGO seats',
    text: (present: number, of: number) => `${present} of ${seats(of)}`,
    needed: (needed: number) => `${needed} needed`,
    waived: 'No NGO quorum needed',
  },
  ballot: {
    title: 'Your ballot',
    for: (organisation: string) => `For ${organisation}`,
    seat: (label: string, rank: string) => `Seat: ${label} · you are its ${rank}`,
    rank: (rank: string) => `You are its ${rank}.`,
    which: 'Cast for which seat?',
    choice: 'Your choice',
    reason: 'Reason',
    reasonHint: 'Everybody reads it in the vote.',
    reasonNeeded: 'A recusal needs a reason.',
    reasonAdd: 'Add a reason',
    on: 'On the text',
    send: (choice: string) => `Record: ${choice}`,
    sendNone: 'Record the ballot',
    change: (choice: string) => `Change to: ${choice}`,
    sending: 'Sending. It is not counted until the server confirms it.',
    unreachable: 'Not counted: the server did not confirm it. Your choice is kept here; try again.',
    offline: 'You are offline. A ballot is not counted until the server confirms it.',
    recorded: 'Recorded',
    recordedAt: (choice: string, time: string) => `${choice}, confirmed by the server at ${time}.`,
    byOther: (name: string, rank: string) => `Cast by ${name} (${rank}).`,
    headPrevails: 'The head of the seat has cast. Yours is kept, but the head’s ballot counts.',
    mayChange: 'You may change it until the vote closes. Every change is kept.',
    hidden: 'Others see that you have cast, and see what only when the vote closes.',
    open: 'This is a roll call: everybody sees your choice at once.',
    only: {
      hold: 'In the time kept for the NGO seats, only their position decides. The general count stays as it is.',
    },
  },
  refusal: {
    'presiding-casts-none': 'You preside over this vote and cast no ballot. An alternate may cast for the seat.',
    'person-tied-to-another-seat': 'You have cast for another seat in this vote, and so cannot cast for this one.',
    'motion-not-open': 'The vote is not open for ballots.',
    'ballot-late': 'The vote has closed. Ballots are no longer taken.',
    'held-for-ngo-seats': 'The vote is held for the NGO seats alone.',
  },
  watch: {
    title: 'You follow this vote',
    text: 'You had no voting seat in this group when the vote opened.',
  },
  chair: {
    title: 'Conduct the vote',
    close: 'Close the vote now',
    closeText: 'Every seat has cast. Once closed, no ballot can be changed, and the outcome stands.',
    closeWaiting: (left: number) =>
      `${seats(left)} ${left === 1 ? 'has' : 'have'} not cast yet. Until then only time closes the vote.`,
    closed: 'The vote is closed.',
    extend: 'Put the deadline later',
    extendText: 'A deadline can be put later once, never earlier. Everybody sees the new one at once.',
    extendTo: 'New deadline',
    extended: 'The deadline is the later one.',
    noExtension: 'The deadline has been put later already.',
  },
  open: {
    action: 'Open the vote',
    title: 'Open the vote',
    text: 'The text is fixed by its digest and the electorate as it is now. Neither can change while the vote runs.',
    mode: 'How do the seats vote?',
    modeMeeting: 'Roll call in a meeting',
    modeMeetingHint: 'Seats present are called; ballots show as they are cast.',
    modeCorrespondence: 'By correspondence',
    modeCorrespondenceHint: 'Seats cast within days; ballots show when the vote closes.',
    modeSecretariat: 'The Secretariat opens votes by correspondence only.',
    roll: 'Roll: who is present?',
    rollHint: 'Tick each seat whose head or alternate is in the room.',
    all: 'All are present',
    none: 'Nobody',
    closesAt: 'Closes at',
    closesAtHint: 'A ballot received at this minute or later does not count.',
    closesPast: 'Choose a time that is still to come.',
    closesLate: (latest: string) => `The latest is ${latest}.`,
    confirm: 'Open the vote now',
    opened: 'The vote is open.',
    against: 'This vote cannot be opened now',
    toVote: 'Go to the vote',
    electorate: (count: number, ngo: number) => `${seats(count)} vote, ${ngo} of ${ngo === 1 ? 'an NGO' : 'NGOs'}`,
  },
  outcome: {
    OPEN: 'Open',
    BLOCKED_COMPOSITION: 'Could not open: too few NGO seats',
    NO_QUORUM_OPEN: 'No quorum at opening',
    STALE_BASE: 'Overtaken by another version',
    NO_QUORUM: 'No quorum',
    NOT_ADOPTED: 'Not adopted',
    TIE: 'Tie',
    RETURNED: 'Returned for reconciliation',
    HELD_NGO_SILENT: 'Held for the NGO seats',
    ADOPTED: 'Adopted',
    ADOPTED_OVER_NGO_OBJECTION: 'Adopted over the objection of the NGO seats',
    ADOPTED_NGO_SILENT: 'Adopted, NGO seats silent',
  },
  next: {
    STALE_BASE:
      'Another version of the same text was adopted while this vote ran. This version can be submitted again.',
    NO_QUORUM: 'Too few seats took part. That is no rejection: the text can be put to the vote again.',
    NO_QUORUM_OPEN: 'Too few seats were present. The text can be put to the vote again.',
    BLOCKED_COMPOSITION: 'The group lacks NGO seats. Once they are filled, the text can be put to the vote.',
    NOT_ADOPTED: 'The text stays as it was submitted, with this outcome. A new version can be written and submitted.',
    TIE: 'As many for as against. One new vote on the same text may follow after a day; nobody has a casting vote.',
    RETURNED:
      'More NGO seats were against than for. After reconciliation, or after 14 days, it comes back for a second round.',
    HELD_NGO_SILENT:
      'The majority is there, but no NGO seat took a position. They are heard alone before the text stands.',
    ADOPTED: 'The text is adopted as it stands. The plan takes over exactly this version.',
    ADOPTED_OVER_NGO_OBJECTION:
      'Two thirds of all seats stood by it in the second round. The objection is printed with the text.',
    ADOPTED_NGO_SILENT: 'The NGO seats were asked and took no position. That is printed with the text.',
    OPEN: '',
  },
  grade: {
    UNANIMOUS: 'No seat against',
    SUPERMAJORITY: 'Two thirds or more',
    SIMPLE: 'Simple majority',
    NGO_OBJECTS: 'NGO seats object',
    NGO_SILENT: 'NGO seats silent',
  },
  position: {
    CONCUR: 'they concur',
    OPPOSED: 'they oppose',
    SILENT: 'they are silent',
  },
  trace: {
    held: 'Rule met',
    failed: 'Not met',
    rule: (rule: string) => `Rule ${rule}`,
    electorate: (all: number, state: number, ngo: number, partner: number) =>
      `${seats(all)} could vote: ${state} of the State, ${ngo} of NGOs, ${partner} of social partners.`,
    composition: (has: number, required: number) =>
      `The group has ${has} NGO ${has === 1 ? 'seat' : 'seats'}; at least ${required} ${required === 1 ? 'is' : 'are'} required.`,
    quorumAtOpening: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
      `${present} of ${seats(all)} were present at opening, ${needed} needed; of NGO seats ${ngo} of ${ngoAll}, ${ngoNeeded} needed.`,
    quorumAtClosing: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
      `${present} of ${seats(all)} took part, ${needed} needed; of NGO seats ${ngo} of ${ngoAll}, ${ngoNeeded} needed.`,
    ballots: (cast: number, by: number, recused: number, setAside: number) =>
      `${ballots(cast)} cast by ${seats(by)}; the last of the highest rank counts.` +
      (recused > 0 ? ` ${seats(recused)} recused.` : '') +
      (setAside > 0 ? ` ${ballots(setAside)} not the caster’s to cast, set aside.` : ''),
    text: (other: number) =>
      other === 0 ? 'Every ballot names the text under vote.' : `${ballots(other)} named another text: not counted.`,
    textStale: 'Another version of this text was adopted before this vote closed.',
    time: (closed: string, late: number) =>
      `Closed on ${closed}.${late > 0 ? ` ${ballots(late)} came late: not counted.` : ''}`,
    timeOpen: (closes: string) => `Open until ${closes}.`,
    oneYes: (yes: number) =>
      yes === 0 ? 'Nobody voted yes; a text needs at least one.' : `At least one yes: there are ${yes}.`,
    majoritySimple: (yes: number, no: number) => `${yes} for and ${no} against: adopted if more are for.`,
    majorityTwoThirds: (yes: number, no: number, left: number, right: number) =>
      `${yes} for and ${no} against: two thirds means 3 × ${yes} = ${left} is at least 2 × ${yes + no} = ${right}.`,
    majorityAbsolute: (yes: number, eligible: number, left: number) =>
      `${yes} of ${seats(eligible)} for: more than half means 2 × ${yes} = ${left} is more than ${eligible}.`,
    majorityTwoThirdsAll: (yes: number, eligible: number, left: number, right: number) =>
      `${yes} of ${seats(eligible)} for: two thirds of all means 3 × ${yes} = ${left} is at least 2 × ${eligible} = ${right}.`,
    tie: (yes: number, second: boolean) =>
      `${yes} for and ${yes} against: a tie${second ? ', the second one. The text is not adopted.' : '. One new vote may follow after a day.'}`,
    concurrence: (yes: number, no: number, all: number, position: string) =>
      `Of ${all} NGO ${all === 1 ? 'seat' : 'seats'}, ${yes} for and ${no} against: ${position}.`,
    hold: (until: string, yes: number, no: number, position: string) =>
      `Heard alone until ${until}: ${yes} for and ${no} against, ${position}.`,
    holdRunning: (until: string) => `The NGO seats are heard alone until ${until}.`,
    overObjection: (yes: number, eligible: number, left: number, right: number) =>
      `Over an objection it takes two thirds of all: ${yes} of ${seats(eligible)} for, 3 × ${yes} = ${left} against 2 × ${eligible} = ${right}.`,
  },
  problem: {
    'composition-blocked': (has: number, required: number) =>
      `The group has ${has} NGO ${has === 1 ? 'seat' : 'seats'} with somebody accredited and needs ${required}. The Secretariat can fill them.`,
    'inquorate-at-opening': (present: number, needed: number, ngo: number, ngoNeeded: number) =>
      `${present} seats are present and ${needed} are needed; of NGO seats ${ngo}, and ${ngoNeeded} are needed.`,
    'rule-set-not-in-force': 'The rules of procedure changed just now. Open this window again.',
    'closes-before-it-opens': 'The deadline is not later than the opening.',
    'closes-too-late': (latest: string) => `The deadline is too far away. The latest is ${latest}.`,
    'second-call-too-soon': (from: string) => `The notice of the second call has not run long enough: from ${from}.`,
    'tie-too-recent': (from: string) => `The last vote on this text was a tie. It can be put again from ${from}.`,
    'reconciliation-open': (from: string) =>
      `The NGO seats sent this text back. The second round can open from ${from}.`,
    'subject-already-under-vote': 'This text is already under vote: somebody opened it before you.',
    'subject-not-votable': 'This text cannot be put to the vote as it stands now.',
    'subject-altered':
      'The stored text no longer fits its digest. No vote can be opened on it; the Secretariat should check the record.',
    'not-accredited-for-seat': 'You were not among those who may cast for this seat when the vote opened.',
    'presiding-casts-none': 'You preside over this vote and cast no ballot.',
    'person-tied-to-another-seat': 'You have cast for another seat in this vote.',
    'recusal-without-reason': 'A recusal needs a reason.',
    'ballot-digest-mismatch':
      'The text under vote is not the one your page showed. Load it again and read it before you cast.',
    'ballot-late': (closesAt: string) =>
      `Not counted: the vote closed on ${closesAt}. Your ballot is kept as evidence.`,
    'held-for-ngo-seats': 'The vote is held for the NGO seats alone.',
    'motion-not-open': 'The vote is no longer open.',
    'deadline-passed': 'The deadline has passed and can no longer be moved.',
    'deadline-not-later': (closesAt: string) => `Choose a time after ${closesAt}.`,
    'deadline-already-extended': 'The deadline has been put later already.',
    'seats-still-to-cast': (cast: number, of: number) =>
      `${cast} of ${seats(of)} have cast. Only time closes the vote until all have.`,
    'hold-still-running': (closesAt: string) => `The NGO seats are heard until ${closesAt}.`,
    'motion-not-paused': 'The vote is not paused.',
    'not-permitted': 'This is not yours to do.',
    'not-found': 'There is nothing here that you can open.',
    unreachable: 'The server did not answer. Nothing was changed that it has not confirmed.',
    other: 'This did not work. Load the page again and try once more.',
  },
}
