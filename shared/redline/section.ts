import type { FrozenSection, SectionContent } from '#shared/plan'
import { compareNarratives } from './blocks.ts'
import { distanceOf } from './distance.ts'
import { compareFrameworks } from './framework.ts'
import { compareWords } from './inline.ts'
import type { TextRedline } from './redline.ts'
import { newPurse } from './sequence.ts'

export interface SectionRedline extends TextRedline {
  readonly before: FrozenSection
  readonly after: FrozenSection
}

/** What separates two frozen contents of a section, in a time that is bounded whatever they hold. [E9] */
export function compareSections(before: SectionContent, after: SectionContent): SectionRedline {
  const purse = newPurse()
  const parts = {
    title: compareWords(before.section.title, after.section.title, purse),
    narrative: compareNarratives(before.narrative, after.narrative, purse),
    framework: compareFrameworks(before.framework.goals, after.framework.goals, purse),
  }
  return { before: before.section, after: after.section, ...parts, distance: distanceOf(parts) }
}
