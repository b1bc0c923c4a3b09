import { hc } from 'hono/client'
import type { MeetingFigureRoutes } from '../../server/meeting/figure-routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { MeetingFiguresAnswer } from '#shared/meeting/figures/schema'

const api = hc<MeetingFigureRoutes>('/api', gate.options)

export const fetchMeetingFigures = (groupId: string) =>
  call(api.groups[':id']['meeting-figures'].$get({ param: { id: groupId } }))
