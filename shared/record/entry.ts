/**
 * The record: every act is one entry, and each entry holds the digest of the entry before, so that changing, dropping
 * or inserting one breaks the chain at a place that can be named. [L1]
 *
 *   entry  = { number, at, act, actor, seat, subject, facts, previous }
 *   digest = SHA-256 of the canonical JSON (RFC 8785) of the entry
 *   previous of entry 1 = 64 zeros
 */
import {
  isNestedBeyond,
  sha256Hex,
  type Digest,
  type Instant,
  type Json,
  type PersonId,
  type SeatId,
} from '#shared/core'

/** What can be done, `<thing>.<verb>`, in the words of the screens. */
export type RecordAct =
  `${'workspace' | 'person' | 'organisation' | 'office' | 'group' | 'seat' | 'representative' | 'invitation' | 'session' | 'passkey' | 'plan' | 'section' | 'version' | 'amendment' | 'motion' | 'ballot' | 'election' | 'meeting' | 'meetingSeries' | 'agendaItem' | 'paper' | 'attendance' | 'floorRequest' | 'minutes' | 'correction' | 'statement' | 'actionItem' | 'calendar' | 'planVersion' | 'endorsement' | 'publication' | 'witness' | 'terms' | 'termsVersion' | 'memorandum'}.${string}`

export interface RecordEntry {
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Instant
  readonly act: RecordAct
  /** None where the system acted. */
  readonly actor: PersonId | null
  readonly seat: SeatId | null
  /** Id of what was acted upon. */
  readonly subject: string | null
  /** What the act says, digests above all. Never a victim's data. [D1] */
  readonly facts: { readonly [key: string]: Json }
  readonly previous: Digest
}

/** An entry as it lies in storage: its canonical text and the digest noted beside it. */
export interface StoredEntry {
  readonly number: number
  readonly text: string
  readonly digest: Digest
}

export interface ChainFault {
  /** Number of the entry at which the chain first breaks. */
  readonly number: number
  readonly fault: 'altered' | 'missing' | 'out-of-chain' | 'unreadable'
}

export const chainStart: Digest = '0'.repeat(64)

export function entryDigest(text: string): Digest {
  return sha256Hex(text)
}

/** Follows the chain entry by entry, so that a long record need not be held at once. */
export interface ChainWalk {
  /** @returns the fault at this entry, or null where it follows from the one before */
  step(stored: StoredEntry): ChainFault | null
  /** Digest of the last entry that held; of an empty record, `chainStart`. */
  readonly head: Digest
  /** How many entries held. */
  readonly length: number
}

export function walkChain(): ChainWalk {
  let head = chainStart
  let length = 0
  return {
    step(stored) {
      const expected = length + 1
      if (stored.number !== expected) return { number: expected, fault: 'missing' }
      if (entryDigest(stored.text) !== stored.digest) return { number: expected, fault: 'altered' }
      const link = linkOf(stored.text)
      if (!link) return { number: expected, fault: 'unreadable' }
      if (link.number !== expected || link.previous !== head) return { number: expected, fault: 'out-of-chain' }
      head = stored.digest
      length = expected
      return null
    },
    get head() {
      return head
    },
    get length() {
      return length
    },
  }
}

/**
 * Walks the chain from the beginning. Entries cut off at the end leave a shorter chain that holds: only its head, kept
 * elsewhere, tells.
 *
 * @param entries in order of their number
 * @returns the first fault, or null where every entry follows from the one before
 */
export function verifyChain(entries: Iterable<StoredEntry>): ChainFault | null {
  const walk = walkChain()
  for (const stored of entries) {
    const fault = walk.step(stored)
    if (fault) return fault
  }
  return null
}

/** An entry whose place in the chain has been verified. */
export function parseEntry(text: string): RecordEntry {
  return JSON.parse(text) as RecordEntry
}

/**
 * Reads an entry's text. What was altered may still be read; whether it was is for the chain to say.
 *
 * @returns null for what does not have the form of an entry
 */
export function readEntry(text: string): RecordEntry | null {
  const value = parseJson(text)
  return isEntry(value) ? value : null
}

function isEntry(value: unknown): value is RecordEntry {
  if (typeof value !== 'object' || value === null) return false
  const { number, at, act, actor, seat, subject, facts, previous }: Partial<Record<keyof RecordEntry, unknown>> = value
  const texts = [act, previous].every(part => typeof part === 'string')
  const ids = [actor, seat, subject].every(part => part === null || typeof part === 'string')
  return texts && ids && Number.isInteger(number) && Number.isInteger(at) && typeof facts === 'object' && facts !== null
}

function linkOf(text: string): { number: unknown; previous: unknown } | null {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || !('number' in value) || !('previous' in value)) return null
  return { number: value.number, previous: value.previous }
}

function parseJson(text: string): unknown {
  if (isNestedBeyond(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
