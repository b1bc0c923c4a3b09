/** Bodies and answers of the election routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { digestPattern, type ElectionId, type GroupId, type MotionId, type PersonId, type SeatId } from '#shared/core'
import { id, instant } from '#shared/core/schema'
import { textTitle } from '#shared/motion/schema'
import { electionStates, electionTitleLimit } from './election.ts'

export const electionBody = z.strictObject({
  groupId: id<GroupId>(),
  /** Where it is to be called otherwise than after the chair it elects. */
  title: z
    .string()
    .trim()
    .min(1)
    .max(electionTitleLimit)
    .regex(/^[^\p{Cc}]*$/u, 'one line of text')
    .nullable()
    .default(null),
})

/** Proposed for a voting seat, by somebody who speaks for it. */
export const candidateBody = z.strictObject({ seatId: id<SeatId>(), personId: id<PersonId>() })

export const electionListQuery = z.strictObject({ group: id<GroupId>().optional() })

export const electionAnswer = z.object({
  id: id<ElectionId>(),
  group: z.object({ id: id<GroupId>(), name: z.string() }),
  ...textTitle,
  state: z.enum(electionStates),
  calledAt: instant,
  calledBy: z.string(),
  candidates: z.array(
    z.object({
      personId: id<PersonId>(),
      name: z.string(),
      organisation: z.string(),
      /** The seats that proposed them, by organisation. */
      proposedBy: z.string(),
      /** Whether this person may take the name off the list now. */
      mayTakeBack: z.boolean(),
    }),
  ),
  /** Of the closed list. [V4] */
  digest: z.string().regex(digestPattern).nullable(),
  /** Votes on it, the first one first. */
  motions: z.array(id<MotionId>()),
  elected: z.object({ personId: id<PersonId>(), name: z.string() }).nullable(),
  /** False where whoever was elected spoke for no seat any more when the vote ended. */
  tookChair: z.boolean(),
  may: z.object({
    /** Seats this person may propose somebody for. */
    propose: z.array(z.object({ seatId: id<SeatId>(), organisation: z.string() })),
    close: z.boolean(),
    reopen: z.boolean(),
    withdraw: z.boolean(),
    open: z.boolean(),
  }),
  /** Who can be proposed: those who speak for a voting seat and are not listed. */
  eligible: z.array(z.object({ personId: id<PersonId>(), name: z.string(), organisation: z.string() })),
})

export const electionListAnswer = z.object({ elections: z.array(electionAnswer) })
export const electionCalledAnswer = z.object({ id: id<ElectionId>() })

export type ElectionBody = z.output<typeof electionBody>
export type CandidateBody = z.output<typeof candidateBody>
export type ElectionAnswer = z.output<typeof electionAnswer>
