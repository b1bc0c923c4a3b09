import { hc } from 'hono/client'
import type { ElectionRoutes } from '../../server/election/routes.ts'
import type { CandidateBody } from '#shared/election/schema'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { ElectionAnswer } from '#shared/election/schema'

const api = hc<ElectionRoutes>('/api', gate.options)
const election = api.elections[':id']

/** Of one group, or of all. */
export const fetchElections = (group?: string) =>
  call(api.elections.$get({ query: group === undefined ? {} : { group } }))
export const fetchElection = (id: string) => call(election.$get({ param: { id } }))

/** @param key the same for every attempt at this one call */
export const callElection = (json: { readonly groupId: string; readonly title: string | null }, key: string) =>
  call(api.elections.$post({ json }, { headers: { 'idempotency-key': key } }))

export const proposeCandidate = (id: string, json: CandidateBody) =>
  call(election.candidates.$post({ param: { id }, json }))
export const takeBackCandidate = (id: string, personId: string) =>
  call(election.candidates[':personId'].$delete({ param: { id, personId } }))

export const closeList = (id: string) => call(election.close.$post({ param: { id } }))
export const reopenList = (id: string) => call(election.reopen.$post({ param: { id } }))
export const withdrawElection = (id: string) => call(election.withdraw.$post({ param: { id } }))
