import * as Y from 'yjs'
import type { GroupId, PersonId, PlanId, SectionId } from '#shared/core'
import type { Tx } from '#server/db'
import { seedNarrative, type NarrativeBlock } from '#shared/narrative'
import { referenceTo, seedFramework, type ObjectiveReference, type SeedGoal } from '#shared/plan/framework'
import {
  childrenTemplate,
  napTemplate,
  type TemplateGoal,
  type TemplateOwner,
  type TemplateSection,
} from '#shared/plan/template'
import type { Plan, PlanKind, Section } from '#shared/plan'
import { appendRecord } from '#server/record'
import { seedDocument } from '#server/sync'
import type { Deps } from '../deps.ts'
import { insertPlan, insertSection } from './store.ts'

type PlanDeps = Pick<Deps, 'now' | 'newId'>

export interface NewPlans {
  readonly nwgGroupId: GroupId
  readonly childrenGroupId: GroupId
  /** The group behind each owner that the templates name. [G8] */
  readonly groupIdByOwner: Readonly<Record<TemplateOwner, GroupId>>
  /** Who sets the workspace up, for the record. */
  readonly by: PersonId | null
}

export interface CreatedPlan {
  readonly id: PlanId
  /** Section by the template's key: `C.1.1`. */
  readonly sectionIds: ReadonlyMap<string, SectionId>
}

const titles = {
  nap: 'National Action Plan',
  children: 'Action Plan against Trafficking in Children',
} as const satisfies Record<PlanKind, string>

const templates = { nap: napTemplate, children: childrenTemplate } as const satisfies Record<
  PlanKind,
  readonly TemplateSection[]
>

/** Makes both plans of a workspace from the model strategy, texts included. [P2, P4, P8] */
export async function createPlans(
  tx: Tx,
  deps: PlanDeps,
  input: NewPlans,
): Promise<Readonly<Record<PlanKind, CreatedPlan>>> {
  return {
    nap: await createPlan(tx, deps, input, 'nap', input.nwgGroupId),
    children: await createPlan(tx, deps, input, 'children', input.childrenGroupId),
  }
}

async function createPlan(
  tx: Tx,
  deps: PlanDeps,
  input: NewPlans,
  kind: PlanKind,
  groupId: GroupId,
): Promise<CreatedPlan> {
  const template = templates[kind]
  const plan: Plan = { id: deps.newId(), kind, title: titles[kind], groupId }
  await insertPlan(tx, plan, deps.now())
  await appendRecord(tx, deps, {
    act: 'plan.created',
    actor: input.by,
    subject: plan.id,
    facts: { kind, title: plan.title, group: groupId, sections: template.length },
  })
  const ids = templateIds(template, deps)
  for (const [position, source] of template.entries()) {
    const section: Section = {
      id: ids.section(source.key),
      planId: plan.id,
      kind: source.kind,
      component: source.component,
      position,
      title: source.title,
      groupId: input.groupIdByOwner[source.owner],
      waived: null,
      frozen: null,
    }
    await insertSection(tx, section, deps.now())
    await seedDocument(tx, deps, section.id, seedUpdate(source.narrative, seedGoals(source.goals, ids, deps)))
  }
  return { id: plan.id, sectionIds: ids.sectionIds }
}

/** The first state of a section's document as one update: narrative and framework. */
export function seedUpdate(narrative: readonly NarrativeBlock[], goals: readonly SeedGoal[]): Uint8Array {
  const doc = new Y.Doc()
  seedNarrative(doc.getXmlFragment('narrative'), narrative)
  seedFramework(doc, goals)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

interface TemplateIds {
  readonly sectionIds: ReadonlyMap<string, SectionId>
  section(key: string): SectionId
  element(key: string): string
  reference(key: string): ObjectiveReference
}

/** Ids for all keys of a template before anything is made, since links lead forwards too. */
function templateIds(template: readonly TemplateSection[], deps: Pick<Deps, 'newId'>): TemplateIds {
  const sectionIds = new Map<string, SectionId>()
  const sectionIdByObjective = new Map<string, SectionId>()
  const elementIds = new Map<string, string>()
  for (const section of template) {
    const sectionId = deps.newId<SectionId>()
    sectionIds.set(section.key, sectionId)
    for (const objective of section.goals.flatMap(goal => goal.objectives)) {
      elementIds.set(objective.key, deps.newId())
      sectionIdByObjective.set(objective.key, sectionId)
    }
  }
  return {
    sectionIds,
    section: key => known(sectionIds, key),
    element: key => known(elementIds, key),
    reference: key => referenceTo(known(sectionIdByObjective, key), known(elementIds, key)),
  }
}

function seedGoals(goals: readonly TemplateGoal[], ids: TemplateIds, deps: Pick<Deps, 'newId'>): readonly SeedGoal[] {
  const seedIndicator = (text: string) => ({ id: deps.newId(), text })
  return goals.map(goal => ({
    id: deps.newId(),
    text: goal.text,
    indicators: goal.indicators.map(seedIndicator),
    objectives: goal.objectives.map(objective => ({
      id: ids.element(objective.key),
      text: objective.text,
      dependsOn: objective.dependsOn.map(key => ids.reference(key)),
      indicators: objective.indicators.map(seedIndicator),
    })),
  }))
}

function known<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the template knows no ${key}`)
  return value
}
