/** The two texts back out of a redline: what the law of `redline.ts` is held against. */
import type { NarrativeNode } from '#shared/narrative'
import type { FrozenGoal } from '#shared/plan'
import { mergedTexts } from '../inline.ts'
import type { BlockChange, ElementChange, GoalChange, InlineChange, Run } from '../redline.ts'

export type Side = 'before' | 'after'

const gone = { before: 'inserted', after: 'removed' } as const satisfies Record<Side, string>

export function narrativeOf(changes: readonly BlockChange[], side: Side): NarrativeNode {
  return filled({ type: 'doc' }, blocksOf(changes, side))
}

function blocksOf(changes: readonly BlockChange[], side: Side): readonly NarrativeNode[] {
  return changes.flatMap(change => {
    if (change.change !== 'changed') return change.change === gone[side] ? [] : [change.node]
    const inside = 'inline' in change ? inlineOf(change.inline, side) : blocksOf(change.blocks, side)
    return [filled(change[side], inside)]
  })
}

function inlineOf(changes: readonly InlineChange[], side: Side): readonly NarrativeNode[] {
  return mergedTexts(
    changes.flatMap(change => {
      if (change.change === 'changed') return [filled({ type: 'footnote' }, inlineOf(change.runs, side))]
      return change.change === gone[side] ? [] : change.nodes
    }),
  )
}

function filled(shell: NarrativeNode, content: readonly NarrativeNode[]): NarrativeNode {
  return content.length === 0 ? shell : { ...shell, content }
}

export function goalsOf(changes: readonly GoalChange[], side: Side): readonly FrozenGoal[] {
  return elementsOf(changes, side, goal => ({
    ...goal[side],
    text: textOf(goal.text, side),
    indicators: elementsOf(goal.indicators, side, one => ({ ...one[side], text: textOf(one.text, side) })),
    objectives: elementsOf(goal.objectives, side, objective => ({
      ...objective[side],
      text: textOf(objective.text, side),
      indicators: elementsOf(objective.indicators, side, one => ({ ...one[side], text: textOf(one.text, side) })),
    })),
  }))
}

function elementsOf<E, C>(
  changes: readonly ElementChange<E, C>[],
  side: Side,
  rebuilt: (change: Extract<ElementChange<E, C>, { readonly before: E }>) => E,
): readonly E[] {
  return changes.flatMap(change => {
    if ('element' in change) return change.change === gone[side] ? [] : [change.element]
    return [rebuilt(change)]
  })
}

function textOf(runs: readonly Run[], side: Side): string {
  return inlineOf(runs, side)
    .map(node => node.text ?? '')
    .join('')
}
