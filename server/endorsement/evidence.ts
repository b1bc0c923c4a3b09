/**
 * Everything that a plan version rests on, looked at again each time somebody is about to put their name to it. What is
 * stored may have been altered by whoever has the disk; nothing of it is believed because of a flag. [E5]
 */
import { canonicalJson, err, ok, sha256Hex, type Digest, type Result } from '#shared/core'
import {
  isAdoptedEntry,
  objectionIn,
  parseManifest,
  type AdoptedEntry,
  type EndorsementProblem,
  type Manifest,
  type Objection,
} from '#shared/endorsement'
import { decide, isAdopted, type MotionEvent, type RuleSet, type Snapshot } from '#shared/motion'
import { entryDigest, parseEntry } from '#shared/record'
import type { Queries } from '#server/db'
import { motionOutcomes, motionRecords, type MotionRecord } from '#server/motion'
import { loadSectionVersion } from '#server/plan'
import type { PlanVersion } from './plan-version.ts'
import { lacksDissent } from './sections.ts'
import { entriesAbout } from './store.ts'

type Altered = Extract<EndorsementProblem, { type: 'text-altered' }>
type Refusal = Altered | Extract<EndorsementProblem, { type: 'dissent-missing' }>

export interface Evidence {
  readonly manifest: Manifest
  /** Section texts by version id, byte for byte. */
  readonly texts: ReadonlyMap<string, string>
  /** In the order of the manifest. */
  readonly sectionVotes: readonly MotionRecord[]
  /** The vote on the whole; null before it is adopted. */
  readonly planVote: MotionRecord | null
  /** In the order of the manifest, the vote on the whole last. */
  readonly objections: readonly Objection[]
}

/**
 * Computes every digest again and decides every vote again.
 *
 * - `text-altered`: the manifest is not its root, a section not its digest, a vote not decided as stated or not on this
 *   text, or the record knows another digest. Names the part, with what was expected and what was found.
 * - `dissent-missing`: a section, or the whole, stands over the NGO seats' objection, and that is not certified. [V9]
 */
export async function loadEvidence(queries: Queries, version: PlanVersion): Promise<Result<Evidence, Refusal>> {
  const found = sha256Hex(version.manifest)
  const manifest = found === version.root ? parseManifest(version.manifest) : null
  if (!manifest) return altered('manifest', `version ${version.number}`, 'manifest', version.root, found)

  const adopted = manifest.sections.filter(isAdoptedEntry)
  const subjects = [version.id, ...adopted.map(entry => entry.versionId)]
  const votes = await motionRecords(queries, subjects)
  const recorded = await digestsInRecord(queries, subjects)
  const texts = new Map<string, string>()
  const sectionVotes: MotionRecord[] = []
  for (const entry of adopted) {
    const stored = await loadSectionVersion(queries, entry.versionId)
    const text = stored?.text ?? ''
    const fault =
      textFault(entry, text) ??
      (stored && stored.digest !== entry.digest ? faultOf(entry, 'section', entry.digest, stored.digest) : null) ??
      recordFault(entry, recorded.get(entry.versionId) ?? [])
    if (fault) return err(fault)
    const vote = votes.find(candidate => candidate.id === entry.motionId)
    if (!vote || !isAdopted(vote.decision?.outcome ?? 'OPEN')) return err(faultOf(entry, 'vote', entry.digest, ''))
    if (lacksDissent(vote)) return dissentMissing(vote, entry)
    const wrong = voteFault(vote, entry.code, entry.title, entry.digest)
    if (wrong) return err(wrong)
    texts.set(entry.versionId, text)
    sectionVotes.push(vote)
  }
  const planVote =
    votes.find(vote => vote.subjectId === version.id && isAdopted(vote.decision?.outcome ?? 'OPEN')) ?? null
  if (planVote && lacksDissent(planVote)) return dissentMissing(planVote, { code: 'plan', title: manifest.plan.title })
  const wrong = planVote && voteFault(planVote, 'plan', manifest.plan.title, version.root)
  if (wrong) return err(wrong)
  const roots = recorded.get(version.id) ?? []
  const strange = roots.find(root => root !== version.root)
  if (strange !== undefined) return altered('plan', manifest.plan.title, 'record', strange, version.root)
  return ok({
    manifest,
    texts,
    sectionVotes,
    planVote,
    objections: objectionsIn(adopted, sectionVotes, manifest, planVote),
  })
}

