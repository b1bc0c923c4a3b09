import { restHash } from '#shared/wire'
import * as fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, docOf } from '../../tests/support/sync-room.ts'
import { CommittedText } from './committed-text.ts'
import type { WireFrame } from './frames.ts'

/** All of it, as somebody who comes is sent it. */
function everything(text: CommittedText): Uint8Array[] {
  text.fold(text.whole())
  return updatesIn([text.everything])
}

const empty = (): CommittedText => new CommittedText(Y.encodeStateAsUpdate(new Y.Doc()), null)

/** The updates in what goes over the wire: several frames may come as one piece. */
function updatesIn(pieces: readonly WireFrame[]): Uint8Array[] {
  const updates: Uint8Array[] = []
  let left = Buffer.concat(pieces)
  while (left.length > 0) {
    const short = left[1] ?? 0
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = head === 2 ? short : head === 4 ? left.readUInt16BE(2) : Number(left.readBigUInt64BE(2))
    const decoder = decoding.createDecoder(left.subarray(head, head + length))
    expect([decoding.readVarUint(decoder), [1, 2].includes(decoding.readVarUint(decoder))]).toEqual([0, true])
    updates.push(decoding.readVarUint8Array(decoder))
    left = left.subarray(head + length)
  }
  return updates
}

function append(text: CommittedText, update: Uint8Array): void {
  const reached = new Map<number, number>()
  for (const { id, length } of Y.decodeUpdate(update).structs) reached.set(id.client, id.clock + length)
  text.append(update, reached)
}

describe('what somebody who comes is sent', () => {
  const step = fc.record({ kind: fc.constantFrom('type', 'delete', 'fold', 'leave'), who: fc.nat(1), at: fc.nat(20) })

  test('brings a replica with all, some or nothing of it to the state, at any moment', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const text = empty()
        const writers = [new Y.Doc(), new Y.Doc()]
        /** Who once had all of it and then heard no more. */
        const left = [new Y.Doc()]
        for (const { kind, who, at } of steps) {
          const doc = writers[who]
          if (!doc) continue
          for (const update of everything(text)) Y.applyUpdate(doc, update)
          const words = doc.getText('t')
          const place = at % (words.length + 1)
          if (kind === 'type')
            append(
              text,
              change(doc, () => words.insert(place, 'abc')),
            )
          if (kind === 'delete' && place < words.length)
            append(
              text,
              change(doc, () => words.delete(place, 1)),
            )
          if (kind === 'fold') text.fold(text.whole())
          if (kind === 'leave') left.push(docOf(text.whole()))
        }
        const expected = restHash(text.build())
        expect(restHash(docOf(...everything(text)))).toBe(expected)
        expect(restHash(docOf(text.whole()))).toBe(expected)
        expect(Y.decodeStateVector(text.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(text.build())))
        for (const replica of left) {
          for (const update of everything(text)) Y.applyUpdate(replica, update)
          expect([restHash(replica), replica.store.pendingStructs]).toEqual([expected, null])
        }
      }),
    )
  })

  test('is the same frame for all until it is folded with what was added', () => {
    const text = empty()
    const before = text.everything
    const doc = new Y.Doc()
    append(
      text,
      change(doc, () => doc.getText('t').insert(0, 'a')),
    )
    expect(text.everything).toBe(before)
    text.fold(text.whole())
    expect(text.everything).not.toBe(before)
  })
})

test('the size is that of the whole and what came after, and no less than the whole’s', () => {
  const text = empty()
  const doc = new Y.Doc()
  const updates = ['a', 'b', 'c'].map(letter => change(doc, () => doc.getText('t').insert(0, letter)))
  for (const update of updates) append(text, update)
  const tail = updates.reduce((sum, update) => sum + update.length, 0)
  expect([text.tailBytes, text.tailLength]).toEqual([tail, 3])
  text.fold(text.whole())
  expect([text.tailBytes, text.tailLength, text.bytes]).toEqual([0, 0, text.whole().length])
})

test('a base whose clocks are not known tells them itself', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'abc')
  const text = new CommittedText(Y.encodeStateAsUpdate(doc), null)
  expect([text.reach(doc.clientID), text.reach(doc.clientID + 1)]).toEqual([3, 0])
})
