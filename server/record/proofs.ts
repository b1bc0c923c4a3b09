import { err, ok, type Digest, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import {
  consistencyRanges,
  inclusionRanges,
  nodesOfRanges,
  positionOf,
  rootsOfRanges,
  type LeafRange,
} from '#shared/record'
import type { ConsistencyAnswer, InclusionAnswer } from '#shared/record/schema'
import type { Queries } from '#server/db'
import { loadNodes, recordSize } from './tree-store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** That an entry stands in the record of this size. `not-found` beyond its end. [L2] */
export async function proveInclusion(
  queries: Queries,
  { number, size }: { readonly number: number; readonly size: number },
): Promise<Result<InclusionAnswer, NotFound>> {
  if (number < 1 || number > size || size > (await recordSize(queries))) return err({ type: 'not-found' })
  const index = number - 1
  const whole = { start: 0, end: size }
  const leaf = { start: index, end: number }
  const [root = '', leafDigest = '', ...path] = await rootsOf(queries, [whole, leaf, ...inclusionRanges(index, size)])
  return ok({ number, size, root, leaf: leafDigest, path })
}

/** That the record of `to` entries continues that of `from`. `not-found` beyond its end. [L2] */
export async function proveConsistency(
  queries: Queries,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Result<ConsistencyAnswer, NotFound>> {
  if (from < 1 || from > to || to > (await recordSize(queries))) return err({ type: 'not-found' })
  const wholes = [from, to].map(end => ({ start: 0, end }))
  const [fromRoot = '', toRoot = '', ...path] = await rootsOf(queries, [...wholes, ...consistencyRanges(from, to)])
  return ok({ from: { size: from, root: fromRoot }, to: { size: to, root: toRoot }, path })
}

/** Roots of these parts of the stored tree: one query, whatever their number. */
async function rootsOf(queries: Queries, ranges: readonly LeafRange[]): Promise<readonly Digest[]> {
  const stored = await loadNodes(queries, nodesOfRanges(ranges))
  return rootsOfRanges(ranges, node => {
    const digest = stored.get(positionOf(node))
    // A subtree that was removed from storage proves nothing; the check of the record names it.
    return digest ?? '0'.repeat(64)
  })
}
