import { hourMs, minuteMs } from '#shared/core'
import { electorate, loadActor } from '#server/group'
import { castBallot, closeMotion, openMotion, type MotionSubjectKind, type MotionSubjects } from '#server/motion'
import type { PlanDeps } from '#server/plan'
import { sure, type DemoBodies } from './bodies.ts'
import type { DemoClock } from './clock.ts'
import type { DemoRole } from './people.ts'

/** The group's whole roll is called, and everybody is for it but one who abstains. */
export async function adoptByRollCall(
  deps: PlanDeps,
  subjects: MotionSubjects,
  bodies: DemoBodies,
  clock: DemoClock,
  vote: {
    readonly group: string
    readonly chair: DemoRole
    readonly subjectKind: MotionSubjectKind
    readonly subjectId: string
  },
): Promise<void> {
  const { subjectKind, subjectId } = vote
  const chair = await loadActor(deps.read, bodies.person(vote.chair), deps.now())
  const seats = await electorate(deps.read, bodies.group(vote.group), deps.now())
  const motionId = sure(
    await openMotion(deps, subjects, chair, {
      subjectKind,
      subjectId,
      mode: 'meeting',
      roll: seats.map(seat => seat.seatId),
      closesAt: deps.now() + hourMs,
    }),
  )
  const facts = await subjects[subjectKind].load(deps.read, subjectId)
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
