import type { Constituency } from '#shared/group'
import type { GroupParticipation } from '../api/participation.ts'

type Attendance = GroupParticipation['meetings']['attendance']['NGO']

/** Seats that were represented, of those invited; null where none was. */
export function attendedShare(seats: readonly Attendance[]): number | null {
  const invited = seats.reduce((sum, one) => sum + one.invited, 0)
  return invited === 0 ? null : seats.reduce((sum, one) => sum + one.present, 0) / invited
}

/** Part of the NGO seats in the speaking time; null where nobody spoke. */
export function spokenShare(spokenMs: Readonly<Record<Constituency, number>>): number | null {
  const all = Object.values(spokenMs).reduce((sum, one) => sum + one, 0)
  return all === 0 ? null : spokenMs.NGO / all
}

/** Milliseconds in minutes, to a tenth. */
export function minutesOf(ms: number): number {
  return Math.round(ms / 6_000) / 10
}
