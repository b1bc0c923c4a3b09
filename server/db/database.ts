/**
 * The one place that touches the database driver.
 *
 * Two connections to one SQLite file (WAL, synchronous FULL): a writer behind a queue, so that a transaction whose
 * steps are awaited is never interleaved with another, and a reader that sees what is committed. `transaction`
 * resolves only after COMMIT has returned, which with synchronous FULL means that the bytes are on disk.
 */
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import * as schema from './schema/index.ts'

/** What a store may use: drizzle's builder, awaited. */
export type Queries = Pick<
  BetterSQLite3Database<typeof schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
>

declare const writable: unique symbol
/** Queries inside a transaction. A store function that writes asks for this. */
export type Tx = Queries & { readonly [writable]: true }

export interface Database {
  /** Runs `work` alone among writers; commits when it resolves, rolls back when it rejects. Await nothing but queries in it. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The committed state. */
  readonly read: Queries
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly file: string
  readonly migrationsFolder: string
}

/** Brings a file up to date and closes it: everything that is in it is in the one file. */
export function prepareDatabase(options: DatabaseOptions): void {
  const writer = openWriter(options)
  writer.pragma('wal_checkpoint(TRUNCATE)')
  writer.close()
}

function openWriter({ file, migrationsFolder }: DatabaseOptions): Sqlite.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = new Sqlite(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('busy_timeout = 5000')
  migrate(drizzle(writer), { migrationsFolder })
  return writer
}

export function openDatabase(options: DatabaseOptions): Database {
  const writer = openWriter(options)
  // From here on it is waited for without holding up everybody else.
  writer.pragma('busy_timeout = 0')
  writer.pragma('foreign_keys = ON')
  const reader = new Sqlite(options.file, { readonly: true })
  reader.pragma('busy_timeout = 5000')

  const tx = asTx(drizzle(writer, { schema }))
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const commit = writer.prepare('COMMIT')
  const rollback = writer.prepare('ROLLBACK')
  let last: Promise<unknown> = Promise.resolve()

  async function runAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await whenFree(() => begin.run())
    try {
      const value = await work(tx)
      commit.run()
      return value
    } catch (error) {
      // SQLite itself may have rolled back already (disk full, for one).
      if (writer.inTransaction) rollback.run()
      throw error
    }
  }

  return {
    read: drizzle(reader, { schema }),
    transaction(work) {
      const turn = last.then(() => runAlone(work))
      last = turn.then(letSpeak, letSpeak)
      return turn
    },
    async close() {
      await last
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

/** How long a writer waits for another program that holds the file. */
const waitMs = 5_000
const retryMs = 10

async function whenFree(begin: () => void): Promise<void> {
  for (let tries = waitMs / retryMs; ; tries--) {
    try {
      return begin()
    } catch (error) {
      if (!isBusy(error) || tries <= 0) throw error
    }
    await new Promise(resolve => setTimeout(resolve, retryMs))
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/**
 * What a writer announces when its transaction is over is heard before the next writer begins: text of somebody who has
 * just lost the right to write is not committed in between.
 */
function letSpeak(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

/** The one cast that makes a connection writable in the eyes of the stores. */
function asTx(queries: Queries): Tx {
  return queries as Tx
}
