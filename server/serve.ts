/** From a configuration to a running server: data folder, database, parts, socket. */
import { createAdaptorServer } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Id } from '#shared/core'
import { lockFolder, openDatabase } from '#server/db'
import { loadWorkspaceKey } from '#server/record'
import { createApp, type App } from './app.ts'
import { createBus } from './bus.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

export interface World {
  /** Folder of package.json: migrations and the built client are found from it. */
  readonly root: string
  readonly log: Log
  readonly now: () => number
}

export interface RunningServer {
  readonly port: number
  readonly deps: Deps
  /** One-time link for the Secretariat, while the workspace is not set up. */
  readonly setupLink: string | null
  /** Stops accepting, finishes what is under way, closes the database. */
  close(): Promise<void>
}

/**
 * Listens first, answering 503, so that a probe sees a start and not a refusal; then migrates and opens.
 *
 * @throws when the port is taken, the data folder cannot be written or the database cannot be opened; `StartRefusal` when
 *   another server runs over the data folder, or what is in it is not to be served like this
 */
export async function serve(config: Config, world: World): Promise<RunningServer> {
  let app: App | null = null
  const http = createAdaptorServer({
    fetch: (request, env) => (app ? app.fetch(request, env) : unavailable()),
  }) as Server
  const port = await listen(http, config)
  // Port 0 asks for any free port; the public address follows what was given.
  const settled = config.port === port ? config : { ...config, port, origin: withPort(config.origin, port) }
  const opened: (() => unknown)[] = []
  try {
    opened.push(takeFolder(config.dataFolder))
    const db = openDatabase({
      file: join(config.dataFolder, 'plenary.sqlite'),
      migrationsFolder: join(world.root, 'drizzle'),
    })
    opened.push(() => db.close())
    const bus = createBus(error => world.log.error('bus-listener-failed', error))
    const deps: Deps = {
      async transaction(work, options) {
        const value = await db.transaction(work, options)
        bus.publish({ type: 'committed' })
        return value
      },
      read: db.read,
      now: world.now,
      newId,
      newSecret: () => randomBytes(32).toString('base64url'),
      bus,
      config: settled,
      log: world.log,
      workspaceKey: loadWorkspaceKey(config.dataFolder),
    }
    const ready = await createApp(deps, world.root, http)
    app = ready
    return {
      port,
      deps,
      setupLink: ready.setupLink,
      async close() {
        app = null
        const closed = new Promise(resolve => http.close(resolve))
        await ready.close()
        http.closeIdleConnections()
        await Promise.race([closed, dropAfter(http, 2_000)])
        await closeAll(opened)
      },
    }
  } catch (error) {
    http.close()
    await closeAll(opened)
    throw error
  }
}

function takeFolder(folder: string): () => void {
  const release = lockFolder(folder)
  if (release) return release
  throw new StartRefusal(
    `Another Plenary server is running over the data folder ${folder}: stop it first, or set PLENARY_DATA to another folder.`,
  )
}

/** The last opened first. */
async function closeAll(opened: (() => unknown)[]): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close()
}

function newId<I extends Id<string>>(): I {
  return randomBytes(16).toString('hex') as I
}

function unavailable(): Response {
  return Response.json({ status: 'unavailable' }, { status: 503, headers: { 'retry-after': '1' } })
}

function listen(http: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(config.port, config.host, () => {
      http.off('error', reject)
      const address = http.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}

async function dropAfter(http: Server, ms: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, ms).unref())
  http.closeAllConnections()
}

function withPort(origin: string, port: number): string {
  const url = new URL(origin)
  if (url.port === '0') url.port = String(port)
  return url.origin
}
