export { paperHtml } from './html.ts'
export { createKeptFiles } from './kept.ts'
export { layOut, type MinutesToPrint, type Paper } from './paper.ts'
export type { Language } from './words.ts'
