import { can, type Action, type Actor, type Subject } from '#shared/access'
import { asId, err, ok, type Instant, type Result, type TermsId } from '#shared/core'
import type { Group } from '#shared/group'
import type { GivenName } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import { officeNames, type TermsKind } from '#shared/terms'
import type { Queries } from '#server/db'
import { findGroup } from '#server/group'
import { damagedSince, type DocumentRight } from '#server/sync'
import { findTerms, type Terms } from './store.ts'

/** Terms of reference with what decides who may do what with them. */
export interface PlacedTerms {
  readonly terms: Terms
  /** The group that decides on them. */
  readonly group: Group
  /** When it was found that a part of their text cannot be read; the text stands still since. */
  readonly damagedAt: Instant | null
}

export type ActRefusal = Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

export function subjectOf({ group }: Pick<PlacedTerms, 'group'>): Subject {
  return { groupId: group.id, groupKind: group.kind }
}

export async function placeTerms(queries: Queries, termsId: TermsId): Promise<PlacedTerms | null> {
  const terms = await findTerms(queries, termsId)
  const group = terms && (await findGroup(queries, terms.groupId))
  return group && { terms, group, damagedAt: await damagedSince(queries, termsId) }
}

/**
 * What a person may do with the live text and with the draft of the settings: who represents a voting seat of the
 * deciding group and its chair write, Co-ordinator and Secretariat what is the NWG's to decide. Everybody else reads: by
 * what rules a group votes is no secret to another. [G10]
 *
 * @returns null where they are hidden from this person
 */
export function accessTo(actor: Actor, placed: PlacedTerms): 'edit' | 'read' | null {
  if (placed.damagedAt === null && can(actor, 'terms.edit', subjectOf(placed))) return 'edit'
  return can(actor, 'terms.read', subjectOf(placed)) ? 'read' : null
}

/** @returns null alike for terms that are hidden from this person and for a text that is none */
export async function termsAccess(queries: Queries, actor: Actor, documentId: string): Promise<DocumentRight | null> {
  const placed = await placeTerms(queries, asId<TermsId>(documentId))
  const access = placed && accessTo(actor, placed)
  return access && { access, frozen: placed.damagedAt !== null }
}

/**
 * The terms that somebody means to act on.
 *
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to do.
 */
export async function placeForAct(
  queries: Queries,
  actor: Actor,
  action: Action,
  termsId: TermsId,
): Promise<Result<PlacedTerms, ActRefusal>> {
  const placed = await placeTerms(queries, termsId)
  if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
  return can(actor, action, subjectOf(placed)) ? ok(placed) : err({ type: 'not-permitted' })
}

/** What the body is called. */
export function bodyName({ kind }: { readonly kind: TermsKind }, group: Pick<Group, 'name'>): string {
  return kind === 'nationalCoordinator' || kind === 'secretariat' ? officeNames[kind] : group.name
}

/** What its terms are called, for each reader's language. */
export function termsName({ kind }: { readonly kind: TermsKind }, body: string): GivenName {
  const office = kind === 'nationalCoordinator' || kind === 'secretariat' ? kind : null
  return { kind: 'termsVersion', office, group: body }
}
