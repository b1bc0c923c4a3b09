import { can, type Actor } from '#shared/access'
import { err, ok, type AgendaItemId, type Instant, type Result } from '#shared/core'
import type { GroupInFull } from '#shared/group'
import { isAhead, isUnderWay, type MeetingProblem } from '#shared/meeting'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { loadGroup } from '#server/group'
import { mayReadMeeting, mayReadOf, placeMeeting, subjectOf } from '../access.ts'
import { findItem } from '../agenda-store.ts'
import type { AgendaItem, Meeting } from '../meeting.ts'

/** An item with its meeting, or none while it waits in its group's backlog. */
export interface PlacedItem {
  readonly item: AgendaItem
  readonly group: GroupInFull
  readonly meeting: Meeting | null
}

export type PaperActRefusal =
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>
  | Extract<MeetingProblem, { type: 'item-removed' | 'meeting-moved-on' }>

/** An item that this person may read; null for one that is missing and one that is hidden alike. */
export async function placeItem(
  queries: Queries,
  actor: Actor,
  id: AgendaItemId,
  now: Instant,
): Promise<PlacedItem | null> {
  const item = await findItem(queries, id)
  if (!item) return null
  if (item.meetingId === null) {
    const group = mayReadOf(actor, [item.groupId]) ? await loadGroup(queries, item.groupId, now) : null
    return group && { item, group, meeting: null }
  }
  const placed = await placeMeeting(queries, item.meetingId, now)
  return placed && mayReadMeeting(actor, placed) ? { item, group: placed.group, meeting: placed.meeting } : null
}

/**
 * An item whose papers this person may change now: they conduct, or speak for the seat that presents it.
 *
 * - `not-found`: missing or hidden. `not-permitted`: neither conducts nor presents.
 * - `item-removed`: struck from the agenda. `meeting-moved-on`: over; its papers stay as they were.
 */
export async function placeForPapers(
  queries: Queries,
  actor: Actor,
  id: AgendaItemId,
  now: Instant,
): Promise<Result<PlacedItem, PaperActRefusal>> {
  const placed = await placeItem(queries, actor, id, now)
  if (!placed) return err({ type: 'not-found' })
  const { item, meeting } = placed
  const presents = item.presenterSeatId !== null && can(actor, 'meeting.takePart', { seatId: item.presenterSeatId })
  if (!presents && !can(actor, 'meeting.conduct', subjectOf(placed))) return err({ type: 'not-permitted' })
  if (item.removed) return err({ type: 'item-removed', ...item.removed })
  if (meeting && !isAhead(meeting.state) && !isUnderWay(meeting.state)) {
    return err({ type: 'meeting-moved-on', state: meeting.state, move: null })
  }
  return ok(placed)
}
