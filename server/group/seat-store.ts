import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { asId, type GroupId, type Instant, type OrganisationId, type PersonId, type SeatId } from '#shared/core'
import { organisationsTable, personsTable, representativesTable, seatsTable, type Queries, type Tx } from '#server/db'
import type { Constituency, GroupInFull, Representative, RepresentativeRank, Seat } from '#shared/group'
import { chairSetByGroup, coordinatorAt, inForce, listGroups } from './store.ts'

/** An accreditation with what it hangs on. */
export interface Accreditation {
  readonly id: string
  readonly seatId: SeatId
  readonly groupId: GroupId
  readonly personId: PersonId
  readonly rank: RepresentativeRank
  readonly ended: boolean
}

/** All groups with everybody in them, the NWG first. */
export async function loadGroups(queries: Queries, now: Instant): Promise<readonly GroupInFull[]> {
  const groups = await listGroups(queries)
  const seats = await seatsOf(queries, now)
  const chairs = await chairSetByGroup(queries)
  const coordinator = await coordinatorAt(queries, now)
  return groups.map(group => ({
    ...group,
    chair: group.kind === 'nwg' ? coordinator : (chairs.get(group.id) ?? null),
    seats: seats.filter(seat => seat.groupId === group.id),
  }))
}

export async function loadGroup(queries: Queries, groupId: GroupId, now: Instant): Promise<GroupInFull | null> {
  const groups = await loadGroups(queries, now)
  return groups.find(group => group.id === groupId) ?? null
}

/** A seat that has not left its group, with who speaks for it now. */
export async function findSeat(queries: Queries, seatId: SeatId, now: Instant): Promise<Seat | null> {
  const seats = await seatsOf(queries, now, seatId)
  return seats[0] ?? null
}

async function seatsOf(queries: Queries, now: Instant, seatId?: SeatId): Promise<readonly Seat[]> {
  const rows = await queries
    .select({ seat: seatsTable, organisationName: organisationsTable.name })
    .from(seatsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(and(isNull(seatsTable.endedAt), seatId && eq(seatsTable.id, seatId)))
    .orderBy(asc(seatsTable.position), asc(seatsTable.createdAt), asc(seatsTable.id))
  const standing = await representativesBySeat(queries, now, seatId)
  return rows.map(({ seat, organisationName }) => ({
    id: asId(seat.id),
    groupId: asId(seat.groupId),
    label: seat.label,
    constituency: asConstituency(seat.constituency),
    organisationId: seat.organisationId === null ? null : asId<OrganisationId>(seat.organisationId),
    organisationName,
    notApplicable: seat.notApplicable,
    position: seat.position,
    representatives: standing.get(seat.id) ?? [],
  }))
}

async function representativesBySeat(
  queries: Queries,
  now: Instant,
  seatId?: SeatId,
): Promise<ReadonlyMap<string, readonly Representative[]>> {
  const rows = await queries
    .select({ standing: representativesTable, name: personsTable.name, suspendedAt: personsTable.suspendedAt })
    .from(representativesTable)
    .innerJoin(personsTable, eq(personsTable.id, representativesTable.personId))
    .where(and(inForce(representativesTable, now), seatId && eq(representativesTable.seatId, seatId)))
    // "head" sorts after "alternate".
    .orderBy(desc(representativesTable.rank), asc(representativesTable.startsAt), asc(representativesTable.id))
  const bySeat = new Map<string, Representative[]>()
  for (const { standing, name, suspendedAt } of rows) {
    const representatives = bySeat.get(standing.seatId) ?? []
    representatives.push({
      id: standing.id,
      personId: asId(standing.personId),
      name,
      rank: asRank(standing.rank),
      since: standing.startsAt,
      suspended: suspendedAt !== null,
    })
    bySeat.set(standing.seatId, representatives)
  }
  return bySeat
}

/** The seat of a group that an organisation holds, if it holds one. */
export async function seatHeldBy(
  queries: Queries,
  groupId: GroupId,
  organisationId: OrganisationId,
): Promise<{ readonly label: string } | null> {
  const [row] = await queries
    .select({ label: seatsTable.label })
    .from(seatsTable)
    .where(
      and(eq(seatsTable.groupId, groupId), eq(seatsTable.organisationId, organisationId), isNull(seatsTable.endedAt)),
    )
  return row ?? null
}

export async function nextSeatPosition(queries: Queries, groupId: GroupId): Promise<number> {
  const [last] = await queries
    .select({ position: seatsTable.position })
    .from(seatsTable)
    .where(eq(seatsTable.groupId, groupId))
    .orderBy(desc(seatsTable.position))
    .limit(1)
  return last ? last.position + 1 : 0
}

export async function findAccreditation(queries: Queries, id: string, now: Instant): Promise<Accreditation | null> {
  const [row] = await queries
    .select({ standing: representativesTable, groupId: seatsTable.groupId })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .where(eq(representativesTable.id, id))
  if (!row) return null
  return {
    id: row.standing.id,
    seatId: asId(row.standing.seatId),
    groupId: asId(row.groupId),
    personId: asId(row.standing.personId),
    rank: asRank(row.standing.rank),
    ended: row.standing.endsAt !== null && row.standing.endsAt <= now,
  }
}

/** Everybody who speaks for, or observes from, a seat of the group now; each person once. */
export async function groupMemberPersonIds(
  queries: Queries,
  groupId: GroupId,
  now: Instant,
): Promise<readonly PersonId[]> {
  const rows = await queries
    .selectDistinct({ personId: representativesTable.personId })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .where(and(eq(seatsTable.groupId, groupId), isNull(seatsTable.endedAt), inForce(representativesTable, now)))
  return rows.map(row => asId<PersonId>(row.personId))
}

export async function insertSeat(
  tx: Tx,
  seat: Omit<Seat, 'organisationName' | 'representatives'> & { readonly createdAt: Instant },
): Promise<void> {
  await tx.insert(seatsTable).values({ ...seat, endedAt: null })
}

/** Fields of a seat that may change while it stands. */
export async function updateSeat(
  tx: Tx,
  seatId: SeatId,
  change: Partial<Pick<Seat, 'label' | 'organisationId' | 'notApplicable'> & { readonly endedAt: Instant }>,
): Promise<void> {
  await tx.update(seatsTable).set(change).where(eq(seatsTable.id, seatId))
}

export async function insertAccreditation(
  tx: Tx,
  accreditation: {
    readonly id: string
    readonly seatId: SeatId
    readonly personId: PersonId
    readonly rank: RepresentativeRank
    readonly startsAt: Instant
  },
): Promise<void> {
  await tx.insert(representativesTable).values({ ...accreditation, endsAt: null })
}

export async function endAccreditations(tx: Tx, ids: readonly string[], endsAt: Instant): Promise<void> {
  await tx
    .update(representativesTable)
    .set({ endsAt })
    .where(inArray(representativesTable.id, [...ids]))
}

export function asConstituency(text: string): Constituency {
  return text as Constituency
}

export function asRank(text: string): RepresentativeRank {
  return text === 'head' ? 'head' : 'alternate'
}
