import { can, type Actor } from '#shared/access'
import { err, ok, toBase64url, type Result, type SeatId, type WitnessId } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import {
  checkWitness,
  clockToleranceMs,
  cosigned,
  isEligible,
  parseCheckpoint,
  parseSignatureLine,
  parseVerifierKey,
  readWitnessKey,
  type KeyMaker,
  type RecordProblem,
} from '#shared/record'
import type { WitnessesAnswer } from '#shared/record/schema'
import type { Queries, Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { verifyEd25519 } from '../ed25519.ts'
import { appendRecord } from './append.ts'
import { findCheckpoint } from './checkpoint-store.ts'
import {
  endWitness as endWitnessRow,
  findNamedSeat,
  insertCosignature,
  insertWitness,
  knownKeys,
  lastCosigned,
  listSeats,
  listWitnesses,
  replaceKey,
  type NamedSeat,
  type Witness,
} from './witness-store.ts'

type Problem = RecordProblem | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/** The witnesses, and for whoever may name them the seats that could be. Fails with `not-permitted`. [L2] */
export async function readWitnesses(deps: Pick<Deps, 'read'>, actor: Actor): Promise<Result<WitnessesAnswer, Problem>> {
  if (!can(actor, 'record.read')) return err({ type: 'not-permitted' })
  const witnesses = await listWitnesses(deps.read)
  const told: WitnessesAnswer['witnesses'] = []
  for (const { id, seat, namedAt, key } of witnesses) {
    told.push({
      id,
      ...tellSeat(seat),
      namedAt,
      key: key && { verifierKey: key.verifierKey, madeIn: key.madeIn, addedAt: key.addedAt },
      last: key && (await lastCosigned(deps.read, key.id)),
      mine: can(actor, 'witness.cosign', { seatId: seat.seatId }),
    })
  }
  const present = witnesses.map(({ seat }) => seat)
  const mayName = can(actor, 'witness.name')
  const candidates = mayName
    ? (await listSeats(deps.read)).filter(seat => isEligible(seat) && checkWitness(seat, present).ok)
    : []
  return ok({ witnesses: told, candidates: candidates.map(tellSeat), mayName })
}

/** Each witness's seat with when it signed last. */
export async function witnessesForHome(queries: Queries) {
  const witnesses = await listWitnesses(queries)
  return Promise.all(
    witnesses.map(async ({ seat, key }) => ({
      seatId: seat.seatId,
      label: seat.label,
      lastSignedAt: (key && (await lastCosigned(queries, key.id)))?.signedAt ?? null,
    })),
  )
}

/**
 * Names a seat a witness. [L2]
 *
 * - `not-permitted`; `not-found`: no such seat.
 * - the refusals of `checkWitness`.
 */
export async function nameWitness(deps: Deps, actor: Actor, seatId: SeatId): Promise<Result<WitnessId, Problem>> {
  if (!can(actor, 'witness.name')) return err({ type: 'not-permitted' })
  return deps.transaction(async (tx): Promise<Result<WitnessId, Problem>> => {
    const seat = await findNamedSeat(tx, seatId)
    if (!seat) return err({ type: 'not-found' })
    const present = (await listWitnesses(tx)).map(witness => witness.seat)
    const allowed = checkWitness(seat, present)
    if (!allowed.ok) return allowed
    const id = deps.newId<WitnessId>()
    await insertWitness(tx, { id, seatId, namedBy: actor.personId, namedAt: deps.now() })
    const facts = { seat: seatId }
    await appendRecord(tx, deps, { act: 'witness.named', actor: actor.personId, subject: id, facts })
    return ok(id)
  })
}

/** Ends a witness; what it signed stays. `not-permitted`; `not-found`: none, or ended already. */
export async function endWitness(deps: Deps, actor: Actor, id: WitnessId): Promise<Result<void, Problem>> {
  if (!can(actor, 'witness.name')) return err({ type: 'not-permitted' })
  return deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const witness = await findWitness(tx, id)
    if (!witness) return err({ type: 'not-found' })
    await endWitnessRow(tx, id, deps.now())
    const facts = { seat: witness.seat.seatId }
    await appendRecord(tx, deps, { act: 'witness.ended', actor: actor.personId, subject: id, facts })
    return ok()
  })
}

