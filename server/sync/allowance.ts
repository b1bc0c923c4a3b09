import { secondMs, type Instant } from '#shared/core'

/** Time that may be spent on something, per second; what is over is not saved up. */
export class Allowance {
  readonly #perSecondMs: number
  readonly #now: () => Instant
  #leftMs: number
  #at: Instant

  constructor(perSecondMs: number, now: () => Instant) {
    this.#perSecondMs = perSecondMs
    this.#now = now
    this.#leftMs = perSecondMs
    this.#at = now()
  }

  /** @returns null, with nothing done, when it has been spent; the last to be begun may overdraw it */
  spend<T>(work: () => T): T | null {
    const began = this.#now()
    const earned = ((began - this.#at) / secondMs) * this.#perSecondMs
    this.#leftMs = Math.min(this.#perSecondMs, this.#leftMs + earned)
    this.#at = began
    if (this.#leftMs <= 0) return null
    const result = work()
    this.#leftMs -= this.#now() - began
    return result
  }
}
