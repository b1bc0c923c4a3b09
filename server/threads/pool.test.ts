import { afterEach, expect, test } from 'vitest'
import type { oddTasks } from '../../tests/support/odd-thread.ts'
import { createThreads, type Threads } from './index.ts'

const source = new URL('../../tests/support/odd-thread.ts', import.meta.url)
const opened: Threads<typeof oddTasks>[] = []

function open(more: { timeMs?: number; waiting?: number } = {}): Threads<typeof oddTasks> {
  const threads = createThreads<typeof oddTasks>({
    built: 'none',
    source,
    size: 1,
    timeMs: more.timeMs ?? 20_000,
    waiting: more.waiting ?? 10,
  })
  opened.push(threads)
  return threads
}

afterEach(() => {
  for (const threads of opened.splice(0)) threads.close()
})

test('a task is done in a thread, one after the other', async () => {
  const { run } = open()
  expect(await Promise.all([run('double', 1), run('double', 2), run('double', 3)])).toEqual(
    [2, 4, 6].map(value => ({ ok: true, value })),
  )
})

test('a task that hangs is ended, and the next one gets a new thread', async () => {
  const { run } = open({ timeMs: 1_000 })
  expect(await run('hang', new SharedArrayBuffer(4))).toMatchObject({ problem: { reason: 'too long' } })
  // On a busy machine the start alone may take longer than that.
  await expect.poll(() => run('double', 4), { timeout: 20_000 }).toEqual({ ok: true, value: 8 })
})

test('a thread that goes down takes its task with it, and nothing else', async () => {
  const { run } = open()
  expect(await run('leave', 1)).toMatchObject({ problem: { type: 'thread-ended' } })
  expect(await run('double', 5)).toEqual({ ok: true, value: 10 })
})

test('what a task throws is thrown where it was asked for', async () => {
  const { run } = open()
  await expect(run('fail', 'no paper left')).rejects.toThrow('no paper left')
  expect(await run('double', 6)).toEqual({ ok: true, value: 12 })
})

test('who would wait too long is told at once', async () => {
  const { run, close } = open({ waiting: 1 })
  const first = run('hang', new SharedArrayBuffer(4))
  const second = run('double', 7)
  expect(await run('double', 8)).toEqual({ ok: false, problem: { type: 'thread-busy' } })
  close()
  const ended = { ok: false, problem: { type: 'thread-ended' } }
  expect(await Promise.all([first, second])).toMatchObject([ended, ended])
})
