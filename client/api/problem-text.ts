import { useT, type MessageKey } from '#client/i18n'
import { problems } from '../i18n/en/problems.ts'
import type { ApiProblem } from './call.ts'

type ProblemKey = MessageKey & `problems.${string}`

/** Words a refusal in the chosen language: what happened and what the reader can do. */
export function useProblemText(): (problem: ApiProblem) => string {
  const t = useT()
  return problem => t(keyOf(problem.type))
}

function keyOf(type: string): ProblemKey {
  return hasSentence(type) ? `problems.${type}` : 'problems.other'
}

function hasSentence(type: string): type is keyof typeof problems {
  return Object.hasOwn(problems, type)
}
