import { createRoute, z } from '@hono/zod-openapi'
import type { MeetingId } from '#shared/core'
import { meetingAnswer, meetingListAnswer, meetingListQuery } from '#shared/meeting/schema'
import { actorOf, answer, answers, createRouter, idSchema } from '#server/http'
import type { Deps } from '../deps.ts'
import type { FloorCache } from './floor-cache.ts'
import type { MeetingParts } from './ports.ts'
import { listMeetings, readMeeting } from './reading.ts'

export type MeetingRoutes = ReturnType<typeof meetingRoutes>

const meetingPath = z.object({ id: idSchema<MeetingId>() })

/** Meetings as they are read. */
export function meetingRoutes(deps: Deps, parts: MeetingParts, floors: FloorCache) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/meetings',
        tags: ['Meetings'],
        summary: 'Meetings, the latest first',
        request: { query: meetingListQuery },
        responses: answers(200, meetingListAnswer, 'Those that this person may see.'),
      }),
      async c => {
        const meetings = await listMeetings(deps, parts, actorOf(c), c.req.valid('query'))
        return c.json({ serverNow: deps.now(), meetings }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/meetings/{id}',
        tags: ['Meetings'],
        summary: 'One meeting, as this person may see it now',
        request: { params: meetingPath },
        responses: answers(200, meetingAnswer, 'Its floor, and what is this person’s to do.'),
      }),
      async c => answer(c, await readMeeting(deps, parts, floors, actorOf(c), c.req.valid('param').id), 200),
    )
}
