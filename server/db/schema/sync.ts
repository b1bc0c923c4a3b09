import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The log of a live text: what was committed together, with the persons whose connections brought it. [A5] */
export const documentUpdatesTable = sqliteTable(
  'document_updates',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    documentId: text('document_id').notNull(),
    /** Who wrote it; of several the last one. None for what the server seeded. */
    personId: text('person_id'),
    at: integer('at').notNull(),
    /** A Yjs update, version 1 encoding. */
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    /** Who wrote and who deleted what, where several did (server/sync/contributions.ts). */
    contributions: blob('contributions', { mode: 'buffer' }),
    /** CRC-32 of bytes and contributions: a disk may give back others than it was given. None for older entries. */
    checksum: integer('checksum'),
  },
  table => [index('document_updates_document').on(table.documentId, table.seq)],
)

/** Older parts of the log, packed: the same entries, compressed. */
export const documentHistoryTable = sqliteTable(
  'document_history',
  {
    documentId: text('document_id').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq').notNull(),
    entries: integer('entries').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  table => [primaryKey({ columns: [table.documentId, table.fromSeq] })],
)

/** The whole state up to `seq`, so that opening does not replay the log. */
export const documentSnapshotsTable = sqliteTable('document_snapshots', {
  documentId: text('document_id').primaryKey(),
  seq: integer('seq').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  /** How far the text of each client reaches, Yjs encoding. */
  stateVector: blob('state_vector', { mode: 'buffer' }),
  /** CRC-32 of bytes and state vector. None for older snapshots. */
  checksum: integer('checksum'),
})

/** Whose a client number is: the person whose connection first wrote with it, or nobody for the server's own. [A5] */
export const documentClientsTable = sqliteTable(
  'document_clients',
  {
    documentId: text('document_id').notNull(),
    clientId: integer('client_id').notNull(),
    personId: text('person_id'),
  },
  table => [primaryKey({ columns: [table.documentId, table.clientId] })],
)

/** What is to be known of a text beside its content. A text without a row is sound and in its first epoch. */
export const documentStandingsTable = sqliteTable('document_standings', {
  documentId: text('document_id').primaryKey(),
  /** Grows when the text is set back: what was written on another epoch is not merged into it. */
  epoch: integer('epoch').notNull(),
  /** When a part of the log could not be applied. Until the Secretariat opens it again nobody writes. */
  damagedAt: integer('damaged_at'),
})

/** Entries of a log that could not be applied, out of the way and kept. */
export const documentSetAsideTable = sqliteTable('document_set_aside', {
  seq: integer('seq').primaryKey(),
  documentId: text('document_id').notNull(),
  personId: text('person_id'),
  at: integer('at').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  contributions: blob('contributions', { mode: 'buffer' }),
  setAsideAt: integer('set_aside_at').notNull(),
})
