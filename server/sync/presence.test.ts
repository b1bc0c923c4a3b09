import { asId, type PersonId } from '#shared/core'
import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import type { PresenceEntry } from './frames.ts'
import { PresenceList, type Attendee } from './presence.ts'

function attendee(person: string): Attendee {
  return {
    identity: { personId: asId<PersonId>(person), sessionHash: `of-${person}`, name: person, organisation: null },
  }
}

const entry = (clientId: number, clock: number, state: unknown = {}): PresenceEntry => ({
  clientId,
  clock,
  state: JSON.stringify(state),
})

function entriesOf(frame: Uint8Array | null | 'refused'): unknown {
  if (!(frame instanceof Uint8Array)) return frame
  const outer = decoding.createDecoder(frame)
  decoding.readVarUint(outer)
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }))
}

const limit = 4_096
const [ana, ben] = [attendee('ana'), attendee('ben')]
const anaAt = (clock: number): unknown => [
  { clientId: 7, clock, state: { user: { personId: 'ana', name: 'ana', organisation: null } } },
]

describe('whose number it is', () => {
  test.each<[string, Attendee, PresenceEntry, unknown]>([
    ['its holder moves', ana, entry(7, 3), anaAt(3)],
    ['its holder repeats itself', ana, entry(7, 2), null],
    ['another sends back what was sent out', ben, entry(7, 2), null],
    ['another says that its holder has left', ben, entry(7, 9, null), null],
    ['another is ahead of its holder', ben, entry(7, 3), 'refused'],
    ['a new tab of the same person without a number takes it over', attendee('ana'), entry(7, 0), anaAt(3)],
  ])('%s', (_name, from, said, told) => {
    const present = new PresenceList(limit)
    present.take(ana, [entry(7, 2)])
    expect(entriesOf(present.take(from, [said]))).toEqual(told)
  })

  test('it stays the person’s after they have left', () => {
    const present = new PresenceList(limit)
    present.take(ana, [entry(7, 2)])
    expect(entriesOf(present.leave(ana))).toEqual([{ clientId: 7, clock: 3, state: null }])
    expect(present.everybody()).toBeNull()
    expect([present.take(ben, [entry(7, 3)]), present.take(ben, [entry(7, 4)])]).toEqual([null, 'refused'])
    expect(entriesOf(present.take(attendee('ana'), [entry(7, 2)]))).toEqual(anaAt(4))
  })

  test('a connection has one number: a second is passed over', () => {
    const present = new PresenceList(limit)
    present.take(ana, [entry(7, 1)])
    expect(present.take(ana, [entry(8, 1)])).toBeNull()
    expect(entriesOf(present.everybody())).toEqual(anaAt(1))
  })

  test('an old socket that is found dead does not take away the new one', () => {
    const present = new PresenceList(limit)
    const again = attendee('ana')
    present.take(ana, [entry(7, 1)])
    present.take(again, [entry(7, 1)])
    expect(present.leave(ana)).toBeNull()
    expect(entriesOf(present.everybody())).toEqual(anaAt(2))
  })
})

describe('what is shown', () => {
  const user = { personId: 'ana', name: 'ana', organisation: null }

  test.each([
    ['a name of its own', { user: { name: 'Ben', personId: 'ben' } }, { user }],
    ['a colour', { user: { color: '#01aBff' } }, { user: { ...user, color: '#01aBff' } }],
    ['a colour that is none', { user: { color: 'url(x)' } }, { user }],
    ['a cursor', { cursor: { anchor: 1 } }, { user, cursor: { anchor: 1 } }],
    ['no cursor any more', { cursor: null }, { user, cursor: null }],
    ['other things', { office: 'minister', __proto__: 1 }, { user }],
  ])('%s', (_name, said, shown) => {
    expect(entriesOf(new PresenceList(limit).take(ana, [entry(7, 1, said)]))).toEqual([
      { clientId: 7, clock: 1, state: shown },
    ])
  })

  test.each([
    ['not an object', '"ana"'],
    ['not JSON', '{'],
    ['a list', '[]'],
    ['too long', JSON.stringify({ cursor: 'x'.repeat(limit) })],
    ['too long once stamped', JSON.stringify({ cursor: 'x'.repeat(limit - 20) })],
  ])('%s is refused', (_name, state) => {
    expect(new PresenceList(limit).take(ana, [{ clientId: 7, clock: 1, state }])).toBe('refused')
  })
})
