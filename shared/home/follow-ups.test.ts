import { expect, test } from 'vitest'
import { asId, type GroupId, type MotionId } from '#shared/core'
import type { FollowUp } from '#shared/motion'
import { followUpTasks } from './follow-ups.ts'

function buildFollowUp(id: string, part: Partial<FollowUp>): FollowUp {
  return {
    id: asId<MotionId>(id),
    title: `Text ${id}`,
    name: null,
    group: { id: asId<GroupId>('nwg'), kind: 'nwg', name: 'NWG' },
    subject: { kind: 'sectionVersion', id: `version-${id}` },
    toAnswer: [],
    reconcileUntil: null,
    secondRound: false,
    dissent: null,
    certify: false,
    ...part,
  }
}

test('[V9] [V13] somebody’s second step comes first, then what runs out soonest, then what has no end', () => {
  const tasks = followUpTasks([
    buildFollowUp('m1', { secondRound: true }),
    buildFollowUp('m2', { reconcileUntil: 900 }),
    buildFollowUp('m3', { dissent: { until: 500, seats: ['Harbour House'] } }),
    buildFollowUp('m5', { certify: true }),
    buildFollowUp('m4', { toAnswer: [{ act: 'void', askedBy: 'Ilira Vasko', until: 990 }] }),
  ])
  expect(tasks.map(({ kind, motionId }) => `${kind} ${motionId}`)).toEqual([
    'confirmAct m4',
    'dissent m3',
    'reconcile m2',
    'secondRound m1',
    'certify m5',
  ])
})

test('[V9] of outcomes to be certified each is a task, so that each leads to its vote', () => {
  const all = ['m1', 'm2', 'm3'].map(id => buildFollowUp(id, { certify: true }))
  expect(followUpTasks(all).map(({ kind, motionId }) => `${kind} ${motionId}`)).toEqual([
    'certify m1',
    'certify m2',
    'certify m3',
  ])
})
