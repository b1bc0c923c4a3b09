/** Who wishes to speak, who is called, and for how long. [M4] */
import type { Actor } from '#shared/access'
import { err, type FloorRequestId, type MeetingId } from '#shared/core'
import {
  floorAfter,
  floorTargets,
  isAhead,
  isUnderWay,
  mayMoveFloor,
  speaksFor,
  type FloorMove,
  type FloorMover,
} from '#shared/meeting'
import type { FloorRequestBody } from '#shared/meeting/room/schema'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { seatsInvited } from '../access.ts'
import { presenceOf } from '../attendance-store.ts'
import { standingRequestsOf, insertFloorRequest, updateFloorRequest, type FloorRequest } from '../floor-store.ts'
import { updateMeeting } from '../store.ts'
import { actInMeeting, actOnRequest, did, inSession, nothingNew, underWay } from './act.ts'
import { mayConduct } from './attendance.ts'
import { endSpeech, factsOf } from './speech.ts'

/**
 * Asks to speak for the seat one is there for, an observer's too. Who waits already and presses again waits once.
 *
 * - `not-found`, `meeting-not-under-way`.
 * - `not-checked-in`: not there for this seat. `not-permitted`: does not speak for it any more.
 * - `already-in-queue`: somebody else waits for this seat, with a wish of this kind.
 */
export function askForFloor(deps: Deps, actor: Actor, id: MeetingId, { seatId, kind }: FloorRequestBody) {
  return actInMeeting<FloorRequestId>(deps, actor, 'meeting.read', id, async scene => {
    const { tx, meeting, now } = scene
    const runs = underWay(scene)
    if (!runs.ok) return runs
    const here = await presenceOf(tx, id, actor.personId)
    if (!here.some(stay => stay.seatId === seatId)) return err({ type: 'not-checked-in' })
    const seat = seatsInvited(scene).find(one => one.id === seatId)
    if (seatId !== null && !(seat && speaksFor(seat, actor.personId))) return err({ type: 'not-permitted' })

    const waiting = (await standingRequestsOf(tx, id)).find(
      other =>
        other.state === 'waiting' &&
        other.kind === kind &&
        other.seatId === seatId &&
        (seatId !== null || other.personId === actor.personId),
    )
    if (waiting?.personId === actor.personId) return nothingNew(waiting.id)
    if (waiting) return err({ type: 'already-in-queue' })
    const request: FloorRequest = {
      id: deps.newId(),
      meetingId: id,
      itemId: meeting.currentItemId,
      seatId,
      personId: actor.personId,
      kind,
      state: 'waiting',
      askedAt: now,
      startedAt: null,
      endedAt: null,
    }
    await insertFloorRequest(tx, request)
    await appendRecord(tx, deps, {
      act: 'floorRequest.made',
      at: now,
      actor: actor.personId,
      seat: seatId,
      subject: request.id,
      facts: factsOf(request),
    })
    return did(request.id)
  })
}

/** One's own. Refused as `endFloor`. */
export function withdrawFloor(deps: Deps, actor: Actor, id: FloorRequestId) {
  return moveRequest(deps, actor, id, 'withdraw')
}

/**
 * Begins to speak; whoever spoke has spoken.
 *
 * - as `endFloor`; and `meeting-not-under-way`: not in session, or suspended.
 */
export function callToFloor(deps: Deps, actor: Actor, id: FloorRequestId) {
  return moveRequest(deps, actor, id, 'call')
}

/**
 * Has spoken: said by the speaker, or by those who conduct. A move that was made already changes nothing.
 *
 * - `not-found`: missing or hidden. `not-permitted`.
 * - `floor-moved-on`: something else has become of it in the meantime.
 */
export function endFloor(deps: Deps, actor: Actor, id: FloorRequestId) {
  return moveRequest(deps, actor, id, 'end')
}

/** Refused as `endFloor`. */
export function passOverFloor(deps: Deps, actor: Actor, id: FloorRequestId) {
  return moveRequest(deps, actor, id, 'passOver')
}

const pastOf = { call: 'called', end: 'ended', withdraw: 'withdrawn', passOver: 'passedOver' } as const

function moveRequest(deps: Deps, actor: Actor, id: FloorRequestId, move: FloorMove) {
  return actOnRequest<void>(deps, actor, id, async (scene, request) => {
    const { tx, now } = scene
    const movers: FloorMover[] = []
    if (mayConduct(actor, scene)) movers.push('conductor')
    if (request.personId === actor.personId) movers.push('owner')
    if (!mayMoveFloor(move, movers)) return err({ type: 'not-permitted' })
    if (request.state === floorTargets[move]) return nothingNew(undefined)
    const state = floorAfter(request.state, move)
    if (state === null) return err({ type: 'floor-moved-on' })
    if (move === 'call') {
      const runs = inSession(scene)
      if (!runs.ok) return runs
      await endSpeech(scene, deps, actor.personId)
    }
    const times = move === 'call' ? { startedAt: now } : { endedAt: now }
    await updateFloorRequest(tx, { ...request, ...times, state })
    await appendRecord(tx, deps, {
      act: `floorRequest.${pastOf[move]}`,
      at: now,
      actor: actor.personId,
      seat: request.seatId,
      subject: id,
      facts: factsOf(request),
    })
    return did(undefined)
  })
}

/**
 * How long a speech may take; shown, and ended by nobody but the chair.
 *
 * - `not-found`, `not-permitted`: neither chair nor Secretariat. `meeting-not-under-way`: over.
 *
 * @param seconds null without a limit
 */
export function setSpeechLimit(deps: Deps, actor: Actor, id: MeetingId, seconds: number | null) {
  return actInMeeting<void>(deps, actor, 'meeting.conduct', id, async ({ tx, meeting, now }) => {
    const { state, speechLimitSeconds } = meeting
    if (!isAhead(state) && !isUnderWay(state)) return err({ type: 'meeting-not-under-way', state })
    if (speechLimitSeconds === seconds) return nothingNew(undefined)
    await updateMeeting(tx, id, { speechLimitSeconds: seconds })
    await appendRecord(tx, deps, {
      act: 'meeting.speechLimitSet',
      at: now,
      actor: actor.personId,
      subject: id,
      facts: { seconds },
    })
    return did(undefined)
  })
}
