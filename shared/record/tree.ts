/**
 * The Merkle tree over the record, as in RFC 6962 (RFC 9162, section 2.1). [L2]
 *
 *               root of 5                  leaf n − 1   SHA-256(0x00 ‖ canonical text of entry n)
 *              /         \                 node         SHA-256(0x01 ‖ left ‖ right)
 *         (2,0)           \                no entries   SHA-256 of nothing
 *        /     \           \
 *    (1,0)     (1,1)        \              The left part of a tree holds the largest power of two of its leaves that
 *    /   \     /   \         \             leaves something for the right part: so a complete subtree, once there, never
 *  (0,0)(0,1)(0,2)(0,3)    (0,4)           changes, and whatever the tree grows to is made of complete subtrees.
 *
 * Only complete subtrees are kept, each by level and index, in the order in which they come to be. Their number in that
 * order follows from level and index alone, so they lie in one growing list.
 */
import { bytesToHex, hexToBytes, joinBytes, sha256Bytes, utf8, type Digest } from '#shared/core'

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

export const emptyRoot: Digest = bytesToHex(sha256Bytes(new Uint8Array()))

/** @param text canonical text of an entry */
export function leafDigest(text: string): Digest {
  return bytesToHex(sha256Bytes(joinBytes(leafPrefix, utf8(text))))
}

export function nodeDigest(left: Digest, right: Digest): Digest {
  return bytesToHex(sha256Bytes(joinBytes(nodePrefix, hexToBytes(left), hexToBytes(right))))
}

/** A complete subtree: the 2^level leaves from index × 2^level on. */
export interface TreeNode {
  readonly level: number
  readonly index: number
}

/** Leaves from `start` up to, not including, `end`. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/**
 * The complete subtrees that a part of a tree is made of, from the left.
 *
 * @param range a part into which RFC 6962 divides a tree: it begins at a multiple of the power of two that covers it
 */
export function nodesOf({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  for (let at = start; at < end;) {
    const width = largestPower(end - at)
    nodes.push({ level: Math.log2(width), index: at / width })
    at += width
  }
  return nodes
}

/** The largest power of two that is not above a count from 1. Not by logarithm, which rounds. */
export function largestPower(count: number): number {
  let power = 1
  while (power * 2 <= count) power *= 2
  return power
}

/** Root of the part that these complete subtrees make up. @param digests from the left */
export function rootOfNodes(digests: readonly Digest[]): Digest {
  return digests.length === 0 ? emptyRoot : digests.reduceRight((right, left) => nodeDigest(left, right))
}

/** A tree as far as it has to be known to let it grow: its complete subtrees from the left, at most one per level. */
export interface Frontier {
  readonly size: number
  readonly digests: readonly Digest[]
}

export const emptyFrontier: Frontier = { size: 0, digests: [] }

export function rootOfFrontier({ digests }: Frontier): Digest {
  return rootOfNodes(digests)
}

/**
 * Adds one leaf.
 *
 * @returns the tree with it, and the subtrees it completes: the leaf itself, then each larger one
 */
export function grow(
  { size, digests }: Frontier,
  leaf: Digest,
): { readonly frontier: Frontier; readonly completed: readonly Digest[] } {
  const kept = [...digests]
  const completed = [leaf]
  let digest = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    digest = nodeDigest(kept.pop() ?? emptyRoot, digest)
    completed.push(digest)
  }
  return { frontier: { size: size + 1, digests: [...kept, digest] }, completed }
}

/**
 * Where a complete subtree stands in the list of all, in the order in which they come to be, from 0. A subtree comes
 * right after the smaller ones that its last leaf completes; before leaf n there are n leaves, n/2 pairs, n/4 …
 */
export function positionOf({ level, index }: TreeNode): number {
  const lastLeaf = (index + 1) * 2 ** level - 1
  return completedBefore(lastLeaf) + level
}

/** How many complete subtrees a tree of this size has. */
export function completedBefore(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest
  return count
}
