import { createRoute, z } from '@hono/zod-openapi'
import type { MeetingSeriesId } from '#shared/core'
import {
  meetingMadeAnswer,
  seriesBody,
  seriesChangeBody,
  seriesListAnswer,
  seriesListQuery,
  seriesMadeAnswer,
  seriesNextBody,
} from '#shared/meeting/convening/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import { beginSeries, closeSeries, draftNext, listSeries } from './series.ts'

const seriesPath = z.object({ id: idSchema<MeetingSeriesId>() })
const tags = ['Meetings']

/** Meetings that recur. [M7] */
export function seriesRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/meeting-series',
        tags,
        summary: 'Series of meetings, those that run first',
        request: { query: seriesListQuery },
        responses: answers(200, seriesListAnswer, 'Those of the groups whose meetings this person may see.'),
      }),
      async c => c.json({ series: await listSeries(deps, actorOf(c), c.req.valid('query').group) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meeting-series',
        tags,
        summary: 'Begin a series of meetings',
        request: { body: json(seriesBody) },
        responses: answers(201, seriesMadeAnswer, 'The series, with the draft of its first meeting.'),
      }),
      async c => answer(c, await beginSeries(deps, actorOf(c), c.req.valid('json')), 201),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/meeting-series/{id}',
        tags,
        summary: 'End a series of meetings',
        request: { params: seriesPath, body: json(seriesChangeBody) },
        responses: answersEmpty('No further meetings come of it.'),
      }),
      async c => answerEmpty(c, await closeSeries(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meeting-series/{id}/next',
        tags,
        summary: 'Draft the next meeting of a series',
        request: { params: seriesPath, body: json(seriesNextBody) },
        responses: answers(
          201,
          meetingMadeAnswer,
          'The draft, with the template’s items; the one there is, if somebody was first.',
        ),
      }),
      async c => {
        const drafted = await draftNext(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json').startsAt)
        return drafted.ok ? c.json({ id: drafted.value }, 201) : refuse(c, drafted.problem)
      },
    )
}
