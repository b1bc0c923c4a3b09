import { createRoute, z } from '@hono/zod-openapi'
import { setupAnswer, setupBody, tokenSchema } from '#shared/people/schema'
import { answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import { giveCookie } from '#server/session'
import type { Deps } from '../deps.ts'
import { setUp } from './service.ts'
import { isSetupToken } from './token.ts'

const tags = ['Set-up']

/** Open to whoever holds the link of this start. */
export function setupRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/setup/{token}',
        tags,
        request: { params: z.object({ token: tokenSchema }) },
        responses: answersEmpty('The link can be used.'),
      }),
      async c => {
        const valid = await isSetupToken(deps, c.req.valid('param').token)
        return valid ? c.body(null, 204) : refuse(c, { type: 'setup-not-valid' })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/setup',
        tags,
        request: { body: json(setupBody) },
        responses: answers(201, setupAnswer, 'Set up and signed in; the links are told this once.'),
      }),
      async c => {
        // Whoever sets up has no session yet.
        const device = { userAgent: c.req.header('user-agent') ?? '', previousHash: null }
        const done = await setUp(deps, c.req.valid('json'), device)
        if (!done.ok) return refuse(c, done.problem)
        giveCookie(c, deps.config, done.value.token)
        return c.json({ invitations: [...done.value.invitations] }, 201)
      },
    )
}

export type SetupRoutes = ReturnType<typeof setupRoutes>
