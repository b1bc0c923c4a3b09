import { createRoute, z } from '@hono/zod-openapi'
import type { GroupId } from '#shared/core'
import { backlogAnswer, backlogItemBody, itemMadeAnswer } from '#shared/meeting/convening/schema'
import { actorOf, answer, answers, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import type { MeetingParts } from '../ports.ts'
import { proposeItem, readBacklog } from './backlog.ts'

const groupPath = z.object({ id: idSchema<GroupId>() })
const tags = ['Agenda']

/** What waits for a meeting of a group. Items of it are changed and struck as those of an agenda are. [M2, M7] */
export function backlogRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/groups/{id}/backlog',
        tags,
        summary: 'What waits for a meeting of a group, the oldest first',
        request: { params: groupPath },
        responses: answers(200, backlogAnswer, 'Items, sub-items after theirs.'),
      }),
      async c => answer(c, await readBacklog(deps, parts, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/groups/{id}/backlog',
        tags,
        summary: 'Propose an item for a later meeting',
        request: { params: groupPath, body: json(backlogItemBody) },
        responses: answers(201, itemMadeAnswer, 'It waits in the backlog.'),
      }),
      async c => {
        const proposed = await proposeItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return proposed.ok ? c.json({ id: proposed.value }, 201) : refuse(c, proposed.problem)
      },
    )
}
