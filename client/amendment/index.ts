export { AmendableText } from './AmendableText.tsx'
export { AmendmentList } from './AmendmentList.tsx'
export { AmendmentsPanel } from './AmendmentsPanel.tsx'
export type { Selected } from './selected.ts'
