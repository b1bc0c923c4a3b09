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

/** What a frame tells, its WebSocket header aside. */
function entriesOf(frame: Uint8Array | null): unknown {
  if (!frame) return null
  const outer = decoding.createDecoder(frame.subarray((frame[1] ?? 0) < 126 ? 2 : 4))
  decoding.readVarUint(outer)
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }))
}

const limit = 4_096
const [ana, ben, eve] = [attendee('ana'), attendee('ben'), attendee('eve')]

/** What somebody who said nothing is told after `from` has spoken. */
function told(present: PresenceList, from: Attendee, said: PresenceEntry): unknown {
  const outcome = present.take(from, [said])
  if (outcome === 'refused') return outcome
  const { refused, frameFor } = present.tell()
  return refused.length > 0 ? 'refused' : entriesOf(frameFor(eve))
}
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
  ])('%s', (_name, from, said, seen) => {
    const present = new PresenceList(limit)
    told(present, ana, entry(7, 2))
    expect(told(present, from, said)).toEqual(seen)
  })

  test('it stays the person’s after they have left', () => {
    const present = new PresenceList(limit)
    told(present, ana, entry(7, 2))
    present.leave(ana)
    expect(entriesOf(present.tell().frameFor(eve))).toEqual([{ clientId: 7, clock: 3, state: null }])
    expect(present.everybody()).toBeNull()
    expect([told(present, ben, entry(7, 3)), told(present, ben, entry(7, 4))]).toEqual([null, 'refused'])
    expect(told(present, attendee('ana'), entry(7, 2))).toEqual(anaAt(4))
  })

  test('a connection has one number: a second is passed over', () => {
    const present = new PresenceList(limit)
    told(present, ana, entry(7, 1))
    expect(told(present, ana, entry(8, 1))).toBeNull()
    expect(entriesOf(present.everybody())).toEqual(anaAt(1))
  })

  test('an old socket that is found dead does not take away the new one', () => {
    const present = new PresenceList(limit)
    const again = attendee('ana')
    told(present, ana, entry(7, 1))
    told(present, again, entry(7, 1))
    present.leave(ana)
    expect([present.hasUntold, entriesOf(present.everybody())]).toEqual([false, anaAt(2)])
  })

  test('[A5] a number that somebody wrote text with is theirs here too', () => {
    const present = new PresenceList(limit, client => (client === 7 ? ana.identity.personId : undefined))
    expect(told(present, ben, entry(7, 1))).toBe('refused')
    expect(told(present, ana, entry(7, 1))).toEqual(anaAt(1))
  })
})

describe('when it is told', () => {
  test('of all that was said since the last time only the last counts, and nobody is told of themselves', () => {
    const present = new PresenceList(limit)
    for (let clock = 1; clock <= 50; clock++) present.take(ana, [entry(7, clock, { cursor: clock })])
    present.take(ben, [entry(9, 1)])
    const { frameFor } = present.tell()
    const ben1 = { clientId: 9, clock: 1, state: { user: { personId: 'ben', name: 'ben', organisation: null } } }
    const ana50 = {
      clientId: 7,
      clock: 50,
      state: { user: { personId: 'ana', name: 'ana', organisation: null }, cursor: 50 },
    }
    expect([eve, ana, ben].map(who => entriesOf(frameFor(who)))).toEqual([[ana50, ben1], [ben1], [ana50]])
    expect(present.hasUntold).toBe(false)
  })

  test('who came and went unseen is no news', () => {
    const present = new PresenceList(limit)
    present.take(ana, [entry(7, 1)])
    present.leave(ana)
    expect(entriesOf(present.tell().frameFor(eve))).toBeNull()
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
    expect(told(new PresenceList(limit), ana, entry(7, 1, said))).toEqual([{ clientId: 7, clock: 1, state: shown }])
  })

  test.each([
    ['not an object', '"ana"'],
    ['not JSON', '{'],
    ['a list', '[]'],
    ['too long', JSON.stringify({ cursor: 'x'.repeat(limit) })],
    ['too long once stamped', JSON.stringify({ cursor: 'x'.repeat(limit - 20) })],
  ])('%s is refused', (_name, state) => {
    expect(told(new PresenceList(limit), ana, { clientId: 7, clock: 1, state })).toBe('refused')
  })
})
