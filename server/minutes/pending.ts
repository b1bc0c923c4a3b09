import type { Actor } from '#shared/access'
import type { Queries } from '#server/db'
import { bodiesByMeeting, mayReadOf } from '#server/meeting'
import { pendingMinutes, type PendingMinutes } from './pending-store.ts'

/** Minutes that are not sealed, of meetings this person may read, the oldest meeting's first. [D4] */
export async function readableMinutes(queries: Queries, actor: Actor): Promise<readonly PendingMinutes[]> {
  const pending = await pendingMinutes(queries)
  const bodies = await bodiesByMeeting(
    queries,
    pending.map(minutes => minutes.meetingId),
  )
  return pending.filter(minutes => mayReadOf(actor, bodies.get(minutes.meetingId) ?? []))
}
