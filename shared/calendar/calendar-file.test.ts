/** Files are read back by ical.js, a parser that is none of ours and goes by the time zones in the file. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '#shared/core'
import { calendarFile, type CalendarEntry } from './index.ts'

const entry: CalendarEntry = {
  uid: 'plenary-meeting-1',
  sequence: 0,
  createdAt: Date.UTC(2026, 8, 1),
  changedAt: Date.UTC(2026, 8, 2),
  status: 'CONFIRMED',
  startsAt: Date.UTC(2026, 9, 20, 12, 30),
  endsAt: Date.UTC(2026, 9, 20, 15),
  timeZone: 'Europe/Skopje',
  summary: 'National Working Group',
  description: '1. Opening\n2. Adoption of C.3.1',
  location: 'Government building, room 2',
  url: 'https://plan.example.org/meetings/1',
  organiser: { name: 'National Working Group', url: 'https://plan.example.org/groups/1' },
}

function parse(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text))
}

/** What a calendar program would show, time zones taken from the file alone. */
function read(text: string) {
  const calendar = parse(text)
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
      zone: event.startDate.zone?.tzid,
      clock: event.startDate.toString(),
      summary: event.summary,
      description: event.description,
      location: event.location,
      changedAt: (component.getFirstPropertyValue('last-modified') as ICAL.Time).toJSDate().getTime(),
    }
  })
}

const one = (changes: Partial<CalendarEntry> = {}) =>
  read(calendarFile({ name: null, entries: [{ ...entry, ...changes }] }))

describe('times', () => {
  test.each([
    ['summer time in Skopje', 'Europe/Skopje', Date.UTC(2026, 9, 20, 12, 30), '2026-10-20T14:30:00'],
    ['winter time in Skopje', 'Europe/Skopje', Date.UTC(2026, 9, 27, 13, 30), '2026-10-27T14:30:00'],
    ['the last minute that clocks show once', 'Europe/Skopje', Date.UTC(2026, 9, 24, 23, 59), '2026-10-25T01:59:00'],
    ['the first minute of summer time', 'Europe/Skopje', Date.UTC(2027, 2, 28, 1), '2027-03-28T03:00:00'],
    ['the minute before it', 'Europe/Skopje', Date.UTC(2027, 2, 28, 0, 59), '2027-03-28T01:59:00'],
    ['summer in the south', 'America/Santiago', Date.UTC(2026, 11, 1, 12), '2026-12-01T09:00:00'],
    ['half an hour of difference', 'Asia/Kolkata', Date.UTC(2026, 9, 20, 4), '2026-10-20T09:30:00'],
    ['a zone that changed by decree', 'Asia/Almaty', Date.UTC(2024, 2, 5, 4), '2024-03-05T09:00:00'],
    ['a zone at UTC', 'UTC', Date.UTC(2026, 9, 20, 9), '2026-10-20T09:00:00'],
  ])('[M1] a meeting in %s is at its moment', (_name, timeZone, startsAt, clock) => {
    const [event] = one({ timeZone, startsAt, endsAt: startsAt + hourMs })
    expect(event).toMatchObject({ zone: timeZone, startsAt, endsAt: startsAt + hourMs, clock })
  })

  test('[M1] in the hour that is repeated when clocks go back, both times are told in UTC', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30)
    const second = first + hourMs
    expect(one({ startsAt: first, endsAt: second })).toMatchObject([{ startsAt: first, endsAt: second, zone: 'UTC' }])
    expect(one({ startsAt: second, endsAt: second + hourMs })).toMatchObject([{ startsAt: second, zone: 'UTC' }])
  })

  test('[M1] any moment in any zone is read as that moment', () => {
    const zones = [
      'Europe/Skopje',
      'Africa/Casablanca',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Tehran',
      'Pacific/Apia',
    ]
    const moment = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2040, 0) }).map(at => at - (at % minuteMs))
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moment,
        fc.integer({ min: 1, max: 3 * 24 * 60 }),
        (timeZone, startsAt, minutes) => {
          const endsAt = startsAt + minutes * minuteMs
          expect(one({ timeZone, startsAt, endsAt })).toMatchObject([{ startsAt, endsAt }])
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  test('[M1] a calendar over two years of several zones names each zone once, and every entry is at its moment', () => {
    const entries = Array.from({ length: 30 }, (_, index) => ({
      ...entry,
      uid: `plenary-meeting-${index}`,
      timeZone: index % 2 === 0 ? 'Europe/Skopje' : 'America/Santiago',
      startsAt: entry.startsAt + index * 25 * dayMs,
      endsAt: entry.endsAt + index * 25 * dayMs,
    }))
    const text = calendarFile({ name: 'Meetings', entries })
    expect(parse(text).getAllSubcomponents('vtimezone')).toHaveLength(2)
    expect(read(text).map(event => event.startsAt)).toEqual(entries.map(one => one.startsAt))
  })
})

/** As RFC 5546, 2.1.5 has it: of two entries with one UID the later is the one with the higher SEQUENCE. */
function imported(...files: readonly string[]) {
  const kept = new Map<string, ReturnType<typeof read>[number]>()
  for (const event of files.flatMap(read)) {
    const known = kept.get(event.uid)
    if (!known || event.sequence >= known.sequence) kept.set(event.uid, event)
  }
  return [...kept.values()]
}

