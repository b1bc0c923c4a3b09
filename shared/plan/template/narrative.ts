import type { TemplateBlock } from './types.ts'

/** A heading with room to write beneath it. */
export function promptFor(text: string, level: 2 | 3 = 2): readonly TemplateBlock[] {
  return [{ type: 'heading', level, text }, { type: 'empty' }]
}

/**
 * The skeleton of an issue's text: what is so today, what will be done (by theme), and with whom.
 *
 * @param themes the parts of the answer that a writer on this issue should not overlook, in reading order
 */
export function issueNarrative(themes: readonly string[]): readonly TemplateBlock[] {
  return [
    ...promptFor('Where we stand'),
    ...promptFor('What we will do'),
    ...themes.flatMap(theme => promptFor(theme, 3)),
    ...promptFor('Who takes part'),
  ]
}
