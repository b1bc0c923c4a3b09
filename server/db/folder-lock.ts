import Sqlite from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keeps a second server off a data folder: rooms, limits and the order of writers live in one process.
 *
 * The lock is SQLite's own, on a file beside the database: the operating system holds it for the process and lets go of
 * it however the process ends, so that there is no stale lock to clear away.
 *
 * @returns what lets go of it, or null while another holds it
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new Sqlite(join(folder, 'plenary.lock'), { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
    return () => file.close()
  } catch (error) {
    file.close()
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw error
  }
}
