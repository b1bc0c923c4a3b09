import { hc } from 'hono/client'
import type { AfterVoteRoutes } from '../../server/motion/after/routes.ts'
import type { JointActInput, VoteStatementInput } from '#shared/motion/schema'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { AfterVote, JointActView, VoteStatementView } from '#shared/motion/schema'

const api = hc<AfterVoteRoutes>('/api', gate.options)

export const fetchAfterVote = (id: string) => call(api.motions[':id'].after.$get({ param: { id } }))

/** @param key the same for every attempt at this one act */
export const askForJointAct = (id: string, json: JointActInput, key: string) =>
  call(api.motions[':id']['joint-acts'].$post({ param: { id }, json }, { headers: { 'idempotency-key': key } }))

export const confirmJointAct = (id: string, jointAct: string) =>
  call(api.motions[':id']['joint-acts'][':jointAct'].confirmation.$post({ param: { id, jointAct } }))

/** Takes back what one has asked for oneself, declines what somebody else has. */
export const dropJointAct = (id: string, jointAct: string) =>
  call(api.motions[':id']['joint-acts'][':jointAct'].$delete({ param: { id, jointAct } }))

/** @param key the same for every attempt at this one statement */
export const stateAfterVote = (id: string, json: VoteStatementInput, key: string) =>
  call(api.motions[':id'].statements.$post({ param: { id }, json }, { headers: { 'idempotency-key': key } }))

export const publishVote = (id: string) => call(api.motions[':id'].publication.$post({ param: { id } }))
