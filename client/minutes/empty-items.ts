import { narrativeText } from '#shared/narrative'
import type { MinutesPart } from '../api/minutes.ts'

/** Items under which nobody has written; one that the meeting did not finish has nothing to tell. */
export function emptyItems(parts: readonly Pick<MinutesPart, 'item' | 'text' | 'blocks'>[]): readonly PartItem[] {
  return parts.flatMap(({ item, text, blocks }) => {
    const isFinished = !blocks.some(block => block.type === 'postponed')
    return item && text && isFinished && narrativeText(text).trim() === '' ? [item] : []
  })
}

type PartItem = NonNullable<MinutesPart['item']>
