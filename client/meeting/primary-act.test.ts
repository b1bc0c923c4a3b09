import { expect, test } from 'vitest'
import { primaryAct } from './primary-act.ts'

const startsAt = Date.UTC(2026, 11, 1, 9)
const earlier = startsAt - 3 * 86_400_000

test.each([
  ['draft', earlier, true, 'convene'],
  ['draft', earlier, false, null],
  ['convened', earlier, true, null],
  // Midnight in Tirana is 23:00 UTC the day before.
  ['convened', Date.UTC(2026, 10, 30, 22, 59), false, null],
  ['convened', Date.UTC(2026, 10, 30, 23, 0), false, 'enter'],
  ['convened', startsAt + 86_400_000, false, 'enter'],
  ['inSession', startsAt, false, 'enter'],
  ['suspended', startsAt, false, 'enter'],
  ['adjourned', startsAt, true, 'minutes'],
  ['recorded', startsAt, false, 'minutes'],
  ['cancelled', startsAt, true, null],
] as const)('[M1] of a meeting that is %s at %i, who may convene: %s: %s', (state, serverNow, mayConvene, act) => {
  expect(primaryAct({ floor: { state, startsAt, timeZone: 'Europe/Tirane', serverNow }, mine: { mayConvene } })).toBe(
    act,
  )
})
