/** Numbers as they come, millions of them, and their percentiles. */
export class Samples {
  #values = new Float64Array(4096)
  #count = 0
  #sorted = true

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#count * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#count++] = value
    this.#sorted = false
  }

  get count(): number {
    return this.#count
  }

  /** @param share 0.99 gives what 99 % do not exceed; NaN of nothing */
  percentile(share: number): number {
    const values = this.#values.subarray(0, this.#count)
    if (!this.#sorted) values.sort()
    this.#sorted = true
    return values[Math.min(this.#count - 1, Math.ceil(this.#count * share) - 1)] ?? Number.NaN
  }
}
