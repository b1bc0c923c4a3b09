import { expect, test } from 'vitest'
import { asId, minuteMs } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'
import { isAsConvened, openingOf } from './opening.ts'

const startsAt = 100 * minuteMs
const group = { id: asId<FloorAnswer['group']['id']>('g'), code: 'nwg', name: 'NWG', kind: 'nwg' } as const
const quorum = (quorate: boolean) => [
  { group, seats: 20, present: 5, needed: 11, ngoSeats: 4, ngoPresent: 1, ngoNeeded: 2, quorate },
]

test.each([
  { at: startsAt - minuteMs, quorate: true, isEarly: true, short: 0, asks: true },
  { at: startsAt - minuteMs + 1, quorate: true, isEarly: false, short: 0, asks: false },
  { at: startsAt + minuteMs, quorate: false, isEarly: false, short: 1, asks: true },
  { at: startsAt - 30 * minuteMs, quorate: false, isEarly: true, short: 1, asks: true },
])('[M3] [V6] opened at $at, quorate: $quorate, it asks: $asks', ({ at, quorate, isEarly, short, asks }) => {
  const opening = openingOf({ startsAt, quorum: quorum(quorate) }, at)
  expect(opening.isEarly).toBe(isEarly)
  expect(opening.inquorate).toHaveLength(short)
  expect(!isAsConvened(opening)).toBe(asks)
})

test('[V6] a meeting in which no seats vote lacks none', () => {
  expect(isAsConvened(openingOf({ startsAt, quorum: [] }, startsAt))).toBe(true)
})
