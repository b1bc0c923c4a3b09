/** The results framework: elements by their ids, their words run by run, their fields from and to. [P3] */
import type { FrozenGoal, FrozenIndicator, FrozenObjective } from '#shared/plan'
import { compareWords } from './inline.ts'
import type { ElementChange, GoalChange, IndicatorChange, ObjectiveChange, ReferenceChanges, Run } from './redline.ts'
import { stretches, type Purse } from './sequence.ts'

type Goals = readonly FrozenGoal[]

export function compareFrameworks(before: Goals, after: Goals, purse: Purse): readonly GoalChange[] {
  return compareElements(before, after, purse, (was, goal, text): GoalChange => {
    const indicators = compareIndicators(was.indicators, goal.indicators, purse)
    const objectives = compareObjectives(was.objectives, goal.objectives, purse)
    const isSame = was.targetDate === goal.targetDate && isKept([text, indicators, objectives])
    return { change: isSame ? 'kept' : 'changed', before: was, after: goal, text, indicators, objectives }
  })
}

function compareObjectives(
  before: readonly FrozenObjective[],
  after: readonly FrozenObjective[],
  purse: Purse,
): readonly ObjectiveChange[] {
  return compareElements(before, after, purse, (was, objective, text): ObjectiveChange => {
    const indicators = compareIndicators(was.indicators, objective.indicators, purse)
    const dependsOn = compareReferences(was.dependsOn, objective.dependsOn)
    const isLinked = dependsOn.inserted.length === 0 && dependsOn.removed.length === 0
    const isSame = was.letter === objective.letter && isLinked && isKept([text, indicators])
    return { change: isSame ? 'kept' : 'changed', before: was, after: objective, text, indicators, dependsOn }
  })
}

function compareIndicators(
  before: readonly FrozenIndicator[],
  after: readonly FrozenIndicator[],
  purse: Purse,
): readonly IndicatorChange[] {
  return compareElements(before, after, purse, (was, indicator, text): IndicatorChange => {
    return { change: isKept([text]) ? 'kept' : 'changed', before: was, after: indicator, text }
  })
}

function compareElements<E extends { readonly id: string; readonly text: string }, C>(
  before: readonly E[],
  after: readonly E[],
  purse: Purse,
  compare: (before: E, after: E, text: readonly Run[]) => ElementChange<E, C>,
): readonly ElementChange<E, C>[] {
  return stretches(before, after, element => element.id, purse).flatMap(({ kept, removed, inserted }) => [
    ...kept.map(([was, element]) => compare(was, element, compareWords(was.text, element.text, purse))),
    ...removed.map((element): ElementChange<E, C> => ({ change: 'removed', element })),
    ...inserted.map((element): ElementChange<E, C> => ({ change: 'inserted', element })),
  ])
}

function compareReferences(
  before: FrozenObjective['dependsOn'],
  after: FrozenObjective['dependsOn'],
): ReferenceChanges {
  return {
    kept: after.filter(reference => before.includes(reference)),
    inserted: after.filter(reference => !before.includes(reference)),
    removed: before.filter(reference => !after.includes(reference)),
  }
}

function isKept(parts: readonly (readonly { readonly change: string }[])[]): boolean {
  return parts.every(changes => changes.every(({ change }) => change === 'kept'))
}
