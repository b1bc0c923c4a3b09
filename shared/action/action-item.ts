import { type Instant } from '#shared/core'
import { type CalendarDay, type MeetingState, calendarDayIn, isUnderWay } from '#shared/meeting'
import type { MinutesState } from '#shared/minutes'

/** `dropped`: the group no longer wants it done; with a reason. [M6] */
export const actionItemStates = ['open', 'done', 'dropped'] as const
export type ActionItemState = (typeof actionItemStates)[number]

/** Characters of what is to be done. */
export const actionItemTextLimit = 500
/** Characters of what is said when it is closed. */
export const closingNoteLimit = 1_000

/**
 * Whether a meeting still writes down and alters its action items: while it is under way, and afterwards as long as its
 * minutes can be written in, since the items stand in them. Before it begins there is nothing to follow up. [M6]
 *
 * @param minutes null before the session begins
 */
export function mayStillSet(meeting: MeetingState, minutes: MinutesState | null): boolean {
  return isUnderWay(meeting) || minutes === 'live' || minutes === 'corrections'
}

interface Due {
  readonly state: ActionItemState
  readonly dueOn: CalendarDay
}

/**
 * Whether an item that is still open should have been done. The whole of its day belongs to it, as that day goes by
 * where the meeting was.
 */
export function isOverdue({ state, dueOn }: Due, now: Instant, timeZone: string): boolean {
  return state === 'open' && dueOn < calendarDayIn(now, timeZone)
}

/** Those that are open by their day, the most overdue first; then those that are closed, the latest first. */
export function inOrderOfDue<T extends Due & { readonly closedAt: Instant | null }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => {
    if (a.state === 'open' && b.state === 'open') return a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)
    if (a.state === 'open' || b.state === 'open') return a.state === 'open' ? -1 : 1
    return (b.closedAt ?? 0) - (a.closedAt ?? 0)
  })
}
