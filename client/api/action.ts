import { hc } from 'hono/client'
import type { ActionRoutes } from '../../server/action/routes.ts'
import type { MeetingRoutes } from '../../server/meeting/routes.ts'
import type { ActionItemChangeInput, ActionItemInput } from '#shared/action/schema'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { ActionItemChangeInput, ActionItemInput, ActionItemView } from '#shared/action/schema'

const api = hc<ActionRoutes>('/api', gate.options)
const meetings = hc<MeetingRoutes>('/api', gate.options)

interface ActionItemQuery {
  readonly group?: string
  /** A seat, or `me`. */
  readonly owner?: string
  readonly state?: 'open' | 'closed'
  readonly meeting?: string
}

export const fetchActionItems = (query: ActionItemQuery = {}) => call(api['action-items'].$get({ query }))

/** @param key the same for every attempt to write down this one item */
export const setActionItem = (meetingId: string, json: ActionItemInput, key: string) =>
  call(
    api.meetings[':id']['action-items'].$post(
      { param: { id: meetingId }, json },
      { headers: { 'idempotency-key': key } },
    ),
  )

export const changeActionItem = (id: string, json: ActionItemChangeInput) =>
  call(api['action-items'][':id'].$patch({ param: { id }, json }))

export const closeActionItem = (id: string, json: { readonly done: boolean; readonly note: string }) =>
  call(api['action-items'][':id'].close.$post({ param: { id }, json }))

/** The meeting whose seats may own what it writes down. */
export const fetchMeetingOfItem = (id: string) => call(meetings.meetings[':id'].$get({ param: { id } }))
