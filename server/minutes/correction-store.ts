import { and, asc, eq } from 'drizzle-orm'
import {
  asId,
  type AgendaItemId,
  type CorrectionId,
  type Instant,
  type MinutesId,
  type MinutesVersionId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { correctionStates, type CorrectionState } from '#shared/minutes'
import { correctionsTable, type Queries, type Tx } from '#server/db'

/** A correction that a seat proposes, and what became of it. */
export interface Correction {
  readonly id: CorrectionId
  readonly minutesId: MinutesId
  /** Of the version that it was proposed to. */
  readonly versionId: MinutesVersionId
  /** None for the general remarks. */
  readonly itemId: AgendaItemId | null
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly quote: string
  readonly proposal: string
  readonly reason: string
  readonly at: Instant
  readonly state: CorrectionState
  /** None while it waits. */
  readonly disposition: { readonly by: PersonId; readonly at: Instant; readonly reason: string } | null
}

export async function insertCorrection(tx: Tx, correction: Correction): Promise<void> {
  await tx.insert(correctionsTable).values(correctionToRow(correction))
}

export async function updateCorrection(tx: Tx, correction: Correction): Promise<void> {
  await tx.update(correctionsTable).set(correctionToRow(correction)).where(eq(correctionsTable.id, correction.id))
}

export async function findCorrection(queries: Queries, id: CorrectionId): Promise<Correction | null> {
  const [row] = await queries.select().from(correctionsTable).where(eq(correctionsTable.id, id))
  return row ? rowToCorrection(row) : null
}

/** To any version of these minutes, the first proposed first. */
export async function correctionsOf(queries: Queries, minutesId: MinutesId): Promise<readonly Correction[]> {
  const rows = await queries
    .select()
    .from(correctionsTable)
    .where(eq(correctionsTable.minutesId, minutesId))
    .orderBy(asc(correctionsTable.at), asc(correctionsTable.id))
  return rows.map(rowToCorrection)
}

/** Those that wait for their disposition. */
export async function openCorrections(queries: Queries, minutesId: MinutesId): Promise<readonly CorrectionId[]> {
  const rows = await queries
    .select({ id: correctionsTable.id })
    .from(correctionsTable)
    .where(and(eq(correctionsTable.minutesId, minutesId), eq(correctionsTable.state, 'proposed')))
    .orderBy(asc(correctionsTable.at), asc(correctionsTable.id))
  return rows.map(row => asId<CorrectionId>(row.id))
}

function correctionToRow({ disposition, ...correction }: Correction): typeof correctionsTable.$inferSelect {
  return {
    ...correction,
    disposedBy: disposition?.by ?? null,
    disposedAt: disposition?.at ?? null,
    disposition: disposition?.reason ?? null,
  }
}

function rowToCorrection(row: typeof correctionsTable.$inferSelect): Correction {
  const { disposedBy, disposedAt, disposition, ...correction } = row
  const state = correctionStates.find(one => one === row.state)
  if (state === undefined) throw new Error(`correction ${row.id} is stored as ${row.state}, which is no state of it`)
  return {
    ...correction,
    id: asId<CorrectionId>(row.id),
    minutesId: asId<MinutesId>(row.minutesId),
    versionId: asId<MinutesVersionId>(row.versionId),
    itemId: row.itemId === null ? null : asId<AgendaItemId>(row.itemId),
    seatId: asId<SeatId>(row.seatId),
    personId: asId<PersonId>(row.personId),
    state,
    disposition:
      disposedBy === null || disposedAt === null
        ? null
        : { by: asId<PersonId>(disposedBy), at: disposedAt, reason: disposition ?? '' },
  }
}
