import { can, type Actor } from '#shared/access'
import { err, ok, type Result, type SectionId, type SectionVersionId } from '#shared/core'
import { appendRecord } from '#server/record'
import { closeText, versionAfter, type PlanProblem, type VersionState } from '#shared/plan'
import type { NewVersion, Preview } from '#shared/plan/schema'
import type { CommonProblem } from '#shared/problem'
import { accessTo, placeOf, subjectOf } from './access.ts'
import { announceVersion, announceWriters } from './announce.ts'
import { keepClosed, reopenAfter } from './closing.ts'
import { freezeText, readLiveText } from './live-text.ts'
import type { PlanDeps } from './plan-deps.ts'
import { findSameText, findVersion, insertVersion, nextVersionNumber, updateVersionState } from './version-store.ts'

type Refusal = PlanProblem | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/** States in which a text still waits for a decision or stands adopted: submitting it again would say nothing new. */
const inTheRace = ['submitted', 'underVote', 'adopted'] as const satisfies readonly VersionState[]

/**
 * What would be frozen if the section were submitted now, with its digest.
 *
 * - `not-found`: missing or hidden. `text-unreadable`: the text holds what cannot be frozen.
 */
export async function previewVersion(
  deps: PlanDeps,
  actor: Actor,
  sectionId: SectionId,
): Promise<Result<Preview, Refusal>> {
  const placed = await placeOf(deps.read, sectionId)
  if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
  const live = await readLiveText(deps, sectionId)
  if (!live.ok) return live
  const { content, digest } = await freezeText(deps.read, placed, live.value)
  const same = await findSameText(deps.read, sectionId, digest, inTheRace)
  return ok({ digest, content, submittedAs: same && { id: same.id, number: same.number, state: same.state } })
}

/**
 * Freezes the committed text of a section as an immutable version, if it is the text that the submitter looked at.
 * The live text goes on, unless it is to be closed with it. [E1, workflow "Section version": working → submitted]
 *
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to submit, not for that seat, or not theirs to
 *   close for writing.
 * - `section-waived`: the plan does without this section.
 * - `text-damaged`: a part of the stored text cannot be read, so that what is left of it may lack words.
 * - `text-unreadable`: the text holds what cannot be frozen.
 * - `text-moved-on`: somebody has written since; carries the digest of the text as it is now.
 * - `already-submitted`: exactly this text is submitted, under vote or adopted.
 * - `text-closed`: it was to be closed with it, and is closed already.
 */
export async function submitVersion(
  deps: PlanDeps,
  actor: Actor,
  sectionId: SectionId,
  input: NewVersion,
): Promise<Result<SectionVersionId, Refusal>> {
  const live = await readLiveText(deps, sectionId)
  const submitted = await deps.transaction(async (tx): Promise<Result<SectionVersionId, Refusal>> => {
    const placed = await placeOf(tx, sectionId)
    if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
    if (!can(actor, 'section.submit', subjectOf(placed))) return err({ type: 'not-permitted' })
    if (input.closeText && !can(actor, 'section.closeText', subjectOf(placed))) return err({ type: 'not-permitted' })
    const seats = actor.seats.filter(seat => seat.groupId === placed.group.id && seat.constituency !== 'OBSERVER')
    const seat = seats.find(candidate => input.seatId === undefined || candidate.seatId === input.seatId)
    if (input.seatId !== undefined && !seat) return err({ type: 'not-permitted' })
    if (placed.section.waived) return err({ type: 'section-waived' })
    if (placed.damagedAt !== null) return err({ type: 'text-damaged', since: placed.damagedAt })
    if (!live.ok) return live
    const frozen = await freezeText(tx, placed, live.value)
    if (frozen.digest !== input.digest) return err({ type: 'text-moved-on', digest: frozen.digest })
    const same = await findSameText(tx, sectionId, frozen.digest, inTheRace)
    if (same) return err({ type: 'already-submitted', versionId: same.id, number: same.number, state: same.state })

    const id = deps.newId<SectionVersionId>()
    const number = await nextVersionNumber(tx, sectionId)
    const { text: content, digest } = frozen
    const seatId = seat?.seatId ?? null
    const submittedAt = deps.now()
    const closing = { at: submittedAt, by: actor.personId, reason: null, untilVersion: id }
    const closed = input.closeText ? closeText(placed.section, closing) : ok(null)
    if (!closed.ok) return closed
    await insertVersion(tx, {
      id,
      sectionId,
      number,
      digest,
      content,
      submittedBy: actor.personId,
      seatId,
      submittedAt,
    })
    const { code, title } = frozen.content.section
    const facts = { section: sectionId, code, title, number, digest }
    await appendRecord(tx, deps, { act: 'version.submitted', actor: actor.personId, seat: seatId, subject: id, facts })
    if (closed.value) await keepClosed(tx, deps, closed.value)
    return ok(id)
  })
  if (!submitted.ok) return submitted
  if (input.closeText) announceWriters(deps, sectionId)
  announceVersion(deps, sectionId, submitted.value)
  return submitted
}

/**
 * Takes a submitted version back before a vote on it opens; a text that was closed with it opens again.
 * [workflow "Section version": submitted → withdrawn]
 *
 * - `not-found`: missing or hidden. `not-permitted`: only who submitted it, or the chair of the owning group.
 * - `version-moved-on`: it is under vote, decided or withdrawn already.
 */
export async function withdrawVersion(
  deps: PlanDeps,
  actor: Actor,
  versionId: SectionVersionId,
): Promise<Result<void, Refusal>> {
  const withdrawn = await deps.transaction(async (tx): Promise<Result<Withdrawn, Refusal>> => {
    const version = await findVersion(tx, versionId)
    const placed = version && (await placeOf(tx, version.sectionId))
    if (!placed || !can(actor, 'version.read', subjectOf(placed))) return err({ type: 'not-found' })
    if (!can(actor, 'section.withdraw', { ...subjectOf(placed), sponsorId: version.submittedBy.id })) {
      return err({ type: 'not-permitted' })
    }
    const state = versionAfter(version.state, 'withdraw')
    if (!state) return err({ type: 'version-moved-on', state: version.state })
    await updateVersionState(tx, versionId, { state, decidedAt: deps.now() })
    const facts = { section: version.sectionId, number: version.number, digest: version.digest }
    await appendRecord(tx, deps, { act: 'version.withdrawn', actor: actor.personId, subject: versionId, facts })
    await deps.versionWithdrawn(tx, versionId)
    const reopened = await reopenAfter(tx, deps, version, actor.personId)
    return ok({ sectionId: version.sectionId, reopened })
  })
  if (!withdrawn.ok) return withdrawn
  const { sectionId, reopened } = withdrawn.value
  if (reopened) announceWriters(deps, sectionId)
  announceVersion(deps, sectionId, versionId)
  return ok()
}

interface Withdrawn {
  readonly sectionId: SectionId
  /** Whether the text was closed with the version, and is open again. */
  readonly reopened: boolean
}
