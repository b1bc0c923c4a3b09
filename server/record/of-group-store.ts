import { eq, inArray, or, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  actionItemsTable,
  agendaItemsTable,
  amendmentsTable,
  attendanceTable,
  correctionsTable,
  electionsTable,
  floorRequestsTable,
  meetingBodiesTable,
  meetingSeriesTable,
  minutesTable,
  motionsTable,
  papersTable,
  plansTable,
  planVersionsTable,
  recordTable,
  representativesTable,
  seatsTable,
  sectionsTable,
  sectionVersionsTable,
  statementsTable,
  termsTable,
  termsVersionsTable,
  type Queries,
} from '#server/db'

type Belonging = SQLiteTable & { readonly id: SQLiteColumn }

/**
 * Acts on a group and on what belongs to it; of a meeting of several groups, on each of them. The record itself knows no
 * groups: it is asked by the things. [L1]
 */
export function ofGroup(queries: Queries, group: string): SQL | undefined {
  const within = (table: Belonging, owner: SQLiteColumn, owners: SQLWrapper): SQLWrapper =>
    queries.select({ id: table.id }).from(table).where(inArray(owner, owners))
  const own = (table: Belonging, owner: SQLiteColumn): SQLWrapper =>
    queries.select({ id: table.id }).from(table).where(eq(owner, group))

  const { meetingId, groupId } = meetingBodiesTable
  const meetings = queries.select({ id: meetingId }).from(meetingBodiesTable).where(eq(groupId, group))
  const seats = own(seatsTable, seatsTable.groupId)
  const items = own(agendaItemsTable, agendaItemsTable.groupId)
  const minutes = own(minutesTable, minutesTable.groupId)
  const sections = own(sectionsTable, sectionsTable.ownerGroupId)
  const terms = own(termsTable, termsTable.groupId)
  const things: readonly SQLWrapper[] = [
    seats,
    within(representativesTable, representativesTable.seatId, seats),
    meetings,
    within(attendanceTable, attendanceTable.meetingId, meetings),
    within(floorRequestsTable, floorRequestsTable.meetingId, meetings),
    within(statementsTable, statementsTable.meetingId, meetings),
    items,
    within(papersTable, papersTable.itemId, items),
    own(meetingSeriesTable, meetingSeriesTable.groupId),
    own(actionItemsTable, actionItemsTable.groupId),
    minutes,
    within(correctionsTable, correctionsTable.minutesId, minutes),
    sections,
    within(sectionVersionsTable, sectionVersionsTable.sectionId, sections),
    own(amendmentsTable, amendmentsTable.groupId),
    within(planVersionsTable, planVersionsTable.planId, own(plansTable, plansTable.ownerGroupId)),
    terms,
    within(termsVersionsTable, termsVersionsTable.termsId, terms),
    own(electionsTable, electionsTable.groupId),
    own(motionsTable, motionsTable.groupId),
  ]
  const { subjectId } = recordTable
  return or(eq(subjectId, group), ...things.map(ids => inArray(subjectId, ids)))
}
