import type { Actor } from '#shared/access'
import type { PersonId } from '#shared/core'
import type { Context, MiddlewareHandler } from 'hono'
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

/** Whoever comes with a session that their suspension has ended: told so, and nothing is open to them. */
export interface ShutOut {
  readonly personId: PersonId
  readonly sessionHash: string
}

/** Somebody signed in, somebody shut out, or a stranger: neither. */
export interface Visitor {
  readonly identity: Identity | null
  readonly shutOut: ShutOut | null
}

/** Given by the session slice: reads the session cookie out of a Cookie header. */
export type Identify = (cookieHeader: string | undefined) => Promise<Visitor>

export function identity(identify: Identify): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { identity, shutOut } = await identify(c.req.header('cookie'))
    c.set('identity', identity)
    c.set('shutOut', shutOut)
    await next()
  }
}

/** Signed in, the duty of confidentiality confirmed or not: here is where it is confirmed. [D3] */
export const requireSession: MiddlewareHandler<AppEnv> = async (c, next) => (c.var.identity ? next() : refuseVisitor(c))

function refuseVisitor(c: Context<AppEnv>) {
  return refuse(c, { type: c.var.shutOut ? 'access-suspended' : 'sign-in-required' })
}

/** Everything behind it needs a session and, but for the confirmation itself, the duty of confidentiality confirmed. [D3] */
export const requireSignIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const identity = c.var.identity
  if (!identity) return refuseVisitor(c)
  if (!identity.actor.confidential) return refuse(c, { type: 'confidentiality-required' })
  return next()
}
