/**
 * The folder below which all tests of a run keep their files; gone when the run is over, however its tests ended. In
 * memory where the machine offers enough of it: waiting for a disk to confirm would only measure that disk.
 */
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enoughBytes = 1024 ** 3

function roomInMemory(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= enoughBytes
}

/** What vitest and Playwright run before the first test. @returns what they run after the last */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(roomInMemory() ? memory : tmpdir(), 'plenary-tests-'))
  // What the processes of this run take for the system's folder.
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
