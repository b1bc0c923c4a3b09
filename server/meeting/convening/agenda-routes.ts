import { createRoute, z } from '@hono/zod-openapi'
import type { AgendaItemId, MeetingId } from '#shared/core'
import { fromBacklogBody, itemBody, itemChangeBody, itemMadeAnswer, moveBody } from '#shared/meeting/convening/schema'
import { actorOf, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import type { MeetingParts } from '../ports.ts'
import { takeFromBacklog } from './backlog.ts'
import { addItem, changeItem, moveItem, strikeItem } from './items.ts'

const meetingPath = z.object({ id: idSchema<MeetingId>() })
const itemPath = z.object({ id: idSchema<AgendaItemId>() })
const tags = ['Agenda']

/** The agenda, edited before and during the meeting. [M2] */
export function agendaRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/items',
        tags,
        summary: 'Add an item to an agenda',
        request: { params: meetingPath, body: json(itemBody) },
        responses: answers(201, itemMadeAnswer, 'It stands last among its siblings.'),
      }),
      async c => {
        const added = await addItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return added.ok ? c.json({ id: added.value }, 201) : refuse(c, added.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/items/from-backlog',
        tags,
        summary: 'Take an item from the backlog onto an agenda',
        request: { params: meetingPath, body: json(fromBacklogBody) },
        responses: answersEmpty('It stands last on the agenda, with its sub-items.'),
      }),
      async c =>
        answerEmpty(c, await takeFromBacklog(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json').itemId)),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/items/{id}',
        tags,
        summary: 'Change an item of an agenda or a backlog',
        request: { params: itemPath, body: json(itemChangeBody) },
        responses: answersEmpty('The item is as asked.'),
      }),
      async c =>
        answerEmpty(c, await changeItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/items/{id}/move',
        tags,
        summary: 'Move an item on its agenda',
        request: { params: itemPath, body: json(moveBody) },
        responses: answersEmpty('It stands where asked.'),
      }),
      async c => answerEmpty(c, await moveItem(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/items/{id}',
        tags,
        summary: 'Strike an item from its agenda or backlog',
        request: { params: itemPath },
        responses: answersEmpty('It is kept, and stands on no agenda.'),
      }),
      async c => answerEmpty(c, await strikeItem(deps, parts, actorOf(c), c.req.valid('param').id)),
    )
}
