import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The append-only, hash-chained record. No statement in this program updates or deletes a row. [L1] */
export const recordTable = sqliteTable(
  'record',
  {
    /** From 1, without gaps. */
    number: integer('number').primaryKey(),
    at: integer('at').notNull(),
    act: text('act').notNull(),
    subjectId: text('subject_id'),
    /** Canonical JSON of the whole entry but its own digest. */
    entry: text('entry').notNull(),
    digest: text('digest').notNull(),
  },
  table => [index('record_subject').on(table.subjectId)],
)
