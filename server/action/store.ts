import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import {
  asId,
  type ActionItemId,
  type AgendaItemId,
  type GroupId,
  type MeetingId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { actionItemStates, type ActionItemState } from '#shared/action'
import {
  actionItemsTable,
  agendaItemsTable,
  meetingBodiesTable,
  meetingsTable,
  organisationsTable,
  personsTable,
  seatsTable,
  type Queries,
  type Tx,
} from '#server/db'
import type { ActionItem, NamedActionItem } from './action-item.ts'

export async function insertActionItem(tx: Tx, item: ActionItem): Promise<void> {
  await tx.insert(actionItemsTable).values(item)
}

export async function updateActionItem(
  tx: Tx,
  id: ActionItemId,
  change: Partial<Omit<ActionItem, 'id' | 'groupId' | 'meetingId' | 'createdBy' | 'createdAt'>>,
): Promise<void> {
  await tx.update(actionItemsTable).set(change).where(eq(actionItemsTable.id, id))
}

export async function findActionItem(queries: Queries, id: ActionItemId): Promise<ActionItem | null> {
  const [row] = await queries.select().from(actionItemsTable).where(eq(actionItemsTable.id, id))
  return row ? rowToActionItem(row) : null
}

export interface ActionItemFilter {
  /** Groups whose meetings the reader may read: asked before the list is cut. */
  readonly readable: readonly GroupId[]
  readonly group?: GroupId | undefined
  readonly owners?: readonly SeatId[] | undefined
  /** `closed`: done or dropped. */
  readonly state?: 'open' | 'closed' | undefined
  readonly meeting?: MeetingId | undefined
}

/** A list this long is searched, not read. */
const listLimit = 500

/** Those that are open come before all others and by their day, so that a long past cuts off none of them. */
export async function selectActionItems(
  queries: Queries,
  filter: ActionItemFilter,
): Promise<readonly NamedActionItem[]> {
  const { readable, group, owners, meeting } = filter
  const readableMeetings = queries
    .select({ id: meetingBodiesTable.meetingId })
    .from(meetingBodiesTable)
    .where(inArray(meetingBodiesTable.groupId, [...readable]))
  const about = and(
    inArray(actionItemsTable.meetingId, readableMeetings),
    group === undefined ? undefined : eq(actionItemsTable.groupId, group),
    meeting === undefined ? undefined : eq(actionItemsTable.meetingId, meeting),
    owners === undefined ? undefined : inArray(actionItemsTable.ownerSeatId, [...owners]),
  )
  const select = () =>
    queries
      .select({
        item: actionItemsTable,
        seatLabel: seatsTable.label,
        organisationName: organisationsTable.name,
        itemTitle: agendaItemsTable.title,
        meetingTitle: meetingsTable.title,
        meetingStartsAt: meetingsTable.startsAt,
        timeZone: meetingsTable.timeZone,
        closedByName: personsTable.name,
      })
      .from(actionItemsTable)
      .innerJoin(meetingsTable, eq(meetingsTable.id, actionItemsTable.meetingId))
      .innerJoin(seatsTable, eq(seatsTable.id, actionItemsTable.ownerSeatId))
      .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
      .leftJoin(agendaItemsTable, eq(agendaItemsTable.id, actionItemsTable.itemId))
      .leftJoin(personsTable, eq(personsTable.id, actionItemsTable.closedBy))
  const open =
    filter.state === 'closed'
      ? []
      : await select()
          .where(and(about, eq(actionItemsTable.state, 'open')))
          .orderBy(asc(actionItemsTable.dueOn), asc(actionItemsTable.createdAt), asc(actionItemsTable.id))
          .limit(listLimit)
  const closed =
    filter.state === 'open'
      ? []
      : await select()
          .where(and(about, ne(actionItemsTable.state, 'open')))
          .orderBy(desc(actionItemsTable.closedAt), desc(actionItemsTable.id))
          .limit(listLimit)
  return [...open, ...closed].map(({ item, seatLabel, organisationName, ...names }) => ({
    ...rowToActionItem(item),
    ...names,
    ownerLabel: organisationName ?? seatLabel,
  }))
}

function rowToActionItem(row: typeof actionItemsTable.$inferSelect): ActionItem {
  return {
    ...row,
    id: asId<ActionItemId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    meetingId: asId<MeetingId>(row.meetingId),
    itemId: row.itemId === null ? null : asId<AgendaItemId>(row.itemId),
    ownerSeatId: asId<SeatId>(row.ownerSeatId),
    state: parseState(row.state),
    createdBy: asId<PersonId>(row.createdBy),
    closedBy: row.closedBy === null ? null : asId<PersonId>(row.closedBy),
  }
}

function parseState(text: string): ActionItemState {
  const state = actionItemStates.find(one => one === text)
  if (state === undefined) throw new Error(`an action item is stored as ${text}, which is no state of one`)
  return state
}
