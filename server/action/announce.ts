import type { Deps } from '../deps.ts'
import type { ActionItem } from './action-item.ts'

/** Tells pages after the commit; the minutes show what their meeting wrote down. */
export function announce({ bus }: Pick<Deps, 'bus'>, { id, meetingId }: ActionItem): void {
  bus.publish({ type: 'changed', topic: 'actionItem', id })
  bus.publish({ type: 'changed', topic: 'minutes', id: meetingId })
}
