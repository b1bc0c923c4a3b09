/**
 * The newer list, with each thing that has not changed as the object it was: its row stays in the page, and with it the
 * focus of whoever stands in it.
 */
export function sameItems<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Map(before.map(item => [item.id, item]))
  return now.map(item => {
    const old = known.get(item.id)
    return old && JSON.stringify(old) === JSON.stringify(item) ? old : item
  })
}
