/**
 * Verifies the whole record from its file alone: chain, tree, signatures, co-signatures, and the ballots of decided votes
 * against the entries that vouch for them. Names the first entry that does not hold. [L1, L2]
 *
 * The header is believed in nothing: the key has to sign every checkpoint, the last of which covers every entry. What was
 * cut off together with its checkpoints, or signed anew with the key, only an earlier checkpoint tells, kept elsewhere:
 * `since`.
 */
import { isBase64url, isCanonicalJson, type Digest } from '#shared/core'
import { readEntry, walkChain, type ChainFault } from '../entry.ts'
import { parseCheckpoint } from '../checkpoint.ts'
import type { NoteKey } from '../note.ts'
import { emptyFrontier, grow, leafDigest, rootOfFrontier } from '../tree.ts'
import {
  checkpointSizes,
  readCheckpointLine,
  readEntryLine,
  readHeader,
  readLines,
  readVoteLine,
  type ReadLine,
} from './file.ts'
import type { RecordFault, RecordVerdict } from './verdict.ts'
import { lookAtCheckpoint, witnessKeyIn, type CheckpointLooks, type VerifyEd25519 } from './verify-checkpoints.ts'
import { noteVouched, voteFault, type Vouched } from './verify-votes.ts'

interface Entries {
  readonly head: Digest
  readonly roots: ReadonlyMap<number, Digest>
  readonly witnesses: readonly NoteKey[]
  readonly vouched: ReadonlyMap<string, Vouched>
}

/** @param since note of an earlier checkpoint, kept elsewhere, that this record has to continue */
export function verifyRecord(bytes: Uint8Array, verify: VerifyEd25519, since: string | null = null): RecordVerdict {
  const lines = readLines(bytes)
  const next = (): ReadLine => {
    const { value, done } = lines.next()
    return done ? null : value
  }
  const header = readHeader(next())
  if (!header || !isBase64url(header.publicKey)) return fail({ place: 'header', fault: 'unreadable' })
  const { publicKey, votes } = header

  const sizes = new Set(checkpointSizes(bytes, 1 + header.entries + votes.length))
  const earlierSize = since === null ? null : (parseCheckpoint(since)?.size ?? null)
  if (earlierSize !== null) sizes.add(earlierSize)
  const entries = walkEntries(header.entries, sizes, next)
  if ('fault' in entries) return fail(entries)
  let [ballots, voided] = [0, 0]
  for (const id of votes) {
    const vote = readVoteLine(next())
    const vouched = entries.vouched.get(id)
    const fault = voteFault(id, vote, vouched)
    if (fault) return fail(fault)
    if (vouched?.closings.at(-1)?.act === 'motion.voided') voided++
    ballots += vote?.log.filter(text => /"type":"(ballot|secretCast)"/.test(text)).length ?? 0
  }
  const looks = { publicKey, witnesses: entries.witnesses, roots: entries.roots, verify }
  const signed = walkCheckpoints(header.checkpoints, header.entries, next, looks)
  if ('fault' in signed) return fail(signed)
  if (!lines.next().done) return fail({ place: 'end', fault: 'unexpected' })
  const earlier = since === null ? null : sinceFault(since, header.entries, looks)
  if (earlier) return fail(earlier)
  return {
    ok: true,
    facts: {
      origin: signed.origin,
      publicKey,
      entries: header.entries,
      head: entries.head,
      votes: votes.length,
      ballots,
      voided,
      checkpoints: header.checkpoints,
      witnessed: signed.witnessed,
      since: earlierSize,
    },
  }
}

const chainFaults = {
  altered: 'altered',
  missing: 'missing',
  'out-of-chain': 'outOfChain',
  unreadable: 'unreadable',
} as const satisfies Record<ChainFault['fault'], RecordFault['fault']>

/** @param sizes at which the root of the tree is wanted */
function walkEntries(count: number, sizes: ReadonlySet<number>, next: () => ReadLine): Entries | RecordFault {
  const walk = walkChain()
  const roots = new Map<number, Digest>()
  const witnesses: NoteKey[] = []
  const vouched = new Map<string, Vouched>()
  let tree = emptyFrontier
  for (let number = 1; number <= count; number++) {
    const place = `record/${number}`
    const stored = readEntryLine(next())
    if (!stored) return { place, fault: 'unreadable' }
    const broken = walk.step(stored)
    if (broken) return { place: `record/${broken.number}`, fault: chainFaults[broken.fault] }
    const entry = readEntry(stored.text)
    if (!entry || !isCanonicalJson(stored.text)) return { place, fault: 'unreadable' }
    tree = grow(tree, leafDigest(stored.text)).frontier
    if (sizes.has(number)) roots.set(number, rootOfFrontier(tree))
    const key = witnessKeyIn(entry)
    if (key) witnesses.push(key)
    noteVouched(vouched, entry)
  }
  return { head: walk.head, roots, witnesses, vouched }
}

interface Signed {
  readonly origin: string
  readonly witnessed: { readonly size: number; readonly witnesses: readonly string[] } | null
}

function walkCheckpoints(
  count: number,
  entries: number,
  next: () => ReadLine,
  looks: CheckpointLooks,
): Signed | RecordFault {
  let last = 0
  let origin = ''
  let witnessed: Signed['witnessed'] = null
  for (let number = 1; number <= count; number++) {
    const found = lookAtCheckpoint(readCheckpointLine(next()), `checkpoints/${number}`, looks)
    if ('fault' in found) return found
    const { checkpoint, witnesses } = found
    if (checkpoint.size <= last) return { place: `checkpoints/${number}`, fault: 'unexpected' }
    last = checkpoint.size
    origin = checkpoint.origin
    if (witnesses.length > 0) witnessed = { size: last, witnesses }
  }
  // Entries that nobody signed are not known to be the workspace's.
  return last === entries ? { origin, witnessed } : { place: `record/${last + 1}`, fault: 'signatureDiffers' }
}

/** Whether the record continues the one that an earlier checkpoint tells of. */
function sinceFault(note: string, entries: number, looks: CheckpointLooks): RecordFault | null {
  const place = 'since'
  const earlier = parseCheckpoint(note)
  if (!earlier) return { place, fault: 'unreadable' }
  if (earlier.size > entries) {
    return { place: `record/${entries + 1}`, fault: 'cutOff', expected: `${earlier.size} entries`, found: `${entries}` }
  }
  const found = lookAtCheckpoint(note, place, looks)
  if (!('fault' in found)) return null
  return found.fault === 'rootDiffers' ? { ...found, fault: 'rewritten' } : found
}

function fail(fault: RecordFault): RecordVerdict {
  return { ok: false, faults: [fault] }
}
