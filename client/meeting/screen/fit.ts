/**
 * Text that is as long as people write it, on a picture that does not scroll: it is set smaller until it stands whole, down
 * to what is legible at the back of a room. Of rows that are too many still, the last go out of sight; what is longer
 * even then ends with a whole line.
 */
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'

/** Parts of the size as designed. */
const sizes = [1, 0.93, 0.86, 0.79, 0.72] as const

/** Fewer lines tell nothing. */
const fewestLines = 2

/** Lines that are left of a text when what stands over is taken away; a line that shows in part is no line. */
export function wholeLines(heightPx: number, overPx: number, linePx: number): number {
  return Math.max(fewestLines, Math.floor((heightPx - overPx) / linePx))
}

export interface Fit {
  /**
   * Given the box that must hold everything: its text takes its size from `--fit`, and `data-cut` stands on it while some of
   * the text is out of sight.
   */
  readonly box: (element: HTMLElement) => void
  /** Given the text that gives way when nothing else helps, by `--lines`. */
  readonly words: (element: HTMLElement) => void
  /** Given the list whose last rows go out of sight, and whose first gives way when nothing else helps. */
  readonly rows: (element: HTMLElement) => void
  /** How many of its rows are out of sight. */
  readonly rowsOut: Accessor<number>
}

/** @param shown what the box holds: measured again when it changes */
export function createFit(shown: Accessor<unknown>): Fit {
  let box: HTMLElement | undefined
  let words: HTMLElement | undefined
  let rows: HTMLElement | undefined
  const [rowsOut, setRowsOut] = createSignal(0)

  const over = (element: HTMLElement): number => element.scrollHeight - element.clientHeight
  const measure = (): void => {
    if (!box) return
    const all = [...(rows?.children ?? [])].filter(row => row instanceof HTMLElement)
    const first = words ?? all[0]
    delete box.dataset['cut']
    first?.style.removeProperty('--lines')
    for (const row of all) row.hidden = false
    setRowsOut(0)
    for (const size of sizes) {
      box.style.setProperty('--fit', String(size))
      if (over(box) <= 0) return
    }
    // One that has left the page gives way to nothing.
    if (!first?.isConnected) return
    // Before it is measured: what says so takes room itself.
    box.dataset['cut'] = ''
    for (const row of all.slice(1).toReversed()) {
      if (over(box) <= 0) break
      row.hidden = true
    }
    setRowsOut(all.filter(row => row.hidden).length)
    if (over(box) <= 0) return
    const linePx = Number.parseFloat(getComputedStyle(first).lineHeight)
    first.style.setProperty('--lines', String(wholeLines(first.clientHeight, over(box), linePx)))
  }
  const observer = new ResizeObserver(measure)
  onCleanup(() => observer.disconnect())
  createEffect(on(shown, () => queueMicrotask(measure)))
  void document.fonts.ready.then(measure)
  return {
    box: element => {
      box = element
      observer.observe(element)
    },
    words: element => {
      words = element
    },
    rows: element => {
      rows = element
    },
    rowsOut,
  }
}
