/** A real server on a free port over a data folder of its own, in this process, with a clock that can be moved. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import type { Deps } from '../../server/deps.ts'
import { createLog, silentLog } from '../../server/log.ts'
import { projectRoot } from '../../server/root.ts'
import { serve, type RunningServer } from '../../server/serve.ts'

export interface TestServer {
  readonly url: string
  readonly dataFolder: string
  readonly deps: Deps
  readonly setupLink: string | null
  /** From now on the server's clock moves only when it is moved. */
  holdClock(): void
  /** Moves the server's clock forward. Timers of the server that look at the clock follow within their next look. */
  advance(ms: number): void
  /** @returns a Cookie header of a new session */
  signIn(role: string): Promise<string>
  /** Calls the API as the holder of this cookie. */
  call(cookie: string | null, method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>
  /** Stops the server and starts it again over the same data, to which something may happen meanwhile. */
  restart(meanwhile?: () => Promise<void>): Promise<TestServer>
  close(): Promise<void>
}

export interface TestServerOptions {
  /** With the demonstration workspace; otherwise empty, waiting for its set-up. */
  readonly demo?: boolean
  readonly dataFolder?: string
  readonly verbose?: boolean
  /** With limits of requests, as a server has that people use. */
  readonly limits?: boolean
}

export const demoPassword = 'demonstration'

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'plenary-test-')))
  const env = {
    ...{ PORT: '0', PLENARY_DATA: dataFolder },
    ...(!options.limits && { PLENARY_LIMITS: 'off' }),
    ...(options.demo && { PLENARY_DEMO: '1' }),
  }
  const outcome = readConfig(env, projectRoot())
  if (!outcome.ok) throw new Error(outcome.sentence)
  let ahead = 0
  let held: number | null = null
  const now = () => (held ?? Date.now()) + ahead
  const log = options.verbose ? createLog(line => process.stderr.write(`${line}\n`), now) : silentLog
  const server: RunningServer = await serve(outcome.config, { root: projectRoot(), log, now })
  const url = `http://localhost:${server.port}`

  async function call(cookie: string | null, method: string, path: string, body?: unknown) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(cookie !== null && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }

  return {
    url,
    dataFolder,
    deps: server.deps,
    setupLink: server.setupLink,
    holdClock() {
      held ??= Date.now()
    },
    advance(ms) {
      ahead += ms
    },
    async signIn(role) {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `${role}@demo.example`, password: demoPassword }),
      })
      if (response.status !== 204)
        throw new Error(`${role} could not sign in: ${response.status} ${await response.text()}`)
      const cookie = response.headers.get('set-cookie')
      if (cookie === null) throw new Error('no cookie')
      return cookie.split(';', 1)[0] ?? ''
    },
    call,
    async restart(meanwhile) {
      await server.close()
      await meanwhile?.()
      return startTestServer({ ...options, dataFolder })
    },
    async close() {
      await server.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
