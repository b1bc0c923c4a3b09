import { createRoute, z } from '@hono/zod-openapi'
import type { ElectionId, PersonId } from '#shared/core'
import {
  candidateBody,
  electionAnswer,
  electionBody,
  electionCalledAnswer,
  electionListAnswer,
  electionListQuery,
} from '#shared/election/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { callElection, moveElection, proposeCandidate, withdrawCandidate } from './acts.ts'
import { listElections, readElection } from './reading.ts'

export type ElectionRoutes = ReturnType<typeof electionRoutes>

const electionPath = z.object({ id: idSchema<ElectionId>() })
const candidatePath = z.object({ id: idSchema<ElectionId>(), personId: idSchema<PersonId>() })

/** How groups elect their chairs: the list; the ballot is a vote. [G6, V12] */
export function electionRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/elections',
        tags: ['Elections'],
        summary: 'Elections, the latest first',
        request: { query: electionListQuery },
        responses: answers(200, electionListAnswer, 'With their candidates.'),
      }),
      async c => {
        const elections = await listElections(deps, actorOf(c), c.req.valid('query').group)
        return elections.ok ? c.json({ elections: [...elections.value] }, 200) : refuse(c, elections.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/elections',
        tags: ['Elections'],
        summary: 'Call the election of a chair',
        request: { body: json(electionBody) },
        responses: answers(201, electionCalledAnswer, 'The list is open.'),
      }),
      async c => {
        const called = await callElection(deps, actorOf(c), c.req.valid('json'))
        return called.ok ? c.json({ id: called.value }, 201) : refuse(c, called.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/elections/{id}',
        tags: ['Elections'],
        summary: 'One election',
        request: { params: electionPath },
        responses: answers(200, electionAnswer, 'With its candidates and what this person may do.'),
      }),
      async c => answer(c, await readElection(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/elections/{id}/candidates',
        tags: ['Elections'],
        summary: 'Propose somebody for a voting seat',
        request: { params: electionPath, body: json(candidateBody) },
        responses: answersEmpty('They stand.'),
      }),
      async c => answerEmpty(c, await proposeCandidate(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/elections/{id}/candidates/{personId}',
        tags: ['Elections'],
        summary: 'Take a name off the open list',
        request: { params: candidatePath },
        responses: answersEmpty('They do not stand any more.'),
      }),
      async c => {
        const { id, personId } = c.req.valid('param')
        return answerEmpty(c, await withdrawCandidate(deps, actorOf(c), id, personId))
      },
    )
    .openapi(moveRoute('close', 'Close the list', 'It can be put to the vote.'), async c => {
      return answerEmpty(c, await moveElection(deps, actorOf(c), c.req.valid('param').id, 'close'))
    })
    .openapi(moveRoute('reopen', 'Open a closed list again', 'Others can be proposed.'), async c => {
      return answerEmpty(c, await moveElection(deps, actorOf(c), c.req.valid('param').id, 'reopen'))
    })
    .openapi(moveRoute('withdraw', 'Give the election up', 'Nobody is elected by it.'), async c => {
      return answerEmpty(c, await moveElection(deps, actorOf(c), c.req.valid('param').id, 'withdraw'))
    })
}

function moveRoute<M extends string>(move: M, summary: string, done: string) {
  return createRoute({
    method: 'post',
    path: `/elections/{id}/${move}`,
    tags: ['Elections'],
    summary,
    request: { params: electionPath },
    responses: answersEmpty(done),
  })
}
