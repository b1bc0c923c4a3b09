export { amendmentDigest, amendmentText, type Amendment, type Change } from './amendment.ts'
export { applyAmendment } from './apply.ts'
export { letterExchanges, type LetterExchange } from './letters.ts'
export { amendmentReasonLimit, changesLimit, passageLimit } from './limits.ts'
export {
  amendmentAfter,
  amendmentStates,
  dispositions,
  isOpen,
  overtakenBecause,
  type AmendmentMove,
  type AmendmentState,
  type Disposition,
  type OvertakenBecause,
} from './moves.ts'
export { distanceFrom, orderAmendments, rebase } from './order.ts'
export { notWords, passagesOf, quotable, type Passage, type Place } from './passage.ts'
export type { AmendmentOrderProblem, AmendmentProblem, ChangeProblem } from './problems.ts'
export { inSentence, type ChangeInSentence } from './sentence.ts'
