/** Writers over a real file, with what a disk, a constraint and another program can do to them. */
import Sqlite from 'better-sqlite3'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from './database.ts'

const words = sqliteTable('words', { word: text('word').primaryKey(), after: text('after') })

let folder: string
let file: string
let database: Database
let other: Sqlite.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-writers-'))
  file = join(folder, 'words.sqlite')
  database = openDatabase({ file, migrationsFolder: 'drizzle' })
  other = new Sqlite(file)
  other.exec(`
    create table words (word text primary key, after text references words (word) deferrable initially deferred);
    create trigger burst before insert on words when new.word like 'burst%'
    begin select raise(rollback, 'the database gave up'); end;
  `)
})

afterEach(async () => {
  if (other.inTransaction) other.exec('rollback')
  other.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const faults = [
  'none',
  'none',
  /** Fails by itself, with its work half done. */
  'throws',
  /** Fails on a constraint. */
  'doubles',
  /** Makes the database roll back everything by itself. */
  'bursts',
  /** The same, and ends as if nothing had happened. */
  'burstsUnheard',
  /** The same, and goes on writing. */
  'burstsAndGoesOn',
  /** The same, deaf to whatever it is told. */
  'burstsDeaf',
  /** Is well until COMMIT. */
  'failsToCommit',
] as const

const goesOn: readonly string[] = ['burstsUnheard', 'burstsAndGoesOn', 'burstsDeaf']

const writer = fc.record({
  fault: fc.constantFrom(...faults),
  commit: fc.constantFrom('own' as const, 'shared' as const, 'shared' as const),
  /** Turns of the event loop until the next one comes. */
  pause: fc.constantFrom(0, 0, 0, 1),
})

let numbers = 0

function write({ fault, commit }: { fault: (typeof faults)[number]; commit: 'own' | 'shared' }): Promise<string> {
  const word = String(++numbers).padStart(8, '0')
  const work = database.transaction(
    async tx => {
      const after = fault === 'failsToCommit' ? 'nothing' : null
      await tx.insert(words).values({ word, after })
      if (fault === 'doubles') await tx.insert(words).values({ word })
      const burst = async () => void (await tx.insert(words).values({ word: `burst ${word}` }))
      const goOn = async () => void (await tx.insert(words).values({ word: `${word} further` }))
      if (fault === 'bursts') await burst()
      if (goesOn.includes(fault)) await burst().catch(() => undefined)
      if (fault === 'burstsAndGoesOn') await goOn()
      if (fault === 'burstsDeaf') await goOn().catch(() => undefined)
      if (fault === 'throws') throw new Error(word)
    },
    { commit },
  )
  return work.then(() => {
    expect(other.prepare('select count(*) from words where word = ?').pluck().get(word)).toBe(1)
    return word
  })
}

test('whatever fails, what was promised is on disk once and in the order asked, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(writer, { maxLength: 60 }), fc.boolean(), async (writers, isHeld) => {
      other.exec('delete from words')
      if (isHeld) other.exec('begin immediate')
      const asked: Promise<PromiseSettledResult<string>[]>[] = []
      for (const one of writers) {
        asked.push(Promise.allSettled([write(one)]))
        for (let turn = 0; turn < one.pause; turn++) await new Promise(resolve => setImmediate(resolve))
      }
      if (isHeld) other.exec('commit')
      const outcomes = (await Promise.all(asked)).flat()
      const promised = outcomes.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
      expect(other.prepare('select word from words order by rowid').pluck().all()).toEqual(promised)
      for (const [index, { status }] of outcomes.entries()) {
        const { fault, commit } = writers[index] ?? { fault: 'none', commit: 'own' }
        if (fault !== 'none') expect(status).toBe('rejected')
        else if (commit === 'own') expect(status).toBe('fulfilled')
      }
    }),
  )
  expect(await write({ fault: 'none', commit: 'own' })).toBeTruthy()
})

test('who waits when it is closed is written first, and nothing stands open', async () => {
  const asked = [
    write({ fault: 'none', commit: 'own' }),
    write({ fault: 'none', commit: 'shared' }),
    write({ fault: 'throws', commit: 'shared' }),
  ]
  const settled = Promise.allSettled(asked)
  const closed = database.close()
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  await closed
  await expect(database.transaction(async () => undefined)).rejects.toThrow('closed')
  database = openDatabase({ file, migrationsFolder: 'drizzle' })
  await write({ fault: 'none', commit: 'own' })
})
