/** Bodies and answers of the minutes' routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type {
  AgendaItemId,
  CorrectionId,
  GroupId,
  MeetingId,
  MinutesId,
  MinutesVersionId,
  MotionId,
  PersonId,
  SeatId,
} from '#shared/core'
import { count, digest, id, instant } from '#shared/core/schema'
import { itemTypes } from '#shared/meeting'
import type { NarrativeJson } from '#shared/narrative'
import type { Block } from './blocks.ts'
import { correctionStates } from './corrections.ts'
import { correctionLimit, correctionReasonLimit, erratumLimit, minuteTakersLimit, statementLimit } from './limits.ts'
import { minutesStates } from './moves.ts'

const meetingId = id<MeetingId>()
const minutesId = id<MinutesId>()
const minutesVersionId = id<MinutesVersionId>()
const itemId = id<AgendaItemId>()
const seatId = id<SeatId>()
const personId = id<PersonId>()
const words = (most: number) => z.string().trim().min(1).max(most)

// Bodies

/** Who writes the minutes beside the Secretariat: all of them, whoever is not named no longer does. */
export const minuteTakersBody = z.strictObject({ personIds: z.array(personId).max(minuteTakersLimit) })

export const statementBody = z.strictObject({
  /** None for the general remarks. */
  itemId: itemId.nullable(),
  seatId,
  text: words(statementLimit),
})

export const circulationBody = z.strictObject({
  /** `draftDigest` of the answer that was looked at: that text is circulated or none. Left out, what is committed now. */
  digest: digest.optional(),
})

export const correctionBody = z.strictObject({
  itemId: itemId.nullable(),
  seatId,
  /** The words as they stand; empty where something is missing. */
  quote: z.string().trim().max(correctionLimit),
  /** What shall stand instead; empty where they shall go. */
  proposal: z.string().trim().max(correctionLimit),
  reason: words(correctionReasonLimit),
})

export const dispositionBody = z.strictObject({
  accept: z.boolean(),
  /** Needed to refuse. */
  reason: z.string().trim().max(correctionReasonLimit),
})

export const erratumBody = z.strictObject({ text: words(erratumLimit) })

export const exportQuery = z.strictObject({
  /** Number of the version; the latest circulated one, or the draft where there is none, if left out. */
  version: z.coerce.number().int().min(1).optional(),
  language: z.enum(['en', 'fr']).optional(),
})

// Answers

const person = z.object({ personId, name: z.string(), organisationName: z.string().nullable() })
const group = z.object({ id: id<GroupId>(), code: z.string(), name: z.string(), kind: z.enum(['nwg', 'twg']) })
const seat = z.object({
  seatId,
  label: z.string(),
  organisationName: z.string().nullable(),
  constituency: z.enum(['STATE', 'NGO', 'PARTNER', 'OBSERVER']),
})

/** Described, not checked: only the server makes them. */
const blockSchema = z.custom<Block>().meta({
  type: 'object',
  description: 'A locked block: `type` is attendance, quorum, text, motion, statement, actionItem or postponed.',
})
const narrativeSchema = z.custom<NarrativeJson>().meta({
  type: 'object',
  description: 'The narrative as JSON of its ProseMirror schema.',
})

const versionEntry = z.object({
  id: minutesVersionId,
  number: count,
  digest,
  circulatedAt: instant,
  circulatedBy: z.object({ personId, name: z.string() }),
  correctionsUntil: instant,
  /** Whether the stored text still has this digest; worked out at each reading. */
  intact: z.boolean(),
})

const sealEntry = z.object({
  /** Place in the group's chain, from 1. */
  number: count,
  seal: digest,
  /** The seal before it; 64 zeros for the first. */
  previous: digest,
  sealedAt: instant,
  approval: z.object({ motion: id<MotionId>(), at: instant }),
})

const part = z.object({
  /** None for the general remarks, which come first. */
  item: z.object({ id: itemId, number: z.string(), title: z.string(), type: z.enum(itemTypes) }).nullable(),
  /** Of its live text. */
  documentId: z.string(),
  blocks: z.array(blockSchema).readonly(),
  /** The committed words, or those of the version; null where a part of them cannot be read. */
  text: narrativeSchema.nullable(),
})

