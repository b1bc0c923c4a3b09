import { restHash } from '#shared/wire'
import * as fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, docOf, openLoneRoom, type Guest } from '../../tests/support/sync-room.ts'
import { CommittedText } from './committed-text.ts'

const empty = (): CommittedText => new CommittedText(Y.encodeStateAsUpdate(new Y.Doc()), null)

/** The update in a frame of sync step 2. */
function updateIn(frame: Buffer | undefined): Uint8Array {
  if (!frame) throw new Error('no frame')
  const short = frame[1] ?? 0
  const decoder = decoding.createDecoder(frame.subarray(short < 126 ? 2 : short === 126 ? 4 : 10))
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1])
  return decoding.readVarUint8Array(decoder)
}

function append(text: CommittedText, update: Uint8Array): void {
  const reached = new Map<number, number>()
  for (const { id, length } of Y.decodeUpdate(update).structs) reached.set(id.client, id.clock + length)
  text.append(update, reached)
}

const clocks = (stateVector: Uint8Array) => Y.decodeStateVector(stateVector)

describe('the text that is committed', () => {
  const step = fc.record({ kind: fc.constantFrom('type', 'delete', 'fold'), who: fc.nat(1), at: fc.nat(20) })

  test('is the same built, whole, folded and as the clocks tell it, at any moment', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const text = empty()
        const truth = new Y.Doc()
        const writers = [new Y.Doc(), new Y.Doc()]
        for (const { kind, who, at } of steps) {
          const doc = writers[who]
          if (!doc) continue
          Y.applyUpdate(doc, text.whole())
          const words = doc.getText('t')
          const place = at % (words.length + 1)
          if (kind === 'fold') text.fold(text.whole())
          if (kind === 'delete' && place === words.length) continue
          if (kind === 'fold') continue
          const update = change(doc, () => (kind === 'type' ? words.insert(place, 'abc') : words.delete(place, 1)))
          append(text, update)
          Y.applyUpdate(truth, update)
        }
        const expected = restHash(truth)
        expect([restHash(text.build()), restHash(docOf(text.whole()))]).toEqual([expected, expected])
        expect(clocks(text.stateVector())).toEqual(clocks(Y.encodeStateVector(truth)))
        text.fold(text.whole())
        expect(restHash(docOf(updateIn(text.everything)))).toBe(expected)
      }),
    )
  })

  test('has the size of the whole and of what came after', () => {
    const text = empty()
    const doc = new Y.Doc()
    const updates = ['a', 'b', 'c'].map(letter => change(doc, () => doc.getText('t').insert(0, letter)))
    for (const update of updates) append(text, update)
    const tail = updates.reduce((sum, update) => sum + update.length, 0)
    expect([text.tailBytes, text.tailLength]).toEqual([tail, 3])
    text.fold(text.whole())
    expect([text.tailBytes, text.tailLength, text.bytes]).toEqual([0, 0, text.whole().length])
  })

  test('tells its clocks itself where they are not known', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'abc')
    const text = new CommittedText(Y.encodeStateAsUpdate(doc), null)
    expect([text.reach(doc.clientID), text.reach(doc.clientID + 1)]).toEqual([3, 0])
  })
})

describe('what somebody who comes is sent', () => {
  const step = fc.record({
    kind: fc.constantFrom('type', 'delete', 'commit', 'rest', 'leave'),
    who: fc.nat(1),
    at: fc.nat(20),
  })

  function asks(guest: Guest, stateVector: Uint8Array): Uint8Array {
    guest.connection.room.answer(guest.connection, { kind: 'question', stateVector })
    return updateIn(guest.frames.at(-1))
  }

  test('brings a replica with all, some or nothing of it to the state, at any moment', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const { room, enter, commit } = openLoneRoom()
        const writers = ['ana', 'ben'].map(name => ({ guest: enter(name), doc: new Y.Doc() }))
        const rea = enter('rea')
        /** Who once had all of it and then heard no more. */
        const left = [new Y.Doc()]
        for (const { kind, who, at } of steps) {
          const writer = writers[who]
          if (!writer) continue
          const words = writer.doc.getText('t')
          const place = at % (words.length + 1)
          if (kind === 'type') writer.guest.send(change(writer.doc, () => words.insert(place, 'abc')))
          if (kind === 'delete' && place < words.length) {
            writer.guest.send(change(writer.doc, () => words.delete(place, 1)))
          }
          if (kind === 'commit') {
            commit()
            for (const { doc } of writers) Y.applyUpdate(doc, asks(rea, Y.encodeStateVector(doc)))
          }
          if (kind === 'rest') room.rest()
          if (kind === 'leave') left.push(docOf(asks(rea, Y.encodeStateVector(new Map()))))
        }
        commit()
        const truth = docOf(room.snapshot()?.bytes ?? new Uint8Array())
        for (const replica of [...left, ...writers.map(({ doc }) => doc)]) {
          Y.applyUpdate(replica, asks(rea, Y.encodeStateVector(replica)))
          expect([restHash(replica), replica.store.pendingStructs]).toEqual([restHash(truth), null])
        }
      }),
    )
  })
})
