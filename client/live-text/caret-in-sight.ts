import { onCleanup, onMount } from 'solid-js'

/** Air between the line being written and the foot, in CSS pixels. */
const airPx = 8

/**
 * Keeps the line being written above a foot that stays in sight, also when the foot grows: the browser scrolls a line
 * into the window, and knows of nothing that lies over it.
 */
export function createCaretInSight(foot: HTMLElement): void {
  const look = (): void => {
    const selection = document.getSelection()
    const focused = document.activeElement
    if (!selection || selection.rangeCount === 0 || !focused?.matches('[contenteditable="true"]')) return
    const { bottom, height } = caretBox(selection)
    const hidden = bottom + airPx - foot.getBoundingClientRect().top
    // A line below the window is the browser's to bring back.
    if (height > 0 && hidden > 0 && bottom <= innerHeight) scrollBy(0, hidden)
  }
  onMount(() => {
    const size = new ResizeObserver(look)
    size.observe(foot)
    document.addEventListener('selectionchange', look)
    onCleanup(() => {
      size.disconnect()
      document.removeEventListener('selectionchange', look)
    })
  })
}

/** Where the moving end of the selection is; an empty block has no box of its own for a caret. */
function caretBox({ focusNode, focusOffset }: Selection): DOMRect {
  if (focusNode === null) return new DOMRect()
  const range = document.createRange()
  range.setStart(focusNode, focusOffset)
  const box = range.getBoundingClientRect()
  if (box.height > 0) return box
  const element = focusNode instanceof Element ? focusNode : focusNode.parentElement
  return element?.getBoundingClientRect() ?? box
}
