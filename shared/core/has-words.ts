/** Whether a reader sees anything of a text: not where it is made of spaces, or of characters that show as nothing. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
