import { expect, test } from 'vitest'
import { clock, itemPace, paceOf, speechMs, spokenBy, usedMs } from './times.ts'

const minute = 60_000

test.each([
  [0, null, 10 * minute, 0],
  [4 * minute, null, 10 * minute, 4 * minute],
  [4 * minute, 8 * minute, 10 * minute, 6 * minute],
  // An answer that was worked out a moment before the item was opened takes nothing away.
  [4 * minute, 11 * minute, 10 * minute, 4 * minute],
])('[M2] an item with %i ms used, open since %s, has used at %i: %i ms', (used, openedAt, now, spent) => {
  expect(usedMs({ usedMs: used, openedAt }, now)).toBe(spent)
})

test.each([
  [0, 10, 'within'],
  [9 * minute - 1, 10, 'within'],
  [9 * minute, 10, 'soon'],
  [10 * minute, 10, 'soon'],
  [10 * minute + 1, 10, 'over'],
  [300 * minute, 0, 'within'],
] as const)('[M2] %i ms of %i planned minutes is %s', (used, plannedMinutes, pace) => {
  expect(itemPace({ usedMs: used, openedAt: null, plannedMinutes }, 0)).toBe(pace)
})

test('[M4] a speech without a limit is never over it', () => {
  expect(paceOf(90 * minute, null)).toBe('within')
})

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [59_999, '0:59'],
  [247_000, '4:07'],
  [3_847_000, '1:04:07'],
  [-5, '0:00'],
])('%i ms reads %s', (ms, text) => {
  expect(clock(ms)).toBe(text)
})

test.each([
  [null, null, 0],
  [1_000, null, 4_000],
  [1_000, 3_000, 2_000],
])('[M4] a speech from %s to %s took at 5000: %i ms', (startedAt, endedAt, took) => {
  expect(speechMs({ startedAt, endedAt }, 5_000)).toBe(took)
})

test('[M4] the speech that runs counts for its constituency, one by office for none', () => {
  const spokenMs = { STATE: 10, NGO: 20, PARTNER: 0, OBSERVER: 0 }
  const speaking = { state: 'speaking', startedAt: 1_000, endedAt: null } as const
  const floor = [
    { ...speaking, constituency: 'NGO' },
    { ...speaking, constituency: null },
    { ...speaking, state: 'waiting', constituency: 'STATE', startedAt: null },
  ]
  expect(spokenBy({ spokenMs, floor } as never, 5_000)).toEqual({ ...spokenMs, NGO: 4_020 })
})
