import { createThreads, type Threads } from '#server/threads'
import type { participationTasks } from './tasks.ts'

export type ParticipationThreads = Threads<typeof participationTasks>

/** A quarter of a million edits take some seconds; what takes ten times as long does not end. */
const timeMs = 60_000
/** A request asks for one text at a time, so that this many requests may wait. */
const waiting = 50

export function createParticipationThreads(): ParticipationThreads {
  return createThreads({
    built: 'participation-thread',
    source: new URL('./thread.ts', import.meta.url),
    size: 1,
    timeMs,
    waiting,
  })
}
