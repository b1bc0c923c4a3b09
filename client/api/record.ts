import { hc } from 'hono/client'
import { err, ok, type Result } from '#shared/core'
import type { RecordLogRoutes } from '../../server/record/log-routes.ts'
import type { RecordRoutes } from '../../server/record/routes.ts'
import type { WitnessRoutes } from '../../server/record/witness-routes.ts'
import { call, parseProblem, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

export type {
  ConsistencyAnswer,
  InclusionAnswer,
  RecordCheckAnswer,
  RecordEntryAnswer,
  RecordPageAnswer,
  StandingAnswer,
  WitnessesAnswer,
} from '#shared/record/schema'

const api = hc<RecordRoutes>('/api', gate.options)
const log = hc<RecordLogRoutes>('/api', gate.options)
const witnesses = hc<WitnessRoutes>('/api', gate.options)

export interface RecordWish {
  /** One act, or all acts on one kind of thing. */
  readonly act?: string | undefined
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  readonly group?: string | undefined
  /** Moments: from the first up to, not including, the second. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  readonly before?: number | undefined
  readonly limit?: number | undefined
}

/** A page of the record, the latest entry first. */
export const fetchRecord = (wish: RecordWish) =>
  call(
    api.record.$get({
      query: Object.fromEntries(
        Object.entries(wish).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      ),
    }),
  )
export const checkRecord = () => call(api.record.check.$get())
export const fetchCheckProgress = () => call(api.record.check.progress.$get())

export const recordFileAddress = '/api/record/export'
export const checkpointAddress = '/api/record/checkpoint'

export const fetchStanding = () => call(witnesses.record.standing.$get())
export const fetchRecordKey = () => call(log.record.key.$get())
export const proveInclusion = (number: number, size: number) =>
  call(log.record.proof.inclusion.$get({ query: { number: String(number), size: String(size) } }))
export const proveConsistency = (from: number, to: number) =>
  call(log.record.proof.consistency.$get({ query: { from: String(from), to: String(to) } }))

/** The latest checkpoint's note, which is text and no JSON. */
export async function fetchCheckpoint(): Promise<Result<string, ApiProblem>> {
  try {
    const response = await log.record.checkpoint.$get()
    return response.ok ? ok(await response.text()) : err(parseProblem(await response.json()))
  } catch {
    return err({ type: 'unreachable' })
  }
}

export const fetchWitnesses = () => call(witnesses.record.witnesses.$get())
export const nameWitness = (seatId: string) => call(witnesses.record.witnesses.$post({ json: { seatId } }))
export const endWitness = (id: string) => call(witnesses.record.witnesses[':id'].end.$post({ param: { id } }))
export const setWitnessKey = (id: string, json: { readonly key: string; readonly madeIn: 'browser' | 'tool' }) =>
  call(witnesses.record.witnesses[':id'].key.$put({ param: { id }, json }))
export const cosign = (id: string, json: { readonly size: number; readonly line: string }) =>
  call(witnesses.record.witnesses[':id'].cosignatures.$post({ param: { id }, json }))
