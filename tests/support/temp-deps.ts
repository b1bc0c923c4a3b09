import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asId, type Id } from '#shared/core'
import { openDatabase, prepareDatabase } from '#server/db'
import { loadWorkspaceKey } from '#server/record'
import { createBus, type BusEvent } from '../../server/bus.ts'
import type { Deps } from '../../server/deps.ts'
import { silentLog } from '../../server/log.ts'

export interface TempDeps {
  readonly deps: Deps
  /** What was announced so far, in order. */
  readonly events: readonly BusEvent[]
  /** Moves the clock forward, in milliseconds. */
  advance(ms: number): void
  close(): Promise<void>
}

const migrationsFolder = 'drizzle'
let prepared: string | null = null

/** An empty database with all its tables: made once for all the tests of a process, copied for each. */
function copyPrepared(file: string): void {
  if (prepared === null) {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-prepared-'))
    prepared = join(folder, 'plenary.sqlite')
    prepareDatabase({ file: prepared, migrationsFolder })
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  }
  copyFileSync(prepared, file)
}

/** A real database in a folder of its own, a clock that stands still, and ids that count. */
export function openTempDeps(): TempDeps {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-test-'))
  const file = join(folder, 'plenary.sqlite')
  copyPrepared(file)
  const database = openDatabase({ file, migrationsFolder })
  const events: BusEvent[] = []
  const bus = createBus(error => {
    throw error
  })
  bus.subscribe(event => events.push(event))
  let now = Date.UTC(2026, 10, 23, 9)
  let made = 0
  const deps: Deps = {
    transaction: work => database.transaction(work),
    read: database.read,
    now: () => now,
    newId: <I extends Id<string>>() => asId<I>(`id-${String(++made).padStart(5, '0')}`),
    newSecret: () => `secret-${++made}`,
    bus,
    config: {
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      origin: 'http://localhost',
      demoPassword: null,
      limits: false,
    },
    log: silentLog,
    workspaceKey: loadWorkspaceKey(folder),
  }
  return {
    deps,
    events,
    advance(ms) {
      now += ms
    },
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
