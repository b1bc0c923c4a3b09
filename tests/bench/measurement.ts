/** What a measurement reports, and how it is held against its goal. */

/** In the unit of the figure. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number }

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly goal?: Goal
  /** What each round gave, in order, where `value` is their median. */
  readonly rounds?: readonly number[]
}

export interface BenchOptions {
  /** Rounds of a comparison; the servers take turns in each. */
  readonly rounds: number
  /** Sizes at which a run takes seconds and proves only that the harness works. */
  readonly small: boolean
  /** An editing trace to replay; without one a seeded generator makes one of the same size. */
  readonly trace: string | null
  /** Tells whoever waits how far it is. */
  progress(line: string): void
}

export interface Measurement {
  readonly name: string
  readonly about: string
  run(options: BenchOptions): Promise<readonly Figure[]>
}

export function isMet(value: number, goal: Goal): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

/** The middle of an odd number of runs. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** A figure whose value is the median of its rounds. */
export function ofRounds(what: string, rounds: readonly number[], unit: string, goal?: Goal): Figure {
  return { what, value: median(rounds), unit, rounds, ...(goal && { goal }) }
}

/**
 * How many times `values` is of `others`, round by round: both were measured within the same minutes. NaN, which meets no
 * goal, where there is nothing to compare with.
 */
export function ratios(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (others[round] || Number.NaN))
}
