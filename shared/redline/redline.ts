/**
 * A redline: what separates two frozen texts, in a form that can be shown. [E9]
 *
 * The picture: both texts are trees. Siblings are aligned as sequences; what is equal is kept, and of what is not, an old
 * and a new block that share enough of their words are one changed block, whose insides are compared in turn, down to runs
 * of words. What was moved is removed at one place and inserted at the other.
 *
 * The law: what is kept and what is inserted, read in order, is exactly the new text; what is kept and what is removed
 * exactly the old one. Nothing is ever left out to make a redline shorter.
 */
import type { NarrativeNode } from '#shared/narrative'
import type { FrozenGoal, FrozenIndicator, FrozenObjective } from '#shared/plan'

export type Change = 'kept' | 'inserted' | 'removed'

/** A stretch of words and other inline content that fared alike. */
export interface Run {
  readonly change: Change
  readonly nodes: readonly NarrativeNode[]
}

/** A footnote that stands in both texts with other words. */
export interface ChangedFootnote {
  readonly change: 'changed'
  readonly runs: readonly Run[]
}

export type InlineChange = Run | ChangedFootnote

/** A block without what stands in it. */
export type Shell = Pick<NarrativeNode, 'type' | 'attrs'>

export interface WholeBlock {
  readonly change: Change
  readonly node: NarrativeNode
}

/** A paragraph or heading in both texts. */
export interface ChangedText {
  readonly change: 'changed'
  readonly before: Shell
  readonly after: Shell
  readonly inline: readonly InlineChange[]
}

/** A list, an item, a quotation, a table, a row or a cell in both texts. */
export interface ChangedContainer {
  readonly change: 'changed'
  readonly before: Shell
  readonly after: Shell
  readonly blocks: readonly BlockChange[]
}

export type BlockChange = WholeBlock | ChangedText | ChangedContainer

/** Elements are told apart by their ids: one is the same whatever became of its words. */
export type ElementChange<Element, Changed> =
  | { readonly change: 'inserted' | 'removed'; readonly element: Element }
  | (Changed & {
      readonly change: 'kept' | 'changed'
      readonly before: Element
      readonly after: Element
      readonly text: readonly Run[]
    })

export type IndicatorChange = ElementChange<FrozenIndicator, object>

export type ObjectiveChange = ElementChange<
  FrozenObjective,
  { readonly indicators: readonly IndicatorChange[]; readonly dependsOn: ReferenceChanges }
>

export type GoalChange = ElementChange<
  FrozenGoal,
  { readonly indicators: readonly IndicatorChange[]; readonly objectives: readonly ObjectiveChange[] }
>

export interface ReferenceChanges {
  readonly kept: FrozenObjective['dependsOn']
  readonly inserted: FrozenObjective['dependsOn']
  readonly removed: FrozenObjective['dependsOn']
}

/** A whole text: what it is called, its running words and the elements beneath them. */
export interface TextRedline {
  readonly title: readonly Run[]
  readonly narrative: readonly BlockChange[]
  readonly framework: readonly GoalChange[]
  /** See `distanceOf`. */
  readonly distance: number
}
