import type { ObjectiveReference } from '#shared/plan/framework'

/** The words of a redline, from the catalogue of whoever shows it. */
export interface RedlineLabels {
  /** What is heard before and after words that came. */
  readonly inserted: { readonly begin: string; readonly end: string }
  readonly removed: { readonly begin: string; readonly end: string }
  readonly title: string
  readonly footnote: string
  readonly formerly: (shape: string) => string
  readonly shapes: {
    readonly paragraph: string
    /** @param level from 1 */
    readonly heading: (level: number) => string
    readonly bulletList: string
    readonly orderedList: string
  }
  readonly unchangedBlocks: (count: number) => string
  readonly unchangedItems: (count: number) => string
  readonly unchangedElements: (count: number) => string
  readonly framework: string
  readonly goal: string
  readonly objective: (letter: string) => string
  readonly indicator: string
  /** Of an element without words. */
  readonly blank: string
  readonly targetDate: string
  /** @param date `2028-12-31` */
  readonly date: (date: string) => string
  readonly dependsOn: string
  readonly reference: (reference: ObjectiveReference) => string
}
