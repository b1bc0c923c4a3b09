/** Bodies of what is done while a meeting is under way. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type { AgendaItemId, AmendmentId, AttendanceId, FloorRequestId, MotionId, PersonId, SeatId } from '#shared/core'
import { id, instant } from '#shared/core/schema'
import { floorKinds } from '../kinds.ts'

/** The seat one speaks for; null for whoever is there by office. */
const seatId = id<SeatId>().nullable()

/** Null between items. */
export const currentBody = z.strictObject({ itemId: id<AgendaItemId>().nullable() })

/** `expectedUntil`: when the chair expects to go on; null where nobody knows. It moves nothing by itself. */
export const suspendBody = z.strictObject({ expectedUntil: instant.nullable() })

export const checkInBody = z.strictObject({
  seatId,
  /** What the room shows: whoever knows it is there. */
  code: z.string().min(1).max(100).optional(),
  /** Somebody else, noted by those who conduct. */
  personId: id<PersonId>().optional(),
})

export const checkOutBody = z.union([
  z.strictObject({ attendanceId: id<AttendanceId>() }),
  /** One's own, or that of somebody else, noted by those who conduct. */
  z.strictObject({ seatId, personId: id<PersonId>().optional() }),
])

export const floorRequestBody = z.strictObject({ seatId, kind: z.enum(floorKinds) })

const longestSpeechSeconds = 2 * 60 * 60

export const speechLimitBody = z.strictObject({
  /** Null takes the limit away. */
  seconds: z.number().int().min(10).max(longestSpeechSeconds).nullable(),
})

const longestVoteMinutes = 7 * 24 * 60

/** By ballots if not said; in a room nothing is decided by silence, and an election is secret whatever is said. [V10] */
const method = z.enum(['BALLOT', 'CONSENSUS']).optional()

/** The amendment to the item's text that is put to the vote; left out, the text itself. [V4] */
const amendmentId = id<AmendmentId>().optional()

export const itemVoteBody = z.union([
  z.strictObject({ closesAt: instant, method, amendmentId }),
  /** From the server's now: the device's clock does not count. */
  z.strictObject({ minutes: z.number().int().min(1).max(longestVoteMinutes), method, amendmentId }),
])

/** Answers a short check-in code that somebody typed. [M3] */
export const shortCodeAnswer = z.object({ id: z.string(), code: z.string() })

export const arrivedAnswer = z.object({ id: id<AttendanceId>() })
export const askedAnswer = z.object({ id: id<FloorRequestId>() })
export const itemVoteAnswer = z.object({ id: id<MotionId>() })

export type CheckInBody = z.output<typeof checkInBody>
export type CheckOutBody = z.output<typeof checkOutBody>
export type FloorRequestBody = z.output<typeof floorRequestBody>
export type ItemVoteBody = z.output<typeof itemVoteBody>
