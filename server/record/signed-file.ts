/**
 * The last checkpoint that was signed, in a file beside the key and apart from the database: what an older copy of the
 * database, put back in its place, does not know. [L2]
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysFolder } from './workspace-key.ts'

const fileOf = (dataFolder: string): string => join(keysFolder(dataFolder), 'checkpoint.txt')

/** @returns the note, or null where none was signed yet */
export function readSigned(dataFolder: string): string | null {
  try {
    return readFileSync(fileOf(dataFolder), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** On disk when it returns, whole or not at all. */
export function keepSigned(dataFolder: string, note: string): void {
  const file = fileOf(dataFolder)
  mkdirSync(keysFolder(dataFolder), { recursive: true, mode: 0o700 })
  const next = openSync(`${file}.next`, 'w', 0o600)
  try {
    writeFileSync(next, note)
    fsyncSync(next)
  } finally {
    closeSync(next)
  }
  renameSync(`${file}.next`, file)
}
