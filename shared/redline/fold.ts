/** Long stretches in which nothing changed, out of the way of what did. */

export type Folded<T> = { readonly fold: readonly T[] } | { readonly shown: T }

/** Shown on either side of a change, so that it is read where it stands. */
const context = 1
/** Fewer are not worth a press. */
const leastFolded = 3

export function folded<T extends { readonly change: string }>(changes: readonly T[]): readonly Folded<T>[] {
  const found: Folded<T>[] = []
  let at = 0
  while (at < changes.length) {
    const end = endOfKept(changes, at)
    const from = at === 0 ? at : Math.min(end, at + context)
    const to = end === changes.length ? end : Math.max(from, end - context)
    const isFolded = to - from >= leastFolded
    for (const shown of changes.slice(at, isFolded ? from : end)) found.push({ shown })
    if (isFolded) {
      found.push({ fold: changes.slice(from, to) })
      for (const shown of changes.slice(to, end)) found.push({ shown })
    }
    const changed = changes[end]
    if (changed) found.push({ shown: changed })
    at = end + 1
  }
  return found
}

function endOfKept(changes: readonly { readonly change: string }[], from: number): number {
  let end = from
  while (changes[end]?.change === 'kept') end++
  return end
}
