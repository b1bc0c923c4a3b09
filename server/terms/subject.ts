import { asId, type TermsVersionId } from '#shared/core'
import { awaitsCertification, isAdopted, ruleSetDigest, type Outcome } from '#shared/motion'
import { versionAfter, type VersionMove, type VersionState } from '#shared/plan'
import { inForceBefore, termsTitle, termsWords } from '#shared/terms'
import type {
  CertifiedFacts,
  MotionSubject,
  MoveFacts,
  SubjectFacts,
  SubjectHold,
  SubjectMove,
  SubjectMoved,
} from '#server/motion'
import type { Queries, Tx } from '#server/db'
import { updateSettings } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { bodyName, termsName } from './access.ts'
import {
  findVersion,
  frozenBodies,
  updateVersionState,
  versionsOfTerms,
  type TermsVersionRow,
} from './version-store.ts'
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
    const body = version.content?.body.name ?? bodyName(terms, group)
    return {
      id: version.id,
      baseId: terms.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'ruleSet',
      planKind: null,
      digest: version.digest,
      title: termsTitle(body),
      name: termsName(terms, body),
      state: version.state,
      mayOpen: versionAfter(version.state, 'open') !== null,
      intact: version.intact,
    }
  },

  async words(queries: Queries, id: string) {
    const content = (await loadTermsVersion(queries, asId<TermsVersionId>(id)))?.content
    return content ? termsWords(content) : ''
  },

  async comparedWith(queries: Queries, id: string) {
    const version = await findVersion(queries, asId<TermsVersionId>(id))
    return version && (inForceBefore(await versionsOfTerms(queries, version.termsId), version)?.number ?? null)
  },

  async titles(queries: Queries, ids: readonly string[]) {
    const bodies = await frozenBodies(queries, ids)
    return new Map(
      [...bodies].map(([id, { kind, name }]) => [id, { title: termsTitle(name), name: termsName({ kind }, name) }]),
    )
  },

  /** Terms in force have carried votes since; only another vote changes them. */
  async holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null> {
    const version = await loadTermsVersion(queries, asId<TermsVersionId>(id))
    if (isAdopted(outcome)) {
      if (version?.inForceAt !== null) return 'inForce'
      return version.state === 'adopted' ? null : 'textMovedOn'
    }
    return version?.state === (outcome === 'RETURNED' ? 'returned' : 'rejected') ? null : 'textMovedOn'
  },

  /**
   * Adopted, a version is in force for every vote opened from now on, and supersedes the one before; votes under way keep
   * the rule set they carry. Adopted over the NGO seats' objection, it waits for `certified`. [G10, V9]
   */
  async moved(tx: Tx, deps: Stamp, id: string, move: SubjectMove, facts: MoveFacts): Promise<SubjectMoved> {
    const version = await loadTermsVersion(tx, asId<TermsVersionId>(id))
    if (!version) throw new Error(`a vote moved the terms of reference ${id}, which do not exist`)
    const waits = awaitsCertification({ outcome: facts.outcome ?? null, certifiedAt: null })
    const comesIntoForce = move === 'adopt' && !waits
    const force = comesIntoForce ? await bringIntoForce(tx, deps, version) : null
    const isDecided = move === 'adopt' || move === 'return' || move === 'reject'
    const decision = isDecided
      ? { decidedAt: facts.at, grade: facts.grade }
      : move === 'void'
        ? { decidedAt: null, grade: null }
        : null
    const inForceAt = comesIntoForce ? facts.at : undefined
    await updateVersionState(tx, version.id, { state: stateAfter(version, move), ...decision, inForceAt })
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
        ...force?.facts,
      },
    })
    return { accessChanged: false, alsoChanged: force?.alsoChanged ?? [] }
  },

  /** Unless the group has decided on other terms meanwhile, which then are in force. */
  async certified(tx: Tx, deps: Stamp, id: string, { at, motionId }: CertifiedFacts): Promise<SubjectMoved> {
    const version = await loadTermsVersion(tx, asId<TermsVersionId>(id))
    if (version?.state !== 'adopted') return { accessChanged: false }
    const force = await bringIntoForce(tx, deps, version)
    await updateVersionState(tx, version.id, { state: version.state, inForceAt: at })
    const { termsId: terms, number, digest } = version
    await appendRecord(tx, deps, {
      act: 'termsVersion.inForce',
      at,
      actor: null,
      subject: version.id,
      facts: { terms, number, digest, motion: motionId, ...force.facts },
    })
    return { accessChanged: false, alsoChanged: force.alsoChanged }
  },
} as const satisfies MotionSubject

/**
 * The one place where the rules of a group change.
 *
 * @returns what the record and the pages are told: by which rules the group votes now, if it is a group's terms
 */
async function bringIntoForce(tx: Tx, deps: Stamp, version: TermsVersion) {
  const { id, placed, content } = version
  if (!content) throw new Error(`terms of reference ${id} were adopted that are not what was submitted`)
  await supersede(tx, deps, version)
  const { settings } = content
  if (!settings) return { facts: {}, alsoChanged: [] }
  const group = placed.group.id
  await updateSettings(tx, group, settings)
  return {
    facts: { group, ruleSet: ruleSetDigest(settings.rules) },
    alsoChanged: [{ topic: 'group', id: group } as const],
  }
}

/** Of one body, one version is in force. One decided on later, which still waits for its certification, waits on. */
async function supersede(tx: Tx, deps: Stamp, by: TermsVersion): Promise<void> {
  const others = await versionsOfTerms(tx, by.termsId)
  const isEarlier = ({ id, decidedAt }: TermsVersionRow) =>
    id !== by.id && (by.decidedAt === null || (decidedAt ?? 0) <= by.decidedAt)
  for (const previous of others.filter(other => other.state === 'adopted' && isEarlier(other))) {
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
