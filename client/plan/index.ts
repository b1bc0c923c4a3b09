export { FrozenText } from './FrozenText.tsx'
export { createLabels } from './labels.ts'
