/** An exact share. Shares are compared in integers: 9 × 0.6667 would round up to 7, not 6. */
export type Fraction = { readonly numerator: number; readonly denominator: number }

/**
 * The least whole count that is at least `fraction` of `whole`.
 *
 * @param whole a count, not negative
 * @returns ⌈whole × numerator / denominator⌉: 7 at 1/2 is 4, 4 at 1/3 is 2
 */
export function ceilShare(whole: number, fraction: Fraction): number {
  return Math.floor((whole * fraction.numerator + fraction.denominator - 1) / fraction.denominator)
}
