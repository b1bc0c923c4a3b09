import { hc } from 'hono/client'
import type { ConveningRoutes } from '../../server/meeting/convening/routes.ts'
import type { MeetingRoutes } from '../../server/meeting/routes.ts'
import type {
  BacklogItemInput,
  ItemChangeInput,
  ItemInput,
  MeetingChangeInput,
  MeetingInput,
  SeriesInput,
} from '#shared/meeting/convening/schema'
import type { Reply } from '#shared/meeting'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { FloorAnswer, FloorItem, FloorSeat, MeetingAnswer, MeetingSummary } from '#shared/meeting/schema'
export type {
  BacklogItem,
  ConveningAnswer,
  ItemInput,
  MeetingInput,
  Series,
  SeriesInput,
} from '#shared/meeting/convening/schema'

const reading = hc<MeetingRoutes>('/api', gate.options)
const preparing = hc<ConveningRoutes>('/api', gate.options)
const meeting = preparing.meetings[':id']
const item = preparing.items[':id']
const series = preparing['meeting-series']

export const fetchMeetings = (query: { readonly group?: string; readonly when?: 'ahead' | 'past' } = {}) =>
  call(reading.meetings.$get({ query }))
export const fetchMeeting = (id: string) => call(reading.meetings[':id'].$get({ param: { id } }))

/** @param key the same for every attempt at this one meeting */
export const draftMeeting = (json: MeetingInput, key: string) =>
  call(preparing.meetings.$post({ json }, { headers: { 'idempotency-key': key } }))
export const changeMeeting = (id: string, json: MeetingChangeInput) => call(meeting.$patch({ param: { id }, json }))
export const fetchConvening = (id: string) => call(meeting.convening.$get({ param: { id } }))
export const conveneMeeting = (id: string, urgentReason: string | null) =>
  call(meeting.convene.$post({ param: { id }, json: { urgentReason } }))
export const postponeMeeting = (
  id: string,
  json: { readonly reason: string; readonly startsAt: number; readonly endsAt: number },
) => call(meeting.postpone.$post({ param: { id }, json }))
export const cancelMeeting = (id: string, reason: string) =>
  call(meeting.cancel.$post({ param: { id }, json: { reason } }))
export const replyToMeeting = (id: string, seatId: string, reply: Reply) =>
  call(meeting.replies.$post({ param: { id }, json: { seatId, reply } }))
export const seeMeeting = (id: string) => call(meeting.seen.$post({ param: { id } }))

export const addItem = (meetingId: string, json: ItemInput) =>
  call(meeting.items.$post({ param: { id: meetingId }, json }))
export const changeItem = (id: string, json: ItemChangeInput) => call(item.$patch({ param: { id }, json }))
export const moveItem = (id: string, json: { readonly parentId: string | null; readonly after: string | null }) =>
  call(item.move.$post({ param: { id }, json }))
export const strikeItem = (id: string) => call(item.$delete({ param: { id } }))

export const fetchBacklog = (groupId: string) => call(preparing.groups[':id'].backlog.$get({ param: { id: groupId } }))
export const proposeItem = (groupId: string, json: BacklogItemInput) =>
  call(preparing.groups[':id'].backlog.$post({ param: { id: groupId }, json }))
export const takeFromBacklog = (meetingId: string, itemId: string) =>
  call(meeting.items['from-backlog'].$post({ param: { id: meetingId }, json: { itemId } }))

export const fetchSeries = (query: { readonly group?: string } = {}) => call(series.$get({ query }))
export const beginSeries = (json: SeriesInput) => call(series.$post({ json }))
export const endSeries = (id: string) => call(series[':id'].$patch({ param: { id }, json: { ended: true } }))
/**
 * @param startsAt of the next one as it was shown: if somebody has drafted that one since, it is that one
 * @param key the same for every attempt at this one meeting
 */
export const draftNextInSeries = (id: string, startsAt: number, key: string) =>
  call(series[':id'].next.$post({ param: { id }, json: { startsAt } }, { headers: { 'idempotency-key': key } }))
