import { hc } from 'hono/client'
import type { Result } from '#shared/core'
import type { EndorsementForm } from '#shared/endorsement'
import type { EndorsementInput, PreparedAnswer } from '#shared/endorsement/schema'
import type { EndorsementRoutes } from '../../server/endorsement/routes.ts'
import { call, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

export type {
  EndorsementInput,
  ManifestEntryAnswer,
  ObjectionAnswer,
  PlanVersionAnswer,
  PlanVersionSummary,
  PreparedAnswer,
  ReadinessAnswer,
  TallyAnswer,
} from '#shared/endorsement/schema'

const api = hc<EndorsementRoutes>('/api', gate.options)
const version = api['plan-versions'][':id']

export const fetchPlanVersions = () => call(api['plan-versions'].$get())
export const fetchReadiness = (planId: string) => call(api['plan-versions'].readiness.$get({ query: { planId } }))
export const fetchPlanVersion = (id: string) => call(version.$get({ param: { id } }))

/** @returns the id of the new candidate */
export const assembleCandidate = (planId: string) => call(api['plan-versions'].$post({ json: { planId } }))
export const noteVersion = (id: string) => call(version.note.$post({ param: { id } }))
export const sendBack = (id: string, reasons: string) =>
  call(version['send-back'].$post({ param: { id }, json: { reasons } }))
export const publishVersion = (id: string) => call(version.publication.$post({ param: { id } }))

/** What is about to be signed, and what to ask the authenticator with. */
export const prepareEndorsement = (id: string, as: EndorsementForm | null) =>
  prepared(call(version.endorsement.options.$post({ param: { id }, json: { as } })))
export const endorse = (id: string, json: EndorsementInput) => call(version.endorsement.$post({ param: { id }, json }))

/** Where the file for verification is downloaded. */
export const bundleAddress = (id: string): string => `/api/plan-versions/${id}/bundle`

/** The typed client loses the names of what it writes out; here they are again. */
function prepared(answer: Promise<Result<unknown, ApiProblem>>): Promise<Result<PreparedAnswer, ApiProblem>> {
  return answer as Promise<Result<PreparedAnswer, ApiProblem>>
}
