import type { NarrativeNode } from './json.ts'

/** All letters that somebody typed, in the order of the document, footnotes where they stand; nothing else. */
export function lettersOf(node: NarrativeNode): string {
  return (node.text ?? '') + (node.content ?? []).map(lettersOf).join('')
}
