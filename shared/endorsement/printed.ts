/**
 * What seats said to the votes of an endorsed plan, printed with its texts: found again in the record, so that none can be
 * put in or worded anew, and none left out before one that is printed. That the last of a seat's own words are all there is
 * seen only beside the whole record. [V9, V13, E6]
 */
import { asId, type Digest, type Instant, type Json, type SeatId, type VoteStatementId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { standingStatements, statementKinds, type StatementKind } from '#shared/motion'
import type { RecordEntry } from '#shared/record'

/** A statement as the record tells of it. */
export interface RecordedStatement {
  readonly id: VoteStatementId
  readonly seatId: SeatId
  readonly rank: RepresentativeRank
  readonly kind: StatementKind
  readonly number: number
  readonly at: Instant
  readonly textDigest: Digest
}

/** Those that stand by the end of these entries. @param entries of the record, in their order */
export function standingInRecord(entries: readonly RecordEntry[], motionId: string): readonly RecordedStatement[] {
  const about = entries.filter(({ subject }) => subject === motionId)
  return standingStatements(about.flatMap(recordedStatement), certifiedAtIn(about, motionId))
}

/**
 * Those that the record must tell too by what it tells: a seat's versions of one kind are numbered from 1 without a gap. What
 * was handed in last can be left out unseen, together with its entry.
 *
 * @returns each as seat, kind and number
 */
export function missingInRecord(entries: readonly RecordEntry[], motionId: string): readonly string[] {
  const told = entries.filter(({ subject }) => subject === motionId).flatMap(recordedStatement)
  const nameOf = ({ seatId, kind }: RecordedStatement, number: number): string => `${seatId}/${kind}/${number}`
  const known = new Set(told.map(one => nameOf(one, one.number)))
  return told.flatMap(one => {
    const before = nameOf(one, one.number - 1)
    return one.number === 1 || known.has(before) ? [] : [before]
  })
}

export function certifiedAtIn(entries: readonly RecordEntry[], motionId: string): Instant | null {
  return entries.find(({ act, subject }) => act === 'motion.certified' && subject === motionId)?.at ?? null
}

function recordedStatement({ act, seat, at, facts }: RecordEntry): readonly RecordedStatement[] {
  if (act !== 'motion.statementFiled' || seat === null) return []
  const { statement, number, textDigest } = facts
  // Before it was recorded, all stood as the head's.
  const rank = facts['rank'] === 'alternate' ? 'alternate' : 'head'
  const kind = statementKinds.find(one => one === facts['kind'])
  if (!isText(statement) || !isText(textDigest) || typeof number !== 'number' || kind === undefined) return []
  return [{ id: asId(statement), seatId: asId(seat), rank, kind, number, at, textDigest }]
}

function isText(fact: Json | undefined): fact is string {
  return typeof fact === 'string'
}
