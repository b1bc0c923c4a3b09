/**
 * The chain of a group's approved minutes: each seal covers the seal before it, so that minutes cannot be changed, left
 * out or slipped in afterwards without every later seal telling. [M5, workflow "Minutes"]
 *
 *   seal = SHA-256 of the ASCII text  previous ‖ digest ‖ SHA-256(approval)
 *
 * each of 64 hexadecimal digits; `previous` of a group's first minutes is 64 zeros; `approval` is canonical JSON
 * (RFC 8785) of what the approval was.
 */
import { canonicalJson, sha256Hex, type Digest, type Instant, type MotionId } from '#shared/core'
import type { Grade } from '#shared/motion'

/** How minutes were approved. */
export interface Approval {
  readonly motion: MotionId
  readonly at: Instant
  readonly grade: Grade | null
}

/** A link of the chain as stored. */
export interface SealedMinutes {
  /** From 1, without gaps. */
  readonly chainNumber: number
  readonly digest: Digest
  /** Canonical JSON. */
  readonly approval: string
  readonly seal: Digest
}

export const minutesChainStart: Digest = '0'.repeat(64)

export function approvalText({ motion, at, grade }: Approval): string {
  return canonicalJson({ motion, at, grade })
}

export function sealOf(previous: Digest, digest: Digest, approval: string): Digest {
  return sha256Hex(previous + digest + sha256Hex(approval))
}

/**
 * Walks a group's chain from its beginning.
 *
 * @param links in the order of their numbers
 * @returns the number of the first link that does not follow, or null where all do
 */
export function verifyMinutesChain(links: readonly SealedMinutes[]): number | null {
  let previous = minutesChainStart
  for (const [index, { chainNumber, digest, approval, seal }] of links.entries()) {
    if (chainNumber !== index + 1 || sealOf(previous, digest, approval) !== seal) return index + 1
    previous = seal
  }
  return null
}
