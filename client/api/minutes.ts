import { hc } from 'hono/client'
import type { Result } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'
import type {
  CorrectionInput,
  DispositionInput,
  ErratumInput,
  MinutesAnswer,
  MinutesComparison,
  MinuteTakersInput,
  StatementInput,
} from '#shared/minutes/schema'
import type { MeetingRoutes } from '../../server/meeting/routes.ts'
import type { MinutesRoutes } from '../../server/minutes/routes.ts'
import { call, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

export type {
  ChainAnswer,
  CorrectionEntry,
  ErratumEntry,
  MinutesAnswer,
  MinutesComparison,
  MinutesPart,
} from '#shared/minutes/schema'

const api = hc<MinutesRoutes>('/api', gate.options)
const meeting = api.meetings[':id']

/** The typed client writes out the recursive types of blocks and texts and loses them: here they have their names again. */
export const fetchMinutes = (meetingId: string) =>
  call(meeting.minutes.$get({ param: { id: meetingId } })) as Promise<Result<unknown, ApiProblem>> as Promise<
    Result<MinutesAnswer, ApiProblem>
  >

export const appointMinuteTakers = (meetingId: string, json: MinuteTakersInput) =>
  call(meeting['minute-takers'].$put({ param: { id: meetingId }, json }))

/** @param key the same for every attempt at one statement, so that a lost answer does not file it twice */
export const fileStatement = (meetingId: string, json: StatementInput, key: string) =>
  call(meeting.statements.$post({ param: { id: meetingId }, json }, { headers: { 'idempotency-key': key } }))

/** @param digest of the text that was looked at: that text is circulated or none */
export const circulateMinutes = (meetingId: string, digest: string | null) =>
  call(meeting.minutes.circulate.$post({ param: { id: meetingId }, json: digest === null ? {} : { digest } }))

export const takeUpMinutes = (meetingId: string) => call(meeting.minutes.correct.$post({ param: { id: meetingId } }))

/** @param key the same for every attempt at one correction */
export const proposeCorrection = (minutesId: string, json: CorrectionInput, key: string) =>
  call(
    api.minutes[':id'].corrections.$post({ param: { id: minutesId }, json }, { headers: { 'idempotency-key': key } }),
  )

export const disposeOfCorrection = (correctionId: string, json: DispositionInput) =>
  call(api.corrections[':id'].disposition.$post({ param: { id: correctionId }, json }))

/** @param key the same for every attempt at one erratum */
export const addErratum = (minutesId: string, json: ErratumInput, key: string) =>
  call(api.minutes[':id'].errata.$post({ param: { id: minutesId }, json }, { headers: { 'idempotency-key': key } }))

export const fetchMinutesVersion = (id: string) => call(api['minutes-versions'][':id'].$get({ param: { id } }))

/** @param from left out, the version circulated before */
export const fetchMinutesComparison = (id: string, from?: string) =>
  call(
    api['minutes-versions'][':id'].comparison.$get({ param: { id }, query: from === undefined ? {} : { from } }),
  ) as Promise<Result<unknown, ApiProblem>> as Promise<Result<MinutesComparison, ApiProblem>>

export const fetchMinutesChain = (groupId: string) =>
  call(api.groups[':id']['minutes-chain'].$get({ param: { id: groupId } }))

/** What `GET` at this address gives: the minutes as a file of their own, as circulated last, or the draft before that. */
export const minutesFile = (meetingId: string, format: 'html' | 'docx' | 'pdf', language: 'en' | 'fr'): string =>
  `/api/meetings/${meetingId}/minutes.${format}?language=${language}`

const meetings = hc<MeetingRoutes>('/api', gate.options).meetings

/** When and where the meeting was, and who presided. */
export const fetchMeetingOfMinutes = (meetingId: string) => call(meetings[':id'].$get({ param: { id: meetingId } }))
export type MeetingOfMinutes = FloorAnswer
