/**
 * Text that is as long as people write it, on a picture that does not scroll: it is set smaller until it stands whole, down
 * to what is legible at the back of a room. What is longer still ends with a whole line.
 */
import { createEffect, on, onCleanup, type Accessor } from 'solid-js'

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
}

/** @param shown what the box holds: measured again when it changes */
export function createFit(shown: Accessor<unknown>): Fit {
  let box: HTMLElement | undefined
  let words: HTMLElement | undefined

  const over = (element: HTMLElement): number => element.scrollHeight - element.clientHeight
  const measure = (): void => {
    if (!box) return
    delete box.dataset['cut']
    words?.style.removeProperty('--lines')
    for (const size of sizes) {
      box.style.setProperty('--fit', String(size))
      if (over(box) <= 0) return
    }
    // One that has left the page gives way to nothing.
    if (words?.isConnected) {
      // Before it is measured: what says so takes room itself.
      box.dataset['cut'] = ''
      const linePx = Number.parseFloat(getComputedStyle(words).lineHeight)
      words.style.setProperty('--lines', String(wholeLines(words.clientHeight, over(box), linePx)))
    }
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
  }
}
