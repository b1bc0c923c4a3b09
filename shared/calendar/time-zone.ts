/**
 * Time zones as calendar files carry them. A program that reads the file goes by the rules in it, so they are written out
 * as the clocks change in the years that matter (RFC 5545, 3.6.5): from the same table of zones by which the workspace
 * itself reckons, and right also where a country changes its rules by decree.
 */
import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '#shared/core'
import { contentLine } from './content-line.ts'

/** The last day whose times a calendar file can tell: its years have four digits (RFC 5545, 3.3.4). */
export const latestTold: Instant = Date.UTC(9999, 11, 1)

/** Times further apart than this are told of by themselves, without the years in between. */
const gapMs = 366 * dayMs

/** Clocks that change and change back within a week would be missed; none ever did. */
const stepMs = 7 * dayMs

/** Milliseconds by which the clocks of a zone are ahead of UTC at a moment. */
export function offsetAt(timeZone: string, at: Instant): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  return shown - Math.floor(at / secondMs) * secondMs
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

interface Change {
  readonly at: Instant
  readonly from: number
  readonly to: number
}

/** Moments at which the clocks change, in order. */
function changesBetween(timeZone: string, from: Instant, until: Instant): readonly Change[] {
  const changes: Change[] = []
  let before = offsetAt(timeZone, from)
  for (let at = from; at < until; at += stepMs) {
    const after = offsetAt(timeZone, at + stepMs)
    if (after !== before) {
      changes.push({ at: momentOfChange(timeZone, at, at + stepMs, before), from: before, to: after })
      before = after
    }
  }
  return changes
}

/** The first second with another offset; between the two moments there is one change. */
function momentOfChange(timeZone: string, from: Instant, until: Instant, before: number): Instant {
  let low = Math.floor(from / secondMs)
  let high = Math.ceil(until / secondMs)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, middle * secondMs) === before) low = middle
    else high = middle
  }
  return high * secondMs
}

/** The times in which these moments lie, in order; a gap of years costs nothing to step over. */
function stretchesOf(moments: readonly Instant[]): readonly { readonly from: Instant; readonly until: Instant }[] {
  const stretches: { from: Instant; until: Instant }[] = []
  for (const at of moments.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last && at - last.until <= gapMs) last.until = at
    else stretches.push({ from: at, until: at })
  }
  return stretches
}

/**
 * The component that says how to read times of this zone around these moments: how the clocks stand before the first of
 * those that lie close together, and how they change up to the last.
 *
 * @param timeZone IANA name, known to this machine
 * @param moments at least one, none after `latestTold`
 */
export function timeZoneLines(timeZone: string, moments: readonly Instant[]): readonly string[] {
  const changes = stretchesOf(moments).flatMap(({ from, until }) => {
    const start = from - stepMs
    const first = offsetAt(timeZone, start)
    return [{ at: start, from: first, to: first }, ...changesBetween(timeZone, start, until + stepMs)]
  })
  const least = Math.min(...changes.map(change => change.to))
  const observed = (change: Change): readonly string[] => {
    // Names alone: whoever reads goes by the offsets. Where a zone never changes, its time is the standard.
    const kind = change.to > least ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${kind}`,
      contentLine('DTSTART', clockText(change.at + change.from)),
      contentLine('TZOFFSETFROM', offsetText(change.from)),
      contentLine('TZOFFSETTO', offsetText(change.to)),
      `END:${kind}`,
    ]
  }
  return ['BEGIN:VTIMEZONE', contentLine('TZID', timeZone), ...changes.flatMap(observed), 'END:VTIMEZONE']
}

/**
 * A moment as the clocks of the zone show it, or null where they show the same twice: an hour that is repeated when the
 * clocks are put back is read as the first by RFC 5545 and as the second by some programs, so it is told in UTC.
 */
export function localTime(timeZone: string, at: Instant): string | null {
  const offset = offsetAt(timeZone, at)
  const shown = at + offset
  const nearby = [at - dayMs / 2, at + dayMs / 2].map(moment => offsetAt(timeZone, moment))
  const twice = nearby.some(other => other !== offset && offsetAt(timeZone, shown - other) === other)
  return twice ? null : clockText(shown)
}

/** `20261123T083000Z` */
export function utcTime(at: Instant): string {
  return `${clockText(at)}Z`
}

/** What a clock shows, given as if it showed UTC: `20261123T093000`. */
function clockText(shown: number): string {
  return new Date(shown).toISOString().replace(/[-:]|\.\d+Z$/g, '')
}

/** `+0100` */
function offsetText(offset: number): string {
  const size = Math.abs(offset)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const seconds = (size % minuteMs) / secondMs
  const text = `${two(size / hourMs)}${two((size % hourMs) / minuteMs)}${seconds === 0 ? '' : two(seconds)}`
  return `${offset < 0 ? '-' : '+'}${text}`
}
