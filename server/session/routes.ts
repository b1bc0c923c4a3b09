import { createRoute, z } from '@hono/zod-openapi'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Context, MiddlewareHandler } from 'hono'
import { sha256Hex, type PersonId } from '#shared/core'
import { confidentialityVersion } from '#shared/people'
import * as schema from '#shared/people/schema'
import { addressOf, answers, answersEmpty, createRouter, json, refuse, type AppEnv, type Identity } from '#server/http'
import { findPerson, type Person } from '#server/people'
import type { Deps } from '../deps.ts'
import { acceptanceOptions, acceptInvitation, readInvitation } from './acceptance.ts'
import { changeMe, confirmConfidentiality, exportMe, readMe, type PersonalExport } from './account.ts'
import { dropCookie, giveCookie, tokenIn } from './cookie.ts'
import {
  addPasskey,
  registrationOptions,
  removePasskey,
  renamePasskey,
  signInByPasskey,
  signInOptions,
} from './passkeys.ts'
import { passkeysOf } from './passkey-store.ts'
import { endEverywhere, endSession, readSessions, type Device } from './sessions.ts'
import { changePassword, signIn } from './sign-in.ts'
import { readWorkspace } from './workspace-store.ts'

const tags = ['Session']
const asObject = { type: 'object' } as const
/** What `navigator.credentials` is asked with, as WebAuthn level 3 describes it; passed through as it is. */
const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>().openapi(asObject)
const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>().openapi(asObject)
const personalExport = z.custom<PersonalExport>().openapi(asObject)
const credential = z.object({
  id: z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z0-9_-]+$/),
})
const session = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) })
const invitation = z.object({ token: schema.tokenSchema })

/** One's own account is open before the duty of confidentiality is confirmed; it is where that is done. [D3] */
const requireSession: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.var.identity ? next() : refuse(c, { type: 'sign-in-required' })

type Ctx = Context<AppEnv>

function identityOf(c: Ctx): Identity {
  const { identity } = c.var
  if (!identity) throw new Error('a handler asked who is signed in outside requireSession')
  return identity
}

function deviceOf(c: Ctx): Device {
  const token = tokenIn(c.req.header('cookie'))
  return { userAgent: c.req.header('user-agent') ?? '', previousHash: token === null ? null : sha256Hex(token) }
}

async function personOf(deps: Deps, personId: PersonId): Promise<Person> {
  const person = await findPerson(deps.read, personId)
  if (!person) throw new Error('a session outlived its person')
  return person
}

