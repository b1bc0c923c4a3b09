import { notWords, quotable, type Passage } from '#shared/amendment'
import { wordsSelectedIn } from '#client/ui'

/** Words of a passage, quoted so that they stand once in it. */
export interface Selected {
  readonly passage: Passage
  readonly quote: string
}

/**
 * The selected words as an amendment quotes them.
 *
 * @returns null where nothing of the text is selected, or more than one passage
 */
export function selectedPassage(
  text: HTMLElement,
  selection: Selection | null,
  passages: readonly Passage[],
): Selected | null {
  const words = wordsSelectedIn(text, selection)
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  if (!words || !range) return null
  const block = blockOf(range.startContainer)
  if (!block || !text.contains(block)) return null
  const read = squeezed(wordsIn(block))
  const passage =
    passages.find(one => squeezed(one.words.replaceAll(notWords, '')) === read) ??
    passages.find(one => one.words.includes(words.text))
  if (!passage) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const from = placeOf(words.text, passage.words, before.toString().length)
  if (from === null) return null
  const quote = quotable(passage.words, from, from + words.text.length)
  return quote === null ? null : { passage, quote }
}

/** The occurrence that begins nearest to where the selection does. */
function placeOf(words: string, passage: string, near: number): number | null {
  let best: number | null = null
  for (let at = passage.indexOf(words); at !== -1; at = passage.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at
  }
  return best
}

function blockOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('p, h1, h2, h3, h4, h5, h6, .footnotes li') ?? null
}

/** Without the numbers of footnotes and the ways back from them. */
function wordsIn(block: Element): string {
  const copy = block.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const link of copy.querySelectorAll('.footnote-reference, [role="doc-backlink"]')) link.remove()
  return copy.textContent
}

function squeezed(words: string): string {
  return words.replace(/\s+/gu, '')
}
