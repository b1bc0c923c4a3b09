import { expect, test } from 'vitest'
import { asId, dayMs, type GroupId, type PersonId } from '#shared/core'
import { storeMeeting, type MeetingFacts } from '../../tests/support/stored-meeting.ts'
import { inVoteWorkspace, seat, workspace } from '../../tests/support/vote-workspace.ts'
import { groupCadences, readMeetingFigures } from './figures.ts'

inVoteWorkspace()

const stay = (name: string, from: number, to: number) => ({
  seatId: seat(name),
  personId: asId<PersonId>(`${name}.head`),
  from,
  to,
})

function hold(daysAgo: number, facts: Partial<MeetingFacts> = {}) {
  return storeMeeting(workspace.deps, {
    groupId: workspace.group,
    by: asId<PersonId>('secretariat'),
    state: 'adjourned',
    startsAt: workspace.deps.now() - daysAgo * dayMs,
    ...facts,
  })
}

async function figures(as = 'n1.head', groupId = workspace.group) {
  const read = await readMeetingFigures(workspace.deps, await workspace.actor(as), groupId)
  return read.ok ? read.value : read.problem
}

test('[G12] meetings held are counted, drafts, convened and cancelled ones are not', async () => {
  await hold(20)
  await hold(5, { state: 'inSession' })
  for (const state of ['draft', 'convened', 'cancelled'] as const) await hold(1, { state })
  expect(await figures()).toMatchObject({ years: [{ year: 2026, held: 2 }], lastMet: workspace.deps.now() - 5 * dayMs })
})

test('[G12] attendance is by constituency, in seats and in time', async () => {
  await hold(20, { attended: [stay('s1', 0, 180), stay('n1', 0, 90), stay('n2', 170, 180)] })
  const found = await figures()
  expect(found).toMatchObject({
    years: [
      {
        attendance: {
          STATE: { present: 1, presentSeconds: 180 * 60 },
          NGO: { invited: 2, present: 2, presentSeconds: 100 * 60, invitedSeconds: 360 * 60 },
          PARTNER: { present: 0 },
        },
      },
    ],
  })
})

test('[M7] the next meeting is the earliest that is convened or under way', async () => {
  await hold(-30, { state: 'convened', title: 'Later' })
  await hold(-10, { state: 'convened', title: 'Sooner' })
  await hold(-5, { state: 'draft' })
  expect(await figures()).toMatchObject({ next: { title: 'Sooner' }, lastMet: null, cadenceDays: 90 })
})

test('[M7] a group that never met counts from its creation, one that met from its last session', async () => {
  const { deps, group, advance } = workspace
  const since = async () => (await groupCadences(deps.read, deps.now())).get(group)?.overdueSince
  const created = deps.now()
  advance(90 * dayMs)
  expect(await since()).toBeNull()
  advance(1)
  expect(await since()).toBe(created + 90 * dayMs)
  await hold(10)
  expect(await since()).toBeNull()
})

test('[G12] for somebody who may not read the workspace, and of a group that does not exist, there are none', async () => {
  expect(await figures('stranger')).toEqual({ type: 'not-found' })
  expect(await figures('n1.head', asId<GroupId>('none'))).toEqual({ type: 'not-found' })
})
