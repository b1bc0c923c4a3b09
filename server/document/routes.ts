import { createRoute } from '@hono/zod-openapi'
import type { Actor } from '#shared/access'
import { documentsSchema, type DocumentEntry } from '#shared/document/schema'
import { actorOf, answers, createRouter } from '#server/http'
import type { Deps } from '../deps.ts'

/** A slice that has live texts says which of them somebody can open; app.ts hands the slices over. */
export type DocumentSource = (deps: Pick<Deps, 'read'>, actor: Actor) => Promise<readonly DocumentEntry[]>

/** The live texts of all slices; behind sign-in. */
export function documentRoutes(deps: Deps, sources: readonly DocumentSource[]) {
  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/documents',
      tags: ['Live texts'],
      summary: 'The live texts that this person can open',
      responses: answers(200, documentsSchema, 'Sections in the order of the plans, then minutes, the latest first.'),
    }),
    async c => {
      const documents: DocumentEntry[] = []
      for (const source of sources) documents.push(...(await source(deps, actorOf(c))))
      return c.json(documents, 200)
    },
  )
}
