import { canonicalJson, isCanonicalJson, sha256Hex, type Digest } from '#shared/core'
import {
  decide,
  isAdopted,
  ruleSetDigest,
  type Decision,
  type MotionEvent,
  type RuleSet,
  type Snapshot,
  type SubjectKind,
} from '#shared/motion'
import type { BundleFault, BundleVote } from './bundle.ts'

/** A vote as it was found: what was decided, and the digests by which the record knows it. */
export interface VerifiedVote {
  readonly decision: Decision
  readonly snapshot: Snapshot
  readonly snapshotDigest: Digest
  readonly logDigest: Digest
}

/**
 * Holds a vote again from what was frozen and what was cast: electorate, quorum, majority, the NGO seats' position and
 * the grade are computed afresh and compared with what is stated. [V1–V9]
 *
 * @param text digest of the text that this vote must have been about
 */
export function verifyVote(
  vote: BundleVote,
  place: string,
  text: Digest,
  kind: SubjectKind,
): { readonly faults: readonly BundleFault[]; readonly verified: VerifiedVote | null } {
  if (![vote.frozen, ...vote.log].every(isCanonicalJson)) {
    return { faults: [{ place, fault: 'notCanonical' }], verified: null }
  }
  const { rules, snapshot } = JSON.parse(vote.frozen) as { rules: RuleSet; snapshot: Snapshot }
  const events = vote.log.map(line => (JSON.parse(line) as { event: MotionEvent }).event)
  if (ruleSetDigest(rules) !== snapshot.ruleSetDigest) {
    const fault = {
      place,
      fault: 'digestDiffers',
      expected: snapshot.ruleSetDigest,
      found: ruleSetDigest(rules),
    } as const
    return { faults: [fault], verified: null }
  }
  const faults: BundleFault[] = []
  if (snapshot.motionId !== vote.motionId || snapshot.subjectKind !== kind) faults.push({ place, fault: 'otherText' })
  if (snapshot.subjectDigest !== text) {
    faults.push({ place, fault: 'otherText', expected: text, found: snapshot.subjectDigest })
  }
  const stray = events.find(event => event.type === 'ballot' && event.digest !== text)
  if (stray) faults.push({ place, fault: 'ballotOnOtherText', expected: text })
  if (!seatsAgree(vote, snapshot)) faults.push({ place, fault: 'electorateDiffers' })

  const decision = decide(rules, snapshot, events)
  const found = canonicalJson(decision)
  if (found !== vote.decision) faults.push({ place, fault: 'decidedOtherwise', expected: vote.decision, found })
  if (!isAdopted(decision.outcome)) faults.push({ place, fault: 'notAdopted', found: decision.outcome })
  const logDigest = sha256Hex(canonicalJson(vote.log.map(line => sha256Hex(line))))
  return { faults, verified: { decision, snapshot, snapshotDigest: sha256Hex(vote.frozen), logDigest } }
}

/** The seats shown by name are those that were frozen, each in its constituency. [V1] */
function seatsAgree(vote: BundleVote, { electorate }: Snapshot): boolean {
  const shown = new Map(vote.seats.map(seat => [seat.seatId, seat.constituency]))
  return (
    shown.size === electorate.length &&
    vote.seats.length === electorate.length &&
    electorate.every(seat => shown.get(seat.seatId) === seat.constituency)
  )
}
