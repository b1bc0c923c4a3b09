import { createRoute } from '@hono/zod-openapi'
import { actorOf, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
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
import { readGroupTerms, readTermsVersion } from './versions.ts'

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
      async c => {
        const terms = await readTerms(deps, actorOf(c), c.req.valid('param').id)
        return terms.ok ? c.json(terms.value, 200) : refuse(c, terms.problem)
      },
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
        const terms = await readTerms(deps, actorOf(c), id)
        return terms.ok ? c.json(terms.value, 200) : refuse(c, terms.problem)
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
      async c => {
        const resumed = await resumeTermsText(deps, actorOf(c), c.req.valid('param').id)
        return resumed.ok ? c.body(null, 204) : refuse(c, resumed.problem)
      },
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
      async c => {
        const preview = await previewTerms(deps, actorOf(c), c.req.valid('param').id)
        return preview.ok ? c.json(preview.value, 200) : refuse(c, preview.problem)
      },
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
        const version = await readTermsVersion(deps, actorOf(c), submitted.value)
        return version.ok ? c.json(version.value, 201) : refuse(c, version.problem)
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
      async c => {
        const version = await readTermsVersion(deps, actorOf(c), c.req.valid('param').id)
        return version.ok ? c.json(version.value, 200) : refuse(c, version.problem)
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
      async c => {
        const withdrawn = await withdrawTerms(deps, actorOf(c), c.req.valid('param').id)
        return withdrawn.ok ? c.body(null, 204) : refuse(c, withdrawn.problem)
      },
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
      async c => {
        const terms = await readGroupTerms(deps, actorOf(c), c.req.valid('param').id, c.req.valid('query').at)
        return terms.ok ? c.json(terms.value, 200) : refuse(c, terms.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/memoranda',
        tags,
        summary: 'Memoranda of understanding with NGOs',
        responses: answers(200, memorandaAnswer, 'By organisation, the latest first.'),
      }),
      async c => {
        const memoranda = await readMemoranda(deps, actorOf(c))
        return memoranda.ok ? c.json(memoranda.value, 200) : refuse(c, memoranda.problem)
      },
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
      async c => {
        const ended = await endMemorandum(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return ended.ok ? c.body(null, 204) : refuse(c, ended.problem)
      },
    )
}
