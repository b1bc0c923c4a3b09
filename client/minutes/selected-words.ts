/** The words of a text that are selected now. */
export interface SelectedWords {
  readonly text: string
  readonly box: DOMRect
}

/** @returns null where nothing is selected, or something that is not wholly of this text */
export function wordsSelectedIn(text: HTMLElement, selection: Selection | null): SelectedWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.commonAncestorContainer)) return null
  const words = selection.toString().trim()
  return words === '' ? null : { text: words, box: range.getBoundingClientRect() }
}
