/** What of a vote lies beside its log: papers in the box, and ballots that were refused. */
import { and, eq, inArray } from 'drizzle-orm'
import { assert, sha256Hex, type Digest, type MotionId, type PersonId } from '#shared/core'
import type { Ballot, BallotProblem, Paper } from '#shared/motion'
import { refusedBallotsTable, secretPapersTable, type Queries, type Tx } from '#server/db'
import type { Deps } from '../../deps.ts'
import { nonceOf, seal, unseal } from '../../sealing.ts'
import { eventText, type RefusedAttempt } from '../motion.ts'

/** The box of a vote, and what its papers are sealed with. */
export interface Box {
  readonly motionId: MotionId
  readonly key: Uint8Array
}

/**
 * Papers are sealed under a key of the vote's own that follows from the workspace's, which lies apart from the database: two
 * copies of the database around one cast tell which paper is whose, and nothing of what is on it (decision 17). [V12]
 */
export function boxOf({ workspaceKey }: Pick<Deps, 'workspaceKey'>, motionId: MotionId): Box {
  return { motionId, key: workspaceKey.sealingKey(`box/${motionId}`) }
}

/**
 * Puts a paper into the box, and shuffles it: rows lie in a file in the order in which they were written, so all are written
 * anew in the order of their places. [V12]
 *
 * @param place random: see the table
 */
export async function putIntoBox(tx: Tx, { motionId: id, key }: Box, paper: Paper, place: number): Promise<void> {
  const added = { id: place, motionId: id, sealed: sealPaper(paper, key) }
  const ofVote = eq(secretPapersTable.motionId, id)
  const before = await tx.select().from(secretPapersTable).where(ofVote)
  await tx.delete(secretPapersTable).where(ofVote)
  await tx.insert(secretPapersTable).values([...before, added].toSorted((a, b) => a.id - b.id))
}

/**
 * Empties the box. [V12]
 *
 * @throws where a paper does not open, or lies there twice: a copy of a sealed paper would open as well as the paper
 */
export async function takeFromBox(tx: Tx, { motionId: id, key }: Box): Promise<readonly Paper[]> {
  const rows = await tx.select().from(secretPapersTable).where(eq(secretPapersTable.motionId, id))
  const nonces = new Set(rows.map(({ sealed }) => nonceOf(sealed)))
  if (nonces.size < rows.length) throw new Error(`a paper lies twice in the box of ${id}`)
  await tx.delete(secretPapersTable).where(eq(secretPapersTable.motionId, id))
  return rows.map(({ sealed }) => openPaper(sealed, key))
}

/** All papers are of one length, whoever is on them. In characters: an id has 22, the longest constituency 7. */
const paperLength = 128

function sealPaper({ constituency, candidate }: Paper, key: Uint8Array): string {
  const text = JSON.stringify([constituency, candidate]).padEnd(paperLength)
  assert(text.length === paperLength, 'a paper fits its length')
  return seal(text, key)
}

function openPaper(sealed: string, key: Uint8Array): Paper {
  const [constituency, candidate] = JSON.parse(unseal(sealed, key)) as [Paper['constituency'], Paper['candidate']]
  return { constituency, candidate }
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
