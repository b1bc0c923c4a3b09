/** Codes and words of objectives by reference: this section's as they are typed, others' as the server read them. [P5] */
import { createMemo, createSignal } from 'solid-js'
import { objectiveCode } from '#shared/plan'
import { objectivesOf, referenceTo, type ObjectiveReference } from '#shared/plan/framework'
import { fetchObjectives, type ObjectiveEntry } from '../api/plan.ts'
import type { FrameworkModel } from './framework-model.ts'

export type KnownObjective = Pick<ObjectiveEntry, 'code' | 'text'> & { readonly reference: ObjectiveReference }

export interface ObjectiveIndex {
  /** Null where no objective is known under the reference; undefined while others' are not loaded yet. */
  find(reference: ObjectiveReference): KnownObjective | null | undefined
  /** All known ones, in the order of the plans. */
  readonly all: () => readonly KnownObjective[]
  /** Asks the server for those of other sections: once a panel has a link to show or to make. */
  load(): void
}

export function createObjectiveIndex(
  section: () => { readonly id: string; readonly code: string },
  model: FrameworkModel,
): ObjectiveIndex {
  const [others, setOthers] = createSignal<readonly KnownObjective[] | null>(null)
  let asked = false

  const own = createMemo((): readonly KnownObjective[] =>
    objectivesOf(model.tree).map(({ id, letter, text }) => ({
      reference: referenceTo(section().id, id),
      code: objectiveCode(section().code, letter),
      text,
    })),
  )
  const all = createMemo((): readonly KnownObjective[] => {
    const prefix = `${section().id}/`
    const rest = others() ?? []
    const at = rest.findIndex(objective => objective.reference.startsWith(prefix))
    const elsewhere = rest.filter(objective => !objective.reference.startsWith(prefix))
    return at < 0 ? [...own(), ...elsewhere] : [...elsewhere.slice(0, at), ...own(), ...elsewhere.slice(at)]
  })
  const byReference = createMemo(() => new Map(all().map(objective => [objective.reference, objective])))

  const ask = async (): Promise<void> => {
    const answer = await fetchObjectives()
    if (answer.ok) setOthers(answer.value)
    else asked = false
  }

  return {
    all,
    find: reference => byReference().get(reference) ?? (others() === null ? undefined : null),
    load() {
      if (asked) return
      asked = true
      void ask()
    },
  }
}
