import { cpSync, mkdtempSync, rmSync } from 'node:fs'
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

/** A data folder as tests find it, and how many ids its making took. */
interface Start {
  readonly folder: string
  readonly made: number
}

let empty: Start | null = null

/** An empty database with all its tables, and the workspace's key: made once for all the tests of a process. */
function emptyStart(): Start {
  if (empty === null) {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-prepared-'))
    prepareDatabase({ file: join(folder, 'plenary.sqlite'), migrationsFolder })
    loadWorkspaceKey(folder)
    empty = { folder, made: 0 }
  }
  return empty
}

/** A real database in a folder of its own, a clock that stands still, and ids that count. */
export function openTempDeps(): TempDeps {
  return openFrom(emptyStart())
}

/**
 * What many tests begin with: made once in a process, copied for each.
 *
 * @param fill fills an empty database, of which nothing else may be kept than the value
 * @returns opens a copy
 */
export function preparedDeps<T>(fill: (deps: Deps) => Promise<T>): () => Promise<{ temp: TempDeps; value: T }> {
  let filled: Promise<{ start: Start; value: T }> | null = null
  const make = async () => {
    const temp = openFrom(emptyStart())
    const value = await fill(temp.deps)
    const folder = mkdtempSync(join(tmpdir(), 'plenary-prepared-'))
    await temp.close(folder)
    return { start: { folder, made: temp.made() }, value }
  }
  return async () => {
    filled ??= make()
    const { start, value } = await filled
    return { temp: openFrom(start), value }
  }
}

interface OpenedDeps extends TempDeps {
  /** Ids and secrets so far. */
  made(): number
  /** @param keep a folder in which everything is left, instead of nowhere */
  close(keep?: string): Promise<void>
}

function openFrom(start: Start): OpenedDeps {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-test-'))
  cpSync(start.folder, folder, { recursive: true })
  const database = openDatabase({ file: join(folder, 'plenary.sqlite'), migrationsFolder })
  const events: BusEvent[] = []
  const bus = createBus(error => {
    throw error
  })
  bus.subscribe(event => events.push(event))
  let now = Date.UTC(2026, 10, 23, 9)
  let { made } = start
  const deps: Deps = {
    transaction: (work, options) => database.transaction(work, options),
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
    made: () => made,
    async close(keep) {
      await database.close()
      if (keep !== undefined) cpSync(folder, keep, { recursive: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
