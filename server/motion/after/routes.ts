import { createRoute, z } from '@hono/zod-openapi'
import type { JointActId, MotionId } from '#shared/core'
import { afterVoteAnswer, askedAnswer, jointActBody, statedAnswer, voteStatementBody } from '#shared/motion/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../../deps.ts'
import { readAfterVote } from './after.ts'
import { stateAfterVote } from './statements.ts'
import type { MotionSubjects } from '../subject.ts'
import { askForJointAct, confirmJointAct, dropJointAct, publishVote } from './together.ts'

export type AfterVoteRoutes = ReturnType<typeof afterVoteRoutes>

const motionPath = z.object({ id: idSchema<MotionId>() })
const jointActPath = motionPath.extend({ jointAct: idSchema<JointActId>() })

/** Around and after a vote: acts of two persons, statements, publication. */
export function afterVoteRoutes(deps: Deps, subjects: MotionSubjects) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/motions/{id}/after',
        tags: ['Votes'],
        summary: 'Acts of two, statements and certification of a vote',
        request: { params: motionPath },
        responses: answers(200, afterVoteAnswer, 'What goes on around the vote and what follows it.'),
      }),
      async c => answer(c, await readAfterVote(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/motions/{id}/joint-acts',
        tags: ['Votes'],
        summary: 'Ask for an act that takes two persons',
        request: { params: motionPath, body: json(jointActBody) },
        responses: answers(201, askedAnswer, 'It waits for the other to confirm it, for 24 hours.'),
      }),
      async c => {
        const asked = await askForJointAct(deps, subjects, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return asked.ok ? c.json({ id: asked.value }, 201) : refuse(c, asked.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/motions/{id}/joint-acts/{jointAct}/confirmation',
        tags: ['Votes'],
        summary: 'Confirm what another has asked for',
        request: { params: jointActPath },
        responses: answersEmpty('It is done.'),
      }),
      async c => {
        const { id, jointAct } = c.req.valid('param')
        return answerEmpty(c, await confirmJointAct(deps, subjects, actorOf(c), id, jointAct))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/motions/{id}/joint-acts/{jointAct}',
        tags: ['Votes'],
        summary: 'Take back what one has asked for, or decline what another has',
        request: { params: jointActPath },
        responses: answersEmpty('It is taken back or declined; both steps stay on record.'),
      }),
      async c => {
        const { id, jointAct } = c.req.valid('param')
        return answerEmpty(c, await dropJointAct(deps, actorOf(c), id, jointAct))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/motions/{id}/statements',
        tags: ['Votes'],
        summary: 'Say something to a vote that is over, for a seat',
        request: { params: motionPath, body: json(voteStatementBody) },
        responses: answers(201, statedAnswer, 'It stands with the vote; an earlier version is kept.'),
      }),
      async c => {
        const stated = await stateAfterVote(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return stated.ok ? c.json({ id: stated.value }, 201) : refuse(c, stated.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/motions/{id}/publication',
        tags: ['Votes'],
        summary: 'Publish a certified outcome',
        request: { params: motionPath },
        responses: answersEmpty('The outcome is published.'),
      }),
      async c => answerEmpty(c, await publishVote(deps, actorOf(c), c.req.valid('param').id)),
    )
}
