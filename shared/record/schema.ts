/** Queries and answers of the record's routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { digestPattern, idPattern } from '#shared/core'

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
})

const digest = z.string().regex(digestPattern)

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
