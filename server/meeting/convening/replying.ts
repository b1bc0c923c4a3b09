/** Answers to an invitation. [M3] */
import { can, type Actor } from '#shared/access'
import { err, ok, type MeetingId, type Result } from '#shared/core'
import type { MeetingProblem } from '#shared/meeting'
import type { ReplyBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { mayReadMeeting, placeMeeting, seatsInvited } from '../access.ts'
import { repliesOf } from '../attendance-store.ts'
import { keepReply, markSeen } from '../invitation-store.ts'
import { announceMeeting } from './announce.ts'

/**
 * Says whether somebody comes for a seat, an observer's too; the last answer counts, and the same one twice is one.
 *
 * - `not-found`: missing or hidden. `seat-not-invited`. `not-permitted`: the person does not speak for the seat.
 * - `meeting-moved-on`: not convened, or begun already.
 */
export async function replyToMeeting(
  deps: Deps,
  actor: Actor,
  id: MeetingId,
  { seatId, reply }: ReplyBody,
): Promise<Result<void, MeetingProblem | CommonProblem>> {
  const replied = await deps.transaction(async (tx): Promise<Result<boolean, MeetingProblem | CommonProblem>> => {
    const now = deps.now()
    const placed = await placeMeeting(tx, id, now)
    if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
    if (!seatsInvited(placed).some(seat => seat.id === seatId)) return err({ type: 'seat-not-invited', seatId })
    if (!can(actor, 'meeting.takePart', { seatId })) return err({ type: 'not-permitted' })
    const { state } = placed.meeting
    if (state !== 'convened') return err({ type: 'meeting-moved-on', state, move: null })
    if ((await repliesOf(tx, id)).get(seatId) === reply) return ok(false)
    await keepReply(tx, { meetingId: id, seatId, personId: actor.personId, reply, at: now })
    await appendRecord(tx, deps, {
      act: 'meeting.replied',
      actor: actor.personId,
      seat: seatId,
      subject: id,
      facts: { seat: seatId, reply },
    })
    return ok(true)
  })
  if (!replied.ok) return replied
  if (replied.value) announceMeeting(deps, id)
  return ok(undefined)
}

/**
 * Notes that the person has looked at the meeting they were invited to; of a person who was not, nothing.
 *
 * - `not-found`: missing or hidden.
 */
export async function seeMeeting(deps: Deps, actor: Actor, id: MeetingId): Promise<Result<void, CommonProblem>> {
  return deps.transaction(async (tx): Promise<Result<void, CommonProblem>> => {
    const placed = await placeMeeting(tx, id, deps.now())
    if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
    await markSeen(tx, id, actor.personId, deps.now())
    return ok(undefined)
  })
}
