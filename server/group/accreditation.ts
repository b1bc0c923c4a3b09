import { err, ok, type PersonId, type Result, type SeatId } from '#shared/core'
import type { Tx } from '#server/db'
import { checkAccreditation, type GroupProblem, type RepresentativeRank } from '#shared/group'
import { officesWithoutVote } from '#shared/people'
import { findPerson, officesHeld } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { endChairWithoutSeat, type GroupChange } from './groups.ts'
import { endAccreditations, findAccreditation, findSeat, insertAccreditation } from './seat-store.ts'

type Stamp = Pick<Deps, 'now' | 'newId'>
type NotFound = { readonly type: 'not-found' }

export interface NewAccreditation {
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly rank: RepresentativeRank
  readonly by: PersonId | null
}

/**
 * Accredits a person as head or alternate of a seat. One person may be accredited for several seats. [G3]
 *
 * - `not-found`: no such seat, or no such person who may sign in.
 * - the refusals of `checkAccreditation`. [G3, G11]
 */
export async function accredit(
  tx: Tx,
  deps: Stamp,
  input: NewAccreditation,
): Promise<Result<{ readonly accreditationId: string } & GroupChange, GroupProblem | NotFound>> {
  const { seatId, personId, rank, by } = input
  const startsAt = deps.now()
  const seat = await findSeat(tx, seatId, startsAt)
  const person = await findPerson(tx, personId)
  if (!seat || !person || person.suspendedAt !== null) return err({ type: 'not-found' })
  const held = await officesHeld(tx, personId, startsAt)
  const officeWithoutVote = officesWithoutVote.find(office => held.includes(office)) ?? null
  const allowed = checkAccreditation(seat, { personId, organisationId: person.organisationId, officeWithoutVote }, rank)
  if (!allowed.ok) return allowed
  const accreditationId: string = deps.newId()
  await insertAccreditation(tx, { id: accreditationId, seatId, personId, rank, startsAt })
  const facts = { person: personId, rank, seat: seatId }
  await appendRecord(tx, deps, {
    act: 'representative.accredited',
    actor: by,
    subject: accreditationId,
    facts,
  })
  return ok({ accreditationId, groupId: seat.groupId, persons: [personId] })
}

/**
 * Ends an accreditation from this moment; votes already open keep it. If the person chaired the group by it, the chair
 * ends too. [G3, G6, V1]
 *
 * - `not-found`: no such accreditation.
 * - `accreditation-ended`: somebody else was first.
 */
export async function endAccreditation(
  tx: Tx,
  deps: Stamp,
  accreditationId: string,
  by: PersonId | null,
): Promise<Result<GroupChange, GroupProblem | NotFound>> {
  const endsAt = deps.now()
  const accreditation = await findAccreditation(tx, accreditationId, endsAt)
  if (!accreditation) return err({ type: 'not-found' })
  if (accreditation.ended) return err({ type: 'accreditation-ended' })
  const { seatId, groupId, personId, rank } = accreditation
  await endAccreditations(tx, [accreditationId], endsAt)
  const facts = { person: personId, rank, seat: seatId }
  await appendRecord(tx, deps, {
    act: 'representative.ended',
    actor: by,
    subject: accreditationId,
    facts,
  })
  await endChairWithoutSeat(tx, deps, groupId, by)
  return ok({ groupId, persons: [personId] })
}
