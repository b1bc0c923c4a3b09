import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type Digest, type Result, type TermsId, type TermsVersionId } from '#shared/core'
import { ruleSetDigest } from '#shared/motion'
import { versionAfter, type PlanProblem, type VersionState } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import { canonicalTerms, settingFaults, termsFormat, type TermsContent, type TermsProblem } from '#shared/terms'
import type { NewTermsVersion, TermsPreview } from '#shared/terms/schema'
import type { Queries } from '#server/db'
import { textsReadHere } from '#server/minutes'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { accessTo, bodyName, placeForAct, placeTerms, subjectOf, type PlacedTerms } from './access.ts'
import { announceTerms } from './announce.ts'
import { draftOf } from './settings.ts'
import { findSameTerms, findVersion, insertVersion, nextVersionNumber, updateVersionState } from './version-store.ts'

type TextRefusal = Extract<PlanProblem, { type: 'text-unreadable' | 'text-damaged' }>
type Refusal =
  | TextRefusal
  | Extract<PlanProblem, { type: 'text-moved-on' | 'version-moved-on' }>
  | Extract<TermsProblem, { type: 'settings-out-of-bounds' | 'terms-already-submitted' }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

interface FrozenTerms {
  readonly content: TermsContent
  /** Canonical JSON, what `digest` covers. */
  readonly text: string
  readonly digest: Digest
}

/** States in which terms still wait for a decision or are in force: submitting them again would say nothing new. */
const inTheRace = ['submitted', 'underVote', 'adopted'] as const satisfies readonly VersionState[]

/**
 * What would be frozen if the terms were submitted now, with its digest.
 *
 * - `not-found`: missing or hidden. `text-damaged`, `text-unreadable`: the text cannot be frozen as it stands.
 */
export async function previewTerms(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  termsId: TermsId,
): Promise<Result<TermsPreview, Refusal>> {
  const placed = await placeForAct(deps.read, actor, 'terms.read', termsId)
  if (!placed.ok) return placed
  const frozen = await freeze(deps.read, deps, placed.value)
  if (!frozen.ok) return frozen
  const { content, digest } = frozen.value
  const same = await findSameTerms(deps.read, termsId, digest, inTheRace)
  return ok({ digest, content, submittedAs: same && { id: same.id, number: same.number, state: same.state } })
}

/**
 * Freezes text and settings as one immutable version, if they are what the submitter looked at. Both go on. [E1, G10]
 *
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to submit, or not for that seat.
 * - `text-damaged`, `text-unreadable`: the text cannot be frozen as it stands.
 * - `settings-out-of-bounds`: the draft, older than a bound, crosses it.
 * - `text-moved-on`: somebody has written or changed a setting since; carries the digest as of now.
 * - `terms-already-submitted`: exactly this is submitted, under vote or in force.
 */
export async function submitTerms(
  deps: Deps,
  actor: Actor,
  termsId: TermsId,
  input: NewTermsVersion,
): Promise<Result<TermsVersionId, Refusal>> {
  const submitted = await deps.transaction(async (tx): Promise<Result<TermsVersionId, Refusal>> => {
    const placed = await placeForAct(tx, actor, 'terms.submit', termsId)
    if (!placed.ok) return placed
    const { group } = placed.value
    const seats = actor.seats.filter(seat => seat.groupId === group.id && seat.constituency !== 'OBSERVER')
    const seat = seats.find(candidate => input.seatId === undefined || candidate.seatId === input.seatId)
    if (input.seatId !== undefined && !seat) return err({ type: 'not-permitted' })
    const frozen = await freeze(tx, deps, placed.value)
    if (!frozen.ok) return frozen
    const { content, text, digest } = frozen.value
    if (digest !== input.digest) return err({ type: 'text-moved-on', digest })
    const { settings } = content
    const faults = settings ? settingFaults(settings) : []
    if (faults.length > 0) return err({ type: 'settings-out-of-bounds', faults })
    const same = await findSameTerms(tx, termsId, digest, inTheRace)
    if (same) return err({ type: 'terms-already-submitted', number: same.number, state: same.state })

    const id = deps.newId<TermsVersionId>()
    const number = await nextVersionNumber(tx, termsId)
    const seatId = seat?.seatId ?? null
    const by = { submittedBy: actor.personId, submittedForSeat: seatId, submittedAt: deps.now() }
    await insertVersion(tx, { id, termsId, number, digest, content: text, ...by })
    await appendRecord(tx, deps, {
      act: 'termsVersion.submitted',
      actor: actor.personId,
      seat: seatId,
      subject: id,
      facts: {
        terms: termsId,
        name: content.body.name,
        number,
        digest,
        ...(settings && { ruleSet: ruleSetDigest(settings.rules) }),
      },
    })
    return ok(id)
  })
  if (submitted.ok) announceTerms(deps, termsId)
  return submitted
}

/**
 * Takes a submitted version back before a vote on it opens. [workflow "Section version": submitted → withdrawn]
 *
 * - `not-found`: missing or hidden. `not-permitted`: only who submitted it, or the chair of the deciding group.
 * - `version-moved-on`: it is under vote, decided or withdrawn already.
 */
export async function withdrawTerms(
  deps: Deps,
  actor: Actor,
  versionId: TermsVersionId,
): Promise<Result<void, Refusal>> {
  const withdrawn = await deps.transaction(async (tx): Promise<Result<TermsId, Refusal>> => {
    const version = await findVersion(tx, versionId)
    const placed = version && (await placeTerms(tx, version.termsId))
    if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
    if (!can(actor, 'terms.withdraw', { ...subjectOf(placed), sponsorId: version.submittedBy.id })) {
      return err({ type: 'not-permitted' })
    }
    const state = versionAfter(version.state, 'withdraw')
    if (!state) return err({ type: 'version-moved-on', state: version.state })
    await updateVersionState(tx, versionId, { state, decidedAt: deps.now() })
    const facts = { terms: version.termsId, number: version.number, digest: version.digest }
    await appendRecord(tx, deps, { act: 'termsVersion.withdrawn', actor: actor.personId, subject: versionId, facts })
    return ok(version.termsId)
  })
  if (!withdrawn.ok) return withdrawn
  announceTerms(deps, withdrawn.value)
  return ok()
}

/** Text and settings as they are committed, with the names of this moment. [E1] */
async function freeze(
  queries: Queries,
  deps: Pick<Deps, 'now'>,
  placed: PlacedTerms,
): Promise<Result<FrozenTerms, TextRefusal>> {
  const { terms, group } = placed
  const words = await textsReadHere.words(queries, terms.id, deps.now())
  if (!words.ok) return words
  const content: TermsContent = {
    format: termsFormat,
    body: { kind: terms.kind, group: group.id, name: bodyName(terms, group) },
    narrative: words.value,
    settings: await draftOf(queries, placed),
  }
  const text = canonicalTerms(content)
  return ok({ content, text, digest: sha256Hex(text) })
}
