/**
 * A plan version is a manifest: which adopted text stands in each section, and nothing else. Its digest is the root, and
 * the root is what the group votes on and the National Co-ordinator signs. Editing a section later touches neither. [E2]
 */
import {
  canonicalJson,
  sha256Hex,
  type Digest,
  type Json,
  type MotionId,
  type PlanId,
  type PlanVersionId,
  type SectionId,
  type SectionVersionId,
} from '#shared/core'
import type { Grade } from '#shared/motion'
import type { PlanKind } from '#shared/plan'

export const manifestFormat = 'plenary/manifest/1'

export type AdoptedEntry = {
  readonly sectionId: SectionId
  readonly code: string
  readonly title: string
  /** Name of the group that adopted it. */
  readonly group: string
  readonly versionId: SectionVersionId
  readonly versionNumber: number
  /** SHA-256 of the section's canonical content. */
  readonly digest: Digest
  /** The vote that adopted exactly this digest. */
  readonly motionId: MotionId
  readonly grade: Grade
}

/** A section that the country does without, and why. [P2] */
export type WaivedEntry = {
  readonly sectionId: SectionId
  readonly code: string
  readonly title: string
  readonly waived: string
}

export type ManifestEntry = AdoptedEntry | WaivedEntry

/** The children's plan, endorsed as an annex: by its own root, so that the two are one without being one text. [E7] */
export type Annex = { readonly planVersionId: PlanVersionId; readonly number: number; readonly root: Digest }

export type Manifest = {
  readonly format: typeof manifestFormat
  readonly plan: { readonly id: PlanId; readonly kind: PlanKind; readonly title: string }
  /** From 1 within the plan. */
  readonly number: number
  /** In the order of the plan. */
  readonly sections: readonly ManifestEntry[]
  readonly annex?: Annex | undefined
}

export function isAdoptedEntry(entry: ManifestEntry): entry is AdoptedEntry {
  return 'versionId' in entry
}

/** The exact text that is stored, and whose digest is the root. */
export function canonicalManifest(manifest: Manifest): string {
  return canonicalJson(manifest satisfies Json)
}

export function rootOf(manifest: Manifest): Digest {
  return sha256Hex(canonicalManifest(manifest))
}

/**
 * Reads a stored manifest. Only for one whose digest has been compared, or whose faults are caught: what has the root
 * was written by `canonicalManifest`.
 *
 * @returns null for what is not a manifest of a known format
 */
export function parseManifest(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    const isKnown = typeof value === 'object' && value !== null && 'format' in value && value.format === manifestFormat
    return isKnown ? (value as Manifest) : null
  } catch {
    return null
  }
}

/** The same texts in the same order: a candidate that says nothing new but its number. */
export function isSameContent(one: Manifest, other: Manifest): boolean {
  return rootOf({ ...one, number: 0 }) === rootOf({ ...other, number: 0 })
}

/** What separates two versions of one plan, by the codes of the sections. */
export type ManifestChanges = {
  readonly added: readonly string[]
  /** Another text stands there, or it is waived or taken up. */
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** @param before null where no version of the plan was endorsed yet: then all of it is new */
export function manifestChanges(before: Manifest | null, after: Manifest): ManifestChanges {
  const old = new Map((before?.sections ?? []).map(entry => [entry.sectionId, entry]))
  const kept = new Set(after.sections.map(entry => entry.sectionId))
  return {
    added: after.sections.filter(entry => !old.has(entry.sectionId)).map(entry => entry.code),
    changed: after.sections
      .filter(entry => {
        const was = old.get(entry.sectionId)
        return was !== undefined && substanceOf(was) !== substanceOf(entry)
      })
      .map(entry => entry.code),
    removed: (before?.sections ?? []).filter(entry => !kept.has(entry.sectionId)).map(entry => entry.code),
  }
}

function substanceOf(entry: ManifestEntry): string {
  return isAdoptedEntry(entry) ? `digest ${entry.digest}` : `waived ${entry.waived}`
}
