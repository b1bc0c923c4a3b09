import { createRoute } from '@hono/zod-openapi'
import { decisionListAnswer, decisionListQuery } from '#shared/decision/schema'
import { actorOf, answers, createRouter } from '#server/http'
import type { MeetingParts } from '#server/meeting'
import type { Deps } from '../deps.ts'
import { listDecisions } from './reading.ts'
import { createDecisionWords } from './words.ts'

export type DecisionRoutes = ReturnType<typeof decisionRoutes>

/** The register of decisions. [M6] */
export function decisionRoutes(deps: Deps, { subjects, minutes }: MeetingParts) {
  const parts = { minutes, words: createDecisionWords(subjects) }
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/decisions',
      tags: ['Decisions'],
      summary: 'Decisions by group, year and words, the latest first',
      request: { query: decisionListQuery },
      responses: answers(200, decisionListAnswer, 'Each with its number, its text, its outcome and its meeting.'),
    }),
    async c => c.json(await listDecisions(deps, parts, actorOf(c), c.req.valid('query')), 200),
  )
}
