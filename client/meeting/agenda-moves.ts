/** Where an item of an agenda goes, by a key or by where it is dropped. What comes of it, `place` of the rules says. */
import type { AgendaItemId } from '#shared/core'
import { isFixed, numbered, place, type Spot } from '#shared/meeting'
import type { FloorItem } from '../api/meeting.ts'

type Item = Pick<FloorItem, 'id' | 'parentId' | 'type' | 'number'>
export type Direction = 'up' | 'down' | 'indent' | 'outdent'

const siblingsOf = <T extends Item>(items: readonly T[], parentId: AgendaItemId | null): readonly T[] =>
  items.filter(item => item.parentId === parentId)

/**
 * The place one step away; null where there is none in this direction.
 *
 * @param items in reading order
 */
export function stepTo(items: readonly Item[], id: AgendaItemId, direction: Direction): Spot | null {
  const item = items.find(one => one.id === id)
  if (!item || isFixed(item)) return null
  const { parentId } = item
  const siblings = siblingsOf(items, parentId)
  const at = siblings.findIndex(one => one.id === id)
  const previous = siblings[at - 1]
  const next = siblings[at + 1]
  switch (direction) {
    case 'up':
      return previous && !isFixed(previous) ? { parentId, after: siblings[at - 2]?.id ?? null } : null
    case 'down':
      return next ? { parentId, after: next.id } : null
    case 'indent': {
      if (!previous || isFixed(previous) || parentId !== null || siblingsOf(items, id).length > 0) return null
      return { parentId: previous.id, after: siblingsOf(items, previous.id).at(-1)?.id ?? null }
    }
    case 'outdent':
      return parentId === null ? null : { parentId: null, after: parentId }
  }
}

/** The place beside an item on which another is dropped; an item with sub-items stays an item of its own. */
export function droppedAt(
  items: readonly Item[],
  id: AgendaItemId,
  target: AgendaItemId,
  side: 'before' | 'after',
): Spot | null {
  const onto = items.find(one => one.id === target)
  if (!onto || target === id) return null
  if (onto.parentId !== null && siblingsOf(items, id).length > 0) return droppedAt(items, id, onto.parentId, 'after')
  if (side === 'after') return { parentId: onto.parentId, after: target }
  const others = siblingsOf(items, onto.parentId).filter(one => one.id !== id)
  return { parentId: onto.parentId, after: others[others.findIndex(one => one.id === target) - 1]?.id ?? null }
}

/** The agenda as it will read, before the server has said so; null where it would refuse. */
export function arranged<T extends Item>(items: readonly T[], id: AgendaItemId, spot: Spot): readonly T[] | null {
  const placed = items.map(item => ({
    item,
    id: item.id,
    parentId: item.parentId,
    type: item.type,
    position: siblingsOf(items, item.parentId).findIndex(one => one.id === item.id),
  }))
  const moved = placed.find(one => one.id === id)
  const result = moved && place(placed, moved, spot)
  if (!result?.ok) return null
  return numbered(result.value).map(({ item, parentId, number }) => ({ ...item, parentId, number }))
}
