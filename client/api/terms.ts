import { hc } from 'hono/client'
import type { Result } from '#shared/core'
import type { TermsRoutes } from '../../server/terms/routes.ts'
import type {
  GroupTerms,
  MemorandumBody,
  NewTermsVersion,
  SettingsChangeBody,
  TermsAnswer,
  TermsComparison,
  TermsPreview,
  TermsVersionDetail,
} from '#shared/terms/schema'
import { call, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

export type {
  GroupTerms,
  Memoranda,
  MemorandumEntry,
  SettingsDraft,
  TermsAnswer,
  TermsEntry,
  TermsPreview,
  TermsVersionDetail,
  TermsVersionEntry,
} from '#shared/terms/schema'

const api = hc<TermsRoutes>('/api', gate.options)

export const fetchTermsList = () => call(api.terms.$get())
export const fetchTerms = (id: string) => parsed<TermsAnswer>(call(api.terms[':id'].$get({ param: { id } })))
export const changeSettings = (id: string, json: SettingsChangeBody) =>
  parsed<TermsAnswer>(call(api.terms[':id'].settings.$patch({ param: { id }, json })))
export const resumeTermsText = (id: string) => call(api.terms[':id']['resume-text'].$post({ param: { id } }))
export const previewTerms = (id: string) => parsed<TermsPreview>(call(api.terms[':id'].preview.$get({ param: { id } })))
export const submitTerms = (id: string, json: NewTermsVersion) =>
  parsed<TermsVersionDetail>(call(api.terms[':id'].versions.$post({ param: { id }, json })))
export const fetchTermsVersion = (id: string) =>
  parsed<TermsVersionDetail>(call(api['terms-versions'][':id'].$get({ param: { id } })))
/** @param from left out, the version that was in force before */
export const fetchTermsComparison = (id: string, from?: string) =>
  parsed<TermsComparison>(
    call(api['terms-versions'][':id'].comparison.$get({ param: { id }, query: from === undefined ? {} : { from } })),
  )
export const withdrawTerms = (id: string) => call(api['terms-versions'][':id'].withdraw.$post({ param: { id } }))
/** @param at the moment that is asked about; now, if not given */
export const fetchGroupTerms = (groupId: string, at?: number) =>
  parsed<GroupTerms>(
    call(api.groups[':id'].terms.$get({ param: { id: groupId }, query: at === undefined ? {} : { at: String(at) } })),
  )

export const fetchMemoranda = () => call(api.memoranda.$get())
export const registerMemorandum = (json: MemorandumBody) => call(api.memoranda.$post({ json }))
export const endMemorandum = (id: string, reason: string) =>
  call(api.memoranda[':id'].end.$post({ param: { id }, json: { reason } }))

/** The typed client writes out the recursive type of a content and loses it: here it has its name again. */
function parsed<T>(answer: Promise<Result<unknown, ApiProblem>>): Promise<Result<T, ApiProblem>> {
  return answer as Promise<Result<T, ApiProblem>>
}
