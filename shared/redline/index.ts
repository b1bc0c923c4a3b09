export { distanceOf } from './distance.ts'
export { renderBlocks, renderRedline, type RedlineHtmlOptions } from './html.ts'
export type { RedlineLabels } from './labels.ts'
export { compareParts, type PartRedline } from './parts.ts'
export type {
  BlockChange,
  Change,
  ChangedContainer,
  ChangedFootnote,
  ChangedText,
  GoalChange,
  IndicatorChange,
  InlineChange,
  ObjectiveChange,
  Run,
  Shell,
  TextRedline,
  WholeBlock,
} from './redline.ts'
export { compareSections, type SectionRedline } from './section.ts'
export { compareTerms } from './terms.ts'
