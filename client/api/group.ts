import { hc } from 'hono/client'
import type { SeatChangeInput, SeatBodyInput } from '#shared/group/schema'
import type { GroupRoutes } from '../../server/group/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { GroupAnswer, GroupSummary, SeatChangeInput } from '#shared/group/schema'

const api = hc<GroupRoutes>('/api', gate.options)

export const fetchGroups = () => call(api.groups.$get())
export const fetchGroup = (id: string) => call(api.groups[':id'].$get({ param: { id } }))
export const addGroup = (json: { readonly code: string; readonly name: string }) => call(api.groups.$post({ json }))
export const addSeat = (groupId: string, json: SeatBodyInput) =>
  call(api.groups[':id'].seats.$post({ param: { id: groupId }, json }))
export const changeSeat = (seatId: string, json: SeatChangeInput) =>
  call(api.seats[':id'].$patch({ param: { id: seatId }, json }))
export const accredit = (seatId: string, json: { readonly personId: string; readonly rank: 'head' | 'alternate' }) =>
  call(api.seats[':id'].representatives.$post({ param: { id: seatId }, json }))
export const endAccreditation = (id: string) => call(api.representatives[':id'].$delete({ param: { id } }))
/** @param json.replacing the chair that was shown */
export const setChair = (
  groupId: string,
  json: { readonly personId: string | null; readonly replacing: string | null },
) => call(api.groups[':id'].chair.$put({ param: { id: groupId }, json }))
