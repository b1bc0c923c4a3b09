export { MemorandaPanel } from './MemorandaPanel.tsx'
export { MemorandumWarning } from './MemorandumWarning.tsx'
export { createWithoutMemorandum } from './without.ts'
