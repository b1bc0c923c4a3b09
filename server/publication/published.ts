/** What the public may read: versions that were published, whatever became of them since. [E10] */
import { err, ok, type Result } from '#shared/core'
import {
  isAdoptedEntry,
  parseStatement,
  type AdoptedEntry,
  type BundleSeat,
  type BundleStatement,
  type EndorsementProblem,
  type EndorsementStatement,
  type Manifest,
} from '#shared/endorsement'
import {
  effectiveBallots,
  isAfterCertification,
  methodOf,
  replay,
  type Choice,
  type Decision,
  type MethodName,
  type MotionEvent,
  type RuleSet,
  type Snapshot,
  type VotingConstituency,
} from '#shared/motion'
import { parseSection, planKinds, type PlanKind, type SectionContent } from '#shared/plan'
import type { Queries } from '#server/db'
import {
  actsOn,
  entriesUpToEndorsement,
  loadEvidence,
  printedStatements,
  seatsOf,
  versionsOfPlan,
  type EndorsementAct,
  type PlanVersion,
} from '#server/endorsement'
import type { MotionRecord } from '#server/motion'
import { findPlanByKind } from '#server/plan'

export interface PublishedVersion extends PlanVersion {
  readonly publishedAt: number
  readonly title: string
  readonly kind: PlanKind
}

export interface PublishedPlan {
  readonly version: PublishedVersion
  readonly manifest: Manifest
  readonly contents: ReadonlyMap<string, SectionContent>
  /** By motion id. */
  readonly votes: ReadonlyMap<string, PublishedVote>
  readonly planVote: PublishedVote | null
  readonly act: Extract<EndorsementAct, { act: 'endorsed' }>
  readonly statement: EndorsementStatement
}

/** What a seat said to a vote, in its organisation's name. */
export interface PublishedStatement extends Pick<BundleStatement, 'kind' | 'number' | 'at' | 'text'> {
  readonly organisation: string
  readonly constituency: VotingConstituency
  readonly afterCertification: boolean
}

/** A vote by organisation; no person is named. */
export interface PublishedVote {
  readonly decision: Decision
  readonly decidedAt: number | null
  readonly method: MethodName
  readonly seats: readonly (BundleSeat & { readonly choice: Choice | 'NOT_CAST' })[]
  /** As they stood when the plan was endorsed: the same as in its file. */
  readonly statements: readonly PublishedStatement[]
}

/** The latest first. */
export async function publishedVersions(queries: Queries, kind: PlanKind): Promise<readonly PublishedVersion[]> {
  const plan = await findPlanByKind(queries, kind)
  if (!plan) return []
  return (await versionsOfPlan(queries, plan.id)).flatMap(version =>
    version.publishedAt === null ? [] : [{ ...version, publishedAt: version.publishedAt, title: plan.title, kind }],
  )
}

/** - `text-altered`, `dissent-missing`: what is stored is not what was endorsed, and is not shown. */
export async function loadPublished(
  queries: Queries,
  version: PublishedVersion,
): Promise<Result<PublishedPlan, Extract<EndorsementProblem, { type: 'text-altered' | 'dissent-missing' }>>> {
  const evidence = await loadEvidence(queries, version)
  if (!evidence.ok) return evidence
  const { manifest, texts, sectionVotes, planVote } = evidence.value
  const act = (await actsOn(queries, version.id)).find(candidate => candidate.act === 'endorsed')
  const statement = act?.act === 'endorsed' ? parseStatement(act.statement) : null
  if (act?.act !== 'endorsed' || !statement || statement.root !== version.root) {
    const found = statement?.root ?? ''
    return err({
      type: 'text-altered',
      part: 'manifest',
      code: 'endorsement',
      title: '',
      expected: version.root,
      found,
    })
  }
  const all = planVote ? [...sectionVotes, planVote] : sectionVotes
  const subjects = [version.id, ...all.map(vote => vote.id)]
  const printed = await printedStatements(queries, all, await entriesUpToEndorsement(queries, subjects, version))
  if (!printed.ok) return printed
  const contents = new Map<string, SectionContent>()
  for (const entry of manifest.sections.filter(isAdoptedEntry)) {
    const content = contentOf(entry, texts)
    if (content) contents.set(entry.versionId, content)
  }
  const votes = new Map(sectionVotes.map(vote => [vote.id as string, publishedVote(vote, printed.value)]))
  return ok({
    version,
    manifest,
    contents,
    votes: new Map([...votes].flatMap(([id, vote]) => (vote ? [[id, vote] as const] : []))),
    planVote: planVote && publishedVote(planVote, printed.value),
    act,
    statement,
  })
}

export function isPlanKind(text: string): text is PlanKind {
  return planKinds.some(kind => kind === text)
}

function contentOf(entry: AdoptedEntry, texts: ReadonlyMap<string, string>): SectionContent | null {
  return parseSection(texts.get(entry.versionId) ?? '')
}

function publishedVote(vote: MotionRecord, printed: readonly BundleStatement[]): PublishedVote | null {
  if (vote.decision === null) return null
  const { rules, snapshot } = JSON.parse(vote.snapshot) as { rules: RuleSet; snapshot: Snapshot }
  const events = vote.events.map(text => (JSON.parse(text) as { event: MotionEvent }).event)
  const effective = effectiveBallots(replay(rules, snapshot, events).ballots)
  const seats = seatsOf(vote).map(
    seat => ({ ...seat, choice: effective.get(seat.seatId)?.choice ?? 'NOT_CAST' }) as const,
  )
  const statements = printed.flatMap(({ motionId, seatId, kind, number, at, text }) => {
    const seat = motionId === vote.id ? seats.find(one => one.seatId === seatId) : undefined
    if (!seat) return []
    const { organisation, constituency } = seat
    const afterCertification = isAfterCertification({ at }, vote.certifiedAt)
    return [{ kind, number, at, text, organisation, constituency, afterCertification }]
  })
  return { decision: vote.decision, decidedAt: vote.decidedAt, method: methodOf(snapshot), seats, statements }
}
