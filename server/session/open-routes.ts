/** What is open to those who have not signed in, or not confirmed the duty of confidentiality yet. */
import { createRoute, z } from '@hono/zod-openapi'
import { confidentialityVersion } from '#shared/people'
import * as schema from '#shared/people/schema'
import {
  addressOf,
  answer,
  answerEmpty,
  answers,
  answersEmpty,
  createRouter,
  json,
  refuse,
  requireSession,
} from '#server/http'
import type { Deps } from '../deps.ts'
import { acceptanceOptions, acceptInvitation, readInvitation } from './acceptance.ts'
import { confirmConfidentiality, exportMe, readMe, type PersonalExport } from './account.ts'
import { dropCookie, giveCookie } from './cookie.ts'
import { signInByPasskey, signInOptions } from './passkeys.ts'
import { creationOptions, deviceOf, identityOf, originOf, personOf, requestOptions, tags } from './request.ts'
import { endEverywhere, endSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { readWorkspace } from './workspace-store.ts'

const personalExport = z.custom<PersonalExport>().openapi({ type: 'object' })
const invitation = z.object({ token: schema.tokenSchema })

/** Sign-in, invitations, and who one is. Each route says itself what it needs. */
export function openSessionRoutes(deps: Deps) {
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
        if (!started.ok) return refuse(c, started.problem)
        giveCookie(c, deps.config, started.value)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({ method: 'delete', path: '/session', tags, responses: answersEmpty('Signed out.') }),
      async c => {
        const known = c.var.identity ?? c.var.shutOut
        if (known) await endSession(deps, known.personId, known.sessionHash)
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
      async c => answer(c, await signInOptions(deps, originOf(c)), 200),
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
        const started = await signInByPasskey(deps, c.req.valid('json'), originOf(c), deviceOf(c))
        if (!started.ok) return refuse(c, started.problem)
        giveCookie(c, deps.config, started.value)
        return c.body(null, 204)
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
      async c =>
        answerEmpty(c, await confirmConfidentiality(deps, identityOf(c).personId, c.req.valid('json').version)),
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
        path: '/invitations/{token}',
        tags,
        request: { params: invitation },
        responses: answers(200, schema.invitationAnswer, 'Whom the link is for.'),
      }),
      async c => answer(c, await readInvitation(deps, c.req.valid('param').token), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/invitations/{token}/passkey-options',
        tags,
        request: { params: invitation },
        responses: answers(200, creationOptions, 'What to make the first passkey with.'),
      }),
      async c => answer(c, await acceptanceOptions(deps, c.req.valid('param').token, originOf(c)), 200),
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
          originOf(c),
          deviceOf(c),
        )
        if (!accepted.ok) return refuse(c, accepted.problem)
        giveCookie(c, deps.config, accepted.value)
        return c.body(null, 204)
      },
    )
}

export type OpenSessionRoutes = ReturnType<typeof openSessionRoutes>
