/**
 * Work that would hold the server up is done in threads beside it: whoever types or votes does not wait for somebody's PDF.
 *
 *   run ──▶ line ──▶ thread ──▶ answer        a few threads, started when first needed and kept
 *              │        └─ too long, or gone: it is ended, and the next in the line gets a new one
 *              └─ too long a line: refused at once
 *
 * A task is a pure function of what it is given: it knows no database, and nothing is lost with its thread.
 */
import type { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#shared/core'
import { startThread } from './start.ts'

/** What a thread can be asked to do. Inputs and answers are copied between threads: plain values and bytes. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>

export interface ThreadsOptions {
  /** File name of the thread's entry in the built server, without its ending. */
  readonly built: string
  /** The same as a source. */
  readonly source: URL
  /** Threads at most. */
  readonly size: number
  /** What one task may take, the start of its thread included, before it counts as hanging. */
  readonly timeMs: number
  /** Tasks that wait at most. */
  readonly waiting: number
}

/**
 * `thread-busy`: too many wait already. `thread-ended`: the task took too long, or its thread went down with it; `reason` is
 * for the log.
 */
export type ThreadProblem =
  { readonly type: 'thread-busy' } | { readonly type: 'thread-ended'; readonly reason: string }

export interface Threads<T extends Tasks> {
  /** @throws what the task throws: a bug of its own */
  run<K extends keyof T & string>(
    name: K,
    input: Parameters<T[K]>[0],
  ): Promise<Result<Awaited<ReturnType<T[K]>>, ThreadProblem>>
  /** Ends all threads; what is under way counts as ended. */
  close(): void
}

interface Job {
  readonly name: string
  readonly input: unknown
  settle(outcome: Result<unknown, ThreadProblem>): void
  fail(error: Error): void
}

/** What a thread sends back. */
export type Reply = { readonly answer: unknown } | { readonly error: string }

interface Thread {
  readonly worker: Worker
  /** What it does now. */
  job: Job | null
  timer: NodeJS.Timeout | null
}

export function createThreads<T extends Tasks>(options: ThreadsOptions): Threads<T> {
  const line: Job[] = []
  const threads = new Set<Thread>()
  let closed = false

  function next(): void {
    if (closed || line.length === 0) return
    const idle = [...threads].find(thread => thread.job === null)
    const thread = idle ?? (threads.size < options.size ? start() : null)
    const job = thread && line.shift()
    if (!job) return
    thread.job = job
    thread.timer = setTimeout(() => end(thread, 'too long'), options.timeMs)
    thread.worker.ref()
    thread.worker.postMessage({ name: job.name, input: job.input })
  }

  function start(): Thread {
    const thread: Thread = { worker: startThread(options), job: null, timer: null }
    thread.worker.on('message', (reply: Reply) => {
      const job = release(thread)
      // A thread without work keeps no process alive.
      thread.worker.unref()
      if ('error' in reply) job?.fail(new Error(reply.error))
      else job?.settle(ok(reply.answer))
      next()
    })
    thread.worker.on('error', error => end(thread, error instanceof Error ? (error.stack ?? error.message) : 'error'))
    thread.worker.on('exit', code => end(thread, `exit ${code}`))
    threads.add(thread)
    return thread
  }

  function release(thread: Thread): Job | null {
    const { job, timer } = thread
    if (timer) clearTimeout(timer)
    thread.job = null
    thread.timer = null
    return job
  }

  function end(thread: Thread, reason: string): void {
    threads.delete(thread)
    release(thread)?.settle(err({ type: 'thread-ended', reason }))
    // Not waited for: a thread that hangs in native code ends when that returns.
    void thread.worker.terminate()
    next()
  }

  return {
    async run<K extends keyof T & string>(name: K, input: Parameters<T[K]>[0]) {
      if (closed || line.length >= options.waiting) return err({ type: 'thread-busy' })
      type Answer = Result<Awaited<ReturnType<T[K]>>, ThreadProblem>
      return new Promise<Answer>((resolve, reject) => {
        // The one place that takes a thread's answer for what its task gives.
        line.push({ name, input, settle: outcome => resolve(outcome as Answer), fail: reject })
        next()
      })
    },
    close() {
      closed = true
      for (const job of line.splice(0)) job.settle(err({ type: 'thread-ended', reason: 'closed' }))
      for (const thread of threads) end(thread, 'closed')
    },
  }
}
