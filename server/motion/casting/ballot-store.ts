/** What of a vote lies beside its log: papers in the box, and ballots that were refused. */
import { and, eq, inArray } from 'drizzle-orm'
import { asId, sha256Hex, type Digest, type MotionId, type PersonId } from '#shared/core'
import type { Ballot, BallotProblem, Paper } from '#shared/motion'
import { refusedBallotsTable, secretPapersTable, type Queries, type Tx } from '#server/db'
import { eventText, parseConstituency, type RefusedAttempt } from '../motion.ts'

/** In the place of a constituency that is not told. */
const untold = 'ANY'

/**
 * Puts a paper into the box, and shuffles it: rows lie in a file in the order in which they were written, so all are written
 * anew in the order of their places. [V12]
 *
 * @param place random: see the table
 */
export async function putIntoBox(tx: Tx, id: MotionId, paper: Paper, place: number): Promise<void> {
  const { constituency, candidate } = paper
  const added = { id: place, motionId: id, constituency: constituency ?? untold, candidateId: candidate }
  const ofVote = eq(secretPapersTable.motionId, id)
  const before = await tx.select().from(secretPapersTable).where(ofVote)
  await tx.delete(secretPapersTable).where(ofVote)
  await tx.insert(secretPapersTable).values([...before, added].toSorted((a, b) => a.id - b.id))
}

/** Empties the box. [V12] */
export async function takeFromBox(tx: Tx, id: MotionId): Promise<readonly Paper[]> {
  const rows = await tx.select().from(secretPapersTable).where(eq(secretPapersTable.motionId, id))
  await tx.delete(secretPapersTable).where(eq(secretPapersTable.motionId, id))
  return rows.map(({ constituency, candidateId }) => ({
    constituency: constituency === untold ? null : parseConstituency(constituency),
    candidate: candidateId === null ? null : asId<PersonId>(candidateId),
  }))
}

/** Keeps a refused ballot as evidence. @returns the digest of its stored text */
export async function keepRefusedBallot(
  tx: Tx,
  refused: {
    /** Public, unlike the nonce. */
    readonly id: string
    readonly motionId: MotionId
    readonly refused: Ballot | RefusedAttempt
    readonly problem: BallotProblem['type'] | 'access-suspended'
  },
  nonce: string,
): Promise<Digest> {
  const { refused: kept, ...row } = refused
  const text = eventText(kept, nonce)
  await tx.insert(refusedBallotsTable).values({ ...row, personId: kept.personId, at: kept.receivedAt, event: text })
  return sha256Hex(text)
}

/** How many refused ballots of this person are kept in this vote. */
export async function countRefusedOf(queries: Queries, id: MotionId, personId: PersonId): Promise<number> {
  const ofPerson = and(eq(refusedBallotsTable.motionId, id), eq(refusedBallotsTable.personId, personId))
  return queries.$count(refusedBallotsTable, ofPerson)
}

export async function refusedBallotText(queries: Queries, id: string): Promise<string | null> {
  const [row] = await queries
    .select({ event: refusedBallotsTable.event })
    .from(refusedBallotsTable)
    .where(eq(refusedBallotsTable.id, id))
  return row?.event ?? null
}

/** Those that came too late or on another text. */
export async function countRefusedBallots(queries: Queries, id: MotionId): Promise<number> {
  const told: readonly BallotProblem['type'][] = ['ballot-late', 'ballot-digest-mismatch']
  return queries.$count(
    refusedBallotsTable,
    and(eq(refusedBallotsTable.motionId, id), inArray(refusedBallotsTable.problem, [...told])),
  )
}
