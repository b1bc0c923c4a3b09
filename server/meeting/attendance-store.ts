import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { asId, type AttendanceId, type Instant, type MeetingId, type PersonId, type SeatId } from '#shared/core'
import { manners, replies, type Manner, type Reply } from '#shared/meeting'
import { attendanceTable, meetingRepliesTable, meetingsTable, personsTable, type Queries, type Tx } from '#server/db'
import { oneOf } from './store.ts'

/** One stay of one person: from an arrival to a departure. [M3] */
export interface Attendance {
  readonly id: AttendanceId
  readonly meetingId: MeetingId
  /** None for somebody who is there by office. */
  readonly seatId: SeatId | null
  readonly personId: PersonId
  readonly manner: Manner
  readonly arrivedAt: Instant
  readonly departedAt: Instant | null
  readonly notedBy: PersonId
}

export interface NamedAttendance extends Attendance {
  readonly name: string
}

/**
 * Which stays, joined with their meeting, are of its present convening: who came before it was put off came to a date that
 * was not held.
 */
export const ofThisConvening = or(
  isNull(meetingsTable.convenedAt),
  gte(attendanceTable.arrivedAt, meetingsTable.convenedAt),
)

/** Everybody who came since the meeting was convened, in the order of arrival; who left and came back stands twice. */
export async function attendanceOf(queries: Queries, meetingId: MeetingId): Promise<readonly NamedAttendance[]> {
  const rows = await queries
    .select({ stay: attendanceTable, name: personsTable.name })
    .from(attendanceTable)
    .innerJoin(personsTable, eq(personsTable.id, attendanceTable.personId))
    .innerJoin(meetingsTable, eq(meetingsTable.id, attendanceTable.meetingId))
    .where(and(eq(attendanceTable.meetingId, meetingId), ofThisConvening))
    .orderBy(asc(attendanceTable.arrivedAt), asc(attendanceTable.id))
  return rows.map(({ stay, name }) => ({ ...rowToAttendance(stay), name }))
}

/** Where this person is checked in now; putting a meeting off ends every stay, so these are of its present convening. */
export async function presenceOf(
  queries: Queries,
  meetingId: MeetingId,
  personId: PersonId,
): Promise<readonly Attendance[]> {
  const rows = await queries
    .select()
    .from(attendanceTable)
    .where(
      and(
        eq(attendanceTable.meetingId, meetingId),
        eq(attendanceTable.personId, personId),
        isNull(attendanceTable.departedAt),
      ),
    )
  return rows.map(rowToAttendance)
}

export async function insertAttendance(tx: Tx, attendance: Attendance): Promise<void> {
  await tx.insert(attendanceTable).values(attendance)
}

export async function endAttendance(tx: Tx, id: AttendanceId, departedAt: Instant): Promise<void> {
  await tx.update(attendanceTable).set({ departedAt }).where(eq(attendanceTable.id, id))
}

/** What has been answered for each seat, the last answer alone. */
export async function repliesOf(queries: Queries, meetingId: MeetingId): Promise<ReadonlyMap<string, Reply>> {
  const rows = await queries.select().from(meetingRepliesTable).where(eq(meetingRepliesTable.meetingId, meetingId))
  return new Map(rows.map(row => [row.seatId, oneOf(replies, row.reply)]))
}

/** What has been answered in each of these meetings, by meeting and seat. */
export async function repliesByMeeting(
  queries: Queries,
  meetingIds: readonly MeetingId[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reply>>> {
  const found = new Map<string, Map<string, Reply>>()
  if (meetingIds.length === 0) return found
  const rows = await queries
    .select()
    .from(meetingRepliesTable)
    .where(inArray(meetingRepliesTable.meetingId, [...meetingIds]))
  for (const row of rows) {
    const ofMeeting = found.get(row.meetingId) ?? new Map<string, Reply>()
    ofMeeting.set(row.seatId, oneOf(replies, row.reply))
    found.set(row.meetingId, ofMeeting)
  }
  return found
}

function rowToAttendance(row: typeof attendanceTable.$inferSelect): Attendance {
  return {
    ...row,
    id: asId<AttendanceId>(row.id),
    meetingId: asId<MeetingId>(row.meetingId),
    seatId: row.seatId === null ? null : asId<SeatId>(row.seatId),
    personId: asId<PersonId>(row.personId),
    manner: oneOf(manners, row.manner),
    notedBy: asId<PersonId>(row.notedBy),
  }
}
