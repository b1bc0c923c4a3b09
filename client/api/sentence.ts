import type { Translate } from '#client/i18n'
import type { ApiProblem } from './call.ts'

/**
 * What happened and what the reader can do, in their language. The catalogue `problems` has a sentence for each problem
 * by its type, or a function of the problem's facts.
 */
export function sentenceFor(t: Translate, problem: ApiProblem): string {
  const key = `problems.${problem.type}`
  // Types come from the server: one that this release has no words for reads as the general sentence.
  const sentence: unknown = Reflect.apply(t, undefined, [key, problem])
  return typeof sentence === 'string' && sentence !== key ? sentence : t('problems.unknown')
}
