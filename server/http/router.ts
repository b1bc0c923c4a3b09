import { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '#shared/access'
import type { Identity, ShutOut } from './identity.ts'
import { refuse } from './problems.ts'

/** What the middleware leaves for handlers. */
export interface AppEnv {
  Variables: {
    requestId: string
    /** None on routes that need no sign-in. */
    identity: Identity | null
    /** None of whom `identity` tells. */
    shutOut: ShutOut | null
  }
}

/** A router whose schema failures are answered as `invalid-input`. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const errors = result.error.issues.map(issue => ({
        path: `/${issue.path.map(String).join('/')}`,
        message: issue.message,
      }))
      return refuse(c, { type: 'invalid-input', errors })
    },
  })
}

/** The acting person. Only for routes behind `requireSignIn`. */
export function actorOf(c: { readonly var: AppEnv['Variables'] }): Actor {
  const identity = c.var.identity
  if (!identity) throw new Error('a handler asked for the actor outside requireSignIn')
  return identity.actor
}
