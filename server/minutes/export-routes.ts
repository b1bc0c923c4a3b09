import { createRoute, z } from '@hono/zod-openapi'
import type { MeetingId } from '#shared/core'
import { exportQuery } from '#shared/minutes/schema'
import { actorOf, createRouter, idSchema, problemResponses, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { createFiles } from './files.ts'
import { exportMinutes } from './exporting.ts'
import type { MinutesParts } from './freezing.ts'
import { fileFormats } from './tasks.ts'
import type { MinutesThreads } from './threads.ts'

const mediaTypes = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<(typeof fileFormats)[number], string>

const file = z.string().meta({ format: 'binary' })

/** Minutes as a file, in three formats, each given as a download. A thread makes it: it takes seconds where they are long. */
export function minutesExportRoutes(deps: Deps, parts: MinutesParts, threads: Pick<MinutesThreads, 'run'>) {
  const router = createRouter()
  const makeFile = createFiles(deps, threads)
  for (const format of fileFormats) {
    const mediaType = mediaTypes[format]
    router.openapi(
      createRoute({
        method: 'get',
        path: `/meetings/{id}/minutes.${format}`,
        tags: ['Minutes'],
        summary: `The minutes of a meeting as ${format.toUpperCase()}`,
        request: { params: z.object({ id: idSchema<MeetingId>() }), query: exportQuery },
        responses: {
          ...problemResponses,
          200: {
            description: 'As circulated, with digest and seal; a draft says that it is one.',
            content: { [mediaType]: { schema: file } },
          },
        },
      }),
      async c => {
        const { id } = c.req.valid('param')
        const exported = await exportMinutes(deps, parts, actorOf(c), id, c.req.valid('query'))
        if (!exported.ok) return refuse(c, exported.problem)
        const { print, language, fileName } = exported.value
        const made = await makeFile({ print, language, format })
        if (!made.ok) return refuse(c, made.problem)
        return c.body(new Uint8Array(made.value), 200, {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${fileName}.${format}"`,
        })
      },
    )
  }
  return router
}
