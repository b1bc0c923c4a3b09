import { createRoute, z } from '@hono/zod-openapi'
import type { AgendaItemId } from '#shared/core'
import { paperAnswer, uploadQuery } from '#shared/meeting/papers/schema'
import { actorOf, answers, createRouter, idSchema, refuse, requireSignIn } from '#server/http'
import type { Deps } from '../../deps.ts'
import { createUploads } from './upload.ts'

const bytes = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }

/**
 * The one route whose body is a file. It stands before the limit for small bodies and before what reads a body whole, and
 * brings its own limit. The same file sent again is the same paper, so it needs no Idempotency-Key.
 */
export function uploadRoutes(deps: Deps) {
  const upload = createUploads(deps)
  return createRouter().openapi(
    createRoute({
      method: 'post',
      path: '/items/{id}/files',
      tags: ['Meetings'],
      summary: 'Hand in a file with an agenda item',
      description:
        'The body is the file itself. What it is called decides what it has to be; its media type does not. ' +
        'The same file sent again is the same paper.',
      middleware: [requireSignIn] as const,
      request: {
        params: z.object({ id: idSchema<AgendaItemId>() }),
        query: uploadQuery,
        body: { required: true, content: bytes },
      },
      responses: answers(201, paperAnswer, 'The paper; the file is stored.'),
    }),
    async c => {
      const stated = c.req.header('content-length')
      const added = await upload(actorOf(c), c.req.valid('param').id, {
        name: c.req.valid('query').name,
        statedBytes: stated === undefined ? null : Number(stated),
        body: c.req.raw.body,
      })
      if (added.ok) return c.json(added.value, 201)
      // The rest of the file may not have been read: nothing else can come over this connection.
      c.header('connection', 'close')
      return refuse(c, added.problem)
    },
  )
}
