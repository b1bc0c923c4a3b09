import { hc } from 'hono/client'
import type { Result } from '#shared/core'
import type { PlanRoutes } from '../../server/plan/routes.ts'
import type {
  Comparison,
  NewSection,
  NewTextClosing,
  NewVersion,
  Preview,
  SectionChange,
  VersionDetail,
} from '#shared/plan/schema'
import { call, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

export type {
  Comparison,
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

const api = hc<PlanRoutes>('/api', gate.options)

export const fetchPlans = () => call(api.plans.$get())
export const fetchObjectives = () => call(api.objectives.$get())
const askForSection = (id: string) => call(api.sections[':id'].$get({ param: { id } }))

let early: { readonly id: string; readonly answer: ReturnType<typeof askForSection> } | null = null

/** Asks for a section while the code of its page is still on its way; the page's first request takes the answer. */
export function prefetchSection(id: string): void {
  early = { id, answer: askForSection(id) }
}

export function fetchSection(id: string): ReturnType<typeof askForSection> {
  const known = early
  early = null
  if (known?.id !== id) return askForSection(id)
  // Asked before somebody had signed in, it was refused.
  return known.answer.then(answer => (answer.ok ? answer : askForSection(id)))
}

export const addSection = (planId: string, json: NewSection) =>
  call(api.plans[':id'].sections.$post({ param: { id: planId }, json }))
export const changeSection = (id: string, json: SectionChange) =>
  call(api.sections[':id'].$patch({ param: { id }, json }))
export const closeText = (id: string, json: NewTextClosing) =>
  call(api.sections[':id']['close-text'].$post({ param: { id }, json }))
export const reopenText = (id: string) => call(api.sections[':id']['reopen-text'].$post({ param: { id } }))
export const resumeText = (id: string) => call(api.sections[':id']['resume-text'].$post({ param: { id } }))
export const setAsideAddress = (id: string): string => `/api/sections/${id}/set-aside`
export const previewVersion = (id: string) => parsed<Preview>(call(api.sections[':id'].preview.$get({ param: { id } })))
export const submitVersion = (id: string, json: NewVersion) =>
  parsed<VersionDetail>(call(api.sections[':id'].versions.$post({ param: { id }, json })))
export const fetchVersion = (id: string) => parsed<VersionDetail>(call(api.versions[':id'].$get({ param: { id } })))
/** @param from left out, the version that was adopted last before */
export const fetchComparison = (id: string, from?: string) =>
  parsed<Comparison>(
    call(api.versions[':id'].comparison.$get({ param: { id }, query: from === undefined ? {} : { from } })),
  )
export const withdrawVersion = (id: string) => call(api.versions[':id'].withdraw.$post({ param: { id } }))

/** The typed client writes out the recursive type of a section's content and loses it: here it has its name again. */
function parsed<T>(answer: Promise<Result<unknown, ApiProblem>>): Promise<Result<T, ApiProblem>> {
  return answer as Promise<Result<T, ApiProblem>>
}
