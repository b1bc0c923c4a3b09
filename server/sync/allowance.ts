/** Time that may be spent on something, per second; what is over is not saved up. */
export class Allowance {
  readonly #perSecondMs: number
  #leftMs: number
  #at = performance.now()

  constructor(perSecondMs: number) {
    this.#perSecondMs = perSecondMs
    this.#leftMs = perSecondMs
  }

  /** @returns null, with nothing done, when it has been spent; the last to be begun may overdraw it */
  spend<T>(work: () => T): T | null {
    const began = performance.now()
    const earned = ((began - this.#at) / 1_000) * this.#perSecondMs
    this.#leftMs = Math.min(this.#perSecondMs, this.#leftMs + earned)
    this.#at = began
    if (this.#leftMs <= 0) return null
    const result = work()
    this.#leftMs -= performance.now() - began
    return result
  }
}
