/** Who is there: arrivals and departures, noted by oneself or by those who conduct. [M3] */
import { can, type Actor } from '#shared/access'
import {
  err,
  ok,
  sha256Hex,
  type AttendanceId,
  type MeetingId,
  type PersonId,
  type Result,
  type SeatId,
} from '#shared/core'
import { checkInFrom, floorAfter, shortCheckInCode, speaksFor, typedCheckInCode, type Manner } from '#shared/meeting'
import type { CheckInBody, CheckOutBody } from '#shared/meeting/room/schema'
import type { CommonProblem } from '#shared/problem'
import { loadActor } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { mayReadMeeting, placeMeeting, seatsInvited, subjectOf } from '../access.ts'
import { attendanceOf, endAttendance, insertAttendance, presenceOf, type Attendance } from '../attendance-store.ts'
import { standingRequestsOf, updateFloorRequest } from '../floor-store.ts'
import { selectMeetings } from '../store.ts'
import { actInMeeting, did, nothingNew, type RoomProblem, type Scene } from './act.ts'

/**
 * The meeting whose room shows this short code, while one can arrive there. [M3]
 *
 * Fails with `not-found`, also for who may not read that meeting: a code that somebody tries tells nothing.
 */
export async function findByShortCode(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  typed: string,
): Promise<Result<{ readonly id: MeetingId; readonly code: string }, CommonProblem>> {
  const code = typedCheckInCode(typed)
  const open = await selectMeetings(deps.read, { states: ['convened', 'inSession', 'suspended'] })
  const meeting = open.find(one => sha256Hex(shortCheckInCode(one.checkInCode)) === sha256Hex(code))
  const placed = meeting ? await placeMeeting(deps.read, meeting.id, deps.now()) : null
  return placed && mayReadMeeting(actor, placed) ? ok({ id: placed.meeting.id, code }) : err({ type: 'not-found' })
}

/**
 * Arrives, for a seat or by office, from an hour before the beginning until adjournment. Who is there already has
 * arrived once; who was there from afar and shows the room's code has come into the room.
 *
 * - `not-found`: missing or hidden.
 * - `not-permitted`: neither one's own seat nor, by office, one's place; or somebody else's, without conducting.
 * - `check-in-not-open`: too early. `meeting-not-under-way`: over, or not convened.
 * - `seat-not-invited`: not a seat of this meeting.
 * - `check-in-code-wrong`.
 *
 * @returns the stay
 */
export function checkIn(deps: Deps, actor: Actor, id: MeetingId, input: CheckInBody) {
  return actInMeeting<AttendanceId>(deps, actor, 'meeting.read', id, async scene => {
    const { tx, meeting, now } = scene
    const personId = input.personId ?? actor.personId
    if (personId !== actor.personId && !mayConduct(actor, scene)) return err({ type: 'not-permitted' })
    const open = isOpen(scene)
    if (!open.ok) return open
    const placed = await mayStand(scene, personId, input.seatId)
    if (!placed.ok) return placed
    const manner = mannerOf(scene, actor, input)
    if (!manner.ok) return manner

    const here = (await presenceOf(tx, id, personId)).find(stay => stay.seatId === input.seatId)
    if (here && (here.manner === 'room' || manner.value === 'remote')) return nothingNew(here.id)
    if (here) await endAttendance(tx, here.id, now)
    const stay: Attendance = {
      id: deps.newId(),
      meetingId: id,
      seatId: input.seatId,
      personId,
      manner: manner.value,
      arrivedAt: now,
      departedAt: null,
      notedBy: actor.personId,
    }
    await insertAttendance(tx, stay)
    await appendRecord(tx, deps, {
      act: 'attendance.arrived',
      at: now,
      actor: actor.personId,
      seat: stay.seatId,
      subject: stay.id,
      facts: { meeting: meeting.id, person: personId, manner: stay.manner },
    })
    return did(stay.id)
  })
}

