/** Filling a new section's framework from a template. [P4] */
import type * as Y from 'yjs'
import { newFields } from './edit.ts'
import { spreadOrders } from './order.ts'
import { frameworkOf } from './read.ts'
import type { ElementKind, ObjectiveReference } from './tree.ts'

export interface SeedIndicator {
  readonly id: string
  readonly text: string
}

export interface SeedObjective {
  readonly id: string
  readonly text: string
  readonly dependsOn: readonly ObjectiveReference[]
  readonly indicators: readonly SeedIndicator[]
}

export interface SeedGoal {
  readonly id: string
  readonly text: string
  readonly indicators: readonly SeedIndicator[]
  readonly objectives: readonly SeedObjective[]
}

export function seedFramework(doc: Y.Doc, goals: readonly SeedGoal[]): void {
  const framework = frameworkOf(doc)

  function seed(
    kind: ElementKind,
    parent: string | null,
    elements: readonly (SeedIndicator & { readonly dependsOn?: readonly ObjectiveReference[] })[],
  ): void {
    const orders = spreadOrders(elements.length)
    elements.forEach(({ id, text, dependsOn = [] }, index) => {
      framework.set(id, newFields({ id, kind, parent, text, dependsOn }, orders[index] ?? ''))
    })
  }

  doc.transact(() => {
    seed('goal', null, goals)
    for (const goal of goals) {
      seed('indicator', goal.id, goal.indicators)
      seed('objective', goal.id, goal.objectives)
      for (const objective of goal.objectives) seed('indicator', objective.id, objective.indicators)
    }
  })
}
