import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantToText, minuteMs } from '#shared/core'
import { daysLater, instantIn, isTimeZone, localMinuteIn } from './zoned-time.ts'

const text = (at: number | null): string | null => (at === null ? null : instantToText(at).slice(0, 16))

describe('the instant that a local time means', () => {
  test.each([
    // Central Europe: forward on 29 March 2026 at 01:00 UTC, back on 25 October at 01:00 UTC.
    ['Europe/Tirane', '2026-03-28T14:30', '2026-03-28T13:30', 'the day before'],
    ['Europe/Tirane', '2026-03-29T01:59', '2026-03-29T00:59', 'the last minute before the gap'],
    ['Europe/Tirane', '2026-03-29T02:00', '2026-03-29T01:00', 'the first minute that is skipped'],
    ['Europe/Tirane', '2026-03-29T02:30', '2026-03-29T01:30', 'inside the gap: 03:30 on the clocks'],
    ['Europe/Tirane', '2026-03-29T03:00', '2026-03-29T01:00', 'the first minute after the gap'],
    ['Europe/Tirane', '2026-03-29T14:30', '2026-03-29T12:30', 'the same day, later'],
    ['Europe/Tirane', '2026-10-25T01:59', '2026-10-24T23:59', 'before the hour that comes twice'],
    ['Europe/Tirane', '2026-10-25T02:30', '2026-10-25T00:30', 'the first of two'],
    ['Europe/Tirane', '2026-10-25T03:00', '2026-10-25T02:00', 'after the hour that came twice'],
    // The east of America: forward on 8 March 2026 at 07:00 UTC, back on 1 November at 06:00 UTC.
    ['America/New_York', '2026-03-08T01:59', '2026-03-08T06:59', 'before the gap'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30', 'inside the gap'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00', 'after the gap'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30', 'the first of two'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00', 'after both'],
    // Half an hour, in the south: back on 5 April 2026, forward on 4 October.
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45', 'the first of two'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45', 'inside a gap of half an hour'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30', 'after it'],
    ['Asia/Kathmandu', '2026-06-01T09:00', '2026-06-01T03:15', 'a zone with a quarter of an hour'],
    ['UTC', '2026-03-29T02:30', '2026-03-29T02:30', 'a zone without change'],
  ])('[M7] %s %s is %s UTC: %s', (zone, local, utc) => {
    expect(text(instantIn(zone, local))).toBe(utc)
  })

  test.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01', 'soon', ''])(
    '[M7] %j is no time',
    local => {
      expect(instantIn('Europe/Tirane', local)).toBeNull()
    },
  )
})

test('[M7] what the clocks show at an instant means that instant again, but for the second of two equal hours', () => {
  const zones = ['Europe/Tirane', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / minuteMs, max: Date.UTC(2040, 0) / minuteMs })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const at = minute * minuteMs
      const again = instantIn(zone, localMinuteIn(zone, at))
      expect(again).not.toBeNull()
      expect([0, 30 * minuteMs, 60 * minuteMs]).toContain(at - (again ?? 0))
      expect(localMinuteIn(zone, again ?? 0)).toBe(localMinuteIn(zone, at))
    }),
  )
})

test.each([
  ['2026-03-15T14:30', 14, '2026-03-29T14:30'],
  ['2026-10-18T14:30', 7, '2026-10-25T14:30'],
  ['2026-12-30T09:00', 7, '2027-01-06T09:00'],
])('[M7] %s and %i days are %s', (local, days, later) => {
  expect(daysLater(local, days)).toBe(later)
})

test.each([
  ['Europe/Tirane', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Nowhere', false],
  ['+02:00', false],
  ['', false],
])('[M1] %j is a time zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is)
})

test.each([8_640_000_000_000_000, 8_639_999_999_999_999, Date.UTC(9999, 11, 31, 23), -8_640_000_000_000_000])(
  '[M1] the instant %i, which no year of four digits tells, is told as the nearest one that can be',
  at => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      expect(localMinuteIn(zone, at)).toMatch(/^(1000-01-0[23]|9999-12-(29|30))T/)
    }
  },
)
