import { and, asc, eq, inArray } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type FloorRequestId,
  type Instant,
  type MeetingId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { floorKinds, floorStates, type FloorKind, type FloorState } from '#shared/meeting'
import { floorRequestsTable, meetingPausesTable, personsTable, type Queries, type Tx } from '#server/db'
import { oneOf } from './store.ts'

/** A wish to speak, and what became of it. [M4] */
export interface FloorRequest {
  readonly id: FloorRequestId
  readonly meetingId: MeetingId
  /** The item that was current when it was made. */
  readonly itemId: AgendaItemId | null
  /** None for somebody who is there by office. */
  readonly seatId: SeatId | null
  readonly personId: PersonId
  readonly kind: FloorKind
  readonly state: FloorState
  readonly askedAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

export interface NamedFloorRequest extends FloorRequest {
  readonly name: string
}

/** In the order they were made. */
export async function floorRequestsOf(queries: Queries, meetingId: MeetingId): Promise<readonly NamedFloorRequest[]> {
  const rows = await queries
    .select({ request: floorRequestsTable, name: personsTable.name })
    .from(floorRequestsTable)
    .innerJoin(personsTable, eq(personsTable.id, floorRequestsTable.personId))
    .where(eq(floorRequestsTable.meetingId, meetingId))
    .orderBy(asc(floorRequestsTable.askedAt), asc(floorRequestsTable.id))
  return rows.map(({ request, name }) => ({ ...rowToRequest(request), name }))
}

/** Who speaks and who waits, in the order they asked. */
export async function standingRequestsOf(queries: Queries, meetingId: MeetingId): Promise<readonly FloorRequest[]> {
  const rows = await queries
    .select()
    .from(floorRequestsTable)
    .where(and(eq(floorRequestsTable.meetingId, meetingId), inArray(floorRequestsTable.state, ['waiting', 'speaking'])))
    .orderBy(asc(floorRequestsTable.askedAt), asc(floorRequestsTable.id))
  return rows.map(rowToRequest)
}

export async function findFloorRequest(queries: Queries, id: FloorRequestId): Promise<FloorRequest | null> {
  const [row] = await queries.select().from(floorRequestsTable).where(eq(floorRequestsTable.id, id))
  return row ? rowToRequest(row) : null
}

export async function insertFloorRequest(tx: Tx, request: FloorRequest): Promise<void> {
  await tx.insert(floorRequestsTable).values(request)
}

export async function updateFloorRequest(tx: Tx, { id, ...request }: FloorRequest): Promise<void> {
  await tx.update(floorRequestsTable).set(request).where(eq(floorRequestsTable.id, id))
}

export interface Pause {
  readonly id: string
  readonly at: Instant
  readonly resumedAt: Instant | null
  /** When the chair expects to go on; null where nobody knows. */
  readonly expectedUntil: Instant | null
}

/** When the session was suspended, the first time first. */
export async function pausesOf(queries: Queries, meetingId: MeetingId): Promise<readonly Pause[]> {
  return queries
    .select({
      id: meetingPausesTable.id,
      at: meetingPausesTable.at,
      resumedAt: meetingPausesTable.resumedAt,
      expectedUntil: meetingPausesTable.expectedUntil,
    })
    .from(meetingPausesTable)
    .where(eq(meetingPausesTable.meetingId, meetingId))
    .orderBy(asc(meetingPausesTable.at))
}

export async function insertPause(
  tx: Tx,
  meetingId: MeetingId,
  pause: Pick<Pause, 'id' | 'at' | 'expectedUntil'>,
): Promise<void> {
  await tx.insert(meetingPausesTable).values({ ...pause, meetingId, resumedAt: null })
}

export async function endPause(tx: Tx, id: string, resumedAt: Instant): Promise<void> {
  await tx.update(meetingPausesTable).set({ resumedAt }).where(eq(meetingPausesTable.id, id))
}

function rowToRequest(row: typeof floorRequestsTable.$inferSelect): FloorRequest {
  return {
    ...row,
    id: asId<FloorRequestId>(row.id),
    meetingId: asId<MeetingId>(row.meetingId),
    itemId: row.itemId === null ? null : asId<AgendaItemId>(row.itemId),
    seatId: row.seatId === null ? null : asId<SeatId>(row.seatId),
    personId: asId<PersonId>(row.personId),
    kind: oneOf(floorKinds, row.kind),
    state: oneOf(floorStates, row.state),
  }
}
