import { ok, type Result } from '#shared/core'
import { lettersOf, type NarrativeNode } from '#shared/narrative'
import type { SectionContent } from '#shared/plan'
import type { Change } from './amendment.ts'
import { findChange } from './apply.ts'
import { passageAt } from './passage.ts'
import type { ChangeProblem } from './problems.ts'

/** Letters `from` to `to` of a narrative, as `lettersOf` counts them, become `words`. */
export interface LetterExchange {
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * Where an amendment exchanges which letters of the text that it stands on, the last in the text first.
 *
 * - `words-not-found`, `words-found-twice`: a quote does not stand once in its passage.
 */
export function letterExchanges(
  { narrative }: Pick<SectionContent, 'narrative'>,
  changes: readonly Change[],
): Result<readonly LetterExchange[], ChangeProblem> {
  const exchanges: LetterExchange[] = []
  for (const [index, change] of changes.entries()) {
    const found = findChange(narrative, change, index)
    if (!found.ok) return found
    const { place, exchange } = found.value
    const passage = passageAt(narrative, place)
    if (!passage) continue
    const start = (lettersBefore(narrative, passage) ?? 0) + lettersWithin(passage, exchange.from)
    exchanges.push({ from: start, to: start + exchange.to - exchange.from, words: exchange.words })
  }
  return ok(exchanges.toSorted((one, other) => other.from - one.from))
}

/** @returns null where `sought` is not under `node` */
function lettersBefore(node: NarrativeNode, sought: NarrativeNode): number | null {
  if (node === sought) return 0
  let passed = (node.text ?? '').length
  for (const child of node.content ?? []) {
    const inside = lettersBefore(child, sought)
    if (inside !== null) return passed + inside
    passed += lettersOf(child).length
  }
  return null
}

/** @param position in the words of the passage, where what is no word counts as one */
function lettersWithin({ content = [] }: NarrativeNode, position: number): number {
  let [at, passed] = [0, 0]
  for (const node of content) {
    const length = node.text?.length ?? 1
    if (at + length > position) return passed + (node.text === undefined ? 0 : position - at)
    at += length
    passed += lettersOf(node).length
  }
  return passed
}
