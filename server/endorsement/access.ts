import { can, type Actor, type Action, type Subject } from '#shared/access'
import { err, ok, type PlanVersionId, type Result } from '#shared/core'
import { planVersionAfter, type PlanVersionMove, type PlanVersionState } from '#shared/endorsement'
import type { Group } from '#shared/group'
import type { Plan } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import type { EndorsementProblem } from '#shared/endorsement'
import type { Queries } from '#server/db'
import { findGroup } from '#server/group'
import { findPlan } from '#server/plan'
import type { PlanVersion } from './plan-version.ts'
import { findPlanVersion } from './store.ts'

/** A plan version with what decides who may do what with it. */
export interface PlacedVersion {
  readonly version: PlanVersion
  readonly plan: Plan
  /** The group that votes on the whole. */
  readonly group: Group
}

export function subjectOf({ plan, group }: Pick<PlacedVersion, 'plan' | 'group'>): Subject {
  return { groupId: group.id, groupKind: group.kind, planKind: plan.kind }
}

export async function groupOf(queries: Queries, plan: Plan): Promise<Group> {
  const group = await findGroup(queries, plan.groupId)
  if (!group) throw new Error(`plan ${plan.id} is owned by no group`)
  return group
}

export async function placeVersion(queries: Queries, version: PlanVersion): Promise<PlacedVersion> {
  const plan = await findPlan(queries, version.planId)
  if (!plan) throw new Error(`plan version ${version.id} is of no plan`)
  return { version, plan, group: await groupOf(queries, plan) }
}

/** - `not-found`: missing, or a paper of a group whose papers this person does not see. */
export async function findReadable(
  queries: Queries,
  actor: Actor,
  id: PlanVersionId,
): Promise<Result<PlacedVersion, Extract<CommonProblem, { type: 'not-found' }>>> {
  const version = await findPlanVersion(queries, id)
  const placed = version && (await placeVersion(queries, version))
  if (!placed || !can(actor, 'version.read', subjectOf(placed))) return err({ type: 'not-found' })
  return ok(placed)
}

type ActRefusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>
  | Extract<EndorsementProblem, { type: 'plan-version-moved-on' }>

/**
 * A version with the state it would have after the move.
 *
 * - `not-found`, `not-permitted`.
 * - `plan-version-moved-on`: its state has no such move, or no longer.
 */
export async function findForMove(
  queries: Queries,
  actor: Actor,
  id: PlanVersionId,
  move: PlanVersionMove,
  action: Action,
): Promise<Result<PlacedVersion & { readonly after: PlanVersionState }, ActRefusal>> {
  const found = await findReadable(queries, actor, id)
  if (!found.ok) return found
  if (!can(actor, action, subjectOf(found.value))) return err({ type: 'not-permitted' })
  const { version, plan } = found.value
  const after = planVersionAfter(plan.kind, version.state, move)
  return after ? ok({ ...found.value, after }) : err({ type: 'plan-version-moved-on', state: version.state })
}
