import * as Y from 'yjs'
import { dayMs, hourMs, minuteMs, type SectionId, type SectionVersionId } from '#shared/core'
import { loadActor } from '#server/group'
import { castBallot, openMotion, closeMotion, type MotionSubjects } from '#server/motion'
import { previewVersion, submitVersion, type CreatedPlan, type PlanDeps } from '#server/plan'
import { storeText } from '#server/sync'
import { seedNarrative, type NarrativeBlock } from '#shared/narrative'
import { electorate } from '#server/group'
import { sure, type DemoBodies } from './bodies.ts'
import type { DemoRole } from './people.ts'
import type { DemoClock } from './clock.ts'
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
  await adopt(deps, subjects, bodies, adopted, clock)
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
  const documentId = sectionOf(plan, key)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await deps.readDocument(documentId))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const narrative = doc.getXmlFragment('narrative')
    narrative.delete(0, narrative.length)
    seedNarrative(narrative, blocks)
  })
  const bytes = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  await deps.transaction(tx => storeText(tx, { documentId, personId: bodies.person(role), at: deps.now(), bytes }))
}

async function submit(deps: PlanDeps, bodies: DemoBodies, key: string, role: DemoRole): Promise<SectionVersionId> {
  const actor = await loadActor(deps.read, bodies.person(role), deps.now())
  const sectionId = sectionOf(bodies.plans.nap, key)
  const { digest } = sure(await previewVersion(deps, actor, sectionId))
  return sure(await submitVersion(deps, actor, sectionId, { digest }))
}

/** The group's whole roll is called, and everybody is for it but one who abstains. */
async function adopt(
  deps: PlanDeps,
  subjects: MotionSubjects,
  bodies: DemoBodies,
  versionId: SectionVersionId,
  clock: DemoClock,
): Promise<void> {
  const chair = await loadActor(deps.read, bodies.person('chair-protection'), deps.now())
  const seats = await electorate(deps.read, bodies.group('protection'), deps.now())
  const motionId = sure(
    await openMotion(deps, subjects, chair, {
      subjectKind: 'sectionVersion',
      subjectId: versionId,
      mode: 'meeting',
      roll: seats.map(seat => seat.seatId),
      closesAt: deps.now() + hourMs,
    }),
  )
  const facts = await subjects.sectionVersion.load(deps.read, versionId)
  for (const [index, seat] of seats.entries()) {
    clock.pass(minuteMs)
    const [head] = seat.representatives
    if (!head || !facts) continue
    const voter = await loadActor(deps.read, head.personId, deps.now())
    const choice = index === 1 ? 'ABSTAIN' : 'YES'
    sure(
      await castBallot(deps, subjects, voter, motionId, {
        seatId: seat.seatId,
        choice,
        digest: facts.digest,
        reason: null,
      }),
    )
  }
  clock.pass(minuteMs)
  sure(await closeMotion(deps, subjects, chair, motionId))
}

function sectionOf(plan: CreatedPlan, key: string): SectionId {
  const id = plan.sectionIds.get(key)
  if (id === undefined) throw new Error(`the plan has no section ${key}`)
  return id
}
