/**
 * What is computed of a group's meetings and never typed: how many it held, who came, when it met last. Indicators of the
 * model strategy are read from here. [G12, M7]
 */
import { type Instant, type MeetingId, type SeatId } from '#shared/core'
import { calendarDayIn } from '../calendar-day.ts'
import type { Constituency } from '#shared/group'

/** One seat's stay in a session; several persons may be there for it at once. */
export interface SeatStay {
  readonly seatId: SeatId
  readonly arrivedAt: Instant
  /** None for somebody who was there to the end. */
  readonly departedAt: Instant | null
}

/** A session that took place. */
export interface HeldMeeting {
  readonly id: MeetingId
  /** In which its year is told. */
  readonly timeZone: string
  readonly startedAt: Instant
  /** Or the present moment, of a session that is under way. */
  readonly endedAt: Instant
  readonly pauses: readonly { readonly at: Instant; readonly resumedAt: Instant | null }[]
  /** Seats that were invited, and those that came without. */
  readonly seats: readonly { readonly seatId: SeatId; readonly constituency: Constituency }[]
  readonly stays: readonly SeatStay[]
}

export interface Attendance {
  /** Over all meetings: each seat once for each meeting it was invited to. */
  readonly invited: number
  /** Those of them that were there at any time of the session. */
  readonly present: number
  /** Time of sessions that the invited seats could have been there, and that they were; in whole seconds. */
  readonly invitedSeconds: number
  readonly presentSeconds: number
}

export type AttendanceByConstituency = Readonly<Record<Constituency, Attendance>>

export interface MeetingYear {
  readonly year: number
  readonly held: number
  readonly attendance: AttendanceByConstituency
}

/** The latest year first; years without a meeting are left out. */
export function meetingYears(meetings: readonly HeldMeeting[]): readonly MeetingYear[] {
  const years = new Map<number, HeldMeeting[]>()
  for (const meeting of meetings) {
    const year = Number(calendarDayIn(meeting.startedAt, meeting.timeZone).slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), meeting])
  }
  return [...years]
    .toSorted(([a], [b]) => b - a)
    .map(([year, held]) => ({ year, held: held.length, attendance: attendanceIn(held) }))
}

const none: Attendance = { invited: 0, present: 0, invitedSeconds: 0, presentSeconds: 0 }

/** Who came, by constituency. The order of meetings and of stays does not matter. */
export function attendanceIn(meetings: readonly HeldMeeting[]): AttendanceByConstituency {
  const found = { STATE: none, NGO: none, PARTNER: none, OBSERVER: none }
  for (const meeting of meetings) {
    const sitting = sittings(meeting)
    const whole = lengthOf(sitting)
    for (const { seatId, constituency } of meeting.seats) {
      const there = meeting.stays
        .filter(stay => stay.seatId === seatId)
        .map(({ arrivedAt, departedAt }) => ({ from: arrivedAt, to: departedAt ?? meeting.endedAt }))
      const present = lengthOf(common(sitting, union(there)))
      const before = found[constituency]
      found[constituency] = {
        invited: before.invited + 1,
        present: before.present + (present > 0 ? 1 : 0),
        invitedSeconds: before.invitedSeconds + seconds(whole),
        presentSeconds: before.presentSeconds + seconds(present),
      }
    }
  }
  return found
}

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The time the session ran: from its beginning to its end without the suspensions. */
function sittings({ startedAt, endedAt, pauses }: HeldMeeting): readonly Span[] {
  let rest: Span[] = [{ from: startedAt, to: endedAt }]
  for (const { at, resumedAt } of pauses) {
    const until = resumedAt ?? endedAt
    rest = rest.flatMap(({ from, to }) => [
      { from, to: Math.min(to, at) },
      { from: Math.max(from, until), to },
    ])
  }
  return rest.filter(isLong)
}

/** The same time without counting any of it twice. */
function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.filter(isLong).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else joined.push(span)
  }
  return joined
}

function common(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a
    .flatMap(one => b.map(other => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(isLong)
}

function isLong({ from, to }: Span): boolean {
  return to > from
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000)
}

/**
 * Since when a group should have met again, or null while it is within its cadence. One that never met counts from its
 * creation. A session under way is a meeting. [M7]
 *
 * @param lastMet beginning of its latest session
 */
export function overdueSince(
  lastMet: Instant | null,
  createdAt: Instant,
  cadenceMs: number,
  now: Instant,
): Instant | null {
  const until = (lastMet ?? createdAt) + cadenceMs
  return now > until ? until : null
}
