/** What a meeting in session is asked and told: its floor, who is there, who speaks, and votes under its items. */
import { hc } from 'hono/client'
import type { RoomRoutes } from '../../server/meeting/room/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { FloorAnswer, FloorItem, FloorRequestView, FloorSeat, MeetingAnswer } from '#shared/meeting/schema'

const { meetings, items, 'floor-requests': requests, 'check-in': shortCodes } = hc<RoomRoutes>('/api', gate.options)

export const startMeeting = (id: string) => call(meetings[':id'].start.$post({ param: { id } }))
/** @param expectedUntil when the chair expects to go on; null where nobody knows */
export const suspendMeeting = (id: string, expectedUntil: number | null) =>
  call(meetings[':id'].suspend.$post({ param: { id }, json: { expectedUntil } }))
export const resumeMeeting = (id: string) => call(meetings[':id'].resume.$post({ param: { id } }))
export const adjournMeeting = (id: string) => call(meetings[':id'].adjourn.$post({ param: { id } }))

/** @param itemId null for a time between items */
export const setCurrentItem = (id: string, itemId: string | null) =>
  call(meetings[':id'].current.$post({ param: { id }, json: { itemId } }))

export const finishItem = (id: string) => call(items[':id'].finish.$post({ param: { id } }))
export const postponeItem = (id: string) => call(items[':id'].postpone.$post({ param: { id } }))
export const reopenItem = (id: string) => call(items[':id'].reopen.$post({ param: { id } }))

interface CheckIn {
  /** Null for somebody who is there by office. */
  readonly seatId: string | null
  /** What the room shows; without it one takes part from elsewhere. */
  readonly code?: string
  /** Somebody else, whom the Secretariat or the chair sees in the room. */
  readonly personId?: string
}

export const checkIn = (id: string, json: CheckIn) => call(meetings[':id']['check-in'].$post({ param: { id }, json }))

/** The meeting whose room shows this short code. */
export const findByShortCode = (code: string) => call(shortCodes[':code'].$get({ param: { code } }))

/** @param attendanceId the stay that ends: one's own, or another's by who conducts */
export const checkOut = (id: string, attendanceId: string) =>
  call(meetings[':id']['check-out'].$post({ param: { id }, json: { attendanceId } }))

export const askForFloor = (
  id: string,
  json: { readonly seatId: string | null; readonly kind: 'speech' | 'pointOfOrder' },
) => call(meetings[':id']['floor-requests'].$post({ param: { id }, json }))

export const withdrawRequest = (id: string) => call(requests[':id'].withdraw.$post({ param: { id } }))
export const callSpeaker = (id: string) => call(requests[':id'].call.$post({ param: { id } }))
export const endSpeech = (id: string) => call(requests[':id'].end.$post({ param: { id } }))
export const passOver = (id: string) => call(requests[':id']['pass-over'].$post({ param: { id } }))

export const limitSpeeches = (id: string, seconds: number | null) =>
  call(meetings[':id']['speech-limit'].$put({ param: { id }, json: { seconds } }))

/**
 * @param minutes from the server's now
 * @param key the same for every attempt at this one opening
 */
/** @param json.amendmentId of an amendment to the item's text; without it the text itself is put to the vote */
export const openItemVote = (
  itemId: string,
  json: { readonly minutes: number; readonly method: 'BALLOT' | 'CONSENSUS'; readonly amendmentId?: string },
  key: string,
) => call(items[':id'].vote.$post({ param: { id: itemId }, json }, { headers: { 'idempotency-key': key } }))
