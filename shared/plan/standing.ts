/** Where a section stands, at a glance: worked out from its versions each time, stored nowhere. [workflow "Section version"] */
import type { Instant } from '#shared/core'
import type { VersionState } from './states.ts'

export const standingStates = [
  'working',
  'submitted',
  'underVote',
  'adopted',
  'returned',
  'rejected',
  'waived',
] as const
export type StandingState = (typeof standingStates)[number]

export interface Standing {
  readonly state: StandingState
  /** Whether the live text was edited after the version that `state` speaks of was frozen. */
  readonly newerText: boolean
}

/** What the standing asks of a version. */
export interface StandingVersion {
  readonly number: number
  readonly state: VersionState
  readonly submittedAt: Instant
}

/**
 * A vote under way says more than a waiting text, that more than the last decision; withdrawn and superseded versions
 * say nothing.
 *
 * @param editedAt when a person last changed the live text, or null if nobody has
 */
export function sectionStanding(section: {
  readonly waived: boolean
  readonly versions: readonly StandingVersion[]
  readonly editedAt: Instant | null
}): Standing {
  if (section.waived) return { state: 'waived', newerText: false }
  const latestFirst = section.versions.toSorted((one, other) => other.number - one.number)
  const speaking =
    latestFirst.find(version => version.state === 'underVote') ??
    latestFirst.find(version => version.state === 'submitted') ??
    latestFirst.find(version => ['adopted', 'returned', 'rejected'].includes(version.state))
  if (!speaking) return { state: 'working', newerText: false }
  const newerText = section.editedAt !== null && section.editedAt > speaking.submittedAt
  return { state: standingOf(speaking.state), newerText }
}

function standingOf(state: VersionState): StandingState {
  return state === 'withdrawn' || state === 'superseded' ? 'working' : state
}
