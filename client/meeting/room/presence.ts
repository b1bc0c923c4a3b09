/** Who is there, bench by bench. [M3] */
import type { FloorSeat } from '#shared/meeting/schema'

export const benches = ['STATE', 'NGO', 'PARTNER', 'OBSERVER'] as const
export type Bench = (typeof benches)[number]

export const benchTone = {
  STATE: 'state',
  NGO: 'ngo',
  PARTNER: 'partner',
  OBSERVER: 'observer',
} as const satisfies Record<Bench, string>

export const isPresent = (seat: Pick<FloorSeat, 'present'>): boolean => seat.present.length > 0

/** What a seat is called in the room: by the organisation that holds it. */
export const seatName = (seat: Pick<FloorSeat, 'organisationName' | 'label'>): string =>
  seat.organisationName ?? seat.label

export interface BenchView {
  readonly bench: Bench
  readonly present: readonly FloorSeat[]
  readonly absent: readonly FloorSeat[]
}

/** Benches that have a seat in this meeting. */
export function benchesOf(seats: readonly FloorSeat[]): readonly BenchView[] {
  return benches.flatMap(bench => {
    const here = seats.filter(seat => seat.constituency === bench)
    if (here.length === 0) return []
    return [{ bench, present: here.filter(isPresent), absent: here.filter(seat => !isPresent(seat)) }]
  })
}
