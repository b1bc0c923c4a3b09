import { asc, desc, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import type { Digest, Instant } from '#shared/core'
import { checkpointsTable, cosignaturesTable, type Queries, type Tx } from '#server/db'

/** A checkpoint as it was signed. */
export interface SignedCheckpoint {
  readonly size: number
  readonly root: Digest
  readonly at: Instant
  /** Without co-signatures. */
  readonly note: string
}

export async function insertCheckpoint(tx: Tx, checkpoint: SignedCheckpoint): Promise<void> {
  await tx.insert(checkpointsTable).values(checkpoint).onConflictDoNothing()
}

export async function latestCheckpoint(queries: Queries): Promise<SignedCheckpoint | null> {
  const [row] = await queries.select().from(checkpointsTable).orderBy(desc(checkpointsTable.size)).limit(1)
  return row ?? null
}

export async function findCheckpoint(queries: Queries, size: number): Promise<SignedCheckpoint | null> {
  const [row] = await queries.select().from(checkpointsTable).where(eq(checkpointsTable.size, size))
  return row ?? null
}

/** Checkpoints of more entries than this, the smallest first. */
export async function checkpointsAfter(
  queries: Queries,
  size: number,
  limit: number,
): Promise<readonly SignedCheckpoint[]> {
  return queries
    .select()
    .from(checkpointsTable)
    .where(gt(checkpointsTable.size, size))
    .orderBy(asc(checkpointsTable.size))
    .limit(limit)
}

/** Checkpoints of at most this many entries. */
export async function countCheckpoints(queries: Queries, size: number): Promise<number> {
  return queries.$count(checkpointsTable, lte(checkpointsTable.size, size))
}

/** The first checkpoint that was signed when the record had come this far. */
export async function firstCovering(queries: Queries, number: number): Promise<SignedCheckpoint | null> {
  const [row] = await queries
    .select()
    .from(checkpointsTable)
    .where(gte(checkpointsTable.size, number))
    .orderBy(asc(checkpointsTable.size))
    .limit(1)
  return row ?? null
}

/** Sizes of the checkpoints from this one on that have co-signatures, with how many; the smallest first. */
export async function cosignedSizes(
  queries: Queries,
  from: number,
): Promise<readonly { readonly size: number; readonly count: number }[]> {
  const rows = await queries
    .select({ size: cosignaturesTable.size })
    .from(cosignaturesTable)
    .where(gte(cosignaturesTable.size, from))
    .orderBy(asc(cosignaturesTable.size))
  const counts = new Map<number, number>()
  for (const { size } of rows) counts.set(size, (counts.get(size) ?? 0) + 1)
  return [...counts].map(([size, count]) => ({ size, count }))
}

/** The lines of the co-signatures on these checkpoints, by size, in the order they came. */
export async function cosignatureLines(
  queries: Queries,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const lines = new Map<number, string[]>()
  if (sizes.length === 0) return lines
  const rows = await queries
    .select({ size: cosignaturesTable.size, line: cosignaturesTable.line })
    .from(cosignaturesTable)
    .where(inArray(cosignaturesTable.size, [...sizes]))
    .orderBy(asc(cosignaturesTable.receivedAt), asc(cosignaturesTable.keyId))
  for (const { size, line } of rows) lines.set(size, [...(lines.get(size) ?? []), line])
  return lines
}
