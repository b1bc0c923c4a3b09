import { can, type Actor } from '#shared/access'
import { ok, type PlanId, type PlanVersionId, type Result } from '#shared/core'
import type { PlanVersionAnswer, PlanVersionSummary } from '#shared/endorsement/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { listPlans } from '#server/plan'
import type { Deps } from '../deps.ts'
import { findReadable, groupOf, subjectOf } from './access.ts'
import type { PlanVersion } from './plan-version.ts'
import { presentSummary, presentVersion } from './present.ts'
import { versionsOfPlan } from './store.ts'

/** Versions of both plans that this person may read, the NAP's first, the latest first of each. */
export async function listPlanVersions(deps: Pick<Deps, 'read'>, actor: Actor): Promise<PlanVersionSummary[]> {
  const summaries: PlanVersionSummary[] = []
  for (const plan of await listPlans(deps.read)) {
    const group = await groupOf(deps.read, plan)
    if (!can(actor, 'version.read', subjectOf({ plan, group }))) continue
    for (const version of await versionsOfPlan(deps.read, plan.id)) {
      summaries.push(presentSummary({ version, plan, group }))
    }
  }
  return summaries
}

/** One version with every digest computed again. - `not-found`: missing or hidden. */
export async function readPlanVersion(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  id: PlanVersionId,
): Promise<Result<PlanVersionAnswer, Extract<CommonProblem, { type: 'not-found' }>>> {
  const found = await findReadable(deps.read, actor, id)
  return found.ok ? ok(await presentVersion(deps.read, actor, found.value)) : found
}

/** The latest version of a plan that was neither replaced nor superseded: as far as the plan has come. */
export async function currentPlanVersion(
  queries: Queries,
  planId: PlanId,
): Promise<Pick<PlanVersion, 'id' | 'number' | 'state'> | null> {
  const current = (await versionsOfPlan(queries, planId)).find(({ state }) => state !== 'superseded')
  return current ? { id: current.id, number: current.number, state: current.state } : null
}
