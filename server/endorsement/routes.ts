import { createRoute } from '@hono/zod-openapi'
import { bundleText } from '#shared/endorsement'
import {
  assembledAnswer,
  bundleAnswer,
  candidateBody,
  endorsementBody,
  planVersionAnswer,
  planVersionPath,
  planVersionsAnswer,
  preparationBody,
  preparedAnswer,
  readinessAnswer,
  readinessQuery,
  sendingBackBody,
} from '#shared/endorsement/schema'
import {
  actorOf,
  answer,
  answerEmpty,
  answers,
  answersEmpty,
  createRouter,
  json,
  problemResponses,
  refuse,
} from '#server/http'
import type { Deps } from '../deps.ts'
import { groupOf } from './access.ts'
import { assembleCandidate, readReadiness } from './assemble.ts'
import { readBundleFile } from './bundle.ts'
import { endorse, prepareEndorsement } from './endorse.ts'
import { noteVersion } from './note.ts'
import { presentPlan } from './present.ts'
import { publishVersion } from './publish.ts'
import { listPlanVersions, readPlanVersion } from './read.ts'
import { sendBack } from './send-back.ts'

export type EndorsementRoutes = ReturnType<typeof endorsementRoutes>

const tags = ['Plan versions']

/** From candidate to published plan. Behind `requireSignIn`. */
export function endorsementRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/plan-versions',
        tags,
        summary: 'Versions of both plans',
        responses: answers(200, planVersionsAnswer, 'The latest first of each plan.'),
      }),
      async c => c.json(await listPlanVersions(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/plan-versions/readiness',
        tags,
        summary: 'What stands in the way of a candidate',
        request: { query: readinessQuery },
        responses: answers(200, readinessAnswer, 'Each section that is missing, with the reason.'),
      }),
      async c => {
        const readiness = await readReadiness(deps, actorOf(c), c.req.valid('query').planId)
        if (!readiness.ok) return refuse(c, readiness.problem)
        const { plan, missing, ...rest } = readiness.value
        const group = await groupOf(deps.read, plan)
        return c.json({ ...rest, plan: presentPlan({ plan, group }), missing: [...missing] }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions',
        tags,
        summary: 'Assemble a candidate from the adopted sections',
        request: { body: json(candidateBody) },
        responses: answers(201, assembledAnswer, 'The candidate; one not adopted before it gave way.'),
      }),
      async c => {
        const assembled = await assembleCandidate(deps, actorOf(c), c.req.valid('json').planId)
        return assembled.ok ? c.json({ id: assembled.value }, 201) : refuse(c, assembled.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/plan-versions/{id}',
        tags,
        summary: 'A version with its manifest, votes, objections and acts',
        request: { params: planVersionPath },
        responses: answers(200, planVersionAnswer, 'Digests computed at this moment.'),
      }),
      async c => answer(c, await readPlanVersion(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions/{id}/note',
        tags,
        summary: 'Record that the National Working Group has noted the children’s plan',
        request: { params: planVersionPath },
        responses: answersEmpty('It waits for the National Co-ordinator.'),
      }),
      async c => answerEmpty(c, await noteVersion(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions/{id}/endorsement/options',
        tags,
        summary: 'What the National Co-ordinator is about to sign',
        request: { params: planVersionPath, body: json(preparationBody) },
        responses: answers(200, preparedAnswer, 'Good for one signature within ten minutes.'),
      }),
      async c => {
        const input = { as: c.req.valid('json').as, origin: c.req.header('origin') }
        return answer(c, await prepareEndorsement(deps, actorOf(c), c.req.valid('param').id, input), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions/{id}/endorsement',
        tags,
        summary: 'Endorse by passkey, or by password and the workspace key',
        request: { params: planVersionPath, body: json(endorsementBody) },
        responses: answersEmpty('Endorsed.'),
      }),
      async c => {
        const input = { confirmation: c.req.valid('json'), origin: c.req.header('origin') }
        return answerEmpty(c, await endorse(deps, actorOf(c), c.req.valid('param').id, input))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions/{id}/send-back',
        tags,
        summary: 'Send a version back with reasons that the group reads',
        request: { params: planVersionPath, body: json(sendingBackBody) },
        responses: answersEmpty('Sent back.'),
      }),
      async c => answerEmpty(c, await sendBack(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json').reasons)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plan-versions/{id}/publication',
        tags,
        summary: 'Publish an endorsed version',
        request: { params: planVersionPath },
        responses: answersEmpty('Anybody can read it now.'),
      }),
      async c => answerEmpty(c, await publishVersion(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/plan-versions/{id}/bundle',
        tags,
        summary: 'The file that verifies without the server',
        request: { params: planVersionPath },
        responses: {
          ...problemResponses,
          200: {
            description: 'A JSON file, to be kept byte for byte: check it with `npm run verify -- FILE`.',
            content: { 'application/octet-stream': { schema: bundleAnswer } },
          },
        },
      }),
      async c => {
        const bundle = await readBundleFile(deps, actorOf(c), c.req.valid('param').id)
        if (!bundle.ok) return refuse(c, bundle.problem)
        return c.body(bundleText(bundle.value), 200, {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="plenary-${bundle.value.version.root.slice(0, 12)}.json"`,
        })
      },
    )
}
