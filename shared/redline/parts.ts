import type { NarrativeJson } from '#shared/narrative'
import { compareNarratives } from './blocks.ts'
import type { BlockChange } from './redline.ts'
import { newPurse, stretches } from './sequence.ts'

/** A part of a text that is made of several, as minutes are: told apart by its id. */
interface TextPart {
  readonly documentId: string
  readonly text: NarrativeJson | null
}

export interface PartRedline<P> {
  readonly change: 'kept' | 'inserted' | 'removed' | 'changed'
  /** As it stands; of a removed one, as it stood. */
  readonly part: P
  readonly before: P | null
  readonly narrative: readonly BlockChange[]
}

/** What separates two texts of several parts, in a time that is bounded for all of them together. [E9, M5] */
export function compareParts<P extends TextPart>(before: readonly P[], after: readonly P[]): readonly PartRedline<P>[] {
  const purse = newPurse()
  const compare = (was: P | null, part: P | null): readonly BlockChange[] =>
    compareNarratives(was?.text ?? nothing, part?.text ?? nothing, purse)
  return stretches(before, after, part => part.documentId, purse).flatMap(({ kept, removed, inserted }) => [
    ...kept.map(([was, part]): PartRedline<P> => {
      const narrative = compare(was, part)
      const isSame = narrative.every(({ change }) => change === 'kept')
      return { change: isSame ? 'kept' : 'changed', part, before: was, narrative }
    }),
    ...removed.map((part): PartRedline<P> => {
      return { change: 'removed', part, before: part, narrative: compare(part, null) }
    }),
    ...inserted.map((part): PartRedline<P> => {
      return { change: 'inserted', part, before: null, narrative: compare(null, part) }
    }),
  ])
}

const nothing: NarrativeJson = { type: 'doc' }
