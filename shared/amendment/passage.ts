/**
 * Passages of a frozen text: the blocks that hold words, each with its place. A footnote is a passage of its own, and stands
 * in the words of its block, as a line break does, as one character that nobody types.
 */
import type { NarrativeJson, NarrativeNode } from '#shared/narrative'

/**
 * Child indices from the root of the narrative down to the block. Within a block its footnotes count alone, so that a place
 * stays what it is while words around it change.
 */
export type Place = readonly number[]

export interface Passage {
  readonly place: Place
  readonly words: string
}

/** U+FFFC, object replacement character: what is not a word. It can be neither quoted nor proposed. */
export const notWords = '\uFFFC'

/** All passages with words, in reading order; a footnote follows the block it stands in. */
export function passagesOf(narrative: NarrativeJson): readonly Passage[] {
  return passagesUnder(narrative, [])
}

/** @returns null where nothing stands at that place, or what holds no words itself */
export function passageAt(narrative: NarrativeJson, place: Place): NarrativeNode | null {
  let node: NarrativeNode | undefined = narrative
  for (const index of place) node = node && membersOf(node)[index]
  return node && holdsWords(node) ? node : null
}

/** The words of one passage, as they are quoted. */
export function wordsOf(passage: NarrativeNode): string {
  return (passage.content ?? []).map(node => node.text ?? notWords).join('')
}

/** The start of each occurrence, overlapping ones too. */
export function occurrencesOf(quote: string, words: string): readonly number[] {
  const found: number[] = []
  for (let at = words.indexOf(quote); at !== -1; at = words.indexOf(quote, at + 1)) found.push(at)
  return found
}

/**
 * A selection as it can be quoted: widened word by word, to both sides, until it stands only once in its passage.
 *
 * @returns null where even the whole passage does not tell it apart, or no words are left
 */
export function quotable(words: string, from: number, to: number): string | null {
  const bounds = [words.lastIndexOf(notWords, from - 1) + 1, words.indexOf(notWords, from)] as const
  const least = from === 0 ? 0 : bounds[0]
  const most = bounds[1] === -1 ? words.length : bounds[1]
  let [start, end] = [from, Math.min(to, most)]
  while (end > start && isSpace(words[end - 1])) end--
  while (start < end && isSpace(words[start])) start++
  if (start === end) return null
  for (;;) {
    const quote = words.slice(start, end)
    if (occurrencesOf(quote, words).length === 1) return quote
    const [nextStart, nextEnd] = [wordBefore(words, start, least), wordAfter(words, end, most)]
    if (nextStart === start && nextEnd === end) return null
    ;[start, end] = [nextStart, nextEnd]
  }
}

function wordBefore(words: string, start: number, least: number): number {
  let at = start
  while (at > least && isSpace(words[at - 1])) at--
  while (at > least && !isSpace(words[at - 1])) at--
  return at
}

function wordAfter(words: string, end: number, most: number): number {
  let at = end
  while (at < most && isSpace(words[at])) at++
  while (at < most && !isSpace(words[at])) at++
  return at
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character)
}

function passagesUnder(node: NarrativeNode, place: Place): readonly Passage[] {
  const below = membersOf(node).flatMap((child, index) => passagesUnder(child, [...place, index]))
  const words = holdsWords(node) ? wordsOf(node) : ''
  return words.replaceAll(notWords, '').trim() === '' ? below : [{ place, words }, ...below]
}

/** What is counted of a node's content for the places under it. */
export function membersOf(node: NarrativeNode): readonly NarrativeNode[] {
  const content = node.content ?? []
  return holdsWords(node) ? content.filter(({ type }) => type === 'footnote') : content
}

function holdsWords({ type }: NarrativeNode): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'footnote'
}
