import type { PlanStep } from '#shared/home'
import type { StandingState } from '#shared/plan'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const home = {
  greeting: (name: string) => `Good day, ${name}`,
  notYet: {
    title: 'You have no seat yet',
    text: 'You are known here, but you hold neither a seat nor an office, so drafts and votes are closed to you. The Secretariat accredits you for your organisation’s seat under Groups, or appoints you to an office.',
    meanwhile:
      'If you expected to be in a group already, ask the Secretariat that invited you. You can sign out safely until then.',
    again: 'Look again',
    published: 'Read the published plans',
  },
  waiting: {
    title: 'Waiting for you',
    ballot: {
      title: (subject: string) => `Cast your ballot: ${subject}`,
      text: (group: string, seats: string) => `${group} · for ${seats}`,
    },
    closes: 'closes',
    closeVote: {
      title: (subject: string) => `Close the vote: ${subject}`,
      text: (group: string) => `${group} · every seat has cast`,
    },
    openVote: {
      title: (code: string, title: string) => `Put to the vote: ${code} ${title}`,
      text: (group: string) => `${group} · submitted and waiting`,
    },
    openTermsVote: {
      title: (body: string) => `Put to the vote: terms of reference, ${body}`,
      text: (group: string, number: number) => `${group} · version ${number} is submitted and waiting`,
    },
    proposeCandidate: {
      title: (election: string) => `Propose a candidate: ${election}`,
      text: (group: string, seats: string) => `${group} · the list is open · for ${seats}`,
    },
    assemble: {
      title: (plan: string) => `Assemble the candidate: ${plan}`,
      text: 'Every section is adopted or waived',
    },
    openPlanVote: {
      title: (plan: string) => `Put the candidate to the vote: ${plan}`,
      text: (number: number) => `Candidate ${number} is assembled`,
    },
    note: {
      title: (plan: string) => `Note for the National Working Group: ${plan}`,
      text: (number: number) => `Version ${number} was adopted by its group`,
    },
    endorse: {
      title: (plan: string) => `Endorse or send back: ${plan}`,
      text: (number: number) => `Version ${number} is adopted and waits for your act`,
    },
    publish: {
      title: (plan: string) => `Publish: ${plan}`,
      text: (number: number) => `Version ${number} is endorsed`,
    },
    cosignRecord: {
      title: 'Witness the record',
      first: (seat: string) => `${seat} · no checkpoint co-signed yet`,
      text: (seat: string) => `${seat} · a week since the last checkpoint you co-signed`,
    },
    confirmAct: {
      title: {
        pause: (subject: string) => `Confirm the pause of the vote: ${subject}`,
        resume: (subject: string) => `Confirm that the vote goes on: ${subject}`,
        void: (subject: string) => `Confirm that the vote is voided: ${subject}`,
        certify: (subject: string) => `Confirm the certification: ${subject}`,
        reconcile: (subject: string) => `Confirm the reconciliation: ${subject}`,
      },
      text: (group: string, by: string, until: string) => `${group} · asked for by ${by} · until ${until}`,
    },
    reconcile: {
      title: (subject: string) => `Reconcile, and record it together: ${subject}`,
      text: (group: string, until: string) => `${group} · returned by the NGO seats · until ${until}`,
    },
    secondRound: {
      title: (subject: string) => `Open the second round: ${subject}`,
      text: (group: string) => `${group} · reconciled, or its time is over`,
    },
    dissent: {
      title: (subject: string) => `Hand in your dissent, or waive it: ${subject}`,
      text: (seats: string, until: string) => `for ${seats} · until ${until}`,
    },
    certify: {
      title: (subject: string) => `Certify the outcome: ${subject}`,
      all: 'Outcomes you certify',
      more: (count: number) => plural(count, { one: 'more vote', other: 'more votes' }),
      text: (group: string) => `${group} · chair and Secretariat together`,
    },
    answerInvitation: {
      title: (meeting: string) => `Say whether you come: ${meeting}`,
      text: (when: string, seats: string) => `${when} · for ${seats}`,
    },
    enterMeeting: {
      underWay: (meeting: string) => `Under way: ${meeting}`,
      today: (meeting: string) => `Today: ${meeting}`,
      text: (group: string, when: string) => `${group} · ${when} · to the room`,
    },
    conveneMeeting: {
      title: (meeting: string) => `Convene: ${meeting}`,
      text: (by: string) => `The notice runs out on ${by}`,
      late: (when: string) => `${when} · only as an urgent meeting now, with a reason, or later`,
    },
    circulateMinutes: {
      title: (meeting: string) => `Circulate the minutes: ${meeting}`,
      text: (group: string, by: string) => `${group} · by ${by}`,
      late: (group: string, by: string) => `${group} · they were due on ${by}`,
      again: (group: string) => `${group} · corrected, to go round again`,
    },
    decideCorrections: {
      title: (meeting: string) => `Decide proposed corrections: ${meeting}`,
      text: (group: string, count: number) =>
        `${group} · ${plural(count, { one: 'correction waits', other: 'corrections wait' })}`,
    },
    approveMinutes: {
      title: (meeting: string) => `Read the minutes before they are approved: ${meeting}`,
      text: (group: string, day: string) => `${group} · first item on ${day}`,
    },
    actionItem: {
      text: (group: string, day: string) => `${group} · due on ${day}`,
      overdue: (group: string, day: string) => `${group} · overdue since ${day}`,
    },
    write: {
      title: 'Sections you write',
      returned: 'came back from the vote',
      rejected: 'was not adopted',
      working: 'in work',
      more: (count: number) => plural(count, { one: 'more section', other: 'more sections' }),
    },
    nothing: {
      title: 'Nothing waits for you',
      coordinator:
        'Votes of the National Working Group that are ready to be opened, and plans that wait for your endorsement, will stand here.',
      secretariat:
        'Once every section is adopted you assemble the candidate plan here; once it is endorsed you publish it. Until then, look after the groups.',
      chair: 'Sections that your group submits will stand here, to be put to its vote, and votes that can be closed.',
      representative:
        'Sections of your groups to be written, and votes in which your seat has a ballot, will stand here.',
      observer:
        'As an observer you read the drafts of the groups you sit in. Votes ask nothing of you; follow them under Votes.',
      rapporteur:
        'You read everything in the workspace. The plan, the votes and the record are open to you at any time.',
    },
  },
  next: {
    title: 'Next meeting',
    now: 'Your meeting is under way',
    none: 'No meeting of yours is convened. When one is, its day, place and agenda stand here.',
    items: (count: number) => plural(count, { one: 'item on the agenda', other: 'items on the agenda' }),
    enter: 'To the room',
    zone: (time: string, zone: string) => `${time} (${zone})`,
  },
  plans: {
    title: 'Where the plans stand',
    section: (code: string, title: string, state: string) => `${code} ${title}: ${state}`,
    component: {
      opening: 'Opening',
      supporting: 'Supporting Framework',
      prevention: 'Prevention',
      protection: 'Support and Protection',
      prosecution: 'Investigation and Prosecution',
    },
    state: {
      working: 'in work',
      submitted: 'submitted',
      underVote: 'under vote',
      adopted: 'adopted',
      returned: 'returned',
      rejected: 'not adopted',
      waived: 'waived',
    } satisfies Record<StandingState, string>,
    settled: (settled: number, all: number) =>
      `${settled} of ${plural(all, { one: 'section', other: 'sections' })} settled`,
    hidden: (count: number) =>
      `${plural(count, { one: 'section', other: 'sections' })} of groups you do not sit in ${count === 1 ? 'is' : 'are'} not shown.`,
    empty: 'The sections of this plan will stand here once the plan is begun.',
  },
  steps: {
    title: 'The way of the plan',
    write: 'Write',
    adopt: 'Adopt the sections',
    candidate: 'Assemble a candidate',
    vote: 'Vote on the whole',
    note: 'Note by the NWG',
    endorse: 'Endorse',
    publish: 'Publish',
  } satisfies Record<PlanStep | 'title', string>,
  standing: { done: 'done', now: 'now', ahead: 'to come' },
  alarms: {
    recordRefused: 'The record does not continue what was signed: it is not signed any more. Look at it at once',
    recordUnwitnessed: (date: string) => `No witness has co-signed the record since ${date}`,
    title: 'Alarms',
    none: 'No alarms. Every group is properly constituted and meets, and every seat has somebody to speak for it.',
    damagedText: {
      mine: (code: string, title: string) =>
        `${code} ${title}: a part of the text could not be read. Nobody writes it until you open it again.`,
      chair: (code: string, title: string) =>
        `${code} ${title}: a part of the text could not be read. Nobody writes it until the Secretariat opens it again.`,
    },
    notConstituted: (group: string, accredited: number, required: number) =>
      `${group} is not properly constituted: ${accredited} of ${required} NGO ${required === 1 ? 'seat' : 'seats'} with an accredited person. It cannot open a vote on a text.`,
    noChair: (group: string) => `${group} has no chair. Nobody can put its texts to the vote.`,
    cadence: (group: string, days: number, lastMet: string) =>
      `${group} last met on ${lastMet}; it ought to meet every ${days} days.`,
    neverMet: (group: string, days: number) => `${group} has not met yet; it ought to meet every ${days} days.`,
    minutesLate: (meeting: string, by: string) => `The minutes of ${meeting} were to be circulated by ${by}.`,
    noNgoComing: (meeting: string, when: string) => `No NGO seat comes to ${meeting}, ${when}.`,
    noNgoSaid: (meeting: string, when: string) => `No NGO seat has said that it comes to ${meeting}, ${when}.`,
    noNgoYet: (meeting: string, when: string) => `No NGO seat has said yet that it comes to ${meeting}, ${when}.`,
    noNgoAnswered: (meeting: string, when: string) => `No NGO seat has answered yet for ${meeting}, ${when}.`,
    noCoordinator: (group: string) => `Nobody holds the office of National Co-ordinator, who chairs ${group}.`,
    vacancies: (group: string, count: number) =>
      `${group}: ${plural(count, { one: 'place is', other: 'places are' })} vacant.`,
    unaccredited: (group: string, count: number) =>
      `${group}: for ${plural(count, { one: 'seat', other: 'seats' })} nobody is accredited.`,
  },
}
