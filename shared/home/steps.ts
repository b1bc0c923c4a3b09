import type { PlanVersionState } from '#shared/endorsement'
import type { PlanKind } from '#shared/plan'
import type { HomePlan, HomeSection } from './home.ts'
import { isSettled } from './tasks.ts'

/** The way of a plan from first words to the public, as a reader follows it. [E1–E3, E7] */
export const planSteps = ['write', 'adopt', 'candidate', 'vote', 'note', 'endorse', 'publish'] as const
export type PlanStep = (typeof planSteps)[number]

export interface StepStanding {
  readonly step: PlanStep
  readonly standing: 'done' | 'now' | 'ahead'
}

// The step on which a version in each state stands; null where nothing comes after the last.
const stepOfState = {
  candidate: 'vote',
  underVote: 'vote',
  returned: 'vote',
  rejected: 'candidate',
  adopted: 'endorse',
  noted: 'endorse',
  sentBack: 'candidate',
  endorsed: 'publish',
  published: null,
  superseded: 'candidate',
} as const satisfies Record<PlanVersionState, PlanStep | null>

/** Only the children's plan is noted by the NWG between its own group's vote and the endorsement. [E7] */
export function stepsOf(kind: PlanKind): readonly PlanStep[] {
  return planSteps.filter(step => step !== 'note' || kind === 'children')
}

/**
 * Where a plan stands on its way.
 *
 * @returns one standing for each step of the plan, `now` at most once; all `done` when it is published
 */
export function stepperOf(plan: Pick<HomePlan, 'kind' | 'sections' | 'version' | 'hidden'>): readonly StepStanding[] {
  const steps = stepsOf(plan.kind)
  const present = currentStep(plan)
  const at = present === null ? steps.length : steps.indexOf(present)
  return steps.map((step, index) => ({
    step,
    standing: index < at ? 'done' : index === at ? 'now' : 'ahead',
  }))
}

/** Still, or again, in the hands of those who write it. */
function isUnfinished({ state }: Pick<HomeSection, 'state'>): boolean {
  return state === 'working' || state === 'returned' || state === 'rejected'
}

function currentStep(plan: Pick<HomePlan, 'kind' | 'sections' | 'version' | 'hidden'>): PlanStep | null {
  if (plan.version) {
    if (plan.kind === 'children' && plan.version.state === 'adopted') return 'note'
    return stepOfState[plan.version.state]
  }
  // Of sections that the person does not see, nothing is known: the plan may not be as far as it looks.
  const complete = plan.hidden === 0 && plan.sections.length > 0
  if (complete && plan.sections.every(isSettled)) return 'candidate'
  const written = plan.sections.length > 0 && plan.sections.every(section => !isUnfinished(section))
  return written ? 'adopt' : 'write'
}
