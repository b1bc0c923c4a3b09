/** A database as an earlier release left it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { openDatabase, type Database as OpenDatabase } from '#server/db'

/** @returns a file in a folder of its own, brought up to its first so many migrations, and how to bring it up to date */
export async function earlierRelease(
  migrations: number,
): Promise<{ write(work: (driver: Database.Database) => void): void; upgraded(): OpenDatabase }> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-earlier-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const migrationsFolder = join(folder, 'earlier')
  cpSync('drizzle', migrationsFolder, { recursive: true })
  const journal = join(migrationsFolder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }))
  const file = join(folder, 'plenary.sqlite')
  await openDatabase({ file, migrationsFolder }).close()
  return {
    write(work) {
      const driver = new Database(file)
      driver.pragma('foreign_keys = off')
      work(driver)
      driver.close()
    },
    upgraded: () => openDatabase({ file, migrationsFolder: 'drizzle' }),
  }
}
