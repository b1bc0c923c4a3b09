/** The results framework of a section as people read it: goals, their objectives and indicators, in order. [P3] */
import type { SectionId } from '#shared/core'

export interface Indicator {
  readonly id: string
  readonly kind: 'indicator'
  /** From 1 within its goal or objective. */
  readonly number: number
  readonly text: string
}

/** `<section id>/<element id>` of an objective, in this section or another, of either plan. [P7] */
export type ObjectiveReference = `${string}/${string}`

export interface Objective {
  readonly id: string
  readonly kind: 'objective'
  /** Runs through the section, across its goals: a, b, … z, aa, ab. A label, not a key. [P4] */
  readonly letter: string
  readonly text: string
  /** Sorted. Each may lead nowhere: its objective can have been removed by others. */
  readonly dependsOn: readonly ObjectiveReference[]
  readonly indicators: readonly Indicator[]
}

export interface Goal {
  readonly id: string
  readonly kind: 'goal'
  /** From 1. Shown where a section has several goals. */
  readonly number: number
  readonly text: string
  /** `2030-12-31`, or none yet. */
  readonly targetDate: string | null
  readonly indicators: readonly Indicator[]
  readonly objectives: readonly Objective[]
}

export type ElementKind = 'goal' | 'objective' | 'indicator'

/** An entry that has no place in the tree. It is kept and shown, so that nobody's words vanish. */
export interface FrameworkFault {
  readonly id: string
  /**
   * `orphan`: what it belonged to was removed while it was being written.
   * `malformed`: not an element at all; only a foreign client can have written it.
   */
  readonly reason: 'orphan' | 'malformed'
  readonly kind: ElementKind | null
  readonly text: string
}

export interface FrameworkTree {
  readonly goals: readonly Goal[]
  /** Sorted by id. */
  readonly faults: readonly FrameworkFault[]
}

export const emptyFramework: FrameworkTree = { goals: [], faults: [] }

export function referenceTo(sectionId: SectionId | string, elementId: string): ObjectiveReference {
  return `${sectionId}/${elementId}`
}

const referencePattern = /^([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{1,64})$/

export function isReference(text: string): text is ObjectiveReference {
  return referencePattern.test(text)
}

export function partsOf(reference: ObjectiveReference): { readonly sectionId: string; readonly elementId: string } {
  const [sectionId = '', elementId = ''] = reference.split('/')
  return { sectionId, elementId }
}

/** @param index from 0 @returns a … z, aa, ab, … */
export function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last
}

/** All objectives of a tree in the order of their letters. */
export function objectivesOf(tree: FrameworkTree): readonly Objective[] {
  return tree.goals.flatMap(goal => goal.objectives)
}
