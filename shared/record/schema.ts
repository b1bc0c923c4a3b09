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
] as const

export const recordCheckAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    entries: z.number().int(),
    /** Stored texts compared with what their entry says of them. */
    texts: z.number().int(),
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

export type RecordQuery = z.output<typeof recordQuery>
export type RecordEntryAnswer = z.output<typeof recordEntryAnswer>
export type RecordPageAnswer = z.output<typeof recordPageAnswer>
export type RecordCheckAnswer = z.output<typeof recordCheckAnswer>
