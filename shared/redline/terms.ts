import type { TermsContent } from '#shared/terms'
import { compareNarratives } from './blocks.ts'
import { distanceOf } from './distance.ts'
import { compareWords } from './inline.ts'
import type { TextRedline } from './redline.ts'
import { newPurse } from './sequence.ts'

/** What separates the words of two frozen terms of reference; the rules are told choice by choice beside it. [E9, G10] */
export function compareTerms(before: TermsContent, after: TermsContent): TextRedline {
  const purse = newPurse()
  const parts = {
    title: compareWords(before.body.name, after.body.name, purse),
    narrative: compareNarratives(before.narrative, after.narrative, purse),
    framework: [],
  }
  return { ...parts, distance: distanceOf(parts) }
}
