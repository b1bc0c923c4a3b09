import { hc } from 'hono/client'
import type { MotionRoutes } from '../../server/motion/routes.ts'
import type { PlanRoutes } from '../../server/plan/routes.ts'
import type { NewSection, NewVersion, SectionChange } from '#shared/plan/schema'
import { call } from './call.ts'

export type {
  ObjectiveEntry,
  PlanEntry,
  PlanOutline,
  Preview,
  SectionChange,
  SectionDetail,
  SectionEntry,
  VersionDetail,
  VersionEntry,
} from '#shared/plan/schema'

const api = hc<PlanRoutes>('/api')
const motions = hc<MotionRoutes>('/api').motions

export const fetchPlans = () => call(api.plans.$get())
export const fetchObjectives = () => call(api.objectives.$get())
export const fetchSection = (id: string) => call(api.sections[':id'].$get({ param: { id } }))
export const addSection = (planId: string, json: NewSection) =>
  call(api.plans[':id'].sections.$post({ param: { id: planId }, json }))
export const changeSection = (id: string, json: SectionChange) =>
  call(api.sections[':id'].$patch({ param: { id }, json }))
export const previewVersion = (id: string) => call(api.sections[':id'].preview.$get({ param: { id } }))
export const submitVersion = (id: string, json: NewVersion) =>
  call(api.sections[':id'].versions.$post({ param: { id }, json }))
export const fetchVersion = (id: string) => call(api.versions[':id'].$get({ param: { id } }))
export const withdrawVersion = (id: string) => call(api.versions[':id'].withdraw.$post({ param: { id } }))
/** Votes on a version, the newest first. */
export const fetchVotesOn = (subject: string) => call(motions.$get({ query: { subject } }))
