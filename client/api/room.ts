/** What a meeting in session is asked and told: its floor, who is there, who speaks, and votes under its items. */
import { hc } from 'hono/client'
import type { MeetingRoutes } from '../../server/meeting/routes.ts'
import { call } from './call.ts'

export type {
  FloorAnswer,
  FloorItem,
  FloorRequestView,
  FloorSeat,
  MeetingAnswer,
} from '#shared/meeting/schema'

const api = hc<MeetingRoutes>('/api')

export const fetchMeeting = (id: string) => call(api.meetings[':id'].$get({ param: { id } }))

export const startMeeting = (id: string) => call(api.meetings[':id'].start.$post({ param: { id } }))
export const suspendMeeting = (id: string) => call(api.meetings[':id'].suspend.$post({ param: { id } }))
export const resumeMeeting = (id: string) => call(api.meetings[':id'].resume.$post({ param: { id } }))
export const adjournMeeting = (id: string) => call(api.meetings[':id'].adjourn.$post({ param: { id } }))

/** @param itemId null for a time between items */
export const setCurrentItem = (id: string, itemId: string | null) =>
  call(api.meetings[':id'].current.$post({ param: { id }, json: { itemId } }))

export const finishItem = (id: string) => call(api.items[':id'].finish.$post({ param: { id } }))
export const postponeItem = (id: string) => call(api.items[':id'].postpone.$post({ param: { id } }))
export const reopenItem = (id: string) => call(api.items[':id'].reopen.$post({ param: { id } }))

interface CheckIn {
  /** Null for somebody who is there by office. */
  readonly seatId: string | null
  /** What the room shows; without it one takes part from elsewhere. */
  readonly code?: string
  /** Somebody else, whom the Secretariat or the chair sees in the room. */
  readonly personId?: string
}

export const checkIn = (id: string, json: CheckIn) => call(api.meetings[':id']['check-in'].$post({ param: { id }, json }))

interface CheckOut {
  readonly seatId: string | null
  readonly personId?: string
}

export const checkOut = (id: string, json: CheckOut) =>
  call(api.meetings[':id']['check-out'].$post({ param: { id }, json }))

export const askForFloor = (
  id: string,
  json: { readonly seatId: string | null; readonly kind: 'speech' | 'pointOfOrder' },
) => call(api.meetings[':id']['floor-requests'].$post({ param: { id }, json }))

const requests = api['floor-requests'][':id']
export const withdrawRequest = (id: string) => call(requests.withdraw.$post({ param: { id } }))
export const callSpeaker = (id: string) => call(requests.call.$post({ param: { id } }))
export const endSpeech = (id: string) => call(requests.end.$post({ param: { id } }))
export const passOver = (id: string) => call(requests['pass-over'].$post({ param: { id } }))

export const limitSpeeches = (id: string, seconds: number | null) =>
  call(api.meetings[':id']['speech-limit'].$put({ param: { id }, json: { seconds } }))

/** @param key the same for every attempt at this one opening */
export const openItemVote = (itemId: string, closesAt: number, key: string) =>
  call(
    api.items[':id'].vote.$post(
      { param: { id: itemId }, json: { closesAt } },
      { headers: { 'idempotency-key': key } },
    ),
  )

/** Where a file that was handed in as a paper is fetched. */
export const paperAddress = (id: string): string => `/api/papers/${id}`
