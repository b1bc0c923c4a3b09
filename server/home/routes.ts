import { createRoute } from '@hono/zod-openapi'
import { actorOf, answer, answers, createRouter } from '#server/http'
import { homeAnswer } from '#shared/home/schema'
import type { Deps } from '../deps.ts'
import { readHome } from './service.ts'
import type { HomeSources } from './sources.ts'

export type HomeRoutes = ReturnType<typeof homeRoutes>

/** What waits for the person who asks, where the plans stand, and what is wrong with the groups. */
export function homeRoutes(deps: Deps, sources: HomeSources) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/home',
      tags: ['Home'],
      summary: 'What waits for me',
      responses: answers(200, homeAnswer, 'Worked out at this moment.'),
    }),
    async c => answer(c, await readHome(deps, sources, actorOf(c)), 200),
  )
}
