/** The order of an agenda: items, each with its sub-items behind it, numbered by their place. [M1, M2] */

interface Placed {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
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
