import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { asId, toBase64url, type Instant, type PersonId, type SeatId, type WitnessId } from '#shared/core'
import type { Constituency } from '#shared/group'
import type { OrganisationKind } from '#shared/people'
import { parseVerifierKey, type KeyMaker, type WitnessSeat } from '#shared/record'
import {
  checkpointsTable,
  cosignaturesTable,
  groupsTable,
  organisationsTable,
  seatsTable,
  witnessesTable,
  witnessKeysTable,
  type Queries,
  type Tx,
} from '#server/db'

/** A seat as it is now, with its names. */
export interface NamedSeat extends WitnessSeat {
  readonly label: string
  readonly organisation: string | null
  readonly group: string
}

export interface WitnessKeyRow {
  readonly id: string
  readonly verifierKey: string
  readonly madeIn: KeyMaker
  readonly addedAt: Instant
}

export interface Witness {
  readonly id: WitnessId
  readonly seat: NamedSeat
  readonly namedAt: Instant
  readonly key: WitnessKeyRow | null
}

function selectSeats(queries: Queries) {
  return queries
    .select({
      seatId: seatsTable.id,
      label: seatsTable.label,
      constituency: seatsTable.constituency,
      organisation: organisationsTable.name,
      organisationKind: organisationsTable.kind,
      group: groupsTable.name,
    })
    .from(seatsTable)
    .innerJoin(groupsTable, eq(groupsTable.id, seatsTable.groupId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .orderBy(asc(groupsTable.position), asc(seatsTable.position))
}

/** Seats that belong to their group now. */
export async function listSeats(queries: Queries): Promise<readonly NamedSeat[]> {
  return (await selectSeats(queries).where(isNull(seatsTable.endedAt))).map(rowToSeat)
}

export async function findNamedSeat(queries: Queries, seatId: SeatId): Promise<NamedSeat | null> {
  const [row] = await selectSeats(queries).where(and(eq(seatsTable.id, seatId), isNull(seatsTable.endedAt)))
  return row ? rowToSeat(row) : null
}

/** Those that have not ended, in the order they were named. */
export async function listWitnesses(queries: Queries): Promise<readonly Witness[]> {
  const rows = await queries
    .select()
    .from(witnessesTable)
    .where(isNull(witnessesTable.endedAt))
    .orderBy(asc(witnessesTable.namedAt), asc(witnessesTable.id))
  const keys = await queries.select().from(witnessKeysTable).where(isNull(witnessKeysTable.endedAt))
  const witnesses: Witness[] = []
  for (const { id, seatId, namedAt } of rows) {
    const [seat] = await selectSeats(queries).where(eq(seatsTable.id, seatId))
    if (!seat) continue
    const key = keys.find(({ witnessId }) => witnessId === id)
    witnesses.push({ id: asId<WitnessId>(id), seat: rowToSeat(seat), namedAt, key: key ? rowToKey(key) : null })
  }
  return witnesses
}

export async function insertWitness(
  tx: Tx,
  witness: {
    readonly id: WitnessId
    readonly seatId: SeatId
    readonly namedBy: PersonId
    readonly namedAt: Instant
  },
): Promise<void> {
  await tx.insert(witnessesTable).values(witness)
}

export async function endWitness(tx: Tx, id: WitnessId, endedAt: Instant): Promise<void> {
  await endKeys(tx, id, endedAt)
  await tx.update(witnessesTable).set({ endedAt }).where(eq(witnessesTable.id, id))
}

/** Every key that a witness has or had, base64url: a key is one witness's for good, whatever name it comes under. */
export async function knownKeys(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.select({ verifierKey: witnessKeysTable.verifierKey }).from(witnessKeysTable)
  return rows.flatMap(({ verifierKey }) => {
    const key = parseVerifierKey(verifierKey)
    return key ? [toBase64url(key.publicKey)] : []
  })
}

/** The key of a witness from now on; what was signed by the one before stays. */
export async function replaceKey(
  tx: Tx,
  witnessId: WitnessId,
  key: WitnessKeyRow & { readonly addedBy: PersonId },
): Promise<void> {
  await endKeys(tx, witnessId, key.addedAt)
  await tx.insert(witnessKeysTable).values({ ...key, witnessId })
}

async function endKeys(tx: Tx, witnessId: WitnessId, endedAt: Instant): Promise<void> {
  await tx
    .update(witnessKeysTable)
    .set({ endedAt })
    .where(and(eq(witnessKeysTable.witnessId, witnessId), isNull(witnessKeysTable.endedAt)))
}

/** The same checkpoint co-signed again by the same key stays as it was. */
export async function insertCosignature(tx: Tx, cosignature: typeof cosignaturesTable.$inferInsert): Promise<void> {
  await tx.insert(cosignaturesTable).values(cosignature).onConflictDoNothing()
}

/** The largest checkpoint that this key, or any, co-signed. */
export async function lastCosigned(
  queries: Queries,
  keyId?: string,
): Promise<{ readonly size: number; readonly signedAt: Instant } | null> {
  const { size, signedAt } = cosignaturesTable
  const [row] = await queries
    .select({ size, signedAt })
    .from(cosignaturesTable)
    .where(keyId === undefined ? undefined : eq(cosignaturesTable.keyId, keyId))
    .orderBy(desc(size), desc(signedAt))
    .limit(1)
  return row ?? null
}

/** When the last co-signature of any witness came. */
export async function lastReceivedAt(queries: Queries): Promise<Instant | null> {
  const { receivedAt } = cosignaturesTable
  const [row] = await queries.select({ receivedAt }).from(cosignaturesTable).orderBy(desc(receivedAt)).limit(1)
  return row?.receivedAt ?? null
}

/** When the record was signed first. */
export async function firstSignedAt(queries: Queries): Promise<Instant | null> {
  const [row] = await queries
    .select({ at: checkpointsTable.at })
    .from(checkpointsTable)
    .orderBy(asc(checkpointsTable.size))
    .limit(1)
  return row?.at ?? null
}

/** Who co-signed this checkpoint: seat labels, as they are now, with the time. */
export async function cosignersOf(
  queries: Queries,
  size: number,
): Promise<readonly { readonly witness: string; readonly signedAt: Instant }[]> {
  return queries
    .select({ witness: seatsTable.label, signedAt: cosignaturesTable.signedAt })
    .from(cosignaturesTable)
    .innerJoin(witnessKeysTable, eq(witnessKeysTable.id, cosignaturesTable.keyId))
    .innerJoin(witnessesTable, eq(witnessesTable.id, witnessKeysTable.witnessId))
    .innerJoin(seatsTable, eq(seatsTable.id, witnessesTable.seatId))
    .where(eq(cosignaturesTable.size, size))
    .orderBy(asc(cosignaturesTable.receivedAt))
}

function rowToSeat(row: {
  readonly seatId: string
  readonly label: string
  readonly constituency: string
  readonly organisation: string | null
  readonly organisationKind: string | null
  readonly group: string
}): NamedSeat {
  return {
    ...row,
    seatId: asId<SeatId>(row.seatId),
    constituency: row.constituency as Constituency,
    organisationKind: row.organisationKind as OrganisationKind | null,
  }
}

function rowToKey({ id, verifierKey, madeIn, addedAt }: typeof witnessKeysTable.$inferSelect): WitnessKeyRow {
  return { id, verifierKey, madeIn: madeIn === 'browser' ? 'browser' : 'tool', addedAt }
}
