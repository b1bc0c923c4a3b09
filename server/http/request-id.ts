import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './router.ts'

/** A number for this request, in the answer's header and in the log, so that a report can be found again. */
export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  const id = randomUUID()
  c.set('requestId', id)
  c.header('x-request-id', id)
  await next()
}
