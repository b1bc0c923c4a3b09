/** What stands in minutes beside the words: statements and action items of a meeting, and names. */
import { asc, eq, inArray } from 'drizzle-orm'
import {
  asId,
  type ActionItemId,
  type AgendaItemId,
  type Instant,
  type MeetingId,
  type PersonId,
  type SeatId,
  type StatementId,
} from '#shared/core'
import { constituencies } from '#shared/group'
import type { ActionItemBlock, SeatName, StatementBlock, Under } from '#shared/minutes'
import {
  actionItemsTable,
  organisationsTable,
  personsTable,
  seatsTable,
  statementsTable,
  type Queries,
  type Tx,
} from '#server/db'

/** A seat's own words, as filed. */
export interface Statement {
  readonly id: StatementId
  readonly meetingId: MeetingId
  readonly itemId: AgendaItemId | null
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly text: string
  readonly at: Instant
}

export async function insertStatement(tx: Tx, statement: Statement): Promise<void> {
  await tx.insert(statementsTable).values(statement)
}

/** Exactly what is stored of a statement. */
export async function findStatement(queries: Queries, id: StatementId): Promise<Statement | null> {
  const [row] = await queries.select().from(statementsTable).where(eq(statementsTable.id, id))
  return row
    ? {
        ...row,
        id,
        meetingId: asId<MeetingId>(row.meetingId),
        itemId: itemIdOf(row.itemId),
        seatId: asId<SeatId>(row.seatId),
        personId: asId<PersonId>(row.personId),
      }
    : null
}

/** What seats have filed for a meeting's minutes, the first filed first. */
export async function statementsOf(queries: Queries, meetingId: MeetingId): Promise<readonly Under<StatementBlock>[]> {
  const rows = await queries
    .select({
      statement: statementsTable,
      seat: seatsTable,
      organisationName: organisationsTable.name,
      personName: personsTable.name,
    })
    .from(statementsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, statementsTable.seatId))
    .innerJoin(personsTable, eq(personsTable.id, statementsTable.personId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(eq(statementsTable.meetingId, meetingId))
    .orderBy(asc(statementsTable.at), asc(statementsTable.id))
  return rows.map(({ statement: { id, itemId, text, at }, seat, organisationName, personName }) => ({
    type: 'statement',
    id: asId<StatementId>(id),
    itemId: itemIdOf(itemId),
    seat: seatName(seat, organisationName),
    personName,
    text,
    at,
  }))
}

/** What a meeting gave somebody to do, whatever became of it, the first set first. [M6] */
export async function actionItemsSetIn(
  queries: Queries,
  meetingId: MeetingId,
): Promise<readonly Under<ActionItemBlock>[]> {
  const rows = await queries
    .select({ item: actionItemsTable, seat: seatsTable, organisationName: organisationsTable.name })
    .from(actionItemsTable)
    .innerJoin(seatsTable, eq(seatsTable.id, actionItemsTable.ownerSeatId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(eq(actionItemsTable.meetingId, meetingId))
    .orderBy(asc(actionItemsTable.createdAt), asc(actionItemsTable.id))
  return rows.map(({ item: { id, itemId, text, dueOn }, seat, organisationName }) => ({
    type: 'actionItem',
    id: asId<ActionItemId>(id),
    itemId: itemIdOf(itemId),
    text,
    owner: seatName(seat, organisationName),
    dueOn,
  }))
}

/** These seats by name, those that have left their group too. */
export async function seatNames(queries: Queries, ids: readonly SeatId[]): Promise<ReadonlyMap<string, SeatName>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ seat: seatsTable, organisationName: organisationsTable.name })
    .from(seatsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(inArray(seatsTable.id, [...ids]))
  return new Map(rows.map(({ seat, organisationName }) => [seat.id, seatName(seat, organisationName)]))
}

export interface NamedPerson {
  readonly personId: PersonId
  readonly name: string
  readonly organisationName: string | null
}

export async function personsNamed(
  queries: Queries,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ id: personsTable.id, name: personsTable.name, organisationName: organisationsTable.name })
    .from(personsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, personsTable.organisationId))
    .where(inArray(personsTable.id, [...ids]))
  return new Map(
    rows.map(({ id, name, organisationName }) => [id, { personId: asId<PersonId>(id), name, organisationName }]),
  )
}

function seatName(seat: typeof seatsTable.$inferSelect, organisationName: string | null): SeatName {
  const constituency = constituencies.find(one => one === seat.constituency)
  if (constituency === undefined) throw new Error(`seat ${seat.id} is of no known constituency`)
  return { seatId: asId<SeatId>(seat.id), label: seat.label, organisationName, constituency }
}

function itemIdOf(id: string | null): AgendaItemId | null {
  return id === null ? null : asId<AgendaItemId>(id)
}
