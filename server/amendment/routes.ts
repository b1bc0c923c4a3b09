import { createRoute, z } from '@hono/zod-openapi'
import { amendmentBody, amendmentEntry, amendmentsAnswer, createdAnswer } from '#shared/amendment/schema'
import type { AmendmentId, SectionVersionId } from '#shared/core'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { proposeAmendment, withdrawAmendment } from './proposing.ts'
import { readAmendment, readAmendments } from './reading.ts'

export type AmendmentRoutes = ReturnType<typeof amendmentRoutes>

const tags = ['Amendments']
const versionPath = z.object({ id: idSchema<SectionVersionId>() })
const amendmentPath = z.object({ id: idSchema<AmendmentId>() })

/** Amendments to submitted section versions; they are put to the vote as any text is. [A2, V4] */
export function amendmentRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/versions/{id}/amendments',
        tags,
        summary: 'The amendments to a version, in the order of voting',
        request: { params: versionPath },
        responses: answers(200, amendmentsAnswer, 'Open ones first, the furthest from the text before the others.'),
      }),
      async c => answer(c, await readAmendments(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/versions/{id}/amendments',
        tags,
        summary: 'Propose other words for passages of a submitted version, for a seat',
        request: { params: versionPath, body: json(amendmentBody) },
        responses: answers(201, createdAnswer, 'It is voted on before the text.'),
      }),
      async c => {
        const proposed = await proposeAmendment(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return proposed.ok ? c.json({ id: proposed.value }, 201) : refuse(c, proposed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/amendments/{id}',
        tags,
        summary: 'One amendment',
        request: { params: amendmentPath },
        responses: answers(200, amendmentEntry, 'Its words, its seat and what became of it.'),
      }),
      async c => answer(c, await readAmendment(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/amendments/{id}/withdraw',
        tags,
        summary: 'Take an amendment back before it is put to the vote',
        request: { params: amendmentPath },
        responses: answersEmpty('It has its disposition.'),
      }),
      async c => answerEmpty(c, await withdrawAmendment(deps, actorOf(c), c.req.valid('param').id)),
    )
}
