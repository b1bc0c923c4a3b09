import { createRoute } from '@hono/zod-openapi'
import {
  cosignatureBody,
  standingAnswer,
  witnessBody,
  witnessesAnswer,
  witnessKeyBody,
  witnessNamedAnswer,
  witnessPath,
} from '#shared/record/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import type { SigningRefusal } from './signing.ts'
import { readStanding } from './standing.ts'
import { cosign, endWitness, nameWitness, readWitnesses, setWitnessKey } from './witnesses.ts'

export type WitnessRoutes = ReturnType<typeof witnessRoutes>

const tags = ['Record']

/** Who co-signs the record, and how it stands. [L2] */
export function witnessRoutes(deps: Deps, refusal: () => SigningRefusal | null) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/standing',
        tags,
        summary: 'How far the record goes, how far it is signed and witnessed, and what is wrong with it',
        responses: answers(200, standingAnswer, 'Worked out at this moment.'),
      }),
      async c => answer(c, await readStanding(deps, actorOf(c), refusal()), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/witnesses',
        tags,
        summary: 'The witnesses of the record',
        responses: answers(200, witnessesAnswer, 'With the last checkpoint that each co-signed.'),
      }),
      async c => answer(c, await readWitnesses(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/record/witnesses',
        tags,
        summary: 'Name a seat a witness',
        request: { body: json(witnessBody) },
        responses: answers(201, witnessNamedAnswer, 'Its representatives hand in a key next.'),
      }),
      async c => {
        const named = await nameWitness(deps, actorOf(c), c.req.valid('json').seatId)
        return named.ok ? c.json({ id: named.value }, 201) : refuse(c, named.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/record/witnesses/{id}/end',
        tags,
        summary: 'End a witness; what it signed stays',
        request: { params: witnessPath },
        responses: answersEmpty('It signs no more.'),
      }),
      async c => answerEmpty(c, await endWitness(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/record/witnesses/{id}/key',
        tags,
        summary: 'The public key by which a witness co-signs from now on',
        request: { params: witnessPath, body: json(witnessKeyBody) },
        responses: answersEmpty('An entry of the record holds it.'),
      }),
      async c => answerEmpty(c, await setWitnessKey(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/record/witnesses/{id}/cosignatures',
        tags,
        summary: 'Hand in a co-signature of a checkpoint',
        request: { params: witnessPath, body: json(cosignatureBody) },
        responses: answersEmpty('The checkpoint is handed out with it from now on.'),
      }),
      async c => answerEmpty(c, await cosign(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
}
