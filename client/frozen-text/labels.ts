import { createSignal } from 'solid-js'
import type { ObjectiveReference } from '#shared/plan/framework'
import { fetchObjectives } from '../api/plan.ts'

/**
 * Names the objectives that a frozen text depends on by their codes of this moment: `C.1.2(l) Give co-ordination …`.
 *
 * @returns null for one that is gone or not open to this person, undefined while they are not loaded
 */
export function createLabels(): (reference: ObjectiveReference) => string | null | undefined {
  const [labels, setLabels] = createSignal<ReadonlyMap<string, string>>()
  let asked = false
  const ask = async (): Promise<void> => {
    const answer = await fetchObjectives()
    if (answer.ok) setLabels(new Map(answer.value.map(({ reference, code, text }) => [reference, `${code} ${text}`])))
  }
  return reference => {
    const known = labels()
    if (known) return known.get(reference) ?? null
    if (!asked) {
      asked = true
      void ask()
    }
    return undefined
  }
}
