import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { organisationsTable, personsTable } from './people.ts'

export const groupsTable = sqliteTable(
  'groups',
  {
    id: text('id').primaryKey(),
    /** `nwg` or `twg`. */
    kind: text('kind').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** Chair of a TWG; the NWG's is whoever is National Co-ordinator. [G6] */
    chairPersonId: text('chair_person_id').references(() => personsTable.id),
    /** Canonical JSON of the rule set its votes are decided by. */
    ruleSet: text('rule_set').notNull(),
    /** Canonical JSON of what it has set for its meetings; the default where it has set nothing. */
    meetingSettings: text('meeting_settings'),
    position: integer('position').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [uniqueIndex('groups_code').on(table.code)],
)

/** A seat outlives the people in it. A composition line without an organisation is vacant or not applicable. [G3, G9] */
export const seatsTable = sqliteTable(
  'seats',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    label: text('label').notNull(),
    constituency: text('constituency').notNull(),
    organisationId: text('organisation_id').references(() => organisationsTable.id),
    notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
    createdAt: integer('created_at').notNull(),
    /** A seat that left the group; its ballots stay. */
    endedAt: integer('ended_at'),
  },
  table => [index('seats_group').on(table.groupId)],
)

/** Head and up to three alternates of a seat, with their time. [G3] */
export const representativesTable = sqliteTable(
  'representatives',
  {
    id: text('id').primaryKey(),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** `head` or `alternate`. */
    rank: text('rank').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at'),
  },
  table => [index('representatives_seat').on(table.seatId), index('representatives_person').on(table.personId)],
)
