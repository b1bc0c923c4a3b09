export {
  addElement,
  adoptElement,
  elementText,
  moveElement,
  removeElement,
  setDependsOn,
  setTargetDate,
  type NewElement,
} from './edit.ts'
export { frameworkOf, readFramework } from './read.ts'
export { seedFramework, type SeedGoal, type SeedIndicator, type SeedObjective } from './seed.ts'
export { applyEdit, caretAfter, editsOf, rebaseEdit, setText, textEdit, type TextEdit } from './text-edit.ts'
export {
  emptyFramework,
  isReference,
  letterAt,
  objectivesOf,
  partsOf,
  referenceTo,
  type ElementKind,
  type FrameworkFault,
  type FrameworkTree,
  type Goal,
  type Indicator,
  type Objective,
  type ObjectiveReference,
} from './tree.ts'
