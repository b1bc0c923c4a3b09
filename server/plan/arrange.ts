/** The Secretariat fits the plan to the country: sections are added, renamed, given away, moved and waived. [P2] */
import { can, type Actor } from '#shared/access'
import { err, ok, type PlanId, type Result, type SectionId } from '#shared/core'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { placeSection, type Section } from '#shared/plan'
import type { NewSection, SectionChange } from '#shared/plan/schema'
import type { CommonProblem } from '#shared/problem'
import { appendRecord } from '#server/record'
import { seedDocument } from '#server/sync'
import type { Deps } from '../deps.ts'
import { announceOutline } from './announce.ts'
import { seedUpdate } from './create-plans.ts'
import { findPlan, findSection, insertSection, listSections, updateSection } from './store.ts'

type Refusal = Extract<CommonProblem, { type: 'not-found' | 'not-permitted' | 'invalid-input' }>

const noSuchGroup = {
  type: 'invalid-input',
  errors: [{ path: '/groupId', message: 'no such group' }],
} as const satisfies Refusal

const notAnIssue = {
  type: 'invalid-input',
  errors: [{ path: '/place', message: 'only issues can be moved' }],
} as const satisfies Refusal

/**
 * Adds an issue at the end of its component, with a text to begin in and one empty goal.
 *
 * - `not-permitted`: only the Secretariat. `not-found`: no such plan. `invalid-input`: no such group.
 */
export async function addSection(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
  input: NewSection,
): Promise<Result<SectionId, Refusal>> {
  if (!can(actor, 'section.arrange')) return err({ type: 'not-permitted' })
  const added = await deps.transaction(async (tx): Promise<Result<SectionId, Refusal>> => {
    if (!(await findPlan(tx, planId))) return err({ type: 'not-found' })
    if (!(await findGroup(tx, input.groupId))) return err(noSuchGroup)
    const id = deps.newId<SectionId>()
    const { title, component, groupId } = input
    const place = { planId, kind: 'issue', component, position: 0 } as const
    const section: Section = { id, ...place, title, groupId, waived: null, frozen: null }
    const others = await listSections(tx, planId)
    await insertSection(tx, section, deps.now())
    await savePlaces(tx, [...others, section], placeSection([...others, section], id, { component, position: 999 }))
    const goal = { id: deps.newId(), text: '', indicators: [], objectives: [] }
    await seedDocument(tx, deps, id, seedUpdate([], [goal]))
    const facts = { plan: planId, title, component, group: groupId }
    await appendRecord(tx, deps, { act: 'section.added', actor: actor.personId, subject: id, facts })
    return ok(id)
  })
  if (added.ok) announceOutline(deps, planId, added.value)
  return added
}

/**
 * Renames, gives to another group, moves, waives or takes up a section. Submitted and adopted versions keep the title
 * and code they were frozen with. [P2, E1]
 *
 * - `not-permitted`: only the Secretariat. `not-found`: no such section.
 * - `invalid-input`: no such group; preamble, background and principles have a fixed place.
 */
export async function changeSection(
  deps: Deps,
  actor: Actor,
  sectionId: SectionId,
  change: SectionChange,
): Promise<Result<void, Refusal>> {
  if (!can(actor, 'section.arrange')) return err({ type: 'not-permitted' })
  const changed = await deps.transaction(async (tx): Promise<Result<Changed, Refusal>> => {
    const before = await findSection(tx, sectionId)
    if (!before) return err({ type: 'not-found' })
    if (change.groupId !== undefined && !(await findGroup(tx, change.groupId))) return err(noSuchGroup)
    if (change.place && before.kind !== 'issue') return err(notAnIssue)

    const note = (
      act: 'renamed' | 'assigned' | 'waived' | 'takenUp' | 'moved',
      facts: Record<string, string | number>,
    ) => appendRecord(tx, deps, { act: `section.${act}`, actor: actor.personId, subject: sectionId, facts })
    let after = before
    if (change.title !== undefined && change.title !== after.title) {
      await note('renamed', { from: after.title, to: change.title })
      after = { ...after, title: change.title }
    }
    if (change.groupId !== undefined && change.groupId !== after.groupId) {
      await note('assigned', { from: after.groupId, to: change.groupId })
      after = { ...after, groupId: change.groupId }
    }
    if (change.waivedReason === null && after.waived) {
      await note('takenUp', { reason: after.waived.reason })
      after = { ...after, waived: null }
    } else if (typeof change.waivedReason === 'string' && change.waivedReason !== after.waived?.reason) {
      await note('waived', { reason: change.waivedReason })
      after = { ...after, waived: { reason: change.waivedReason, at: deps.now() } }
    }
    if (after !== before) await updateSection(tx, after)
    if (change.place) {
      const sections = await listSections(tx, before.planId)
      const moved = await savePlaces(tx, sections, placeSection(sections, sectionId, change.place))
      if (moved) await note('moved', change.place)
    }
    const isWritersChanged = after.groupId !== before.groupId || (after.waived === null) !== (before.waived === null)
    return ok({ planId: before.planId, isWritersChanged })
  })
  if (!changed.ok) return changed
  announceOutline(deps, changed.value.planId, sectionId)
  if (changed.value.isWritersChanged) deps.bus.publish({ type: 'accessChanged', persons: 'everyone' })
  return ok()
}

interface Changed {
  readonly planId: PlanId
  /** Open sockets must be asked again what they may do. */
  readonly isWritersChanged: boolean
}

/** @returns whether any section stands elsewhere now */
async function savePlaces(tx: Tx, before: readonly Section[], after: readonly Section[]): Promise<boolean> {
  const previous = new Map(before.map(section => [section.id, section]))
  const moved = after.filter(section => {
    const old = previous.get(section.id)
    return old?.position !== section.position || old.component !== section.component
  })
  for (const section of moved) await updateSection(tx, section)
  return moved.length > 0
}
