/** Postponing and cancelling: the chair alone, with a reason that everybody invited reads. [workflow "Meeting"] */
import type { Actor } from '#shared/access'
import { sha256Hex, err, ok, type Instant, type MeetingId, type Result } from '#shared/core'
import { meetingAfter, type MeetingMove, type MeetingProblem } from '#shared/meeting'
import type { PostponeBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { placeForAct, type PlacedMeeting } from '../access.ts'
import { itemsOfMeeting, updateItem } from '../agenda-store.ts'
import { attendanceOf, endAttendance } from '../attendance-store.ts'
import { forgetReplies } from '../invitation-store.ts'
import type { MeetingParts } from '../ports.ts'
import { updateMeeting, type MeetingChange } from '../store.ts'
import { announceMeeting, announcePlans } from './announce.ts'
import { timesProblem } from './drafting.ts'
import { proposeUnfinished, takeBackMinutes } from './unfinished.ts'

type Refusal = MeetingProblem | CommonProblem

/**
 * Puts a convened meeting off to another date: a draft again, which is convened with its own notice. Those invited go on
 * seeing it; what they answered for the old date is dropped, whoever was there already has left, and minutes put before
 * it wait again.
 *
 * - `not-found`, `not-permitted`: not the chair. `meeting-moved-on`: not convened (any more).
 * - as `timesProblem`.
 */
export function postponeMeeting(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: MeetingId,
  { reason, startsAt, endsAt }: PostponeBody,
): Promise<Result<void, Refusal>> {
  return putOff(deps, actor, id, 'postpone', async (tx, { meeting }) => {
    const wrong = timesProblem({ ...meeting, startsAt, endsAt }, deps.now())
    if (wrong) return err(wrong)
    await takeBackMinutes(tx, deps, parts, meeting)
    await forgetReplies(tx, id)
    await forgetNotice(tx, id)
    return ok({ reason, startsAt, endsAt, urgentReason: null, sequence: meeting.sequence + 1 })
  })
}

/**
 * Cancels a meeting that has not begun. What was on its agenda is proposed for the next one; whoever was there has left.
 *
 * - `not-found`, `not-permitted`: not the chair. `meeting-moved-on`: it has begun, is over, or was cancelled.
 */
export function cancelMeeting(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: MeetingId,
  reason: string,
): Promise<Result<void, Refusal>> {
  return putOff(deps, actor, id, 'cancel', async (tx, { meeting }) => {
    await takeBackMinutes(tx, deps, parts, meeting)
    await proposeUnfinished(tx, deps, meeting)
    return ok({ reason, sequence: meeting.sequence + 1 })
  })
}

const pastOf = { postpone: 'postponed', cancel: 'cancelled' } as const

async function putOff(
  deps: Deps,
  actor: Actor,
  id: MeetingId,
  move: MeetingMove & keyof typeof pastOf,
  work: (tx: Tx, placed: PlacedMeeting) => Promise<Result<MeetingChange & { readonly reason: string }, Refusal>>,
): Promise<Result<void, Refusal>> {
  const made = await deps.transaction(async (tx): Promise<Result<PlacedMeeting, Refusal>> => {
    const now = deps.now()
    const found = await placeForAct(tx, actor, 'meeting.preside', id, now)
    if (!found.ok) return found
    const { meeting } = found.value
    const state = meetingAfter(meeting.state, move)
    if (!state) return err({ type: 'meeting-moved-on', state: meeting.state, move })
    const change = await work(tx, found.value)
    if (!change.ok) return change
    await everybodyLeaves(tx, id, now)
    await updateMeeting(tx, id, { ...change.value, state, changedAt: now })
    const { startsAt, endsAt, sequence } = { ...meeting, ...change.value }
    await appendRecord(tx, deps, {
      act: `meeting.${pastOf[move]}`,
      actor: actor.personId,
      subject: id,
      facts: { group: meeting.groupId, reasonDigest: sha256Hex(change.value.reason), startsAt, endsAt, sequence },
    })
    return found
  })
  if (!made.ok) return made
  announceMeeting(deps, id)
  announcePlans(deps, made.value.group.id)
  return ok(undefined)
}

/** The new date has a notice of its own, which names its second calls anew. [V6] */
async function forgetNotice(tx: Tx, id: MeetingId): Promise<void> {
  for (const item of await itemsOfMeeting(tx, id)) {
    if (item.secondCallNoticeAt !== null) await updateItem(tx, { ...item, secondCallNoticeAt: null })
  }
}

/** One may check in from an hour before the beginning: who did so came to a meeting that is not held now. [M3] */
async function everybodyLeaves(tx: Tx, id: MeetingId, now: Instant): Promise<void> {
  for (const stay of await attendanceOf(tx, id)) {
    if (stay.departedAt === null) await endAttendance(tx, stay.id, now)
  }
}
