export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** At most this much, in the same unit. */
  readonly goal?: number
}

export interface Measurement {
  readonly name: string
  readonly about: string
  run(): Promise<readonly Figure[]>
}

/** The middle of an odd number of runs. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
