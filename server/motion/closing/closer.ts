import type { Deps } from '../../deps.ts'
import { closeDueMotions } from './closing.ts'
import { remindDueMotions } from '../reminding/reminding.ts'
import type { MotionSubjects } from '../subject.ts'

/** How often it looks: a vote closes by itself within about this time after its deadline. Ballots are late all the same. */
const lookEveryMs = 500

export interface MotionCloser {
  /** Resolves when nothing is being closed any more. */
  stop(): Promise<void>
}

/**
 * Closes votes by time and reminds seats before, for as long as the server runs. It keeps nothing: what is due is read from the database by the
 * injected clock, so that a vote whose deadline passed while the server was down closes at the next start. [V5]
 */
export function startMotionCloser(deps: Deps, subjects: MotionSubjects): MotionCloser {
  let underWay: Promise<unknown> = Promise.resolve()
  let looking = false
  const look = () => {
    if (looking) return
    looking = true
    underWay = closeDueMotions(deps, subjects)
      .then(() => remindDueMotions(deps))
      .catch((error: unknown) => deps.log.error('motion-closer-failed', error))
      .finally(() => {
        looking = false
      })
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
