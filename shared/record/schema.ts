/** Queries and answers of the record's routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { idPattern, type SeatId, type WitnessId } from '#shared/core'
import { digest, id } from '#shared/core/schema'
import { votedKinds } from '#shared/motion'
import { textTitle } from '#shared/motion/schema'
import { keyMakers } from './witness.ts'

/** Entries that one page may hold. */
export const recordPageLimit = 100

export const recordQuery = z.strictObject({
  /** Entries with smaller numbers than this. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(recordPageLimit).default(50),
  /** One act (`ballot.cast`) or all acts on one kind of thing (`ballot`). */
  act: z
    .string()
    .regex(/^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/)
    .optional(),
  subject: z.string().regex(idPattern).optional(),
  /** Who acted. */
  actor: z.string().regex(idPattern).optional(),
  /** What is about a group, its seats, sections, votes and meetings. */
  group: z.string().regex(idPattern).optional(),
  /** Moments: from the first up to, not including, the second. */
  since: z.coerce.number().int().optional(),
  until: z.coerce.number().int().optional(),
})

export const recordEntryAnswer = z.object({
  number: z.number().int(),
  at: z.number().int(),
  act: z.string(),
  actor: z.string().nullable(),
  seat: z.string().nullable(),
  subject: z.string().nullable(),
  /** Canonical JSON of the entry, the text that the digest covers. */
  text: z.string(),
  digest,
})
export const recordPageAnswer = z.object({
  /** The latest first. */
  entries: z.array(recordEntryAnswer),
  /** Names, as of now, of the things whose ids occur in these entries. */
  names: z.record(z.string(), z.string()),
  /** Those of them that a vote is or can be about, with the facts of their titles; and plans, by their kind. */
  texts: z.record(z.string(), z.object({ kind: z.enum(votedKinds), ...textTitle })),
  plans: z.record(z.string(), z.enum(['nap', 'children'])),
  /** Pass as `before` for the page after this one; none at the end. */
  next: z.number().int().nullable(),
})

export const recordFaults = [
  'altered',
  'missing',
  'out-of-chain',
  'unreadable',
  'content-missing',
  'content-altered',
  'digest-altered',
  'tree-altered',
  'checkpoint-altered',
  'cut-off',
] as const

export const recordCheckAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    entries: z.number().int(),
    /** Stored texts compared with what their entry says of them. */
    texts: z.number().int(),
    /** Signed checkpoints compared with the tree over the entries. */
    checkpoints: z.number().int(),
    head: digest,
  }),
  z.object({
    ok: z.literal(false),
    /** The first entry that does not hold. */
    number: z.number().int(),
    fault: z.enum(recordFaults),
    act: z.string().nullable(),
    subject: z.string().nullable(),
    /** Name of what the entry is about, if it has one. */
    name: z.string().nullable(),
    /** The digest the entry gives, and the one that what is stored has now. */
    expected: z.string().nullable(),
    found: z.string().nullable(),
  }),
])

const count = z.coerce.number().int().max(Number.MAX_SAFE_INTEGER)

export const inclusionQuery = z.strictObject({
  /** Number of the entry, from 1. */
  number: count.min(1),
  /** Entries of the record in which it is to stand; those of the latest checkpoint if not given. */
  size: count.min(1).optional(),
})
export const consistencyQuery = z.strictObject({
  /** Entries of the earlier record. */
  from: count.min(1),
  /** Entries of the later one; those of the latest checkpoint if not given. */
  to: count.min(1).optional(),
})
export const checkpointPath = z.object({ size: count.min(1) })

/** Digests in hexadecimal; `path` as RFC 9162, sections 2.1.3 and 2.1.4, has it. */
export const inclusionAnswer = z.object({
  number: z.number().int(),
  size: z.number().int(),
  root: digest,
  /** SHA-256(0x00 ‖ text of the entry). */
  leaf: digest,
  path: z.array(digest),
})
const treeHead = z.object({ size: z.number().int(), root: digest })
export const consistencyAnswer = z.object({ from: treeHead, to: treeHead, path: z.array(digest) })

