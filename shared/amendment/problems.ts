import type { AmendmentId } from '#shared/core'
import type { AmendmentState } from './moves.ts'

/** Why an amendment does not fit a text; `change` is the place of the change among its changes, from 0. */
export type ChangeProblem =
  /** The quoted words do not stand there. */
  | { readonly type: 'words-not-found'; readonly change: number }
  /** They stand there more than once: more of the sentence is to be quoted. */
  | { readonly type: 'words-found-twice'; readonly change: number }
  /** Two changes quote the same words. */
  | { readonly type: 'changes-overlap'; readonly change: number }
  /** What is proposed is what stands there. */
  | { readonly type: 'nothing-changed' }

/** Why the order of the votes does not allow this one now. [V4] */
export type AmendmentOrderProblem =
  /** Another amendment is further from the text and is voted on first. */
  | { readonly type: 'amendments-in-order'; readonly amendmentId: AmendmentId; readonly seat: string }
  /** The text is voted on when each amendment to it has its disposition. */
  | { readonly type: 'amendments-open'; readonly open: number }

export type AmendmentProblem =
  | ChangeProblem
  | AmendmentOrderProblem
  /** It is under vote, or has its disposition already. */
  | { readonly type: 'amendment-moved-on'; readonly state: AmendmentState }
  /** The text is under vote or decided: it takes amendments while it is submitted. */
  | { readonly type: 'text-takes-no-amendments'; readonly state: string }
