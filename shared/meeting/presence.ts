/** Who counts as present: whoever arrived, did not leave, and speaks for the seat at this moment. [M3, V6] */
import { minuteMs, type Instant, type PersonId, type SeatId } from '#shared/core'
import { isUnderWay, type MeetingState } from './moves.ts'

/** How long before its beginning a convened meeting can be checked into. */
export const checkInLeadMs = 60 * minuteMs

/** @returns since when one may check in; null where one may not any more, or not in this state */
export function checkInFrom(meeting: { readonly state: MeetingState; readonly startsAt: Instant }): Instant | null {
  if (isUnderWay(meeting.state)) return 0
  return meeting.state === 'convened' ? meeting.startsAt - checkInLeadMs : null
}

interface Stay {
  /** None for somebody who is there by office. */
  readonly seatId: SeatId | null
  readonly personId: PersonId
  readonly departedAt: Instant | null
}

interface PresentSeat {
  readonly id: SeatId
  readonly representatives: readonly { readonly personId: PersonId; readonly suspended: boolean }[]
}

/** Whether the person is accredited for the seat now and may sign in. [G3] */
export function speaksFor(seat: PresentSeat, personId: PersonId): boolean {
  return seat.representatives.some(one => one.personId === personId && !one.suspended)
}

/** Stays that last, of persons who still speak for the seat they came for. */
export function staysThatCount<S extends Stay>(stays: readonly S[], seats: readonly PresentSeat[]): readonly S[] {
  return stays.filter(stay => {
    if (stay.departedAt !== null) return false
    if (stay.seatId === null) return true
    const seat = seats.find(one => one.id === stay.seatId)
    return seat !== undefined && speaksFor(seat, stay.personId)
  })
}

/**
 * The seats that are present, each once, however many are there for it.
 *
 * @param presidingId whoever presides without a seat's voice: they stand in for no seat [G6, V3]
 */
export function seatsPresent(
  stays: readonly Stay[],
  seats: readonly PresentSeat[],
  presidingId: PersonId | null,
): readonly SeatId[] {
  const counting = staysThatCount(stays, seats).filter(stay => stay.personId !== presidingId)
  return seats.filter(seat => counting.some(stay => stay.seatId === seat.id)).map(seat => seat.id)
}
