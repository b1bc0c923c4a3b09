/**
 * Proofs over the tree: that an entry stands in it, and that it continues an earlier one. Built as RFC 6962, section 2.1,
 * divides the tree; verified as RFC 9162, sections 2.1.3.2 and 2.1.4.2, without the tree.
 */
import type { Digest } from '#shared/core'
import { emptyRoot, largestPower, nodeDigest, nodesOf, rootOfNodes, type LeafRange, type TreeNode } from './tree.ts'

/**
 * The parts whose roots prove that a leaf stands in a tree, from the leaf upwards.
 *
 * @param index of the leaf, from 0, below `size`
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let part: LeafRange = { start: 0, end: size }
  while (part.end - part.start > 1) {
    const [left, right] = halves(part)
    const inLeft = index < left.end
    ranges.push(inLeft ? right : left)
    part = inLeft ? left : right
  }
  return ranges.reverse()
}

/**
 * The parts whose roots prove that a tree of `to` leaves continues one of `from`.
 *
 * @param from from 1 to `to`
 */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let part: LeafRange = { start: 0, end: to }
  // Down to the part of the later tree that ends where the earlier one did.
  while (part.end !== from) {
    const [left, right] = halves(part)
    const inLeft = from <= left.end
    ranges.push(inLeft ? right : left)
    part = inLeft ? left : right
  }
  // The earlier tree itself is known to whoever asks.
  if (part.start !== 0) ranges.push(part)
  return ranges.reverse()
}

/** Every complete subtree that has to be looked up for these parts. */
export function nodesOfRanges(ranges: readonly LeafRange[]): readonly TreeNode[] {
  return ranges.flatMap(nodesOf)
}

/** @param digestAt of a complete subtree, as stored */
export function rootsOfRanges(ranges: readonly LeafRange[], digestAt: (node: TreeNode) => Digest): readonly Digest[] {
  return ranges.map(range => rootOfNodes(nodesOf(range).map(digestAt)))
}

export interface Inclusion {
  readonly leaf: Digest
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly root: Digest
  readonly path: readonly Digest[]
}

/** Whether the leaf stands at this index of the tree of this size and root. RFC 9162, section 2.1.3.2. */
export function verifyInclusion({ leaf, index, size, root, path }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  let at = index
  let last = size - 1
  let found = leaf
  for (const digest of path) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      found = nodeDigest(digest, found)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      found = nodeDigest(found, digest)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && found === root
}

export interface Consistency {
  readonly from: { readonly size: number; readonly root: Digest }
  readonly to: { readonly size: number; readonly root: Digest }
  readonly path: readonly Digest[]
}

/** Whether the later tree continues the earlier one. RFC 9162, section 2.1.4.2; every tree continues the empty one. */
export function verifyConsistency({ from, to, path }: Consistency): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false
  if (from.size === 0) return from.root === emptyRoot && path.length === 0 && (to.size > 0 || to.root === emptyRoot)
  if (from.size === to.size) return from.root === to.root && path.length === 0
  let at = from.size - 1
  let last = to.size - 1
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  // A complete earlier tree is a node of the later one, and proves itself.
  const [first, ...rest] = at === 0 ? [from.root, ...path] : path
  if (first === undefined) return false
  let earlier = first
  let later = first
  for (const digest of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      earlier = nodeDigest(digest, earlier)
      later = nodeDigest(digest, later)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      later = nodeDigest(later, digest)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && earlier === from.root && later === to.root
}

/** A part as RFC 6962 divides it: the largest power of two below its size, and the rest. */
function halves({ start, end }: LeafRange): readonly [LeafRange, LeafRange] {
  const middle = start + largestPower(end - start - 1)
  return [
    { start, end: middle },
    { start: middle, end },
  ]
}

const half = (count: number): number => Math.floor(count / 2)
const isOdd = (count: number): boolean => count % 2 === 1
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
