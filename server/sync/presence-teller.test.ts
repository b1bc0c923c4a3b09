import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { secondMs } from '#shared/core'
import { openLoneRoom, type Guest } from '../../tests/support/sync-room.ts'
import { letTimeGo, pass, stopTime } from '../../tests/support/virtual-time.ts'
import { defaultSyncLimits, type SyncLimits } from './limits.ts'
import { createPresenceTeller } from './presence-teller.ts'

beforeEach(stopTime)
afterEach(letTimeGo)

function open(people: number, limits: Partial<SyncLimits> = {}) {
  const all = { ...defaultSyncLimits, ...limits }
  const { room, enter } = openLoneRoom({ limits })
  const changed = createPresenceTeller(all)
  const guests = Array.from({ length: people }, (_, at) => enter(`person-${at}`))
  let clock = 0
  return {
    guests,
    /** A cursor moves. */
    move(guest: Guest, said: unknown = clock) {
      const clientId = guests.indexOf(guest) + 1
      room.presence.take(guest.connection, [{ clientId, clock: ++clock, state: JSON.stringify({ cursor: said }) }])
      changed(room)
    },
  }
}

/** Presence frames that this one was sent. */
const told = ({ frames }: Guest): number => frames.filter(frame => frame.includes('cursor')).length

describe('who is where', () => {
  test('is told at once after a quiet while', async () => {
    const { guests, move } = open(2)
    const [ana, ben] = guests as [Guest, Guest]
    move(ana)
    await pass(1)
    expect([told(ana), told(ben)]).toEqual([0, 1])
  })

  test('is told at most ten times a second, and the last word is always told', async () => {
    const { guests, move } = open(2)
    const [ana, ben] = guests as [Guest, Guest]
    for (let at = 0; at < secondMs; at++) {
      move(ana, `at ${at}`)
      await pass(1)
    }
    await pass(200)
    expect(told(ben)).toBeGreaterThanOrEqual(9)
    expect(told(ben)).toBeLessThanOrEqual(11)
    expect(ben.frames.at(-1)?.includes('at 999')).toBe(true)
  })

  test('of many is told in one frame', async () => {
    const { guests, move } = open(20)
    for (const guest of guests.slice(1)) move(guest)
    await pass(1)
    expect(told(guests[0] as Guest)).toBe(1)
  })

  test('takes no more than its share of the network, and everybody has their turn', async () => {
    const people = 40
    const { guests, move } = open(people, { presenceBytesPerSecond: 200_000 })
    for (let at = 0; at < 2 * secondMs; at += 10) {
      for (const guest of guests) move(guest, 'x'.repeat(50))
      await pass(10)
    }
    const bytes = guests.flatMap(({ frames }) => frames).reduce((sum, frame) => sum + frame.length, 0)
    expect(bytes).toBeLessThan(2.5 * 200_000)
    const [first] = guests
    const heardOf = guests.slice(1).filter((_, at) => first?.frames.some(frame => frame.includes(`"person-${at + 1}"`)))
    expect(heardOf.length).toBe(people - 1)
  })

  test('is told twice a second where five hundred listen', async () => {
    const { guests, move } = open(500)
    const [ana, ben] = guests as [Guest, Guest]
    for (let at = 0; at < 2 * secondMs; at += 10) {
      move(ana)
      await pass(10)
    }
    expect(told(ben)).toBeLessThanOrEqual(5)
  })

  test('of somebody who left is told first', async () => {
    const { guests, move } = open(40, { presenceBytesPerSecond: 40_000 })
    const [ana, ben] = guests as [Guest, Guest]
    for (const guest of guests) move(guest, 'x'.repeat(500))
    await pass(10 * secondMs)
    for (const guest of guests.slice(1)) move(guest, 'y'.repeat(500))
    ana.connection.room.leave(ana.connection)
    await pass(150)
    expect(ben.frames.some(frame => frame.includes('null') && !frame.includes('cursor'))).toBe(true)
  })

  test('costs nothing while nobody moves', async () => {
    const { guests, move } = open(2)
    const [ana, ben] = guests as [Guest, Guest]
    move(ana)
    await pass(5 * secondMs)
    expect(told(ben)).toBe(1)
    move(ana)
    await pass(1)
    expect(told(ben)).toBe(2)
  })

  test('is refused to one whose state is none', async () => {
    const { guests, move } = open(2)
    const [ana, ben] = guests as [Guest, Guest]
    move(ana)
    move(ben)
    await pass(1)
    ana.connection.room.presence.take(ana.connection, [{ clientId: 1, clock: 99, state: '{' }])
    move(ben)
    await pass(200)
    expect([ana.codes, ben.codes]).toEqual([[4400], []])
  })
})
