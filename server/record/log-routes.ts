/**
 * What proves the record to somebody outside: checkpoints, proofs and the key, for anybody. They are digests of texts that
 * each hold a digest nobody outside knows, and show nothing but how many entries there are. [L2]
 */
import { createRoute, z } from '@hono/zod-openapi'
import { verifierKey, workspaceNoteKey } from '#shared/record'
import {
  checkpointPath,
  consistencyAnswer,
  consistencyQuery,
  inclusionAnswer,
  inclusionQuery,
  recordKeyAnswer,
} from '#shared/record/schema'
import { answer, answers, createRouter, problemResponses, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { latestCheckpoint } from './checkpoint-store.ts'
import { checkpointNote } from './checkpoints.ts'
import { proveConsistency, proveInclusion } from './proofs.ts'

export type RecordLogRoutes = ReturnType<typeof recordLogRoutes>

const tags = ['Record']
const noteAnswers = {
  ...problemResponses,
  200: {
    description: 'A C2SP checkpoint: a signed note of origin, number of entries and root, with co-signatures.',
    content: { 'text/plain': { schema: z.string() } },
  },
} as const

export function recordLogRoutes(deps: Pick<Deps, 'read' | 'workspaceKey'>) {
  const signedSize = async (): Promise<number> => (await latestCheckpoint(deps.read))?.size ?? 0
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/checkpoint',
        tags,
        summary: 'The latest signed checkpoint of the record',
        responses: noteAnswers,
      }),
      async c => {
        const note = await checkpointNote(deps.read)
        return note === null ? refuse(c, { type: 'not-found' }) : c.text(note, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/checkpoints/{size}',
        tags,
        summary: 'The checkpoint that was signed at this number of entries',
        request: { params: checkpointPath },
        responses: noteAnswers,
      }),
      async c => {
        const note = await checkpointNote(deps.read, c.req.valid('param').size)
        return note === null ? refuse(c, { type: 'not-found' }) : c.text(note, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/key',
        tags,
        summary: 'The key that checkpoints are verified by',
        responses: answers(200, recordKeyAnswer, 'Compare it with the one that the Secretariat has made known.'),
      }),
      c => {
        const { publicKey } = deps.workspaceKey
        const key = workspaceNoteKey(publicKey)
        return c.json({ origin: key.name, verifierKey: verifierKey(key), publicKey }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/proof/inclusion',
        tags,
        summary: 'That an entry stands in the record',
        request: { query: inclusionQuery },
        responses: answers(200, inclusionAnswer, 'As RFC 9162, section 2.1.3, for leaf `number − 1`.'),
      }),
      async c => {
        const { number, size = await signedSize() } = c.req.valid('query')
        return answer(c, await proveInclusion(deps.read, { number, size }), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/record/proof/consistency',
        tags,
        summary: 'That the record continues an earlier one',
        request: { query: consistencyQuery },
        responses: answers(200, consistencyAnswer, 'As RFC 9162, section 2.1.4.'),
      }),
      async c => {
        const { from, to = await signedSize() } = c.req.valid('query')
        return answer(c, await proveConsistency(deps.read, { from, to }), 200)
      },
    )
}
