/** The children's plan before the NWG: noted, with comments at most, never changed. [E7] */
import type { Actor } from '#shared/access'
import { ok, type Instant, type PersonId, type PlanVersionId, type Result } from '#shared/core'
import { notePeriodMs, planVersionAfter, type EndorsementProblem } from '#shared/endorsement'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { findPlanByKind } from '#server/plan'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { findForMove } from './access.ts'
import { announce } from './announce.ts'
import type { PlanVersion } from './plan-version.ts'
import { updatePlanVersion, versionsOfPlan } from './store.ts'

type Refusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>
  | Extract<EndorsementProblem, { type: 'plan-version-moved-on' }>

/**
 * The National Co-ordinator, who chairs the NWG, records that it has noted the children's plan. [E7]
 *
 * - `not-found`, `not-permitted`.
 * - `plan-version-moved-on`: not adopted, or noted before.
 */
export async function noteVersion(deps: Deps, actor: Actor, id: PlanVersionId): Promise<Result<void, Refusal>> {
  const noted = await deps.transaction(async (tx): Promise<Result<PlanVersion, Refusal>> => {
    const found = await findForMove(tx, actor, id, 'note', 'planVersion.note')
    if (!found.ok) return found
    await note(tx, deps, found.value.version, actor.personId)
    return ok(found.value.version)
  })
  if (!noted.ok) return noted
  announce(deps, noted.value.planId, id)
  return ok()
}

/**
 * Notes what the NWG has had before it for fourteen days: saying nothing is no veto. [E7]
 *
 * @returns how many versions it moved on
 */
export async function noteOverdue(deps: Deps): Promise<number> {
  // Nothing is overdue nearly always; writers need not wait for that.
  if ((await overdueVersions(deps.read, deps.now())).length === 0) return 0
  const noted = await deps.transaction(async tx => {
    const overdue = await overdueVersions(tx, deps.now())
    for (const version of overdue) await note(tx, deps, version, null)
    return overdue
  })
  for (const version of noted) announce(deps, version.planId, version.id)
  return noted.length
}

async function overdueVersions(queries: Queries, now: Instant): Promise<readonly PlanVersion[]> {
  const plan = await findPlanByKind(queries, 'children')
  return (plan ? await versionsOfPlan(queries, plan.id) : []).filter(
    ({ state, adoptedAt }) =>
      planVersionAfter('children', state, 'note') !== null && (adoptedAt ?? Infinity) + notePeriodMs <= now,
  )
}

async function note(tx: Tx, deps: Deps, version: PlanVersion, by: PersonId | null): Promise<void> {
  await updatePlanVersion(tx, version.id, { state: 'noted', notedAt: deps.now() })
  await appendRecord(tx, deps, {
    act: 'planVersion.noted',
    actor: by,
    subject: version.id,
    facts: { root: version.root, adoptedAt: version.adoptedAt },
  })
}
