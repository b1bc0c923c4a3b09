import type { Actor } from '#shared/access'
import { err, ok, sha256Hex, type PlanVersionId, type Result } from '#shared/core'
import type { EndorsementProblem } from '#shared/endorsement'
import type { CommonProblem } from '#shared/problem'
import { officesHeld } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { findForMove, type PlacedVersion } from './access.ts'
import { announce } from './announce.ts'
import { insertAct, updatePlanVersion } from './store.ts'

type Refusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>
  | Extract<EndorsementProblem, { type: 'plan-version-moved-on' | 'not-in-office' }>

/**
 * The National Co-ordinator sends a version back instead of endorsing it, with reasons that the group reads. [E3]
 *
 * - `not-found`, `not-permitted`.
 * - `plan-version-moved-on`: it does not wait for this act, or no longer.
 * - `not-in-office`: the office ended while the request was under way.
 */
export async function sendBack(
  deps: Deps,
  actor: Actor,
  id: PlanVersionId,
  reasons: string,
): Promise<Result<void, Refusal>> {
  const sent = await deps.transaction(async (tx): Promise<Result<PlacedVersion, Refusal>> => {
    const found = await findForMove(tx, actor, id, 'sendBack', 'planVersion.sendBack')
    if (!found.ok) return found
    const { personId } = actor
    const at = deps.now()
    if (!(await officesHeld(tx, personId, at)).includes('nationalCoordinator')) return err({ type: 'not-in-office' })
    const { version, after } = found.value
    await updatePlanVersion(tx, id, { state: after })
    const actId = deps.newId()
    await insertAct(tx, { id: actId, planVersionId: id, personId, at, act: 'sentBack', reasons })
    await appendRecord(tx, deps, {
      act: 'endorsement.sentBack',
      actor: personId,
      subject: id,
      facts: { endorsementAct: actId, root: version.root, number: version.number, reasons: sha256Hex(reasons) },
    })
    return found
  })
  if (!sent.ok) return sent
  announce(deps, sent.value.plan.id, id)
  return ok()
}
