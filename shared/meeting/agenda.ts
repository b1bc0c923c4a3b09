/** The order of an agenda: items, each with its sub-items behind it, numbered by their place. [M1, M2] */
import { err, ok, type AgendaItemId, type Result } from '#shared/core'
import type { ItemType } from './kinds.ts'

interface Placed {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
}

interface PlacedItem {
  readonly id: AgendaItemId
  readonly parentId: AgendaItemId | null
  readonly position: number
  readonly type: ItemType
}

/** Items in a meeting that an agenda may hold, sub-items among them. */
export const agendaLimit = 100

/**
 * Items in the order they are read, with their numbers: `3`, then `3.1`, `3.2`.
 *
 * @param items siblings in any order; an item whose parent is not among them is left out
 */
export function numbered<T extends Placed>(items: readonly T[]): readonly (T & { readonly number: string })[] {
  const below = (parentId: string | null): readonly T[] =>
    items.filter(item => item.parentId === parentId).toSorted((a, b) => a.position - b.position)
  return below(null).flatMap((item, index) => {
    const number = String(index + 1)
    return [{ ...item, number }, ...below(item.id).map((sub, place) => ({ ...sub, number: `${number}.${place + 1}` }))]
  })
}

/** Minutes are put to approval by the system, before everything else; nobody moves, edits or strikes that. [M5] */
export function isFixed({ type }: { readonly type: ItemType }): boolean {
  return type === 'minutesApproval'
}

/** Where an item is to stand: under that parent, behind that sibling; first where none is named. */
export interface Spot {
  readonly parentId: AgendaItemId | null
  readonly after: AgendaItemId | null
}

export type PlacementProblem = { readonly type: 'item-fixed' } | { readonly type: 'item-too-deep' }

/**
 * Moves an item, or places a new one. Positions among siblings stay gapless from 0, and fixed items stay first: what would
 * stand before one stands behind the last of them. A sibling to follow that has itself moved elsewhere leaves the item last.
 *
 * - `item-fixed`: the item itself, or the one it would belong to, is fixed.
 * - `item-too-deep`: it would be a sub-item of a sub-item, of itself, or bring sub-items along to another item.
 *
 * @param items all that stand on the agenda; the moved one is among them, or new
 * @returns all items, in the order they are read
 */
export function place<T extends PlacedItem>(
  items: readonly T[],
  moved: T,
  { parentId, after }: Spot,
): Result<readonly T[], PlacementProblem> {
  const parent = items.find(item => item.id === parentId)
  if (isFixed(moved) || (parent && isFixed(parent))) return err({ type: 'item-fixed' })
  const bringsSubItems = items.some(item => item.parentId === moved.id)
  if (parentId !== null && (parentId === moved.id || !parent || parent.parentId !== null || bringsSubItems)) {
    return err({ type: 'item-too-deep' })
  }
  const others = items.filter(item => item.id !== moved.id)
  const siblings = others
    .filter(item => item.parentId === parentId)
    .toSorted((a, b) => Number(isFixed(b)) - Number(isFixed(a)) || a.position - b.position)
  const behind = siblings.findIndex(item => item.id === after)
  const wished = after === null ? 0 : behind === -1 ? siblings.length : behind + 1
  const at = Math.max(wished, siblings.filter(isFixed).length)
  const ordered = [...siblings.slice(0, at), { ...moved, parentId }, ...siblings.slice(at)]
  return ok(gapless([...others.filter(item => item.parentId !== parentId), ...inOrder(ordered)]))
}

/** Items in reading order, positions among siblings from 0 without gaps: what is left when some are gone. */
export function gapless<T extends Placed>(items: readonly T[]): readonly T[] {
  const below = (parentId: string | null): readonly T[] =>
    inOrder(items.filter(item => item.parentId === parentId).toSorted((a, b) => a.position - b.position))
  return below(null).flatMap(item => [item, ...below(item.id)])
}

function inOrder<T extends Placed>(siblings: readonly T[]): readonly T[] {
  return siblings.map((item, position) => (item.position === position ? item : { ...item, position }))
}
