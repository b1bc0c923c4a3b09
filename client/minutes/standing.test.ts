import { describe, expect, test } from 'vitest'
import { asId, dayMs, type SeatId } from '#shared/core'
import { minutesStates } from '#shared/minutes'
import { english, makeTranslate } from '../i18n/messages.ts'
import type { MinutesAnswer } from '../api/minutes.ts'
import { correctionsOf, standingOf, stepsDone } from './standing.ts'

const t = makeTranslate(() => english)
const when = (instant: number): string => `day ${instant / dayMs}`

type Facts = Parameters<typeof standingOf>[0]
type Correction = MinutesAnswer['corrections'][number]

const version = { number: 1, circulatedAt: 10 * dayMs, correctionsUntil: 17 * dayMs } as Facts['version']
const proposed = (state: Correction['state'], to = 1): Correction => ({ state, version: to }) as Correction
const facts = (more: Partial<Facts>): Facts => ({
  state: 'live',
  serverNow: 12 * dayMs,
  circulateUntil: null,
  version: null,
  corrections: [],
  correctionSeats: [],
  mayDispose: false,
  mayCirculate: false,
  mayWrite: false,
  seal: null,
  group: { name: 'the group' } as Facts['group'],
  ...more,
})
const seat: Facts['correctionSeats'] = [
  { seatId: asId<SeatId>('seat'), label: 'Seat', organisationName: null, constituency: 'NGO' },
]
const said = (more: Partial<Facts>): string => {
  const { now, next } = standingOf(facts(more), t, when)
  return [now, ...next].join(' ')
}

describe('[M5] where minutes stand, in words for each reader', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['before the session', { state: null }, 'has not begun'],
    ['a minute taker in the session', { mayWrite: true }, 'You write'],
    ['a reader in the session', {}, 'you see their words'],
    ['after it, in time', { circulateUntil: 13 * dayMs, mayCirculate: true }, 'to be circulated by day 13'],
    ['after it, too late', { circulateUntil: 11 * dayMs }, 'by day 11, and are late'],
    ['circulated, nothing proposed', { state: 'circulated', version }, 'corrections until day 17. No correction'],
    [
      'circulated, the Secretariat',
      { state: 'circulated', version, mayDispose: true, corrections: [proposed('proposed'), proposed('refused')] },
      '2 proposed, 1 not decided. Accept or refuse each',
    ],
    ['circulated, a seat', { state: 'circulated', version, correctionSeats: seat }, 'Select the words'],
    [
      'circulated, all decided',
      { state: 'circulated', version, mayDispose: true, corrections: [proposed('accepted')] },
      '1 proposed, all decided. Take the minutes up again',
    ],
    ['circulated, time over', { state: 'circulated', version, serverNow: 18 * dayMs }, 'ended on day 17'],
    [
      'being corrected',
      { state: 'corrections', version, corrections: [proposed('accepted')], mayCirculate: true },
      '1 accepted correction is to be written in. When they are in, circulate',
    ],
    ['before the group', { state: 'beforeBody', version }, 'Version 1 is the first item of the next meeting'],
    [
      'sealed',
      { state: 'sealed', version, seal: { number: 4, sealedAt: 30 * dayMs } as Facts['seal'] },
      'Sealed as no. 4 of the group on day 30.',
    ],
  ])('%s', (_reader, more, words) => expect(said(more)).toContain(words))
})

test('[M5] corrections accepted to an earlier version are written in already', () => {
  const corrections = [proposed('accepted', 1), proposed('accepted', 2), proposed('proposed', 2)]
  const latest = { number: 2 } as Facts['version']
  expect(correctionsOf({ corrections, version: latest })).toEqual({ proposed: 2, undecided: 1, toWrite: 1 })
})

test('[M5] the course never goes back but from the group to corrections', () => {
  expect(minutesStates.map(stepsDone)).toEqual([0, 1, 1, 2, 2, 4])
})
