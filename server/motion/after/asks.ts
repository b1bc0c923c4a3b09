import type { Group } from '#shared/group'
import { capacitiesOf } from '#shared/motion'
import type { Instant } from '#shared/core'
import type { Queries } from '#server/db'
import { loadActor } from '#server/group'
import type { StoredJointAct } from './together-store.ts'

/**
 * What was asked for stands as long as whoever asked still acts in that capacity: a vote is voided by a chair, and not by
 * somebody who was one when it was asked for. [V13]
 */
export async function standingAsks(
  queries: Queries,
  group: Group,
  asks: readonly StoredJointAct[],
  now: Instant,
): Promise<readonly StoredJointAct[]> {
  const standing: StoredJointAct[] = []
  for (const ask of asks) {
    const lapsed = ask.state === 'asked' && !(await stillHolds(queries, group, ask, now))
    standing.push(lapsed ? { ...ask, state: 'lapsed' } : ask)
  }
  return standing
}

async function stillHolds(queries: Queries, group: Group, ask: StoredJointAct, now: Instant): Promise<boolean> {
  return capacitiesOf(await loadActor(queries, ask.askedBy, now), group).includes(ask.askedAs)
}
