import {
  documentClientsTable,
  documentHistoryTable,
  documentSetAsideTable,
  documentSnapshotsTable,
  documentStandingsTable,
  documentUpdatesTable,
  type Queries,
  type Tx,
} from '#server/db'
import type { Instant, PersonId } from '#shared/core'
import { crc32 } from 'node:zlib'
import { and, asc, count, eq, gt, gte, inArray, isNotNull, lt, lte, max, notInArray, sql } from 'drizzle-orm'

export interface LogEntry {
  readonly documentId: string
  /** Whose connection brought it, of several the last; none for what the server seeded. [A5] */
  readonly personId: PersonId | null
  readonly at: Instant
  readonly bytes: Uint8Array
  /** Who wrote what, where several persons wrote. */
  readonly contributions: Uint8Array | null
}

export interface NumberedEntry extends LogEntry {
  readonly seq: number
  /** The disk gave back other bytes than it was given. */
  readonly isSpoiled?: true
}

export interface Snapshot {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly stateVector: Uint8Array | null
}

export interface StoredDocument {
  readonly snapshot: Snapshot | null
  /** The log after the snapshot, in order. */
  readonly entries: readonly NumberedEntry[]
  /** Whether all of it is as it was stored. */
  readonly isSound: boolean
  readonly epoch: number
  readonly damagedAt: Instant | null
}

/** Whose a client number is; `null` for the server's own. */
export interface ClientBinding {
  readonly documentId: string
  readonly clientId: number
  readonly personId: PersonId | null
}

/** Rows of one INSERT: far below SQLite's bound on parameters. */
const rowsPerInsert = 500

/** @returns the last number given to each document */
export async function appendEntries(tx: Tx, entries: readonly LogEntry[]): Promise<ReadonlyMap<string, number>> {
  const lastSeq = new Map<string, number>()
  const { seq, documentId } = documentUpdatesTable
  for (const rows of chunks(entries.map(entryToRow))) {
    for (const stored of await tx.insert(documentUpdatesTable).values(rows).returning({ seq, documentId })) {
      lastSeq.set(stored.documentId, Math.max(stored.seq, lastSeq.get(stored.documentId) ?? 0))
    }
  }
  return lastSeq
}

/** A number that is bound stays as it is. */
export async function bindClients(tx: Tx, bindings: readonly ClientBinding[]): Promise<void> {
  for (const rows of chunks(bindings)) await tx.insert(documentClientsTable).values(rows).onConflictDoNothing()
}

export async function readClients(queries: Queries, document: string): Promise<ReadonlyMap<number, PersonId | null>> {
  const { documentId, clientId, personId } = documentClientsTable
  const rows = await queries.select({ clientId, personId }).from(documentClientsTable).where(eq(documentId, document))
  return new Map(rows.map(row => [row.clientId, row.personId as PersonId | null]))
}

/** Number of the latest entry of each text; the newest one is never packed. */
export async function lastEntries(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { documentId, seq } = documentUpdatesTable
  const rows = await queries
    .select({ documentId, last: max(seq) })
    .from(documentUpdatesTable)
    .groupBy(documentId)
  return new Map(rows.flatMap(row => (row.last === null ? [] : [[row.documentId, row.last]])))
}

/** Texts with a log of which no client number is bound. */
export async function readUnboundTexts(queries: Queries): Promise<readonly string[]> {
  const bound = queries.select({ documentId: documentClientsTable.documentId }).from(documentClientsTable)
  const rows = await queries
    .selectDistinct({ documentId: documentUpdatesTable.documentId })
    .from(documentUpdatesTable)
    .where(notInArray(documentUpdatesTable.documentId, bound))
  return rows.map(row => row.documentId)
}

/** Keeps the whole state, unless a later one is kept already. The log stays: it says who wrote what. [A5] */
export async function storeSnapshot(tx: Tx, documentId: string, snapshot: Snapshot): Promise<void> {
  const kept = {
    seq: snapshot.seq,
    bytes: asBuffer(snapshot.bytes),
    stateVector: snapshot.stateVector && asBuffer(snapshot.stateVector),
    checksum: checksumOf(snapshot.bytes, snapshot.stateVector),
  }
  await tx
    .insert(documentSnapshotsTable)
    .values({ documentId, ...kept })
    .onConflictDoUpdate({
      target: documentSnapshotsTable.documentId,
      set: kept,
      setWhere: lt(documentSnapshotsTable.seq, sql`excluded.seq`),
    })
}

export async function dropSnapshot(tx: Tx, documentId: string): Promise<void> {
  await tx.delete(documentSnapshotsTable).where(eq(documentSnapshotsTable.documentId, documentId))
}

export async function readStored(read: Queries, documentId: string): Promise<StoredDocument> {
  const [row] = await read
    .select()
    .from(documentSnapshotsTable)
    .where(eq(documentSnapshotsTable.documentId, documentId))
  const snapshot = row ? { seq: row.seq, bytes: row.bytes, stateVector: row.stateVector } : null
  const entries = await readEntries(read, documentId, { after: snapshot?.seq ?? 0 })
  const isSound = (!row || isAsStored(row, row.stateVector)) && !entries.some(entry => entry.isSpoiled)
  return { snapshot, entries, isSound, ...(await readStanding(read, documentId)) }
}

/** Whether anything was ever stored of this text. */
export async function hasText(queries: Queries, documentId: string): Promise<boolean> {
  const [logged] = await queries
    .select({ seq: documentUpdatesTable.seq })
    .from(documentUpdatesTable)
    .where(eq(documentUpdatesTable.documentId, documentId))
    .limit(1)
  if (logged) return true
  const [kept] = await queries
    .select({ seq: documentSnapshotsTable.seq })
    .from(documentSnapshotsTable)
    .where(eq(documentSnapshotsTable.documentId, documentId))
  return kept !== undefined
}

