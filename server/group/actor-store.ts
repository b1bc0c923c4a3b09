import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#shared/access'
import { asId, type GroupId, type Instant, type PersonId, type SeatId } from '#shared/core'
import { groupsTable, personsTable, representativesTable, seatsTable, type Queries } from '#server/db'
import { officesHeld } from '#server/people'
import { asConstituency, asRank } from './seat-store.ts'
import { inForce } from './store.ts'

/**
 * A person as the permission table sees them at this moment: offices, seats held by an organisation, and chairs. The
 * National Co-ordinator chairs the NWG. Somebody unknown or suspended may do nothing. [G6, D3]
 */
export async function loadActor(queries: Queries, personId: PersonId, now: Instant): Promise<Actor> {
  const [person] = await queries
    .select({ confirmedAt: personsTable.confidentialityConfirmedAt })
    .from(personsTable)
    .where(and(eq(personsTable.id, personId), isNull(personsTable.suspendedAt)))
  if (!person) return { personId, offices: [], seats: [], chairs: [], confidential: false }
  const held = await officesHeld(queries, personId, now)
  return {
    personId,
    offices: held,
    seats: await seatsSpokenFor(queries, personId, now),
    chairs: await groupsChaired(queries, personId, held.includes('nationalCoordinator')),
    confidential: person.confirmedAt !== null,
  }
}

async function seatsSpokenFor(queries: Queries, personId: PersonId, now: Instant): Promise<Actor['seats']> {
  const rows = await queries
    .select({
      seatId: seatsTable.id,
      groupId: seatsTable.groupId,
      constituency: seatsTable.constituency,
      rank: representativesTable.rank,
    })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .where(
      and(eq(representativesTable.personId, personId), inForce(representativesTable, now), isNull(seatsTable.endedAt)),
    )
  return rows.map(row => ({
    seatId: asId<SeatId>(row.seatId),
    groupId: asId<GroupId>(row.groupId),
    constituency: asConstituency(row.constituency),
    rank: asRank(row.rank),
  }))
}

async function groupsChaired(
  queries: Queries,
  personId: PersonId,
  isCoordinator: boolean,
): Promise<readonly GroupId[]> {
  const rows = await queries
    .select({ id: groupsTable.id, kind: groupsTable.kind, chair: groupsTable.chairPersonId })
    .from(groupsTable)
  return rows
    .filter(row => (row.kind === 'nwg' ? isCoordinator : row.chair === personId))
    .map(row => asId<GroupId>(row.id))
}
