import { and, asc, desc, eq, gte, inArray, isNotNull, lt, max } from 'drizzle-orm'
import { asId, type GroupId, type Instant, type MeetingId, type SeatId } from '#shared/core'
import type { Constituency } from '#shared/group'
import { constituencies } from '#shared/group'
import type { HeldMeeting } from '#shared/meeting'
import {
  attendanceTable,
  floorRequestsTable,
  groupsTable,
  invitationsToMeetingsTable,
  meetingBodiesTable,
  meetingPausesTable,
  meetingsTable,
  seatsTable,
  type Queries,
} from '#server/db'
import { ofThisConvening } from './attendance-store.ts'
import { oneOf } from './store.ts'

/** Sessions further back than this many are history, not figures. */
const heldLimit = 500

/**
 * The sessions in which this group's seats met, the latest first, with those of its seats that were invited or came.
 *
 * @param now end of a session that is under way
 * @param begun when they began, if only some are asked for
 */
export async function heldMeetings(
  queries: Queries,
  groupId: GroupId,
  now: Instant,
  begun?: { readonly from: Instant; readonly until: Instant },
): Promise<readonly HeldMeeting[]> {
  const meetings = await queries
    .select({
      id: meetingsTable.id,
      timeZone: meetingsTable.timeZone,
      startedAt: meetingsTable.startedAt,
      adjournedAt: meetingsTable.adjournedAt,
    })
    .from(meetingsTable)
    .innerJoin(meetingBodiesTable, eq(meetingBodiesTable.meetingId, meetingsTable.id))
    .where(
      and(
        eq(meetingBodiesTable.groupId, groupId),
        isNotNull(meetingsTable.startedAt),
        begun && gte(meetingsTable.startedAt, begun.from),
        begun && lt(meetingsTable.startedAt, begun.until),
      ),
    )
    .orderBy(desc(meetingsTable.startedAt))
    .limit(heldLimit)
  const ids = meetings.map(meeting => meeting.id)
  const seats = await seatsOf(queries, ids, groupId)
  const stays = await staysOf(queries, ids, groupId)
  const pauses = await pausesOf(queries, ids)
  return meetings.flatMap(({ id, timeZone, startedAt, adjournedAt }) =>
    startedAt === null
      ? []
      : [
          {
            id: asId<MeetingId>(id),
            timeZone,
            startedAt,
            endedAt: adjournedAt ?? now,
            pauses: pauses.filter(pause => pause.meetingId === id),
            seats: seats.get(id) ?? [],
            stays: stays.filter(stay => stay.meetingId === id),
          },
        ],
  )
}

/** Finished speeches for seats of this group in these sessions. [M4] */
export async function speechesOf(queries: Queries, groupId: GroupId, meetingIds: readonly MeetingId[]) {
  if (meetingIds.length === 0) return []
  const rows = await queries
    .select({
      meetingId: floorRequestsTable.meetingId,
      constituency: seatsTable.constituency,
      startedAt: floorRequestsTable.startedAt,
      endedAt: floorRequestsTable.endedAt,
    })
    .from(floorRequestsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, floorRequestsTable.seatId))
    .where(and(inArray(floorRequestsTable.meetingId, [...meetingIds]), eq(seatsTable.groupId, groupId)))
  return rows.map(row => ({
    ...row,
    meetingId: asId<MeetingId>(row.meetingId),
    constituency: oneOf<Constituency>(constituencies, row.constituency),
  }))
}

/** Beginning of each group's latest session; groups that never met are left out. */
export async function lastMetByGroup(queries: Queries): Promise<ReadonlyMap<GroupId, Instant>> {
  const rows = await queries
    .select({ groupId: meetingBodiesTable.groupId, last: max(meetingsTable.startedAt) })
    .from(meetingBodiesTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, meetingBodiesTable.meetingId))
    .where(isNotNull(meetingsTable.startedAt))
    .groupBy(meetingBodiesTable.groupId)
  return new Map(rows.flatMap(({ groupId, last }) => (last === null ? [] : [[asId<GroupId>(groupId), last] as const])))
}

export async function groupsCreatedAt(queries: Queries): Promise<ReadonlyMap<GroupId, Instant>> {
  const rows = await queries.select({ id: groupsTable.id, createdAt: groupsTable.createdAt }).from(groupsTable)
  return new Map(rows.map(({ id, createdAt }) => [asId<GroupId>(id), createdAt]))
}

type SeatOf = HeldMeeting['seats'][number]

/** Invited, or there without: a seat that was given its organisation after the notice went out. */
async function seatsOf(
  queries: Queries,
  meetingIds: readonly string[],
  groupId: GroupId,
): Promise<ReadonlyMap<string, readonly SeatOf[]>> {
  if (meetingIds.length === 0) return new Map()
  const seat = { id: seatsTable.id, constituency: seatsTable.constituency }
  const invited = await queries
    .selectDistinct({ meetingId: invitationsToMeetingsTable.meetingId, ...seat })
    .from(invitationsToMeetingsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, invitationsToMeetingsTable.seatId))
    .where(and(inArray(invitationsToMeetingsTable.meetingId, [...meetingIds]), eq(seatsTable.groupId, groupId)))
  const came = await queries
    .selectDistinct({ meetingId: attendanceTable.meetingId, ...seat })
    .from(attendanceTable)
    .innerJoin(seatsTable, eq(seatsTable.id, attendanceTable.seatId))
    .innerJoin(meetingsTable, eq(meetingsTable.id, attendanceTable.meetingId))
    .where(and(inArray(attendanceTable.meetingId, [...meetingIds]), eq(seatsTable.groupId, groupId), ofThisConvening))
  const found = new Map<string, Map<string, SeatOf>>()
  for (const { meetingId, id, constituency } of [...invited, ...came]) {
    const seats = found.get(meetingId) ?? new Map<string, SeatOf>()
    seats.set(id, { seatId: asId<SeatId>(id), constituency: oneOf<Constituency>(constituencies, constituency) })
    found.set(meetingId, seats)
  }
  return new Map([...found].map(([meetingId, seats]) => [meetingId, [...seats.values()]]))
}

async function staysOf(queries: Queries, meetingIds: readonly string[], groupId: GroupId) {
  if (meetingIds.length === 0) return []
  const rows = await queries
    .select({ meetingId: attendanceTable.meetingId, seatId: seatsTable.id, ...times })
    .from(attendanceTable)
    .innerJoin(seatsTable, eq(seatsTable.id, attendanceTable.seatId))
    .innerJoin(meetingsTable, eq(meetingsTable.id, attendanceTable.meetingId))
    .where(and(inArray(attendanceTable.meetingId, [...meetingIds]), eq(seatsTable.groupId, groupId), ofThisConvening))
    .orderBy(asc(attendanceTable.arrivedAt))
  return rows.map(row => ({ ...row, seatId: asId<SeatId>(row.seatId) }))
}

const times = { arrivedAt: attendanceTable.arrivedAt, departedAt: attendanceTable.departedAt }

async function pausesOf(queries: Queries, meetingIds: readonly string[]) {
  if (meetingIds.length === 0) return []
  return queries
    .select({
      meetingId: meetingPausesTable.meetingId,
      at: meetingPausesTable.at,
      resumedAt: meetingPausesTable.resumedAt,
    })
    .from(meetingPausesTable)
    .where(inArray(meetingPausesTable.meetingId, [...meetingIds]))
}
