import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { groupsTable, seatsTable } from './group.ts'
import { personsTable } from './people.ts'
import { sectionsTable, sectionVersionsTable } from './plan.ts'

/** What seats propose to submitted texts; what was proposed never changes, only the text that it stands on. [A2, V4] */
export const amendmentsTable = sqliteTable(
  'amendments',
  {
    id: text('id').primaryKey(),
    sectionId: text('section_id')
      .notNull()
      .references(() => sectionsTable.id),
    /** The group that votes on it. */
    groupId: text('group_id')
      .notNull()
      .references(() => groupsTable.id),
    /** The version that it stands on: another one when its text was amended and its words still stand there. */
    versionId: text('version_id')
      .notNull()
      .references(() => sectionVersionsTable.id),
    /** The version that it was proposed to. */
    proposedTo: text('proposed_to')
      .notNull()
      .references(() => sectionVersionsTable.id),
    /** Place, quote and replacement of each change, as JSON. */
    changes: text('changes').notNull(),
    reason: text('reason').notNull(),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    at: integer('at').notNull(),
    state: text('state').notNull(),
    disposedAt: integer('disposed_at'),
    /** Why it was overtaken. */
    overtaken: text('overtaken'),
    /** The latest vote on it. */
    motionId: text('motion_id'),
    /** The version that it made. */
    resultId: text('result_id').references(() => sectionVersionsTable.id),
  },
  table => [index('amendments_section').on(table.sectionId)],
)
