import { and, asc, count, eq, inArray, max, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { asId, type GroupId, type Instant, type MeetingId, type MinutesId } from '#shared/core'
import { minutesStates, type MinutesState } from '#shared/minutes'
import {
  agendaItemsTable,
  correctionsTable,
  meetingsTable,
  minutesTable,
  minutesVersionsTable,
  type Queries,
} from '#server/db'

/** Minutes, or an erratum, with something still to be done about them. */
export interface PendingMinutes {
  readonly id: MinutesId
  readonly kind: 'minutes' | 'erratum'
  readonly meetingId: MeetingId
  readonly groupId: GroupId
  readonly state: MinutesState
  readonly title: string
  /** None while the session goes on. */
  readonly adjournedAt: Instant | null
  /** Until when corrections to what was circulated last may be proposed; none before it was. */
  readonly correctionsUntil: Instant | null
  /** Corrections that nobody has decided yet. */
  readonly openCorrections: number
  /** The meeting that has them on its agenda. */
  readonly approval: { readonly meetingId: MeetingId; readonly title: string; readonly startsAt: Instant } | null
}

/** All that are not sealed, of the oldest meeting first. */
export async function pendingMinutes(queries: Queries): Promise<readonly PendingMinutes[]> {
  const approving = alias(meetingsTable, 'approving')
  const rows = await queries
    .select({
      minutes: minutesTable,
      title: meetingsTable.title,
      adjournedAt: meetingsTable.adjournedAt,
      approvingId: approving.id,
      approvingTitle: approving.title,
      approvingStartsAt: approving.startsAt,
    })
    .from(minutesTable)
    .innerJoin(meetingsTable, eq(meetingsTable.id, minutesTable.meetingId))
    .leftJoin(agendaItemsTable, eq(agendaItemsTable.id, minutesTable.approvalItemId))
    .leftJoin(approving, eq(approving.id, agendaItemsTable.meetingId))
    .where(ne(minutesTable.state, 'sealed'))
    .orderBy(asc(meetingsTable.startsAt), asc(minutesTable.createdAt))
  const ids = rows.map(row => row.minutes.id)
  const corrections = await openCorrections(queries, ids)
  const until = await correctionsUntil(queries, ids)
  return rows.map(({ minutes, title, adjournedAt, approvingId, approvingTitle, approvingStartsAt }) => ({
    id: asId<MinutesId>(minutes.id),
    kind: minutes.kind === 'erratum' ? 'erratum' : 'minutes',
    meetingId: asId<MeetingId>(minutes.meetingId),
    groupId: asId<GroupId>(minutes.groupId),
    state: parseState(minutes.state),
    title,
    adjournedAt,
    correctionsUntil: until.get(minutes.id) ?? null,
    openCorrections: corrections.get(minutes.id) ?? 0,
    approval:
      approvingId === null || approvingTitle === null || approvingStartsAt === null
        ? null
        : { meetingId: asId<MeetingId>(approvingId), title: approvingTitle, startsAt: approvingStartsAt },
  }))
}

async function openCorrections(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ minutesId: correctionsTable.minutesId, open: count() })
    .from(correctionsTable)
    .where(and(inArray(correctionsTable.minutesId, [...ids]), eq(correctionsTable.state, 'proposed')))
    .groupBy(correctionsTable.minutesId)
  return new Map(rows.map(row => [row.minutesId, row.open]))
}

async function correctionsUntil(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ minutesId: minutesVersionsTable.minutesId, until: max(minutesVersionsTable.correctionsUntil) })
    .from(minutesVersionsTable)
    .where(inArray(minutesVersionsTable.minutesId, [...ids]))
    .groupBy(minutesVersionsTable.minutesId)
  return new Map(rows.flatMap(({ minutesId, until }) => (until === null ? [] : [[minutesId, until] as const])))
}

function parseState(text: string): MinutesState {
  const state = minutesStates.find(one => one === text)
  if (state === undefined) throw new Error(`minutes are stored as ${text}, which is no state of theirs`)
  return state
}
