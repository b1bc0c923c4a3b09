import { asId, sha256Hex, type PlanVersionId } from '#shared/core'
import { parseManifest, planVersionAfter, type PlanVersionMove, type PlanVersionState } from '#shared/endorsement'
import type { PlanKind } from '#shared/plan'
import type { Queries, Tx } from '#server/db'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectMove } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { placeVersion } from './access.ts'
import { isManifestIntact } from './evidence.ts'
import { findPlanVersion, planVersionTitles, titleOfVersion, updatePlanVersion, versionsOfPlan } from './store.ts'

/** What each move of a vote is called in the record. */
const actOf = {
  open: 'planVersion.putToVote',
  adopt: 'planVersion.adopted',
  return: 'planVersion.returned',
  reject: 'planVersion.rejected',
  release: 'planVersion.released',
} as const satisfies Record<SubjectMove, string>

/**
 * A candidate, as the votes see it: its root is the text. The NWG votes on the NAP, the children's TWG on its own plan.
 * [E3, E7, V4]
 */
export const planVersionSubject = {
  kind: 'planVersion',

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const version = await findPlanVersion(queries, asId<PlanVersionId>(id))
    if (!version) return null
    const { plan, group } = await placeVersion(queries, version)
    return {
      id: version.id,
      baseId: plan.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: plan.kind === 'nap' ? 'plan' : 'annex',
      planKind: plan.kind,
      digest: version.root,
      title: titleOfVersion(plan, version),
      state: version.state,
      mayOpen: planVersionAfter(plan.kind, version.state, 'open') !== null,
      intact: sha256Hex(version.manifest) === version.root && (await isManifestIntact(queries, version)),
    }
  },

  /** A plan is found by the sections it is made of; their own decisions are found by their words. */
  async words(queries: Queries, id: string) {
    const version = await findPlanVersion(queries, asId<PlanVersionId>(id))
    const manifest = version && parseManifest(version.manifest)
    return manifest ? manifest.sections.map(({ code, title }) => `${code} ${title}`).join('\n') : ''
  },

  titles: planVersionTitles,

  /** Adopting a version supersedes one that was adopted before it and still waited for the National Co-ordinator. */
  async moved(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, id: string, move: SubjectMove, facts: MoveFacts) {
    const version = await findPlanVersion(tx, asId<PlanVersionId>(id))
    if (!version) throw new Error(`a vote moved the plan version ${id}, which does not exist`)
    const { plan } = await placeVersion(tx, version)
    if (move === 'adopt') {
      const waiting = (await versionsOfPlan(tx, plan.id)).filter(
        ({ state }) => state === 'adopted' || state === 'noted',
      )
      for (const { id: older, state, root } of waiting) {
        await updatePlanVersion(tx, older, { state: after(plan.kind, state, 'supersede') })
        const superseded = { root, by: version.id }
        await appendRecord(tx, deps, { act: 'planVersion.superseded', actor: null, subject: older, facts: superseded })
      }
    }
    const adopted = move === 'adopt' ? { adoptedAt: facts.at, grade: facts.grade } : null
    await updatePlanVersion(tx, version.id, { state: after(plan.kind, version.state, move), ...adopted })
    const { motionId: motion, grade } = facts
    await appendRecord(tx, deps, {
      act: actOf[move],
      actor: null,
      subject: version.id,
      facts: { plan: plan.id, number: version.number, root: version.root, motion, grade },
    })
    return { accessChanged: false }
  },
} as const satisfies MotionSubject

function after(plan: PlanKind, state: PlanVersionState, move: PlanVersionMove): PlanVersionState {
  const next = planVersionAfter(plan, state, move)
  if (!next) throw new Error(`a plan version cannot ${move} when it is ${state}`)
  return next
}