/**
 * The key by which a witness co-signs from now on. It is an entry of the record, so that whoever has the record knows
 * whose co-signatures to ask for. [L2]
 *
 * - `not-found`: no such witness, or not one this person speaks for.
 * - `witness-key-not-valid`, `witness-key-taken`.
 */
export async function setWitnessKey(
  deps: Deps,
  actor: Actor,
  id: WitnessId,
  input: { readonly key: string; readonly madeIn: KeyMaker },
): Promise<Result<void, Problem>> {
  return deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const witness = await findOwn(tx, actor, id)
    if (!witness) return err({ type: 'not-found' })
    const verifierKey = readWitnessKey(input.key)
    const key = verifierKey === null ? null : parseVerifierKey(verifierKey)
    if (verifierKey === null || !key) return err({ type: 'witness-key-not-valid' })
    const publicKey = toBase64url(key.publicKey)
    const known = [deps.workspaceKey.publicKey, ...(await knownKeys(tx))]
    if (known.includes(publicKey)) return err({ type: 'witness-key-taken' })
    const { madeIn } = input
    const added = { id: deps.newId<WitnessId>(), verifierKey, madeIn, addedAt: deps.now(), addedBy: actor.personId }
    await replaceKey(tx, id, added)
    const { seatId: seat } = witness.seat
    const facts = { seat, verifierKey, madeIn }
    await appendRecord(tx, deps, { act: 'witness.keySet', actor: actor.personId, seat, subject: id, facts })
    return ok()
  })
}

/**
 * Keeps a co-signature that holds. It is no entry of the record: that would ask for the next one. [L2]
 *
 * - `not-found`: no such checkpoint, or no witness this person speaks for.
 * - `witness-without-key`, `cosignature-not-valid`.
 */
export async function cosign(
  deps: Deps,
  actor: Actor,
  id: WitnessId,
  input: { readonly size: number; readonly line: string },
): Promise<Result<void, Problem>> {
  return deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const witness = await findOwn(tx, actor, id)
    const checkpoint = witness && (await findCheckpoint(tx, input.size))
    if (!checkpoint) return err({ type: 'not-found' })
    if (!witness.key) return err({ type: 'witness-without-key' })
    const line = `${input.line.trim()}\n`
    const signedAt = cosignedAt(checkpoint.note, line, witness.key.verifierKey)
    const now = deps.now()
    if (signedAt === null || signedAt > now + clockToleranceMs) return err({ type: 'cosignature-not-valid' })
    const { size } = checkpoint
    await insertCosignature(tx, { size, keyId: witness.key.id, signedAt, receivedAt: now, line })
    return ok()
  })
}

/** When the line says it was signed, in milliseconds; null where it is no valid co-signature by this key. */
function cosignedAt(note: string, line: string, key: string): number | null {
  const checkpoint = parseCheckpoint(note)
  const signature = parseSignatureLine(line)
  const noteKey = parseVerifierKey(key)
  if (!checkpoint || !signature || !noteKey) return null
  const [found] = cosigned({ ...checkpoint, note: { ...checkpoint.note, signatures: [signature] } }, noteKey)
  return found && verifyEd25519(found) ? found.timestamp * 1_000 : null
}

async function findWitness(tx: Tx, id: WitnessId): Promise<Witness | null> {
  return (await listWitnesses(tx)).find(witness => witness.id === id) ?? null
}

/** One that this person speaks for; others are told apart from none to nobody. */
async function findOwn(tx: Tx, actor: Actor, id: WitnessId): Promise<Witness | null> {
  const witness = await findWitness(tx, id)
  return witness && can(actor, 'witness.cosign', { seatId: witness.seat.seatId }) ? witness : null
}

function tellSeat({ seatId, label, organisation, group, constituency }: NamedSeat) {
  return { seatId, label, organisation, group, constituency: constituency === 'NGO' ? 'NGO' : 'OBSERVER' } as const
}
