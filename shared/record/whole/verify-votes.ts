/**
 * The votes of the file against the entries that vouch for them: what was frozen, each ballot by itself, the log as a
 * whole, and the decision, which is made again. A ballot that was altered is named by its entry. [L1, V1]
 */
import { canonicalJson, isCanonicalJson, sha256Hex, type Digest } from '#shared/core'
import { decide, type MotionEvent, type RuleSet, type Snapshot } from '#shared/motion'
import type { RecordEntry } from '../entry.ts'
import type { RecordVote } from './file.ts'
import type { RecordFault } from './verdict.ts'

/** What the record says of a vote. */
export interface Vouched {
  opened: { readonly number: number; readonly digest: Digest } | null
  readonly events: Map<number, { readonly number: number; readonly digest: Digest }>
  readonly closings: RecordEntry[]
  /** The entry that vouches once more for what another vouches for. */
  twice: number | null
}

const closingActs: readonly string[] = ['motion.held', 'motion.closed', 'motion.voided']
/** After which a vote keeps its outcome. */
const endingActs: readonly string[] = ['motion.closed', 'motion.voided']

/** Notes what an entry vouches for, by vote. */
export function noteVouched(vouched: Map<string, Vouched>, entry: RecordEntry): void {
  const { act, subject, facts, number } = entry
  if (subject === null) return
  const known: Vouched = vouched.get(subject) ?? { opened: null, events: new Map(), closings: [], twice: null }
  const { seq, eventDigest, snapshotDigest } = facts
  if (act === 'motion.opened' && typeof snapshotDigest === 'string') {
    if (known.opened !== null) known.twice ??= number
    known.opened = { number, digest: snapshotDigest }
  } else if (typeof seq === 'number' && typeof eventDigest === 'string') {
    if (known.events.has(seq)) known.twice ??= number
    known.events.set(seq, { number, digest: eventDigest })
    if (closingActs.includes(act)) known.closings.push(entry)
  } else if (closingActs.includes(act)) known.closings.push(entry)
  else return
  vouched.set(subject, known)
}

/**
 * The file may come from anybody: a vote whose parts are not what they should be is a fault, and never an exception.
 *
 * @param vote null where its line could not be read
 */
export function voteFault(id: string, vote: RecordVote | null, vouched: Vouched | undefined): RecordFault | null {
  const last = vouched?.closings.at(-1)
  if (!vouched?.opened || last === undefined || !endingActs.includes(last.act))
    return { place: `votes/${id}`, fault: 'unexpected' }
  try {
    return judgeVote(vote, { ...vouched, opened: vouched.opened }, last)
  } catch {
    return { place: `record/${last.number}`, fault: 'unreadable' }
  }
}

type Opened = Vouched & { readonly opened: NonNullable<Vouched['opened']> }

function judgeVote(vote: RecordVote | null, vouched: Opened, last: RecordEntry): RecordFault | null {
  const at = (number: number, fault: RecordFault['fault'], digests: Partial<RecordFault> = {}): RecordFault => ({
    place: `record/${number}`,
    fault,
    ...digests,
  })
  if (vouched.twice !== null) return at(vouched.twice, 'unexpected')
  if (!vote) return at(last.number, 'unreadable')
  const frozen = sha256Hex(vote.frozen)
  if (frozen !== vouched.opened.digest) {
    return at(vouched.opened.number, 'contentAltered', { expected: vouched.opened.digest, found: frozen })
  }
  for (const [seq, { number, digest }] of vouched.events) {
    const text = vote.log[seq - 1]
    if (text === undefined) return at(number, 'missing', { expected: digest })
    const found = sha256Hex(text)
    if (found !== digest) return at(number, 'contentAltered', { expected: digest, found })
  }
  for (const { number, facts } of vouched.closings) {
    const { events, eventsDigest } = facts
    const expected = typeof eventsDigest === 'string' ? eventsDigest : undefined
    const log = vote.log.slice(0, typeof events === 'number' ? events : 0)
    const found = sha256Hex(canonicalJson(log.map(text => sha256Hex(text))))
    if (found !== expected) return at(number, 'contentAltered', { expected, found })
  }
  if (![vote.frozen, ...vote.log].every(isCanonicalJson)) return at(last.number, 'unreadable')
  if (vote.log.length !== last.facts['events'] || hasStray(vote, vouched)) return at(last.number, 'unexpected')
  const decided = decideAgain(vote)
  const { outcome, grade, tally } = last.facts
  const stated = canonicalJson({ outcome: outcome ?? null, grade: grade ?? null, tally: tally ?? null })
  if (decided.whole !== vote.decision || decided.stated !== stated) {
    return at(last.number, 'decidedOtherwise', { expected: stated, found: decided.stated })
  }
  return null
}

/** Every event but a close has an entry of its own. */
function hasStray({ log }: RecordVote, { events }: Vouched): boolean {
  return log.some((text, index) => !events.has(index + 1) && eventIn(text).type !== 'closed')
}

function eventIn(text: string): MotionEvent {
  const { event } = JSON.parse(text) as { event: MotionEvent }
  return event
}

function decideAgain({ frozen, log }: RecordVote): { readonly whole: string; readonly stated: string } {
  const { rules, snapshot } = JSON.parse(frozen) as { rules: RuleSet; snapshot: Snapshot }
  const decision = decide(rules, snapshot, log.map(eventIn))
  const { outcome, grade, tally } = decision
  return { whole: canonicalJson(decision), stated: canonicalJson({ outcome, grade, tally }) }
}
