/**
 * NGO seats over a time, and whether a group had as many as its rules ask for at every moment of it. [G7, G12]
 *
 *   seats with somebody accredited   1──────2───────────1────2──▶
 *   minimum of the rules             2──────────────────────────▶
 *   not properly constituted         ▓▓▓▓▓▓▓            ▓▓▓▓▓
 *
 * What counts is the accreditation: it supposes an organisation and ends when that leaves the seat.
 */
import { dayMs, type Instant, type SeatId } from '#shared/core'
import { isVoting, type Constituency } from '#shared/group'
import type { Span } from './year.ts'

/** Somebody was accredited for this seat, and could sign in, from then on. */
export interface Accredited {
  readonly seatId: SeatId
  readonly constituency: Constituency
  readonly from: Instant
  /** Null while it lasts. */
  readonly until: Instant | null
}

/** A time in which somebody could not sign in, and so spoke for nobody. */
export interface Suspension {
  readonly from: Instant
  /** Null while it lasts. */
  readonly until: Instant | null
}

/** An accreditation without the times in which the person was suspended. [G7] */
export function unsuspended<T extends Pick<Accredited, 'from' | 'until'>>(
  accredited: T,
  suspensions: readonly Suspension[],
): readonly T[] {
  return suspensions
    .reduce<readonly T[]>(
      (parts, { from, until }) =>
        parts.flatMap(part => {
          const before = { ...part, until: earlier(part.until, from) }
          return until === null ? [before] : [before, { ...part, from: Math.max(part.from, until) }]
        }),
      [accredited],
    )
    .filter(part => part.until === null || part.until > part.from)
}

function earlier(until: Instant | null, at: Instant): Instant {
  return until === null ? at : Math.min(until, at)
}

/** What the group's rules asked for from a moment on. */
export interface MinimumFrom {
  readonly from: Instant
  /** NGO seats with an accredited person. A count. */
  readonly minimum: number
}

/** A time in which the group was not properly constituted. */
export interface Shortfall extends Span {
  /** The fewest NGO seats in it. */
  readonly seats: number
  readonly minimum: number
}

export interface SeatFigures {
  /** NGO seats with an accredited person at the end of the time. */
  readonly ngo: number
  readonly least: number
  readonly most: number
  /** Voting seats with an accredited person at the end of the time, those of the NGOs among them. */
  readonly voting: number
  /** What the rules ask for at the end of the time. */
  readonly minimum: number
  readonly shortfalls: readonly Shortfall[]
  /** Days of the calendar, in UTC, on which it fell short at any moment. */
  readonly shortDays: number
}

/** @param minimums the first is in force before its moment too; the order does not matter */
export function seatsOver(
  accredited: readonly Accredited[],
  minimums: readonly MinimumFrom[],
  span: Span,
): SeatFigures {
  const steps = stepsOf(accredited, minimums, span)
  const counts = steps.map(step => step.seats)
  const last = steps.at(-1)
  const shortfalls = joined(steps.filter(step => step.seats < step.minimum && step.until > step.from))
  return {
    ngo: last?.seats ?? 0,
    least: Math.min(...counts),
    most: Math.max(...counts),
    voting: last ? seatsAt(accredited, last.from, isVoting) : 0,
    minimum: last?.minimum ?? 0,
    shortfalls,
    shortDays: daysIn(shortfalls),
  }
}

/** The time cut where a count or the minimum changes; never empty. */
function stepsOf(
  accredited: readonly Accredited[],
  minimums: readonly MinimumFrom[],
  { from, until }: Span,
): readonly Shortfall[] {
  const changes = [...accredited.flatMap(one => [one.from, one.until ?? until]), ...minimums.map(one => one.from)]
  const cuts = [...new Set([from, ...changes.filter(at => at > from && at < until)])].toSorted((a, b) => a - b)
  return cuts.map((at, index) => ({
    from: at,
    until: cuts[index + 1] ?? until,
    seats: seatsAt(accredited, at, constituency => constituency === 'NGO'),
    minimum: minimumAt(minimums, at),
  }))
}

function seatsAt(accredited: readonly Accredited[], at: Instant, counts: (of: Constituency) => boolean): number {
  const held = accredited.filter(
    one => counts(one.constituency) && one.from <= at && (one.until === null || one.until > at),
  )
  return new Set(held.map(one => one.seatId)).size
}

function minimumAt(minimums: readonly MinimumFrom[], at: Instant): number {
  const inOrder = minimums.toSorted((a, b) => a.from - b.from)
  return (inOrder.findLast(one => one.from <= at) ?? inOrder[0])?.minimum ?? 0
}

/** What follows without a gap under one minimum is one shortfall. */
function joined(short: readonly Shortfall[]): readonly Shortfall[] {
  const found: Shortfall[] = []
  for (const step of short) {
    const last = found.at(-1)
    if (last?.until === step.from && last.minimum === step.minimum)
      found[found.length - 1] = { ...last, until: step.until, seats: Math.min(last.seats, step.seats) }
    else found.push(step)
  }
  return found
}

function daysIn(spans: readonly Span[]): number {
  const days = new Set<number>()
  for (const { from, until } of spans) {
    for (let day = Math.floor(from / dayMs); day * dayMs < until; day++) days.add(day)
  }
  return days.size
}
