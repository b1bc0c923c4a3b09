export { narrativeOfUpdates, type NarrativeDamaged } from './from-updates.ts'
export {
  narrativeJSON,
  readNarrative,
  type NarrativeFault,
  type NarrativeFaultReason,
  type NarrativeReading,
  type NarrativeUnreadable,
  type NodeByElement,
} from './from-yjs.ts'
export { tableGrid, type Grid, type GridCell } from './grid.ts'
export {
  escapeHtml,
  renderNarrative,
  renderText,
  wrapBlock,
  type NarrativeHtmlLabels,
  type NarrativeHtmlOptions,
} from './html.ts'
export {
  countAttribute,
  footnotesOf,
  headingId,
  headingLevel,
  headingsOf,
  inlineText,
  narrativeToJson,
  type NarrativeHeading,
  type NarrativeJson,
  type NarrativeMark,
  type NarrativeNode,
} from './json.ts'
export { lettersOf } from './letters.ts'
export { isExternalTarget, isLinkTarget, linkTargetLimit } from './link-target.ts'
export { narrativeSchema } from './schema.ts'
export { seedNarrative, type NarrativeBlock } from './seed.ts'
export { narrativeText } from './text.ts'
