import { hc } from 'hono/client'
import type { DecisionRoutes } from '../../server/decision/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { DecisionListAnswer, DecisionView } from '#shared/decision/schema'

const api = hc<DecisionRoutes>('/api', gate.options)

export interface DecisionQuery {
  readonly group?: string
  readonly year?: number
  readonly text?: string
  readonly motion?: string
  /** A version, or what it is a version of. */
  readonly subject?: string
}

export const fetchDecisions = ({ year, ...query }: DecisionQuery = {}) =>
  call(api.decisions.$get({ query: { ...query, ...(year === undefined ? {} : { year: String(year) }) } }))
