import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, type SeatId } from '#shared/core'
import { seatsOver, unsuspended, type Accredited } from './seats.ts'
import { yearSpan, yearsSince } from './year.ts'

const start = Date.UTC(2026, 0, 1)
const year = { from: start, until: Date.UTC(2027, 0, 1) }
const day = (number: number) => start + number * dayMs

/** `shelter 0–30` in days of the year, `hotline -5–` since before and until now. */
function held(text: string): Accredited {
  const [name = '', span = ''] = text.split(' ')
  const [from = '', until = ''] = span.split('–')
  const constituency = name.startsWith('ministry') ? 'STATE' : name.startsWith('fund') ? 'OBSERVER' : 'NGO'
  return {
    seatId: asId<SeatId>(name),
    constituency,
    from: day(Number(from)),
    until: until === '' ? null : day(Number(until)),
  }
}
const over = (accredited: readonly string[], minimum = 2) =>
  seatsOver(accredited.map(held), [{ from: 0, minimum }], year)

describe('NGO seats over a year', () => {
  test.each([
    { seats: [], ngo: 0, least: 0, most: 0, shortDays: 365 },
    { seats: ['shelter -5–', 'hotline -5–'], ngo: 2, least: 2, most: 2, shortDays: 0 },
    { seats: ['shelter -5–', 'hotline 10–'], ngo: 2, least: 1, most: 2, shortDays: 10 },
    { seats: ['shelter -5–', 'hotline -5–100'], ngo: 1, least: 1, most: 2, shortDays: 265 },
    // Handed over at the same moment: never short.
    { seats: ['shelter -5–', 'hotline -5–100', 'legal 100–'], ngo: 2, least: 2, most: 2, shortDays: 0 },
    // Head and alternate of one seat are one seat.
    { seats: ['shelter -5–', 'shelter 3–'], ngo: 1, least: 1, most: 1, shortDays: 365 },
    { seats: ['ministry -5–', 'fund -5–', 'shelter -5–'], ngo: 1, least: 1, most: 1, shortDays: 365 },
    // Of a year that is over, what came later says nothing.
    { seats: ['shelter -5–', 'hotline 400–'], ngo: 1, least: 1, most: 1, shortDays: 365 },
  ])('[G7] [G12] with $seats of two needed: $ngo at the end, short on $shortDays days', ({ seats, ...expected }) => {
    expect(over(seats)).toMatchObject(expected)
  })

  test('[G7] each time in which the minimum did not hold is told from when to when', () => {
    expect(over(['shelter -5–', 'hotline -5–10', 'hotline 12–50', 'legal 51–']).shortfalls).toEqual([
      { from: day(10), until: day(12), seats: 1, minimum: 2 },
      { from: day(50), until: day(51), seats: 1, minimum: 2 },
    ])
  })

  test('[G7] [G10] the minimum is that of the rules in force at each moment', () => {
    const minimums = [
      { from: day(-9), minimum: 1 },
      { from: day(100), minimum: 3 },
      { from: day(110), minimum: 1 },
    ]
    expect(seatsOver([held('shelter -5–')], minimums, year)).toMatchObject({
      minimum: 1,
      shortfalls: [{ from: day(100), until: day(110), seats: 1, minimum: 3 }],
      shortDays: 10,
    })
  })

  test('[G7] a day on which it fell short for an hour is a day on which it fell short', () => {
    const { from } = year
    const seats = [held('shelter -5–'), { ...held('hotline -5–'), until: from + hourMs }]
    expect(
      seatsOver([...seats, { ...held('legal -5–'), from: from + 2 * hourMs }], [{ from, minimum: 2 }], year),
    ).toMatchObject({ shortDays: 1 })
  })

  test.each([
    { suspended: [[10, 20]], left: ['0–10', '20–100'] },
    { suspended: [[10, null]], left: ['0–10'] },
    { suspended: [[-5, 20]], left: ['20–100'] },
    { suspended: [[-5, null]], left: [] },
    { suspended: [[90, 120]], left: ['0–90'] },
    {
      suspended: [
        [10, 20],
        [30, 40],
      ],
      left: ['0–10', '20–30', '40–100'],
    },
    { suspended: [[200, 220]], left: ['0–100'] },
  ] as const)('[G7] accredited from day 0 to 100 and suspended $suspended: speaks for the seat $left', one => {
    const suspensions = one.suspended.map(([from, until]) => ({
      from: day(from),
      until: until === null ? null : day(until),
    }))
    expect(unsuspended(held('shelter 0–100'), suspensions)).toEqual(one.left.map(span => held(`shelter ${span}`)))
  })

  test('[G12] the NGO share is of voting seats: observers are in neither', () => {
    expect(over(['ministry1 -5–', 'ministry2 -5–', 'fund -5–', 'shelter -5–'])).toMatchObject({ ngo: 1, voting: 3 })
  })

  test('[G7] laws: least ≤ end ≤ most; shortfalls in order, apart, within the year; none exactly when the minimum held', () => {
    const seat = fc
      .tuple(
        fc.constantFrom('shelter', 'hotline', 'legal', 'ministry'),
        fc.integer({ min: -20, max: 380 }),
        fc.nat(300),
      )
      .map(([name, from, length]) => `${name} ${from}–${from + length}`)
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 10 }), fc.nat(3), (seats, minimum) => {
        const found = over(seats, minimum)
        expect(found.least).toBeLessThanOrEqual(found.ngo)
        expect(found.ngo).toBeLessThanOrEqual(found.most)
        expect(found.ngo).toBeLessThanOrEqual(found.voting)
        expect(found.shortfalls.length === 0).toBe(found.least >= minimum)
        let before = year.from
        for (const [index, { from, until, seats: held }] of found.shortfalls.entries()) {
          expect(index === 0 ? from >= before : from > before).toBe(true)
          expect(until > from && until <= year.until && held < minimum).toBe(true)
          before = until
        }
        expect(over(seats.toReversed(), minimum)).toEqual(found)
      }),
    )
  })
})

describe('years', () => {
  test('[G12] a year goes as far as it has gone by, and one that has not begun has no figures', () => {
    expect(yearSpan(2026, day(40))).toEqual({ from: start, until: day(40) })
    expect(yearSpan(2026, day(400))).toEqual(year)
    expect(yearSpan(2027, day(40))).toBeNull()
  })

  test('[G12] there are figures from the year of the first group to this one', () => {
    expect(yearsSince(Date.UTC(2024, 11, 31), day(3))).toEqual([2026, 2025, 2024])
    expect(yearsSince(day(3), day(3))).toEqual([2026])
  })
})
