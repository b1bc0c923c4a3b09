import { hc } from 'hono/client'
import type { RecordRoutes } from '../../server/record/routes.ts'
import { call } from './call.ts'

export type { RecordCheckAnswer, RecordEntryAnswer, RecordPageAnswer } from '#shared/record/schema'

const api = hc<RecordRoutes>('/api')

export interface RecordWish {
  /** One act, or all acts on one kind of thing. */
  readonly act?: string | undefined
  readonly subject?: string | undefined
  readonly before?: number | undefined
}

/** A page of the record, the latest entry first. */
export const fetchRecord = ({ act, subject, before }: RecordWish) =>
  call(
    api.record.$get({
      query: {
        ...(act !== undefined && { act }),
        ...(subject !== undefined && { subject }),
        ...(before !== undefined && { before: String(before) }),
      },
    }),
  )
export const checkRecord = () => call(api.record.check.$get())
