import { narrativeText } from '#shared/narrative'
import type { ErratumContent, MinutesContent } from './content.ts'

/** All that minutes say in their editors' words, item by item; of an erratum its text. For search, not for reading. */
export function minutesWords(content: MinutesContent | ErratumContent): string {
  if (!('parts' in content)) return content.text
  return content.parts.map(({ item, text }) => [item?.title ?? '', narrativeText(text)].join('\n')).join('\n')
}
