import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type GroupId,
  type Instant,
  type MeetingId,
  type MinutesId,
  type MinutesVersionId,
  type PersonId,
} from '#shared/core'
import { minutesStates, type Approval, type MinutesState } from '#shared/minutes'
import { meetingsTable, minuteTakersTable, minutesTable, minutesVersionsTable, type Queries, type Tx } from '#server/db'
import type { Minutes, MinutesVersion } from './minutes.ts'

export async function insertMinutes(tx: Tx, minutes: Minutes): Promise<void> {
  await tx.insert(minutesTable).values(minutes)
}

export async function findMinutes(queries: Queries, id: MinutesId): Promise<Minutes | null> {
  const [row] = await queries.select().from(minutesTable).where(eq(minutesTable.id, id))
  return row ? rowToMinutes(row) : null
}

/** The minutes of a meeting; errata are not among them. */
export async function minutesOfMeeting(queries: Queries, meetingId: MeetingId): Promise<Minutes | null> {
  const [row] = await queries
    .select()
    .from(minutesTable)
    .where(and(eq(minutesTable.meetingId, meetingId), eq(minutesTable.kind, 'minutes')))
  return row ? rowToMinutes(row) : null
}

/** The minutes of several meetings, by meeting. */
export async function minutesByMeeting(
  queries: Queries,
  meetingIds: readonly MeetingId[],
): Promise<ReadonlyMap<string, Minutes>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await queries
    .select()
    .from(minutesTable)
    .where(and(inArray(minutesTable.meetingId, [...meetingIds]), eq(minutesTable.kind, 'minutes')))
  return new Map(rows.map(row => [row.meetingId, rowToMinutes(row)]))
}

/** Circulated minutes and errata of a group that no meeting has before it, the oldest meeting's first. */
export async function waitingMinutes(
  queries: Queries,
  groupId: GroupId,
): Promise<readonly { readonly minutes: Minutes; readonly title: string }[]> {
  const rows = await queries
    .select({ minutes: minutesTable, title: meetingsTable.title })
    .from(minutesTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, minutesTable.meetingId))
    .where(and(eq(minutesTable.groupId, groupId), eq(minutesTable.state, 'circulated')))
    .orderBy(asc(meetingsTable.startsAt), asc(minutesTable.createdAt))
  return rows.map(({ minutes, title }) => ({ minutes: rowToMinutes(minutes), title }))
}

/** The group's sealed minutes and errata, in the order of their chain. */
export async function chainOf(queries: Queries, groupId: GroupId): Promise<readonly Minutes[]> {
  const rows = await queries
    .select()
    .from(minutesTable)
    .where(and(eq(minutesTable.groupId, groupId), isNotNull(minutesTable.chainNumber)))
    .orderBy(asc(minutesTable.chainNumber))
  return rows.map(rowToMinutes)
}

export async function updateMinutes(
  tx: Tx,
  id: MinutesId,
  change: Partial<Omit<Minutes, 'id' | 'kind' | 'meetingId' | 'groupId' | 'amendsId' | 'createdAt'>>,
): Promise<void> {
  await tx.update(minutesTable).set(change).where(eq(minutesTable.id, id))
}

export async function insertMinutesVersion(tx: Tx, version: MinutesVersion): Promise<void> {
  await tx.insert(minutesVersionsTable).values(version)
}

export async function findMinutesVersion(queries: Queries, id: MinutesVersionId): Promise<MinutesVersion | null> {
  const [row] = await queries.select().from(minutesVersionsTable).where(eq(minutesVersionsTable.id, id))
  return row ? rowToVersion(row) : null
}

/** The title of the meeting that each of these is of, by version. */
export async function minutesVersionTitles(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await queries
    .select({ id: minutesVersionsTable.id, title: meetingsTable.title })
    .from(minutesVersionsTable)
    .innerJoin(minutesTable, eq(minutesTable.id, minutesVersionsTable.minutesId))
    .innerJoin(meetingsTable, eq(meetingsTable.id, minutesTable.meetingId))
    .where(inArray(minutesVersionsTable.id, [...ids]))
  return new Map(rows.map(row => [row.id, row.title]))
}

/** What was circulated last. */
export async function latestVersion(queries: Queries, minutesId: MinutesId): Promise<MinutesVersion | null> {
  const [row] = await queries
    .select()
    .from(minutesVersionsTable)
    .where(eq(minutesVersionsTable.minutesId, minutesId))
    .orderBy(desc(minutesVersionsTable.number))
    .limit(1)
  return row ? rowToVersion(row) : null
}

