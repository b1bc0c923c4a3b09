import { can, type Actor } from '#shared/access'
import { mayStillSet, type ActionItemProblem } from '#shared/action'
import type { ActionItemBody, ActionItemChange } from '#shared/action/schema'
import {
  err,
  ok,
  sha256Hex,
  type ActionItemId,
  type Instant,
  type Json,
  type MeetingId,
  type Result,
} from '#shared/core'
import { type CalendarDay, type MeetingProblem, calendarDayIn, isAhead } from '#shared/meeting'
import { minutesStates, type MinutesProblem } from '#shared/minutes'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import {
  findItem,
  mayReadMeeting,
  placeMeeting,
  subjectOf,
  type MeetingParts,
  type PlacedMeeting,
} from '#server/meeting'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import type { ActionItem } from './action-item.ts'
import { findActionItem, insertActionItem, updateActionItem } from './store.ts'

export type SettingProblem = ActionItemProblem | MeetingProblem | MinutesProblem | CommonProblem

/**
 * Writes down what a seat has to do, while the meeting is under way or its minutes are written. [M6]
 *
 * - `not-found`: no such meeting, or one that is hidden; no such item on its agenda.
 * - `not-permitted`: for chair, Secretariat and whoever was appointed to write these minutes.
 * - `item-removed`: the item was struck.
 * - `meeting-not-under-way`: it has not begun, or will not be held.
 * - `minutes-moved-on`: the minutes have gone round, and what stands in them stands.
 * - `seat-not-invited`: the owner is no seat of the groups that meet. Observers' seats may own.
 * - `due-in-the-past`: that day is over where the meeting is.
 */
export async function setActionItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  meetingId: MeetingId,
  body: ActionItemBody,
): Promise<Result<ActionItem, SettingProblem>> {
  const set = await deps.transaction(async (tx): Promise<Result<ActionItem, SettingProblem>> => {
    const now = deps.now()
    const found = await placeForSetting(tx, parts, actor, meetingId, now)
    if (!found.ok) return found
    const placed = found.value
    const under = body.itemId === null ? null : await findItem(tx, body.itemId)
    if (body.itemId !== null && under?.meetingId !== meetingId) return err({ type: 'not-found' })
    if (under?.removed) return err({ type: 'item-removed', ...under.removed })
    const problem = ownerProblem(placed, body.ownerSeatId) ?? dueProblem(placed, body.dueOn, now)
    if (problem) return err(problem)
    const item: ActionItem = {
      ...body,
      id: deps.newId<ActionItemId>(),
      groupId: placed.group.id,
      meetingId,
      state: 'open',
      createdBy: actor.personId,
      createdAt: now,
      closedBy: null,
      closedAt: null,
      closingNote: null,
    }
    await insertActionItem(tx, item)
    await appendRecord(tx, deps, {
      act: 'actionItem.set',
      actor: actor.personId,
      subject: item.id,
      facts: factsOf(item),
    })
    return ok(item)
  })
  if (set.ok) deps.bus.publish({ type: 'changed', topic: 'actionItem', id: set.value.id })
  return set
}

/**
 * Alters what was written down, as long as it could be written down still.
 *
 * Refusals as `setActionItem` gives them, and `action-item-closed`.
 */
export async function changeActionItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: ActionItemId,
  change: ActionItemChange,
): Promise<Result<ActionItem, SettingProblem>> {
  const changed = await deps.transaction(async (tx): Promise<Result<ActionItem, SettingProblem>> => {
    const now = deps.now()
    const before = await findActionItem(tx, id)
    if (!before) return err({ type: 'not-found' })
    const found = await placeForSetting(tx, parts, actor, before.meetingId, now)
    if (!found.ok) return found
    if (before.state !== 'open') return err({ type: 'action-item-closed', state: before.state })
    const item: ActionItem = {
      ...before,
      text: change.text ?? before.text,
      ownerSeatId: change.ownerSeatId ?? before.ownerSeatId,
      dueOn: change.dueOn ?? before.dueOn,
    }
    const problem =
      (item.ownerSeatId === before.ownerSeatId ? null : ownerProblem(found.value, item.ownerSeatId)) ??
      (item.dueOn === before.dueOn ? null : dueProblem(found.value, item.dueOn, now))
    if (problem) return err(problem)
    await updateActionItem(tx, id, { text: item.text, ownerSeatId: item.ownerSeatId, dueOn: item.dueOn })
    const act = { act: 'actionItem.changed', actor: actor.personId, subject: id, facts: factsOf(item) } as const
    await appendRecord(tx, deps, act)
    return ok(item)
  })
  if (changed.ok) deps.bus.publish({ type: 'changed', topic: 'actionItem', id: changed.value.id })
  return changed
}

/** The meeting, if this person writes down its action items and it can still be done. */
async function placeForSetting(
  tx: Tx,
  parts: MeetingParts,
  actor: Actor,
  meetingId: MeetingId,
  now: Instant,
): Promise<Result<PlacedMeeting, SettingProblem>> {
  const placed = await placeMeeting(tx, meetingId, now)
  if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  const minuteTakers = await parts.minutes.takers(tx, meetingId)
  if (!can(actor, 'actionItem.set', { ...subjectOf(placed), minuteTakers })) return err({ type: 'not-permitted' })
  const { state } = placed.meeting
  const word = (await parts.minutes.standings(tx, [meetingId])).get(meetingId)?.state
  const minutes = minutesStates.find(one => one === word) ?? null
  if (mayStillSet(state, minutes)) return ok(placed)
  return minutes === null || isAhead(state) || state === 'cancelled'
    ? err({ type: 'meeting-not-under-way', state })
    : err({ type: 'minutes-moved-on', state: minutes, move: null })
}

function ownerProblem({ bodies }: PlacedMeeting, seatId: ActionItem['ownerSeatId']): MeetingProblem | null {
  const sits = bodies.some(body => body.seats.some(seat => seat.id === seatId && seat.organisationId !== null))
  return sits ? null : { type: 'seat-not-invited', seatId }
}

function dueProblem({ meeting }: PlacedMeeting, dueOn: CalendarDay, now: Instant): ActionItemProblem | null {
  const today = calendarDayIn(now, meeting.timeZone)
  return dueOn < today ? { type: 'due-in-the-past', today } : null
}

/** The record is open to more readers than the meeting: of the words it holds the digest. */
function factsOf({ meetingId, itemId, ownerSeatId, dueOn, text }: ActionItem): { readonly [key: string]: Json } {
  return { meeting: meetingId, agendaItem: itemId, seat: ownerSeatId, dueOn, digest: sha256Hex(text) }
}
