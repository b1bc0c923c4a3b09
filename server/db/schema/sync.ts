import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The log of a live text: each stored update with the person whose connection brought it. [A5] */
export const documentUpdatesTable = sqliteTable(
  'document_updates',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    documentId: text('document_id').notNull(),
    /** None for what the server seeded. */
    personId: text('person_id'),
    at: integer('at').notNull(),
    /** A Yjs update, version 1 encoding. */
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  table => [index('document_updates_document').on(table.documentId, table.seq)],
)

/** The whole state up to `seq`, so that opening does not replay the log. */
export const documentSnapshotsTable = sqliteTable('document_snapshots', {
  documentId: text('document_id').primaryKey(),
  seq: integer('seq').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})
