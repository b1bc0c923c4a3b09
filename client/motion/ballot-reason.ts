import type { Choice } from '#shared/motion'

/** Choices that say nothing without words; the server asks for them too where a rule does. [V3, V10, V11] */
export const choicesWithWords = ['RECUSED', 'BLOCK', 'AMEND', 'STATEMENT'] as const satisfies readonly Choice[]
type ChoiceWithWords = (typeof choicesWithWords)[number]

export function wordsNeeded(choice: Choice | null): ChoiceWithWords | null {
  return choicesWithWords.find(one => one === choice) ?? null
}

/** Choices whose words have a question of their own; the others give a reason. */
const ownQuestions = ['RECUSED', 'BLOCK', 'STAND_ASIDE', 'OBJECT', 'AMEND', 'RESERVE', 'STATEMENT'] as const

export function questionOf(choice: Choice | null): (typeof ownQuestions)[number] | null {
  return ownQuestions.find(one => one === choice) ?? null
}

/** What ends a silence procedure for everybody, at once. [V11] */
export function breaksSilence(choice: Choice | null): choice is 'OBJECT' | 'AMEND' {
  return choice === 'OBJECT' || choice === 'AMEND'
}
