import { createRoute, z } from '@hono/zod-openapi'
import {
  actionItemBody,
  actionItemChange,
  actionItemCreatedAnswer,
  actionItemListAnswer,
  actionItemListQuery,
  closingBody,
} from '#shared/action/schema'
import type { ActionItemId, MeetingId } from '#shared/core'
import { actorOf, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { MeetingParts } from '#server/meeting'
import type { Deps } from '../deps.ts'
import { closeActionItem } from './closing.ts'
import { listActionItems } from './reading.ts'
import { changeActionItem, setActionItem } from './setting.ts'

export type ActionRoutes = ReturnType<typeof actionRoutes>

const itemPath = z.object({ id: idSchema<ActionItemId>() })

/** What meetings have left to do. [M6] */
export function actionRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/action-items',
        tags: ['Action items'],
        summary: 'Action items of the meetings this person may read, open ones first',
        request: { query: actionItemListQuery },
        responses: answers(200, actionItemListAnswer, 'By the day they are due.'),
      }),
      async c => {
        const items = await listActionItems(deps, parts, actorOf(c), c.req.valid('query'))
        return c.json({ serverNow: deps.now(), items: [...items] }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/action-items',
        tags: ['Action items'],
        summary: 'Write down what a seat has to do',
        request: { params: z.object({ id: idSchema<MeetingId>() }), body: json(actionItemBody) },
        responses: answers(201, actionItemCreatedAnswer, 'It is open until somebody closes it.'),
      }),
      async c => {
        const set = await setActionItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return set.ok ? c.json({ id: set.value.id }, 201) : refuse(c, set.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/action-items/{id}',
        tags: ['Action items'],
        summary: 'Alter it while its meeting is under way or its minutes are written',
        request: { params: itemPath, body: json(actionItemChange) },
        responses: answersEmpty('It stands as altered.'),
      }),
      async c =>
        answerEmpty(c, await changeActionItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/action-items/{id}/close',
        tags: ['Action items'],
        summary: 'Say that it is done, or no longer wanted',
        request: { params: itemPath, body: json(closingBody) },
        responses: answersEmpty('It is closed.'),
      }),
      async c => answerEmpty(c, await closeActionItem(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
}
