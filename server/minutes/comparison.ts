import type { Actor } from '#shared/access'
import { err, ok, type MinutesVersionId, type Result } from '#shared/core'
import type { MinutesComparison } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import { frozenParts, versionEntries } from './present.ts'
import { findMinutesVersion, versionsOf } from './store.ts'
import { meetingOfVersion } from './version-place.ts'

/**
 * Two circulated versions of the minutes of one meeting, for whoever may read the meeting. [E9, M5]
 *
 * @param fromId null for the one circulated before
 *
 * - `not-found`: either is missing or hidden, or they are not of the same minutes.
 */
export async function readMinutesComparison(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  versionId: MinutesVersionId,
  fromId: MinutesVersionId | null,
): Promise<Result<MinutesComparison, Extract<CommonProblem, { type: 'not-found' }>>> {
  const placed = await meetingOfVersion(deps, actor, versionId)
  const version = placed.ok ? await findMinutesVersion(deps.read, versionId) : null
  if (!placed.ok || !version) return err({ type: 'not-found' })
  const versions = await versionsOf(deps.read, version.minutesId)
  const entries = await versionEntries(deps.read, versions)
  const base = fromId === null ? circulatedBefore(versions, version) : versions.find(({ id }) => id === fromId)
  const shown = (id: string | undefined): MinutesComparison['from'] => {
    const entry = entries.find(candidate => candidate.id === id)
    const stored = versions.find(candidate => candidate.id === id)
    return entry && stored ? { ...entry, parts: frozenParts(stored, placed.value.meetingId) } : null
  }
  const to = shown(versionId)
  if (base === undefined || !to) return err({ type: 'not-found' })
  return ok({ to, from: shown(base?.id), versions: entries })
}

/** @param versions in the order of circulation */
export function circulatedBefore<V extends { readonly number: number }>(
  versions: readonly V[],
  version: { readonly number: number },
): V | null {
  return versions.findLast(({ number }) => number < version.number) ?? null
}