/** Sign-in, invitations and one's own account. Not behind `requireSignIn`: each route says itself what it needs. */
export function sessionRoutes(deps: Deps) {
  const origin = (c: Ctx) => c.req.header('origin')
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/workspace',
        tags,
        responses: answers(200, schema.workspaceAnswer, 'The workspace as anybody may know it.'),
      }),
      async c => c.json(await readWorkspace(deps), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/session',
        tags,
        request: { body: json(schema.signInBody) },
        responses: answersEmpty('Signed in; the cookie `plenary_session` holds the session.'),
      }),
      async c => {
        const started = await signIn(deps, { ...c.req.valid('json'), address: addressOf(c) }, deviceOf(c))
        if (!started.ok) {
          if (started.problem.type === 'too-many-requests')
            c.header('retry-after', String(started.problem.retryAfterSeconds))
          return refuse(c, started.problem)
        }
        giveCookie(c, deps.config, started.value)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({ method: 'delete', path: '/session', tags, responses: answersEmpty('Signed out.') }),
      async c => {
        const { identity } = c.var
        if (identity) await endSession(deps, identity.personId, identity.sessionHash)
        dropCookie(c, deps.config)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/session/everywhere',
        tags,
        middleware: requireSession,
        responses: answersEmpty('Signed out on every device, this one included.'),
      }),
      async c => {
        await endEverywhere(deps, identityOf(c).personId)
        dropCookie(c, deps.config)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/session/passkey/options',
        tags,
        responses: answers(200, requestOptions, 'What to sign in with; answered once, within five minutes.'),
      }),
      async c => {
        const options = await signInOptions(deps, origin(c))
        return options.ok ? c.json(options.value, 200) : refuse(c, options.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/session/passkey',
        tags,
        request: { body: json(schema.assertionBody) },
        responses: answersEmpty('Signed in.'),
      }),
      async c => {
        const started = await signInByPasskey(deps, c.req.valid('json'), origin(c), deviceOf(c))
        if (!started.ok) return refuse(c, started.problem)
        giveCookie(c, deps.config, started.value)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/sessions',
        tags,
        middleware: requireSession,
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
        middleware: requireSession,
        request: { params: session },
        responses: answersEmpty('That device is signed out.'),
      }),
      async c => {
        const ended = await endSession(deps, identityOf(c).personId, c.req.valid('param').id)
        return ended.ok ? c.body(null, 204) : refuse(c, ended.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me',
        tags,
        middleware: requireSession,
        responses: answers(200, schema.meAnswer, 'Who is signed in, with offices and seats of this moment.'),
      }),
      async c => {
        const me = await readMe(deps, identityOf(c).personId)
        if (!me.ok) return refuse(c, me.problem)
        const { offices, seats, chairs, ...rest } = me.value
        return c.json({ ...rest, offices: [...offices], seats: [...seats], chairs: [...chairs] }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/me',
        tags,
        middleware: requireSession,
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
        middleware: requireSession,
        request: { body: json(schema.passwordChange) },
        responses: answersEmpty(
          'Changed; other devices are signed out. `current` is null where there was no password.',
        ),
      }),
      async c => {
        const { personId, sessionHash } = identityOf(c)
        const changed = await changePassword(deps, personId, sessionHash, c.req.valid('json'))
        return changed.ok ? c.body(null, 204) : refuse(c, changed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me/confidentiality',
        tags,
        middleware: requireSession,
        responses: answers(
          200,
          schema.confidentialityAnswer,
          'Which wording of the duty is in force, and when it was confirmed.',
        ),
      }),
      async c => {
        const person = await personOf(deps, identityOf(c).personId)
        return c.json({ version: confidentialityVersion, confirmedAt: person.confidentialityConfirmedAt }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/confidentiality',
        tags,
        middleware: requireSession,
        request: { body: json(schema.confidentialityBody) },
        responses: answersEmpty('Confirmed.'),
      }),
      async c => {
        const confirmed = await confirmConfidentiality(deps, identityOf(c).personId, c.req.valid('json').version)
        return confirmed.ok ? c.body(null, 204) : refuse(c, confirmed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me/export',
        tags,
        middleware: requireSession,
        responses: answers(200, personalExport, 'Everything kept about oneself, as a file.'),
      }),
      async c => {
        const exported = await exportMe(deps, identityOf(c).personId)
        if (!exported.ok) return refuse(c, exported.problem)
        c.header('content-disposition', 'attachment; filename="plenary-my-data.json"')
        return c.json(exported.value, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me/passkeys',
        tags,
        middleware: requireSession,
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
        middleware: requireSession,
        responses: answers(200, creationOptions, 'What to make a passkey with; answered once, within five minutes.'),
      }),
      async c => {
        const options = await registrationOptions(
          deps,
          await personOf(deps, identityOf(c).personId),
          'register',
          origin(c),
        )
        return options.ok ? c.json(options.value, 200) : refuse(c, options.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/me/passkeys',
        tags,
        middleware: requireSession,
        request: { body: json(schema.passkeyBody) },
        responses: answers(201, schema.passkeyAnswer, 'Added.'),
      }),
      async c => {
        const added = await addPasskey(
          deps,
          await personOf(deps, identityOf(c).personId),
          c.req.valid('json'),
          origin(c),
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
        middleware: requireSession,
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
        return renamed.ok ? c.body(null, 204) : refuse(c, renamed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/me/passkeys/{id}',
        tags,
        middleware: requireSession,
        request: { params: credential },
        responses: answersEmpty('Removed.'),
      }),
      async c => {
        const removed = await removePasskey(deps, identityOf(c).personId, c.req.valid('param').id)
        return removed.ok ? c.body(null, 204) : refuse(c, removed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/invitations/{token}',
        tags,
        request: { params: invitation },
        responses: answers(200, schema.invitationAnswer, 'Whom the link is for.'),
      }),
      async c => {
        const read = await readInvitation(deps, c.req.valid('param').token)
        return read.ok ? c.json(read.value, 200) : refuse(c, read.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/invitations/{token}/passkey-options',
        tags,
        request: { params: invitation },
        responses: answers(200, creationOptions, 'What to make the first passkey with.'),
      }),
      async c => {
        const options = await acceptanceOptions(deps, c.req.valid('param').token, origin(c))
        return options.ok ? c.json(options.value, 200) : refuse(c, options.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/invitations/{token}/accept',
        tags,
        request: { params: invitation, body: json(schema.acceptanceBody) },
        responses: answersEmpty('Taken up and signed in; the link is used up.'),
      }),
      async c => {
        const accepted = await acceptInvitation(
          deps,
          c.req.valid('param').token,
          c.req.valid('json'),
          origin(c),
          deviceOf(c),
        )
        if (!accepted.ok) return refuse(c, accepted.problem)
        giveCookie(c, deps.config, accepted.value)
        return c.body(null, 204)
      },
    )
}

export type SessionRoutes = ReturnType<typeof sessionRoutes>
