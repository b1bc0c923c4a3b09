/** One's own account: name, language, password, passkeys and devices. Behind `requireSignIn`. */
import { createRoute, z } from '@hono/zod-openapi'
import * as schema from '#shared/people/schema'
import { answer, answerEmpty, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { changeMe } from './account.ts'
import { addPasskey, registrationOptions, removePasskey, renamePasskey } from './passkeys.ts'
import { passkeysOf } from './passkey-store.ts'
import { creationOptions, identityOf, originOf, personOf, tags } from './request.ts'
import { endSession, readSessions } from './sessions.ts'
import { changePassword } from './sign-in.ts'

const credential = z.object({
  id: z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z0-9_-]+$/),
})
const session = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) })

export function sessionRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/sessions',
        tags,
        responses: answers(200, z.array(schema.sessionAnswer), 'Where one is signed in.'),
      }),
      async c => {
        const { personId, sessionHash } = identityOf(c)
        const sessions = await readSessions(deps, personId)
        return c.json(
          sessions.map(({ tokenHash, method, userAgent, createdAt, lastSeenAt }) => ({
            id: tokenHash,
            current: tokenHash === sessionHash,
            method,
            userAgent,
            createdAt,
            lastSeenAt,
          })),
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/sessions/{id}',
        tags,
        request: { params: session },
        responses: answersEmpty('That device is signed out.'),
      }),
      async c => answerEmpty(c, await endSession(deps, identityOf(c).personId, c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/me',
        tags,
        request: { body: json(schema.meChange) },
        responses: answersEmpty('Changed.'),
      }),
      async c => {
        const { name, locale } = c.req.valid('json')
        await changeMe(deps, identityOf(c).personId, {
          ...(name !== undefined && { name }),
          ...(locale !== undefined && { locale }),
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/password',
        tags,
        request: { body: json(schema.passwordChange) },
        responses: answersEmpty(
          'Changed; other devices are signed out. `current` is null where there was no password.',
        ),
      }),
      async c => {
        const { personId, sessionHash } = identityOf(c)
        return answerEmpty(c, await changePassword(deps, personId, sessionHash, c.req.valid('json')))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me/passkeys',
        tags,
        responses: answers(200, z.array(schema.passkeyAnswer), 'One’s own passkeys.'),
      }),
      async c => {
        const passkeys = await passkeysOf(deps.read, identityOf(c).personId)
        return c.json(
          passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/passkeys/options',
        tags,
        responses: answers(200, creationOptions, 'What to make a passkey with; answered once, within five minutes.'),
      }),
      async c => {
        const options = await registrationOptions(
          deps,
          await personOf(deps, identityOf(c).personId),
          'register',
          originOf(c),
        )
        return answer(c, options, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/passkeys',
        tags,
        request: { body: json(schema.passkeyBody) },
        responses: answers(201, schema.passkeyAnswer, 'Added.'),
      }),
      async c => {
        const added = await addPasskey(
          deps,
          await personOf(deps, identityOf(c).personId),
          c.req.valid('json'),
          originOf(c),
        )
        if (!added.ok) return refuse(c, added.problem)
        const { id, name, createdAt, lastUsedAt } = added.value
        return c.json({ id, name, createdAt, lastUsedAt }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/me/passkeys/{id}',
        tags,
        request: { params: credential, body: json(schema.passkeyChange) },
        responses: answersEmpty('Renamed.'),
      }),
      async c => {
        const renamed = await renamePasskey(
          deps,
          identityOf(c).personId,
          c.req.valid('param').id,
          c.req.valid('json').name,
        )
        return answerEmpty(c, renamed)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/me/passkeys/{id}',
        tags,
        request: { params: credential },
        responses: answersEmpty('Removed.'),
      }),
      async c => answerEmpty(c, await removePasskey(deps, identityOf(c).personId, c.req.valid('param').id)),
    )
}

export type SessionRoutes = ReturnType<typeof sessionRoutes>
