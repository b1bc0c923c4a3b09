import { can, type Action, type Actor, type Subject } from '#shared/access'
import { asId, err, ok, type Instant, type Result, type SectionId } from '#shared/core'
import { findGroup } from '#server/group'
import { damagedSince } from '#server/sync'
import type { Queries } from '#server/db'
import type { Group } from '#shared/group'
import type { DocumentAccess, Plan, Section } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import { findPlan, findSection } from './store.ts'

/** A section with what decides who may do what with it. */
export interface PlacedSection {
  readonly section: Section
  readonly plan: Plan
  readonly group: Group
  /** When it was found that a part of its text cannot be read; the text stands still since. */
  readonly damagedAt: Instant | null
}

export type ActRefusal = Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

export interface SectionRight {
  readonly access: DocumentAccess
  /** The text is closed for writing, or stands still. */
  readonly frozen: boolean
}

export function subjectOf({ plan, group }: Pick<PlacedSection, 'plan' | 'group'>): Subject {
  return { groupId: group.id, groupKind: group.kind, planKind: plan.kind }
}

/**
 * What a person may do with a section's live text. The voting seats and the chair of the owning group write; the
 * National Co-ordinator and the Secretariat write what is the NWG's; other members and a group's own observers comment;
 * the rapporteur reads. In a waived section, in a text closed for writing and in one of which a part cannot be read, who
 * else writes may comment. [G8, A1, D4]
 *
 * @returns null where the draft is hidden from this person
 */
export function accessTo(actor: Actor, placed: PlacedSection): DocumentAccess | null {
  const subject = subjectOf(placed)
  if (!placed.section.waived && !standsStill(placed) && can(actor, 'section.edit', subject)) return 'edit'
  if (can(actor, 'section.comment', subject)) return 'comment'
  return can(actor, 'section.read', subject) ? 'read' : null
}

/** Closed for writing, by somebody or because a part of it cannot be read. */
export function standsStill({ section, damagedAt }: Pick<PlacedSection, 'section' | 'damagedAt'>): boolean {
  return section.frozen !== null || damagedAt !== null
}

/** @returns null alike for a document that is hidden from this person and for one that does not exist */
export async function sectionAccess(queries: Queries, actor: Actor, documentId: string): Promise<SectionRight | null> {
  const placed = await placeOf(queries, asId<SectionId>(documentId))
  const access = placed && accessTo(actor, placed)
  return access && { access, frozen: standsStill(placed) }
}

export async function placeOf(queries: Queries, sectionId: SectionId): Promise<PlacedSection | null> {
  const section = await findSection(queries, sectionId)
  const plan = section && (await findPlan(queries, section.planId))
  const group = section && (await findGroup(queries, section.groupId))
  return section && plan && group ? { section, plan, group, damagedAt: await damagedSince(queries, sectionId) } : null
}

/**
 * The section that somebody means to act on.
 *
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to do.
 */
export async function placeForAct(
  queries: Queries,
  actor: Actor,
  action: Action,
  sectionId: SectionId,
): Promise<Result<PlacedSection, ActRefusal>> {
  const placed = await placeOf(queries, sectionId)
  if (!placed || accessTo(actor, placed) === null) return err({ type: 'not-found' })
  return can(actor, action, subjectOf(placed)) ? ok(placed) : err({ type: 'not-permitted' })
}
