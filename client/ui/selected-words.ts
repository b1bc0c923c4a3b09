/** The words of a text that are selected now. */
export interface SelectedWords {
  readonly text: string
  readonly box: DOMRect
}

/**
 * @returns null where nothing of this text is selected, or where the selection begins before it. Three clicks select a
 *   paragraph up to the beginning of what follows: such an end is taken back to the end of the text.
 */
export function wordsSelectedIn(text: HTMLElement, selection: Selection | null): SelectedWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const selected = selection.getRangeAt(0)
  if (!text.contains(selected.startContainer)) return null
  const own = selected.cloneRange()
  const isWhole = text.contains(selected.endContainer)
  if (!isWhole) own.setEnd(text, text.childNodes.length)
  // A selection tells where one paragraph ends and the next begins; a range runs them together.
  const words = (isWhole ? selection.toString() : own.toString()).trim()
  return words === '' ? null : { text: words, box: own.getBoundingClientRect() }
}
