/** Reading frozen versions, each time holding the stored text against its digest. [E1] */
import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type GroupId, type PlanId, type Result, type SectionId } from '#shared/core'
import type { Digest, Instant, SectionVersionId } from '#shared/core'
import type { Queries } from '#server/db'
import type { Grade } from '#shared/motion'
import { adoptedBefore, parseSection, sectionCodes, type ComponentNumber, type SectionContent } from '#shared/plan'
import type { Comparison, VersionDetail, VersionEntry } from '#shared/plan/schema'
import type { CommonProblem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import { accessTo, placeOf, subjectOf, type PlacedSection } from './access.ts'
import { groupEntry, planEntry, versionEntry } from './present.ts'
import { findPlan, listSections } from './store.ts'
import { findVersion, versionsOfPlan, versionsOfSection, versionText, type VersionRow } from './version-store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** A frozen version with its text, as it lies in storage. */
export interface SectionVersion extends VersionRow {
  readonly placed: PlacedSection
  /** The stored text, byte for byte. */
  readonly text: string
  /** Whether SHA-256 of `text` is the version's digest. */
  readonly intact: boolean
  /** Null unless intact: an altered text is not what anybody submitted. */
  readonly content: SectionContent | null
}

export async function loadSectionVersion(
  queries: Queries,
  versionId: SectionVersionId,
): Promise<SectionVersion | null> {
  const version = await findVersion(queries, versionId)
  const placed = version && (await placeOf(queries, version.sectionId))
  const text = version && (await versionText(queries, versionId))
  if (!placed || text === null) return null
  const intact = sha256Hex(text) === version.digest
  return { ...version, placed, text, intact, content: intact ? parseSection(text) : null }
}

/** An adopted version in the order of the plan: what a candidate plan is assembled from. [E2] */
export interface AdoptedVersion {
  readonly sectionId: SectionId
  readonly versionId: SectionVersionId
  readonly number: number
  readonly digest: Digest
  /** Code and title of this moment; those the version was frozen with stand in its content. */
  readonly code: string
  readonly title: string
  readonly component: ComponentNumber | null
  readonly groupId: GroupId
  readonly adoptedAt: Instant
  readonly grade: Grade | null
  /** Whether the section has been waived since it was adopted. */
  readonly waived: boolean
}

/** The adopted version of each section that has one, in the order of the plan. */
export async function adoptedVersions(queries: Queries, planId: PlanId): Promise<readonly AdoptedVersion[]> {
  const plan = await findPlan(queries, planId)
  if (!plan) return []
  const sections = await listSections(queries, planId)
  const codes = sectionCodes(plan.kind, sections)
  const adopted = (await versionsOfPlan(queries, planId)).filter(version => version.state === 'adopted')
  return sections.flatMap(section => {
    const version = adopted.find(candidate => candidate.sectionId === section.id)
    if (!version) return []
    const { id: versionId, number, digest, grade, decidedAt, submittedAt } = version
    const { id: sectionId, title, component, groupId } = section
    const code = codes.get(sectionId) ?? ''
    const adoptedAt = decidedAt ?? submittedAt
    const waived = section.waived !== null
    return [{ sectionId, versionId, number, digest, code, title, component, groupId, adoptedAt, grade, waived }]
  })
}

/** - `not-found`: missing or hidden. */
export async function readVersion(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  versionId: SectionVersionId,
): Promise<Result<VersionDetail, NotFound>> {
  const version = await loadSectionVersion(deps.read, versionId)
  if (!version || !can(actor, 'version.read', subjectOf(version.placed))) return err({ type: 'not-found' })
  const { section, plan, group } = version.placed
  const codes = sectionCodes(plan.kind, await listSections(deps.read, plan.id))
  return ok({
    ...versionEntry(version),
    section: { id: section.id, code: codes.get(section.id) ?? '', title: section.title, group: groupEntry(group) },
    plan: await planEntry(deps.read, plan),
    intact: version.intact,
    content: version.content,
    others: (await versionsOfSection(deps.read, section.id)).length - 1,
  })
}

/** Latest first. - `not-found`: missing or hidden. */
export async function readVersions(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  sectionId: SectionId,
): Promise<Result<VersionEntry[], NotFound>> {
  const placed = await placeOf(deps.read, sectionId)
  if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
  return ok((await versionsOfSection(deps.read, sectionId)).map(versionEntry))
}

/**
 * Two versions of one section with their texts, for whoever may read both. [E9]
 *
 * @param fromId null for the one that was adopted last before
 *
 * - `not-found`: either is missing or hidden, or they are not of one section.
 */
export async function readComparison(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  versionId: SectionVersionId,
  fromId: SectionVersionId | null,
): Promise<Result<Comparison, NotFound>> {
  const version = await loadSectionVersion(deps.read, versionId)
  if (!version || !can(actor, 'version.read', subjectOf(version.placed))) return err({ type: 'not-found' })
  const versions = await versionsOfSection(deps.read, version.sectionId)
  const base = fromId === null ? adoptedBefore(versions, version) : versions.find(({ id }) => id === fromId)
  if (base === undefined) return err({ type: 'not-found' })
  const from = base && (await loadSectionVersion(deps.read, base.id))
  return ok({
    to: { ...versionEntry(version), content: version.content },
    from: from && { ...versionEntry(from), content: from.content },
    versions: versions.map(versionEntry),
  })
}
