/** Bodies and answers of the amendment routes. */
import { z } from 'zod'
import type { AmendmentId, MotionId, PersonId, SeatId, SectionVersionId } from '#shared/core'
import { digest, id, instant } from '#shared/core/schema'
import { constituencies } from '#shared/group'
import { outcomes } from '#shared/motion'
import { amendmentReasonLimit, changesLimit, passageLimit } from './limits.ts'
import { amendmentStates, overtakenBecause } from './moves.ts'

/** One line of words: no break, no control character, nothing that stands for what is no word. */
const words = z
  .string()
  .max(passageLimit)
  .regex(/^[^\p{Cc}\u2028\u2029\uFFFC]*$/u)
const change = z.strictObject({
  /** Child indices from the root of the narrative down to the passage; within a passage its footnotes count alone. */
  place: z.array(z.number().int().min(0).max(100_000)).min(1).max(64),
  /** Stands exactly once in the passage. */
  quote: words.min(1),
  replacement: words,
})

export const amendmentBody = z.strictObject({
  seatId: id<SeatId>(),
  /** Of the text that was looked at. */
  digest,
  changes: z.array(change).min(1).max(changesLimit),
  reason: z.string().trim().min(1).max(amendmentReasonLimit),
})
export type AmendmentInput = z.infer<typeof amendmentBody>

export const createdAnswer = z.strictObject({ id: id<AmendmentId>() })

const versionRef = z.strictObject({ id: id<SectionVersionId>(), number: z.number().int() })

export const amendmentEntry = z.strictObject({
  id: id<AmendmentId>(),
  digest,
  state: z.literal(amendmentStates),
  seat: z.strictObject({ id: id<SeatId>(), label: z.string(), constituency: z.enum(constituencies) }),
  person: z.strictObject({ id: id<PersonId>(), name: z.string() }),
  at: instant,
  reason: z.string(),
  /** Words that go and words that come, in the text that it stands on now. */
  distance: z.number().int(),
  /** Each change in its sentence. */
  changes: z.array(z.strictObject({ before: z.string(), goes: z.string(), comes: z.string(), after: z.string() })),
  /** The text that it stands on now, or that it stood on when it got its disposition. */
  version: versionRef,
  disposedAt: instant.nullable(),
  overtaken: z.enum(overtakenBecause).nullable(),
  /** The latest vote on it. */
  motion: z.strictObject({ id: id<MotionId>(), outcome: z.enum(outcomes).nullable() }).nullable(),
  /** The version that it made. */
  result: versionRef.nullable(),
  /** Whether it is the one to be voted on next. */
  next: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type AmendmentEntry = z.infer<typeof amendmentEntry>

export const amendmentsAnswer = z.strictObject({
  /** In the order of voting; then those with a disposition, the latest first. */
  amendments: z.array(amendmentEntry),
  /** Seats for which this person may propose one now; none where the text takes none. */
  seats: z.array(z.strictObject({ seatId: id<SeatId>(), label: z.string() })),
  /** The version that this one was made of by an amendment, and the one that was made of it. */
  amends: versionRef.nullable(),
  amendedBy: versionRef.nullable(),
  /** NGO amendments to other versions of this section that wait for their disposition. [A3] */
  ngoElsewhere: z.array(versionRef),
  mayOpenVote: z.boolean(),
})
export type AmendmentsAnswer = z.infer<typeof amendmentsAnswer>