/** Whether every section text of the manifest still has its digest. A quicker look, for lists and votes. */
export async function isManifestIntact(queries: Queries, version: PlanVersion): Promise<boolean> {
  const manifest = sha256Hex(version.manifest) === version.root ? parseManifest(version.manifest) : null
  if (!manifest) return false
  for (const entry of manifest.sections.filter(isAdoptedEntry)) {
    const stored = await loadSectionVersion(queries, entry.versionId)
    if (!stored || textFault(entry, stored.text)) return false
  }
  return true
}

/** Whether each section of the manifest is still adopted by the vote that is named there: none was voided since. [V13] */
export async function isStillAdopted(queries: Queries, { manifest }: Pick<PlanVersion, 'manifest'>): Promise<boolean> {
  const votes = (parseManifest(manifest)?.sections ?? []).filter(isAdoptedEntry).map(entry => entry.motionId)
  const outcomes = await motionOutcomes(queries, votes)
  return votes.every(id => isAdopted(outcomes.get(id) ?? 'OPEN'))
}

function objectionsIn(
  adopted: readonly AdoptedEntry[],
  votes: readonly MotionRecord[],
  manifest: Manifest,
  planVote: MotionRecord | null,
): readonly Objection[] {
  const named = adopted.map(({ code, title }, index) => ({ code, title, decision: votes[index]?.decision }))
  return [...named, { code: 'plan', title: manifest.plan.title, decision: planVote?.decision }].flatMap(
    ({ code, title, decision }) => {
      const objection = decision ? objectionIn(code, title, decision) : null
      return objection ? [objection] : []
    },
  )
}

function textFault(entry: AdoptedEntry, text: string): Altered | null {
  const found = sha256Hex(text)
  return found === entry.digest ? null : faultOf(entry, 'section', entry.digest, found)
}

function recordFault(entry: AdoptedEntry, digests: readonly Digest[]): Altered | null {
  const other = digests.find(digest => digest !== entry.digest)
  if (other !== undefined) return faultOf(entry, 'record', other, entry.digest)
  return digests.length > 0 ? null : faultOf(entry, 'record', entry.digest, '')
}

/** The vote is on this text, and comes out again as it is stored. */
function voteFault(vote: MotionRecord, code: string, title: string, digest: Digest): Altered | null {
  const fault = (expected: string, found: string): Altered => ({
    type: 'text-altered',
    part: 'vote',
    code,
    title,
    expected,
    found,
  })
  if (vote.digest !== digest) return fault(digest, vote.digest)
  const stated = sha256Hex(vote.decision === null ? '' : canonicalJson(vote.decision))
  const again = decideAgain(vote)
  const found = sha256Hex(again)
  return found === stated ? null : fault(stated, found)
}

/** @returns canonical JSON of the decision, or nothing where what is stored can no longer be decided at all */
function decideAgain(vote: MotionRecord): string {
  try {
    const { rules, snapshot } = JSON.parse(vote.snapshot) as { rules: RuleSet; snapshot: Snapshot }
    const events = vote.events.map(text => (JSON.parse(text) as { event: MotionEvent }).event)
    return canonicalJson(decide(rules, snapshot, events))
  } catch {
    return ''
  }
}

/** Digests that the record has of each thing, from entries that are whole. */
async function digestsInRecord(
  queries: Queries,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Digest[]>> {
  const digests = new Map<string, Digest[]>()
  for (const { text, digest } of await entriesAbout(queries, subjects)) {
    if (entryDigest(text) !== digest) continue
    const { subject, facts } = parseEntry(text)
    const stated = facts['digest'] ?? facts['root']
    if (subject === null || typeof stated !== 'string') continue
    digests.set(subject, [...(digests.get(subject) ?? []), stated])
  }
  return digests
}

function altered(
  code: string,
  title: string,
  part: Altered['part'],
  expected: Digest,
  found: Digest,
): Result<never, Altered> {
  return err({ type: 'text-altered', part, code, title, expected, found })
}

function dissentMissing(
  { id: motionId }: MotionRecord,
  { code, title }: Pick<AdoptedEntry, 'code' | 'title'>,
): Result<never, Refusal> {
  return err({ type: 'dissent-missing', code, title, motionId })
}

function faultOf({ code, title }: AdoptedEntry, part: Altered['part'], expected: Digest, found: Digest): Altered {
  return { type: 'text-altered', part, code, title, expected, found }
}
