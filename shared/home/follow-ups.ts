import type { FollowUp } from '#shared/motion'
import type { FollowUpTask } from './home.ts'

/**
 * What votes ask of a person once they are over, and acts of two on any vote; what waits for somebody's second step first,
 * then what runs out soonest, then what has no end. [V9, V13]
 */
export function followUpTasks(followUps: readonly FollowUp[]): readonly FollowUpTask[] {
  const timed = followUps.flatMap(withTime).toSorted((a, b) => a.until - b.until)
  const rounds = followUps.filter(one => one.secondRound)
  const outcomes = followUps.filter(one => one.certify)
  return [
    ...timed.filter(({ kind }) => kind === 'confirmAct'),
    ...timed.filter(({ kind }) => kind !== 'confirmAct'),
    ...rounds.map(one => ({ kind: 'secondRound', ...aboutVote(one), subject: one.subject }) as const),
    ...outcomes.map(one => ({ kind: 'certify', ...aboutVote(one) }) as const),
  ]
}

function withTime(one: FollowUp): readonly Extract<FollowUpTask, { readonly until: number }>[] {
  const about = aboutVote(one)
  const { toAnswer, reconcileUntil, dissent } = one
  return [
    ...toAnswer.map(act => ({ kind: 'confirmAct', ...about, ...act }) as const),
    ...(reconcileUntil === null ? [] : [{ kind: 'reconcile', ...about, until: reconcileUntil } as const]),
    ...(dissent === null ? [] : [{ kind: 'dissent', ...about, ...dissent } as const]),
  ]
}

function aboutVote({ id, title, name, subject, group }: FollowUp) {
  return { motionId: id, subjectKind: subject.kind, title, name, groupName: group.name }
}
