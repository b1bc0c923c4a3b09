import { can, type Actor } from '#shared/access'
import type { ActionItemProblem } from '#shared/action'
import type { ClosingBody } from '#shared/action/schema'
import { err, ok, sha256Hex, type ActionItemId, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { mayReadMeeting, placeMeeting, subjectOf } from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import type { ActionItem } from './action-item.ts'
import { announce } from './announce.ts'
import { findActionItem, updateActionItem } from './store.ts'

/**
 * Says that it is done, or that the group no longer wants it done. Whenever: it comes back on every agenda until then.
 * Closing it the same way once more changes nothing and is no refusal. [M6]
 *
 * - `not-found`: no such item, or one of a meeting that is hidden.
 * - `not-permitted`: for whoever speaks for the owner, for the chair and the Secretariat.
 * - `action-item-closed`: somebody closed it the other way.
 * - `drop-without-reason`
 */
export async function closeActionItem(
  deps: Deps,
  actor: Actor,
  id: ActionItemId,
  { done, note }: ClosingBody,
): Promise<Result<ActionItem, ActionItemProblem | CommonProblem>> {
  const state = done ? 'done' : 'dropped'
  let closedNow = false
  const closed = await deps.transaction(async (tx): Promise<Result<ActionItem, ActionItemProblem | CommonProblem>> => {
    closedNow = false
    const now = deps.now()
    const before = await findActionItem(tx, id)
    const placed = before && (await placeMeeting(tx, before.meetingId, now))
    if (!before || !placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
    const seatId = before.ownerSeatId
    if (!can(actor, 'actionItem.close', { ...subjectOf(placed), seatId })) return err({ type: 'not-permitted' })
    if (before.state === state) return ok(before)
    if (before.state !== 'open') return err({ type: 'action-item-closed', state: before.state })
    if (!done && note === '') return err({ type: 'drop-without-reason' })
    const closing = { state, closedBy: actor.personId, closedAt: now, closingNote: note } as const
    await updateActionItem(tx, id, closing)
    await appendRecord(tx, deps, {
      act: done ? 'actionItem.done' : 'actionItem.dropped',
      actor: actor.personId,
      seat: actor.seats.some(seat => seat.seatId === seatId) ? seatId : null,
      subject: id,
      facts: { meeting: before.meetingId, digest: sha256Hex(note) },
    })
    closedNow = true
    return ok({ ...before, ...closing })
  })
  if (closed.ok && closedNow) announce(deps, closed.value)
  return closed
}
