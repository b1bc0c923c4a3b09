import { createRoute, z } from '@hono/zod-openapi'
import type { MeetingId } from '#shared/core'
import { exportQuery } from '#shared/minutes/schema'
import { actorOf, createRouter, idSchema, problemResponses, refuse } from '#server/http'
import type { MotionSubjects } from '#server/motion'
import type { Deps } from '../deps.ts'
import { createKeptFiles, paperHtml, type Paper } from './export/index.ts'
import { exportMinutes } from './exporting.ts'

/** What sets DOCX and PDF is loaded when somebody first asks for it: a server that is never asked does without. */
const formats = {
  html: {
    mediaType: 'text/html; charset=utf-8',
    render: (paper: Paper) => new TextEncoder().encode(paperHtml(paper)),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async (paper: Paper) => (await import('./export/docx.ts')).paperDocx(paper),
  },
  pdf: {
    mediaType: 'application/pdf',
    render: async (paper: Paper) => (await import('./export/pdf.ts')).paperPdf(paper),
  },
} as const satisfies Record<
  string,
  { readonly mediaType: string; render(paper: Paper): Uint8Array | Promise<Uint8Array> }
>

const file = z.string().meta({ format: 'binary' })

/** Minutes as a file, in three formats, each given as a download. */
export function minutesExportRoutes(deps: Deps, subjects: MotionSubjects) {
  const router = createRouter()
  const kept = createKeptFiles()
  for (const format of ['html', 'docx', 'pdf'] as const) {
    const { mediaType, render } = formats[format]
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
        const exported = await exportMinutes(deps, subjects, actorOf(c), id, c.req.valid('query'))
        if (!exported.ok) return refuse(c, exported.problem)
        const { paper, fileName } = exported.value
        const bytes = await kept.file(format, paper, render)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${fileName}.${format}"`,
        })
      },
    )
  }
  return router
}
