const firstMs = 200
const lastMs = 10_000

/**
 * How long to wait before the next attempt: doubling, up to ten seconds, and anywhere in the upper half of that, so that a
 * room full of people does not come back in the same instant.
 *
 * @param attempt attempts since the last success, from 0
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(firstMs * 2 ** attempt, lastMs)
  return Math.round(ceiling * (0.5 + random / 2))
}
