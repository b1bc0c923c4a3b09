/** Which adopted text would stand in each section of a plan now, and what is missing. [E2, E5] */
import { awaitsCertification, isAdopted } from '#shared/motion'
import { sectionCodes, type Plan } from '#shared/plan'
import type { ManifestEntry, MissingSection } from '#shared/endorsement'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import { motionRecords, type MotionRecord } from '#server/motion'
import { adoptedVersions, listSections, loadSectionVersion, type AdoptedVersion } from '#server/plan'

export interface Readiness {
  /** In the order of the plan, without the missing ones. */
  readonly entries: readonly ManifestEntry[]
  readonly missing: readonly MissingSection[]
}

export async function readSections(queries: Queries, plan: Plan): Promise<Readiness> {
  const sections = await listSections(queries, plan.id)
  const codes = sectionCodes(plan.kind, sections)
  const groups = new Map((await listGroups(queries)).map(group => [group.id, group.name]))
  const adopted = new Map((await adoptedVersions(queries, plan.id)).map(version => [version.sectionId, version]))
  const votes = await motionRecords(
    queries,
    [...adopted.values()].map(version => version.versionId),
  )
  const entries: ManifestEntry[] = []
  const missing: MissingSection[] = []
  for (const { id: sectionId, title, groupId, waived } of sections) {
    const named = { sectionId, code: codes.get(sectionId) ?? '', title }
    const version = adopted.get(sectionId)
    if (waived) {
      entries.push({ ...named, waived: waived.reason })
      continue
    }
    const vote = version && adoptingVote(votes, version)
    const reason = !version || !vote ? 'notAdopted' : await faultOf(queries, version, vote)
    if (reason !== null || !version || !vote?.decision?.grade) {
      const toCertify = reason === 'dissentMissing' && vote ? { motionId: vote.id } : null
      missing.push({ ...named, reason: reason ?? 'notAdopted', ...toCertify })
      continue
    }
    const { versionId, number: versionNumber, digest } = version
    const group = groups.get(groupId) ?? ''
    entries.push({ ...named, group, versionId, versionNumber, digest, motionId: vote.id, grade: vote.decision.grade })
  }
  return { entries, missing }
}

/** The vote that adopted exactly this text. */
export function adoptingVote(
  votes: readonly MotionRecord[],
  version: { readonly versionId: string; readonly digest: string },
): MotionRecord | undefined {
  return votes.find(
    vote =>
      vote.subjectId === version.versionId &&
      vote.digest === version.digest &&
      vote.decision !== null &&
      isAdopted(vote.decision.outcome),
  )
}

async function faultOf(
  queries: Queries,
  version: AdoptedVersion,
  vote: MotionRecord,
): Promise<MissingSection['reason'] | null> {
  if (lacksDissent(vote)) return 'dissentMissing'
  const text = await loadSectionVersion(queries, version.versionId)
  return text?.intact ? null : 'altered'
}

/**
 * Whether the text was adopted over the objection of the NGO seats and their dissent may still come: until the outcome is
 * certified, which takes the dissent, its waiver, or the end of the time for it. [E5, V9]
 */
export function lacksDissent(vote: MotionRecord): boolean {
  return awaitsCertification({ ...vote, outcome: vote.decision?.outcome ?? null })
}
