import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fit, holds, readTextUpdate, type Reach, type TextUpdate } from './text-update.ts'

/** The updates one after another that an editor makes by typing. */
function typed(client: number, words: string, onto?: Uint8Array): readonly Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  if (onto) Y.applyUpdate(doc, onto)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of words) doc.getText('t').insert(doc.getText('t').length, letter)
  return updates
}

function read(bytes: Uint8Array): TextUpdate {
  const update = readTextUpdate(bytes)
  if (!update) throw new Error('not an update')
  return update
}

function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const reachOf =
  (doc: Y.Doc): Reach =>
  client =>
    Y.getState(doc.store, client)

/** One client's run: each struct a letter of text in `t`, with the origin given. */
function forged(
  runs: readonly { client: number; clock: number; origins: readonly (readonly [number, number] | null)[] }[],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.length)
  for (const { client, clock, origins } of runs) {
    encoding.writeVarUint(encoder, origins.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const origin of origins) {
      encoding.writeUint8(encoder, origin ? 0x84 : 0x04)
      if (origin) origin.forEach(part => encoding.writeVarUint(encoder, part))
      else {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarString(encoder, 't')
      }
      encoding.writeVarString(encoder, 'x')
    }
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

describe('reading', () => {
  test('what an editor makes is read back whole', () => {
    const update = read(Y.mergeUpdates([...typed(1, 'abc'), ...typed(2, 'de')]))
    expect(new Set(update.runs.keys())).toEqual(new Set([1, 2]))
  })

  test.each([
    ['nothing', []],
    ['bytes after the end', [0, 0, 0]],
    ['a run that promises more than it has', [1, 9, 1, 0]],
    ['an unknown kind of content', [1, 1, 1, 0, 31, 1, 1, 116]],
    ['two runs of one client', [...forged([1, 1].map(client => ({ client, clock: 0, origins: [null] })))]],
    ['a struct without length', [1, 1, 1, 0, 0, 0, 0]],
    ['a struct as long as no text is', [1, 1, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0]],
  ])('%s is no update', (_name, bytes) => {
    expect(readTextUpdate(new Uint8Array(bytes))).toBeNull()
  })

  test('noise is never read without an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => void readTextUpdate(bytes)))
  })
})

describe('what an update builds on', () => {
  const [first, second, third] = typed(1, 'abc') as [Uint8Array, Uint8Array, Uint8Array]
  const byAnother = typed(2, 'd', Y.encodeStateAsUpdate(docOf(first, second)))[0] as Uint8Array

  test.each([
    ['the first letter on an empty text', [], first, 'fits'],
    ['the next letter', [first], second, 'fits'],
    ['a letter after one that is missing', [first], third, { missing: 1 }],
    ['a letter beside one that is missing', [first], byAnother, { missing: 1 }],
    ['a letter that brings its ground along', [first], Y.mergeUpdates([byAnother, second]), 'fits'],
    ['a letter that is there already', [first, second], first, 'fits'],
    ['merged updates with one left out', [], Y.mergeUpdates([first, third]), { missing: 1 }],
  ] as const)('%s', (_name, there, update, outcome) => {
    expect(fit(read(update), reachOf(docOf(...there)))).toEqual(outcome)
  })

  test.each([
    [
      'each on the other',
      [
        { client: 1, clock: 0, origins: [[2, 0]] },
        { client: 2, clock: 0, origins: [[1, 0]] },
      ],
      'circle',
    ],
    ['on itself', [{ client: 1, clock: 0, origins: [[1, 0]] }], 'circle'],
    ['on a later one of its own run', [{ client: 1, clock: 0, origins: [[1, 1], null] }], 'circle'],
    [
      'crosswise, but in an order that exists',
      [
        { client: 1, clock: 0, origins: [null, [2, 1], null] },
        { client: 2, clock: 0, origins: [null, [1, 0], [1, 1]] },
      ],
      'fits',
    ],
    ['with a jump of the clock', [{ client: 1, clock: 5, origins: [null] }], { missing: 1 }],
  ] as const)('structs that build %s', (_name, runs, outcome) => {
    const update = forged(runs)
    expect(fit(read(update), () => 0)).toEqual(outcome)
    // Yjs would keep it waiting for ever, or throw in the middle of taking it.
    const taken = (): boolean => docOf(update).store.pendingStructs === null
    if (outcome === 'fits') expect(taken()).toBe(true)
    else expect(() => expect(taken()).toBe(true)).toThrow()
  })

  test('a chain through as many clients as one update may have is followed, and one more is refused unread', () => {
    const chain = (clients: number): Uint8Array =>
      forged(
        Array.from({ length: clients }, (_, index) => ({
          client: index + 1,
          clock: 0,
          origins: [index + 1 < clients ? ([index + 2, 0] as const) : null],
        })),
      )
    expect(fit(read(chain(256)), () => 0)).toBe('fits')
    expect(readTextUpdate(chain(257))).toBeNull()
  })

  test('a deletion of text that is missing is a gap', () => {
    const doc = docOf(first)
    const before = Y.encodeStateVector(doc)
    doc.getText('t').delete(0, 1)
    const deletion = read(Y.encodeStateAsUpdate(doc, before))
    expect([fit(deletion, () => 0), fit(deletion, reachOf(docOf(first)))]).toEqual([{ missing: 1 }, 'fits'])
  })

  test('whatever fits leaves nothing waiting in the document, in any order of arrival', () => {
    const updates = [...typed(1, 'abcd'), ...typed(2, 'efgh', Y.mergeUpdates([...typed(1, 'abcd')]))]
    fc.assert(
      fc.property(fc.shuffledSubarray(updates), arriving => {
        const doc = new Y.Doc()
        for (const update of arriving) {
          if (fit(read(update), reachOf(doc)) === 'fits') Y.applyUpdate(doc, update)
        }
        expect(doc.store.pendingStructs).toBeNull()
        expect(doc.store.pendingDs).toBeNull()
      }),
    )
  })
})

describe('what a document holds', () => {
  const doc = docOf(...typed(1, 'abc'))

  test('its own state, an empty update, each update it took', () => {
    for (const update of [Y.encodeStateAsUpdate(doc), new Uint8Array([0, 0]), ...typed(1, 'abc')]) {
      expect(holds(doc, read(update), false)).toBe(true)
    }
  })

  test('not another letter, and not a deletion before it happened', () => {
    const later = docOf(Y.encodeStateAsUpdate(doc))
    later.getText('t').delete(1, 1)
    const deletion = read(Y.encodeStateAsUpdate(later, Y.encodeStateVector(doc)))
    expect(holds(doc, read(typed(2, 'x')[0] as Uint8Array), false)).toBe(false)
    expect([holds(doc, deletion, false), holds(doc, deletion, true), holds(later, deletion, false)]).toEqual([
      false,
      false,
      true,
    ])
  })

  test('a deletion of formatting marks is overlooked when asked, and words never are', () => {
    const bold = new Y.Doc()
    bold.getText('t').insert(0, 'word', { bold: true })
    const tidied = docOf(Y.encodeStateAsUpdate(bold))
    tidied.getText('t').format(0, 4, { bold: null })
    const onlyDeletions = { ...read(Y.encodeStateAsUpdate(tidied)), runs: new Map() }
    expect([holds(bold, onlyDeletions, false), holds(bold, onlyDeletions, true)]).toEqual([false, true])
  })
})
