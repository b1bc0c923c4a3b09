import { minuteMs } from '#shared/core'
import type { Deps } from '../deps.ts'
import { noteOverdue } from './note.ts'

/** How often it looks: fourteen days are not kept to the second. */
const lookEveryMs = minuteMs

export interface NotingClock {
  /** Resolves when nothing is being noted any more. */
  stop(): Promise<void>
}

/**
 * Notes children's plans whose time before the NWG is over, for as long as the server runs. It keeps nothing: what is
 * overdue is read from the database by the injected clock. [E7]
 */
export function startNotingClock(deps: Deps): NotingClock {
  let underWay: Promise<unknown> = Promise.resolve()
  const look = () => {
    // One after the other: each look begins with what the one before has left.
    underWay = underWay.then(() => noteOverdue(deps)).catch((error: unknown) => deps.log.error('noting-failed', error))
  }
  look()
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
