import { hc } from 'hono/client'
import type { AmendmentInput } from '#shared/amendment/schema'
import type { AmendmentRoutes } from '../../server/amendment/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { AmendmentEntry, AmendmentsAnswer } from '#shared/amendment/schema'

const api = hc<AmendmentRoutes>('/api', gate.options)

export const fetchAmendments = (versionId: string) =>
  call(api.versions[':id'].amendments.$get({ param: { id: versionId } }))

export const fetchAmendment = (id: string) => call(api.amendments[':id'].$get({ param: { id } }))

/** @param key the same for every attempt at one amendment */
export const proposeAmendment = (versionId: string, json: AmendmentInput, key: string) =>
  call(
    api.versions[':id'].amendments.$post({ param: { id: versionId }, json }, { headers: { 'idempotency-key': key } }),
  )

export const withdrawAmendment = (id: string) => call(api.amendments[':id'].withdraw.$post({ param: { id } }))
