import { HTTPException } from 'hono/http-exception'
import type { ErrorHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'
import { refuse } from './problems.ts'
import type { AppEnv } from './router.ts'

/** What was thrown: a body that cannot be read as JSON is the sender's, everything else a fault of ours. */
export function answerError(log: Log): ErrorHandler<AppEnv> {
  return (error, c) => {
    if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
      const message = error.status === 415 ? 'The body must be application/json.' : 'The body is not JSON.'
      return refuse(c, { type: 'invalid-input', errors: [{ path: '/', message }] })
    }
    // By its pattern, not its address: an address may hold the token of an invitation.
    log.error('request-failed', error, { requestId: c.var.requestId ?? null, route: routeOf(c) })
    return refuse(c, { type: 'internal' })
  }
}

function routeOf(c: Parameters<ErrorHandler<AppEnv>>[1]): string {
  const handled = matchedRoutes(c).findLast(route => route.method !== 'ALL')
  return handled ? `${handled.method} ${handled.path}` : c.req.method
}
