import { createRoute, z } from '@hono/zod-openapi'
import type { MeetingId } from '#shared/core'
import {
  cancelBody,
  conveneBody,
  conveningAnswer,
  meetingBody,
  meetingChangeBody,
  meetingMadeAnswer,
  postponeBody,
  replyBody,
} from '#shared/meeting/convening/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import type { MeetingParts } from '../ports.ts'
import { conveneMeeting, readConvening } from './convene.ts'
import { changeMeeting, draftMeeting } from './drafting.ts'
import { cancelMeeting, postponeMeeting } from './putting-off.ts'
import { replyToMeeting, seeMeeting } from './replying.ts'

const meetingPath = z.object({ id: idSchema<MeetingId>() })
const tags = ['Meetings']

/** Drafting, convening, answering, putting off. [M1] */
export function meetingActRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings',
        tags,
        summary: 'Draft a meeting',
        request: { body: json(meetingBody) },
        responses: answers(201, meetingMadeAnswer, 'The draft, which only those see who prepare it.'),
      }),
      async c => {
        const drafted = await draftMeeting(deps, actorOf(c), c.req.valid('json'))
        return drafted.ok ? c.json({ id: drafted.value }, 201) : refuse(c, drafted.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/meetings/{id}',
        tags,
        summary: 'Change a draft, or the title, place or link of a convened meeting',
        request: { params: meetingPath, body: json(meetingChangeBody) },
        responses: answersEmpty('The meeting is as asked.'),
      }),
      async c => answerEmpty(c, await changeMeeting(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/meetings/{id}/convening',
        tags,
        summary: 'What stands against convening a meeting, who is invited, and what to expect',
        request: { params: meetingPath },
        responses: answers(200, conveningAnswer, 'All problems at once, warnings, seats and quorum.'),
      }),
      async c => answer(c, await readConvening(deps, parts, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/convene',
        tags,
        summary: 'Convene a meeting',
        request: { params: meetingPath, body: json(conveneBody) },
        responses: answersEmpty('Everybody is invited.'),
      }),
      async c => {
        const { urgentReason } = c.req.valid('json')
        return answerEmpty(c, await conveneMeeting(deps, parts, actorOf(c), c.req.valid('param').id, urgentReason))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/postpone',
        tags,
        summary: 'Postpone a convened meeting',
        request: { params: meetingPath, body: json(postponeBody) },
        responses: answersEmpty('It is a draft for the later date.'),
      }),
      async c =>
        answerEmpty(c, await postponeMeeting(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/cancel',
        tags,
        summary: 'Cancel a meeting that has not begun',
        request: { params: meetingPath, body: json(cancelBody) },
        responses: answersEmpty('It will not take place.'),
      }),
      async c => {
        const { reason } = c.req.valid('json')
        return answerEmpty(c, await cancelMeeting(deps, parts, actorOf(c), c.req.valid('param').id, reason))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/replies',
        tags,
        summary: 'Say whether somebody comes for a seat',
        request: { params: meetingPath, body: json(replyBody) },
        responses: answersEmpty('The answer is kept.'),
      }),
      async c => answerEmpty(c, await replyToMeeting(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/seen',
        tags,
        summary: 'Note that the person has looked at the meeting',
        request: { params: meetingPath },
        responses: answersEmpty('It is noted.'),
      }),
      async c => answerEmpty(c, await seeMeeting(deps, actorOf(c), c.req.valid('param').id)),
    )
}
