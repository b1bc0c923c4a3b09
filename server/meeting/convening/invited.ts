import type { Instant, PersonId, SeatId } from '#shared/core'
import type { Seat } from '#shared/group'
import type { Queries } from '#server/db'
import { holdersOf } from '#server/people'
import { seatsInvited, type PlacedMeeting } from '../access.ts'

export interface Invited {
  readonly personId: PersonId
  readonly name: string
  /** None for who is told by office. */
  readonly seatId: SeatId | null
}

/** Who speaks for the seat and may sign in. */
export function speakers(seat: Seat): readonly { readonly personId: PersonId; readonly name: string }[] {
  return seat.representatives.filter(one => !one.suspended).map(({ personId, name }) => ({ personId, name }))
}

/**
 * Everybody who is told of the meeting: all who speak for a seat that is invited, observers too, once for each of their
 * seats; and by office the National Co-ordinator and the Secretariat. [M1]
 */
export async function invitedTo(
  queries: Queries,
  placed: Pick<PlacedMeeting, 'meeting' | 'bodies'>,
  now: Instant,
): Promise<{ readonly bySeat: readonly Invited[]; readonly byOffice: readonly Invited[] }> {
  const bySeat = seatsInvited(placed).flatMap(seat => speakers(seat).map(person => ({ ...person, seatId: seat.id })))
  const holders = [
    ...(await holdersOf(queries, 'nationalCoordinator', now)),
    ...(await holdersOf(queries, 'secretariat', now)),
  ]
  const byId = new Map(holders.map(({ id, name }) => [id, name]))
  const byOffice = [...byId].map(([personId, name]) => ({ personId, name, seatId: null }))
  return { bySeat, byOffice }
}
