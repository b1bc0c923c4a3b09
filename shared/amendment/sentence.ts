import type { NarrativeJson } from '#shared/narrative'
import type { Change } from './amendment.ts'
import { sameEnds } from './apply.ts'
import { notWords, occurrencesOf, passageAt, wordsOf } from './passage.ts'

/** A change in its sentence: what stands before it, what goes, what comes, what stands after it. */
export interface ChangeInSentence {
  readonly before: string
  readonly goes: string
  readonly comes: string
  readonly after: string
}

/** @returns null where the quote does not stand there */
export function inSentence(narrative: NarrativeJson, { place, quote, replacement }: Change): ChangeInSentence | null {
  const passage = passageAt(narrative, place)
  const words = passage ? wordsOf(passage) : ''
  const [at] = quote === '' ? [] : occurrencesOf(quote, words)
  if (at === undefined) return null
  const { before, after } = sameEnds(quote, replacement)
  const sentence = sentenceAround(words, at, at + quote.length)
  return {
    before: shown(words.slice(sentence.from, at) + quote.slice(0, before)),
    goes: quote.slice(before, quote.length - after),
    comes: replacement.slice(before, replacement.length - after),
    after: shown(quote.slice(quote.length - after) + words.slice(at + quote.length, sentence.to)),
  }
}

/** A sentence ends with its mark and a space after it. */
function sentenceAround(words: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const ends = [...words.matchAll(/[.!?…]\s+/gu)].map(match => match.index + match[0].length)
  return { from: ends.findLast(end => end <= from) ?? 0, to: ends.find(end => end >= to) ?? words.length }
}

function shown(words: string): string {
  return words.replaceAll(notWords, ' ')
}
