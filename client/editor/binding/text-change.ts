export interface TextChange {
  /** In UTF-16 units of the old text. */
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The one replacement that turns `before` into `after`.
 *
 * Among equals it takes the one that ends at the caret: an `l` typed into `hel|lo` is the one before the caret, not
 * the one after. A change placed one letter off looks the same here and separates another person's letters elsewhere.
 *
 * @param caret where the caret stands in `after`; any place when it is elsewhere
 */
export function textChange(before: string, after: string, caret: number = after.length): TextChange {
  const shorter = Math.min(before.length, after.length)
  const longestTail = Math.min(shorter, Math.max(0, after.length - caret))
  let tail = 0
  while (tail < longestTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  let head = 0
  while (head < shorter - tail && before[head] === after[head]) head++
  // what the caret's side did not reach may still be common on the other
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  // halves of a character outside the basic plane stay together
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return { index: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
