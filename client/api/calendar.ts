import { hc } from 'hono/client'
import type { GroupId } from '#shared/core'
import type { CalendarRoutes } from '../../server/calendar/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { CalendarAnswer, NewCalendarAnswer } from '#shared/calendar/schema'

const api = hc<CalendarRoutes>('/api', gate.options)

/** Address of one meeting as a calendar file. */
export const meetingCalendarUrl = (meetingId: string): string =>
  `/api/meetings/${encodeURIComponent(meetingId)}/calendar`

export const fetchCalendars = () => call(api['calendar-feeds'].$get())

/**
 * @param groupId one group's meetings; null for all that the reader is invited to
 * @param key the same for every attempt at this one subscription
 */
export const subscribeCalendar = (groupId: GroupId | null, key: string) =>
  call(api['calendar-feeds'].$post({ json: { groupId } }, { headers: { 'idempotency-key': key } }))

export const revokeCalendar = (id: string) => call(api['calendar-feeds'][':id'].$delete({ param: { id } }))
