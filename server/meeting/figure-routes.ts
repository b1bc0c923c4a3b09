import { createRoute, z } from '@hono/zod-openapi'
import type { GroupId } from '#shared/core'
import { meetingFiguresAnswer } from '#shared/meeting/figures/schema'
import { actorOf, answer, answers, createRouter, idSchema } from '#server/http'
import type { Deps } from '../deps.ts'
import { readMeetingFigures } from './figures.ts'

export type MeetingFigureRoutes = ReturnType<typeof meetingFigureRoutes>

/** What is computed of a group's meetings. [G12] */
export function meetingFigureRoutes(deps: Deps) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/groups/{id}/meeting-figures',
      tags: ['Meetings'],
      summary: 'How often a group met, who came, and when it meets next',
      request: { params: z.object({ id: idSchema<GroupId>() }) },
      responses: answers(200, meetingFiguresAnswer, 'Computed at this moment from what is noted of each session.'),
    }),
    async c => answer(c, await readMeetingFigures(deps, actorOf(c), c.req.valid('param').id), 200),
  )
}
