import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { refuse } from './problems.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { AppEnv } from './router.ts'

/** Limits requests by session, or by address where nobody is signed in. */
export function rateLimit(limiter: RateLimiter): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { identity, shutOut } = c.var
    const key = (identity ?? shutOut)?.sessionHash ?? addressOf(c)
    const retryAfterSeconds = limiter.take(key)
    return retryAfterSeconds === 0 ? next() : refuse(c, { type: 'too-many-requests', retryAfterSeconds })
  }
}

export function addressOf(c: Parameters<typeof getConnInfo>[0]): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Requests made in tests without a socket.
    return 'unknown'
  }
}
