import { asId, sha256Hex, type PlanVersionId } from '#shared/core'
import {
  isAdoptedEntry,
  parseManifest,
  planVersionAfter,
  type PlanVersionMove,
  type PlanVersionState,
} from '#shared/endorsement'
import type { Plan, PlanKind } from '#shared/plan'
import type { Queries, Tx } from '#server/db'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove } from '#server/motion'
import { isAdopted, type Outcome } from '#shared/motion'
import { parseEntry } from '#shared/record'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { placeVersion } from './access.ts'
import { isManifestIntact, isStillAdopted } from './evidence.ts'
import type { PlanVersion } from './plan-version.ts'
import { lastEndorsed } from './statement.ts'
import {
  allPlanVersions,
  entriesAbout,
  findPlanVersion,
  planVersionTitles,
  titleOfVersion,
  updatePlanVersion,
  versionsOfPlan,
} from './store.ts'

/** What each move of a vote is called in the record. */
const actOf = {
  open: 'planVersion.putToVote',
  adopt: 'planVersion.adopted',
  return: 'planVersion.returned',
  reject: 'planVersion.rejected',
  release: 'planVersion.released',
  void: 'planVersion.voteVoided',
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
      name: { kind: 'planVersion', plan: plan.kind, number: version.number },
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

  async comparedWith(queries: Queries, id: string) {
    const version = await findPlanVersion(queries, asId<PlanVersionId>(id))
    return version && ((await lastEndorsed(queries, version))?.number ?? null)
  },

  titles: planVersionTitles,

  /** Noted, endorsed or sent back, the plan is relied on. One of which a section was undone since is no candidate again. */
  async holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null> {
    const version = await findPlanVersion(queries, asId<PlanVersionId>(id))
    const left = isAdopted(outcome) ? 'adopted' : outcome === 'RETURNED' ? 'returned' : 'rejected'
    if (version?.state === left && (await isStillAdopted(queries, version))) return null
    return version?.endorsedAt ? 'endorsed' : 'textMovedOn'
  },

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
    if (move === 'void' && version.state === 'adopted') await reinstate(tx, deps, plan, version)
    const adopted =
      move === 'adopt'
        ? { adoptedAt: facts.at, grade: facts.grade }
        : move === 'void'
          ? { adoptedAt: null, grade: null }
          : null
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

/** Brings back what this version had superseded when it was adopted, unless a section of it was undone since. [E5] */
async function reinstate(tx: Tx, deps: Pick<Deps, 'now'>, plan: Plan, voided: PlanVersion): Promise<void> {
  const older = (await versionsOfPlan(tx, plan.id)).filter(({ state }) => state === 'superseded')
  const entries = (
    await entriesAbout(
      tx,
      older.map(({ id }) => id),
    )
  ).map(({ text }) => parseEntry(text))
  for (const version of older) {
    const { id, root, notedAt } = version
    const last = entries.findLast(({ act, subject }) => subject === id && act === 'planVersion.superseded')
    if (last?.facts['by'] !== voided.id || !(await isStillAdopted(tx, version))) continue
    await updatePlanVersion(tx, id, { state: notedAt === null ? after(plan.kind, 'superseded', 'reinstate') : 'noted' })
    const facts = { root, inPlaceOf: voided.id }
    await appendRecord(tx, deps, { act: 'planVersion.reinstated', actor: null, subject: id, facts })
  }
}

function after(plan: PlanKind, state: PlanVersionState, move: PlanVersionMove): PlanVersionState {
  const next = planVersionAfter(plan, state, move)
  if (!next) throw new Error(`a plan version cannot ${move} when it is ${state}`)
  return next
}

/**
 * A section version as the votes see it, and held to its adoption by every manifest that it stands in and that still
 * counts. [E2, V13]
 */
export function heldByPlans<S extends MotionSubject>(subject: S): S {
  return {
    ...subject,
    async holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null> {
      const standing = (await allPlanVersions(queries)).filter(
        ({ state, endorsedAt }) => endorsedAt !== null || !['rejected', 'superseded', 'sentBack'].includes(state),
      )
      const holding = standing.filter(({ manifest }) => {
        const sections = parseManifest(manifest)?.sections ?? []
        return sections.some(entry => isAdoptedEntry(entry) && entry.versionId === id)
      })
      if (holding.some(({ endorsedAt }) => endorsedAt !== null)) return 'endorsed'
      return holding.length > 0 ? 'inPlan' : subject.holdsTo(queries, id, outcome)
    },
  }
}
