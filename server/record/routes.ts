import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { can } from '#shared/access'
import { actorOf, answer, answers, createRouter, problemResponses, refuse } from '#server/http'
import {
  checkProgressAnswer,
  entriesAnswer,
  entriesQuery,
  recordCheckAnswer,
  recordPageAnswer,
  recordQuery,
} from '#shared/record/schema'
import type { Deps } from '../deps.ts'
import { makeRecordCheck, type RecordCheck } from './check.ts'
import { exportRecord, type RecordVotes } from './export.ts'
import { listRecord } from './list.ts'
import { entriesAfter } from './store.ts'
import { recordSize } from './tree-store.ts'

export type RecordRoutes = ReturnType<typeof recordRoutes>

/** The record, to read and to check. Nothing here writes. [L1] */
export function recordRoutes(deps: Deps, checks: readonly RecordCheck[], votes: RecordVotes) {
  const check = makeRecordCheck(deps, checks)
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/record',
        tags: ['Record'],
        summary: 'Entries of the record, the latest first',
        request: { query: recordQuery },
        responses: answers(200, recordPageAnswer, 'One page and where the next begins.'),
      }),
      async c => answer(c, await listRecord(deps, actorOf(c), c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/entries',
        tags: ['Record'],
        summary: 'Entries of the record by their number',
        request: { query: entriesQuery },
        responses: answers(200, entriesAnswer, 'In their order, with the exact text that each digest covers.'),
      }),
      async c => {
        if (!can(actorOf(c), 'record.read')) return refuse(c, { type: 'not-permitted' })
        const { from, limit } = c.req.valid('query')
        const rows = await entriesAfter(deps.read, from - 1, limit)
        const entries = rows.map(({ number, text, digest }) => ({ number, text, digest }))
        return c.json({ entries, size: await recordSize(deps.read) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/export',
        tags: ['Record'],
        summary: 'The whole record with its checkpoints and the decided votes this person may read',
        responses: {
          ...problemResponses,
          200: {
            description: 'A file of lines, to be kept byte for byte: check it with `npm run verify -- FILE`.',
            content: { 'application/octet-stream': { schema: z.string() } },
          },
        },
      }),
      async c => {
        const actor = actorOf(c)
        if (!can(actor, 'record.read')) return refuse(c, { type: 'not-permitted' })
        const lines = await exportRecord(deps, actor, votes)
        if (!lines.ok) return refuse(c, { type: 'record-not-signed' })
        c.header('content-type', 'application/octet-stream')
        c.header('content-disposition', 'attachment; filename="plenary-record.jsonl"')
        return stream(c, async to => {
          for await (const text of lines.value) await to.write(text)
        })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/check',
        tags: ['Record'],
        summary: 'Walk the chain and compare what is stored with what was recorded',
        responses: answers(200, recordCheckAnswer, 'All in order, or the first entry that does not hold.'),
      }),
      async c => {
        if (!can(actorOf(c), 'record.read')) return refuse(c, { type: 'not-permitted' })
        return c.json(await check.run(), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/check/progress',
        tags: ['Record'],
        summary: 'How far the check that is running has come',
        responses: answers(200, checkProgressAnswer, 'Entries that held so far.'),
      }),
      c => {
        if (!can(actorOf(c), 'record.read')) return refuse(c, { type: 'not-permitted' })
        return c.json({ progress: check.progress() }, 200)
      },
    )
}
