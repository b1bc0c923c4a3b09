import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type GroupId,
  type Instant,
  type MeetingId,
  type MotionId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { itemStates, itemTypes } from '#shared/meeting'
import { agendaItemsTable, meetingsTable, type Queries, type Tx } from '#server/db'
import type { AgendaSubjectKind } from '#server/motion'
import type { AgendaItem, ItemSubject } from './meeting.ts'
import { oneOf } from './store.ts'

type ItemRow = typeof agendaItemsTable.$inferSelect

const subjectKinds = [
  'sectionVersion',
  'planVersion',
  'minutesVersion',
  'termsVersion',
  'election',
] as const satisfies readonly AgendaSubjectKind[]

/** Items that stand on a meeting's agenda, by their place among their siblings. */
export async function itemsOfMeeting(queries: Queries, meetingId: MeetingId): Promise<readonly AgendaItem[]> {
  const rows = await queries
    .select()
    .from(agendaItemsTable)
    .where(and(eq(agendaItemsTable.meetingId, meetingId), isNull(agendaItemsTable.removedAt)))
    .orderBy(asc(agendaItemsTable.position), asc(agendaItemsTable.createdAt), asc(agendaItemsTable.id))
  return rows.map(rowToItem)
}

/** The same of several meetings, by meeting. */
export async function itemsByMeeting(
  queries: Queries,
  meetingIds: readonly MeetingId[],
): Promise<ReadonlyMap<string, readonly AgendaItem[]>> {
  const found = new Map<string, AgendaItem[]>()
  if (meetingIds.length === 0) return found
  const rows = await queries
    .select()
    .from(agendaItemsTable)
    .where(and(inArray(agendaItemsTable.meetingId, [...meetingIds]), isNull(agendaItemsTable.removedAt)))
  for (const row of rows) {
    if (row.meetingId === null) continue
    const ofMeeting = found.get(row.meetingId) ?? []
    ofMeeting.push(rowToItem(row))
    found.set(row.meetingId, ofMeeting)
  }
  return found
}

/** How many items stand on the agenda of each of these meetings. */
export async function countItems(
  queries: Queries,
  meetingIds: readonly MeetingId[],
): Promise<ReadonlyMap<string, number>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await queries
    .select({ meetingId: agendaItemsTable.meetingId, items: count() })
    .from(agendaItemsTable)
    .where(and(inArray(agendaItemsTable.meetingId, [...meetingIds]), isNull(agendaItemsTable.removedAt)))
    .groupBy(agendaItemsTable.meetingId)
  return new Map(rows.flatMap(row => (row.meetingId === null ? [] : [[row.meetingId, row.items] as const])))
}

/** Items that wait for a meeting of this group, the oldest first. */
export async function backlogOf(queries: Queries, groupId: GroupId): Promise<readonly AgendaItem[]> {
  const rows = await queries
    .select()
    .from(agendaItemsTable)
    .where(
      and(
        eq(agendaItemsTable.groupId, groupId),
        isNull(agendaItemsTable.meetingId),
        isNull(agendaItemsTable.removedAt),
      ),
    )
    .orderBy(asc(agendaItemsTable.createdAt), asc(agendaItemsTable.id))
  return rows.map(rowToItem)
}

/** Which of these items of earlier meetings have been proposed again, whatever became of the proposal. [M2] */
export async function carriedItems(queries: Queries, ids: readonly AgendaItemId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await queries
    .select({ carriedFromId: agendaItemsTable.carriedFromId })
    .from(agendaItemsTable)
    .where(inArray(agendaItemsTable.carriedFromId, [...ids]))
  return new Set(rows.flatMap(row => row.carriedFromId ?? []))
}

