/** A person's own wish to speak. [M4] */
import { askForFloor, withdrawRequest, type FloorAnswer } from '../../api/room.ts'
import type { OpenRoom } from './room.ts'
import { turnsOf } from './speakers.ts'

export interface MyPresence {
  readonly attendanceId: string
  /** Null for somebody who is there by office. */
  readonly seatId: string | null
  readonly since: number
  readonly manner: 'room' | 'remote' | null
}

/** For what this person is checked in now. [M3] */
export function presencesOf(floor: FloorAnswer, personId: string): readonly MyPresence[] {
  const bySeat = floor.seats.flatMap(({ seatId, present }) =>
    present
      .filter(one => one.personId === personId)
      .map(({ attendanceId, since, manner }) => ({ attendanceId, seatId, since, manner })),
  )
  const byOffice = floor.officers
    .filter(one => one.personId === personId)
    .map(({ attendanceId, since }) => ({ attendanceId, seatId: null, since, manner: null }))
  return [...bySeat, ...byOffice]
}

/** One press: asks to speak for the first seat one is there for, or takes back what one asked for last. */
export async function speakOrWithdraw(room: OpenRoom, personId: string): Promise<void> {
  const waiting = turnsOf(room.floor().floor, personId).filter(turn => turn.place !== null)
  const [mine] = waiting
  if (mine) return void (await room.act('speak', () => withdrawRequest(mine.request.id)))
  const [here] = presencesOf(room.floor(), personId)
  if (here) await room.act('speak', () => askForFloor(room.id, { seatId: here.seatId, kind: 'speech' }))
}
