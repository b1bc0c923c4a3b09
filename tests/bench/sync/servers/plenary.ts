/**
 * Plenary's sync server, whole: database file, identity, access, presence stamped from the session, history. Only who is
 * who is made up: `session=p0` to `session=p499`, and everybody may write everything.
 */
import { openDatabase } from '#server/db'
import { createSyncServer, defaultSyncLimits, type SyncIdentity, type SyncLimits } from '#server/sync'
import { asId, type PersonId } from '#shared/core'
import { join } from 'node:path'
import { createBus } from '../../../../server/bus.ts'
import type { Log } from '../../../../server/log.ts'
import { serve } from './control.ts'
import { listen, stopListening } from './listen.ts'

const persons = 500

/** An error is no measurement. */
const log: Log = { info() {}, warn() {}, error: (what, error) => console.error(what, error) }

const everybody: ReadonlyMap<string, SyncIdentity> = new Map(
  Array.from({ length: persons }, (_, number) => {
    const name = `p${number}`
    const identity: SyncIdentity = {
      personId: asId<PersonId>(name),
      sessionHash: `hash-of-${name}`,
      name: `Ms ${name}`,
      organisation: `Office of ${name}`,
    }
    return [`session=${name}`, identity]
  }),
)

await serve(async (folder, settings) => {
  const database = openDatabase({ file: join(folder, 'plenary.db'), migrationsFolder: 'drizzle' })
  const { http, port } = await listen()
  const deps = {
    transaction: database.transaction,
    read: database.read,
    now: () => Date.now(),
    bus: createBus(error => {
      throw error
    }),
    log,
    config: { origin: `http://127.0.0.1:${port}`, limits: false },
  }
  const access = {
    authenticate: async (cookie: string | undefined) => everybody.get(cookie ?? '') ?? null,
    documentAccess: async () => ({ access: 'edit', frozen: false }) as const,
    mayFollow: async () => false,
    readFloor: async () => null,
  }
  const sync = createSyncServer(deps, access, { ...defaultSyncLimits, ...(settings as Partial<SyncLimits>) })
  sync.attach(http)
  return {
    port,
    documents: () => sync.counts().rooms,
    async close() {
      await sync.close()
      await stopListening(http)
      await database.close()
    },
  }
})
