/**
 * Applying an amendment to a frozen text. Only the words that differ between quote and replacement are exchanged, so that
 * marks around them stay, also within the quoted words; what comes in has the marks of what it replaces.
 */
import { canonicalJson, err, ok, type Result } from '#shared/core'
import type { NarrativeJson, NarrativeMark, NarrativeNode } from '#shared/narrative'
import type { SectionContent } from '#shared/plan'
import type { Change } from './amendment.ts'
import { membersOf, occurrencesOf, passageAt, wordsOf, type Place } from './passage.ts'
import type { ChangeProblem } from './problems.ts'

/** Letters from `from` to `to` of a passage become `words`. */
interface Exchange {
  readonly from: number
  readonly to: number
  readonly words: string
}

interface Found {
  readonly place: Place
  /** Of the whole quote. */
  readonly at: number
  readonly end: number
  readonly exchange: Exchange
}

/**
 * The text as it reads with the amendment. All changes are looked up in the text as it stands, so that their order says
 * nothing.
 *
 * - `words-not-found`, `words-found-twice`: a quote does not stand once in its passage.
 * - `changes-overlap`: two quotes share letters. `nothing-changed`: no change changes anything.
 */
export function applyAmendment(
  content: SectionContent,
  { changes }: { readonly changes: readonly Change[] },
): Result<SectionContent, ChangeProblem> {
  const found: Found[] = []
  for (const [index, change] of changes.entries()) {
    const place = findChange(content.narrative, change, index)
    if (!place.ok) return place
    if (found.some(other => overlap(other, place.value))) return err({ type: 'changes-overlap', change: index })
    found.push(place.value)
  }
  if (changes.every(({ quote, replacement }) => quote === replacement)) return err({ type: 'nothing-changed' })
  // From the end, so that what is still to come keeps its place.
  const narrative = found
    .toSorted((one, other) => other.at - one.at)
    .reduce((text, { place, exchange }) => exchangeAt(text, place, exchange), content.narrative)
  return ok({ ...content, narrative })
}

/** Where the words of one change stand, and which of them are exchanged. */
export function findChange(narrative: NarrativeJson, change: Change, index: number): Result<Found, ChangeProblem> {
  const { place, quote, replacement } = change
  const passage = passageAt(narrative, place)
  const [at, again] = passage && quote !== '' ? occurrencesOf(quote, wordsOf(passage)) : []
  if (at === undefined) return err({ type: 'words-not-found', change: index })
  if (again !== undefined) return err({ type: 'words-found-twice', change: index })
  const { before, after } = sameEnds(quote, replacement)
  const end = at + quote.length
  const words = replacement.slice(before, replacement.length - after)
  return ok({ place, at, end, exchange: { from: at + before, to: end - after, words } })
}

function overlap(one: Found, other: Found): boolean {
  return canonicalJson([...one.place]) === canonicalJson([...other.place]) && one.at < other.end && other.at < one.end
}

/** How many letters both begin and end with alike, without cutting a word in either: what changes are whole words. */
export function sameEnds(one: string, other: string): { readonly before: number; readonly after: number } {
  const shorter = Math.min(one.length, other.length)
  let before = 0
  while (before < shorter && one[before] === other[before]) before++
  while (cutsWord(one, before) || cutsWord(other, before)) before--
  let after = 0
  while (after < shorter - before && one.at(-1 - after) === other.at(-1 - after)) after++
  while (cutsWord(one, one.length - after) || cutsWord(other, other.length - after)) after--
  return { before, after }
}

/** Also a letter of two code units is not cut. */
function cutsWord(text: string, at: number): boolean {
  const [left, right] = [text.slice(0, at), text.slice(at)]
  if (/[\uD800-\uDBFF]$/.test(left) && /^[\uDC00-\uDFFF]/.test(right)) return true
  return /[\p{L}\p{M}\p{N}]$/u.test(left) && /^[\p{L}\p{M}\p{N}]/u.test(right)
}

function exchangeAt(node: NarrativeNode, [index, ...below]: Place, exchange: Exchange): NarrativeNode {
  if (index === undefined) return withContent(node, exchangeIn(node.content ?? [], exchange))
  const member = membersOf(node)[index]
  const content = (node.content ?? []).map(child => (child === member ? exchangeAt(child, below, exchange) : child))
  return withContent(node, content)
}

/** An empty block has no content, as the schema writes it. */
function withContent({ content: _before, ...node }: NarrativeNode, content: readonly NarrativeNode[]): NarrativeNode {
  return content.length === 0 ? node : { ...node, content }
}

function exchangeIn(inline: readonly NarrativeNode[], { from, to, words }: Exchange): readonly NarrativeNode[] {
  const kept: NarrativeNode[] = []
  const rest: NarrativeNode[] = []
  let at = 0
  for (const node of inline) {
    const length = node.text?.length ?? 1
    if (at < from) kept.push(cut(node, 0, from - at))
    if (at + length > to) rest.push(cut(node, Math.max(0, to - at), length))
    at += length
  }
  const marks = marksFor(inline, from, to)
  const come = words === '' ? [] : [{ type: 'text', ...(marks.length > 0 && { marks }), text: words }]
  return merged([...kept, ...come, ...rest].filter(node => node.text !== ''))
}

function cut(node: NarrativeNode, from: number, to: number): NarrativeNode {
  return node.text === undefined ? node : { ...node, text: node.text.slice(from, to) }
}

/** Those of the first letter that goes; where none goes, those that the letters on both sides have in common. */
function marksFor(inline: readonly NarrativeNode[], from: number, to: number): readonly NarrativeMark[] {
  const here = marksAt(inline, from)
  if (to > from) return here
  const before = marksAt(inline, from - 1).map(keyOf)
  return here.filter(mark => before.includes(keyOf(mark)))
}

function marksAt(inline: readonly NarrativeNode[], position: number): readonly NarrativeMark[] {
  let at = 0
  for (const node of inline) {
    at += node.text?.length ?? 1
    if (position >= 0 && position < at) return node.marks ?? []
  }
  return []
}

/** Adjacent text with the same marks is one node: one text has one tree. */
function merged(inline: readonly NarrativeNode[]): readonly NarrativeNode[] {
  const joined: NarrativeNode[] = []
  for (const node of inline) {
    const last = joined.at(-1)
    const joins = last?.text !== undefined && node.text !== undefined && marksKey(last) === marksKey(node)
    if (joins) joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

function marksKey({ marks = [] }: NarrativeNode): string {
  return marks.map(keyOf).join()
}

function keyOf({ type, attrs }: NarrativeMark): string {
  return canonicalJson({ type, attrs: attrs && { ...attrs } })
}
