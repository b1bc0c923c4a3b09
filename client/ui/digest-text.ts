/** Characters that are enough to compare by eye. */
const shortLength = 12

/** A digest in groups that the eye can hold: its beginning, or all of it. */
export function digestText(value: string, whole = false): string {
  const part = whole ? value : value.slice(0, shortLength)
  return (part.match(/.{1,4}/gu) ?? []).join(' ')
}
