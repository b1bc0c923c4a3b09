import { hc } from 'hono/client'
import type { ParticipationRoutes } from '../../server/participation/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { GroupParticipation, ParticipationAnswer, ParticipationDetail } from '#shared/participation/schema'

const api = hc<ParticipationRoutes>('/api', gate.options)

export const fetchParticipation = (year: string) => call(api.participation[':year'].$get({ param: { year } }))

export const fetchParticipationOf = (year: string, groupId: string) =>
  call(api.participation[':year'].groups[':id'].$get({ param: { year, id: groupId } }))

/** The same figures for a spreadsheet. */
export const participationTable = (year: number): string => `/api/participation/${year}/figures.csv`
