/**
 * How far one text is from another: the words that went plus the words that came. What changed without a word (a level of a
 * heading, a mark of punctuation, white space) counts one for each block, a target date and a dependency one each. Codes,
 * letters and numbers follow from the place and count nothing. The same words in another place count at both: a redline
 * shows them twice. [V4: of several amendments the furthest from the text is voted first]
 */
import type { NarrativeNode } from '#shared/narrative'
import type { FrozenGoal, FrozenIndicator, FrozenObjective } from '#shared/plan'
import type { BlockChange, GoalChange, IndicatorChange, InlineChange, ObjectiveChange, Run } from './redline.ts'
import { wordCount } from './words.ts'

/** @returns a whole number; 0 where nothing of the text changed */
export function distanceOf(parts: {
  readonly title: readonly Run[]
  readonly narrative: readonly BlockChange[]
  readonly framework: readonly GoalChange[]
}): number {
  return wordsIn(parts.title) + sum(parts.narrative, blockDistance) + sum(parts.framework, goalDistance)
}

/** Of running text alone. */
export function narrativeDistance(changes: readonly BlockChange[]): number {
  return sum(changes, blockDistance)
}

function blockDistance(block: BlockChange): number {
  if (block.change === 'kept') return 0
  if (block.change !== 'changed') return Math.max(1, nodeWords(block.node))
  if ('inline' in block) return Math.max(1, wordsIn(block.inline))
  return Math.max(1, sum(block.blocks, blockDistance))
}

/** At least one for a text in which anything changed. */
function wordsIn(changes: readonly InlineChange[]): number {
  const words = sum(changes, change => {
    if (change.change === 'kept') return 0
    return change.change === 'changed' ? wordsIn(change.runs) : sum(change.nodes, nodeWords)
  })
  return changes.every(({ change }) => change === 'kept') ? 0 : Math.max(1, words)
}

function nodeWords(node: NarrativeNode): number {
  return wordCount(node.text ?? '') + sum(node.content ?? [], nodeWords)
}

function goalDistance(goal: GoalChange): number {
  if ('element' in goal) return elementWords(goal.element)
  return (
    wordsIn(goal.text) +
    Number(goal.before.targetDate !== goal.after.targetDate) +
    sum(goal.indicators, indicatorDistance) +
    sum(goal.objectives, objectiveDistance)
  )
}

function objectiveDistance(objective: ObjectiveChange): number {
  if ('element' in objective) return elementWords(objective.element)
  const { inserted, removed } = objective.dependsOn
  return wordsIn(objective.text) + inserted.length + removed.length + sum(objective.indicators, indicatorDistance)
}

function indicatorDistance(indicator: IndicatorChange): number {
  if ('element' in indicator) return elementWords(indicator.element)
  return wordsIn(indicator.text)
}

function elementWords(element: FrozenGoal | FrozenObjective | FrozenIndicator): number {
  const below = [
    ...('indicators' in element ? element.indicators : []),
    ...('objectives' in element ? element.objectives : []),
  ]
  return Math.max(1, wordCount(element.text)) + sum(below, elementWords)
}

function sum<T>(list: readonly T[], numberOf: (member: T) => number): number {
  return list.reduce((total, member) => total + numberOf(member), 0)
}
