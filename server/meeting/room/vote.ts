/** A vote opened under an item of the agenda: the roll is who is there at this moment. [V6, M3] */
import type { Actor } from '#shared/access'
import {
  err,
  minuteMs,
  ok,
  type AgendaItemId,
  type AmendmentId,
  type MotionId,
  type Result,
  type SeatId,
} from '#shared/core'
import { itemAfter, seatsPresent } from '#shared/meeting'
import type { ItemVoteBody } from '#shared/meeting/room/schema'
import type { OpeningRefusal } from '#shared/motion'
import type { GroupInFull } from '#shared/group'
import type { Tx } from '#server/db'
import { presidingCoordinatorId, ruleSetOf } from '#server/group'
import { announceOpened, bodyOf, openMotionIn, type NewMotion, type OpeningInput } from '#server/motion'
import type { Deps } from '../../deps.ts'
import { mayReadMeeting, placeMeeting, seatsInvited, type PlacedMeeting } from '../access.ts'
import { findItem, updateItem } from '../agenda-store.ts'
import { attendanceOf } from '../attendance-store.ts'
import type { AgendaItem } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import { inSession, notStruck, type RoomProblem } from './act.ts'

/**
 * Puts the text that the item names, or an amendment to it, to the vote of its group, which is one of those that meet. It is the second call only
 * where a notice named it so: a flag set later makes it an ordinary one.
 *
 * - `not-found`: no such item, or one of a meeting that is hidden.
 * - `item-removed`, `item-moved-on`: struck, finished or postponed in the meantime.
 * - `meeting-not-under-way`: not in session, or suspended.
 * - `item-not-votable`: it names no text, or that of a group that does not meet here, or the amendment is to another text.
 * - `subject-altered`: the text is not the one that stands on the agenda.
 * - as `openMotion`: `not-permitted` for all but the chair of the text's group, `inquorate-at-opening`, …
 */
export async function openItemVote(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  itemId: AgendaItemId,
  input: ItemVoteBody,
): Promise<Result<MotionId, RoomProblem | OpeningRefusal>> {
  const opened = await deps.transaction(async (tx): Promise<Result<NewMotion, RoomProblem | OpeningRefusal>> => {
    const now = deps.now()
    const found = await findItem(tx, itemId)
    const placed = found?.meetingId ? await placeMeeting(tx, found.meetingId, now) : null
    if (!found || !placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
    const item = notStruck(found)
    if (!item.ok) return item
    const runs = inSession(placed)
    if (!runs.ok) return runs
    if (found.state !== 'planned' && found.state !== 'open') return err({ type: 'item-moved-on', state: found.state })
    const closesAt = 'closesAt' in input ? input.closesAt : now + input.minutes * minuteMs
    const chosen = { closesAt, method: input.method }
    const opening = await prepare(tx, parts, placed, found, chosen, input.amendmentId)
    if (!opening.ok) return opening
    const motion = await openMotionIn(tx, deps, parts.subjects, actor, opening.value)
    const state = itemAfter(found.state, 'take')
    if (motion.ok && state !== null && state !== found.state) await updateItem(tx, { ...found, state })
    return motion
  })
  if (!opened.ok) return opened
  announceOpened(deps, opened.value)
  return ok(opened.value.id)
}

async function prepare(
  tx: Tx,
  { subjects }: MeetingParts,
  placed: PlacedMeeting,
  { id, subject, secondCall, secondCallNoticeAt }: AgendaItem,
  chosen: Pick<OpeningInput, 'closesAt' | 'method'>,
  amendmentId: AmendmentId | undefined,
): Promise<Result<OpeningInput, RoomProblem | OpeningRefusal>> {
  const facts = subject && (await subjects[subject.kind].load(tx, subject.id))
  const body = placed.bodies.find(one => one.id === facts?.groupId)
  if (!subject || !facts || !body) return err({ type: 'item-not-votable' })
  if (facts.digest !== subject.digest) {
    const altered = { type: 'subject-altered', digest: subject.digest } as const
    return err({ ...altered, problems: [altered] })
  }
  const amends = amendmentId && (await subjects.amendment.load(tx, amendmentId))?.amends
  if (amendmentId && amends !== subject.id) return err({ type: 'item-not-votable' })
  return ok({
    ...(amendmentId
      ? { subjectKind: 'amendment', subjectId: amendmentId }
      : { subjectKind: subject.kind, subjectId: subject.id }),
    ...chosen,
    mode: 'meeting',
    roll: await rollNow(tx, placed, body),
    meeting: { meetingId: placed.meeting.id, itemId: id },
    ...(!amendmentId && secondCall && secondCallNoticeAt !== null && { secondCallNoticeAt }),
  })
}

/** Seats of the group's electorate that are present, whoever else is there. */
async function rollNow(tx: Tx, placed: PlacedMeeting, group: GroupInFull): Promise<readonly SeatId[]> {
  const rules = await ruleSetOf(tx, group.id)
  if (!rules) throw new Error(`the group ${group.id} has no rules`)
  const stays = await attendanceOf(tx, placed.meeting.id)
  const present = seatsPresent(stays, seatsInvited(placed), presidingCoordinatorId(group))
  const { electorate } = bodyOf(group, rules)
  return present.filter(seatId => electorate.some(seat => seat.seatId === seatId))
}
