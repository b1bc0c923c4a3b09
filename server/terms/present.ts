/** Domain to answer: what terms of reference look like outside. */
import type { Actor } from '#shared/access'
import type { TermsEntry, TermsVersionEntry } from '#shared/terms/schema'
import type { Queries } from '#server/db'
import { accessTo, bodyName, type PlacedTerms } from './access.ts'
import { lastWrittenAt } from './store.ts'
import type { TermsVersionRow } from './version-store.ts'

export function versionEntry(version: TermsVersionRow): TermsVersionEntry {
  const { id, number, digest, state, submittedAt, submittedBy, seat, decidedAt, inForceAt, grade } = version
  return { id, number, digest, state, submittedAt, submittedBy, seat, decidedAt, inForceAt, grade }
}

export function termsIdentity({ terms, group }: PlacedTerms): Pick<TermsEntry, 'id' | 'kind' | 'name' | 'group'> {
  const { id, kind, code, name } = group
  return { id: terms.id, kind: terms.kind, name: bodyName(terms, group), group: { id, kind, code, name } }
}

/** @param versions latest first */
export async function termsEntry(
  queries: Queries,
  actor: Actor,
  placed: PlacedTerms,
  versions: readonly TermsVersionRow[],
): Promise<TermsEntry> {
  const writtenAt = await lastWrittenAt(queries, placed.terms.id)
  const current = versions.find(version => version.state === 'adopted' && version.inForceAt !== null)
  const edits = [writtenAt, placed.terms.draft?.at ?? null].filter(at => at !== null)
  return {
    ...termsIdentity(placed),
    access: accessTo(actor, placed) ?? 'read',
    damagedAt: placed.damagedAt,
    editedAt: edits.length === 0 ? null : Math.max(...edits),
    inForce: current
      ? {
          id: current.id,
          number: current.number,
          digest: current.digest,
          since: current.inForceAt ?? current.submittedAt,
        }
      : null,
    pending: pendingOf(versions),
  }
}

/** The latest version that is on its way to be in force. @param versions latest first */
export function pendingOf(versions: readonly TermsVersionRow[]): TermsEntry['pending'] {
  const pending = versions.find(
    ({ state, inForceAt }) =>
      state === 'submitted' ||
      state === 'underVote' ||
      state === 'returned' ||
      (state === 'adopted' && inForceAt === null),
  )
  const isNewer = pending && !versions.some(({ inForceAt, number }) => inForceAt !== null && number > pending.number)
  return isNewer ? { id: pending.id, number: pending.number, state: pending.state } : null
}
