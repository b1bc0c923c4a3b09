/**
 * The starting content of a plan, as data. Codes and letters are labels worked out from the order of things; what
 * is stable is the key. [P2, P4]
 */
export type TemplateBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** A blank paragraph for the writer to begin in. */
  | { readonly type: 'empty' }

export interface TemplateObjective {
  /** Unique in its template and independent of the printed letter: `C.1.1/o1` is the first objective of C.1.1. */
  readonly key: string
  readonly text: string
  readonly indicators: readonly string[]
  /** Keys of the objectives that must be met first. [P7] */
  readonly dependsOn: readonly string[]
  /** Where the template reads the model strategy by its evident meaning, and why. [P4] */
  readonly note?: string
}

export interface TemplateGoal {
  readonly text: string
  readonly indicators: readonly string[]
  readonly objectives: readonly TemplateObjective[]
}

/** The group that writes and adopts a section: the NWG itself or one of the thematic groups. [G8] */
export type TemplateOwner = 'nwg' | 'prevention' | 'protection' | 'prosecution' | 'children'

export type ComponentNumber = 1 | 2 | 3 | 4

export interface TemplateSection {
  /** The guideline's code of the section, unique in its template: `B.1`, `C.1.1`. */
  readonly key: string
  readonly kind: 'preamble' | 'background' | 'principles' | 'issue'
  /** Null for the parts that stand before the four components. */
  readonly component: ComponentNumber | null
  readonly title: string
  readonly owner: TemplateOwner
  readonly narrative: readonly TemplateBlock[]
  readonly goals: readonly TemplateGoal[]
}
