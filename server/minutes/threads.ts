import { createThreads, type Threads } from '#server/threads'
import type { minutesTasks } from './tasks.ts'

export type MinutesThreads = Threads<typeof minutesTasks>

/** A large table is set in three seconds; what takes twenty times as long does not end. */
const timeMs = 60_000
/** Each may hold a file and what it is made of: some 20 MB where the minutes are very long. */
const waiting = 30

/** Two, so that a file that takes long does not keep those who read and circulate waiting. */
export function createMinutesThreads(): MinutesThreads {
  return createThreads({
    built: 'minutes-thread',
    source: new URL('./thread.ts', import.meta.url),
    size: 2,
    timeMs,
    waiting,
  })
}