const correction = z.object({
  id: id<CorrectionId>(),
  /** Number of the version that it was proposed to. */
  version: count,
  itemId: itemId.nullable(),
  seat,
  person: z.object({ personId, name: z.string() }),
  quote: z.string(),
  proposal: z.string(),
  reason: z.string(),
  at: instant,
  state: z.enum(correctionStates),
  disposition: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
})

const erratum = z.object({
  id: minutesId,
  state: z.enum(minutesStates),
  text: z.string(),
  digest,
  circulatedAt: instant,
  by: z.string(),
  seal: sealEntry.nullable(),
})

export const minutesAnswer = z.object({
  serverNow: instant,
  /** None, with `state`, before the session has begun: only minute takers can be appointed then. */
  id: minutesId.nullable(),
  meetingId,
  state: z.enum(minutesStates).nullable(),
  group,
  /** Whether this person may write the live texts now. */
  mayWrite: z.boolean(),
  /** Whether this person may circulate them now. */
  mayCirculate: z.boolean(),
  /** Whether this person may take up the text again, to correct it. */
  mayCorrect: z.boolean(),
  /** Whether this person decides on corrections. */
  mayDispose: z.boolean(),
  mayAppoint: z.boolean(),
  mayAddErratum: z.boolean(),
  /** Seats for which this person may file a statement now. */
  statementSeats: z.array(seat).readonly(),
  /** Seats for which this person may propose a correction now; an observer's only to its own statements. */
  correctionSeats: z.array(seat).readonly(),
  takers: z.array(person).readonly(),
  /** By when they are to be circulated first; none before the meeting is over. */
  circulateUntil: instant.nullable(),
  /** Digest of what would be circulated now; for whoever may, where it can be frozen. */
  draftDigest: digest.nullable(),
  /** Circulated last. */
  version: versionEntry.nullable(),
  versions: z.array(versionEntry).readonly(),
  /** As they are written, or as they were circulated last. The general remarks, then the items as numbered. */
  parts: z.array(part).readonly(),
  corrections: z.array(correction).readonly(),
  errata: z.array(erratum).readonly(),
  seal: sealEntry.nullable(),
  /** The group's chain of sealed minutes: whether every link follows, and how many there are. */
  chain: z.object({ ok: z.boolean(), links: count }),
})

/** Where a version of minutes is read. */
export const minutesVersionAnswer = z.object({ meetingId })

/** `from`: the version to compare with; left out, the one circulated before. */
export const minutesComparisonQuery = z.strictObject({ from: minutesVersionId.optional() })

const comparedVersion = versionEntry.extend({
  /** Empty where the stored text was altered. */
  parts: z.array(part).readonly(),
})

/** Two versions of the minutes of one meeting, to be told as a redline. [E9, M5] */
export const minutesComparisonAnswer = z.object({
  to: comparedVersion,
  /** Null where none was circulated before. */
  from: comparedVersion.nullable(),
  /** In the order of circulation. */
  versions: z.array(versionEntry).readonly(),
})
export type MinutesComparison = z.output<typeof minutesComparisonAnswer>

export const chainAnswer = z.object({
  group,
  /** Whether every seal follows from the one before, from its text and from its approval. */
  ok: z.boolean(),
  /** Number of the first link that does not. */
  brokenAt: count.nullable(),
  links: z
    .array(
      z.object({
        number: count,
        kind: z.enum(['minutes', 'erratum']),
        minutesId,
        meetingId,
        title: z.string(),
        startsAt: instant,
        digest,
        /** Canonical JSON of what the approval was. */
        approval: z.string(),
        previous: digest,
        seal: digest,
        sealedAt: instant,
        ok: z.boolean(),
      }),
    )
    .readonly(),
})

export const createdAnswer = z.object({ id: z.string() })

export type MinuteTakersInput = z.output<typeof minuteTakersBody>
export type StatementInput = z.output<typeof statementBody>
export type CirculationInput = z.output<typeof circulationBody>
export type CorrectionInput = z.output<typeof correctionBody>
export type DispositionInput = z.output<typeof dispositionBody>
export type ErratumInput = z.output<typeof erratumBody>
export type ExportQuery = z.output<typeof exportQuery>
export type MinutesAnswer = z.output<typeof minutesAnswer>
export type MinutesPart = MinutesAnswer['parts'][number]
export type CorrectionEntry = MinutesAnswer['corrections'][number]
export type ErratumEntry = MinutesAnswer['errata'][number]
export type ChainAnswer = z.output<typeof chainAnswer>
