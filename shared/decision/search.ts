/** What somebody types to find decisions: words, and among them perhaps the number of one, as people write it. [M6] */
import { folded } from '#shared/core'
import { decisionLabel } from './label.ts'

export interface DecisionSearch {
  /** In folded form: each has to stand in the title, the text or the label. */
  readonly words: readonly string[]
  /** Year and number, in whichever order they were typed; null where no number was. */
  readonly number: readonly [number, number] | null
}

/** `2026/1`, `1/2026`, `2026 - 01`; not a part of `2026-01-31` or of `1/2/2026`. */
const numberTyped = /(?<!\d)(?<!\d[/\\–-])(\d{1,6})\s*[/\\–-]\s*(\d{1,6})(?!\d)(?!\s*[/\\–-]\s*\d)/
/** Stands before a number and says only that it is one. */
const before = /^(?:decisions?|no|nr|n°|#)[.:]?$/
const punctuation = /^[,;:./\\–-]+|[,;:./\\–-]+$/g

export function parseSearch(text: string): DecisionSearch {
  const sought = folded(text)
  const typed = numberTyped.exec(sought)
  if (!typed) return { words: sought.split(' ').filter(Boolean), number: null }
  const rest = `${sought.slice(0, typed.index)} ${sought.slice(typed.index + typed[0].length)}`
  return {
    words: rest
      .split(' ')
      .filter(word => !before.test(word))
      .map(word => word.replace(punctuation, ''))
      .filter(Boolean),
    number: [Number(typed[1]), Number(typed[2])],
  }
}

/**
 * @param decision `groupCode` as the group has it
 * @param within title and text of the decision, folded
 */
export function isFound(
  { words, number }: DecisionSearch,
  decision: { readonly groupCode: string; readonly year: number; readonly number: number },
  within: string,
): boolean {
  if (number !== null && !isNumbered(number, decision) && !cites(within, number)) return false
  const label = folded(decisionLabel(decision.groupCode, decision))
  return words.every(word => within.includes(word) || label.includes(word))
}

function isNumbered([one, other]: readonly [number, number], decision: { year: number; number: number }): boolean {
  const { year, number } = decision
  return (one === year && other === number) || (one === number && other === year)
}

/** Whether the text names the number itself: `2026/1` is no part of `2026/12`. */
function cites(within: string, [one, other]: readonly [number, number]): boolean {
  return new RegExp(`(?<!\\d)${one}/${other}(?!\\d)`).test(within)
}
