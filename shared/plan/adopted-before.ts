import type { Instant } from '#shared/core'
import { awaitsDecision, type VersionState } from './states.ts'

interface DecidedVersion {
  readonly id: string
  readonly state: VersionState
  readonly decidedAt: Instant | null
}

/**
 * The version of a section that stood adopted when this one was decided, or stands now where it is not decided yet: what a
 * reader of it compares it with. One that is put to another vote waits for its decision again. [E9]
 *
 * @param versions all of the section, in any order
 */
export function adoptedBefore<V extends DecidedVersion>(versions: readonly V[], version: DecidedVersion): V | null {
  const until = (awaitsDecision(version.state) ? null : version.decidedAt) ?? Infinity
  const [last] = versions
    .filter(({ id, state }) => id !== version.id && (state === 'adopted' || state === 'superseded'))
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt < until)
    .toSorted((one, other) => (other.decidedAt ?? 0) - (one.decidedAt ?? 0))
  return last ?? null
}
