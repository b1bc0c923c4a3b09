import type { MiddlewareHandler } from 'hono'
import type { MotionId } from '#shared/core'
import { ballotBody, secretBallotBody } from '#shared/motion/schema'
import { createRouter, idSchema, type AppEnv } from '#server/http'
import type { Deps } from '../../deps.ts'
import { keepShutOutAttempt } from './casting.ts'

/**
 * Before `requireSignIn`, which refuses whoever is shut out: that they tried to cast leaves its evidence. A body that is no
 * ballot is no attempt. [V1]
 */
export function shutOutCasting(deps: Deps) {
  const keepAttempt =
    (body: typeof ballotBody | typeof secretBallotBody): MiddlewareHandler<AppEnv> =>
    async (c, next) => {
      const { shutOut } = c.var
      if (!shutOut) return next()
      const motionId = idSchema<MotionId>().safeParse(c.req.param('id'))
      const attempt = body.safeParse(await c.req.json().catch(() => null))
      if (motionId.success && attempt.success) {
        await keepShutOutAttempt(deps, shutOut.personId, motionId.data, attempt.data)
      }
      return next()
    }
  return createRouter()
    .post('/motions/:id/ballots', keepAttempt(ballotBody))
    .post('/motions/:id/papers', keepAttempt(secretBallotBody))
}
