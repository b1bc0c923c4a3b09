import type { CalendarDay } from '#shared/meeting'
import type { ActionItemState } from './action-item.ts'

export type ActionItemProblem =
  /** Somebody else closed it in the meantime. */
  | { readonly type: 'action-item-closed'; readonly state: ActionItemState }
  /** `today` as the meeting's time zone has it. */
  | { readonly type: 'due-in-the-past'; readonly today: CalendarDay }
  /** Done needs no words; giving up does. */
  | { readonly type: 'drop-without-reason' }
