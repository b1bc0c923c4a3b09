import { can, type Actor, type Subject } from '#shared/access'
import { asId, type SectionId } from '#shared/core'
import { findGroup } from '#server/group'
import type { Queries } from '#server/db'
import type { Group } from '#shared/group'
import type { DocumentAccess, Plan, Section } from '#shared/plan'
import { findPlan, findSection } from './store.ts'

/** A section with what decides who may do what with it. */
export interface PlacedSection {
  readonly section: Section
  readonly plan: Plan
  readonly group: Group
}

export interface SectionRight {
  readonly access: DocumentAccess
  /** The text is closed for writing. */
  readonly frozen: boolean
}

export function subjectOf({ plan, group }: Omit<PlacedSection, 'section'>): Subject {
  return { groupId: group.id, groupKind: group.kind, planKind: plan.kind }
}

/**
 * What a person may do with a section's live text. The voting seats and the chair of the owning group write; the
 * National Co-ordinator and the Secretariat write what is the NWG's; other members and a group's own observers comment;
 * the rapporteur reads. In a waived section, and in a text closed for writing, who else writes may comment. [G8, A1, D4]
 *
 * @returns null where the draft is hidden from this person
 */
export function accessTo(actor: Actor, placed: PlacedSection): DocumentAccess | null {
  const subject = subjectOf(placed)
  const { waived, frozen } = placed.section
  if (!waived && !frozen && can(actor, 'section.edit', subject)) return 'edit'
  if (can(actor, 'section.comment', subject)) return 'comment'
  return can(actor, 'section.read', subject) ? 'read' : null
}

/** @returns null alike for a document that is hidden from this person and for one that does not exist */
export async function sectionAccess(queries: Queries, actor: Actor, documentId: string): Promise<SectionRight | null> {
  const placed = await placeOf(queries, asId<SectionId>(documentId))
  const access = placed && accessTo(actor, placed)
  return access && { access, frozen: placed.section.frozen !== null }
}

export async function placeOf(queries: Queries, sectionId: SectionId): Promise<PlacedSection | null> {
  const section = await findSection(queries, sectionId)
  const plan = section && (await findPlan(queries, section.planId))
  const group = section && (await findGroup(queries, section.groupId))
  return section && plan && group ? { section, plan, group } : null
}
