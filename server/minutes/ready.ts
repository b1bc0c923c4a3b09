import type { Instant, MinutesId } from '#shared/core'
import type { Queries } from '#server/db'
import { correctionsOf } from './correction-store.ts'
import type { MinutesVersion } from './minutes.ts'

/**
 * Whether a circulated version is what a body can be asked to approve at this moment: the time for corrections is over
 * then, and as things are none waits for its disposition, and none that was accepted still has to be written in.
 * [M5, workflow "Minutes"]
 */
export async function isReadyAt(
  queries: Queries,
  minutesId: MinutesId,
  version: MinutesVersion,
  at: Instant,
): Promise<boolean> {
  return version.correctionsUntil <= at && (await isSettled(queries, minutesId, version))
}

/** No correction waits for its disposition, and none that was accepted of this version is to be written in. */
export async function isSettled(queries: Queries, minutesId: MinutesId, { id }: MinutesVersion): Promise<boolean> {
  const corrections = await correctionsOf(queries, minutesId)
  return corrections.every(({ state, versionId }) => (state === 'accepted' ? versionId !== id : state !== 'proposed'))
}