/** Which of these votes an agenda tells of, of a meeting that was not cancelled. [V11] */
export async function announcedMotions(queries: Queries, ids: readonly MotionId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await queries
    .select({ announces: agendaItemsTable.announces })
    .from(agendaItemsTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, agendaItemsTable.meetingId))
    .where(
      and(
        inArray(agendaItemsTable.announces, [...ids]),
        isNull(agendaItemsTable.removedAt),
        ne(meetingsTable.state, 'cancelled'),
      ),
    )
  return new Set(rows.flatMap(row => row.announces ?? []))
}

/** The meetings from which these items were carried over, by the id of the earlier item. */
export async function originsOf(
  queries: Queries,
  ids: readonly AgendaItemId[],
): Promise<ReadonlyMap<string, { readonly meetingId: MeetingId; readonly title: string; readonly startsAt: Instant }>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({
      itemId: agendaItemsTable.id,
      meetingId: meetingsTable.id,
      title: meetingsTable.title,
      startsAt: meetingsTable.startsAt,
    })
    .from(agendaItemsTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, agendaItemsTable.meetingId))
    .where(inArray(agendaItemsTable.id, [...ids]))
  return new Map(
    rows.map(({ itemId, meetingId, title, startsAt }) => [
      itemId,
      { meetingId: asId<MeetingId>(meetingId), title, startsAt },
    ]),
  )
}

/** Also one that was struck. */
export async function findItem(queries: Queries, id: AgendaItemId): Promise<AgendaItem | null> {
  const [row] = await queries.select().from(agendaItemsTable).where(eq(agendaItemsTable.id, id))
  return row ? rowToItem(row) : null
}

/** Items on any agenda, or waiting for one, that decide on this section version. */
export async function itemsOnText(queries: Queries, versionId: string): Promise<readonly AgendaItem[]> {
  const rows = await queries
    .select()
    .from(agendaItemsTable)
    .where(
      and(
        eq(agendaItemsTable.subjectKind, 'sectionVersion'),
        eq(agendaItemsTable.subjectId, versionId),
        isNull(agendaItemsTable.removedAt),
      ),
    )
  return rows.map(rowToItem)
}

export async function insertItem(tx: Tx, item: AgendaItem): Promise<void> {
  await tx.insert(agendaItemsTable).values(itemToRow(item))
}

export async function updateItem(tx: Tx, item: AgendaItem): Promise<void> {
  await tx.update(agendaItemsTable).set(itemToRow(item)).where(eq(agendaItemsTable.id, item.id))
}

function itemToRow({ subject, removed, ...item }: AgendaItem): ItemRow {
  return {
    ...item,
    announces: item.announces ?? null,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    subjectDigest: subject?.digest ?? null,
    removedAt: removed?.at ?? null,
    removedBy: removed?.by ?? null,
  }
}

function rowToItem(row: ItemRow): AgendaItem {
  const { subjectKind, subjectId, subjectDigest, removedAt, removedBy, ...item } = row
  return {
    ...item,
    id: asId<AgendaItemId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    meetingId: row.meetingId === null ? null : asId<MeetingId>(row.meetingId),
    parentId: row.parentId === null ? null : asId<AgendaItemId>(row.parentId),
    type: oneOf(itemTypes, row.type),
    state: oneOf(itemStates, row.state),
    presenterSeatId: row.presenterSeatId === null ? null : asId<SeatId>(row.presenterSeatId),
    subject: subjectOf(subjectKind, subjectId, subjectDigest),
    announces: row.announces === null ? null : asId<MotionId>(row.announces),
    carriedFromId: row.carriedFromId === null ? null : asId<AgendaItemId>(row.carriedFromId),
    createdBy: row.createdBy === null ? null : asId<PersonId>(row.createdBy),
    removed: removedAt === null ? null : { at: removedAt, by: removedBy === null ? null : asId<PersonId>(removedBy) },
  }
}

function subjectOf(kind: string | null, id: string | null, digest: string | null): ItemSubject | null {
  return kind === null || id === null || digest === null ? null : { kind: oneOf(subjectKinds, kind), id, digest }
}
