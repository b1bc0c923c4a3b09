import { createRoute, z } from '@hono/zod-openapi'
import type { MotionId } from '#shared/core'
import {
  ballotBody,
  extensionBody,
  motionAnswer,
  motionListAnswer,
  motionListQuery,
  openedAnswer,
  openingBody,
  preflightAnswer,
  preflightQuery,
  secretBallotBody,
} from '#shared/motion/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { castBallot, castSecretBallot } from './casting/casting.ts'
import { closeMotion, extendMotion } from './closing/closing.ts'
import { noteTextOpened } from './reminding/delivery.ts'
import { openMotion } from './opening/opening.ts'
import { listMotions, readMotion, readPreflight } from './reading.ts'
import type { MotionSubjects, Sittings } from './subject.ts'

export type MotionRoutes = ReturnType<typeof motionRoutes>

const motionPath = z.object({ id: idSchema<MotionId>() })

/** Votes: opening, ballots, closing, and everything a reader may see of them. */
export function motionRoutes(deps: Deps, subjects: MotionSubjects, sittings: Sittings) {
  return (
    createRouter()
      .openapi(
        createRoute({
          method: 'get',
          path: '/motions',
          tags: ['Votes'],
          summary: 'Votes, the newest first',
          request: { query: motionListQuery },
          responses: answers(200, motionListAnswer, 'Those that this person may see.'),
        }),
        async c => {
          const motions = await listMotions(deps, actorOf(c), c.req.valid('query'))
          return c.json({ serverNow: deps.now(), motions: [...motions] }, 200)
        },
      )
      // Before `/motions/{id}`, which would take the word for an id.
      .openapi(
        createRoute({
          method: 'get',
          path: '/motions/preflight',
          tags: ['Votes'],
          summary: 'What stands for and against opening a vote on a text',
          request: { query: preflightQuery },
          responses: answers(200, preflightAnswer, 'Problems, electorate, rules in force and suggested deadlines.'),
        }),
        async c => answer(c, await readPreflight(deps, subjects, actorOf(c), c.req.valid('query')), 200),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions',
          tags: ['Votes'],
          summary: 'Put a text to the vote',
          request: { body: json(openingBody) },
          responses: answers(201, openedAnswer, 'The vote is open.'),
        }),
        async c => {
          const opened = await openMotion(deps, subjects, actorOf(c), c.req.valid('json'), sittings)
          return opened.ok ? c.json({ id: opened.value }, 201) : refuse(c, opened.problem)
        },
      )
      .openapi(
        createRoute({
          method: 'get',
          path: '/motions/{id}',
          tags: ['Votes'],
          summary: 'One vote, as this person may see it now',
          request: { params: motionPath },
          responses: answers(200, motionAnswer, 'Seats, ballots as far as they are shown, quorum, and the decision.'),
        }),
        async c => answer(c, await readMotion(deps, subjects, actorOf(c), c.req.valid('param').id), 200),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions/{id}/ballots',
          tags: ['Votes'],
          summary: 'Cast a ballot for a seat, or change it',
          request: { params: motionPath, body: json(ballotBody) },
          responses: answersEmpty('The ballot is stored and counts.'),
        }),
        async c =>
          answerEmpty(c, await castBallot(deps, subjects, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions/{id}/papers',
          tags: ['Votes'],
          summary: 'Put a paper into the box of a secret ballot for a seat; it is final',
          request: { params: motionPath, body: json(secretBallotBody) },
          responses: answersEmpty('The paper is in the box.'),
        }),
        async c =>
          answerEmpty(c, await castSecretBallot(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions/{id}/text-opened',
          tags: ['Votes'],
          summary: 'The exact text under vote is before this person',
          request: { params: motionPath },
          responses: answersEmpty('Noted, where the person speaks for a seat in a vote by correspondence.'),
        }),
        async c => answerEmpty(c, await noteTextOpened(deps, actorOf(c), c.req.valid('param').id)),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions/{id}/close',
          tags: ['Votes'],
          summary: 'Close a vote in which every seat has cast',
          request: { params: motionPath },
          responses: answersEmpty('The vote is closed and decided.'),
        }),
        async c => answerEmpty(c, await closeMotion(deps, subjects, actorOf(c), c.req.valid('param').id)),
      )
      .openapi(
        createRoute({
          method: 'post',
          path: '/motions/{id}/extension',
          tags: ['Votes'],
          summary: 'Put the deadline of a vote later',
          request: { params: motionPath, body: json(extensionBody) },
          responses: answersEmpty('The deadline is the later one.'),
        }),
        async c => {
          const { closesAt } = c.req.valid('json')
          return answerEmpty(c, await extendMotion(deps, actorOf(c), c.req.valid('param').id, closesAt))
        },
      )
  )
}
