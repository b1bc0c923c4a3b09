/** A step in matching two lists of blocks. */
export type Alignment<Old, New> =
  | { readonly type: 'keep'; readonly old: Old; readonly shown: New }
  | { readonly type: 'remove'; readonly old: Old }
  | { readonly type: 'add'; readonly shown: New }

/** Above this many pairs the blocks are matched in order: a whole document was replaced, and likeness says nothing. */
const pairLimit = 40_000

/**
 * Which of the old blocks live on as which of the new ones, in order, so that the sum of likeness is greatest.
 *
 * A block that lives on keeps its identity in the shared tree, and with it whatever others are typing into it; so of
 * a paragraph split in two, the longer part stays where it was.
 *
 * @param likeness 0: cannot be the same block; higher: more of it is kept
 */
export function align<Old, New>(
  olds: readonly Old[],
  shown: readonly New[],
  likeness: (old: Old, shown: New) => number,
): Alignment<Old, New>[] {
  if (olds.length * shown.length > pairLimit) return alignInOrder(olds, shown, likeness)
  const width = shown.length + 1
  const best = new Float64Array((olds.length + 1) * width)
  const pair = new Float64Array(olds.length * shown.length)
  const at = (row: number, column: number): number => best[row * width + column] ?? 0
  for (let row = olds.length - 1; row >= 0; row--)
    for (let column = shown.length - 1; column >= 0; column--) {
      const alike = likeness(olds[row] as Old, shown[column] as New)
      pair[row * shown.length + column] = alike
      const kept = alike === 0 ? 0 : alike + at(row + 1, column + 1)
      best[row * width + column] = Math.max(kept, at(row + 1, column), at(row, column + 1))
    }
  const steps: Alignment<Old, New>[] = []
  let row = 0
  let column = 0
  while (row < olds.length || column < shown.length) {
    const old = olds[row] as Old
    const next = shown[column] as New
    const alike = row < olds.length && column < shown.length ? (pair[row * shown.length + column] ?? 0) : 0
    if (alike > 0 && at(row, column) === alike + at(row + 1, column + 1)) {
      steps.push({ type: 'keep', old, shown: next })
      row++
      column++
    } else if (row < olds.length && (column >= shown.length || at(row, column) === at(row + 1, column))) {
      steps.push({ type: 'remove', old })
      row++
    } else {
      steps.push({ type: 'add', shown: next })
      column++
    }
  }
  return steps
}

function alignInOrder<Old, New>(
  olds: readonly Old[],
  shown: readonly New[],
  likeness: (old: Old, shown: New) => number,
): Alignment<Old, New>[] {
  const steps: Alignment<Old, New>[] = []
  for (let index = 0; index < Math.max(olds.length, shown.length); index++) {
    const old = olds[index]
    const next = shown[index]
    if (old !== undefined && next !== undefined && likeness(old, next) > 0)
      steps.push({ type: 'keep', old, shown: next })
    else {
      if (old !== undefined) steps.push({ type: 'remove', old })
      if (next !== undefined) steps.push({ type: 'add', shown: next })
    }
  }
  return steps
}
