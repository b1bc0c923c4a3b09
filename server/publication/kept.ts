import { secondMs, type Instant } from '#shared/core'

/**
 * How long what was read and verified may be shown again. Anybody may ask, as often as they like, and each answer is
 * computed from every stored text and ballot; so many readers at once cost one reading. A text altered in storage is
 * shown at most this much longer.
 */
const keptMs = 10 * secondMs

/** Keeps the answers of `make` by key for a moment; those who ask meanwhile share one. A failure is not kept. */
export function keptFor<T>(now: () => Instant): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly until: Instant; readonly value: Promise<T> }>()
  return (key, make) => {
    const at = now()
    for (const [other, { until }] of kept) if (until <= at) kept.delete(other)
    const found = kept.get(key)
    if (found) return found.value
    const value = make()
    kept.set(key, { until: at + keptMs, value })
    value.catch(() => kept.delete(key))
    return value
  }
}
