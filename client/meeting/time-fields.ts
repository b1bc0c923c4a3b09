import { instantIn, isTimeZone } from '#shared/meeting'

/** What a pair of date fields holds, told in one time zone. */
export interface TimeFields {
  readonly startsAt: string
  readonly endsAt: string
  readonly timeZone: string
}

export type TimeFault = 'fill' | 'past' | 'endsFirst'

/** The instants that the fields mean, or what is wrong with which of them. */
export function readTimes(
  { startsAt, endsAt, timeZone }: TimeFields,
  now: number,
):
  | { readonly ok: true; readonly startsAt: number; readonly endsAt: number }
  | { readonly ok: false; readonly startsAt?: TimeFault; readonly endsAt?: TimeFault } {
  if (!isTimeZone(timeZone)) return { ok: false, startsAt: 'fill' }
  const from = instantIn(timeZone, startsAt)
  const to = instantIn(timeZone, endsAt)
  if (from === null) return { ok: false, startsAt: 'fill' }
  if (from <= now) return { ok: false, startsAt: 'past' }
  if (to === null) return { ok: false, endsAt: 'fill' }
  return to <= from ? { ok: false, endsAt: 'endsFirst' } : { ok: true, startsAt: from, endsAt: to }
}

/** The same length of time after another beginning: who moves the beginning means to move the end with it. */
export function movedEnd(before: TimeFields, startsAt: string): string {
  const was = Date.parse(`${before.startsAt}Z`)
  const ends = Date.parse(`${before.endsAt}Z`)
  const starts = Date.parse(`${startsAt}Z`)
  if ([was, ends, starts].some(Number.isNaN)) return before.endsAt
  return new Date(starts + (ends - was)).toISOString().slice(0, 16)
}

/** Zones that Intl knows, the one in use first where Intl leaves it out. */
export function knownZones(inUse: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(inUse) ? known : [inUse, ...known]
}
