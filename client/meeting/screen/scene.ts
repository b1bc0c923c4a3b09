/** What the room screen shows: one thing at a time, and always the one that the room is about. [M8] */
import type { FloorAnswer } from '#shared/meeting/schema'

export type Scene =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'vote'; readonly motionId: string; readonly itemId: string }
  | { readonly kind: 'result'; readonly motionId: string; readonly itemId: string }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'over' }
  | { readonly kind: 'cancelled' }

type Seen = Pick<FloorAnswer, 'state' | 'currentItemId'> & {
  readonly items: readonly {
    readonly id: string
    readonly motions: readonly { readonly id: string; readonly state: 'open' | 'held' | 'returned' | 'decided' }[]
  }[]
}

/**
 * A vote that is open comes first, that of the current item before others, also while the session is suspended: ballots
 * are taken all the same. The result of the current item's last vote stands until the meeting goes on.
 */
export function sceneOf(floor: Seen): Scene {
  switch (floor.state) {
    case 'draft':
    case 'convened':
      return { kind: 'waiting' }
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'adjourned':
    case 'recorded':
      return { kind: 'over' }
    default:
      return inSession(floor)
  }
}

function inSession(floor: Seen): Scene {
  const current = floor.items.find(item => item.id === floor.currentItemId)
  for (const item of current ? [current, ...floor.items] : floor.items) {
    const open = item.motions.find(motion => motion.state === 'open' || motion.state === 'held')
    if (open) return { kind: 'vote', motionId: open.id, itemId: item.id }
  }
  if (floor.state === 'suspended') return { kind: 'suspended' }
  if (!current) return { kind: 'agenda' }
  const last = current.motions.at(-1)
  if (last) return { kind: 'result', motionId: last.id, itemId: current.id }
  return { kind: 'item', itemId: current.id }
}

/** The part of an agenda that fits on the screen: from just before what comes next. */
export function agendaWindow<T extends { readonly state: string }>(
  items: readonly T[],
  room: number,
): { readonly shown: readonly T[]; readonly after: number } {
  const next = items.findIndex(item => item.state === 'planned' || item.state === 'open')
  const wanted = next < 0 ? items.length : Math.max(0, next - 1)
  const from = Math.max(0, Math.min(wanted, items.length - room))
  const shown = items.slice(from, from + room)
  return { shown, after: items.length - from - shown.length }
}
