/** What becomes of an item while its meeting is under way, as data. Whoever conducts moves it. [M2] */
import type { Instant } from '#shared/core'
import type { ItemState } from './kinds.ts'

/** `take`: it becomes the current item. */
export type ItemMove = 'take' | 'finish' | 'postpone' | 'reopen'

export const itemMoves = {
  planned: { take: 'open', finish: 'finished', postpone: 'postponed' },
  open: { take: 'open', finish: 'finished', postpone: 'postponed' },
  finished: { take: 'open', reopen: 'open' },
  postponed: { take: 'open', reopen: 'open' },
} as const satisfies Record<ItemState, Partial<Record<ItemMove, ItemState>>>

const moves: Readonly<Record<ItemState, Partial<Record<ItemMove, ItemState>>>> = itemMoves

/** @returns the state after the move, or null where the table has no such move from here */
export function itemAfter(state: ItemState, move: ItemMove): ItemState | null {
  return moves[state][move] ?? null
}

interface Clock {
  readonly usedMs: number
  /** Since when it runs; null while it stands. */
  readonly openedAt: Instant | null
}

/** An item's time as it stands when its clock is stopped at `at`; time before counts, nothing twice. */
export function stopClock<T extends Clock>(item: T, at: Instant): T {
  if (item.openedAt === null) return item
  return { ...item, usedMs: item.usedMs + Math.max(0, at - item.openedAt), openedAt: null }
}

/** One that runs already runs on. */
export function startClock<T extends Clock>(item: T, at: Instant): T {
  return item.openedAt === null ? { ...item, openedAt: at } : item
}
