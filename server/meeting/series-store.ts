import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { asId, canonicalJson, type GroupId, type Instant, type MeetingId, type MeetingSeriesId } from '#shared/core'
import { isAhead, meetingKinds, meetingStates, type MeetingKind, type TemplateItem } from '#shared/meeting'
import { meetingSeriesTable, meetingsTable, type Queries, type Tx } from '#server/db'
import { oneOf } from './store.ts'

/** Meetings that recur. [M7] */
export interface MeetingSeries {
  readonly id: MeetingSeriesId
  readonly groupId: GroupId
  readonly kind: MeetingKind
  readonly title: string
  readonly everyWeeks: number
  readonly timeZone: string
  /** `14:30`, in that zone. */
  readonly localTime: string
  readonly durationMinutes: number
  readonly place: string
  readonly template: readonly TemplateItem[]
  readonly createdAt: Instant
  readonly endedAt: Instant | null
}

export async function insertSeries(tx: Tx, series: MeetingSeries): Promise<void> {
  const template = canonicalJson(series.template.map(item => ({ ...item })))
  await tx.insert(meetingSeriesTable).values({ ...series, template })
}

export async function findSeries(queries: Queries, id: MeetingSeriesId): Promise<MeetingSeries | null> {
  const [row] = await queries.select().from(meetingSeriesTable).where(eq(meetingSeriesTable.id, id))
  return row ? rowToSeries(row) : null
}

/** Those that still run first, then by their beginning. */
export async function selectSeries(queries: Queries, groupId?: GroupId): Promise<readonly MeetingSeries[]> {
  const rows = await queries
    .select()
    .from(meetingSeriesTable)
    .where(and(groupId && eq(meetingSeriesTable.groupId, groupId)))
    .orderBy(asc(meetingSeriesTable.endedAt), asc(meetingSeriesTable.createdAt), asc(meetingSeriesTable.id))
  return rows.map(rowToSeries)
}

export async function endSeries(tx: Tx, id: MeetingSeriesId, endedAt: Instant): Promise<void> {
  await tx.update(meetingSeriesTable).set({ endedAt }).where(eq(meetingSeriesTable.id, id))
}

/** Beginning of the latest meeting of the series, whatever became of it. */
export async function latestInSeries(queries: Queries, id: MeetingSeriesId): Promise<Instant | null> {
  const [row] = await queries
    .select({ startsAt: meetingsTable.startsAt })
    .from(meetingsTable)
    .where(eq(meetingsTable.seriesId, id))
    .orderBy(desc(meetingsTable.startsAt))
    .limit(1)
  return row?.startsAt ?? null
}

/** A draft or convened meeting of the series that begins at this very moment. */
export async function aheadInSeries(
  queries: Queries,
  id: MeetingSeriesId,
  startsAt: Instant,
): Promise<{ readonly id: MeetingId; readonly groupId: GroupId } | null> {
  const ahead = meetingStates.filter(isAhead)
  const [row] = await queries
    .select({ id: meetingsTable.id, groupId: meetingsTable.groupId })
    .from(meetingsTable)
    .where(
      and(eq(meetingsTable.seriesId, id), eq(meetingsTable.startsAt, startsAt), inArray(meetingsTable.state, ahead)),
    )
    .limit(1)
  return row ? { id: asId<MeetingId>(row.id), groupId: asId<GroupId>(row.groupId) } : null
}

function rowToSeries(row: typeof meetingSeriesTable.$inferSelect): MeetingSeries {
  return {
    ...row,
    id: asId<MeetingSeriesId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    kind: oneOf(meetingKinds, row.kind),
    template: parseTemplate(row.template),
  }
}

/** Canonical JSON that only `insertSeries` writes; templates of earlier releases name no presenters. */
function parseTemplate(text: string): readonly TemplateItem[] {
  const items = JSON.parse(text) as readonly (Omit<TemplateItem, 'presenterSeatId'> & Partial<TemplateItem>)[]
  return items.map(item => ({ ...item, presenterSeatId: item.presenterSeatId ?? null }))
}
