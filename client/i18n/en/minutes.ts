import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const minutes = {
  general: 'General remarks',
  forSeat: 'For the seat of',
  noPersonalData: 'No names or details of victims or of single cases.',
  constituency: {
    STATE: 'State',
    NGO: 'NGOs',
    PARTNER: 'Social partners',
    OBSERVER: 'Observers',
  },
  page: {
    title: (meeting: string) => `Minutes: ${meeting}`,
    document: 'The minutes',
  },
  empty: {
    title: 'The minutes begin with the session',
    text: 'When the chair opens the meeting, each item gets a text of its own here. Attendance, votes, statements and action items come into the minutes by themselves.',
  },
  state: {
    live: 'Being written',
    circulated: 'Circulated',
    corrections: 'Being corrected',
    beforeBody: 'Before the group',
    approved: 'Approved',
    sealed: 'Sealed',
  },
  course: {
    label: 'The course of the minutes',
    done: 'done',
    live: 'Written',
    circulated: 'Circulated and corrected',
    beforeBody: 'Put to the group',
    sealed: 'Approved and sealed',
  },
  standing: {
    title: 'Where they stand',
    notBegun: 'The session has not begun, so nothing is written yet.',
    live: 'The minutes are written while the group meets.',
    youWrite: 'You write: press “Write here” under an item. What you write is saved at once, and others see it.',
    youFollow: 'The Secretariat and the minute takers write; you see their words as they come.',
    due: (until: string) => `The meeting is over. The minutes are to be circulated by ${until}.`,
    overdue: (until: string) => `The minutes were to be circulated by ${until}, and are late.`,
    circulate: 'Read them through, then circulate them: the text becomes fixed, and corrections begin.',
    willCirculate: 'The Secretariat circulates them; from then on each seat can propose corrections.',
    circulated: (version: number, at: string, until: string) =>
      `Version ${version} was circulated on ${at}; corrections until ${until}.`,
    closed: (version: number, at: string, until: string) =>
      `Version ${version} was circulated on ${at}; the time for corrections ended on ${until}.`,
    counts: (proposed: number, undecided: number) =>
      proposed === 0
        ? 'No correction is proposed.'
        : undecided === 0
          ? `${proposed} proposed, all decided.`
          : `${proposed} proposed, ${undecided} not decided.`,
    propose:
      'Is something wrong? Select the words, or press “Propose a correction” under an item. A correction is for the record of what happened, not for second thoughts.',
    dispose: 'Accept or refuse each correction; a refusal has a reason.',
    takeUp: 'Take the minutes up again, write the accepted ones in, and circulate them anew.',
    nextMeeting: (group: string) =>
      `The next meeting of ${group} that is convened from now on takes them up as its first item.`,
    corrections: (version: number) => `Version ${version} has been taken up again, to write accepted corrections in.`,
    toWrite: (count: number) =>
      count === 0
        ? 'No correction was accepted.'
        : plural(count, {
            one: 'accepted correction is to be written in.',
            other: 'accepted corrections are to be written in.',
          }),
    circulateAgain: 'When they are in, circulate the minutes again.',
    circulatedAgain: 'The Secretariat circulates them again when they are in.',
    beforeBody: (version: number, group: string) =>
      `Version ${version} is the first item of the next meeting of ${group}.`,
    decides: 'The group approves exactly this text, or sends it back to be corrected.',
    approved: 'The group has approved these minutes.',
    sealed: (number: number, group: string, at: string) => `Sealed as no. ${number} of ${group} on ${at}.`,
    forGood: 'Nobody can change them any more. An erratum adds to them, and is approved the same way.',
  },
  act: {
    takers: 'Minute takers',
    circulate: 'Circulate',
    circulateAgain: 'Circulate again',
    takeUp: 'Take up again',
  },
  head: {
    date: 'Date',
    time: 'Time',
    begun: (from: string) => `from ${from}`,
    span: (from: string, until: string) => `${from} to ${until}`,
    place: 'Place',
    chair: 'In the chair',
    takers: 'Minute takers',
    version: (number: number) => `Version ${number}`,
  },
  summary: {
    decisions: 'Decisions',
    actions: 'To be done',
    decision: (number: number, year: number, title: string) => `${year}/${number} ${title}`,
    action: (owner: string, due: string) => `${owner}, by ${due}`,
  },
  contents: {
    title: 'Items',
    undecided: (count: number) => `${count} to decide`,
  },
  text: {
    name: (part: string) => `Minutes: ${part}`,
    reading: 'The minute takers write here; you read along.',
    empty: 'Nothing is written here.',
    unreadable: 'A part of this text cannot be read. The Secretariat can open it again.',
    write: 'Write here',
    writeIn: (part: string) => `Write here: ${part}`,
    done: 'Done',
    doneWith: (part: string) => `Done with ${part}`,
  },
  blocks: {
    kept: 'Kept by the workspace',
    keptHint: 'The workspace puts this here from what happened. Nobody can write in it.',
    text: 'The text before the group',
    vote: {
      title: 'Vote',
      decision: (label: string) => `Decision ${label}`,
      opening: 'Quorum at the opening:',
      closing: 'Quorum at the close:',
      said: 'What seats said to this vote',
      version: (number: number) => `version ${number}`,
      late: 'after the outcome was certified',
      seats: (present: number, of: number, needed: number) => `${present} of ${of} seats, ${needed} needed;`,
    },
    quorum: {
      title: (at: string) => `Quorum at ${at}, as the session began`,
      met: 'Quorate.',
      missed: 'Not quorate.',
      seats: (group: string, present: number, of: number, needed: number) =>
        `${group}: ${present} of ${of} voting seats, ${needed} needed;`,
      ngo: (present: number, of: number, needed: number) => `NGO seats: ${present} of ${of}, ${needed} needed.`,
    },
    attendance: {
      title: 'Attendance',
      officers: 'By office',
      filled: (filled: number, of: number) => `${filled} of ${of} represented`,
      absent: (seats: string) => `Not represented: ${seats}.`,
      from: (from: string) => `from ${from}`,
      stay: (from: string, until: string) => `${from}–${until}`,
      remote: 'remotely',
    },
    statement: {
      title: (seat: string) => `Statement of ${seat}`,
      filed: (person: string, at: string) => `Filed by ${person}, ${at}`,
    },
    actionItem: {
      title: 'Action item',
      owner: (owner: string, due: string) => `${owner}, by ${due}`,
    },
    postponed: {
      title: 'Not finished',
      text: 'The meeting did not come to this item, or did not finish it. It is proposed for the next meeting.',
    },
  },
  statement: {
    title: (part: string) => `Statement on ${part}`,
    lead: 'Your own words for the minutes. They stand there as you file them, and nobody alters them.',
    words: 'Statement',
    file: 'File a statement',
    fileTo: (part: string) => `File a statement: ${part}`,
    done: 'The statement is filed.',
  },
  correction: {
    count: (count: number) => plural(count, { one: 'correction proposed', other: 'corrections proposed' }),
    propose: 'Propose a correction',
    proposeTo: (part: string) => `Propose a correction: ${part}`,
    proposeTitle: (part: string) => `Propose a correction to ${part}`,
    proposed: 'The correction is proposed.',
    these: 'Correct these words',
    ownStatement: 'Correct our statement',
    passage: 'Passage',
    passageHint: 'Choose where the words stand; you can shorten the quotation below.',
    passageChoose: 'Choose from the text',
    misquoted: 'These words do not stand in the text as it was circulated. Choose the passage, or leave this empty.',
    quote: 'Words as they stand',
    quoteHint: 'Leave this empty where something is missing.',
    proposal: 'Words that shall stand instead',
    proposalHint: 'Leave this empty where the words shall go.',
    reason: 'Why',
    from: 'Instead of',
    to: 'put',
    add: 'Add',
    nothing: 'nothing',
    by: (person: string, seat: string, at: string) => `${person}, ${seat}, ${at}`,
    because: (reason: string) => `Reason: ${reason}`,
    decided: (by: string, at: string) => `Decided by ${by}, ${at}.`,
    state: {
      proposed: 'To be decided',
      accepted: 'Accepted',
      refused: 'Refused',
    },
    accept: 'Accept',
    refuse: 'Refuse',
    acceptTitle: 'Accept this correction?',
    refuseTitle: 'Refuse this correction?',
    acceptLead: 'Whoever takes the minutes up again writes it in. Everybody sees that it was accepted.',
    refuseLead: 'Everybody sees the reason beside the correction.',
    disposition: 'Reason',
    acceptedDone: 'The correction is accepted.',
    refusedDone: 'The correction is refused.',
  },
  takeUp: {
    title: 'Take the minutes up again?',
    text: 'The texts open for writing, so that accepted corrections can be written in. The version circulated before stays as it is, and corrections to it are still decided before the minutes go round again.',
    done: 'The minutes are open for writing.',
  },
  circulate: {
    title: (version: number) => `Circulate the minutes as version ${version}?`,
    lead: 'From this moment the version is fixed, for everybody:',
    words: (count: number) => `the words of ${plural(count, { one: 'part', other: 'parts' })}, as they are saved now;`,
    blocks: 'attendance, texts, votes, statements and action items, as they stand between the words;',
    corrections: 'the time for corrections begins, and everybody who was invited is told.',
    accepted: (count: number) =>
      `${plural(count, { one: 'correction was accepted', other: 'corrections were accepted' })}. Make sure that the text has it, before it is fixed:`,
    empty: (count: number) =>
      count === 1 ? 'Nothing is written under one item:' : `Nothing is written under ${count} items:`,
    emptyConfirm: 'Circulate them without words',
    check: 'Look once more that nothing in them tells of a single person or case.',
    unreadable:
      'A part of a text cannot be read, so the minutes cannot be fixed. Open the item, remove the part, and try again.',
    digest: 'Digest of what is circulated',
    confirm: 'Circulate',
    done: 'The minutes are circulated.',
  },
  takers: {
    title: 'Who writes the minutes?',
    lead: 'The Secretariat always does. Others may write until the minutes are circulated.',
    confirm: 'Appoint',
    done: 'The minute takers are appointed.',
    nobody: 'Nobody is accredited for a voting seat yet. Accredit people on the Groups page first.',
  },
  versions: {
    title: 'Versions',
    empty: 'When the minutes are circulated, the version stands here with its digest.',
    number: (number: number) => `Version ${number}`,
    circulated: (at: string, by: string) => `Circulated on ${at} by ${by}`,
    altered: 'What is stored is not what was circulated. The record’s check names the entry.',
  },
  files: {
    title: 'Take away',
    draft: 'The draft, as it is saved now.',
    version: (number: number) => `Version ${number}, as circulated.`,
    docx: 'DOCX',
    pdf: 'PDF',
    html: 'HTML',
  },
  errata: {
    title: 'Errata',
    add: 'Add an erratum',
    lead: 'The sealed minutes stay as they are. The erratum goes to the group like minutes: circulated, approved by its next meeting, sealed.',
    words: 'What was wrong, and what is right',
    confirm: 'Add the erratum',
    done: 'The erratum is added.',
    by: (person: string, at: string) => `${person}, ${at}`,
  },
  seal: {
    number: (number: number) => `No. ${number}`,
    title: (number: number, group: string) => `Sealed as no. ${number} of ${group}`,
    when: (approved: string, sealed: string) => `Approved ${approved}; sealed ${sealed}.`,
  },
  chain: {
    title: 'Chain of minutes',
    none: (links: number) =>
      links === 0
        ? 'Sealed minutes are chained: each seal covers the one before, so that none can be changed or left out unnoticed. This group has none yet.'
        : `This group has ${links} sealed. These follow them once they are approved.`,
    sealed: (number: number, group: string) => `Sealed as no. ${number} of ${group}.`,
    first: 'It is the first.',
    follows: (number: number) => `It follows no. ${number}.`,
    seal: 'Seal',
    number: (number: number) => `No. ${number}`,
    kind: { minutes: 'Minutes', erratum: 'Erratum' },
    ok: (links: number) =>
      links === 1 ? 'Verified: the seal holds.' : `Verified: all ${links} seals follow one another.`,
    broken: 'A seal does not follow from the one before. The record’s check helps to find what was changed.',
    show: 'Show the chain',
    hide: 'Hide the chain',
    computed: 'Worked out in this browser: every seal follows from the one before.',
    computedBroken: (place: number) => `Worked out in this browser: no. ${place} does not follow.`,
  },
}
