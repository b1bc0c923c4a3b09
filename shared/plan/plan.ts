import type { GroupId, Instant, PersonId, PlanId, SectionId, SectionVersionId } from '#shared/core'
import type { ComponentNumber, PlanKind, SectionKind } from './states.ts'

/** One of the workspace's two plans. [P1, P8] */
export interface Plan {
  readonly id: PlanId
  readonly kind: PlanKind
  readonly title: string
  /** The group that adopts the whole: the NWG, or the children's TWG for its own plan. */
  readonly groupId: GroupId
}

/** A part of a plan, owned by one group. Its live text is the document with the same id. [P2] */
export interface Section {
  readonly id: SectionId
  readonly planId: PlanId
  readonly kind: SectionKind
  /** None for preamble, background and principles. */
  readonly component: ComponentNumber | null
  /** Order in the plan; the code is derived from it. */
  readonly position: number
  readonly title: string
  /** Who writes and adopts it. [G8] */
  readonly groupId: GroupId
  readonly waived: { readonly reason: string; readonly at: Instant } | null
  /** Closed for writing, which a socket is told as 4423, frozen. Null while the text is open. */
  readonly frozen: TextClosing | null
}

export interface TextClosing {
  readonly at: Instant
  readonly by: PersonId
  readonly reason: string | null
  /** The text opens by itself when the vote on this version is over; null where it stays closed until opened by hand. */
  readonly untilVersion: SectionVersionId | null
}

/** The order in which a plan is read: what stands before the components, then the components one by one. */
export function inPlanOrder<S extends Pick<Section, 'component' | 'position'>>(sections: readonly S[]): readonly S[] {
  return sections.toSorted(
    (one, other) => (one.component ?? 0) - (other.component ?? 0) || one.position - other.position,
  )
}

/**
 * Puts an issue at a place among the issues of a component. [P2]
 *
 * @param sections all sections of the plan
 * @param place.position from 0; beyond the last is the last
 * @returns all sections in their new order, with positions from 0 through the plan
 */
export function placeSection<S extends Pick<Section, 'id' | 'component' | 'position'>>(
  sections: readonly S[],
  id: SectionId,
  place: { readonly component: ComponentNumber; readonly position: number },
): readonly S[] {
  const moved = sections.find(section => section.id === id)
  if (!moved) return sections
  const others = inPlanOrder(sections.filter(section => section.id !== id))
  const before = others.filter(section => (section.component ?? 0) < place.component)
  const beside = others.filter(section => section.component === place.component)
  const after = others.filter(section => (section.component ?? 0) > place.component)
  const placed = { ...moved, component: place.component }
  const row = [...beside.slice(0, place.position), placed, ...beside.slice(place.position)]
  return [...before, ...row, ...after].map((section, position) => ({ ...section, position }))
}
