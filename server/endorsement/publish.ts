import type { Actor } from '#shared/access'
import { err, ok, sha256Hex, type PlanVersionId, type Result } from '#shared/core'
import { bundleText, planVersionAfter, verifyBundle } from '#shared/endorsement'
import type { Problem } from '#shared/problem'
import { appendRecord, signCheckpoint } from '#server/record'
import type { Deps } from '../deps.ts'
import { findForMove, type PlacedVersion } from './access.ts'
import { announce } from './announce.ts'
import { buildBundle } from './bundle.ts'
import { verifySignature } from './node-signature.ts'
import { updatePlanVersion, versionsOfPlan } from './store.ts'

/**
 * The Secretariat publishes an endorsed version, once its file verifies by the same check that everybody else can run.
 * Earlier versions of the plan are superseded and stay to be read. [E6, E10]
 *
 * - `not-found`, `not-permitted`, `plan-version-moved-on`.
 * - `record-not-signed`: what is stored of the record does not continue what was signed.
 * - `text-altered`, `dissent-missing`, `bundle-not-valid`: what is stored is not what was endorsed.
 */
export async function publishVersion(deps: Deps, actor: Actor, id: PlanVersionId): Promise<Result<void, Problem>> {
  // Before the transaction: it has one of its own. What the file cites was committed long before.
  await signCheckpoint(deps)
  const published = await deps.transaction(async (tx): Promise<Result<PlacedVersion, Problem>> => {
    const found = await findForMove(tx, actor, id, 'publish', 'planVersion.publish')
    if (!found.ok) return found
    const { version, plan, after } = found.value
    const bundle = await buildBundle(tx, deps, version)
    if (!bundle.ok) return bundle
    const verdict = verifyBundle(bundle.value, verifySignature)
    if (!verdict.ok) return err({ type: 'bundle-not-valid', faults: verdict.faults })

    for (const earlier of await versionsOfPlan(tx, plan.id)) {
      const superseded =
        earlier.number < version.number ? planVersionAfter(plan.kind, earlier.state, 'supersede') : null
      if (!superseded) continue
      await updatePlanVersion(tx, earlier.id, { state: superseded })
      const facts = { root: earlier.root, by: id }
      await appendRecord(tx, deps, { act: 'planVersion.superseded', actor: null, subject: earlier.id, facts })
    }
    await updatePlanVersion(tx, id, { state: after, publishedAt: deps.now() })
    await appendRecord(tx, deps, {
      act: 'publication.published',
      actor: actor.personId,
      subject: id,
      facts: { root: version.root, number: version.number, bundle: sha256Hex(bundleText(bundle.value)) },
    })
    return found
  })
  if (!published.ok) return published
  announce(deps, published.value.plan.id, id)
  return ok()
}
