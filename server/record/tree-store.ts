import { and, desc, gte, inArray, lt } from 'drizzle-orm'
import type { Digest } from '#shared/core'
import { recordNodesTable, recordTable, type Queries, type Tx } from '#server/db'
import { completedBefore, grow, nodesOf, positionOf, type Frontier, type TreeNode } from '#shared/record'

/** Rows of one statement: SQLite binds a limited number of values. */
const rowsAtOnce = 400

/** Entries in the record. */
export async function recordSize(queries: Queries): Promise<number> {
  const [last] = await queries
    .select({ number: recordTable.number })
    .from(recordTable)
    .orderBy(desc(recordTable.number))
    .limit(1)
  return last?.number ?? 0
}

/** Complete subtrees that are stored. */
export async function countNodes(queries: Queries): Promise<number> {
  return queries.$count(recordNodesTable)
}

/** Those of the subtrees that are stored, by their position. */
export async function loadNodes(queries: Queries, nodes: readonly TreeNode[]): Promise<ReadonlyMap<number, Digest>> {
  if (nodes.length === 0) return new Map()
  const { position, digest } = recordNodesTable
  const rows = await queries
    .select({ position, digest })
    .from(recordNodesTable)
    .where(inArray(position, nodes.map(positionOf)))
  return new Map(rows.map(row => [row.position, row.digest]))
}

/** Digests of the subtrees from one position up to, not including, another; those that are stored. */
export async function loadStretch(queries: Queries, from: number, to: number): Promise<ReadonlyMap<number, Digest>> {
  const { position, digest } = recordNodesTable
  const rows = await queries
    .select({ position, digest })
    .from(recordNodesTable)
    .where(and(gte(position, from), lt(position, to)))
  return new Map(rows.map(row => [row.position, row.digest]))
}

/** The tree of the first `size` entries, as far as it has to be known to grow; null where it is not stored whole. */
export async function loadFrontier(queries: Queries, size: number): Promise<Frontier | null> {
  const nodes = nodesOf({ start: 0, end: size })
  const stored = await loadNodes(queries, nodes)
  const digests = nodes.flatMap(node => stored.get(positionOf(node)) ?? [])
  return digests.length === nodes.length ? { size, digests } : null
}

/**
 * Adds leaves to the stored tree. What is stored stays: where an entry was removed from storage and another takes its
 * number, its subtrees contradict those that are there, and the check and the next checkpoint say so.
 */
export async function growStored(tx: Tx, from: Frontier, leaves: readonly Digest[]): Promise<Frontier> {
  let frontier = from
  let position = completedBefore(from.size)
  const rows: (typeof recordNodesTable.$inferInsert)[] = []
  for (const leaf of leaves) {
    const grown = grow(frontier, leaf)
    frontier = grown.frontier
    for (const digest of grown.completed) rows.push({ position: position++, digest })
  }
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx
      .insert(recordNodesTable)
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflictDoNothing()
  }
  return frontier
}
