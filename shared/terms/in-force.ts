import type { Instant } from '#shared/core'
import { awaitsDecision, type VersionState } from '#shared/plan'

interface Entered {
  /** When it came into force; none until then. */
  readonly inForceAt: Instant | null
}

interface Decided extends Entered {
  readonly id: string
  readonly state: VersionState
  readonly decidedAt: Instant | null
}

/**
 * The version that was in force at a moment: each that comes into force takes the place of the one before. [G10]
 *
 * @param versions all of one body, in any order
 */
export function inForceAt<V extends Entered>(versions: readonly V[], at: Instant): V | null {
  const once = versions.filter(version => version.inForceAt !== null && version.inForceAt <= at)
  return once.toSorted((one, other) => (other.inForceAt ?? 0) - (one.inForceAt ?? 0))[0] ?? null
}

/**
 * The version that was in force until this one, or is now where this one waits: what a voter compares it with. Of one that
 * never came into force, as of its decision. [E9, G10]
 *
 * @param versions all of one body, in any order
 */
export function inForceBefore<V extends Decided>(versions: readonly V[], version: Decided): V | null {
  const decidedAt = awaitsDecision(version.state) ? null : version.decidedAt
  const until = version.inForceAt ?? decidedAt ?? Number.MAX_SAFE_INTEGER
  const others = versions.filter(({ id }) => id !== version.id)
  return inForceAt(others, until - 1)
}