export const recordKeyAnswer = z.object({
  /** Name of this record, the first line of its checkpoints. */
  origin: z.string(),
  /** C2SP verifier key, `name+id+base64`. */
  verifierKey: z.string(),
  /** The same Ed25519 key, 32 bytes, base64url. */
  publicKey: z.string(),
})

/** Entries that one answer may hold. */
export const entriesLimit = 500

export const entriesQuery = z.strictObject({
  /** Number of the first entry. */
  from: count.min(1).default(1),
  limit: z.coerce.number().int().min(1).max(entriesLimit).default(100),
})
export const entriesAnswer = z.object({
  entries: z.array(z.object({ number: z.number().int(), text: z.string(), digest })),
  /** Entries in the whole record. */
  size: z.number().int(),
})

const witnessSeat = {
  seatId: id<SeatId>(),
  label: z.string(),
  organisation: z.string().nullable(),
  group: z.string(),
  constituency: z.enum(['OBSERVER', 'NGO']),
}

export const witnessesAnswer = z.object({
  witnesses: z.array(
    z.object({
      id: id<WitnessId>(),
      ...witnessSeat,
      namedAt: z.number().int(),
      key: z.object({ verifierKey: z.string(), madeIn: z.enum(keyMakers), addedAt: z.number().int() }).nullable(),
      /** The largest checkpoint it co-signed by its present key. */
      last: z.object({ size: z.number().int(), signedAt: z.number().int() }).nullable(),
      /** Whether whoever asks speaks for the seat. */
      mine: z.boolean(),
    }),
  ),
  /** Seats that may be named, for whoever may name them; an NGO's only while none is a witness. */
  candidates: z.array(z.object(witnessSeat)),
  /** Whether whoever asks names witnesses, and ends them. */
  mayName: z.boolean(),
})

export const standingAnswer = z.object({
  /** Entries in the record. */
  size: z.number().int(),
  checkpoint: z
    .object({
      size: z.number().int(),
      at: z.number().int(),
      root: digest,
      note: z.string(),
      cosignedBy: z.array(z.object({ witness: z.string(), signedAt: z.number().int() })),
    })
    .nullable(),
  /** The largest checkpoint that a witness co-signed. */
  witnessed: z.object({ size: z.number().int(), signedAt: z.number().int() }).nullable(),
  /** Since when nobody has co-signed, where that is too long ago. */
  unwitnessedSince: z.number().int().nullable(),
  /** Why the record is not signed; null where it is. */
  refusal: z.enum(['cut-off', 'rewritten', 'altered', 'file-unreadable']).nullable(),
})

export const witnessBody = z.strictObject({ seatId: id<SeatId>() })
export const witnessPath = z.object({ id: id<WitnessId>() })
export const witnessNamedAnswer = z.object({ id: z.string() })
export const witnessKeyBody = z.strictObject({
  /** C2SP verifier key of type 0x04, or the 32 bytes of an Ed25519 key in base64. */
  key: z.string().min(40).max(400),
  madeIn: z.enum(keyMakers),
})
export const cosignatureBody = z.strictObject({
  /** Of the checkpoint. */
  size: z.number().int().min(1),
  /** The signature's line of the note: `— name base64`. */
  line: z.string().min(40).max(600),
})

export const checkProgressAnswer = z.object({
  /** Null while no check runs. */
  progress: z.object({ entries: z.number().int(), of: z.number().int() }).nullable(),
})

export type InclusionAnswer = z.output<typeof inclusionAnswer>
export type ConsistencyAnswer = z.output<typeof consistencyAnswer>
export type RecordQuery = z.output<typeof recordQuery>
export type RecordEntryAnswer = z.output<typeof recordEntryAnswer>
export type RecordPageAnswer = z.output<typeof recordPageAnswer>
export type RecordCheckAnswer = z.output<typeof recordCheckAnswer>
export type WitnessesAnswer = z.output<typeof witnessesAnswer>
export type StandingAnswer = z.output<typeof standingAnswer>
