/** From adopted sections to a candidate. [E2] */
import { can, type Actor } from '#shared/access'
import { err, ok, type PlanId, type PlanVersionId, type Result } from '#shared/core'
import {
  canonicalManifest,
  isSameContent,
  manifestFormat,
  parseManifest,
  planVersionAfter,
  rootOf,
  type Annex,
  type EndorsementProblem,
  type Manifest,
  type MissingSection,
} from '#shared/endorsement'
import type { Plan } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { findPlan, findPlanByKind } from '#server/plan'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { groupOf, subjectOf } from './access.ts'
import { announce } from './announce.ts'
import type { PlanVersion } from './plan-version.ts'
import { readSections } from './sections.ts'
import { insertPlanVersion, nextNumber, updatePlanVersion, versionsOfPlan } from './store.ts'

type Refusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>
  | Extract<EndorsementProblem, { type: 'plan-incomplete' | 'candidate-under-vote' | 'manifest-unchanged' }>

/** What stands in the way of a candidate now, for whoever may see the plan's papers. */
export async function readReadiness(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  planId: PlanId,
): Promise<
  Result<
    {
      readonly plan: Plan
      readonly ready: number
      readonly waived: number
      readonly missing: readonly MissingSection[]
      readonly mayAssemble: boolean
    },
    Extract<CommonProblem, { type: 'not-found' }>
  >
> {
  const plan = await findPlan(deps.read, planId)
  const subject = plan && subjectOf({ plan, group: await groupOf(deps.read, plan) })
  if (!plan || !subject || !can(actor, 'version.read', subject)) return err({ type: 'not-found' })
  const { entries, missing } = await readSections(deps.read, plan)
  const waived = entries.filter(entry => 'waived' in entry).length
  const mayAssemble = can(actor, 'planVersion.assemble', subject)
  return ok({ plan, ready: entries.length - waived, waived, missing, mayAssemble })
}

/**
 * Makes a candidate of the adopted section versions. A candidate that was not adopted gives way to it. [E2, E5]
 *
 * - `not-found`, `not-permitted`: the Secretariat assembles the NAP, the children's TWG its own plan. [E7]
 * - `plan-incomplete`: sections that are neither adopted nor waived, or cannot stand as they are, each with the reason.
 * - `candidate-under-vote`: of this plan.
 * - `manifest-unchanged`: the latest version that still counts says exactly the same.
 */
export async function assembleCandidate(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
): Promise<Result<PlanVersionId, Refusal>> {
  const assembled = await deps.transaction(async (tx): Promise<Result<PlanVersionId, Refusal>> => {
    const plan = await findPlan(tx, planId)
    const subject = plan && subjectOf({ plan, group: await groupOf(tx, plan) })
    if (!plan || !subject || !can(actor, 'version.read', subject)) return err({ type: 'not-found' })
    if (!can(actor, 'planVersion.assemble', subject)) return err({ type: 'not-permitted' })
    const { entries, missing } = await readSections(tx, plan)
    if (missing.length > 0) return err({ type: 'plan-incomplete', missing })

    const earlier = await versionsOfPlan(tx, planId)
    const voting = earlier.find(version => version.state === 'underVote')
    if (voting) return err({ type: 'candidate-under-vote', planVersionId: voting.id, number: voting.number })
    const annex = plan.kind === 'nap' ? await endorsedAnnex(tx) : null
    const manifest: Manifest = {
      format: manifestFormat,
      plan: { id: plan.id, kind: plan.kind, title: plan.title },
      number: await nextNumber(tx, planId),
      sections: entries,
      ...(annex && { annex }),
    }
    const same = earlier.find(version => stillCounts(version) && saysTheSame(version, manifest))
    if (same) return err({ type: 'manifest-unchanged', planVersionId: same.id, number: same.number })

    const id = deps.newId<PlanVersionId>()
    const root = rootOf(manifest)
    await replaceCandidates(tx, deps, actor, plan, earlier, id)
    const { number } = manifest
    await insertPlanVersion(tx, {
      id,
      planId,
      number,
      manifest: canonicalManifest(manifest),
      root,
      assembledBy: actor.personId,
      assembledAt: deps.now(),
    })
    const facts = { plan: planId, number, root, sections: entries.length, annex: annex?.root ?? null }
    await appendRecord(tx, deps, { act: 'planVersion.assembled', actor: actor.personId, subject: id, facts })
    return ok(id)
  })
  if (assembled.ok) announce(deps, planId, assembled.value)
  return assembled
}

/** The children's plan, where the National Co-ordinator endorsed it as an annex. [E7] */
async function endorsedAnnex(queries: Queries): Promise<Annex | null> {
  const plan = await findPlanByKind(queries, 'children')
  const versions = plan ? await versionsOfPlan(queries, plan.id) : []
  const endorsed = versions.find(({ state }) => state === 'endorsed' || state === 'published')
  if (endorsed?.endorsedAs !== 'annex') return null
  return { planVersionId: endorsed.id, number: endorsed.number, root: endorsed.root }
}

/** A text that was rejected, sent back or replaced may be put forward again; one that lives need not be. */
function stillCounts({ state }: PlanVersion): boolean {
  return !['rejected', 'sentBack', 'superseded'].includes(state)
}

function saysTheSame(version: PlanVersion, manifest: Manifest): boolean {
  const before = parseManifest(version.manifest)
  return before !== null && isSameContent(before, manifest)
}

async function replaceCandidates(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  plan: Plan,
  earlier: readonly PlanVersion[],
  by: PlanVersionId,
): Promise<void> {
  for (const { id, state, root } of earlier) {
    const after = planVersionAfter(plan.kind, state, 'replace')
    if (!after) continue
    await updatePlanVersion(tx, id, { state: after })
    await appendRecord(tx, deps, {
      act: 'planVersion.replaced',
      actor: actor.personId,
      subject: id,
      facts: { root, by },
    })
  }
}
