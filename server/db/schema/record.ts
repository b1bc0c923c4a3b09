import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { seatsTable } from './group.ts'
import { personsTable } from './people.ts'

/** The append-only, hash-chained record. No statement in this program updates or deletes a row. [L1] */
export const recordTable = sqliteTable(
  'record',
  {
    /** From 1, without gaps. */
    number: integer('number').primaryKey(),
    at: integer('at').notNull(),
    act: text('act').notNull(),
    actorId: text('actor_id'),
    subjectId: text('subject_id'),
    /** Canonical JSON of the whole entry but its own digest. */
    entry: text('entry').notNull(),
    digest: text('digest').notNull(),
  },
  table => [
    index('record_subject').on(table.subjectId),
    index('record_actor').on(table.actorId),
    index('record_at').on(table.at),
    index('record_act').on(table.act),
  ],
)

/** Complete subtrees of the Merkle tree over the record, in the order in which they come to be. Append-only too. [L2] */
export const recordNodesTable = sqliteTable('record_nodes', {
  /** From 0, without gaps; follows from level and index (`positionOf`). */
  position: integer('position').primaryKey(),
  digest: text('digest').notNull(),
})

/** Every checkpoint that was signed. Append-only. [L2] */
export const checkpointsTable = sqliteTable('checkpoints', {
  /** Entries it covers. */
  size: integer('size').primaryKey(),
  root: text('root').notNull(),
  at: integer('at').notNull(),
  /** The note as the workspace signed it, without co-signatures. */
  note: text('note').notNull(),
})

/** Seats that co-sign checkpoints. [L2] */
export const witnessesTable = sqliteTable(
  'witnesses',
  {
    id: text('id').primaryKey(),
    seatId: text('seat_id')
      .notNull()
      .references(() => seatsTable.id),
    namedBy: text('named_by')
      .notNull()
      .references(() => personsTable.id),
    namedAt: integer('named_at').notNull(),
    endedAt: integer('ended_at'),
  },
  table => [index('witnesses_seat').on(table.seatId)],
)

/** Public keys of witnesses with their time; at most one of a witness has no end. */
export const witnessKeysTable = sqliteTable(
  'witness_keys',
  {
    id: text('id').primaryKey(),
    witnessId: text('witness_id')
      .notNull()
      .references(() => witnessesTable.id),
    /** C2SP verifier key of type 0x04. */
    verifierKey: text('verifier_key').notNull(),
    /** `browser`, or `tool` for one that was made elsewhere. */
    madeIn: text('made_in').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => personsTable.id),
    addedAt: integer('added_at').notNull(),
    endedAt: integer('ended_at'),
  },
  table => [index('witness_keys_witness').on(table.witnessId)],
)

/** What witnesses signed. Append-only; no entry of the record, which would ask for the next one. [L2] */
export const cosignaturesTable = sqliteTable(
  'cosignatures',
  {
    size: integer('size')
      .notNull()
      .references(() => checkpointsTable.size),
    keyId: text('key_id')
      .notNull()
      .references(() => witnessKeysTable.id),
    /** The time that is signed, in milliseconds. */
    signedAt: integer('signed_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    /** The signature's line of the note. */
    line: text('line').notNull(),
  },
  table => [primaryKey({ columns: [table.size, table.keyId] }), index('cosignatures_key').on(table.keyId)],
)
