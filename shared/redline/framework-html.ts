/** The results framework in a redline: element by element, each with its words and fields from and to. */
import { escapeHtml } from '#shared/narrative'
import type { FrozenGoal, FrozenIndicator, FrozenObjective } from '#shared/plan'
import { wholeText } from './inline.ts'
import { changeHtml, detailsHtml, fieldHtml, foldedHtml, inlineHtml, marked } from './inline-html.ts'
import type { RedlineLabels } from './labels.ts'
import type { Change, GoalChange, IndicatorChange, ObjectiveChange, ReferenceChanges, Run } from './redline.ts'

export function frameworkHtml(goals: readonly GoalChange[], labels: RedlineLabels): string {
  if (goals.length === 0) return ''
  const inner = foldedElements(goals, goal => goalHtml(goal, labels), labels)
  const name = escapeHtml(labels.framework)
  return `<section class="redline redline__framework" aria-label="${name}"><p class="redline__title">${name}</p>${inner}</section>`
}

function goalHtml(goal: GoalChange, labels: RedlineLabels): string {
  const told = 'element' in goal ? wholeGoal(goal.element, goal.change) : goal
  const before = told.before?.targetDate ?? null
  const after = told.after?.targetDate ?? null
  const own = elementHtml('goal', labels.goal, told.text, labels) + dateHtml(before, after, labels)
  return (
    `<div class="redline__element">${changeHtml({ change: before === after ? ownChange(told) : 'changed' }, own)}` +
    indicatorsHtml(told.indicators, labels) +
    foldedElements(told.objectives, objective => objectiveHtml(objective, labels), labels) +
    '</div>'
  )
}

function objectiveHtml(objective: ObjectiveChange, labels: RedlineLabels): string {
  const told = 'element' in objective ? wholeObjective(objective.element, objective.change) : objective
  const letter = (told.after ?? told.before)?.letter ?? ''
  const own =
    elementHtml('objective', labels.objective(letter), told.text, labels) + referencesHtml(told.dependsOn, labels)
  const change = changeHtml({ change: ownChange(told) }, own)
  return `<div class="redline__element">${change}${indicatorsHtml(told.indicators, labels)}</div>`
}

function indicatorsHtml(indicators: readonly IndicatorChange[], labels: RedlineLabels): string {
  return foldedElements(
    indicators,
    indicator => {
      const text = 'element' in indicator ? wholeText(indicator.element.text, indicator.change) : indicator.text
      const own = elementHtml('indicator', labels.indicator, text, labels)
      return `<div class="redline__element">${changeHtml(indicator, own)}</div>`
    },
    labels,
  )
}

function foldedElements<T extends { readonly change: string }>(
  changes: readonly T[],
  one: (change: T) => string,
  labels: RedlineLabels,
): string {
  return foldedHtml(changes, one, fold => detailsHtml(labels.unchangedElements(fold.length), fold.map(one).join('')))
}

function elementHtml(kind: string, name: string, text: readonly Run[], labels: RedlineLabels): string {
  const words = text.length > 0 ? inlineHtml(text, labels) : `<em>${escapeHtml(labels.blank)}</em>`
  return (
    `<p class="redline__words redline__words--${kind}"><span class="redline__label">${escapeHtml(name)}</span> ` +
    `<span class="redline__text">${words}</span></p>`
  )
}

function dateHtml(before: string | null, after: string | null, labels: RedlineLabels): string {
  if (before === null && after === null) return ''
  const told = (date: string): string => escapeHtml(labels.date(date))
  if (before === after && after !== null) return fieldHtml(labels.targetDate, told(after))
  const went = before === null ? '' : marked('removed', told(before), labels)
  const came = after === null ? '' : marked('inserted', told(after), labels)
  return fieldHtml(labels.targetDate, `${went} ${came}`)
}

function referencesHtml({ kept, removed, inserted }: ReferenceChanges, labels: RedlineLabels): string {
  const told = (reference: (typeof kept)[number]): string => escapeHtml(labels.reference(reference))
  const all = [
    ...kept.map(told),
    ...removed.map(reference => marked('removed', told(reference), labels)),
    ...inserted.map(reference => marked('inserted', told(reference), labels)),
  ]
  return all.length === 0 ? '' : fieldHtml(labels.dependsOn, all.join(', '))
}

/** Whether the element itself changed, whatever became of those below it. */
function ownChange(told: {
  readonly before: object | null
  readonly after: object | null
  readonly text: readonly Run[]
  readonly dependsOn?: ReferenceChanges
}): Change | 'changed' {
  const { before, after, text, dependsOn } = told
  const linksChanged = (dependsOn?.inserted.length ?? 0) + (dependsOn?.removed.length ?? 0)
  const isSame = before !== null && after !== null && text.every(({ change }) => change === 'kept')
  return isSame && linksChanged === 0 ? 'kept' : 'changed'
}

type Whole = 'inserted' | 'removed'

function wholeGoal(goal: FrozenGoal, change: Whole) {
  return {
    ...sidesOf(goal, change),
    indicators: wholeElements(goal.indicators, change),
    objectives: goal.objectives.map((element): ObjectiveChange => ({ change, element })),
  }
}

function wholeObjective(objective: FrozenObjective, change: Whole) {
  const dependsOn: ReferenceChanges = { kept: [], inserted: [], removed: [], [change]: objective.dependsOn }
  return { ...sidesOf(objective, change), indicators: wholeElements(objective.indicators, change), dependsOn }
}

function wholeElements(indicators: readonly FrozenIndicator[], change: Whole): readonly IndicatorChange[] {
  return indicators.map(element => ({ change, element }))
}

function sidesOf<E extends { readonly text: string }>(element: E, change: Whole) {
  return {
    before: change === 'removed' ? element : null,
    after: change === 'inserted' ? element : null,
    text: wholeText(element.text, change),
  }
}
