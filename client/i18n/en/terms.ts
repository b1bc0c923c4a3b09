import type { SettingFaultReason, SettingWarning } from '#shared/terms'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')
const seats = (count: number): string => plural(count, { one: 'seat', other: 'seats' })
const days = (count: number): string => plural(count, { one: 'day', other: 'days' })
const hours = (count: number): string => plural(count, { one: 'hour', other: 'hours' })

export const terms = {
  title: 'Terms of reference',
  lead: 'What each body is there for, who sits in it and by which rules it decides. Its members write them together and adopt them by vote.',
  list: {
    body: 'Body',
    state: 'State',
    decides: 'Decided on by',
    edited: 'Last worked on',
    never: 'Not begun',
    caption: 'Terms of reference of every body',
    count: (inForce: number, all: number) => `${inForce} of ${all} bodies have terms of reference in force`,
    countLabel: 'Terms of reference in force',
  },
  state: {
    inForce: (number: number) => `Version ${number} in force`,
    none: 'None adopted yet',
    pending: (number: number, state: string) => `Version ${number}: ${state}`,
  },
  page: {
    decidedBy: (group: string) => `Adopted by vote of: ${group}`,
    parts: 'Parts of the terms of reference',
    text: 'Text',
    rules: 'Rules',
    versions: 'Versions',
    working: (number: number) =>
      `The working text, written together. In force is version ${number}; what is changed here counts once it is adopted.`,
    textName: (body: string) => `Terms of reference of ${body}: text`,
    reading: 'You are reading along. Those who write this text:',
    writers: {
      nwg: 'members of the National Working Group, the Co-ordinator and the Secretariat.',
      twg: (group: string) => `the chair and the representatives of the voting seats of ${group}.`,
    },
    damaged: (at: string) =>
      `A part of this text could not be read (found ${at}). What could be read stands here; nobody writes or submits it until the Secretariat opens it again.`,
    resume: 'Open the text again',
    resumed: 'The text is open again.',
    resumeText:
      'It goes on from what could be read. Look first whether something is missing; what was set aside is kept.',
  },
  group: {
    title: 'Terms of reference',
    since: (number: number, date: string) => `Version ${number}, in force since ${date}`,
    read: 'Read what is in force',
    draft: 'Open the draft',
    none: 'No terms of reference adopted yet: votes run under the default rules.',
    next: {
      begin:
        'Members write the text and choose the rules, submit both as one version, and the chair puts it to the vote.',
      submitted: (number: number) => `Version ${number} is submitted. The chair puts it to the vote next.`,
      underVote: (number: number) => `Version ${number} is under vote.`,
      adopted: (number: number) =>
        `Version ${number} is adopted over the objection of the NGO seats. It comes into force when chair and Secretariat certify the outcome.`,
      returned: (number: number) => `Version ${number} came back for reconciliation and can be put to a second vote.`,
    },
  },
  vote: {
    rules: 'Rule set',
    under: (number: number) => `Terms of reference, version ${number}`,
    default: 'The default rules: no terms of reference were in force',
  },
  rules: {
    title: 'Rules of the group',
    lead: (total: string) =>
      `Each choice says what it does, with an example worked out for ${total} by the same functions that decide votes. Nothing here is in force until the group adopts it.`,
    seats: (state: number, ngo: number, partner: number) =>
      `${seats(state + ngo + partner)} (${state} State, ${ngo} NGO, ${partner} social partners)`,
    noSeats: 'the group’s seats, once it has some: until then 15 seats',
    office: 'An office casts no votes and so has no rules of this kind. Its terms are the text alone.',
    changedBy: (name: string, at: string) => `Last changed by ${name}, ${at}.`,
    asInForce: 'The draft has not been changed: it shows what is in force.',
    sections: {
      quorum: 'Who must take part',
      majority: 'What majority each text needs',
      ngo: 'The weight of the NGO seats',
      course: 'How votes run',
      meetings: 'Meetings and minutes',
    },
    example: 'Example',
    inForce: (value: string) => `In force: ${value}`,
    edited: 'changed, not saved',
    save: (count: number) => `Save ${plural(count, { one: 'change', other: 'changes' })}`,
    discard: 'Discard',
    unsaved: (count: number) => `${plural(count, { one: 'change', other: 'changes' })} not saved yet`,
    saved: 'The draft is saved. It is in force once the group has adopted it.',
    readOnly: 'You are reading along. The rules are drafted by those who write the text.',
    moved: {
      title: (name: string, at: string) => `${name} changed these rules at ${at}`,
      somebody: 'Somebody',
      text: 'Your changes are kept here and nothing was overwritten. What changed meanwhile:',
      both: (fields: string) => `Both of you changed: ${fields}. If you save now, your choice stands there.`,
      goOn: 'I have seen it',
    },
    presets: {
      legend: 'Begin from a preset',
      hint: 'A preset fills in every choice below; you can then change each of them. It is saved only when you press Save.',
      light: {
        label: 'Light',
        text: 'For a small group, or one that meets seldom: lower quorum, shorter times. An objection of the NGO seats is printed with the text and stops nothing.',
      },
      default: {
        label: 'Default',
        text: 'What holds without terms of reference: more than half take part, and an objection of the NGO seats sends a text back once.',
      },
      strong: {
        label: 'Strong',
        text: 'For texts that bind for years: two thirds take part, sections need two thirds, and nothing passes against the NGO seats.',
      },
      custom: 'None of these: the choices below are the group’s own.',
    },
    differences: {
      title: 'What would change',
      none: 'Nothing: this is what is in force.',
      same: (from: string) => `No choice differs (compared with: ${from}).`,
      caption: 'Choices that differ',
      field: 'Choice',
      from: 'In force',
      default: 'Default rules',
      to: 'Draft',
      proposed: 'This version',
    },
    always: 'NGO seats always vote and international organisations observe. No choice here changes that.',
  },
  share: {
    quorumMoreThan: (share: string) => `more than ${share} of the seats`,
    ngoQuorumAtLeast: (share: string) => `at least ${share} of the NGO seats`,
    all: 'all of the NGO seats',
  },
  time: { days, hours, inDays: 'in days', inHours: 'in hours' },
  counts: {
    ngoMinimum: (count: number) => plural(count, { one: 'NGO seat', other: 'NGO seats' }),
    extensions: (count: number) => (count === 0 ? 'never' : plural(count, { one: 'time', other: 'times' })),
    secretSplitFrom: (count: number) => plural(count, { one: 'ballot', other: 'ballots' }),
  },
  fields: {
    ngoMinimum: {
      label: 'NGO seats without which no vote opens',
      text: 'Fewer NGO seats with an accredited person, and the group opens no vote on a text.',
    },
    quorumMoreThan: {
      label: 'Quorum',
      text: 'So many seats must take part, in the room when a vote opens and with a ballot when it closes.',
    },
    ngoQuorumAtLeast: {
      label: 'Quorum of the NGO seats',
      text: 'So many of the NGO seats must take part as well, rounded up to whole seats.',
    },
    secondCallNoticeMs: {
      label: 'Notice of a second call',
      text: 'Where only NGO seats were missing, the text may be called again with this much notice, and then goes on without their quorum.',
    },
    majority: {
      section: { label: 'A section of the plan', text: 'What it takes to adopt the text of a section.' },
      amendment: { label: 'An amendment', text: 'What it takes to change a text before the vote on it.' },
      minutes: { label: 'Minutes', text: 'What it takes to approve the minutes of a meeting.' },
      plan: { label: 'The whole plan', text: 'What it takes to adopt the plan put together from its sections.' },
      annex: { label: 'An annex of the plan', text: 'What it takes to adopt a text that goes with the plan.' },
      ruleSet: {
        label: 'Terms of reference and these rules',
        text: 'What it takes to change the rules themselves: two thirds or more in every group.',
      },
      election: { label: 'The election of a person', text: 'What it takes to elect a chair or another person.' },
      procedure: { label: 'A question of procedure', text: 'What it takes to settle how a meeting goes on.' },
    },
    reconsideration: {
      label: 'Deciding again on an adopted text',
      text: 'What it takes, besides its own majority, to come back on exactly what was adopted: two thirds or more in every group.',
    },
    tieRestMs: {
      label: 'Rest after a tie',
      text: 'As many yes as no: the text may be put once more, after this time.',
    },
    ngoPolicy: {
      label: 'When the NGO seats oppose',
      text: 'What happens to a text that has its majority while more NGO seats are against it than for it.',
    },
    reconciliationMs: {
      label: 'Time for reconciliation',
      text: 'A text that the NGO seats sent back waits so long before its second vote, unless an agreement is recorded earlier.',
    },
    ngoHoldMs: {
      label: 'Time for silent NGO seats',
      text: 'If no NGO seat says yes or no, the outcome is held and they alone are heard for so long.',
    },
    dissentMs: {
      label: 'Time for a dissent',
      text: 'The NGO seats have so long to hand in the dissent that is printed with a text adopted over their objection.',
    },
    extensions: {
      label: 'Putting a deadline later',
      text: 'How often the deadline of one vote may be put later. It is never put earlier.',
    },
    silenceMs: {
      label: 'Silence procedure',
      text: 'A text put round for silence waits at least so long for an objection: 72 hours or more in every group.',
    },
    silenceExtensionMs: {
      label: 'Extension of a silence procedure',
      text: 'If no NGO seat has opened the text by then, it waits once more for so long.',
    },
    secretSplitFrom: {
      label: 'Figures of a secret ballot',
      text: 'A constituency’s part is shown only from so many ballots on, so that nobody’s choice can be told.',
    },
    noticeMs: { label: 'Notice of a meeting', text: 'Between the invitation and the beginning.' },
    urgentNoticeMs: {
      label: 'Notice of an urgent meeting',
      text: 'The same for an urgent meeting, which needs a reason that everybody reads.',
    },
    cadenceMs: {
      label: 'How often the group ought to meet',
      text: 'A group that has not met for so long shows an alarm.',
    },
    circulateWithinMs: {
      label: 'Minutes go round within',
      text: 'From the end of the meeting to the first circulation.',
    },
    correctionsMs: { label: 'Time for corrections', text: 'From each circulation of the minutes.' },
  },
  examples: {
    ngoMinimum: (ngoSeats: number, required: number, opens: boolean) =>
      opens
        ? `The group has ${plural(ngoSeats, { one: 'NGO seat', other: 'NGO seats' })} and needs ${required}: votes open.`
        : `The group has ${plural(ngoSeats, { one: 'NGO seat', other: 'NGO seats' })} and needs ${required}: no vote on a text would open.`,
    quorumMoreThan: (all: number, needed: number) => `Of ${seats(all)}, ${needed} must take part.`,
    ngoQuorumAtLeast: (ngoSeats: number, needed: number) =>
      `Of ${plural(ngoSeats, { one: 'NGO seat', other: 'NGO seats' })}, ${needed} must take part.`,
    majority: (all: number, abstain: number, yes: number, no: number) =>
      `Of ${seats(all)}, ${abstain} abstain: ${yes} yes against ${no} no carry, one yes less does not.`,
    policy: (yes: number, no: number, ngoYes: number, ngoNo: number, outcome: string) =>
      `${yes}–${no}, the NGO seats ${ngoYes}–${ngoNo}: ${outcome}.`,
    second: (outcome: string) => `Put again with the same ballots: ${outcome}.`,
    silent: (outcome: string) => `If all NGO seats abstain: ${outcome}.`,
    extensions: (count: number) =>
      count === 0
        ? 'A vote that closes on Friday closes on Friday.'
        : `A vote that closes on Friday may be put to Monday${count === 1 ? ', and then stays there' : `, and later ${count === 2 ? 'once' : 'twice'} more`}.`,
    secretSplitFrom: (count: number) =>
      `With ${count} NGO ballots their part is shown; with ${count - 1} only the whole count is.`,
    secondCallNoticeMs: (from: string, to: string) => `Announced on ${from}: the vote opens from ${to} on.`,
    tieRestMs: (from: string, to: string) => `Tied on ${from}: it can be put again from ${to} on.`,
    reconciliationMs: (from: string, to: string) => `Sent back on ${from}: the second vote opens from ${to} on.`,
    ngoHoldMs: (from: string, to: string) => `Held on ${from}: the NGO seats are heard until ${to}.`,
    dissentMs: (from: string, to: string) => `Adopted over objection on ${from}: the dissent is awaited until ${to}.`,
    silenceMs: (from: string, to: string) => `Put round on ${from}: silence ends on ${to} at the earliest.`,
    silenceExtensionMs: (from: string, to: string) =>
      `Nobody of an NGO had read it by ${from}: it runs on until ${to}.`,
    noticeMs: (from: string, to: string) => `Invited on ${from}: the meeting begins on ${to} at the earliest.`,
    urgentNoticeMs: (from: string, to: string) => `Invited on ${from}, as urgent: it begins on ${to} at the earliest.`,
    cadenceMs: (from: string, to: string) => `Met last on ${from}: an alarm shows from ${to} on.`,
    circulateWithinMs: (from: string, to: string) => `Meeting over on ${from}: minutes are due by ${to}.`,
    correctionsMs: (from: string, to: string) => `Sent round on ${from}: corrections are taken until ${to}.`,
  },
  faults: {
    'too-small': (least: string) => `The least that any group can set is ${least}.`,
    'too-large': (most: string) => `The most that any group can set is ${most}.`,
    'not-whole': 'Enter a whole number.',
    'not-lowest-terms': 'Write the share in lowest terms.',
    'too-weak': 'This needs two thirds or more in every group.',
    'not-a-choice': 'Choose one of the list.',
    'longer-than-notice': 'Shorter than, or as long as, the ordinary notice.',
  } satisfies Record<SettingFaultReason, string | ((bound: string) => string)>,
  warnings: {
    ngoPolicyNone: {
      title: 'The NGO seats could be outvoted unseen',
      text: 'An objection of all NGO seats would neither stop a text nor be printed with it. Those who speak for the people concerned would have no weight of their own.',
    },
    ngoPolicyVisibleOnly: {
      title: 'An objection of the NGO seats would stop nothing',
      text: 'It is printed with the text, and the text is adopted all the same.',
    },
    quorumBelowHalf: {
      title: 'Less than half could decide',
      text: 'A vote would count in which most seats take no part.',
    },
    ngoQuorumBelowThird: {
      title: 'Few NGO seats need be there',
      text: 'A vote could close with less than a third of them taking part.',
    },
    ngoMinimumOne: {
      title: 'One NGO seat would do',
      text: 'The default for the National Working Group is two, so that no single organisation speaks for all.',
    },
    ngoMinimumAboveSeats: {
      title: 'The group could open no vote',
      text: 'It has fewer NGO seats with an accredited person than these rules ask for.',
    },
    planBySimple: {
      title: 'The plan could pass by one voice',
      text: 'A plan that binds many bodies for years would need only more yes than no.',
    },
    shortHold: {
      title: 'Little time for silent NGO seats',
      text: 'In less than seven days many organisations cannot ask their own members.',
    },
  } satisfies Record<SettingWarning, { title: string; text: string }>,
  versions: {
    title: 'Versions',
    empty: 'Nothing has been submitted yet. A version freezes text and rules together; the group votes on it.',
    number: (number: number) => `Version ${number}`,
    by: (name: string, organisation: string | null) => (organisation ? `${name}, ${organisation}` : name),
    submit: 'Submit text and rules',
    cannot: (group: string) => `Representatives of the voting seats of ${group}, and its chair, submit a version.`,
    unsavedRules: 'Save or discard your changes of the rules first: only what is saved is submitted.',
  },
  submit: {
    title: 'Submit as a version',
    lead: 'Text and rules are frozen together under one digest, and the group votes on exactly that. The draft goes on.',
    movedOn:
      'Somebody has written or changed a rule meanwhile. This is how it stands now; read it again before you submit.',
    rules: 'Rules in this version',
    exact: 'The exact text',
    unanswered: {
      title: (count: number) =>
        `${plural(count, { one: 'heading holds', other: 'headings hold' })} nothing but the questions of the outline`,
      text: 'You can submit all the same. The questions then stand in the text that the group votes on.',
    },
  },
  version: {
    eyebrow: (number: number) => `Version ${number}`,
    facts: 'This version',
    digest: 'Digest',
    intact: 'The stored text was just compared with it.',
    ruleSet: 'Rule set that votes name',
    submitted: 'Submitted',
    by: 'By',
    seat: 'For',
    decided: 'Decided',
    inForce: 'In force since',
    waits: {
      title: 'Adopted, and not in force yet',
      text: 'The NGO seats objected. These terms come into force when chair and Secretariat certify the outcome on the page of the vote, once each dissent is handed in or waived or the time for it is over. Until then the group votes by the rules it had.',
    },
    altered: { title: 'This text was altered', text: 'What is stored does not fit its digest, so it is not shown.' },
  },
}
