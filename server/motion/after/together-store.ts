import { and, asc, eq } from 'drizzle-orm'
import { asId, type Instant, type JointActId, type MotionId, type PersonId } from '#shared/core'
import {
  capacities,
  jointActs,
  jointAskStates,
  voidCauses,
  type JointAsk,
  type JointAskState,
  type VoidCause,
} from '#shared/motion'
import { jointActsTable, motionsTable, type Queries, type Tx } from '#server/db'

/** An act of two on a vote, as stored: one has asked for it. */
export interface StoredJointAct extends JointAsk {
  readonly id: JointActId
  readonly motionId: MotionId
  readonly cause: VoidCause | null
  readonly text: string
  /** Who confirmed or declined it. */
  readonly answeredBy: PersonId | null
  readonly endedAt: Instant | null
}

export type NewJointAct = Omit<StoredJointAct, 'state' | 'answeredBy' | 'endedAt'>

/** What was asked for before and is no longer to be confirmed makes room: that none is, is for the caller to know. */
export async function insertJointAct(tx: Tx, ask: NewJointAct): Promise<void> {
  await tx
    .update(jointActsTable)
    .set({ state: 'lapsed' })
    .where(
      and(
        eq(jointActsTable.motionId, ask.motionId),
        eq(jointActsTable.act, ask.act),
        eq(jointActsTable.state, 'asked'),
      ),
    )
  await tx.insert(jointActsTable).values({ ...ask, state: 'asked' })
}

export async function endJointAct(
  tx: Tx,
  id: JointActId,
  end: {
    readonly state: Extract<JointAskState, 'confirmed' | 'declined' | 'withdrawn'>
    readonly endedAt: Instant
    readonly answeredBy: PersonId | null
  },
): Promise<void> {
  const { answeredBy: confirmedBy, ...ended } = end
  await tx
    .update(jointActsTable)
    .set({ ...ended, confirmedBy })
    .where(eq(jointActsTable.id, id))
}

/** The first asked for first. */
export async function jointActsOf(queries: Queries, motionId: MotionId): Promise<readonly StoredJointAct[]> {
  const rows = await queries
    .select()
    .from(jointActsTable)
    .where(eq(jointActsTable.motionId, motionId))
    .orderBy(asc(jointActsTable.askedAt), asc(jointActsTable.id))
  return rows.map(rowToJointAct)
}

export async function findJointAct(queries: Queries, id: JointActId): Promise<StoredJointAct | null> {
  const [row] = await queries.select().from(jointActsTable).where(eq(jointActsTable.id, id))
  return row ? rowToJointAct(row) : null
}

/** @param change the times that acts after the vote leave with it */
export async function updateAfter(
  tx: Tx,
  id: MotionId,
  change: {
    readonly reconciledAt?: Instant
    readonly certifiedAt?: Instant
    readonly publishedAt?: Instant
    readonly closesAt?: Instant
    readonly dueAt?: Instant | null
    readonly remindAt?: Instant | null
  },
): Promise<void> {
  await tx.update(motionsTable).set(change).where(eq(motionsTable.id, id))
}

function rowToJointAct(row: typeof jointActsTable.$inferSelect): StoredJointAct {
  return {
    id: asId<JointActId>(row.id),
    motionId: asId<MotionId>(row.motionId),
    act: jointActs.find(act => act === row.act) ?? 'certify',
    state: jointAskStates.find(state => state === row.state) ?? 'lapsed',
    cause: voidCauses.find(cause => cause === row.cause) ?? null,
    text: row.text,
    askedBy: asId<PersonId>(row.askedBy),
    askedAs: capacities.find(capacity => capacity === row.askedAs) ?? 'chair',
    askedAt: row.askedAt,
    answeredBy: row.confirmedBy === null ? null : asId<PersonId>(row.confirmedBy),
    endedAt: row.endedAt,
  }
}
