import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, minuteMs, type MeetingId, type SeatId } from '#shared/core'
import type { Constituency } from '#shared/group'
import { defaultMeetingSettings } from '../settings.ts'
import { attendanceIn, meetingYears, overdueSince, type HeldMeeting } from './figures.ts'

const start = Date.UTC(2026, 10, 23, 9)
const seat = (name: string) => asId<SeatId>(name)

/** Two hours with a ministry, two NGOs and an observer; stays are `seat from–to` in minutes after the beginning. */
function meeting(stays: readonly string[], part: Partial<HeldMeeting> = {}): HeldMeeting {
  const seats: readonly (readonly [string, Constituency])[] = [
    ['ministry', 'STATE'],
    ['shelter', 'NGO'],
    ['hotline', 'NGO'],
    ['fund', 'OBSERVER'],
  ]
  return {
    id: asId<MeetingId>('m'),
    timeZone: 'UTC',
    startedAt: start,
    endedAt: start + 2 * hourMs,
    pauses: [],
    seats: seats.map(([name, constituency]) => ({ seatId: seat(name), constituency })),
    stays: stays.map(text => {
      const [name = '', span = ''] = text.split(' ')
      const [from = '', to = ''] = span.split('–')
      return {
        seatId: seat(name),
        arrivedAt: start + Number(from) * minuteMs,
        departedAt: to === '' ? null : start + Number(to) * minuteMs,
      }
    }),
    ...part,
  }
}

describe('attendance', () => {
  test.each([
    { stays: [], present: 0, minutes: 0 },
    { stays: ['shelter 0–120', 'hotline 0–'], present: 2, minutes: 240 },
    { stays: ['shelter 30–60'], present: 1, minutes: 30 },
    // Head and alternate for one seat, both there for half an hour.
    { stays: ['shelter 0–60', 'shelter 30–90'], present: 1, minutes: 90 },
    // Early in the room, and still there after the end.
    { stays: ['shelter -30–150'], present: 1, minutes: 120 },
    // There before it began, and gone.
    { stays: ['shelter -30–-10'], present: 0, minutes: 0 },
    { stays: ['shelter 0–20', 'shelter 100–120'], present: 1, minutes: 40 },
    { stays: ['ministry 0–120'], present: 0, minutes: 0 },
  ])('[G12] of two NGO seats with $stays, $present came, for $minutes minutes', ({ stays, present, minutes }) => {
    expect(attendanceIn([meeting(stays)]).NGO).toEqual({
      invited: 2,
      present,
      invitedSeconds: 2 * 120 * 60,
      presentSeconds: minutes * 60,
    })
  })

  test.each([
    { pause: [30, 60], minutes: 90 },
    { pause: [90, null], minutes: 90 },
    { pause: [0, 120], minutes: 0 },
  ] as const)('[M3] [G12] of a suspension from minute $pause no time is counted', ({ pause: [from, to], minutes }) => {
    const pauses = [{ at: start + from * minuteMs, resumedAt: to === null ? null : start + to * minuteMs }]
    const { STATE } = attendanceIn([meeting(['ministry 0–120'], { pauses })])
    expect(STATE).toMatchObject({ invitedSeconds: minutes * 60, presentSeconds: minutes * 60 })
  })

  test('[G12] nobody is there longer than the session, more often than invited, or by the order of stays', () => {
    const stay = fc
      .tuple(fc.constantFrom('ministry', 'shelter', 'hotline', 'fund'), fc.nat(200), fc.nat(200))
      .map(([name, from, length]) => `${name} ${from - 40}–${from - 40 + length}`)
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), stays => {
        const found = attendanceIn([meeting(stays)])
        for (const { invited, present, invitedSeconds, presentSeconds } of Object.values(found)) {
          expect(present).toBeLessThanOrEqual(invited)
          expect(presentSeconds).toBeLessThanOrEqual(invitedSeconds)
          expect(presentSeconds > 0).toBe(present > 0)
        }
        expect(attendanceIn([meeting(stays.toReversed())])).toEqual(found)
      }),
    )
  })
})

describe('years', () => {
  test('[G12] meetings are counted by the year in which they began where they met', () => {
    const eve = Date.UTC(2026, 11, 31, 23, 30)
    const at = (startedAt: number, timeZone: string) =>
      meeting([], { startedAt, endedAt: startedAt + hourMs, timeZone })
    const years = meetingYears([at(eve, 'UTC'), at(eve, 'Europe/Belgrade'), at(start, 'UTC')])
    expect(years.map(({ year, held }) => [year, held])).toEqual([
      [2027, 1],
      [2026, 2],
    ])
  })
})

describe('cadence', () => {
  test.each([
    { kind: 'nwg', days: 90 },
    { kind: 'twg', days: 60 },
  ] as const)('[M7] a group of kind $kind meets within $days days', ({ kind, days }) => {
    expect(defaultMeetingSettings(kind).cadenceMs).toBe(days * dayMs)
  })

  test.each([
    { lastMet: 0, now: 90, overdue: null },
    { lastMet: 0, now: 91, overdue: 90 },
    { lastMet: 50, now: 100, overdue: null },
    // Never met: from its creation on day 10.
    { lastMet: null, now: 100, overdue: null },
    { lastMet: null, now: 101, overdue: 100 },
  ])('[M7] last met on day $lastMet, on day $now it is overdue since $overdue', ({ lastMet, now, overdue }) => {
    const days = (count: number) => count * dayMs
    const since = overdueSince(lastMet === null ? null : days(lastMet), days(10), days(90), days(now))
    expect(since).toBe(overdue === null ? null : days(overdue))
  })
})
