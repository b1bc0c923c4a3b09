export {
  actionItemStates,
  actionItemTextLimit,
  closingNoteLimit,
  inOrderOfDue,
  isOverdue,
  mayStillSet,
  type ActionItemState,
} from './action-item.ts'
export type { ActionItemProblem } from './problems.ts'