describe('changes', () => {
  const file = (changes: Partial<CalendarEntry>) => calendarFile({ name: null, entries: [{ ...entry, ...changes }] })
  const moved = {
    sequence: 1,
    startsAt: entry.startsAt + 7 * dayMs + hourMs,
    endsAt: entry.endsAt + 7 * dayMs + hourMs,
  }

  test('[M1] a meeting put off past the change of clocks takes the place of the one before', () => {
    expect(imported(file({}), file(moved))).toMatchObject([{ ...moved, clock: '2026-10-27T14:30:00' }])
    expect(imported(file(moved), file({}))).toMatchObject([moved])
  })

  test('[M1] a cancellation takes the place of the meeting, and keeps nobody busy', () => {
    const cancelled = file({ sequence: 2, status: 'CANCELLED' })
    expect(imported(file(moved), cancelled)).toMatchObject([{ status: 'CANCELLED', sequence: 2 }])
    expect(parse(cancelled).getFirstSubcomponent('vevent')?.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test('[M1] a postponed meeting stays, and is not certain', () => {
    expect(imported(file({}), file({ sequence: 1, status: 'TENTATIVE' }))).toMatchObject([{ status: 'TENTATIVE' }])
  })
})

describe('the file', () => {
  test('[M1] says what RFC 5545 and 5546 ask of a published calendar', () => {
    const calendar = parse(calendarFile({ name: 'Meetings', entries: [entry] }))
    const event = calendar.getFirstSubcomponent('vevent')
    const value = (name: string) => String(event?.getFirstPropertyValue(name))
    expect(String(calendar.getFirstPropertyValue('method'))).toBe('PUBLISH')
    expect(String(calendar.getFirstPropertyValue('version'))).toBe('2.0')
    expect(event?.getFirstProperty('organizer')?.getParameter('cn')).toBe('National Working Group')
    expect(event?.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Skopje')
    expect([value('dtstamp'), value('last-modified')]).toEqual(['2026-09-02T00:00:00Z', '2026-09-02T00:00:00Z'])
    expect(event?.getAllProperties('attendee')).toEqual([])
    expect(event?.getAllSubcomponents('valarm')).toEqual([])
  })

  test('[M1] is never without a component, also where there is no meeting', () => {
    expect(parse(calendarFile({ name: 'Meetings', entries: [] })).getAllSubcomponents()).toHaveLength(1)
  })

  const hard = fc.string({
    unit: fc.constantFrom(
      '\n',
      '\r\n',
      ',',
      ';',
      '\\',
      '"',
      ':',
      ' ',
      '\u{1f469}\u200d\u2696\ufe0f',
      'é',
      'ш',
      '漢',
      '\u202e',
      '\t',
      'a',
      'BEGIN:VEVENT',
      '\\n',
    ),
    maxLength: 120,
  })

  test('[M1] any title, agenda and place come out as they went in', () => {
    fc.assert(
      fc.property(hard, hard, hard, (summary, description, location) => {
        const whole = (text: string) => text.replaceAll('\r\n', '\n')
        const [event, ...others] = one({ summary, description, location: `x${location}` })
        expect(others).toEqual([])
        expect(event).toMatchObject({
          summary: whole(summary),
          description: whole(description),
          location: `x${whole(location)}`,
        })
      }),
      { numRuns: 120 },
    )
  })

  test('[M1] no text adds a line of its own, and no line is longer than 75 octets or breaks a character', () => {
    fc.assert(
      fc.property(hard, fc.string({ unit: 'binary', maxLength: 200 }), (name, summary) => {
        const text = calendarFile({ name, entries: [{ ...entry, summary, organiser: { ...entry.organiser, name } }] })
        const lines = text.split('\r\n')
        expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)|(?![\t\r\n])\p{Cc}/u)
        expect(lines.every(line => Buffer.byteLength(line) <= 75 && !/\p{Surrogate}/u.test(line))).toBe(true)
        expect(lines.filter(line => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
      }),
      { numRuns: 120 },
    )
  })
})

describe('times that lie far apart', () => {
  const far = (startsAt: number, endsAt = startsAt + hourMs) => ({ ...entry, startsAt, endsAt })

  test('[M1] are read right, and the file tells of the clocks around them alone', () => {
    const summer = far(Date.UTC(2026, 6, 1, 12))
    const winter = far(Date.UTC(2430, 0, 10, 12))
    const text = calendarFile({ name: null, entries: [winter, summer] })
    expect(read(text).map(one => one.startsAt)).toEqual([winter.startsAt, summer.startsAt])
    expect(text.split('TZOFFSETTO').length - 1).toBeLessThan(5)
  })

  test.each([
    [0, 8_640_000_000_000_000],
    [8_639_999_999_000_000, 8_640_000_000_000_000],
    [Date.UTC(9999, 11, 31), Date.UTC(10_050, 0, 1)],
  ])('[M1] a stored meeting from %i to %i is told, the end as the last that can be', (startsAt, endsAt) => {
    const before = performance.now()
    const text = calendarFile({ name: null, entries: [far(startsAt, endsAt)] })
    expect(performance.now() - before).toBeLessThan(500)
    expect(text).toContain('DTEND;TZID=Europe/Skopje:99991201T010000')
  })
})
