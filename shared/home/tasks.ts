import { can, type Actor } from '#shared/access'
import { planVersionAfter } from '#shared/endorsement'
import type { FollowUp } from '#shared/motion'
import { followUpTasks } from './follow-ups.ts'
import type { HomeElection, HomePlan, HomeSection, HomeTask, HomeTerms, HomeVote } from './home.ts'
import { meetingTasks, pressingMeetings } from './meeting-tasks.ts'
import type { HomeMeetings } from './meetings.ts'

/**
 * What waits for a person, the most pressing first: the meeting of today, votes by their deadline, what votes ask that
 * are over, what meetings ask of them, lists of candidates that are open, then the plan's next step, then terms of reference and sections to put to the vote, then texts
 * to write. Each task is one that the permission table lets them do.
 */
export function tasksFor(
  actor: Actor,
  plans: readonly HomePlan[],
  votes: readonly HomeVote[],
  meetings: HomeMeetings,
  followUps: readonly FollowUp[] = [],
  terms: readonly HomeTerms[] = [],
  elections: readonly HomeElection[] = [],
): readonly HomeTask[] {
  return [
    ...pressingMeetings(actor, meetings),
    ...voteTasks(actor, votes),
    ...followUpTasks(followUps),
    ...meetingTasks(actor, meetings),
    ...elections.flatMap(one => electionTask(actor, one) ?? []),
    ...plans.flatMap(plan => planTasks(actor, plan)),
    ...terms.flatMap(one => termsTask(actor, one) ?? []),
    ...plans.flatMap(plan => plan.sections.flatMap(section => sectionTask(actor, section) ?? [])).sort(byWeight),
  ]
}

function voteTasks(actor: Actor, votes: readonly HomeVote[]): readonly HomeTask[] {
  const tasks: HomeTask[] = []
  for (const { id, subjectKind, title, name, group, closesAt, silence, stage, mySeats, allCast } of votes.toSorted(
    (a, b) => a.closesAt - b.closesAt,
  )) {
    const waiting = mySeats.filter(seat => !seat.acted)
    const about = { motionId: id, subjectKind, title, name, groupName: group.name }
    if (waiting.length > 0) {
      tasks.push({ kind: 'ballot', ...about, closesAt, silence, stage, seats: waiting.map(seat => seat.label) })
    }
    if (allCast && can(actor, 'motion.close', { groupId: group.id, groupKind: group.kind })) {
      tasks.push({ kind: 'closeVote', ...about })
    }
  }
  return tasks
}

const stepTasks = [
  { kind: 'openPlanVote', move: 'open', action: 'motion.open' },
  { kind: 'note', move: 'note', action: 'planVersion.note' },
  { kind: 'endorse', move: 'endorse', action: 'planVersion.endorse' },
  { kind: 'publish', move: 'publish', action: 'planVersion.publish' },
] as const

function planTasks(actor: Actor, plan: HomePlan): readonly HomeTask[] {
  const { id: groupId, kind: groupKind } = plan.group
  const subject = { groupId, groupKind, planKind: plan.kind, voteMode: 'meeting' } as const
  const about = { planKind: plan.kind, planTitle: plan.title }
  const { version } = plan
  if (version) {
    const step = stepTasks.find(({ move }) => planVersionAfter(plan.kind, version.state, move) !== null)
    if (!step || !can(actor, step.action, subject)) return []
    return [{ kind: step.kind, ...about, planVersionId: version.id, number: version.number }]
  }
  const complete = plan.hidden === 0 && plan.sections.length > 0 && plan.sections.every(isSettled)
  return complete && can(actor, 'planVersion.assemble', subject) ? [{ kind: 'assemble', ...about }] : []
}

/** To whoever stands the list is open as to everybody who may propose: a seat proposes one of its own too. [G6, V12] */
function electionTask(actor: Actor, { id, title, name, group, mySeats }: HomeElection): HomeTask | null {
  const seats = mySeats.filter(
    ({ seatId, proposed }) => !proposed && can(actor, 'election.propose', { groupId: group.id, seatId }),
  )
  if (seats.length === 0) return null
  return {
    kind: 'proposeCandidate',
    electionId: id,
    title,
    name,
    groupName: group.name,
    seats: seats.map(seat => seat.label),
  }
}

/** What puts a group's own rules in force waits for its chair. [G10] */
function termsTask(actor: Actor, { versionId, number, name, body, group }: HomeTerms): HomeTask | null {
  return can(actor, 'motion.open', { groupId: group.id, groupKind: group.kind, voteMode: 'meeting' })
    ? { kind: 'openTermsVote', versionId, number, name, body, groupName: group.name }
    : null
}

/** Adopted, or done without: nothing of it is missing from a candidate. [P6, E2] */
export function isSettled({ state }: Pick<HomeSection, 'state'>): boolean {
  return state === 'adopted' || state === 'waived'
}

function sectionTask(actor: Actor, section: HomeSection): HomeTask | null {
  const { id: groupId, kind: groupKind, name: groupName } = section.group
  const about = { sectionId: section.id, code: section.code, title: section.title, groupName }
  switch (section.state) {
    case 'submitted':
      return section.version && can(actor, 'motion.open', { groupId, groupKind, voteMode: 'meeting' })
        ? { kind: 'openVote', ...about, versionId: section.version.id }
        : null
    case 'working':
    case 'returned':
    case 'rejected':
      return !section.frozen && can(actor, 'section.edit', { groupId, groupKind })
        ? { kind: 'write', ...about, state: section.state }
        : null
    default:
      return null
  }
}

/** Submitted texts first, then those that came back, then those never submitted; the plan's order within each. */
function byWeight(a: HomeTask, b: HomeTask): number {
  return weight(a) - weight(b)
}

function weight(task: HomeTask): number {
  if (task.kind !== 'write') return 0
  return task.state === 'working' ? 2 : 1
}
