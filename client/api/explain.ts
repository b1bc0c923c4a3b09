import { useT } from '#client/i18n'
import type { ApiProblem } from './call.ts'

/**
 * What happened and what the reader can do, in their language. The catalogue `problems` has a sentence for each problem
 * by its type, or a function of the problem's facts.
 */
export function useExplain(): (problem: ApiProblem) => string {
  const t = useT()
  return problem => {
    const key = `problems.${problem.type}`
    // Keys come from the server: one that this release has no words for reads as the general sentence.
    const sentence = Reflect.apply(t, undefined, [key, problem])
    return typeof sentence === 'string' && sentence !== key ? sentence : t('problems.internal')
  }
}
