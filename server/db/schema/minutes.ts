import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { agendaItemsTable, meetingsTable } from './meeting.ts'
import { personsTable } from './people.ts'

/** Who writes minutes beside the Secretariat: rapporteurs appointed for one meeting. */
export const minuteTakersTable = sqliteTable(
  'minute_takers',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    appointedBy: text('appointed_by')
      .notNull()
      .references(() => personsTable.id),
    appointedAt: integer('appointed_at').notNull(),
    endedAt: integer('ended_at'),
  },
  table => [primaryKey({ columns: [table.meetingId, table.personId, table.appointedAt] })],
)

/** The minutes of a meeting, or an erratum to sealed ones. Once sealed, a row never changes. [M5] */
export const minutesTable = sqliteTable(
  'minutes',
  {
    id: text('id').primaryKey(),
    /** `minutes` or `erratum`. */
    kind: text('kind').notNull(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    /** The group whose chain it stands in. */
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** The sealed minutes that an erratum adds to. */
    amendsId: text('amends_id'),
    state: text('state').notNull(),
    /** The item of the next meeting that it is put to approval with. */
    approvalItemId: text('approval_item_id').references(() => agendaItemsTable.id),
    approvedAt: integer('approved_at'),
    sealedAt: integer('sealed_at'),
    /** Place in the group's chain, from 1. */
    chainNumber: integer('chain_number'),
    /** Canonical JSON of what the approval was: motion, outcome, digests. */
    approval: text('approval'),
    /** SHA-256 over the seal before, the digest and the approval. */
    seal: text('seal'),
    createdAt: integer('created_at').notNull(),
  },
  table => [
    index('minutes_meeting').on(table.meetingId),
    uniqueIndex('minutes_chain').on(table.groupId, table.chainNumber),
    uniqueIndex('minutes_one')
      .on(table.meetingId)
      .where(sql`kind = 'minutes'`),
  ],
)

/** What was circulated: canonical content and its digest, never altered. */
export const minutesVersionsTable = sqliteTable(
  'minutes_versions',
  {
    id: text('id').primaryKey(),
    minutesId: text('minutes_id')
      .notNull()
      .references(() => minutesTable.id),
    number: integer('number').notNull(),
    content: text('content').notNull(),
    digest: text('digest').notNull(),
    circulatedAt: integer('circulated_at').notNull(),
    circulatedBy: text('circulated_by')
      .notNull()
      .references(() => personsTable.id),
    correctionsUntil: integer('corrections_until').notNull(),
  },
  table => [uniqueIndex('minutes_versions_number').on(table.minutesId, table.number)],
)

/** A correction that a seat proposes to circulated minutes, and what became of it. */
export const correctionsTable = sqliteTable(
  'corrections',
  {
    id: text('id').primaryKey(),
    minutesId: text('minutes_id')
      .notNull()
      .references(() => minutesTable.id),
    /** Of the version that it was proposed to. */
    versionId: text('version_id')
      .notNull()
      .references(() => minutesVersionsTable.id),
    /** None for the general remarks. */
    itemId: text('item_id').references(() => agendaItemsTable.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** The words as they stand. */
    quote: text('quote').notNull(),
    proposal: text('proposal').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
    /** `proposed`, `accepted` or `refused`. */
    state: text('state').notNull(),
    disposedBy: text('disposed_by').references(() => personsTable.id),
    disposedAt: integer('disposed_at'),
    disposition: text('disposition'),
  },
  table => [index('corrections_minutes').on(table.minutesId)],
)

/** A seat's own words for the minutes; they stand as filed. */
export const statementsTable = sqliteTable(
  'statements',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    itemId: text('item_id').references(() => agendaItemsTable.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    text: text('text').notNull(),
    at: integer('at').notNull(),
  },
  table => [index('statements_meeting').on(table.meetingId)],
)

/** What somebody has to do by a day; on every agenda of the group until it is closed. [M6] */
export const actionItemsTable = sqliteTable(
  'action_items',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetingsTable.id),
    itemId: text('item_id').references(() => agendaItemsTable.id),
    text: text('text').notNull(),
    ownerSeatId: text('owner_seat_id')
      .notNull()
      .references(() => seatsTable.id),
    /** `2026-12-31`. */
    dueOn: text('due_on').notNull(),
    /** `open`, `done` or `dropped`. */
    state: text('state').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => personsTable.id),
    createdAt: integer('created_at').notNull(),
    closedBy: text('closed_by').references(() => personsTable.id),
    closedAt: integer('closed_at'),
    closingNote: text('closing_note'),
  },
  table => [
    index('action_items_group').on(table.groupId, table.state),
    index('action_items_seat').on(table.ownerSeatId, table.state),
    index('action_items_meeting').on(table.meetingId),
  ],
)
