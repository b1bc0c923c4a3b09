import type { NarrativeNode } from '#shared/narrative'

/** An apostrophe within a word is of the word: `l’État` would otherwise be three things. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/u
const piece = new RegExp(`${word.source}|\\s+|[^]`, 'gu')
const words = new RegExp(word.source, 'gu')

/** Words, stretches of white space and single other characters; put together they are the text. */
export function piecesOf(text: string): readonly string[] {
  return text.match(piece) ?? []
}

export function wordCount(text: string): number {
  return text.match(words)?.length ?? 0
}

/** All words that stand in a node, and how often each does. */
export type Bag = ReadonlyMap<string, number>

export function bagOf(node: NarrativeNode, bag = new Map<string, number>()): Bag {
  for (const [found] of (node.text ?? '').matchAll(words)) bag.set(found, (bag.get(found) ?? 0) + 1)
  for (const child of node.content ?? []) bagOf(child, bag)
  return bag
}

/** @returns from 0 (no word in common) to 1 (the same words, in whatever order); two without words are alike */
export function likeness(one: Bag, other: Bag): number {
  let common = 0
  let all = 0
  for (const [found, count] of one) {
    common += Math.min(count, other.get(found) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return all === 0 ? 1 : (2 * common) / all
}
