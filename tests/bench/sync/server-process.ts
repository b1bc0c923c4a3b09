/** A server under test, in a process of its own over a data folder of its own, looked at from outside. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundle } from './bundle.ts'
import { dialects, type Dialect } from './dialects.ts'
import type { Asked, Memory, Question, Resources, Told } from './servers/control.ts'

export interface ServerKind {
  readonly name: string
  /** Its file in `servers/`, without the ending. */
  readonly script: string
  readonly dialect: Dialect
}

const { plenary: plain, hocuspocus: named, yWebsocket: echoing, floor: bare } = dialects
export const plenary: ServerKind = { name: 'Plenary', script: 'plenary', dialect: plain }
export const hocuspocus: ServerKind = { name: 'Hocuspocus with SQLite', script: 'hocuspocus', dialect: named }
export const yWebsocket: ServerKind = { name: 'y-websocket server', script: 'y-websocket', dialect: echoing }
export const floor: ServerKind = { name: 'floor: relay', script: 'floor', dialect: bare }
export const durableFloor: ServerKind = { name: 'floor: commit, then relay', script: 'durable-floor', dialect: bare }

export const meeting: ServerKind = { name: 'Plenary with a meeting', script: 'meeting', dialect: plain }
export const vote: ServerKind = { name: 'Plenary with a vote', script: 'vote', dialect: plain }
export const broadcast: ServerKind = { name: 'floor: broadcast', script: 'broadcast', dialect: bare }

/** What an open text weighs, in bytes. */
export interface Weight extends Memory {
  /** The process's share of physical memory. */
  readonly pss: number
}

export interface RunningServer {
  readonly kind: ServerKind
  readonly port: number
  readonly folder: string
  /** Processor time of all its threads since it began, in ms. */
  cpuMs(): number
  weight(): Promise<Weight>
  resources(): Promise<Resources>
  documents(): Promise<number>
  /** Lets it store what it has and end; its folder stays. */
  stop(): Promise<void>
  kill(): Promise<void>
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'plenary-bench-'))
}

export async function startServer(kind: ServerKind, folder: string, settings: object = {}): Promise<RunningServer> {
  const child = fork(await bundle(kind.script), [folder, JSON.stringify(settings)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told: { readonly port: number }) => resolve(told.port))
    child.once('exit', code => reject(new Error(`${kind.name} ended with ${code} before it served`)))
  })
  const ask = asker(child)
  return {
    kind,
    port,
    folder,
    cpuMs: () => cpuMs(child),
    async weight() {
      const memory = (await ask('memory')) as Memory
      return { ...memory, pss: pssOf(child) }
    },
    resources: async () => (await ask('resources')) as Resources,
    documents: async () => (await ask('documents')) as number,
    async stop() {
      const ended = once(child, 'exit')
      await ask('stop')
      await ended
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts a server in a fresh folder, and takes both away again whatever happens. */
export async function withServer<T>(
  kind: ServerKind,
  work: (server: RunningServer) => Promise<T>,
  settings: object = {},
): Promise<T> {
  const folder = temporaryFolder()
  const server = await startServer(kind, folder, settings)
  try {
    return await work(server)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true })
  }
}

/** Waits until it has put away every text, at most for `timeoutMs`. */
export async function untilEmpty(server: RunningServer, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await setTimeout(50)) {
    if ((await server.documents()) === 0) return true
  }
  return false
}

function asker(child: ChildProcess): (question: Question) => Promise<Told['answer']> {
  let asked = 0
  const waiting = new Map<number, (answer: Told['answer']) => void>()
  child.on('message', ({ number, answer }: Told) => {
    waiting.get(number)?.(answer)
    waiting.delete(number)
  })
  return question =>
    new Promise((resolve, reject) => {
      const number = ++asked
      waiting.set(number, resolve)
      const message: Asked = { number, question }
      child.send(message, error => error && reject(error))
    })
}

/** From the scheduler, in ns: `stat` counts in steps of 10 ms. */
function cpuMs(child: ChildProcess): number {
  const tasks = `/proc/${child.pid}/task`
  const ns = readdirSync(tasks).reduce((sum, task) => {
    const [onProcessor] = readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')
    return sum + Number(onProcessor)
  }, 0)
  return ns / 1e6
}

function pssOf(child: ChildProcess): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
