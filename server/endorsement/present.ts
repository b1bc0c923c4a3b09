/** Domain to answer: plan versions as they look outside. */
import { can, type Actor } from '#shared/access'
import { sha256Hex } from '#shared/core'
import {
  isAdoptedEntry,
  manifestChanges,
  notePeriodMs,
  objectionIn,
  parseManifest,
  parseStatement,
  planVersionAfter,
  reminderAfterMs,
  type Manifest,
  type ManifestChanges,
  type ManifestEntry,
} from '#shared/endorsement'
import type { ManifestEntryAnswer, PlanVersionAnswer, PlanVersionSummary } from '#shared/endorsement/schema'
import { isAdopted } from '#shared/motion'
import type { Queries } from '#server/db'
import { motionRecords, type MotionRecord } from '#server/motion'
import { loadSectionVersion } from '#server/plan'
import { subjectOf, type PlacedVersion } from './access.ts'
import type { EndorsementAct, PlanVersion } from './plan-version.ts'
import { lacksDissent } from './sections.ts'
import { lastEndorsed } from './statement.ts'
import { actsOn } from './store.ts'

export function presentPlan({ plan, group }: Pick<PlacedVersion, 'plan' | 'group'>): PlanVersionSummary['plan'] {
  return {
    id: plan.id,
    kind: plan.kind,
    title: plan.title,
    group: { id: group.id, name: group.name, kind: group.kind },
  }
}

export function presentSummary(placed: PlacedVersion): PlanVersionSummary {
  const { version, plan } = placed
  const manifest = readManifest(version)
  const adopted = manifest?.sections.filter(isAdoptedEntry).length ?? 0
  const { id, number, state, root, assembledAt, adoptedAt, notedAt, endorsedAt, publishedAt, grade, endorsedAs } =
    version
  const isNoteDue = planVersionAfter(plan.kind, state, 'note') !== null
  const waitingSince = planVersionAfter(plan.kind, state, 'endorse') === null ? null : (notedAt ?? adoptedAt)
  return {
    id,
    plan: presentPlan(placed),
    number,
    state,
    root,
    sections: adopted,
    waived: (manifest?.sections.length ?? 0) - adopted,
    assembledAt,
    assembledBy: version.assembledBy.name,
    adoptedAt,
    notedAt,
    endorsedAt,
    publishedAt,
    grade,
    endorsedAs,
    noteDueAt: isNoteDue && adoptedAt !== null ? adoptedAt + notePeriodMs : null,
    reminderAt: waitingSince === null ? null : waitingSince + reminderAfterMs,
  }
}

export async function presentVersion(
  queries: Queries,
  actor: Actor,
  placed: PlacedVersion,
): Promise<PlanVersionAnswer> {
  const { version, plan } = placed
  const manifest = readManifest(version)
  const entries = manifest?.sections ?? []
  const subjects = [version.id, ...entries.filter(isAdoptedEntry).map(entry => entry.versionId)]
  const votes = await motionRecords(queries, subjects)
  const before = await lastEndorsed(queries, version)
  const changes = manifest
    ? manifestChanges(before?.manifest ?? null, manifest)
    : { added: [], changed: [], removed: [] }
  const planVotes = votes.filter(vote => vote.subjectId === version.id)
  const decided = manifest ? decidingVotes(manifest, votes, planVotes) : []
  const uncertified = decided.flatMap(({ code, title, vote }) =>
    vote && lacksDissent(vote) ? [{ code, title, motionId: vote.id }] : [],
  )
  const may = (move: Parameters<typeof planVersionAfter>[2], action: Parameters<typeof can>[1]) =>
    planVersionAfter(plan.kind, version.state, move) !== null && can(actor, action, subjectOf(placed))
  const byPost = can(actor, 'motion.open', { ...subjectOf(placed), voteMode: 'correspondence' })
  return {
    ...presentSummary(placed),
    rootFound: sha256Hex(version.manifest),
    entries: await Promise.all(
      entries.map(entry => presentEntry(queries, entry, votes, changes, before?.manifest ?? null)),
    ),
    annex: manifest?.annex ? { ...manifest.annex } : null,
    since: before && { number: before.number, root: before.root },
    removed: [...changes.removed],
    objections: decided.flatMap(({ code, title, vote }) => {
      const found = vote?.decision ? objectionIn(code, title, vote.decision) : null
      return found ? [found] : []
    }),
    uncertified,
    votes: planVotes.map(presentVote).reverse(),
    acts: (await actsOn(queries, version.id)).map(presentAct),
    may: {
      open: may('open', 'motion.open') || (byPost && planVersionAfter(plan.kind, version.state, 'open') !== null),
      note: may('note', 'planVersion.note'),
      endorse: uncertified.length === 0 && may('endorse', 'planVersion.endorse'),
      sendBack: may('sendBack', 'planVersion.sendBack'),
      publish: may('publish', 'planVersion.publish'),
    },
  }
}

function readManifest(version: PlanVersion): Manifest | null {
  return sha256Hex(version.manifest) === version.root ? parseManifest(version.manifest) : null
}

async function presentEntry(
  queries: Queries,
  entry: ManifestEntry,
  votes: readonly MotionRecord[],
  changes: ManifestChanges,
  earlier: Manifest | null,
): Promise<ManifestEntryAnswer> {
  const { code, sectionId, title } = entry
  const was = earlier?.sections.filter(isAdoptedEntry).find(candidate => candidate.sectionId === sectionId)
  const before = was ? { versionId: was.versionId, versionNumber: was.versionNumber } : null
  const change = changes.added.includes(code) ? 'added' : changes.changed.includes(code) ? 'changed' : 'same'
  if (!isAdoptedEntry(entry)) return { sectionId, code, title, before, waived: entry.waived, change }
  const { group, versionId, versionNumber, digest, grade, motionId } = entry
  const vote = votes.find(candidate => candidate.id === motionId)
  const stored = await loadSectionVersion(queries, versionId)
  return {
    sectionId,
    code,
    title,
    before,
    group,
    versionId,
    versionNumber,
    digest,
    grade,
    vote: vote ? presentVote(vote) : null,
    digestFound: stored ? sha256Hex(stored.text) : null,
    change,
  }
}

function presentVote({ id, openedAt, decidedAt, decision }: MotionRecord) {
  return {
    motionId: id,
    outcome: decision?.outcome ?? null,
    openedAt,
    decidedAt,
    tally: decision?.tally ?? null,
    ngoTally: decision?.tallyByConstituency.NGO ?? null,
  }
}

/** The votes that decided each text of the manifest, that on the whole last. */
function decidingVotes(manifest: Manifest, votes: readonly MotionRecord[], planVotes: readonly MotionRecord[]) {
  const sections = manifest.sections.filter(isAdoptedEntry).map(({ code, title, motionId }) => ({
    code,
    title,
    vote: votes.find(vote => vote.id === motionId),
  }))
  const adopting = planVotes.find(vote => vote.decision && isAdopted(vote.decision.outcome))
  return [...sections, { code: 'plan', title: manifest.plan.title, vote: adopting }]
}

function presentAct(act: EndorsementAct): PlanVersionAnswer['acts'][number] {
  const { at, personName: by } = act
  if (act.act === 'sentBack') return { act: 'sentBack', at, by, reasons: act.reasons }
  return {
    act: 'endorsed',
    at,
    by,
    method: act.method,
    as: parseStatement(act.statement)?.as ?? null,
    statement: sha256Hex(act.statement),
  }
}
