/**
 * The demonstration workspace: an invented country, made through the same services that people use, with a clock that
 * starts some weeks ago, so that its record reads as a record does.
 */
import { dayMs } from '#shared/core'
import type { MeetingParts } from '#server/meeting'
import type { PlanDeps } from '#server/plan'
import { findWorkspace } from '#server/session'
import { enterBodies } from './bodies.ts'
import { makeClock } from './clock.ts'
import { writeHistory } from './history.ts'
import { holdMeetings } from './meetings.ts'
import { writeTerms } from './terms.ts'

/** How long ago the demonstration workspace says it was set up. */
const daysAgo = 48

/** Makes it once; a workspace that exists is left as it is. */
export async function seedDemo(deps: PlanDeps, parts: MeetingParts, password: string): Promise<void> {
  if (await findWorkspace(deps.read)) return
  const clock = makeClock(deps.now() - daysAgo * dayMs)
  const then: PlanDeps = { ...deps, now: clock.now }
  const bodies = await enterBodies(then, password)
  const seated = clock.now()
  await writeTerms(then, parts.subjects, bodies, clock)
  clock.pass(8 * dayMs - (clock.now() - seated))
  const { submitted } = await writeHistory(then, parts.subjects, bodies, clock)
  await holdMeetings(then, parts, bodies, clock, { today: deps.now(), submitted })
  deps.log.info('demo-seeded')
}
