/**
 * Acts on a vote that take two persons: one asks, another confirms, each in one of the two capacities that the table of
 * moves names. [V9, V13, "Who moves a vote"]
 */
import { can, type Actor } from '#shared/access'
import { err, hourMs, ok, type Instant, type PersonId, type Result } from '#shared/core'
import type { Group } from '#shared/group'
import { mayMove, type MotionMove, type MotionState, type Mover } from './moves.ts'
import type { AfterVoteProblem, DeadlineProblem } from './problems.ts'

export const jointActs = ['pause', 'resume', 'reconcile', 'certify', 'void'] as const
export type JointAct = (typeof jointActs)[number]

/** In what a person can take part in an act of two. */
export type Capacity = Exclude<Mover, 'system'>
export const capacities = ['chair', 'secretariat', 'ngoHead'] as const satisfies readonly Capacity[]

/** In what this person can take part in an act of two on a vote of this group. */
export function capacitiesOf(actor: Actor, group: Pick<Group, 'id' | 'kind'>): readonly Capacity[] {
  const about = { groupId: group.id, groupKind: group.kind }
  const isNgoHead = actor.seats.some(
    seat => seat.groupId === group.id && seat.constituency === 'NGO' && seat.rank === 'head',
  )
  return [
    ...(can(actor, 'motion.actAsChair', about) ? (['chair'] as const) : []),
    ...(can(actor, 'motion.actAsSecretariat', about) ? (['secretariat'] as const) : []),
    ...(isNgoHead && actor.confidential ? (['ngoHead'] as const) : []),
  ]
}

/** Which move each act makes, and who makes it together. */
export const jointActTable = {
  pause: { move: 'pause', pair: ['chair', 'secretariat'] },
  resume: { move: 'resume', pair: ['chair', 'secretariat'] },
  void: { move: 'void', pair: ['chair', 'secretariat'] },
  certify: { move: 'certify', pair: ['chair', 'secretariat'] },
  reconcile: { move: 'prepareSecondRound', pair: ['chair', 'ngoHead'] },
} as const satisfies Record<JointAct, { readonly move: MotionMove; readonly pair: readonly [Capacity, Capacity] }>

/** What was asked for an hour before midnight is confirmed the next day or not at all. */
export const jointActMs = 24 * hourMs

/** What one of the two has asked for. */
export type JointAsk = {
  readonly act: JointAct
  readonly askedBy: PersonId
  readonly askedAs: Capacity
  readonly askedAt: Instant
  readonly state: JointAskState
}

/** How an ask can stand; `declined` by the other of the two, `lapsed` where nobody confirmed in time. */
export const jointAskStates = ['asked', 'confirmed', 'declined', 'withdrawn', 'lapsed'] as const
export type JointAskState = (typeof jointAskStates)[number]

/** Where an ask stands at this moment; that it lapsed is told by the clock alone. */
export function askStateAt({ state, askedAt }: Pick<JointAsk, 'state' | 'askedAt'>, now: Instant): JointAskState {
  return state === 'asked' && now >= askedAt + jointActMs ? 'lapsed' : state
}

/**
 * In which capacity a person asks for the act: of several, the one that the table names first.
 *
 * Fails with `not-permitted` for whoever has neither, and with `vote-moved-on` where the vote allows no such act now.
 */
export function askTogether(
  act: JointAct,
  from: MotionState,
  held: readonly Capacity[],
): Result<Capacity, AfterVoteProblem | { readonly type: 'not-permitted' }> {
  const { move, pair } = jointActTable[act]
  const capacity = pair.find(one => held.includes(one))
  if (capacity === undefined) return err({ type: 'not-permitted' })
  return mayMove(from, move, pair, 'meeting') ? ok(capacity) : err({ type: 'vote-moved-on', state: from })
}

/**
 * In which capacity another person confirms: the one that the first did not act in.
 *
 * - `not-permitted`: has not that capacity.
 * - `needs-two-persons`: asked for it in the first place.
 * - `joint-act-over`: confirmed, declined, withdrawn, or asked for more than 24 hours ago.
 * - `vote-moved-on`: the vote allows no such act any more.
 */
export function confirmTogether(
  ask: JointAsk,
  from: MotionState,
  person: Answering,
  now: Instant,
): Result<Capacity, AnswerRefusal> {
  const { move, pair } = jointActTable[ask.act]
  const other = answerTogether(ask, person, now)
  if (!other.ok) return other
  return mayMove(from, move, pair, 'meeting') ? other : err({ type: 'vote-moved-on', state: from })
}

/**
 * In which capacity another person answers, by confirming or declining. What the vote does not allow any more can still
 * be declined.
 *
 * Fails with `needs-two-persons`, `not-permitted` and `joint-act-over`, as `confirmTogether` does.
 */
export function answerTogether(ask: JointAsk, person: Answering, now: Instant): Result<Capacity, AnswerRefusal> {
  if (person.personId === ask.askedBy) return err({ type: 'needs-two-persons' })
  const other = jointActTable[ask.act].pair.find(one => one !== ask.askedAs)
  if (other === undefined || !person.held.includes(other)) return err({ type: 'not-permitted' })
  const state = askStateAt(ask, now)
  return state === 'asked' ? ok(other) : err({ type: 'joint-act-over', state })
}

interface Answering {
  readonly personId: PersonId
  readonly held: readonly Capacity[]
}

type AnswerRefusal =
  AfterVoteProblem | Extract<DeadlineProblem, { type: 'needs-two-persons' }> | { readonly type: 'not-permitted' }
