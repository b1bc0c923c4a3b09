import { createRoute } from '@hono/zod-openapi'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import {
  groupTermsAnswer,
  groupTermsPath,
  inForceQuery,
  memorandaAnswer,
  memorandumBody,
  memorandumCreatedAnswer,
  memorandumEndBody,
  memorandumPath,
  newTermsVersionBody,
  settingsChangeBody,
  termsAnswer,
  termsComparisonAnswer,
  termsComparisonQuery,
  termsListAnswer,
  termsPath,
  termsPreviewAnswer,
  termsVersionAnswer,
  termsVersionPath,
} from '#shared/terms/schema'
import type { Deps } from '../deps.ts'
import { endMemorandum, readMemoranda, registerMemorandum } from './memoranda.ts'
import { readTerms, readTermsList, resumeTermsText } from './reading.ts'
import { changeSettings } from './settings.ts'
import { previewTerms, submitTerms, withdrawTerms } from './submit.ts'
import { readGroupTerms, readTermsComparison, readTermsVersion } from './versions.ts'

export type TermsRoutes = ReturnType<typeof termsRoutes>

const tags = ['Terms of reference']

/** Terms of reference, their settings and versions, and the memoranda with NGOs; behind sign-in. */
export function termsRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/terms',
        tags,
        summary: 'Terms of reference of every body, with what is in force',
        responses: answers(200, termsListAnswer, 'Co-ordinator, Secretariat, National Working Group, thematic groups.'),
      }),
      async c => c.json(await readTermsList(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/terms/{id}',
        tags,
        summary: 'Terms of reference of one body, with the draft of its settings and its versions',
        request: { params: termsPath },
        responses: answers(200, termsAnswer, 'Versions latest first.'),
      }),
      async c => answer(c, await readTerms(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/terms/{id}/settings',
        tags,
        summary: 'Change some fields of the draft of the settings',
        request: { params: termsPath, body: json(settingsChangeBody) },
        responses: answers(200, termsAnswer, 'As they are now; nothing is in force by it.'),
      }),
      async c => {
        const { id } = c.req.valid('param')
        const changed = await changeSettings(deps, actorOf(c), id, c.req.valid('json'))
        if (!changed.ok) return refuse(c, changed.problem)
        return answer(c, await readTerms(deps, actorOf(c), id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/terms/{id}/resume-text',
        tags,
        summary: 'Open a text that could not be read in part for writing as it stands',
        request: { params: termsPath },
        responses: answersEmpty('Open; the text goes on in a new epoch, and its sockets begin afresh.'),
      }),
      async c => answerEmpty(c, await resumeTermsText(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/terms/{id}/preview',
        tags,
        summary: 'What would be frozen if the terms were submitted now',
        request: { params: termsPath },
        responses: answers(200, termsPreviewAnswer, 'The canonical content and its digest.'),
      }),
      async c => answer(c, await previewTerms(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/terms/{id}/versions',
        tags,
        summary: 'Submit text and settings as they were previewed',
        request: { params: termsPath, body: json(newTermsVersionBody) },
        responses: answers(201, termsVersionAnswer, 'The frozen version.'),
      }),
      async c => {
        const submitted = await submitTerms(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        if (!submitted.ok) return refuse(c, submitted.problem)
        return answer(c, await readTermsVersion(deps, actorOf(c), submitted.value), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/terms-versions/{id}',
        tags,
        summary: 'A frozen version with its exact text and settings',
        request: { params: termsVersionPath },
        responses: answers(200, termsVersionAnswer, '`intact` says whether the text still has its digest.'),
      }),
      async c => answer(c, await readTermsVersion(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/terms-versions/{id}/comparison',
        tags,
        summary: 'A version beside another of the same body, to see what changed',
        request: { params: termsVersionPath, query: termsComparisonQuery },
        responses: answers(200, termsComparisonAnswer, 'Both as frozen; by default with the one in force before.'),
      }),
      async c => {
        const from = c.req.valid('query').from ?? null
        return answer(c, await readTermsComparison(deps, actorOf(c), c.req.valid('param').id, from), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/terms-versions/{id}/withdraw',
        tags,
        summary: 'Take a submitted version back before a vote on it opens',
        request: { params: termsVersionPath },
        responses: answersEmpty('Withdrawn.'),
      }),
      async c => answerEmpty(c, await withdrawTerms(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/groups/{id}/terms',
        tags,
        summary: 'Which terms of reference a group has in force, now or at a moment',
        request: { params: groupTermsPath, query: inForceQuery },
        responses: answers(200, groupTermsAnswer, '`inForce` is null where it votes by the default rules.'),
      }),
      async c =>
        answer(c, await readGroupTerms(deps, actorOf(c), c.req.valid('param').id, c.req.valid('query').at), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/memoranda',
        tags,
        summary: 'Memoranda of understanding with NGOs',
        responses: answers(200, memorandaAnswer, 'By organisation, the latest first.'),
      }),
      async c => answer(c, await readMemoranda(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/memoranda',
        tags,
        summary: 'Register a memorandum of understanding',
        request: { body: json(memorandumBody) },
        responses: answers(201, memorandumCreatedAnswer, 'Registered.'),
      }),
      async c => {
        const registered = await registerMemorandum(deps, actorOf(c), c.req.valid('json'))
        return registered.ok ? c.json({ id: registered.value }, 201) : refuse(c, registered.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/memoranda/{id}/end',
        tags,
        summary: 'End a memorandum before its time',
        request: { params: memorandumPath, body: json(memorandumEndBody) },
        responses: answersEmpty('Ended now.'),
      }),
      async c => answerEmpty(c, await endMemorandum(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
}
