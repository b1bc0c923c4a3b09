import { can, type Actor } from '#shared/access'
import {
  amendmentAfter,
  amendmentDigest,
  applyAmendment,
  type AmendmentProblem,
  type OvertakenBecause,
} from '#shared/amendment'
import type { AmendmentInput } from '#shared/amendment/schema'
import { err, ok, type AmendmentId, type Instant, type Result, type SectionVersionId } from '#shared/core'
import type { PlanProblem } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { findGroup } from '#server/group'
import { loadSectionVersion, subjectOf, type SectionVersion } from '#server/plan'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { announceAmendment } from './announce.ts'
import { findAmendment, insertAmendment, openAmendments, updateAmendment, type StoredAmendment } from './store.ts'

type Refusal =
  | AmendmentProblem
  | Extract<PlanProblem, { type: 'text-moved-on' }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/** Seats that amend a text: the voting seats of the group that votes on it, and those of the NWG. [A2, G8] */
export async function seatsThatAmend(
  queries: Queries,
  actor: Actor,
  { placed }: Pick<SectionVersion, 'placed'>,
): Promise<Actor['seats']> {
  const seats: Actor['seats'][number][] = []
  for (const seat of actor.seats) {
    if (!can(actor, 'amendment.propose', { seatId: seat.seatId })) continue
    const isOwn = seat.groupId === placed.group.id
    if (isOwn || (await findGroup(queries, seat.groupId))?.kind === 'nwg') seats.push(seat)
  }
  return seats
}

/**
 * Proposes other words for passages of a submitted version, for a seat. [A2, V4]
 *
 * - `not-found`: missing or hidden. `not-permitted`: not a seat of the person that amends this text.
 * - `text-takes-no-amendments`: it is under vote, decided, or taken back.
 * - `text-moved-on`: the text looked at was another one.
 * - a `ChangeProblem`: the changes do not fit the text.
 */
export async function proposeAmendment(
  deps: Deps,
  actor: Actor,
  versionId: SectionVersionId,
  { seatId, digest, changes, reason }: AmendmentInput,
): Promise<Result<AmendmentId, Refusal>> {
  const proposed = await deps.transaction(async (tx): Promise<Result<StoredAmendment, Refusal>> => {
    const version = await loadSectionVersion(tx, versionId)
    if (!version || !can(actor, 'version.read', subjectOf(version.placed))) return err({ type: 'not-found' })
    const seats = await seatsThatAmend(tx, actor, version)
    if (!seats.some(seat => seat.seatId === seatId)) return err({ type: 'not-permitted' })
    if (version.state !== 'submitted' || version.placed.section.waived || !version.content) {
      return err({ type: 'text-takes-no-amendments', state: version.state })
    }
    if (version.digest !== digest) return err({ type: 'text-moved-on', digest: version.digest })
    const applied = applyAmendment(version.content, { changes })
    if (!applied.ok) return applied

    const amendment: StoredAmendment = {
      id: deps.newId<AmendmentId>(),
      sectionId: version.sectionId,
      groupId: version.placed.group.id,
      versionId,
      proposedTo: versionId,
      changes,
      reason,
      seatId,
      personId: actor.personId,
      at: deps.now(),
      state: 'proposed',
      disposedAt: null,
      overtaken: null,
      motionId: null,
      resultId: null,
    }
    await insertAmendment(tx, amendment)
    await appendRecord(tx, deps, {
      act: 'amendment.proposed',
      actor: actor.personId,
      seat: seatId,
      subject: amendment.id,
      facts: { version: versionId, digest, textDigest: amendmentDigest({ base: digest, changes, reason, seatId }) },
    })
    return ok(amendment)
  })
  if (!proposed.ok) return proposed
  announceAmendment(deps, proposed.value.id, versionId)
  return ok(proposed.value.id)
}

/**
 * Takes an amendment back before a vote on it opens; for its seat. [A3]
 *
 * - `not-found`: missing or hidden. `not-permitted`: of another seat. `amendment-moved-on`: under vote or disposed of.
 */
export async function withdrawAmendment(deps: Deps, actor: Actor, id: AmendmentId): Promise<Result<void, Refusal>> {
  const withdrawn = await deps.transaction(async (tx): Promise<Result<StoredAmendment, Refusal>> => {
    const amendment = await findAmendment(tx, id)
    const version = amendment && (await loadSectionVersion(tx, amendment.versionId))
    if (!version || !can(actor, 'version.read', subjectOf(version.placed))) return err({ type: 'not-found' })
    const { seatId } = amendment
    if (!can(actor, 'amendment.withdraw', { seatId })) return err({ type: 'not-permitted' })
    const state = amendmentAfter(amendment.state, 'withdraw')
    if (!state) return err({ type: 'amendment-moved-on', state: amendment.state })
    await updateAmendment(tx, { ...amendment, state, disposedAt: deps.now() })
    const facts = { version: amendment.versionId }
    await appendRecord(tx, deps, {
      act: 'amendment.withdrawn',
      actor: actor.personId,
      seat: seatId,
      subject: id,
      facts,
    })
    return ok(amendment)
  })
  if (!withdrawn.ok) return withdrawn
  announceAmendment(deps, id, withdrawn.value.versionId)
  return ok()
}

/** What was proposed to a version that is taken back has nothing left to change. [A3] */
export async function overtakeAll(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  versionId: SectionVersionId,
): Promise<void> {
  for (const amendment of await openAmendments(tx, versionId)) {
    await overtake(tx, deps, amendment, 'text-withdrawn', deps.now())
  }
}

export async function overtake(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  amendment: StoredAmendment,
  because: OvertakenBecause,
  at: Instant,
): Promise<void> {
  const state = amendmentAfter(amendment.state, 'overtake')
  if (!state) throw new Error(`an amendment cannot be overtaken when it is ${amendment.state}`)
  await updateAmendment(tx, { ...amendment, state, disposedAt: at, overtaken: because })
  const facts = { version: amendment.versionId, because }
  await appendRecord(tx, deps, { act: 'amendment.overtaken', actor: null, subject: amendment.id, facts })
}
