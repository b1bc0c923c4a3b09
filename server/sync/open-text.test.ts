import { documentHistoryTable, documentSetAsideTable, documentSnapshotsTable, documentUpdatesTable } from '#server/db'
import { asId, type PersonId } from '#shared/core'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, docOf } from '../../tests/support/sync-room.ts'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { readDamagedTexts, resumeText } from './documents.ts'
import { packHistory, readHistory } from './history.ts'
import { openText } from './open-text.ts'
import { appendEntries, storeSnapshot, readSetAsideEntries } from './store.ts'

let temp: TempDeps
beforeEach(() => {
  temp = openTempDeps()
})
afterEach(() => temp.close())

const ana = asId<PersonId>('ana')
const ben = asId<PersonId>('ben')

async function log(...entries: readonly (readonly [PersonId, Uint8Array])[]): Promise<void> {
  await temp.deps.transaction(tx =>
    appendEntries(
      tx,
      entries.map(([personId, bytes]) => ({ documentId: 'd1', personId, at: 1, bytes, contributions: null })),
    ),
  )
}

/** One letter to an entry. */
function typed(words: string, doc = new Y.Doc()): Uint8Array[] {
  return [...words].map(letter => change(doc, () => doc.getText('t').insert(doc.getText('t').length, letter)))
}

async function opened(): Promise<{ words: string; damagedAt: number | null; seq: number; epoch: number }> {
  const { text, damagedAt, seq, epoch } = await openText(temp.deps, 'd1')
  expect(Y.decodeStateVector(text.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(text.build())))
  return { words: text.build().getText('t').toJSON(), damagedAt, seq, epoch }
}