/** Entries of the log that are not packed, in order. */
export async function readEntries(
  read: Queries,
  documentId: string,
  { after, upTo = Number.MAX_SAFE_INTEGER, atMost = -1 }: { after: number; upTo?: number; atMost?: number },
): Promise<NumberedEntry[]> {
  const { seq } = documentUpdatesTable
  const rows = await read
    .select()
    .from(documentUpdatesTable)
    .where(and(eq(documentUpdatesTable.documentId, documentId), gt(seq, after), lte(seq, upTo)))
    .orderBy(asc(seq))
    .limit(atMost)
  return rows.map(rowToEntry)
}

export interface Standing {
  readonly epoch: number
  readonly damagedAt: Instant | null
}

export async function readStanding(read: Queries, documentId: string): Promise<Standing> {
  const [row] = await read
    .select()
    .from(documentStandingsTable)
    .where(eq(documentStandingsTable.documentId, documentId))
  return { epoch: row?.epoch ?? 1, damagedAt: row?.damagedAt ?? null }
}

export async function storeStanding(tx: Tx, documentId: string, standing: Standing): Promise<void> {
  await tx
    .insert(documentStandingsTable)
    .values({ documentId, ...standing })
    .onConflictDoUpdate({ target: documentStandingsTable.documentId, set: standing })
}

/** Texts that stand still because a part of their log could not be applied, with the time this was found. */
export async function readDamaged(read: Queries): Promise<ReadonlyMap<string, Instant>> {
  const { documentId, damagedAt } = documentStandingsTable
  const rows = await read.select({ documentId, damagedAt }).from(documentStandingsTable).where(isNotNull(damagedAt))
  return new Map(rows.flatMap(row => (row.damagedAt === null ? [] : [[row.documentId, row.damagedAt]])))
}

export interface SetAsideEntry extends NumberedEntry {
  readonly setAsideAt: Instant
}

/** What was ever set aside of a text, in the order in which it was written. */
export async function readSetAsideEntries(read: Queries, documentId: string): Promise<readonly SetAsideEntry[]> {
  const rows = await read
    .select()
    .from(documentSetAsideTable)
    .where(eq(documentSetAsideTable.documentId, documentId))
    .orderBy(asc(documentSetAsideTable.seq))
  return rows.map(row => ({ ...rowToEntry({ ...row, checksum: null }), setAsideAt: row.setAsideAt }))
}

/**
 * Takes entries out of the log and keeps them where nothing applies them. One that is packed stays in its pack as well.
 *
 * @returns how many had not been set aside before
 */
export async function setAside(tx: Tx, entries: readonly NumberedEntry[], at: Instant): Promise<number> {
  let fresh = 0
  for (const rows of chunks(entries)) {
    const added = await tx
      .insert(documentSetAsideTable)
      .values(rows.map(entry => ({ ...entryToRow(entry), seq: entry.seq, setAsideAt: at })))
      .onConflictDoNothing()
      .returning({ seq: documentSetAsideTable.seq })
    fresh += added.length
    await tx.delete(documentUpdatesTable).where(
      inArray(
        documentUpdatesTable.seq,
        rows.map(entry => entry.seq),
      ),
    )
  }
  return fresh
}

export interface Packed {
  readonly documentId: string
  readonly fromSeq: number
  readonly toSeq: number
  readonly entries: number
  readonly bytes: Uint8Array
}

/** Replaces entries by their packed form, if they are still all there. */
export async function storePacked(tx: Tx, packed: Packed): Promise<void> {
  const { documentId, seq } = documentUpdatesTable
  const these = and(eq(documentId, packed.documentId), gte(seq, packed.fromSeq), lte(seq, packed.toSeq))
  const [found] = await tx.select({ entries: count() }).from(documentUpdatesTable).where(these)
  if (found?.entries !== packed.entries) return
  await tx.insert(documentHistoryTable).values({ ...packed, bytes: asBuffer(packed.bytes) })
  await tx.delete(documentUpdatesTable).where(these)
}

/** @param after the last number of the pack before; packs are read one at a time, since a year of them is large */
export async function readPacked(read: Queries, document: string, after: number): Promise<Packed | null> {
  const { documentId, fromSeq } = documentHistoryTable
  const [row] = await read
    .select()
    .from(documentHistoryTable)
    .where(and(eq(documentId, document), gt(fromSeq, after)))
    .orderBy(asc(fromSeq))
    .limit(1)
  return row ?? null
}

type EntryRow = typeof documentUpdatesTable.$inferSelect

function checksumOf(bytes: Uint8Array, beside: Uint8Array | null): number {
  return beside ? crc32(beside, crc32(bytes)) : crc32(bytes)
}

function isAsStored(
  stored: { readonly checksum: number | null; readonly bytes: Uint8Array },
  beside: Uint8Array | null,
) {
  return stored.checksum === null || stored.checksum === checksumOf(stored.bytes, beside)
}

function rowToEntry(row: EntryRow): NumberedEntry {
  const { checksum: _kept, personId, ...entry } = row
  return {
    ...entry,
    personId: personId as PersonId | null,
    ...(isAsStored(row, row.contributions) ? {} : { isSpoiled: true }),
  }
}

function entryToRow({ documentId, personId, at, bytes, contributions }: LogEntry) {
  return {
    documentId,
    personId,
    at,
    bytes: asBuffer(bytes),
    contributions: contributions && asBuffer(contributions),
    checksum: checksumOf(bytes, contributions),
  }
}

function chunks<T>(rows: readonly T[]): T[][] {
  const cut: T[][] = []
  for (let start = 0; start < rows.length; start += rowsPerInsert) cut.push(rows.slice(start, start + rowsPerInsert))
  return cut
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
