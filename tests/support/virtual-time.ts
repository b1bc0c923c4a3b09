/**
 * The clock and the timers under a test's hand: time passes when it is told to, and between two timers all that is ready
 * is done. The same seed is the same run.
 */
import { vi } from 'vitest'

const really = { setImmediate }

export function stopTime(): void {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'Date',
    ] as const,
    now: Date.UTC(2026, 10, 23, 9),
  })
}

export function letTimeGo(): void {
  vi.clearAllTimers()
  vi.useRealTimers()
}

/** Promises, streams and the compression of a pack. */
async function settle(): Promise<void> {
  do await new Promise(resolve => really.setImmediate(resolve))
  while (process.getActiveResourcesInfo().some(kind => kind.startsWith('Zlib')))
}

export async function pass(ms: number): Promise<void> {
  let over = false
  setTimeout(() => (over = true), ms)
  await settle()
  while (!over) {
    vi.advanceTimersToNextTimer()
    await settle()
  }
}

/** Time passes until this has been done. */
export async function passUntil<T>(work: Promise<T>): Promise<T> {
  let over = false
  const ended = (): void => void (over = true)
  work.then(ended, ended)
  await settle()
  for (let step = 0; !over; step++) {
    if (step > 100_000) throw new Error('it never ends')
    vi.advanceTimersToNextTimer()
    await settle()
  }
  return work
}
