/** The answer of the home route. Server only: the browser takes its type alone. */
import { z } from 'zod'
import type {
  ActionItemId,
  ElectionId,
  GroupId,
  MeetingId,
  MotionId,
  PlanId,
  PlanVersionId,
  SeatId,
  SectionId,
  SectionVersionId,
  TermsVersionId,
} from '#shared/core'
import { count, id, instant } from '#shared/core/schema'
import { planVersionStates } from '#shared/endorsement'
import { meetingStates, replies } from '#shared/meeting'
import { jointActs, reminderStages, votedKinds } from '#shared/motion'
import { textTitle } from '#shared/motion/schema'
import { componentNumbers, planKinds, standingStates } from '#shared/plan'
import { termsKinds } from '#shared/terms'

const groupId = id<GroupId>()
const groupKind = z.enum(['nwg', 'twg'])
const planKind = z.enum(planKinds)

const voteTask = { motionId: id<MotionId>(), subjectKind: z.enum(votedKinds), ...textTitle, groupName: z.string() }
const sectionTask = { sectionId: id<SectionId>(), code: z.string(), title: z.string(), groupName: z.string() }

const aboutMinutes = { meetingId: id<MeetingId>(), title: z.string(), groupName: z.string() }
const aboutMeeting = { ...aboutMinutes, startsAt: instant, timeZone: z.string() }

const meetingTasks = [
  z.object({ kind: z.literal('answerInvitation'), ...aboutMeeting, seats: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('enterMeeting'), ...aboutMeeting, underWay: z.boolean() }),
  z.object({ kind: z.literal('conveneMeeting'), ...aboutMeeting, conveneBy: instant, late: z.boolean() }),
  z.object({ kind: z.literal('circulateMinutes'), ...aboutMinutes, by: instant.nullable(), late: z.boolean() }),
  z.object({ kind: z.literal('decideCorrections'), ...aboutMinutes, count }),
  z.object({ kind: z.literal('approveMinutes'), ...aboutMinutes, at: instant }),
  z.object({
    kind: z.literal('actionItem'),
    actionItemId: id<ActionItemId>(),
    text: z.string(),
    groupName: z.string(),
    dueOn: z.string(),
    overdue: z.boolean(),
  }),
] as const

const followUpTasks = [
  z.object({
    kind: z.literal('confirmAct'),
    ...voteTask,
    act: z.enum(jointActs),
    askedBy: z.string(),
    until: instant,
  }),
  z.object({ kind: z.literal('reconcile'), ...voteTask, until: instant }),
  z.object({
    kind: z.literal('secondRound'),
    ...voteTask,
    subject: z.object({ kind: z.enum(votedKinds), id: z.string() }),
  }),
  z.object({ kind: z.literal('dissent'), ...voteTask, until: instant, seats: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('certify'), ...voteTask }),
] as const

const taskAnswer = z.discriminatedUnion('kind', [
  ...meetingTasks,
  ...followUpTasks,
  z.object({
    kind: z.literal('ballot'),
    ...voteTask,
    closesAt: z.number().int(),
    silence: z.boolean(),
    stage: z.enum(reminderStages).nullable(),
    seats: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('closeVote'), ...voteTask }),
  z.object({
    kind: z.literal('proposeCandidate'),
    electionId: id<ElectionId>(),
    ...textTitle,
    groupName: z.string(),
    seats: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('cosignRecord'), seat: z.string(), lastSignedAt: instant.nullable() }),
  z.object({ kind: z.literal('openVote'), ...sectionTask, versionId: id<SectionVersionId>() }),
  z.object({
    kind: z.literal('openTermsVote'),
    body: z.enum(termsKinds),
    versionId: id<TermsVersionId>(),
    number: count,
    name: z.string(),
    groupName: z.string(),
  }),
  z.object({ kind: z.literal('write'), ...sectionTask, state: z.enum(['working', 'returned', 'rejected']) }),
  z.object({ kind: z.literal('assemble'), planKind, planTitle: z.string() }),
  z.object({
    kind: z.enum(['openPlanVote', 'note', 'endorse', 'publish']),
    planKind,
    planTitle: z.string(),
    planVersionId: id<PlanVersionId>(),
    number: count,
  }),
])

const aboutGroup = { groupId, groupName: z.string() }
const alarmAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recordRefused') }),
  z.object({ kind: z.literal('recordUnwitnessed'), since: instant }),
  z.object({ kind: z.literal('cadence'), ...aboutGroup, lastMet: instant.nullable(), days: count }),
  z.object({ kind: z.literal('minutesLate'), ...aboutMinutes, by: instant }),
  z.object({ kind: z.enum(['noNgoComing', 'noNgoYet']), ...aboutMeeting, ngoSeats: count, answered: count }),
  z.object({
    kind: z.literal('damagedText'),
    sectionId: id<SectionId>(),
    code: z.string(),
    title: z.string(),
    mine: z.boolean(),
  }),
  z.object({ kind: z.literal('notConstituted'), ...aboutGroup, accredited: count, required: count }),
  z.object({ kind: z.literal('noChair'), ...aboutGroup, nwg: z.boolean() }),
  z.object({ kind: z.enum(['vacancies', 'unaccredited']), ...aboutGroup, count }),
])

const planAnswer = z.object({
  id: id<PlanId>(),
  kind: planKind,
  title: z.string(),
  group: z.object({ id: groupId, kind: groupKind }),
  sections: z
    .array(
      z.object({
        id: id<SectionId>(),
        code: z.string(),
        title: z.string(),
        component: z.literal(componentNumbers).nullable(),
        state: z.enum(standingStates),
        frozen: z.boolean(),
        damaged: z.boolean(),
        group: z.object({ id: groupId, kind: groupKind, name: z.string() }),
        version: z.object({ id: id<SectionVersionId>(), number: count }).nullable(),
      }),
    )
    .readonly(),
  hidden: count,
  version: z.object({ id: id<PlanVersionId>(), number: count, state: z.enum(planVersionStates) }).nullable(),
})

const meetingAnswer = z.object({
  id: id<MeetingId>(),
  title: z.string(),
  groupName: z.string(),
  state: z.enum(meetingStates),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  place: z.string(),
  items: count,
  mySeats: z.array(z.object({ seatId: id<SeatId>(), label: z.string(), reply: z.enum(replies).nullable() })).readonly(),
})

export const homeAnswer = z.object({
  /** The most pressing first. */
  tasks: z.array(taskAnswer).readonly(),
  plans: z.array(planAnswer).readonly(),
  /** The gravest first. */
  alarms: z.array(alarmAnswer).readonly(),
  /** The one this person goes to next. */
  /** `near`: it comes before everything else. */
  nextMeeting: meetingAnswer.extend({ near: z.boolean() }).nullable(),
})
export type HomeAnswer = z.output<typeof homeAnswer>
