import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './router.ts'
import { refuse } from './problems.ts'

/**
 * Whether a request with this Origin header may act. Browsers send Origin with every writing request and every
 * WebSocket handshake; tools without one carry no ambient cookie and are let through.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicOrigin: string): boolean {
  if (origin === undefined) return true
  if (origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Refuses writing requests that another site's page makes with this site's cookie. */
export function crossSite(publicOrigin: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!isOwnOrigin(c.req.header('origin'), c.req.header('host'), publicOrigin)) {
      return refuse(c, { type: 'cross-site-request' })
    }
    return next()
  }
}
