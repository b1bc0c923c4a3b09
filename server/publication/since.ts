import { isAdoptedEntry, type AdoptedEntry } from '#shared/endorsement'
import { compareSections, type SectionRedline } from '#shared/redline'
import type { PublishedPlan } from './published.ts'

/** What separates an endorsed version from the one published before it. [E9] */
export interface Since {
  readonly number: number
  /** By version id; null for a text that is the same. A section that had none is not in it. */
  readonly redlines: ReadonlyMap<string, SectionRedline | null>
}

export function redlinesSince(before: PublishedPlan, plan: PublishedPlan): Since {
  const earlier = new Map(before.manifest.sections.filter(isAdoptedEntry).map(entry => [entry.sectionId, entry]))
  const redlines = new Map<string, SectionRedline | null>()
  for (const entry of plan.manifest.sections.filter(isAdoptedEntry)) {
    const was = earlier.get(entry.sectionId)
    const [old, young] = [was && contentOf(before, was), contentOf(plan, entry)]
    if (was?.digest === entry.digest) redlines.set(entry.versionId, null)
    else if (old && young) redlines.set(entry.versionId, compareSections(old, young))
  }
  return { number: before.version.number, redlines }
}

function contentOf({ contents }: PublishedPlan, { versionId }: AdoptedEntry) {
  return contents.get(versionId)
}
