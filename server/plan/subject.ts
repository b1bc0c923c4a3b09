import { asId, type SectionVersionId } from '#shared/core'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove } from '#server/motion'
import { isAdopted, namedByPeople, type Outcome } from '#shared/motion'
import type { Queries, Tx } from '#server/db'
import { adoptedBefore, sectionWords, versionAfter, type VersionMove, type VersionState } from '#shared/plan'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { reopenAfter } from './closing.ts'
import { findVersion, updateVersionState, versionsOfSection, versionTitles, type VersionRow } from './version-store.ts'
import { loadSectionVersion } from './versions.ts'

/** What each move of a vote is called in the record. */
const actOf = {
  open: 'version.putToVote',
  adopt: 'version.adopted',
  return: 'version.returned',
  reject: 'version.rejected',
  release: 'version.released',
  void: 'version.voteVoided',
} as const satisfies Record<SubjectMove, string>

/** A submitted section version, as the votes see it. [V4, workflow "Section version"] */
export const sectionVersionSubject = {
  kind: 'sectionVersion',

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const version = await loadSectionVersion(queries, asId<SectionVersionId>(id))
    if (!version) return null
    const { section, plan, group } = version.placed
    const frozen = version.content?.section
    return {
      id: version.id,
      baseId: section.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'section',
      planKind: plan.kind,
      digest: version.digest,
      title: frozen ? `${frozen.code} ${frozen.title}` : section.title,
      state: version.state,
      mayOpen: versionAfter(version.state, 'open') !== null && section.waived === null,
      intact: version.intact,
    }
  },

  async words(queries: Queries, id: string) {
    const content = (await loadSectionVersion(queries, asId<SectionVersionId>(id)))?.content
    return content ? sectionWords(content) : ''
  },

  async comparedWith(queries: Queries, id: string) {
    const version = await findVersion(queries, asId<SectionVersionId>(id))
    return version && (adoptedBefore(await versionsOfSection(queries, version.sectionId), version)?.number ?? null)
  },

  async titles(queries: Queries, ids: readonly string[]) {
    return namedByPeople(await versionTitles(queries, ids))
  },

  /** A text that was put to another vote, or replaced, since then has moved on. */
  async holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null> {
    const version = await findVersion(queries, asId<SectionVersionId>(id))
    const left = isAdopted(outcome) ? 'adopted' : outcome === 'RETURNED' ? 'returned' : 'rejected'
    return version?.state === left ? null : 'textMovedOn'
  },

  /**
   * Adopting a version supersedes the one that was adopted before it: of one section, one text stands; when that vote is
   * voided, the earlier one stands again. With any outcome a text opens that was closed until then.
   */
  async moved(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, id: string, move: SubjectMove, facts: MoveFacts) {
    const versionId = asId<SectionVersionId>(id)
    const version = await findVersion(tx, versionId)
    if (!version) throw new Error(`a vote moved the section version ${id}, which does not exist`)
    if (move === 'adopt') {
      const others = await versionsOfSection(tx, version.sectionId)
      for (const previous of others.filter(other => other.state === 'adopted' && other.id !== versionId)) {
        await updateVersionState(tx, previous.id, { state: stateAfter(previous.state, 'supersede') })
        const superseded = { section: version.sectionId, digest: previous.digest, by: versionId }
        await appendRecord(tx, deps, {
          act: 'version.superseded',
          actor: null,
          subject: previous.id,
          facts: superseded,
        })
      }
    }
    if (move === 'void' && version.state === 'adopted') await reinstate(tx, deps, version)
    const state = stateAfter(version.state, move)
    const isDecided = move === 'adopt' || move === 'return' || move === 'reject'
    const decision = isDecided
      ? { decidedAt: facts.at, grade: facts.grade }
      : move === 'void'
        ? { decidedAt: null, grade: null }
        : null
    await updateVersionState(tx, versionId, { state, ...decision })
    await appendRecord(tx, deps, {
      act: actOf[move],
      actor: null,
      subject: versionId,
      facts: {
        section: version.sectionId,
        number: version.number,
        digest: version.digest,
        motion: facts.motionId,
        grade: facts.grade,
      },
    })
    return { accessChanged: move !== 'open' && (await reopenAfter(tx, deps, version, null)) }
  },
} as const satisfies MotionSubject

/** Of those superseded after a decision (and not by an amendment), the one adopted last is what this version had superseded. */
async function reinstate(tx: Tx, deps: Pick<Deps, 'now'>, voided: VersionRow): Promise<void> {
  const [previous] = (await versionsOfSection(tx, voided.sectionId))
    .filter(({ state, decidedAt }) => state === 'superseded' && decidedAt !== null)
    .toSorted((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0))
  if (!previous) return
  await updateVersionState(tx, previous.id, { state: stateAfter(previous.state, 'reinstate') })
  const facts = { section: voided.sectionId, digest: previous.digest, inPlaceOf: voided.id }
  await appendRecord(tx, deps, { act: 'version.reinstated', actor: null, subject: previous.id, facts })
}

function stateAfter(state: VersionState, move: VersionMove): VersionState {
  const after = versionAfter(state, move)
  if (!after) throw new Error(`a section version cannot ${move} when it is ${state}`)
  return after
}
