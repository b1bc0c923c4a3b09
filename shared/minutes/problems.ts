import type { CorrectionId } from '#shared/core'
import type { MinutesMove, MinutesState } from './moves.ts'

export type MinutesProblem =
  /** Somebody else moved them first, or their state does not allow this. */
  | { readonly type: 'minutes-moved-on'; readonly state: MinutesState; readonly move: MinutesMove | null }
  | { readonly type: 'minutes-sealed' }
  | { readonly type: 'meeting-not-adjourned' }
  /** Each proposed correction is accepted or refused with a reason before the minutes go round again. */
  | { readonly type: 'corrections-open'; readonly correctionIds: readonly CorrectionId[] }
  /** The time for corrections is over; `until` is when it ended. */
  | { readonly type: 'corrections-closed'; readonly until: number }
  | { readonly type: 'correction-disposed' }
  | { readonly type: 'minutes-text-moved-on' }
  | { readonly type: 'not-own-statement' }
  /** The minutes cannot be made into a file of this format, or not in the time that a file may take. */
  | { readonly type: 'file-not-made'; readonly format: 'html' | 'docx' | 'pdf' }
  /** The quoted words do not stand in the version circulated last, under that item. */
  | { readonly type: 'quote-not-in-minutes'; readonly version: number }
  /** The seat has filed as many as it may, under this item or in the meeting; `limit` is that number. */
  | { readonly type: 'too-many-statements'; readonly limit: number }
