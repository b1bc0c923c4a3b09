import type { Instant } from '#shared/core'

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number
  /** Requests per second that come back. */
  readonly perSecond: number
}

export interface RateLimiter {
  /** @returns 0 when the request may go on, else whole seconds to wait */
  take(key: string): number
  /** Undoes one `take`, where what was limited turned out not to count. */
  giveBack(key: string): void
}

const forgetAbove = 10_000

/** A token bucket per key, in memory. Keys that are full again are forgotten. */
export function createRateLimiter(limit: RateLimit, now: () => Instant): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: Instant }>()

  function refill(bucket: { tokens: number; at: Instant }, at: Instant): number {
    return Math.min(limit.burst, bucket.tokens + ((at - bucket.at) / 1000) * limit.perSecond)
  }

  return {
    take(key) {
      const at = now()
      const bucket = buckets.get(key) ?? { tokens: limit.burst, at }
      const tokens = refill(bucket, at)
      if (tokens < 1) {
        buckets.set(key, { tokens, at })
        return Math.ceil((1 - tokens) / limit.perSecond)
      }
      buckets.set(key, { tokens: tokens - 1, at })
      if (buckets.size > forgetAbove) {
        for (const [other, kept] of buckets) if (refill(kept, at) >= limit.burst) buckets.delete(other)
      }
      return 0
    },
    giveBack(key) {
      const bucket = buckets.get(key)
      if (bucket) buckets.set(key, { ...bucket, tokens: Math.min(limit.burst, bucket.tokens + 1) })
    },
  }
}
