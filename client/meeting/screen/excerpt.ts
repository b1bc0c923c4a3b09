/**
 * The beginning of a text, as much as can be read from the back of a room.
 *
 * @param limit characters; it ends with a sentence where one ends in the second half, else with a word
 */
export function excerptOf(text: string, limit: number): string {
  const whole = text
    .replaceAll(/^\s*- /gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (whole.length <= limit) return whole
  const cut = whole.slice(0, limit)
  const sentence = Math.max(...['. ', '! ', '? '].map(end => cut.lastIndexOf(end)))
  if (sentence >= limit / 2) return cut.slice(0, sentence + 1)
  const word = cut.lastIndexOf(' ')
  return `${cut.slice(0, word > 0 ? word : limit)} …`
}
