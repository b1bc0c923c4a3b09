/** Reading a section's live text as it is committed, to freeze it or to name what stands in it. */
import * as Y from 'yjs'
import { err, ok, sha256Hex, type Digest, type Result, type SectionId } from '#shared/core'
import type { Queries } from '#server/db'
import { narrativeJSON, type NarrativeJson } from '#shared/narrative'
import {
  canonicalSection,
  sectionContent,
  sectionCodes,
  type PlanProblem,
  type SectionContent,
  type TextFault,
} from '#shared/plan'
import { readFramework, type FrameworkTree } from '#shared/plan/framework'
import type { PlacedSection } from './access.ts'
import type { PlanDeps } from './plan-deps.ts'
import { listSections } from './store.ts'

/** Faults that are named: a text from a foreign client may have as many as it has characters. */
const faultsNamed = 100
/** Characters of a place that are told: an id that is none may be as long as its writer likes. */
const placeLength = 80

export interface LiveText {
  readonly narrative: NarrativeJson
  readonly framework: FrameworkTree
}

export interface FrozenText {
  readonly content: SectionContent
  /** Canonical JSON, what `digest` covers. */
  readonly text: string
  readonly digest: Digest
}

type Reading = Pick<PlanDeps, 'readDocument'>

export async function readLiveFramework(deps: Reading, sectionId: SectionId): Promise<FrameworkTree> {
  return readFramework(await openDocument(deps, sectionId))
}

/**
 * The committed text, if all of it can be frozen.
 *
 * - `text-unreadable`: something in it is no part of a narrative or of a framework; the first hundred faults are named.
 */
export async function readLiveText(
  deps: Reading,
  sectionId: SectionId,
): Promise<Result<LiveText, Extract<PlanProblem, { type: 'text-unreadable' }>>> {
  const doc = await openDocument(deps, sectionId)
  const narrative = narrativeJSON(doc.getXmlFragment('narrative'))
  const framework = readFramework(doc)
  const faults = framework.faults.slice(0, faultsNamed).map(({ id, reason }): TextFault => {
    return { part: 'framework', place: id.slice(0, placeLength), reason }
  })
  if (!narrative.ok) {
    const misfits = narrative.problem.faults.slice(0, faultsNamed).map(({ place, reason }): TextFault => ({
      part: 'narrative',
      place,
      reason,
    }))
    return err({ type: 'text-unreadable', faults: [...misfits, ...faults].slice(0, faultsNamed) })
  }
  if (faults.length > 0) return err({ type: 'text-unreadable', faults })
  return ok({ narrative: narrative.value, framework })
}

/** The canonical content of a section, with its title and code of this moment. [E1] */
export async function freezeText(queries: Queries, placed: PlacedSection, live: LiveText): Promise<FrozenText> {
  const { plan, section } = placed
  const codes = sectionCodes(plan.kind, await listSections(queries, plan.id))
  const content = sectionContent({
    plan: plan.kind,
    section: { ...section, code: codes.get(section.id) ?? '' },
    narrative: live.narrative,
    framework: live.framework,
  })
  const text = canonicalSection(content)
  return { content, text, digest: sha256Hex(text) }
}

async function openDocument(deps: Reading, sectionId: SectionId): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await deps.readDocument(sectionId))
  return doc
}
