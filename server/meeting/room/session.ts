/** The chair begins, interrupts and ends the meeting. [workflow "Meeting", M2, M3] */
import type { Actor } from '#shared/access'
import { err, ok, type Instant, type MeetingId, type Result } from '#shared/core'
import {
  checkInFrom,
  floorAfter,
  isUnderWay,
  mayMoveMeeting,
  meetingAfter,
  type MeetingMove,
  type MeetingState,
} from '#shared/meeting'
import { motionsOfMeeting } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { attendanceOf, endAttendance, presenceOf } from '../attendance-store.ts'
import { endPause, standingRequestsOf, insertPause, pausesOf, updateFloorRequest } from '../floor-store.ts'
import type { MeetingParts } from '../ports.ts'
import { updateMeeting, type MeetingChange } from '../store.ts'
import { actInMeeting, did, nothingNew, type RoomProblem, type Scene } from './act.ts'
import { runClock, standClock } from './clock.ts'
import { endSpeech } from './speech.ts'
import { leaveUnfinished } from './unfinished.ts'

type Session = Extract<MeetingMove, 'start' | 'suspend' | 'resume' | 'adjourn'>

const pastOf = { start: 'started', suspend: 'suspended', resume: 'resumed', adjourn: 'adjourned' } as const

/**
 * From here on the presence log runs and minutes are live. A session without quorum may begin; it cannot vote.
 *
 * - `not-found`, `not-permitted`: only the chair.
 * - `meeting-moved-on`: not convened, or over. Who starts what has started changes nothing.
 * - `start-not-open`: more than an hour before the time that everybody was told.
 * - `chair-not-present`: the chair has not checked in.
 */
export function startMeeting(deps: Deps, parts: MeetingParts, actor: Actor, id: MeetingId) {
  return move(deps, actor, id, 'start', async ({ tx, meeting, now }) => {
    const opensAt = checkInFrom(meeting)
    if (opensAt !== null && now < opensAt) return err({ type: 'start-not-open', opensAt })
    const here = await presenceOf(tx, id, actor.personId)
    if (here.length === 0) return err({ type: 'chair-not-present' })
    await parts.minutes.begun(tx, deps, meeting)
    return ok({ startedAt: now })
  })
}

/**
 * The clocks stand, whoever speaks has spoken; a vote that is open goes on.
 *
 * - as `startMeeting`, the chair's presence aside; and
 * - `resumes-in-the-past`: `expectedUntil` is not still to come.
 *
 * @param expectedUntil when the chair expects to go on: told to everybody, and kept by nobody but the chair; null where
 *   nobody knows
 */
export function suspendMeeting(deps: Deps, actor: Actor, id: MeetingId, expectedUntil: Instant | null) {
  return move(deps, actor, id, 'suspend', async scene => {
    const { tx, now } = scene
    if (expectedUntil !== null && expectedUntil <= now) return err({ type: 'resumes-in-the-past', now })
    await standClock(scene)
    await endSpeech(scene, deps)
    await insertPause(tx, id, { id: deps.newId(), at: now, expectedUntil })
    return ok({})
  })
}

/** The current item's time runs on. Refused as `suspendMeeting`. */
export function resumeMeeting(deps: Deps, actor: Actor, id: MeetingId) {
  return move(deps, actor, id, 'resume', async scene => {
    const { tx, now } = scene
    for (const pause of await pausesOf(tx, id)) {
      if (pause.resumedAt === null) await endPause(tx, pause.id, now)
    }
    await runClock(scene)
    return ok({})
  })
}

/**
 * Everybody has left, whoever waited to speak waits no more, and what is not finished is proposed to the next meeting.
 *
 * - as `suspendMeeting`; and
 * - `vote-open-in-meeting`: a vote opened in this meeting is open. One that is held for the NGO seats runs on by itself.
 */
export function adjournMeeting(deps: Deps, parts: MeetingParts, actor: Actor, id: MeetingId) {
  return move(deps, actor, id, 'adjourn', async scene => {
    const { tx, now } = scene
    const motions = await motionsOfMeeting(tx, id)
    const open = motions.filter(motion => motion.state === 'open').map(motion => motion.id)
    if (open.length > 0) return err({ type: 'vote-open-in-meeting', motionIds: open })
    await standClock(scene)
    await endSpeech(scene, deps)
    await emptyQueue(scene)
    for (const stay of await attendanceOf(tx, id)) {
      if (stay.departedAt === null) await endAttendance(tx, stay.id, now)
    }
    await leaveUnfinished(scene, deps, parts, motions)
    return ok({ adjournedAt: now, currentItemId: null })
  })
}

async function move(
  deps: Deps,
  actor: Actor,
  id: MeetingId,
  made: Session,
  work: (scene: Scene) => Promise<Result<MeetingChange, RoomProblem>>,
): Promise<Result<void, RoomProblem>> {
  return actInMeeting(deps, actor, 'meeting.preside', id, async scene => {
    const { tx, meeting, now } = scene
    if (hasHappened(made, meeting.state)) return nothingNew(undefined)
    const state = meetingAfter(meeting.state, made)
    if (state === null || !mayMoveMeeting(meeting.state, made, ['chair'])) {
      return err({ type: 'meeting-moved-on', state: meeting.state, move: made })
    }
    const change = await work(scene)
    if (!change.ok) return change
    await updateMeeting(tx, id, { ...change.value, state })
    await appendRecord(tx, deps, {
      act: `meeting.${pastOf[made]}`,
      at: now,
      actor: actor.personId,
      subject: id,
      facts: { group: meeting.groupId },
    })
    return did(undefined)
  })
}

/** Two who press at once mean the same; the second finds it done. */
function hasHappened(made: Session, state: MeetingState): boolean {
  switch (made) {
    case 'start':
      return isUnderWay(state)
    case 'suspend':
      return state === 'suspended'
    case 'resume':
      return state === 'inSession'
    case 'adjourn':
      return state === 'adjourned' || state === 'recorded'
  }
}

async function emptyQueue({ tx, meeting, now }: Scene): Promise<void> {
  for (const request of await standingRequestsOf(tx, meeting.id)) {
    const state = request.state === 'waiting' ? floorAfter(request.state, 'passOver') : null
    if (state !== null) await updateFloorRequest(tx, { ...request, state, endedAt: now })
  }
}
