/** Reading the plans: the outline, one section, the documents a person can open, objectives to link to. */
import { can, type Actor } from '#shared/access'
import { err, ok, type Result, type SectionId } from '#shared/core'
import type { Queries } from '#server/db'
import { listGroups } from '#server/group'
import { readDamagedTexts } from '#server/sync'
import { objectiveCode, sectionCodes, type DocumentAccess, type Plan } from '#shared/plan'
import { objectivesOf, referenceTo } from '#shared/plan/framework'
import type { DocumentEntry } from '#shared/document/schema'
import type { ObjectiveEntry, PlanOutline, SectionDetail } from '#shared/plan/schema'
import type { CommonProblem } from '#shared/problem'
import type { Deps } from '../deps.ts'
import { accessTo, placeOf, standsStill, subjectOf, type PlacedSection } from './access.ts'
import { readLiveFramework } from './live-text.ts'
import type { PlanDeps } from './plan-deps.ts'
import { planEntry, sectionEntry, versionEntry } from './present.ts'
import { presentSetAside } from './set-aside.ts'
import { listPlans, listSections } from './store.ts'
import { versionsOfPlan, versionsOfSection } from './version-store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

interface CodedSection extends PlacedSection {
  readonly code: string
}

interface OpenSection extends CodedSection {
  readonly access: DocumentAccess
}

/** Both plans with the sections that this person may read, the National Action Plan first. [D4] */
export async function readPlans(deps: Pick<Deps, 'read'>, actor: Actor): Promise<PlanOutline[]> {
  const outlines: PlanOutline[] = []
  for (const plan of await listPlans(deps.read)) {
    const placed = await placedSections(deps.read, plan)
    const open = openTo(actor, placed)
    const versions = await versionsOfPlan(deps.read, plan.id)
    const sections: PlanOutline['sections'] = []
    for (const { code, access, ...rest } of open) {
      const own = versions.filter(version => version.sectionId === rest.section.id)
      sections.push(await sectionEntry(deps.read, rest, { code, access, versions: own }))
    }
    outlines.push({ ...(await planEntry(deps.read, plan)), sections, hidden: placed.length - open.length })
  }
  return outlines
}

/** The live texts this person can open, in the order of the plans. */
export async function readDocuments(deps: Pick<Deps, 'read'>, actor: Actor): Promise<DocumentEntry[]> {
  const documents: DocumentEntry[] = []
  for (const plan of await listPlans(deps.read)) {
    for (const placed of openTo(actor, await placedSections(deps.read, plan))) {
      const { section, group, code, access } = placed
      const { id, title } = section
      const frozen = standsStill(placed)
      documents.push({ id, kind: 'section', code, title, group: { id: group.id, name: group.name }, access, frozen })
    }
  }
  return documents
}

/** - `not-found`: missing or hidden. */
export async function readSection(
  deps: Pick<Deps, 'read'>,
  actor: Actor,
  sectionId: SectionId,
): Promise<Result<SectionDetail, NotFound>> {
  const placed = await placeOf(deps.read, sectionId)
  const access = placed && accessTo(actor, placed)
  if (!placed || !access) return err({ type: 'not-found' })
  const codes = sectionCodes(placed.plan.kind, await listSections(deps.read, placed.plan.id))
  const versions = await versionsOfSection(deps.read, sectionId)
  return ok({
    ...(await sectionEntry(deps.read, placed, { code: codes.get(sectionId) ?? '', access, versions })),
    plan: await planEntry(deps.read, placed.plan),
    setAside: can(actor, 'section.resumeText', subjectOf(placed)) ? await presentSetAside(deps.read, placed) : null,
    versions: versions.map(versionEntry),
  })
}

/** The objectives of the live texts that this person may read, with the codes of this moment. [P5, P7] */
export async function readObjectives(deps: PlanDeps, actor: Actor): Promise<ObjectiveEntry[]> {
  const objectives: ObjectiveEntry[] = []
  for (const plan of await listPlans(deps.read)) {
    for (const { section, code } of openTo(actor, await placedSections(deps.read, plan))) {
      if (section.kind !== 'issue') continue
      for (const { id, letter, text } of objectivesOf(await readLiveFramework(deps, section.id))) {
        const reference = referenceTo(section.id, id)
        objectives.push({ reference, sectionId: section.id, code: objectiveCode(code, letter), text })
      }
    }
  }
  return objectives
}

/** All sections of a plan in its order, each with its group and its code. */
async function placedSections(queries: Queries, plan: Plan): Promise<readonly CodedSection[]> {
  const groups = new Map((await listGroups(queries)).map(group => [group.id, group]))
  const sections = await listSections(queries, plan.id)
  const codes = sectionCodes(plan.kind, sections)
  const damaged = await readDamagedTexts(queries)
  return sections.map(section => {
    const group = groups.get(section.groupId)
    if (!group) throw new Error(`section ${section.id} is owned by no group`)
    const damagedAt = damaged.get(section.id) ?? null
    return { section, plan, group, damagedAt, code: codes.get(section.id) ?? '' }
  })
}

function openTo(actor: Actor, sections: readonly CodedSection[]): readonly OpenSection[] {
  return sections.flatMap(section => {
    const access = accessTo(actor, section)
    return access ? [{ ...section, access }] : []
  })
}
