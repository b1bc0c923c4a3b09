import type { Action } from '#shared/access'
import { dayMs } from '#shared/core'
import type { PlanKind } from '#shared/plan'

/**
 * From manifest to published plan. [E2, E3, E7; workflows "NAP version", "Children's plan"]
 *
 * Assembling has no state: it is what the sections do until a candidate is made of them. The children's plan takes one
 * step more, the note of the NWG, which can comment and not change; otherwise the two are alike. What was adopted or
 * endorsed is superseded by a later version of the same plan and never by anybody's click.
 */
export const planVersionMoves = {
  nap: {
    candidate: { open: 'underVote', replace: 'superseded' },
    underVote: { adopt: 'adopted', return: 'returned', reject: 'rejected', release: 'candidate' },
    returned: { open: 'underVote', replace: 'superseded', void: 'candidate' },
    rejected: { void: 'candidate' },
    adopted: { endorse: 'endorsed', sendBack: 'sentBack', supersede: 'superseded', void: 'candidate' },
    noted: {},
    sentBack: {},
    endorsed: { publish: 'published', supersede: 'superseded' },
    published: { supersede: 'superseded' },
    superseded: { reinstate: 'adopted' },
  },
  children: {
    candidate: { open: 'underVote', replace: 'superseded' },
    underVote: { adopt: 'adopted', return: 'returned', reject: 'rejected', release: 'candidate' },
    returned: { open: 'underVote', replace: 'superseded', void: 'candidate' },
    rejected: { void: 'candidate' },
    adopted: { note: 'noted', supersede: 'superseded', void: 'candidate' },
    noted: { endorse: 'endorsed', sendBack: 'sentBack', supersede: 'superseded' },
    sentBack: {},
    endorsed: { publish: 'published', supersede: 'superseded' },
    published: { supersede: 'superseded' },
    superseded: { reinstate: 'adopted' },
  },
} as const satisfies Record<PlanKind, Record<PlanVersionState, Partial<Record<PlanVersionMove, PlanVersionState>>>>

export const planVersionStates = [
  'candidate',
  'underVote',
  'returned',
  'rejected',
  'adopted',
  'noted',
  'sentBack',
  'endorsed',
  'published',
  'superseded',
] as const
export type PlanVersionState = (typeof planVersionStates)[number]

/**
 * `release`: no quorum, or a tie. `replace`: a newer candidate takes the place of one that was not adopted.
 * `supersede`: a later version of the plan has come as far as this one. `void`: the vote was, and the candidate waits for
 * another; what it had superseded is reinstated. [V13]
 */
export type PlanVersionMove =
  | 'open'
  | 'adopt'
  | 'return'
  | 'reject'
  | 'release'
  | 'replace'
  | 'note'
  | 'endorse'
  | 'sendBack'
  | 'publish'
  | 'supersede'
  | 'void'
  | 'reinstate'

/** Who makes a move: an action of the permission table, or nobody but the workspace itself. */
export const planVersionMovers = {
  open: 'motion.open',
  adopt: 'system',
  return: 'system',
  reject: 'system',
  release: 'system',
  replace: 'planVersion.assemble',
  note: 'planVersion.note',
  endorse: 'planVersion.endorse',
  sendBack: 'planVersion.sendBack',
  publish: 'planVersion.publish',
  supersede: 'system',
  void: 'system',
  reinstate: 'system',
} as const satisfies Record<PlanVersionMove, Action | 'system'>

/** @returns the state after the move, or null where the plan's table has no such move from here */
export function planVersionAfter(
  plan: PlanKind,
  state: PlanVersionState,
  move: PlanVersionMove,
): PlanVersionState | null {
  const moves: Partial<Record<PlanVersionMove, PlanVersionState>> = planVersionMoves[plan][state]
  return moves[move] ?? null
}

/** How long the NWG may comment on the children's plan before it counts as noted. [E7] */
export const notePeriodMs = 14 * dayMs

/** After this long without an act of the National Co-ordinator, the waiting version raises a reminder. [E3] */
export const reminderAfterMs = 30 * dayMs

/** Whether a version in this state was ever endorsed is told by its act; these states always were. */
export const endorsedStates = ['endorsed', 'published'] as const satisfies readonly PlanVersionState[]
