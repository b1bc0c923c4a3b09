import { createRoute, z } from '@hono/zod-openapi'
import { calendarList, calendarPath, newCalendar, newCalendarAnswer } from '#shared/calendar/schema'
import type { MeetingId } from '#shared/core'
import {
  actorOf,
  answer,
  answerEmpty,
  answers,
  answersEmpty,
  createRouter,
  idSchema,
  json,
  problemResponses,
  refuse,
} from '#server/http'
import type { Deps } from '../deps.ts'
import { calendarType } from './media-type.ts'
import { meetingCalendar } from './reading.ts'
import { listCalendars, revoke, subscribe } from './subscribing.ts'

export type CalendarRoutes = ReturnType<typeof calendarRoutes>

const tags = ['Calendars']

/** Meetings for the calendars of those who come. */
export function calendarRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/meetings/{id}/calendar',
        tags,
        summary: 'One meeting as a calendar file (iCalendar, RFC 5545)',
        request: { params: z.object({ id: idSchema<MeetingId>() }) },
        responses: {
          ...problemResponses,
          200: { description: 'The meeting as it stands.', content: { 'text/calendar': { schema: z.string() } } },
        },
      }),
      async c => {
        const { id } = c.req.valid('param')
        const file = await meetingCalendar(deps, actorOf(c), id)
        if (!file.ok) return refuse(c, file.problem)
        c.header('content-disposition', `attachment; filename="meeting-${id}.ics"`)
        return c.body(file.value, 200, { 'content-type': calendarType })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/calendar-feeds',
        tags,
        summary: 'Calendars that one is subscribed to',
        responses: answers(200, calendarList, 'The oldest first, without their addresses.'),
      }),
      async c => c.json(await listCalendars(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/calendar-feeds',
        tags,
        summary: 'Subscribe to a calendar',
        request: { body: json(newCalendar) },
        responses: answers(
          201,
          newCalendarAnswer,
          'Its address, told this once: whoever has it can read the calendar.',
        ),
      }),
      async c => answer(c, await subscribe(deps, actorOf(c), c.req.valid('json')), 201),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/calendar-feeds/{id}',
        tags,
        summary: 'End a subscription',
        request: { params: calendarPath },
        responses: answersEmpty('Its address gives nothing any more.'),
      }),
      async c => answerEmpty(c, await revoke(deps, actorOf(c), c.req.valid('param').id)),
    )
}
