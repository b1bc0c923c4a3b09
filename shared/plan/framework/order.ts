/**
 * Places between places. Siblings are sorted by a text of base-62 digits read as a fraction (`V` is about a half), so
 * that one can be put between two others by writing one field of one element, and two people who move different
 * elements never touch the same field. Equal places, which concurrent insertions can make, are told apart by id.
 * After D. Greenspan, "Implementing Fractional Indexing" (2020).
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length

/** No trailing zero: `V0` and `V` would be two names of one place with nothing between them. */
const orderPattern = /^[0-9A-Za-z]{0,99}[1-9A-Za-z]$/

export function isOrder(value: unknown): value is string {
  return typeof value === 'string' && orderPattern.test(value)
}

/**
 * @param before place of the one before, or null at the beginning
 * @param after place of the one after, or null at the end
 * @returns a place between, or null where there is no room: both are equal, in the wrong order, no places, or the
 *   result would be longer than a place may be. The caller then spreads all siblings anew.
 */
export function orderBetween(before: string | null, after: string | null): string | null {
  if (before !== null && !isOrder(before)) return null
  if (after !== null && !isOrder(after)) return null
  if (before !== null && after !== null && before >= after) return null
  const order = midpoint(before ?? '', after)
  return isOrder(order) ? order : null
}

/** @returns `count` ascending places, evenly spread, with room before, between and after */
export function spreadOrders(count: number): readonly string[] {
  let width = 1
  while (base ** width < 2 * (count + 1)) width++
  const step = base ** width / (count + 1)
  return Array.from({ length: count }, (_, index) => fraction(Math.floor((index + 1) * step), width))
}

function fraction(value: number, width: number): string {
  let text = ''
  for (let rest = value, place = 0; place < width; place++, rest = Math.floor(rest / base)) {
    text = digits.charAt(rest % base) + text
  }
  return text.replace(/0+$/, '')
}

/** Between `low` and `high`, both read as fractions; an empty `low` is 0, no `high` is 1. */
function midpoint(low: string, high: string | null): string {
  if (high !== null) {
    let shared = 0
    while (shared < high.length && (low.charAt(shared) || '0') === high.charAt(shared)) shared++
    if (shared > 0) return high.slice(0, shared) + midpoint(low.slice(shared), high.slice(shared))
  }
  const lowDigit = low === '' ? 0 : digits.indexOf(low.charAt(0))
  const highDigit = high === null ? base : digits.indexOf(high.charAt(0))
  if (highDigit - lowDigit > 1) return digits.charAt(Math.round((lowDigit + highDigit) / 2))
  if (high !== null && high.length > 1) return high.charAt(0)
  return digits.charAt(lowDigit) + midpoint(low.slice(1), null)
}
