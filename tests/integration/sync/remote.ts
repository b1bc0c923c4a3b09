/** A sync server in a process of its own, and what a test may ask it beside the sockets. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { DocumentAccess, SyncLimits } from '#server/sync'

export interface Standing {
  readonly rooms: number
  readonly connections: number
  readonly timers: number
  readonly sockets: number
  /** After a garbage collection, where the process was started with `--expose-gc`. */
  readonly heapBytes: number
  readonly memoryBytes: number
}

export interface Answers {
  /** The committed text as one update. */
  state(documentId: string): Promise<Uint8Array>
  /** Everybody whom the log or a client number of this text names. */
  authors(documentId: string): Promise<readonly (string | null)[]>
  seed(documentId: string, update: Uint8Array): Promise<void>
  right(person: string, right: DocumentAccess | null): Promise<void>
  freeze(documentId: string): Promise<void>
  endSession(person: string): Promise<void>
  beginSession(person: string): Promise<void>
  standing(): Promise<Standing>
  /** Leaves no room in the file system of the folder. */
  fillDisk(): Promise<void>
  emptyDisk(): Promise<void>
  integrity(): Promise<unknown>
  /** The longest that the process did one thing, since this was last asked: as time, and as work of a processor. */
  longestStall(): Promise<{ readonly ms: number; readonly busyMs: number }>
}

export interface Question {
  readonly id: number
  readonly name: keyof Answers
  readonly given: readonly unknown[]
}

export interface Remote {
  readonly origin: string
  readonly process: ChildProcess
  readonly ask: Answers
  stop(): Promise<void>
}

export interface RemoteOptions {
  readonly folder: string
  readonly limits?: Partial<SyncLimits>
  readonly guests?: number
  readonly port?: number
  readonly node?: readonly string[]
  /** Words before the command, such as those of a shell that prepares the ground. */
  readonly within?: (command: readonly string[]) => readonly [string, ...string[]]
}

export async function startRemote({ folder, node = [], within, ...options }: RemoteOptions): Promise<Remote> {
  const program = ['tests/integration/sync/stand-alone.ts', folder, JSON.stringify(options)]
  const command = [process.execPath, ...node, '--import', 'tsx', ...program] as const
  const [file, ...args] = within?.(command) ?? command
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], serialization: 'advanced' })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let asked = 0
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(value)
    else asker?.reject(new Error(error))
  })
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`the server has ended: ${signal ?? code}`))
    waiting.clear()
  })
  const ask = (name: keyof Answers, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++asked
      waiting.set(id, { resolve, reject })
      child.send({ id, name, given } satisfies Question)
    })
  if (!child.stdout) throw new Error('has an output')
  const [line]: Buffer[] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
  ])
  return {
    origin: String(line).trim(),
    process: child,
    ask: new Proxy({} as Answers, {
      get:
        (_, name: keyof Answers) =>
        (...given: readonly unknown[]) =>
          ask(name, given),
    }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
