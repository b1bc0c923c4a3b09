import { createMemo, type Accessor } from 'solid-js'

/**
 * A list fetched again: entries that are as they were stay the same objects, so that only what changed is drawn anew and
 * nobody loses their focus or place.
 */
export function createUnchanged<T>(list: () => readonly T[]): Accessor<readonly T[]> {
  return createMemo<readonly T[]>(before => {
    const known = new Map(before.map(entry => [JSON.stringify(entry), entry]))
    return list().map(entry => known.get(JSON.stringify(entry)) ?? entry)
  }, [])
}
