/** Reading frozen versions, each time holding the stored text against its digest. [E1] */
import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type GroupId, type Instant, type Result, type TermsVersionId } from '#shared/core'
import { ruleSetDigest } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import {
  carriesSettings,
  defaultSettings,
  inForceAt,
  inForceBefore,
  parseTerms,
  type TermsContent,
} from '#shared/terms'
import type { GroupTerms, TermsComparison, TermsVersionDetail } from '#shared/terms/schema'
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
  const versions = await versionsOfTerms(deps.read, version.termsId)
  return ok({
    ...versionEntry(version),
    terms: termsIdentity(version.placed),
    intact: version.intact,
    content: version.content,
    ruleSetDigest: rules ? ruleSetDigest(rules) : null,
    before: await beforeOf(deps.read, version, versions),
    others: versions.length - 1,
  })
}

/** What was in force until this version, or would be: of terms that are decided, as of that moment. */
async function beforeOf(
  queries: Queries,
  version: TermsVersion,
  versions: readonly TermsVersionRow[],
): Promise<TermsVersionDetail['before']> {
  const { kind } = version.placed.terms
  const earlier = inForceBefore(versions, version)
  const content = earlier && (await loadTermsVersion(queries, earlier.id))?.content
  const settings = carriesSettings(kind) ? (content?.settings ?? defaultSettings(kind)) : null
  return { version: earlier && { id: earlier.id, number: earlier.number }, settings }
}

/**
 * Two versions of the terms of one body with their texts and rules. [E9, G10]
 *
 * @param fromId null for the one that was in force until this one, or would be
 *
 * - `not-found`: either is missing or hidden, or they are not of one body.
 */
export async function readTermsComparison(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  versionId: TermsVersionId,
  fromId: TermsVersionId | null,
): Promise<Result<TermsComparison, NotFound>> {
  const version = await loadTermsVersion(deps.read, versionId)
  if (!version || accessTo(actor, version.placed) === null) return err({ type: 'not-found' })
  const versions = await versionsOfTerms(deps.read, version.termsId)
  const base = fromId === null ? inForceBefore(versions, version) : versions.find(({ id }) => id === fromId)
  if (base === undefined) return err({ type: 'not-found' })
  const from = base && (await loadTermsVersion(deps.read, base.id))
  return ok({
    to: { ...versionEntry(version), content: version.content },
    from: from && { ...versionEntry(from), content: from.content },
    versions: versions.map(versionEntry),
  })
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
