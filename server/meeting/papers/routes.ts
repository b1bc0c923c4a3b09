import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import type { AgendaItemId, PaperId } from '#shared/core'
import { newPaper, paperAnswer } from '#shared/meeting/papers/schema'
import {
  actorOf,
  answer,
  answerEmpty,
  answers,
  answersEmpty,
  createRouter,
  idSchema,
  json,
  problemResponses,
  refuse,
} from '#server/http'
import type { MotionSubjects } from '#server/motion'
import type { Deps } from '../../deps.ts'
import { addVersion, paperFor, takeAway } from './change.ts'
import { pathOfFile } from './folder.ts'
import { attachment, createFileCheck } from './hand-out.ts'

export type PaperRoutes = ReturnType<typeof paperRoutes>

const tags = ['Meetings']
const paperPath = z.object({ id: idSchema<PaperId>() })

/** Papers of agenda items: versions and files, apart from handing a file in. */
export function paperRoutes(deps: Deps, subjects: MotionSubjects) {
  const check = createFileCheck(deps.config.dataFolder)
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/items/{id}/papers',
        tags,
        summary: 'Add a version to the papers of an agenda item',
        request: { params: z.object({ id: idSchema<AgendaItemId>() }), body: json(newPaper) },
        responses: answers(201, paperAnswer, 'The paper, bound to the digest that the version has.'),
      }),
      async c =>
        answer(c, await addVersion(deps, subjects, actorOf(c), c.req.valid('param').id, c.req.valid('json')), 201),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/papers/{id}',
        tags,
        summary: 'Take a paper away from its item; it is kept',
        request: { params: paperPath },
        responses: answersEmpty('It is not among the papers of the item.'),
      }),
      async c => answerEmpty(c, await takeAway(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/papers/{id}/file',
        tags,
        summary: 'The file of a paper, as it was handed in',
        request: { params: paperPath },
        responses: {
          ...problemResponses,
          200: { description: 'The file, to be kept by the reader. Its tag is the digest of its bytes.' },
          304: { description: 'The reader has these bytes already.' },
        },
      }),
      async c => {
        const paper = await paperFor(deps, actorOf(c), c.req.valid('param').id)
        if (paper?.kind !== 'file') return refuse(c, { type: 'not-found' })
        const tag = `"${paper.digest}"`
        c.header('etag', tag)
        if (c.req.header('if-none-match') === tag) return c.body(null, 304)
        const sound = await check(paper.digest)
        if (!sound.ok) {
          deps.log.warn('paper-damaged', { paper: paper.id })
          return refuse(c, sound.problem)
        }
        c.header('content-disposition', attachment(paper.name))
        c.header('content-type', paper.mediaType)
        c.header('content-length', String(paper.bytes))
        // Asked for without its body, it is not opened.
        if (c.req.raw.method === 'HEAD') return c.body(null, 200)
        return c.body(webStream(pathOfFile(deps.config.dataFolder, paper.digest)), 200)
      },
    )
}

function webStream(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
}
