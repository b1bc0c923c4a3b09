export { actionItemStates, type ActionItemState } from './action-item.ts'
export type { ActionItemProblem } from './problems.ts'
