import { supportingFramework } from './component-1.ts'
import { prevention } from './component-2.ts'
import { protection } from './component-3.ts'
import { prosecution } from './component-4.ts'
import { preliminaries } from './preliminaries.ts'
import type { ComponentNumber, TemplateSection } from './types.ts'

export { childrenTemplate } from './children.ts'
export type {
  ComponentNumber,
  TemplateBlock,
  TemplateGoal,
  TemplateObjective,
  TemplateOwner,
  TemplateSection,
} from './types.ts'

/** The four components of every plan, in their order. [P1] */
export const components = [
  { number: 1, title: 'Supporting Framework' },
  { number: 2, title: 'Prevention' },
  { number: 3, title: 'Support and Protection' },
  { number: 4, title: 'Investigation and Prosecution' },
] as const satisfies readonly { readonly number: ComponentNumber; readonly title: string }[]

/**
 * The starting content of a National Action Plan, in document order: three preliminary parts and the 20 issues of the
 * model strategy (Guidelines, Part D), retold. Where its print slips, the evident meaning stands and a note says so. [P2, P4]
 */
export const napTemplate: readonly TemplateSection[] = [
  ...preliminaries,
  ...supportingFramework,
  ...prevention,
  ...protection,
  ...prosecution,
]