/** All that was circulated of these minutes, the first version first. */
export async function versionsOf(queries: Queries, minutesId: MinutesId): Promise<readonly MinutesVersion[]> {
  const rows = await queries
    .select()
    .from(minutesVersionsTable)
    .where(eq(minutesVersionsTable.minutesId, minutesId))
    .orderBy(asc(minutesVersionsTable.number))
  return rows.map(rowToVersion)
}

/** Errata to the minutes of a meeting, the first one first. */
export async function errataOfMeeting(queries: Queries, meetingId: MeetingId): Promise<readonly Minutes[]> {
  const rows = await queries
    .select()
    .from(minutesTable)
    .where(and(eq(minutesTable.meetingId, meetingId), eq(minutesTable.kind, 'erratum')))
    .orderBy(asc(minutesTable.createdAt), asc(minutesTable.id))
  return rows.map(rowToMinutes)
}

/** Minutes in these states, the latest meeting's first; errata are not among them. */
export async function minutesInStates(queries: Queries, states: readonly MinutesState[]): Promise<readonly Minutes[]> {
  const rows = await queries
    .select({ minutes: minutesTable })
    .from(minutesTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, minutesTable.meetingId))
    .where(and(inArray(minutesTable.state, [...states]), eq(minutesTable.kind, 'minutes')))
    .orderBy(desc(meetingsTable.startsAt), asc(minutesTable.id))
  return rows.map(({ minutes }) => rowToMinutes(minutes))
}

/** Who may write a meeting's minutes beside the Secretariat, by appointment. */
export async function minuteTakersOf(queries: Queries, meetingId: MeetingId): Promise<readonly PersonId[]> {
  const rows = await queries
    .select({ personId: minuteTakersTable.personId })
    .from(minuteTakersTable)
    .where(and(eq(minuteTakersTable.meetingId, meetingId), isNull(minuteTakersTable.endedAt)))
  return rows.map(row => asId<PersonId>(row.personId))
}

export async function appointMinuteTaker(
  tx: Tx,
  taker: {
    readonly meetingId: MeetingId
    readonly personId: PersonId
    readonly appointedBy: PersonId
    readonly appointedAt: Instant
  },
): Promise<void> {
  const { meetingId, personId, appointedAt } = minuteTakersTable
  await tx
    .insert(minuteTakersTable)
    .values({ ...taker, endedAt: null })
    // Ended and appointed again within a millisecond.
    .onConflictDoUpdate({ target: [meetingId, personId, appointedAt], set: { endedAt: null } })
}

export async function endMinuteTaker(tx: Tx, meeting: MeetingId, person: PersonId, at: Instant): Promise<void> {
  const { meetingId, personId, endedAt } = minuteTakersTable
  await tx
    .update(minuteTakersTable)
    .set({ endedAt: at })
    .where(and(eq(meetingId, meeting), eq(personId, person), isNull(endedAt)))
}

function rowToMinutes(row: typeof minutesTable.$inferSelect): Minutes {
  return {
    ...row,
    id: asId<MinutesId>(row.id),
    kind: row.kind === 'erratum' ? 'erratum' : 'minutes',
    meetingId: asId<MeetingId>(row.meetingId),
    groupId: asId<GroupId>(row.groupId),
    amendsId: row.amendsId === null ? null : asId<MinutesId>(row.amendsId),
    state: parseState(row.state),
    approvalItemId: row.approvalItemId === null ? null : asId<AgendaItemId>(row.approvalItemId),
  }
}

function rowToVersion(row: typeof minutesVersionsTable.$inferSelect): MinutesVersion {
  return {
    ...row,
    id: asId<MinutesVersionId>(row.id),
    minutesId: asId<MinutesId>(row.minutesId),
    circulatedBy: asId<PersonId>(row.circulatedBy),
  }
}

function parseState(text: string): MinutesState {
  const state = minutesStates.find(one => one === text)
  if (state === undefined) throw new Error(`minutes are stored as ${text}, which is no state of theirs`)
  return state
}

/** The one parser of stored approvals; only the seal writes them. */
export function parseApproval(text: string): Approval {
  return JSON.parse(text) as Approval
}
