import type { AgendaItemId, MeetingId } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { findItem } from '#server/meeting'

type ItemProblem = Extract<CommonProblem, { type: 'invalid-input' }> | Extract<MeetingProblem, { type: 'item-removed' }>

/** @returns why nothing can be put under this item, or null where it can; no item means the general remarks */
export async function itemProblem(
  queries: Queries,
  meetingId: MeetingId,
  itemId: AgendaItemId | null,
): Promise<ItemProblem | null> {
  if (itemId === null) return null
  const item = await findItem(queries, itemId)
  if (item?.meetingId !== meetingId) {
    return { type: 'invalid-input', errors: [{ path: '/itemId', message: 'not an item of this meeting' }] }
  }
  return item.removed && { type: 'item-removed', ...item.removed }
}
