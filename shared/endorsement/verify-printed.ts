import { sha256Hex } from '#shared/core'
import { readEntry, type RecordEntry } from '#shared/record'
import {
  codesOf,
  firstBundleFormat,
  placesOfStatements,
  type Bundle,
  type BundleFault,
  type BundleStatement,
} from './bundle.ts'
import { certifiedAtIn, missingInRecord, standingInRecord, type RecordedStatement } from './printed.ts'
import type { VerifiedVote } from './verify-vote.ts'

/**
 * Each statement printed is one that its seat handed in, word for word, and that stands; and each that stands by the
 * entries of the excerpt is printed. What was adopted over the objection of the NGO seats is certified. [V9, V13, E5]
 */
export function verifyPrinted(bundle: Bundle, votes: ReadonlyMap<string, VerifiedVote>): readonly BundleFault[] {
  const entries = bundle.record.flatMap(({ text }) => readEntry(text) ?? [])
  const { format, statements = [] } = bundle
  const places = placesOfStatements(bundle)
  const faults: BundleFault[] = []
  const codes = codesOf(bundle)
  for (const { motionId, subjectId } of bundle.votes) {
    const place = codes.get(subjectId) ?? 'plan'
    const standing = standingInRecord(entries, motionId)
    const printed = new Map<string, BundleStatement>()
    for (const statement of statements.filter(one => one.motionId === motionId)) {
      const at = places.get(statement) ?? 'statements'
      if (printed.has(statement.id)) faults.push({ place: at, fault: 'unexpected' })
      printed.set(statement.id, statement)
      faults.push(...statementFaults(statement, standing, at))
    }
    for (const { id } of standing) {
      if (!printed.has(id)) faults.push({ place: `statements/${place}`, fault: 'missing', expected: id })
    }
    for (const expected of missingInRecord(entries, motionId)) {
      faults.push({ place: `statements/${place}`, fault: 'notRecorded', expected })
    }
    const vote = votes.get(motionId)
    if (vote && format !== firstBundleFormat && !isCertified(vote, entries, motionId)) {
      faults.push({ place: `votes/${place}`, fault: 'notCertified' })
    }
  }
  const known = new Set<string>(bundle.votes.map(vote => vote.motionId))
  for (const statement of statements) {
    if (!known.has(statement.motionId)) {
      faults.push({ place: places.get(statement) ?? 'statements', fault: 'unexpected' })
    }
  }
  return faults
}

function statementFaults(
  { id, seatId, kind, number, at, text }: BundleStatement,
  standing: readonly RecordedStatement[],
  place: string,
): readonly BundleFault[] {
  const recorded = standing.find(one => one.id === id)
  if (!recorded) return [{ place, fault: 'notRecorded' }]
  const found = sha256Hex(text)
  const isOther =
    recorded.seatId !== seatId || recorded.kind !== kind || recorded.number !== number || recorded.at !== at
  return [
    ...(isOther ? [{ place, fault: 'otherText' } as const] : []),
    ...(found === recorded.textDigest
      ? []
      : [{ place, fault: 'digestDiffers', expected: recorded.textDigest, found } as const]),
  ]
}

function isCertified({ decision }: VerifiedVote, entries: readonly RecordEntry[], motionId: string): boolean {
  return decision.outcome !== 'ADOPTED_OVER_NGO_OBJECTION' || certifiedAtIn(entries, motionId) !== null
}
