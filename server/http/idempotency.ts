/**
 * Idempotency-Key on writing requests: the same key and body get the same answer, another body is refused.
 *
 * The key is reserved in a commit of its own before the request runs and completed after it, so that a request whose
 * server died in between is answered `idempotency-unfinished`, never carried out a second time unseen. Problems of the
 * server (5xx) free the key again. Keys are kept for a day.
 *
 * What is kept gives nothing away to who reads the database: requests hold passwords and answers hold session cookies
 * and invitation links. So the digest of a request covers the key, of which only a digest is kept itself; a body is
 * enciphered with it; and an answer that sets a cookie is not kept: signing in again simply signs in again.
 */
import { createHash } from 'node:crypto'
import { eq, lt } from 'drizzle-orm'
import type { MiddlewareHandler } from 'hono'
import { dayMs, sha256Hex } from '#shared/core'
import { idempotencyTable, type Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { seal, unseal } from '../sealing.ts'
import { refuse } from './problems.ts'
import type { AppEnv } from './router.ts'

/** A key is no affair of anybody else's. */
const shared = { commit: 'shared' } as const

const keyPattern = /^[\x21-\x7e]{1,200}$/

type Reservation =
  | { readonly kind: 'new' }
  | { readonly kind: 'reused' }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string | null; readonly body: string }

export function idempotency(deps: Pick<Deps, 'transaction' | 'now'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!keyPattern.test(key)) {
      const message = '1 to 200 visible ASCII characters'
      return refuse(c, { type: 'invalid-input', errors: [{ path: '/headers/idempotency-key', message }] })
    }
    // Of somebody shut out, what is kept is apart from what they did before.
    const owned = `${c.var.identity?.personId ?? c.var.shutOut?.sessionHash ?? 'nobody'}\n${key}`
    const id = sha256Hex(owned)
    const requestDigest = sha256Hex(`${owned}\n${c.req.method}\n${c.req.path}\n${await c.req.text()}`)
    const reservation = await deps.transaction(tx => reserve(tx, id, requestDigest, deps.now()), shared)
    if (reservation.kind === 'reused') return refuse(c, { type: 'idempotency-key-reused' })
    if (reservation.kind === 'unfinished') return refuse(c, { type: 'idempotency-unfinished' })
    if (reservation.kind === 'answered') {
      const headers = reservation.contentType === null ? undefined : { 'content-type': reservation.contentType }
      return new Response(reservation.status === 204 ? null : unseal(reservation.body, sealingKey(owned)), {
        status: reservation.status,
        ...(headers && { headers }),
      })
    }
    await next()
    const response = c.res
    if (response.status >= 500 || response.headers.has('set-cookie')) {
      await deps.transaction(async tx => {
        await tx.delete(idempotencyTable).where(eq(idempotencyTable.id, id))
      }, shared)
      return
    }
    const body = seal(await response.clone().text(), sealingKey(owned))
    await deps.transaction(async tx => {
      await tx
        .update(idempotencyTable)
        .set({ status: response.status, contentType: response.headers.get('content-type'), body })
        .where(eq(idempotencyTable.id, id))
    }, shared)
  }
}

async function reserve(tx: Tx, id: string, requestDigest: string, now: number): Promise<Reservation> {
  await tx.delete(idempotencyTable).where(lt(idempotencyTable.createdAt, now - dayMs))
  const [row] = await tx.select().from(idempotencyTable).where(eq(idempotencyTable.id, id))
  if (!row) {
    await tx.insert(idempotencyTable).values({ id, requestDigest, createdAt: now })
    return { kind: 'new' }
  }
  if (row.requestDigest !== requestDigest) return { kind: 'reused' }
  if (row.status === null) return { kind: 'unfinished' }
  return { kind: 'answered', status: row.status, contentType: row.contentType, body: row.body ?? '' }
}

/** Apart from `id`, which is a digest of the same and stands in the database. */
function sealingKey(secret: string): Buffer {
  return createHash('sha256').update(`answer\n${secret}`).digest()
}
