/** Reading frozen versions, each time holding the stored text against its digest. [E1] */
import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type GroupId, type Instant, type Result, type TermsVersionId } from '#shared/core'
import { ruleSetDigest } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import { carriesSettings, defaultSettings, parseTerms, type TermsContent } from '#shared/terms'
import type { GroupTerms, TermsVersionDetail } from '#shared/terms/schema'
import type { Queries } from '#server/db'
import type { Deps } from '../deps.ts'
import { accessTo, placeTerms, type PlacedTerms } from './access.ts'
import { pendingOf, termsIdentity, versionEntry } from './present.ts'
import { findTermsOfGroup } from './store.ts'
import { findVersion, versionsOfTerms, versionText, type TermsVersionRow } from './version-store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** A frozen version with its text, as it lies in storage. */
export interface TermsVersion extends TermsVersionRow {
  readonly placed: PlacedTerms
  /** Whether SHA-256 of the stored text is the version's digest. */
  readonly intact: boolean
  /** Null unless intact: an altered text is not what anybody submitted. */
  readonly content: TermsContent | null
}

export async function loadTermsVersion(queries: Queries, versionId: TermsVersionId): Promise<TermsVersion | null> {
  const version = await findVersion(queries, versionId)
  const placed = version && (await placeTerms(queries, version.termsId))
  const text = version && (await versionText(queries, versionId))
  if (!placed || text === null) return null
  const intact = sha256Hex(text) === version.digest
  return { ...version, placed, intact, content: intact ? parseTerms(text) : null }
}

/** - `not-found`: missing or hidden. */
export async function readTermsVersion(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  versionId: TermsVersionId,
): Promise<Result<TermsVersionDetail, NotFound>> {
  const version = await loadTermsVersion(deps.read, versionId)
  if (!version || accessTo(actor, version.placed) === null) return err({ type: 'not-found' })
  const rules = version.content?.settings?.rules
  return ok({
    ...versionEntry(version),
    terms: termsIdentity(version.placed),
    intact: version.intact,
    content: version.content,
    ruleSetDigest: rules ? ruleSetDigest(rules) : null,
    before: await beforeOf(deps.read, version),
  })
}

/** What was in force until this version, or would be: of terms that are decided, as of that moment. */
async function beforeOf(queries: Queries, version: TermsVersion): Promise<TermsVersionDetail['before']> {
  const { kind } = version.placed.terms
  const until = version.inForceAt ?? Number.MAX_SAFE_INTEGER
  const others = (await versionsOfTerms(queries, version.termsId)).filter(({ id }) => id !== version.id)
  const earlier = inForceAt(others, until - 1)
  const content = earlier && (await loadTermsVersion(queries, earlier.id))?.content
  const settings = carriesSettings(kind) ? (content?.settings ?? defaultSettings(kind)) : null
  return { version: earlier && { id: earlier.id, number: earlier.number }, settings }
}

/**
 * Which terms of reference a Working Group had in force at a moment, and so which rule set.
 *
 * - `not-found`: no such group, or one whose terms have not been begun.
 */
export async function readGroupTerms(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  groupId: GroupId,
  at: Instant | undefined,
): Promise<Result<GroupTerms, NotFound>> {
  const terms = can(actor, 'terms.read') ? await findTermsOfGroup(deps.read, groupId) : null
  if (!terms) return err({ type: 'not-found' })
  const versions = await versionsOfTerms(deps.read, terms.id)
  const current = inForceAt(versions, at ?? deps.now())
  const rules = current && (await loadTermsVersion(deps.read, current.id))?.content?.settings?.rules
  return ok({
    termsId: terms.id,
    inForce:
      current && rules
        ? {
            id: current.id,
            number: current.number,
            digest: current.digest,
            ruleSetDigest: ruleSetDigest(rules),
            since: current.inForceAt ?? current.submittedAt,
          }
        : null,
    pending: pendingOf(versions),
  })
}

/** The version that came into force last by that moment: each supersedes the one before. */
function inForceAt(versions: readonly TermsVersionRow[], at: Instant): TermsVersionRow | null {
  const once = versions.filter(version => version.inForceAt !== null && version.inForceAt <= at)
  return once.toSorted((one, other) => (other.inForceAt ?? 0) - (one.inForceAt ?? 0))[0] ?? null
}