/**
 * Leaves. Whoever waited to speak for the seat waits no more, and whoever spoke has spoken.
 *
 * - `not-found`: missing or hidden, the meeting or the stay.
 * - `not-permitted`: somebody else's stay, without conducting.
 * - `not-checked-in`: was never there for this seat. Who has left already has left.
 */
export function checkOut(deps: Deps, actor: Actor, id: MeetingId, input: CheckOutBody) {
  return actInMeeting<void>(deps, actor, 'meeting.read', id, async scene => {
    const { tx, now } = scene
    const stays = await attendanceOf(tx, id)
    const named = 'attendanceId' in input
    const meant = named
      ? stays.filter(stay => stay.id === input.attendanceId)
      : stays.filter(stay => stay.personId === (input.personId ?? actor.personId) && stay.seatId === input.seatId)
    const stay = meant.find(one => one.departedAt === null) ?? meant.at(0)
    if (!stay) return err({ type: named ? 'not-found' : 'not-checked-in' })
    if (stay.personId !== actor.personId && !mayConduct(actor, scene)) return err({ type: 'not-permitted' })
    if (stay.departedAt !== null) return nothingNew(undefined)
    await endAttendance(tx, stay.id, now)
    await leaveFloor(scene, stay)
    await appendRecord(tx, deps, {
      act: 'attendance.departed',
      at: now,
      actor: actor.personId,
      seat: stay.seatId,
      subject: stay.id,
      facts: { meeting: id, person: stay.personId },
    })
    return did(undefined)
  })
}

export function mayConduct(actor: Actor, scene: Scene): boolean {
  return can(actor, 'meeting.conduct', subjectOf(scene))
}

function isOpen({ meeting, now }: Scene): Result<void, RoomProblem> {
  const opensAt = checkInFrom(meeting)
  if (opensAt === null) return err({ type: 'meeting-not-under-way', state: meeting.state })
  return now < opensAt ? err({ type: 'check-in-not-open', opensAt }) : ok()
}

/** Whether this person has the place they would take. */
async function mayStand(scene: Scene, personId: PersonId, seatId: SeatId | null): Promise<Result<void, RoomProblem>> {
  if (seatId === null) return (await sitsByOffice(scene, personId)) ? ok() : err({ type: 'not-permitted' })
  const seat = seatsInvited(scene).find(one => one.id === seatId)
  if (!seat) return err({ type: 'seat-not-invited', seatId })
  return speaksFor(seat, personId) ? ok() : err({ type: 'not-permitted' })
}

/** The National Co-ordinator, the Secretariat, and whoever chairs one of the groups that meet. */
async function sitsByOffice({ tx, bodies, now }: Scene, personId: PersonId): Promise<boolean> {
  const { offices, chairs, confidential } = await loadActor(tx, personId, now)
  if (!confidential) return false
  if (offices.includes('nationalCoordinator') || offices.includes('secretariat')) return true
  return bodies.some(body => chairs.includes(body.id))
}

function mannerOf({ meeting }: Scene, actor: Actor, { code, personId }: CheckInBody): Result<Manner, RoomProblem> {
  if (code !== undefined) {
    // By digest, so that the time it takes tells nothing of the code.
    const is = (right: string): boolean => sha256Hex(code) === sha256Hex(right)
    const isRight = is(meeting.checkInCode) || is(shortCheckInCode(meeting.checkInCode))
    return isRight ? ok('room') : err({ type: 'check-in-code-wrong' })
  }
  return ok(personId !== undefined && personId !== actor.personId ? 'room' : 'remote')
}

async function leaveFloor({ tx, meeting, now }: Scene, stay: Attendance): Promise<void> {
  for (const request of await standingRequestsOf(tx, meeting.id)) {
    if (request.personId !== stay.personId || request.seatId !== stay.seatId) continue
    const state = floorAfter(request.state, 'withdraw') ?? floorAfter(request.state, 'end')
    if (state !== null) await updateFloorRequest(tx, { ...request, state, endedAt: now })
  }
}
