import {
  assertNever,
  err,
  ok,
  type GroupId,
  type OrganisationId,
  type PersonId,
  type Result,
  type SeatId,
} from '#shared/core'
import type { Tx } from '#server/db'
import type { Constituency, GroupProblem, Seat } from '#shared/group'
import { constituencyOf } from '#shared/people'
import { findOrganisation } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { endChairWithoutSeat, type GroupChange } from './groups.ts'
import { endAccreditations, findSeat, insertSeat, nextSeatPosition, seatHeldBy, updateSeat } from './seat-store.ts'
import { findGroup } from './store.ts'

type Stamp = Pick<Deps, 'now' | 'newId'>
type NotFound = { readonly type: 'not-found' }

export interface NewSeat {
  readonly groupId: GroupId
  readonly label: string
  readonly constituency: Constituency
  /** None for a line that is vacant or not applicable. */
  readonly organisationId: OrganisationId | null
  readonly notApplicable?: boolean
  /** Order in the group's composition; at the end if not given. */
  readonly position?: number
  readonly by: PersonId | null
}

/**
 * Adds a line to a group's composition. [G3, G9]
 *
 * - `not-found`: no such group or organisation.
 * - `constituency-mismatch`: the organisation's kind sits elsewhere. [G4]
 * - `organisation-already-seated`: it has a seat in this group.
 */
export async function createSeat(
  tx: Tx,
  deps: Stamp,
  input: NewSeat,
): Promise<Result<{ readonly seatId: SeatId } & GroupChange, GroupProblem | NotFound>> {
  const { groupId, label, constituency, organisationId, notApplicable = false, by } = input
  if (!(await findGroup(tx, groupId))) return err({ type: 'not-found' })
  if (organisationId !== null) {
    const seatable = await checkOrganisation(tx, groupId, constituency, organisationId)
    if (!seatable.ok) return seatable
  }
  const seatId = deps.newId<SeatId>()
  const position = input.position ?? (await nextSeatPosition(tx, groupId))
  const createdAt = deps.now()
  await insertSeat(tx, { id: seatId, groupId, label, constituency, organisationId, notApplicable, position, createdAt })
  const facts = { group: groupId, label, constituency, organisation: organisationId, notApplicable }
  await appendRecord(tx, deps, { act: 'seat.created', actor: by, subject: seatId, facts })
  return ok({ seatId, groupId, persons: [] })
}

/** What may be done to a seat. Each supposes a state; where it is another, somebody else was first. */
export type SeatAct =
  /** A vacant seat is given to an organisation. */
  | { readonly act: 'assign'; readonly organisationId: OrganisationId }
  /** The organisation leaves the seat, and whoever spoke for it with it. */
  | { readonly act: 'vacate'; readonly organisationId: OrganisationId }
  /** The line has no counterpart in this country, or has one after all. */
  | { readonly act: 'markNotApplicable' }
  | { readonly act: 'markApplicable' }
  | { readonly act: 'rename'; readonly label: string }
  /** The line leaves the group; its ballots stay. */
  | { readonly act: 'end' }

/**
 * Changes a seat. Votes already open keep the electorate they were opened with. [G3, V1]
 *
 * - `not-found`: no such seat or organisation.
 * - `seat-changed`: the seat is not, or no longer, as the act supposes.
 * - `constituency-mismatch`, `organisation-already-seated`: as for a new seat.
 */
export async function changeSeat(
  tx: Tx,
  deps: Stamp,
  seatId: SeatId,
  change: SeatAct,
  by: PersonId | null,
): Promise<Result<GroupChange, GroupProblem | NotFound>> {
  const seat = await findSeat(tx, seatId, deps.now())
  if (!seat) return err({ type: 'not-found' })
  const vacant = seat.organisationId === null
  const done = (persons: readonly PersonId[] = []) => ok({ groupId: seat.groupId, persons })
  const note = (act: `seat.${string}`, facts: Record<string, string>) =>
    appendRecord(tx, deps, { act, actor: by, subject: seatId, facts })

  switch (change.act) {
    case 'assign': {
      if (!vacant || seat.notApplicable) return err({ type: 'seat-changed' })
      const seatable = await checkOrganisation(tx, seat.groupId, seat.constituency, change.organisationId)
      if (!seatable.ok) return seatable
      await updateSeat(tx, seatId, { organisationId: change.organisationId })
      await note('seat.assigned', { organisation: change.organisationId })
      return done()
    }
    case 'vacate':
      if (seat.organisationId !== change.organisationId) return err({ type: 'seat-changed' })
      await note('seat.vacated', { organisation: change.organisationId })
      await updateSeat(tx, seatId, { organisationId: null })
      return done(await dismissAll(tx, deps, seat, by))
    case 'markNotApplicable':
      if (!vacant || seat.notApplicable) return err({ type: 'seat-changed' })
      await updateSeat(tx, seatId, { notApplicable: true })
      await note('seat.markedNotApplicable', {})
      return done()
    case 'markApplicable':
      if (!seat.notApplicable) return err({ type: 'seat-changed' })
      await updateSeat(tx, seatId, { notApplicable: false })
      await note('seat.markedApplicable', {})
      return done()
    case 'rename':
      await updateSeat(tx, seatId, { label: change.label })
      await note('seat.renamed', { from: seat.label, to: change.label })
      return done()
    case 'end':
      await note('seat.ended', { label: seat.label })
      await updateSeat(tx, seatId, { endedAt: deps.now() })
      return done(await dismissAll(tx, deps, seat, by))
    default:
      return assertNever(change)
  }
}

async function checkOrganisation(
  tx: Tx,
  groupId: GroupId,
  constituency: Constituency,
  organisationId: OrganisationId,
): Promise<Result<void, GroupProblem | NotFound>> {
  const organisation = await findOrganisation(tx, organisationId)
  if (!organisation) return err({ type: 'not-found' })
  const expected = constituencyOf[organisation.kind]
  if (expected !== constituency) return err({ type: 'constituency-mismatch', expected })
  const held = await seatHeldBy(tx, groupId, organisationId)
  return held ? err({ type: 'organisation-already-seated', seatLabel: held.label }) : ok()
}

/** Ends every accreditation for a seat whose organisation leaves it. */
async function dismissAll(tx: Tx, deps: Stamp, seat: Seat, by: PersonId | null): Promise<readonly PersonId[]> {
  const { representatives } = seat
  if (representatives.length === 0) return []
  await endAccreditations(
    tx,
    representatives.map(representative => representative.id),
    deps.now(),
  )
  for (const { id, personId, rank } of representatives) {
    const facts = { person: personId, rank, seat: seat.id }
    await appendRecord(tx, deps, { act: 'representative.ended', actor: by, subject: id, facts })
  }
  await endChairWithoutSeat(tx, deps, seat.groupId, by)
  return representatives.map(representative => representative.personId)
}
