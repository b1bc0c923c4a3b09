import type { Actor } from '#shared/access'
import type { PersonId } from '#shared/core'
import type { MiddlewareHandler } from 'hono'
import { refuse } from './problems.ts'
import type { AppEnv } from './router.ts'

/** Who is asking, by the session cookie, with the offices and seats of this moment. */
export interface Identity {
  readonly personId: PersonId
  readonly name: string
  readonly organisation: string | null
  readonly sessionHash: string
  readonly actor: Actor
}

/** Given by the people slice: reads the session cookie out of a Cookie header. */
export type Identify = (cookieHeader: string | undefined) => Promise<Identity | null>

export function identity(identify: Identify): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('identity', await identify(c.req.header('cookie')))
    await next()
  }
}

/** Everything behind it needs a session and, but for the confirmation itself, the duty of confidentiality confirmed. [D3] */
export const requireSignIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const identity = c.var.identity
  if (!identity) return refuse(c, { type: 'sign-in-required' })
  if (!identity.actor.confidential) return refuse(c, { type: 'confidentiality-required' })
  return next()
}