async function snapshot(seq: number, doc: Y.Doc, spoil: Partial<Record<'bytes' | 'stateVector', Uint8Array>> = {}) {
  const sound = { seq, bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
  await temp.deps.transaction(tx => storeSnapshot(tx, 'd1', sound))
  const { bytes = sound.bytes, stateVector = sound.stateVector } = spoil
  await temp.deps.transaction(async tx => {
    await tx.update(documentSnapshotsTable).set({ bytes: Buffer.from(bytes), stateVector: Buffer.from(stateVector) })
  })
}

/** As a disk may: still an update, with another letter in it. */
function flipped(update: Uint8Array, letter: string, other: string): Uint8Array {
  const bytes = update.slice()
  bytes[bytes.indexOf(letter.charCodeAt(0))] = other.charCodeAt(0)
  return bytes
}

const spoiled = new Uint8Array([9, 9, 9, 9])

describe('a text that is sound', () => {
  test.each<[string, (updates: readonly Uint8Array[]) => Promise<void>]>([
    ['a log alone', async () => undefined],
    ['a snapshot of all of it', updates => snapshot(3, docOf(...updates))],
    ['a snapshot and what came after', updates => snapshot(2, docOf(...updates.slice(0, 2)))],
    [
      'a snapshot without its clocks, as it was stored before',
      updates =>
        temp.deps.transaction(tx =>
          storeSnapshot(tx, 'd1', { seq: 3, bytes: Y.encodeStateAsUpdate(docOf(...updates)), stateVector: null }),
        ),
    ],
  ])('opens from %s', async (_name, prepare) => {
    const updates = typed('abc')
    await log(...updates.map(update => [ana, update] as const))
    await prepare(updates)
    expect(await opened()).toEqual({ words: 'abc', damagedAt: null, seq: 3, epoch: 1 })
  })

  test('nobody has written is empty', async () => {
    expect(await opened()).toEqual({ words: '', damagedAt: null, seq: 0, epoch: 1 })
  })

  test('whose snapshot was deleted opens from the packed log as well', async () => {
    const updates = typed('abc')
    await log(...updates.map(update => [ana, update] as const))
    // The last entry builds on nothing before it: without the pack it would open alone.
    await log([ben, change(new Y.Doc(), doc => doc.getText('t').insert(0, 'x'))])
    await snapshot(4, docOf(...updates))
    await packHistory(temp.deps, 'd1', 4, 3)
    expect(await temp.deps.read.$count(documentHistoryTable)).toBe(1)
    await temp.deps.transaction(async tx => {
      await tx.delete(documentSnapshotsTable)
    })
    const { words, damagedAt } = await opened()
    expect([[...words].toSorted().join(''), damagedAt]).toEqual(['abcx', null])
  })

  test('which a room full of people wrote in one moment is mended without losing any of them', async () => {
    const crowd = Array.from({ length: 300 }, () => change(new Y.Doc(), doc => doc.getText('t').insert(0, 'x')))
    const together = docOf(...crowd)
    await log([ana, Y.encodeStateAsUpdate(together)])
    await snapshot(1, together, { bytes: spoiled })
    const { words, damagedAt } = await opened()
    expect([words.length, damagedAt]).toEqual([300, null])
  })
})

describe('a snapshot that cannot be read', () => {
  test.each<[string, Partial<Record<'bytes' | 'stateVector', Uint8Array>>]>([
    ['its bytes', { bytes: spoiled }],
    ['bytes that are cut short', { bytes: Y.encodeStateAsUpdate(docOf(...typed('abc'))).slice(0, -4) }],
    ['its clocks', { stateVector: spoiled }],
    ['one letter', { bytes: flipped(Y.encodeStateAsUpdate(docOf(...typed('abc'))), 'b', 'x') }],
    ['both', { bytes: spoiled, stateVector: spoiled }],
    ['clocks of another text', { stateVector: Y.encodeStateVector(docOf(...typed('other words'))) }],
  ])('is made again from the log, and nothing is lost: %s', async (_name, spoil) => {
    const updates = typed('abc')
    await log(...updates.map(update => [ana, update] as const))
    await snapshot(3, docOf(...updates), spoil)
    expect(await opened()).toEqual({ words: 'abc', damagedAt: null, seq: 3, epoch: 1 })
    const [stored] = await temp.deps.read.select().from(documentSnapshotsTable)
    expect(
      docOf(stored?.bytes ?? new Uint8Array())
        .getText('t')
        .toJSON(),
    ).toBe('abc')
    expect(await temp.deps.read.$count(documentSetAsideTable)).toBe(0)
  })

  test('also when it is followed by more of the log', async () => {
    const updates = typed('abc')
    await log(...updates.map(update => [ana, update] as const))
    await snapshot(2, docOf(...updates.slice(0, 2)), { bytes: spoiled })
    expect(await opened()).toEqual({ words: 'abc', damagedAt: null, seq: 3, epoch: 1 })
  })
})

describe('a log that cannot be applied', () => {
  /** Ana's second entry is spoiled; her third builds on it, Ben's does not. */
  async function spoilSecond(): Promise<void> {
    const [a, b, c] = typed('abc')
    if (!a || !b || !c) throw new Error('three entries')
    const onFirst = docOf(a)
    await log([ana, a], [ana, spoiled], [ana, c], [ben, change(onFirst, () => onFirst.getText('t').insert(0, 'B'))])
  }

  test('is opened without what is spoiled and what builds on it, and stands still', async () => {
    await spoilSecond()
    expect(await opened()).toEqual({ words: 'Ba', damagedAt: temp.deps.now(), seq: 4, epoch: 1 })
    const aside = await temp.deps.read.select().from(documentSetAsideTable)
    expect(aside.map(({ seq, personId, bytes }) => [seq, personId, bytes.length > 0])).toEqual([
      [2, 'ana', true],
      [3, 'ana', true],
    ])
    const left: number[] = []
    for await (const { seq } of readHistory(temp.deps.read, 'd1')) left.push(seq)
    expect(left).toEqual([1, 4])
    expect(temp.events).toContainEqual({ type: 'changed', topic: 'section', id: 'd1' })
  })

  test('one letter of an entry that the disk changed is noticed', async () => {
    const updates = typed('abc')
    await log(...updates.map(update => [ana, update] as const))
    await temp.deps.transaction(async tx => {
      const bytes = Buffer.from(flipped(updates[2] ?? spoiled, 'c', 'x'))
      await tx.update(documentUpdatesTable).set({ bytes }).where(eq(documentUpdatesTable.seq, 3))
    })
    expect(await opened()).toEqual({ words: 'ab', damagedAt: temp.deps.now(), seq: 2, epoch: 1 })
  })

  test('is opened the same the next time, and told of with whose words are missing', async () => {
    await spoilSecond()
    const first = await opened()
    temp.advance(1_000)
    expect(await opened()).toEqual(first)
    expect(await readDamagedTexts(temp.deps.read)).toEqual(new Map([['d1', first.damagedAt]]))
    const aside = await readSetAsideEntries(temp.deps.read, 'd1')
    expect(aside.map(({ personId }) => personId)).toEqual(['ana', 'ana'])
  })

  test('goes on in a new epoch when it is opened for writing again', async () => {
    await spoilSecond()
    await opened()
    expect(await temp.deps.transaction(tx => resumeText(tx, 'd1'))).toBe(true)
    expect(await opened()).toEqual({ words: 'Ba', damagedAt: null, seq: 4, epoch: 2 })
    expect(await temp.deps.transaction(tx => resumeText(tx, 'd1'))).toBe(false)
    expect(await opened()).toMatchObject({ epoch: 2 })
  })

  test('is mended once more when its snapshot is spoiled later, and what was set aside stays', async () => {
    await spoilSecond()
    const { damagedAt } = await opened()
    await temp.deps.transaction(async tx => {
      await tx.update(documentSnapshotsTable).set({ bytes: Buffer.from(spoiled) })
    })
    expect(await opened()).toEqual({ words: 'Ba', damagedAt, seq: 4, epoch: 1 })
    expect(await temp.deps.read.$count(documentSetAsideTable)).toBe(2)
  })

  test('with nothing that can be applied is empty and stands still', async () => {
    await log([ana, spoiled])
    expect(await opened()).toEqual({ words: '', damagedAt: temp.deps.now(), seq: 0, epoch: 1 })
    expect(await temp.deps.read.$count(documentUpdatesTable)).toBe(0)
  })

  test('does not touch the text beside it', async () => {
    await spoilSecond()
    await temp.deps.transaction(tx =>
      appendEntries(tx, [
        { documentId: 'd2', personId: ana, at: 1, bytes: typed('x')[0] ?? spoiled, contributions: null },
      ]),
    )
    await opened()
    const { text, damagedAt } = await openText(temp.deps, 'd2')
    expect([text.build().getText('t').toJSON(), damagedAt]).toEqual(['x', null])
    const rows = await temp.deps.read
      .select()
      .from(documentUpdatesTable)
      .where(eq(documentUpdatesTable.documentId, 'd2'))
    expect(rows).toHaveLength(1)
  })

  test('an entry of a pack that cannot be applied is set aside once, however often the text is mended', async () => {
    const [a, b] = typed('ab')
    if (!a || !b) throw new Error('two entries')
    const afterwards = change(new Y.Doc(), doc => doc.getText('t').insert(0, 'z'))
    await log([ana, a], [ana, spoiled], [ben, b], [ben, afterwards])
    await packHistory(temp.deps, 'd1', 4, 3)
    for (let round = 0; round < 3; round++) {
      expect((await opened()).words.length).toBe(3)
      await temp.deps.transaction(async tx => {
        await tx.delete(documentSnapshotsTable)
      })
    }
    expect(await temp.deps.read.$count(documentSetAsideTable)).toBe(1)
  })
})
