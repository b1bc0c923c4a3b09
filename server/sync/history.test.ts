import { documentHistoryTable, documentUpdatesTable, type Tx } from '#server/db'
import { asId, type PersonId } from '#shared/core'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { packHistory, readHistory } from './history.ts'
import { appendEntries, type LogEntry, type NumberedEntry } from './store.ts'

let temp: TempDeps
beforeEach(() => {
  temp = openTempDeps()
})
afterEach(() => temp.close())

const append = (entries: readonly LogEntry[]) => temp.deps.transaction(tx => appendEntries(tx, entries))

function entries(count: number, documentId = 'd1'): LogEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    documentId,
    personId: at % 3 === 0 ? null : asId<PersonId>(`person-${at % 2}`),
    at: 1_000 + at,
    bytes: new Uint8Array([at % 256, 1, 2]),
    contributions: at % 4 === 0 ? new Uint8Array([at % 256]) : null,
  }))
}

async function history(documentId = 'd1'): Promise<NumberedEntry[]> {
  const all: NumberedEntry[] = []
  for await (const entry of readHistory(temp.deps.read, documentId)) all.push(entry)
  return all
}

/** As the same plain bytes, whether they come from a row or a pack. */
const plain = (all: readonly LogEntry[]) =>
  all.map(({ personId, at, bytes, contributions }) => [personId, at, [...bytes], contributions && [...contributions]])

const counts = async () => [
  await temp.deps.read.$count(documentUpdatesTable),
  await temp.deps.read.$count(documentHistoryTable),
]

test('a log reads the same packed as unpacked, however it was packed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(45),
      async (size, perPack, upTo) => {
        const documentId = `d-${size}-${perPack}-${upTo}-${Math.random()}`
        const written = entries(size, documentId)
        await append(written)
        const before = await history(documentId)
        const first = before[0]?.seq ?? 0
        await packHistory(temp.deps, documentId, first + upTo, perPack)
        const after = await history(documentId)
        expect(plain(after)).toEqual(plain(written))
        expect(after.map(({ seq }) => seq)).toEqual(before.map(({ seq }) => seq))
      },
    ),
    { numRuns: 25 },
  )
})

test('whole packs only are made, and the newest entry that a snapshot covers stays', async () => {
  await append(entries(10))
  await packHistory(temp.deps, 'd1', 9, 4)
  expect(await counts()).toEqual([2, 2])
  await packHistory(temp.deps, 'd1', 10, 4)
  expect(await counts()).toEqual([2, 2])
  await append(entries(3))
  await packHistory(temp.deps, 'd1', 13, 4)
  expect(await counts()).toEqual([1, 3])
  expect((await history()).map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
})

test('the log of another text is not touched', async () => {
  await append(entries(6))
  await append(entries(6, 'd2'))
  await packHistory(temp.deps, 'd1', 6, 5)
  expect(await counts()).toEqual([7, 1])
  expect((await history('d2')).length).toBe(6)
})

test.each([1, 2])('a crash at step %i of packing leaves every entry in exactly one place', async failing => {
  const written = entries(9)
  await append(written)
  let step = 0
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    temp.deps.transaction(async tx => {
      const result = await work(tx)
      if (++step === failing) throw new Error('the machine stops')
      return result
    })
  await expect(packHistory({ ...temp.deps, transaction }, 'd1', 9, 4)).rejects.toThrow('the machine stops')
  expect(plain(await history())).toEqual(plain(written))
  expect(await counts()).toEqual([9 - 4 * (failing - 1), failing - 1])
  await packHistory(temp.deps, 'd1', 9, 4)
  expect([plain(await history()), await counts()]).toEqual([plain(written), [1, 2]])
})

test('who reads while it is packed reads every entry once', async () => {
  const written = entries(24)
  await append(written)
  const read: NumberedEntry[] = []
  for await (const entry of readHistory(temp.deps.read, 'd1')) {
    read.push(entry)
    // Entries are packed under the reader: those it has read, and those it has not.
    if (read.length % 5 === 0) await packHistory(temp.deps, 'd1', 4 * read.length, 3)
  }
  expect(plain(read)).toEqual(plain(written))
})

test('who asks for what is not packed just when it is packed reads every entry once', async () => {
  const written = entries(12)
  await append(written)
  let questions = 0
  /** A question that is answered only after the packing. */
  const late = <B extends object>(builder: B): B =>
    new Proxy(builder, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name !== 'then') return (...given: unknown[]) => late(Reflect.apply(value, target, given) as object)
        return (...then: unknown[]) =>
          packHistory(temp.deps, 'd1', 12, 5).then(() => Reflect.apply(value, target, then) as unknown)
      },
    })
  const read = new Proxy(temp.deps.read, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      // First: what is packed? Nothing. Second: what is not?
      if (name !== 'select' || ++questions !== 2 || typeof value !== 'function') return value
      return (...given: unknown[]) => late(Reflect.apply(value, target, given) as object)
    },
  })
  const all: NumberedEntry[] = []
  for await (const entry of readHistory(read, 'd1')) all.push(entry)
  expect(plain(all)).toEqual(plain(written))
  expect(questions).toBeGreaterThan(3)
})

test('entries that are no longer all there are not packed', async () => {
  await append(entries(6))
  const transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    await temp.deps.transaction(async tx => {
      const [row] = await tx.select().from(documentUpdatesTable).limit(1)
      if (row) await tx.delete(documentUpdatesTable)
      await tx
        .insert(documentUpdatesTable)
        .values([{ ...row, documentId: 'd1', seq: 3, at: 1, bytes: Buffer.from([1]) }])
    })
    return temp.deps.transaction(work)
  }
  await packHistory({ ...temp.deps, transaction }, 'd1', 6, 4)
  expect(await counts()).toEqual([1, 0])
})

test('a text without a log has no history', async () => {
  expect(await history()).toEqual([])
})
