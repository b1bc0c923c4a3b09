/**
 * The register of memoranda of understanding with NGOs. A seat whose organisation has none in force keeps its rights: it
 * is pointed out, and nothing else follows. [G10]
 */
import { can, type Actor } from '#shared/access'
import { err, ok, type MemorandumId, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { memorandumStanding, type TermsProblem } from '#shared/terms'
import type { Memoranda, MemorandumBody, MemorandumEndBody } from '#shared/terms/schema'
import { findOrganisation } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { findMemorandum, insertMemorandum, listMemoranda, seatedNgos, updateEnd } from './memorandum-store.ts'

type Refusal =
  | Extract<TermsProblem, { type: `memorandum-${string}` }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/** All that were ever registered, and the seated NGOs that have none in force. Fails with `not-permitted`. */
export async function readMemoranda(
  { read, now }: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
): Promise<Result<Memoranda, Refusal>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const at = now()
  const memoranda = (await listMemoranda(read)).map(one => ({ ...one, standing: memorandumStanding(one, at) }))
  const covered = new Set(
    memoranda.filter(({ standing }) => standing === 'inForce').map(({ organisation }) => organisation.id),
  )
  return ok({ memoranda, without: (await seatedNgos(read)).filter(({ id }) => !covered.has(id)) })
}

/**
 * - `not-permitted`: for the Secretariat. `not-found`: no such organisation.
 * - `memorandum-not-with-ngo`: it is no NGO. `memorandum-ends-before-it-starts`: it would never be in force.
 */
export async function registerMemorandum(
  deps: Deps,
  actor: Actor,
  body: MemorandumBody,
): Promise<Result<MemorandumId, Refusal>> {
  if (!can(actor, 'memorandum.register')) return err({ type: 'not-permitted' })
  const { organisationId, reference, validFrom, validUntil } = body
  if (validUntil !== null && validUntil <= validFrom) return err({ type: 'memorandum-ends-before-it-starts' })
  const id = deps.newId<MemorandumId>()
  const registered = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation) return err({ type: 'not-found' })
    if (organisation.kind !== 'ngo') return err({ type: 'memorandum-not-with-ngo', organisationId })
    await insertMemorandum(tx, { id, ...body, registeredBy: actor.personId, registeredAt: deps.now() })
    const facts = { organisation: organisationId, reference, validFrom, validUntil }
    await appendRecord(tx, deps, { act: 'memorandum.registered', actor: actor.personId, subject: id, facts })
    return ok()
  })
  if (!registered.ok) return registered
  deps.bus.publish({ type: 'changed', topic: 'memorandum', id })
  return ok(id)
}

/**
 * Ends one before its time, with a reason that everybody reads.
 *
 * - `not-permitted`: for the Secretariat. `not-found`: no such memorandum. `memorandum-ended`: it is over already.
 */
export async function endMemorandum(
  deps: Deps,
  actor: Actor,
  id: MemorandumId,
  { reason }: MemorandumEndBody,
): Promise<Result<void, Refusal>> {
  if (!can(actor, 'memorandum.register')) return err({ type: 'not-permitted' })
  const ended = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const memorandum = await findMemorandum(tx, id)
    if (!memorandum) return err({ type: 'not-found' })
    const standing = memorandumStanding(memorandum, deps.now())
    if (standing === 'ended' || standing === 'expired') return err({ type: 'memorandum-ended' })
    await updateEnd(tx, id, { endedAt: deps.now(), endReason: reason })
    const facts = { organisation: memorandum.organisation.id, reference: memorandum.reference, reason }
    await appendRecord(tx, deps, { act: 'memorandum.ended', actor: actor.personId, subject: id, facts })
    return ok()
  })
  if (ended.ok) deps.bus.publish({ type: 'changed', topic: 'memorandum', id })
  return ended
}
