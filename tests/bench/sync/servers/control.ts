/**
 * The inside of a server under test: opens it in the folder it is told, says where it listens, and answers the harness's
 * questions over the channel to its parent. The same for every server, so that it weighs on all alike.
 */
import { setImmediate } from 'node:timers/promises'

/** A server as the harness handles it. */
export interface Subject {
  readonly port: number
  /** Texts that are open in memory. */
  documents(): number
  close(): Promise<void>
}

export type Question = 'memory' | 'resources' | 'documents' | 'stop'

/** After garbage collection, in bytes. */
export interface Memory {
  readonly heap: number
  /** Buffers and what else lies outside the heap and belongs to an object in it. */
  readonly external: number
}

/** What keeps a process busy, counted. */
export interface Resources {
  readonly handles: number
  /** Those that keep the process alive: Node does not tell of others. */
  readonly timers: number
  /** Event listeners of the process and of its open handles. */
  readonly listeners: number
}

export interface Asked {
  readonly number: number
  readonly question: Question
}

export interface Told {
  readonly number: number
  readonly answer: Memory | Resources | number | null
}

/** @param open gets the data folder and, parsed, the settings of this run */
export async function serve(open: (folder: string, settings: unknown) => Promise<Subject>): Promise<void> {
  const [folder, settings] = process.argv.slice(2)
  if (!folder || !process.send) throw new Error('started by the harness alone: needs a folder and a channel')
  const subject = await open(folder, JSON.parse(settings ?? '{}'))
  process.on('message', (asked: Asked) => void answer(subject, asked))
  // The harness has gone: nothing is left to serve.
  process.on('disconnect', () => process.exit(0))
  process.send({ port: subject.port })
}

async function answer(subject: Subject, { number, question }: Asked): Promise<void> {
  const told: Told = { number, answer: await find(subject, question) }
  process.send?.(told, () => question === 'stop' && process.exit(0))
}

async function find(subject: Subject, question: Question): Promise<Told['answer']> {
  switch (question) {
    case 'memory':
      return memory()
    case 'resources':
      return resources()
    case 'documents':
      return subject.documents()
    case 'stop':
      await subject.close()
      return null
  }
}

async function memory(): Promise<Memory> {
  // More than once: what finalizers let go is collected by the next.
  for (let times = 0; times < 3; times++) {
    global.gc?.()
    await setImmediate()
  }
  const { heapUsed, external } = process.memoryUsage()
  return { heap: heapUsed, external }
}

function resources(): Resources {
  const handles = activeHandles()
  const timers = process.getActiveResourcesInfo().filter(name => name === 'Timeout' || name === 'Immediate').length
  const emitters = [process, ...handles]
  const listeners = emitters.reduce((sum, emitter) => sum + listenersOf(emitter), 0)
  return { handles: handles.length, timers, listeners }
}

/** Not in the types of Node, and the only way to the objects themselves. */
function activeHandles(): readonly NodeJS.EventEmitter[] {
  const inside = process as unknown as { _getActiveHandles(): readonly unknown[] }
  return inside._getActiveHandles().filter(handle => hasListeners(handle))
}

function hasListeners(handle: unknown): handle is NodeJS.EventEmitter {
  return typeof handle === 'object' && handle !== null && 'eventNames' in handle
}

function listenersOf(emitter: NodeJS.EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)
}
