import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'

/** Elections of chairs. [G6, V12] */
export const electionsTable = sqliteTable(
  'elections',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** Empty where nobody gave it one. */
    title: text('title').notNull(),
    /** `listing`, `closed`, `underVote`, `elected` or `withdrawn`. */
    state: text('state').notNull(),
    calledBy: text('called_by')
      .notNull()
      .references(() => personsTable.id),
    calledAt: integer('called_at').notNull(),
    /** Of the list as it was closed. */
    digest: text('digest'),
    electedId: text('elected_id').references(() => personsTable.id),
    /** Whether whoever was elected could take the chair. */
    tookChair: integer('took_chair', { mode: 'boolean' }).notNull(),
  },
  table => [
    index('elections_group').on(table.groupId),
    // Two who call at once: one election is called, whatever their requests saw.
    uniqueIndex('elections_one_under_way')
      .on(table.groupId)
      .where(sql`state in ('listing', 'closed', 'underVote')`),
  ],
)

/** Who stands, in the order in which they were proposed; a name taken back is kept. */
export const electionCandidatesTable = sqliteTable(
  'election_candidates',
  {
    id: text('id').primaryKey(),
    electionId: text('election_id')
      .notNull()
      .references(() => electionsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** The seat that proposed them. */
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => personsTable.id),
    /** From 1 within the election. */
    place: integer('place').notNull(),
    proposedAt: integer('proposed_at').notNull(),
    takenBackAt: integer('taken_back_at'),
  },
  table => [index('election_candidates_election').on(table.electionId)],
)
