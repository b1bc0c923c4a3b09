import type { AmendmentProblem } from '#shared/amendment'
import type { ElectionProblem } from '#shared/election'
import type { EndorsementProblem } from '#shared/endorsement'
import type { CalendarProblem } from '#shared/calendar'
import type { GroupProblem } from '#shared/group'
import type { ActionItemProblem } from '#shared/action'
import type { MeetingProblem } from '#shared/meeting'
import type { MinutesProblem } from '#shared/minutes'
import type { MotionProblem } from '#shared/motion'
import type { PeopleProblem } from '#shared/people'
import type { PlanProblem } from '#shared/plan'
import type { RecordProblem } from '#shared/record'
import type { TermsProblem } from '#shared/terms'

/** One field of a request that does not fit, by its path: `/representatives/0/personId`. */
export interface InputError {
  readonly path: string
  readonly message: string
}

/** Refusals that any part may give. */
export type CommonProblem =
  | { readonly type: 'invalid-input'; readonly errors: readonly InputError[] }
  | { readonly type: 'sign-in-required' }
  | { readonly type: 'confidentiality-required' }
  /** The person may not do this to something they may see. */
  | { readonly type: 'not-permitted' }
  /** Missing, or hidden from this person: the two are told apart to nobody. */
  | { readonly type: 'not-found' }
  | { readonly type: 'cross-site-request' }
  | { readonly type: 'too-large'; readonly limitBytes: number }
  | { readonly type: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly type: 'idempotency-key-reused' }
  | { readonly type: 'idempotency-unfinished' }
  | { readonly type: 'internal' }

/** Every refusal that the API can give. `server/http/problems.ts` gives each its status, the client its sentence. */
export type Problem =
  | CommonProblem
  | PeopleProblem
  | GroupProblem
  | PlanProblem
  | MotionProblem
  | ElectionProblem
  | EndorsementProblem
  | MeetingProblem
  | CalendarProblem
  | MinutesProblem
  | ActionItemProblem
  | RecordProblem
  | TermsProblem
  | AmendmentProblem
