import { HTTPException } from 'hono/http-exception'
import type { ErrorHandler } from 'hono'
import type { Log } from '../log.ts'
import { refuse } from './problems.ts'
import type { AppEnv } from './router.ts'

/** What was thrown: a body that is no JSON is the sender's, everything else a fault of ours. */
export function answerError(log: Log): ErrorHandler<AppEnv> {
  return (error, c) => {
    if (error instanceof HTTPException && error.status === 400) {
      return refuse(c, { type: 'invalid-input', errors: [{ path: '/', message: 'The body is not JSON.' }] })
    }
    log.error('request-failed', error, { requestId: c.var.requestId ?? null, path: c.req.path })
    return refuse(c, { type: 'internal' })
  }
}
