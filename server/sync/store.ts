import { documentSnapshotsTable, documentUpdatesTable, type Queries, type Tx } from '#server/db'
import type { Instant, PersonId } from '#shared/core'
import { and, eq, gt, lt, sql } from 'drizzle-orm'

export interface LoggedUpdate {
  readonly documentId: string
  /** Whose connection brought it; none for what the server seeded. [A5] */
  readonly personId: PersonId | null
  readonly at: Instant
  readonly bytes: Uint8Array
}

export interface StoredDocument {
  readonly snapshot: Uint8Array | null
  /** The log after the snapshot, in order. */
  readonly updates: readonly Uint8Array[]
  /** Number of the last update that snapshot and log hold; 0 for a text nobody has written. */
  readonly seq: number
}

/** Rows of one INSERT: far below SQLite's bound on parameters. */
const rowsPerInsert = 500

/** @returns the last number given to each document */
export async function appendUpdates(tx: Tx, updates: readonly LoggedUpdate[]): Promise<ReadonlyMap<string, number>> {
  const lastSeq = new Map<string, number>()
  for (let start = 0; start < updates.length; start += rowsPerInsert) {
    const rows = updates
      .slice(start, start + rowsPerInsert)
      .map(update => ({ ...update, bytes: asBuffer(update.bytes) }))
    const { seq, documentId } = documentUpdatesTable
    for (const stored of await tx.insert(documentUpdatesTable).values(rows).returning({ seq, documentId })) {
      lastSeq.set(stored.documentId, Math.max(stored.seq, lastSeq.get(stored.documentId) ?? 0))
    }
  }
  return lastSeq
}

/** Keeps the whole state, unless a later one is kept already. The log stays: it says who wrote what. [A5] */
export async function storeSnapshot(tx: Tx, documentId: string, seq: number, bytes: Uint8Array): Promise<void> {
  const kept = { seq, bytes: asBuffer(bytes) }
  await tx
    .insert(documentSnapshotsTable)
    .values({ documentId, ...kept })
    .onConflictDoUpdate({
      target: documentSnapshotsTable.documentId,
      set: kept,
      setWhere: lt(documentSnapshotsTable.seq, sql`excluded.seq`),
    })
}

export async function readStored(read: Queries, documentId: string): Promise<StoredDocument> {
  const snapshots = await read
    .select()
    .from(documentSnapshotsTable)
    .where(eq(documentSnapshotsTable.documentId, documentId))
  const snapshot = snapshots[0]
  const covered = snapshot?.seq ?? 0
  const { seq, bytes } = documentUpdatesTable
  const rows = await read
    .select({ seq, bytes })
    .from(documentUpdatesTable)
    .where(and(eq(documentUpdatesTable.documentId, documentId), gt(seq, covered)))
    .orderBy(seq)
  return { snapshot: snapshot?.bytes ?? null, updates: rows.map(row => row.bytes), seq: rows.at(-1)?.seq ?? covered }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
