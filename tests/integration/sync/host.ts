/** A sync server on a real port over a real database file, with people and rights that the test decides. */
import { openDatabase, type Database } from '#server/db'
import {
  createSyncServer,
  defaultSyncLimits,
  seedDocument,
  type DocumentAccess,
  type SyncIdentity,
  type SyncLimits,
  type SyncServer,
} from '#server/sync'
import { asId, type PersonId } from '#shared/core'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createBus, type Bus } from '../../../server/bus.ts'
import { silentLog, type Log } from '../../../server/log.ts'

export interface Host {
  readonly origin: string
  readonly database: Database
  readonly bus: Bus
  readonly sync: SyncServer
  /** What a person may do with every text of this host; `null` hides them all. */
  readonly rights: Map<string, DocumentAccess | null>
  /** Texts that stand still for everybody. */
  readonly frozen: Set<string>
  /** Meetings by id: what is shown of each, and who may follow it. */
  readonly meetings: Map<string, { readonly shown: string; readonly readers: readonly string[] }>
  /** Sessions by cookie header. */
  readonly sessions: Map<string, SyncIdentity>
  seed(documentId: string, update: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface HostOptions {
  readonly folder: string
  readonly port?: number
  readonly limits?: Partial<SyncLimits>
  /** Stands before the database's own transaction. */
  readonly transaction?: ((database: Database) => Database['transaction']) | undefined
  readonly log?: Log
  /** Who asks is known when this is over. */
  readonly deciding?: () => Promise<void>
  /** A floor is known when this is over. */
  readonly reading?: () => Promise<void>
  /** So many more people who edit: guest-0, guest-1, … */
  readonly guests?: number
}

export const cookieOf = (person: string): string => `session=${person}`

export function personOf(name: string): SyncIdentity {
  return {
    personId: asId<PersonId>(name),
    sessionHash: `hash-of-${name}`,
    name: `Ms ${name}`,
    organisation: `Office of ${name}`,
  }
}

export async function openHost(options: HostOptions): Promise<Host> {
  const database = openDatabase({ file: join(options.folder, 'plenary.db'), migrationsFolder: 'drizzle' })
  const bus = createBus(error => {
    throw error
  })
  const rights: Host['rights'] = new Map([
    ['ana', 'edit'],
    ['ben', 'edit'],
    ['rea', 'read'],
    ['cem', 'comment'],
    // Edits like ana and ben, with a client of his own.
    ['mal', 'edit'],
    ...Array.from({ length: options.guests ?? 0 }, (_, index) => [`guest-${index}`, 'edit'] as const),
  ])
  const frozen: Host['frozen'] = new Set()
  const meetings: Host['meetings'] = new Map()
  const sessions: Host['sessions'] = new Map([...rights.keys()].map(person => [cookieOf(person), personOf(person)]))
  const http = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>(resolve => http.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const deps = {
    transaction:
      options.transaction?.(database) ?? ((work => database.transaction(work)) satisfies Database['transaction']),
    read: database.read,
    now: () => Date.now(),
    bus,
    log: options.log ?? silentLog,
    config: { origin, limits: true },
  }
  const access = {
    async authenticate(cookie: string | undefined) {
      await options.deciding?.()
      return sessions.get(cookie ?? '') ?? null
    },
    async documentAccess(identity: SyncIdentity, documentId: string) {
      const access = rights.get(identity.personId)
      if (!access) return null
      return frozen.has(documentId) ? ({ access: 'read', frozen: true } as const) : { access, frozen: false }
    },
    async mayFollow({ personId }: SyncIdentity, meetingId: string) {
      await options.deciding?.()
      return meetings.get(meetingId)?.readers.includes(personId) ?? false
    },
    async readFloor(meetingId: string) {
      await options.reading?.()
      const meeting = meetings.get(meetingId)
      if (!meeting) return null
      const { shown, readers } = meeting
      return { same: shown, readers: readers.join(), write: () => JSON.stringify({ shown }) }
    },
  }
  const sync = createSyncServer(deps, access, { ...defaultSyncLimits, ...options.limits })
  sync.attach(http)
  return {
    origin,
    database,
    bus,
    sync,
    rights,
    frozen,
    meetings,
    sessions,
    seed: (documentId, update) => database.transaction(tx => seedDocument(tx, deps, documentId, update)),
    async close() {
      await sync.close()
      await new Promise(resolve => http.close(resolve))
      await database.close()
    },
  }
}
