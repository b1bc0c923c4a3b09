import { asId, type TermsVersionId } from '#shared/core'
import { isAdopted, ruleSetDigest, type Outcome } from '#shared/motion'
import { versionAfter, type VersionMove, type VersionState } from '#shared/plan'
import { termsWords } from '#shared/terms'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove, SubjectMoved } from '#server/motion'
import type { Queries, Tx } from '#server/db'
import { updateSettings } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { bodyName, termsTitle } from './access.ts'
import { bodyNames, updateVersionState, versionsOfTerms, type TermsVersionRow } from './version-store.ts'
import { loadTermsVersion, type TermsVersion } from './versions.ts'

/** What each move of a vote is called in the record. */
const actOf = {
  open: 'termsVersion.putToVote',
  adopt: 'termsVersion.adopted',
  return: 'termsVersion.returned',
  reject: 'termsVersion.rejected',
  release: 'termsVersion.released',
  void: 'termsVersion.voteVoided',
} as const satisfies Record<SubjectMove, string>

type Stamp = Pick<Deps, 'now' | 'newId'>

/** Submitted terms of reference, as the votes see them. [V4, V8: a rule set, G10] */
export const termsVersionSubject = {
  kind: 'termsVersion',

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const version = await loadTermsVersion(queries, asId<TermsVersionId>(id))
    if (!version) return null
    const { terms, group } = version.placed
    return {
      id: version.id,
      baseId: terms.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'ruleSet',
      planKind: null,
      digest: version.digest,
      title: termsTitle(version.content?.body.name ?? bodyName(terms, group)),
      state: version.state,
      mayOpen: versionAfter(version.state, 'open') !== null,
      intact: version.intact,
    }
  },

  async words(queries: Queries, id: string) {
    const content = (await loadTermsVersion(queries, asId<TermsVersionId>(id)))?.content
    return content ? termsWords(content) : ''
  },

  async titles(queries: Queries, ids: readonly string[]) {
    const names = await bodyNames(queries, ids)
    return new Map([...names].map(([id, name]) => [id, termsTitle(name)]))
  },

  /** Terms in force have carried votes since; only another vote changes them. */
  async holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null> {
    if (isAdopted(outcome)) return 'inForce'
    const version = await loadTermsVersion(queries, asId<TermsVersionId>(id))
    return version?.state === (outcome === 'RETURNED' ? 'returned' : 'rejected') ? null : 'textMovedOn'
  },

  /**
   * Adopted, a version is in force for every vote opened from now on, and supersedes the one before; votes under way keep
   * the rule set they carry.
   */
  async moved(tx: Tx, deps: Stamp, id: string, move: SubjectMove, facts: MoveFacts): Promise<SubjectMoved> {
    const version = await loadTermsVersion(tx, asId<TermsVersionId>(id))
    if (!version) throw new Error(`a vote moved the terms of reference ${id}, which do not exist`)
    if (move === 'adopt') await supersede(tx, deps, version)
    const settings = move === 'adopt' ? await bringIntoForce(tx, version) : null
    const isDecided = move === 'adopt' || move === 'return' || move === 'reject'
    const decision = isDecided
      ? { decidedAt: facts.at, grade: facts.grade }
      : move === 'void'
        ? { decidedAt: null, grade: null }
        : null
    await updateVersionState(tx, version.id, { state: stateAfter(version, move), ...decision })
    await appendRecord(tx, deps, {
      act: actOf[move],
      actor: null,
      subject: version.id,
      facts: {
        terms: version.termsId,
        number: version.number,
        digest: version.digest,
        motion: facts.motionId,
        grade: facts.grade,
        ...(settings && { group: version.placed.group.id, ruleSet: ruleSetDigest(settings.rules) }),
      },
    })
    const group = { topic: 'group', id: version.placed.group.id } as const
    return { accessChanged: false, alsoChanged: settings ? [group] : [] }
  },
} as const satisfies MotionSubject

/** The one place where the rules of a group change. @returns what the group votes and meets by now; null of an office */
async function bringIntoForce(tx: Tx, { id, placed, content }: TermsVersion) {
  if (!content) throw new Error(`terms of reference ${id} were adopted that are not what was submitted`)
  const { settings } = content
  if (settings) await updateSettings(tx, placed.group.id, settings)
  return settings
}

/** Of one body, one version is in force. */
async function supersede(tx: Tx, deps: Stamp, by: TermsVersion): Promise<void> {
  const others = await versionsOfTerms(tx, by.termsId)
  for (const previous of others.filter(other => other.state === 'adopted' && other.id !== by.id)) {
    await updateVersionState(tx, previous.id, { state: stateAfter(previous, 'supersede') })
    const facts = { terms: by.termsId, digest: previous.digest, by: by.id }
    await appendRecord(tx, deps, { act: 'termsVersion.superseded', actor: null, subject: previous.id, facts })
  }
}

function stateAfter({ id, state }: Pick<TermsVersionRow, 'id' | 'state'>, move: VersionMove): VersionState {
  const after = versionAfter(state, move)
  if (!after) throw new Error(`terms of reference ${id} cannot ${move} when they are ${state}`)
  return after
}
