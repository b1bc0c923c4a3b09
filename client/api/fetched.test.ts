import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { ok, type Result } from '#shared/core'
import type { ApiProblem } from './call.ts'
import { createFetched } from './fetched.ts'

const hints = vi.hoisted(() => new Map<string, () => void>())
vi.mock('#client/sync', () => ({
  onLive: (topic: string, id: string | null, handler: () => void) => {
    hints.set(`${topic} ${id ?? 'any'}`, handler)
    return () => hints.delete(`${topic} ${id ?? 'any'}`)
  },
}))
afterEach(() => vi.useRealTimers())

type Answer = (value: string) => void

/** What is fetched by hand: each request waits until its own `answer` is called. */
function byHand() {
  const answers: Answer[] = []
  const load = () => new Promise<Result<string, ApiProblem>>(resolve => answers.push(value => resolve(ok(value))))
  return createRoot(dispose => ({ answers, dispose, fetched: createFetched(load) }))
}

test('whoever waits for an answer that was overtaken waits for the one that stands', async () => {
  const { answers, fetched, dispose } = byHand()
  answers[0]?.('first')
  await vi.waitFor(() => expect(fetched.value()).toBe('first'))
  const seen = fetched.refetch().then(() => fetched.value())
  void fetched.refetch()
  answers[1]?.('overtaken')
  await new Promise(setImmediate)
  answers[2]?.('newest')
  expect(await seen).toBe('newest')
  dispose()
})

test('of overlapping answers the one asked for last stands, whichever comes first', async () => {
  const { answers, fetched, dispose } = byHand()
  const [first, second] = [fetched.refetch(), fetched.refetch()]
  answers[2]?.('newest')
  await second
  answers[1]?.('late')
  await first
  expect(fetched.value()).toBe('newest')
  dispose()
})

test('nobody waits for the answer of a page that is gone', async () => {
  const { answers, fetched, dispose } = byHand()
  const waited = fetched.refetch()
  dispose()
  answers[1]?.('nobody reads this')
  await waited
  expect(fetched.value()).toBeUndefined()
})

test('hints in a row are one fetch, and one that is gathered for long holds up no other', () => {
  vi.useFakeTimers()
  const load = vi.fn(async () => ok('value'))
  const ballots = { topic: 'ballot', id: 'm1', gapMs: () => 3_000 } as const
  const dispose = createRoot(end => {
    createFetched<string>(load, ['motion', ballots])
    return end
  })
  hints.get('ballot m1')?.()
  hints.get('motion any')?.()
  hints.get('motion any')?.()
  vi.advanceTimersByTime(150)
  expect(load).toHaveBeenCalledTimes(2)
  hints.get('ballot m1')?.()
  vi.advanceTimersByTime(2_999)
  expect(load).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1)
  expect(load).toHaveBeenCalledTimes(3)
  hints.get('ballot m1')?.()
  dispose()
  vi.advanceTimersByTime(3_000)
  expect([load.mock.calls.length, hints.size]).toEqual([3, 0])
})
