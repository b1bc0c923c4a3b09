import { canonicalJson, err, ok, type GroupId, type PlanVersionId, type Result } from '#shared/core'
import type { Actor } from '#shared/access'
import {
  bundleFormat,
  isAdoptedEntry,
  sealBundle,
  type Bundle,
  type BundleSeat,
  type BundleVote,
  type EndorsementProblem,
} from '#shared/endorsement'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import type { MotionRecord } from '#server/motion'
import { signCheckpoint } from '#server/record'
import type { Deps } from '../deps.ts'
import { findReadable } from './access.ts'
import { bundleEvidence } from './bundle-proofs.ts'
import { loadEvidence } from './evidence.ts'
import type { PlanVersion } from './plan-version.ts'
import { entriesUpToEndorsement, printedStatements } from './printed.ts'
import { workspaceOf } from './statement.ts'
import { actsOn } from './store.ts'

type Refusal = Extract<
  EndorsementProblem,
  { type: 'text-altered' | 'dissent-missing' | 'plan-version-moved-on' | 'record-not-signed' }
>

/**
 * The file that verifies without the server. The same state gives the same bytes: the seal's signature is deterministic.
 * The record is signed before this is called, up to the act at least (`signCheckpoint`). [E6]
 *
 * - `plan-version-moved-on`: not endorsed yet.
 * - `text-altered`, `dissent-missing`: what is stored is not what was endorsed.
 * - `record-not-signed`: what is stored of the record does not continue what was signed.
 */
export async function buildBundle(
  queries: Queries,
  deps: Pick<Deps, 'workspaceKey'>,
  version: PlanVersion,
): Promise<Result<Bundle, Refusal>> {
  const act = (await actsOn(queries, version.id)).find(candidate => candidate.act === 'endorsed')
  if (act?.act !== 'endorsed') return err({ type: 'plan-version-moved-on', state: version.state })
  const evidence = await loadEvidence(queries, version)
  if (!evidence.ok) return evidence
  const { manifest, texts, sectionVotes, planVote } = evidence.value
  const adopted = manifest.sections.filter(isAdoptedEntry)
  const votes = planVote ? [...sectionVotes, planVote] : sectionVotes
  const groups = new Map((await listGroups(queries)).map(group => [group.id, group.name]))
  const subjects = [version.id, ...adopted.map(entry => entry.versionId), ...votes.map(vote => vote.id)]
  const cited = await entriesUpToEndorsement(queries, subjects, version)
  const statements = await printedStatements(queries, votes, cited)
  if (!statements.ok) return statements
  const proven = await bundleEvidence(queries, deps.workspaceKey.publicKey, { votes, cited, groups })
  if (!proven.ok) return proven
  return ok(
    sealBundle(
      {
        format: bundleFormat,
        workspace: await workspaceOf(queries, deps),
        version: { id: version.id, root: version.root, manifest: version.manifest },
        sections: adopted.map(({ code, sectionId, versionId }) => ({
          code,
          sectionId,
          versionId,
          text: texts.get(versionId) ?? '',
        })),
        votes: votes.map(vote => bundleVote(vote, groups)),
        ...(statements.value.length > 0 && { statements: statements.value }),
        endorsement: { at: act.at, method: act.method, statement: act.statement, signature: act.signature },
        ...proven.value,
      },
      text => deps.workspaceKey.sign(text),
    ),
  )
}

/** - `not-found`, and as `buildBundle`. */
export async function readBundleFile(
  deps: Deps,
  actor: Actor,
  id: PlanVersionId,
): Promise<Result<Bundle, Refusal | Extract<CommonProblem, { type: 'not-found' }>>> {
  const found = await findReadable(deps.read, actor, id)
  if (!found.ok) return found
  await signCheckpoint(deps)
  return buildBundle(deps.read, deps, found.value.version)
}

function bundleVote(vote: MotionRecord, groups: ReadonlyMap<GroupId, string>): BundleVote {
  return {
    motionId: vote.id,
    subjectId: vote.subjectId,
    group: { id: vote.groupId, name: groups.get(vote.groupId) ?? '' },
    frozen: vote.snapshot,
    log: vote.events,
    decision: vote.decision === null ? '' : canonicalJson(vote.decision),
    seats: seatsOf(vote),
  }
}

/** The seats by organisation as they were named at opening; their persons are left out. [E10] */
export function seatsOf(vote: Pick<MotionRecord, 'roster'>): readonly BundleSeat[] {
  const roster = JSON.parse(vote.roster) as readonly (Omit<BundleSeat, 'organisation'> & {
    readonly organisationName: string
  })[]
  return roster.map(({ seatId, label, organisationName, constituency }) => ({
    seatId,
    label,
    organisation: organisationName,
    constituency,
  }))
}
