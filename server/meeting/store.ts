import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type GroupId,
  type MeetingId,
  type MeetingSeriesId,
  type PersonId,
} from '#shared/core'
import { meetingKinds, meetingStates, type MeetingState } from '#shared/meeting'
import { meetingBodiesTable, meetingsTable, type Queries, type Tx } from '#server/db'
import type { Meeting } from './meeting.ts'

type MeetingRow = typeof meetingsTable.$inferSelect

export async function insertMeeting(tx: Tx, meeting: Meeting, bodies: readonly GroupId[]): Promise<void> {
  await tx.insert(meetingsTable).values(meeting)
  await tx.insert(meetingBodiesTable).values(bodies.map(groupId => ({ meetingId: meeting.id, groupId })))
}

export async function findMeeting(queries: Queries, id: MeetingId): Promise<Meeting | null> {
  const [row] = await queries.select().from(meetingsTable).where(eq(meetingsTable.id, id))
  return row ? rowToMeeting(row) : null
}

/** Several meetings, by id. */
export async function meetingsById(
  queries: Queries,
  ids: readonly MeetingId[],
): Promise<ReadonlyMap<MeetingId, Meeting>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select()
    .from(meetingsTable)
    .where(inArray(meetingsTable.id, [...ids]))
  return new Map(rows.map(rowToMeeting).map(meeting => [meeting.id, meeting]))
}

/** The groups whose seats meet, the one that invites among them. */
export async function bodiesOf(queries: Queries, id: MeetingId): Promise<readonly GroupId[]> {
  const rows = await queries
    .select({ groupId: meetingBodiesTable.groupId })
    .from(meetingBodiesTable)
    .where(eq(meetingBodiesTable.meetingId, id))
    .orderBy(asc(meetingBodiesTable.groupId))
  return rows.map(row => asId<GroupId>(row.groupId))
}

export interface MeetingFilter {
  /** Meetings in which this group's seats meet. */
  readonly group?: GroupId | undefined
  readonly states?: readonly MeetingState[] | undefined
}

/** A list this long is searched, not read. */
const listLimit = 500

/** The latest first. */
export async function selectMeetings(queries: Queries, filter: MeetingFilter): Promise<readonly Meeting[]> {
  const ofGroup =
    filter.group === undefined
      ? undefined
      : inArray(
          meetingsTable.id,
          queries
            .select({ id: meetingBodiesTable.meetingId })
            .from(meetingBodiesTable)
            .where(eq(meetingBodiesTable.groupId, filter.group)),
        )
  const rows = await queries
    .select()
    .from(meetingsTable)
    .where(and(ofGroup, filter.states && inArray(meetingsTable.state, [...filter.states])))
    .orderBy(desc(meetingsTable.startsAt), desc(meetingsTable.id))
    .limit(listLimit)
  return rows.map(rowToMeeting)
}

/** The meeting in session, or suspended, in which this group's seats meet. */
export async function meetingUnderWay(queries: Queries, groupId: GroupId): Promise<MeetingId | null> {
  const [meeting] = await selectMeetings(queries, { group: groupId, states: ['inSession', 'suspended'] })
  return meeting?.id ?? null
}

/** The bodies of several meetings. */
export async function bodiesByMeeting(
  queries: Queries,
  ids: readonly MeetingId[],
): Promise<ReadonlyMap<string, readonly GroupId[]>> {
  const bodies = new Map<string, GroupId[]>()
  if (ids.length === 0) return bodies
  const rows = await queries
    .select()
    .from(meetingBodiesTable)
    .where(inArray(meetingBodiesTable.meetingId, [...ids]))
  for (const row of rows) {
    const of = bodies.get(row.meetingId) ?? []
    of.push(asId<GroupId>(row.groupId))
    bodies.set(row.meetingId, of)
  }
  return bodies
}

export type MeetingChange = Partial<Omit<Meeting, 'id' | 'groupId' | 'createdBy' | 'createdAt' | 'checkInCode'>>

export async function updateMeeting(tx: Tx, id: MeetingId, change: MeetingChange): Promise<void> {
  await tx.update(meetingsTable).set(change).where(eq(meetingsTable.id, id))
}

/** Only before anybody was invited. */
export async function replaceBodies(tx: Tx, meetingId: MeetingId, bodies: readonly GroupId[]): Promise<void> {
  await tx.delete(meetingBodiesTable).where(eq(meetingBodiesTable.meetingId, meetingId))
  await tx.insert(meetingBodiesTable).values(bodies.map(groupId => ({ meetingId, groupId })))
}

function rowToMeeting(row: MeetingRow): Meeting {
  return {
    ...row,
    id: asId<MeetingId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    seriesId: row.seriesId === null ? null : asId<MeetingSeriesId>(row.seriesId),
    kind: oneOf(meetingKinds, row.kind),
    state: oneOf(meetingStates, row.state),
    convenedBy: row.convenedBy === null ? null : asId<PersonId>(row.convenedBy),
    currentItemId: row.currentItemId === null ? null : asId<AgendaItemId>(row.currentItemId),
    createdBy: asId<PersonId>(row.createdBy),
  }
}

/** A stored word that only this program writes. */
export function oneOf<T extends string>(words: readonly T[], word: string): T {
  const known = words.find(one => one === word)
  if (known === undefined) throw new Error(`the database holds ${word}, which this program does not write`)
  return known
}
