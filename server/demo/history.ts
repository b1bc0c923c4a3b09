import { dayMs, hourMs, minuteMs, type SectionId, type SectionVersionId } from '#shared/core'
import { loadActor } from '#server/group'
import type { MotionSubjects } from '#server/motion'
import { previewVersion, submitVersion, type CreatedPlan, type PlanDeps } from '#server/plan'
import type { NarrativeBlock } from '#shared/narrative'
import { sure, type DemoBodies } from './bodies.ts'
import type { DemoRole } from './people.ts'
import { adoptByRollCall } from './adopting.ts'
import type { DemoClock } from './clock.ts'
import { writeText } from './writing.ts'
import { demoAdopted, demoChildrenDrafts, demoDrafts, demoSubmitted } from './texts.ts'

/** Who holds the pen for the sections of a component. */
const pens = {
  'B.1': 'secretariat',
  'C.1': 'secretariat',
  'C.2': 'ngo-hotline',
  'C.3': 'ngo-shelter',
  'C.4': 'prosecutor',
} as const satisfies Record<string, DemoRole>

/** What the groups have done so far: drafts, one text submitted, one adopted by vote. @returns the submitted one */
export async function writeHistory(
  deps: PlanDeps,
  subjects: MotionSubjects,
  bodies: DemoBodies,
  clock: DemoClock,
): Promise<{ readonly submitted: SectionVersionId }> {
  for (const [key, blocks] of Object.entries(demoDrafts)) {
    const pen = Object.entries(pens).find(([prefix]) => key.startsWith(prefix))
    await draft(deps, bodies, bodies.plans.nap, key, blocks, pen?.[1] ?? 'secretariat')
    clock.pass(dayMs + 37 * minuteMs)
  }
  for (const [key, blocks] of Object.entries(demoChildrenDrafts)) {
    await draft(deps, bodies, bodies.plans.children, key, blocks, 'ngo-children')
    clock.pass(3 * hourMs)
  }
  const adopted = await submit(deps, bodies, demoAdopted, 'ngo-shelter')
  clock.pass(5 * dayMs)
  const vote = {
    group: 'protection',
    chair: 'chair-protection',
    subjectKind: 'sectionVersion',
    subjectId: adopted,
  } as const
  await adoptByRollCall(deps, subjects, bodies, clock, vote)
  clock.pass(4 * dayMs + 2 * hourMs)
  return { submitted: await submit(deps, bodies, demoSubmitted, 'ngo-hotline') }
}

async function draft(
  deps: PlanDeps,
  bodies: DemoBodies,
  plan: CreatedPlan,
  key: string,
  blocks: readonly NarrativeBlock[],
  role: DemoRole,
): Promise<void> {
  await writeText(deps, sectionOf(plan, key), bodies.person(role), blocks)
}

async function submit(deps: PlanDeps, bodies: DemoBodies, key: string, role: DemoRole): Promise<SectionVersionId> {
  const actor = await loadActor(deps.read, bodies.person(role), deps.now())
  const sectionId = sectionOf(bodies.plans.nap, key)
  const { digest } = sure(await previewVersion(deps, actor, sectionId))
  return sure(await submitVersion(deps, actor, sectionId, { digest }))
}

function sectionOf(plan: CreatedPlan, key: string): SectionId {
  const id = plan.sectionIds.get(key)
  if (id === undefined) throw new Error(`the plan has no section ${key}`)
  return id
}
