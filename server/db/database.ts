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
import { createWriterQueue, type Transactions, type WriterOptions } from './writers.ts'

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
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: WriterOptions): Promise<T>
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
  // What is deleted is overwritten where it lay: papers of a secret ballot are not to be read from the file afterwards.
  writer.pragma('secure_delete = FAST')
  const reader = new Sqlite(options.file, { readonly: true })
  reader.pragma('busy_timeout = 5000')
  keepStatements(writer)
  keepStatements(reader)

  const writers = createWriterQueue(transactionsOf(writer))
  holdToTransactions(writer)
  const tx = asTx(drizzle(writer, { schema }))
  return {
    read: drizzle(reader, { schema }),
    transaction: (work, options) => writers.add(() => work(tx), options),
    async close() {
      await writers.end()
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

function transactionsOf(writer: Sqlite.Database): Transactions {
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const [commit, rollback] = [writer.prepare('COMMIT'), writer.prepare('ROLLBACK')]
  const [savepoint, release] = [writer.prepare('SAVEPOINT one'), writer.prepare('RELEASE one')]
  const rollbackTo = writer.prepare('ROLLBACK TO one')
  return {
    begin: () => whenFree(() => begin.run()),
    commit: () => commit.run(),
    rollback: () => rollback.run(),
    savepoint: () => savepoint.run(),
    release: () => release.run(),
    rollbackToSavepoint() {
      rollbackTo.run()
      release.run()
    },
    isOpen: () => writer.inTransaction,
  }
}

/**
 * After a rollback by the database itself a further statement would be committed on its own. Each query is prepared when it
 * is run, so that none is run then.
 */
function holdToTransactions(writer: Sqlite.Database): void {
  const prepare = writer.prepare.bind(writer)
  writer.prepare = (text: string) => {
    if (!writer.inTransaction) throw new Error('Nothing is read or written here outside a transaction.')
    return prepare(text)
  }
}

/** More than the texts of all queries there are, but for lists of many lengths. */
const keptStatements = 1_000

/** A statement is compiled once a connection: drizzle asks for it anew with each query, always to run it the same way. */
function keepStatements(connection: Sqlite.Database): void {
  const compile = connection.prepare.bind(connection)
  const kept = new Map<string, Sqlite.Statement>()
  connection.prepare = ((text: string) => {
    const statement = kept.get(text) ?? compile(text)
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest)
    return statement
  }) as typeof connection.prepare
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

/** The one cast that makes a connection writable in the eyes of the stores. */
function asTx(queries: Queries): Tx {
  return queries as Tx
}
