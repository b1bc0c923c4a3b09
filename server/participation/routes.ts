import { createRoute, z } from '@hono/zod-openapi'
import type { GroupId } from '#shared/core'
import { participationAnswer, participationDetail } from '#shared/participation/schema'
import { actorOf, answer, answers, createRouter, idSchema, problemResponses, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { participationCsv } from './csv.ts'
import { readParticipationOf } from './details.ts'
import { readParticipation } from './figures.ts'
import { createTextShares } from './texts.ts'
import type { ParticipationThreads } from './threads.ts'

export type ParticipationRoutes = ReturnType<typeof participationRoutes>

const year = z.coerce.number().int().min(1970).max(9999)

/** How civil society takes part, by group and year. [G12] */
export function participationRoutes(deps: Deps, threads: Pick<ParticipationThreads, 'run'>) {
  const parts = { read: deps.read, now: deps.now, texts: createTextShares(deps, threads) }
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/participation/{year}',
        tags: ['Participation'],
        summary: 'Seats, attendance, amendments, votes and texts of a year, of every group',
        request: { params: z.object({ year }) },
        responses: answers(200, participationAnswer, 'Computed at this moment; of the running year up to it.'),
      }),
      async c => answer(c, await readParticipation(parts, actorOf(c), c.req.valid('param').year), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/participation/{year}/figures.csv',
        tags: ['Participation'],
        summary: 'The same as a table, one line a group',
        request: { params: z.object({ year }) },
        responses: {
          ...problemResponses,
          200: {
            description: 'RFC 4180, UTF-8 with a byte order mark.',
            content: { 'text/csv; charset=utf-8': { schema: z.string().meta({ format: 'binary' }) } },
          },
        },
      }),
      async c => {
        const found = await readParticipation(parts, actorOf(c), c.req.valid('param').year)
        if (!found.ok) return refuse(c, found.problem)
        return c.body(participationCsv(found.value), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="participation-${found.value.year}.csv"`,
        })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/participation/{year}/groups/{id}',
        tags: ['Participation'],
        summary: 'Figures of one group, with what they are computed from',
        request: { params: z.object({ year, id: idSchema<GroupId>() }) },
        responses: answers(200, participationDetail, 'What this person may not read is left out of the sources.'),
      }),
      async c => {
        const { year: about, id } = c.req.valid('param')
        return answer(c, await readParticipationOf(parts, actorOf(c), about, id), 200)
      },
    )
}
