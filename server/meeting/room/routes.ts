import { createRoute, z } from '@hono/zod-openapi'
import type { AgendaItemId, FloorRequestId, MeetingId } from '#shared/core'
import {
  arrivedAnswer,
  askedAnswer,
  checkInBody,
  checkOutBody,
  currentBody,
  floorRequestBody,
  itemVoteAnswer,
  itemVoteBody,
  shortCodeAnswer,
  speechLimitBody,
  suspendBody,
} from '#shared/meeting/room/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import type { MeetingParts } from '../ports.ts'
import { checkIn, checkOut, findByShortCode } from './attendance.ts'
import { finishItem, postponeItem, reopenItem, setCurrentItem } from './items.ts'
import { askForFloor, callToFloor, endFloor, passOverFloor, setSpeechLimit, withdrawFloor } from './queue.ts'
import { adjournMeeting, resumeMeeting, startMeeting, suspendMeeting } from './session.ts'
import { openItemVote } from './vote.ts'

export type RoomRoutes = ReturnType<typeof roomRoutes>

const tags = ['Meetings']
const meetingPath = z.object({ id: idSchema<MeetingId>() })
const itemPath = z.object({ id: idSchema<AgendaItemId>() })
const requestPath = z.object({ id: idSchema<FloorRequestId>() })

/** What is done while a meeting is under way. */
export function roomRoutes(deps: Deps, parts: MeetingParts) {
  return createRouter()
    .openapi(act('/meetings/{id}/start', meetingPath, 'Begin a convened meeting'), async c => {
      return answerEmpty(c, await startMeeting(deps, parts, actorOf(c), c.req.valid('param').id))
    })
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/suspend',
        tags,
        summary: 'Interrupt the session',
        request: { params: meetingPath, body: json(suspendBody) },
        responses: answersEmpty('Done, or done already.'),
      }),
      async c => {
        const { expectedUntil } = c.req.valid('json')
        return answerEmpty(c, await suspendMeeting(deps, actorOf(c), c.req.valid('param').id, expectedUntil))
      },
    )
    .openapi(act('/meetings/{id}/resume', meetingPath, 'Go on with the session'), async c => {
      return answerEmpty(c, await resumeMeeting(deps, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/meetings/{id}/adjourn', meetingPath, 'End the meeting'), async c => {
      return answerEmpty(c, await adjournMeeting(deps, parts, actorOf(c), c.req.valid('param').id))
    })
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/current',
        tags,
        summary: 'Turn to an item of the agenda',
        request: { params: meetingPath, body: json(currentBody) },
        responses: answersEmpty('Everybody who follows sees it.'),
      }),
      async c =>
        answerEmpty(
          c,
          await setCurrentItem(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json').itemId),
        ),
    )
    .openapi(act('/items/{id}/finish', itemPath, 'Finish an item'), async c => {
      return answerEmpty(c, await finishItem(deps, parts, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/items/{id}/postpone', itemPath, 'Postpone an item to the next meeting'), async c => {
      return answerEmpty(c, await postponeItem(deps, parts, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/items/{id}/reopen', itemPath, 'Go on with an item that was finished or postponed'), async c => {
      return answerEmpty(c, await reopenItem(deps, parts, actorOf(c), c.req.valid('param').id))
    })
    .openapi(
      createRoute({
        method: 'post',
        path: '/items/{id}/vote',
        tags,
        summary: 'Put the text of an item to the vote of those present',
        request: { params: itemPath, body: json(itemVoteBody) },
        responses: answers(201, itemVoteAnswer, 'The vote is open; its roll is the attendance of this moment.'),
      }),
      async c => {
        const opened = await openItemVote(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return opened.ok ? c.json({ id: opened.value }, 201) : refuse(c, opened.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/check-in/{code}',
        tags,
        summary: 'The meeting whose room shows this short code',
        request: { params: z.object({ code: z.string().min(8).max(20) }) },
        responses: answers(200, shortCodeAnswer, 'Its id, and the code as it is written.'),
      }),
      async c => answer(c, await findByShortCode(deps, actorOf(c), c.req.valid('param').code), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/check-in',
        tags,
        summary: 'Arrive, for a seat or by office',
        request: { params: meetingPath, body: json(checkInBody) },
        responses: answers(201, arrivedAnswer, 'The stay that has begun, or the one that lasts.'),
      }),
      async c => {
        const arrived = await checkIn(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return arrived.ok ? c.json({ id: arrived.value }, 201) : refuse(c, arrived.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/check-out',
        tags,
        summary: 'Leave',
        request: { params: meetingPath, body: json(checkOutBody) },
        responses: answersEmpty('The stay is over.'),
      }),
      async c => answerEmpty(c, await checkOut(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/floor-requests',
        tags,
        summary: 'Ask to speak, or raise a point of order',
        request: { params: meetingPath, body: json(floorRequestBody) },
        responses: answers(201, askedAnswer, 'In the queue.'),
      }),
      async c => {
        const asked = await askForFloor(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return asked.ok ? c.json({ id: asked.value }, 201) : refuse(c, asked.problem)
      },
    )
    .openapi(act('/floor-requests/{id}/withdraw', requestPath, 'Wait no more'), async c => {
      return answerEmpty(c, await withdrawFloor(deps, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/floor-requests/{id}/call', requestPath, 'Give the floor'), async c => {
      return answerEmpty(c, await callToFloor(deps, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/floor-requests/{id}/end', requestPath, 'End a speech'), async c => {
      return answerEmpty(c, await endFloor(deps, actorOf(c), c.req.valid('param').id))
    })
    .openapi(act('/floor-requests/{id}/pass-over', requestPath, 'Pass over somebody who waits'), async c => {
      return answerEmpty(c, await passOverFloor(deps, actorOf(c), c.req.valid('param').id))
    })
    .openapi(
      createRoute({
        method: 'put',
        path: '/meetings/{id}/speech-limit',
        tags,
        summary: 'Limit the time of a speech',
        request: { params: meetingPath, body: json(speechLimitBody) },
        responses: answersEmpty('The limit holds from now on.'),
      }),
      async c => {
        const { seconds } = c.req.valid('json')
        return answerEmpty(c, await setSpeechLimit(deps, actorOf(c), c.req.valid('param').id, seconds))
      },
    )
}

/** An act that needs nothing but to be named. */
function act<const Path extends string, Params extends z.ZodObject>(path: Path, params: Params, summary: string) {
  return createRoute({
    method: 'post',
    path,
    tags,
    summary,
    request: { params },
    responses: answersEmpty('Done, or done already.'),
  })
}
