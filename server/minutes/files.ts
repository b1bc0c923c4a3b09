import { err, ok, type Result } from '#shared/core'
import type { MinutesProblem } from '#shared/minutes'
import type { CommonProblem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import { createKeptFiles } from './export/index.ts'
import type { FileToMake } from './tasks.ts'
import type { MinutesThreads } from './threads.ts'

type NotMade =
  Extract<MinutesProblem, { type: 'file-not-made' }> | Extract<CommonProblem, { type: 'too-many-requests' }>

/** After which it is tried again, where many files wait to be made. */
const busySeconds = 5

/**
 * Makes files of minutes, in a thread: it takes seconds where they are long.
 *
 * - `file-not-made`: the format cannot hold them, or it takes too long.
 * - `too-many-requests`: too many files wait to be made.
 */
export function createFiles({ log }: Pick<Deps, 'log'>, threads: Pick<MinutesThreads, 'run'>) {
  const kept = createKeptFiles((source: string) => threads.run('file', source))
  return async (source: FileToMake): Promise<Result<Uint8Array, NotMade>> => {
    const { format } = source
    const made = await kept(JSON.stringify(source))
    if (made.ok && made.value) return ok(made.value)
    if (!made.ok && made.problem.type === 'thread-busy')
      return err({ type: 'too-many-requests', retryAfterSeconds: busySeconds })
    const reason = !made.ok && made.problem.type === 'thread-ended' ? made.problem.reason : 'refused'
    log.warn('minutes.file-not-made', { format, reason })
    return err({ type: 'file-not-made', format })
  }
}
