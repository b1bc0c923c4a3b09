import { describe, expect, test } from 'vitest'
import { minuteMs, type MeetingId } from '#shared/core'
import { isUnderWay, type MeetingState } from '#shared/meeting'
import { minutesOfMeeting } from '#server/minutes'
import {
  aboutToBegin,
  announced,
  arrive,
  floorNow,
  lastActs,
  meetingNow,
  parts,
  underWay,
} from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { actor, inVoteWorkspace, workspace } from '../../../tests/support/vote-workspace.ts'
import { attendanceOf } from '../attendance-store.ts'
import { updateMeeting } from '../store.ts'
import { setCurrentItem } from './items.ts'
import { adjournMeeting, resumeMeeting, startMeeting, suspendMeeting } from './session.ts'

inVoteWorkspace()

type Move = 'start' | 'suspend' | 'resume' | 'adjourn'

async function make(move: Move, by: string, id: MeetingId) {
  const who = await actor(by)
  switch (move) {
    case 'start':
      return startMeeting(workspace.deps, parts(), who, id)
    case 'suspend':
      return suspendMeeting(workspace.deps, who, id, null)
    case 'resume':
      return resumeMeeting(workspace.deps, who, id)
    case 'adjourn':
      return adjournMeeting(workspace.deps, parts(), who, id)
  }
}

/** A meeting with the chair in it, put into a state without the way there. */
async function meetingIn(state: MeetingState): Promise<MeetingId> {
  const id = isUnderWay(state) ? await underWay() : await aboutToBegin()
  if (!isUnderWay(state)) await arrive(id, 'nationalCoordinator')
  await workspace.deps.transaction(tx => updateMeeting(tx, id, { state }))
  return id
}

const moved = 'meeting-moved-on'
/** What the chair gets, and the state after it. */
const table: readonly (readonly [MeetingState, Move, string, MeetingState])[] = [
  ['draft', 'start', moved, 'draft'],
  ['draft', 'suspend', moved, 'draft'],
  ['draft', 'resume', moved, 'draft'],
  ['draft', 'adjourn', moved, 'draft'],
  ['convened', 'start', 'ok', 'inSession'],
  ['convened', 'suspend', moved, 'convened'],
  ['convened', 'resume', moved, 'convened'],
  ['convened', 'adjourn', moved, 'convened'],
  ['inSession', 'start', 'ok', 'inSession'],
  ['inSession', 'suspend', 'ok', 'suspended'],
  ['inSession', 'resume', 'ok', 'inSession'],
  ['inSession', 'adjourn', 'ok', 'adjourned'],
  ['suspended', 'start', 'ok', 'suspended'],
  ['suspended', 'suspend', 'ok', 'suspended'],
  ['suspended', 'resume', 'ok', 'inSession'],
  ['suspended', 'adjourn', moved, 'suspended'],
  ['adjourned', 'start', moved, 'adjourned'],
  ['adjourned', 'suspend', moved, 'adjourned'],
  ['adjourned', 'resume', moved, 'adjourned'],
  ['adjourned', 'adjourn', 'ok', 'adjourned'],
  ['recorded', 'start', moved, 'recorded'],
  ['recorded', 'suspend', moved, 'recorded'],
  ['recorded', 'resume', moved, 'recorded'],
  ['recorded', 'adjourn', 'ok', 'recorded'],
  ['cancelled', 'start', moved, 'cancelled'],
  ['cancelled', 'suspend', moved, 'cancelled'],
  ['cancelled', 'resume', moved, 'cancelled'],
  ['cancelled', 'adjourn', moved, 'cancelled'],
]

describe('the chair', () => {
  test.each(table)('[M2] %s, %s: %s, then %s', async (from, move, outcome, to) => {
    const id = await meetingIn(from)
    const before = workspace.events.length
    expect(typeOf(await make(move, 'nationalCoordinator', id))).toBe(outcome)
    expect((await meetingNow(id)).state).toBe(to)
    // Only what changes something is told.
    expect(announced(before)).toEqual(from === to ? [] : [{ type: 'changed', topic: 'meeting', id }])
  })
})

describe('whoever does not preside', () => {
  test.each(
    (['convened', 'inSession', 'suspended'] as const).flatMap(from =>
      ['secretariat', 's1.head', 'n1.head'].flatMap(by =>
        (['start', 'suspend', 'resume', 'adjourn'] as const).map(move => [from, by, move] as const),
      ),
    ),
  )('[M2] %s: %s does not %s it', async (from, by, move) => {
    const id = await meetingIn(from)
    expect(typeOf(await make(move, by, id))).toBe('not-permitted')
    expect((await meetingNow(id)).state).toBe(from)
  })

  test('[M2] whoever may not see it is told that there is nothing', async () => {
    const id = await meetingIn('convened')
    expect(typeOf(await make('start', 'stranger', id))).toBe('not-found')
  })
})

describe('beginning', () => {
  test('[M3] needs the chair in the room, and one who left is not', async () => {
    const id = await aboutToBegin()
    expect(typeOf(await make('start', 'nationalCoordinator', id))).toBe('chair-not-present')
    await arrive(id, 's1.head')
    expect(typeOf(await make('start', 'nationalCoordinator', id))).toBe('chair-not-present')
    await arrive(id, 'nationalCoordinator')
    expect(typeOf(await make('start', 'nationalCoordinator', id))).toBe('ok')
  })

  test('[M5] makes the minutes, once, whoever presses twice', async () => {
    const id = await aboutToBegin()
    await arrive(id, 'nationalCoordinator')
    const both = await Promise.all([make('start', 'nationalCoordinator', id), make('start', 'nationalCoordinator', id)])
    expect(both.map(typeOf)).toEqual(['ok', 'ok'])
    expect(await minutesOfMeeting(workspace.deps.read, id)).toMatchObject({ state: 'live' })
    expect((await lastActs(2)).filter(act => act === 'meeting.started')).toHaveLength(1)
  })
})

describe('time', () => {
  test('[M2] of the current item runs in session and stands while it is suspended', async () => {
    const id = await underWay()
    const item = (await floorNow(id)).items[0] ?? expect.fail('has an item')
    await setCurrentItem(workspace.deps, parts(), await actor('secretariat'), id, item.id)
    workspace.advance(5 * minuteMs)
    await make('suspend', 'nationalCoordinator', id)
    const suspended = await floorNow(id)
    expect(suspended.items[0]).toMatchObject({ usedMs: 5 * minuteMs, openedAt: null })
    expect(suspended.suspendedAt).toBe(workspace.deps.now())
    workspace.advance(20 * minuteMs)
    await make('resume', 'nationalCoordinator', id)
    expect(await floorNow(id)).toMatchObject({ suspendedAt: null, currentItemId: item.id })
    workspace.advance(minuteMs)
    await make('adjourn', 'nationalCoordinator', id)
    expect((await floorNow(id)).items[0]).toMatchObject({ usedMs: 6 * minuteMs, openedAt: null, state: 'postponed' })
    expect((await meetingNow(id)).currentItemId).toBeNull()
  })

  test('[M2] when the chair expects to go on is told to everybody until the session goes on', async () => {
    const id = await underWay()
    const chair = await actor('nationalCoordinator')
    const now = workspace.deps.now()
    expect(typeOf(await suspendMeeting(workspace.deps, chair, id, now))).toBe('resumes-in-the-past')
    expect((await floorNow(id)).state).toBe('inSession')
    await suspendMeeting(workspace.deps, chair, id, now + 15 * minuteMs)
    expect((await floorNow(id)).expectedUntil).toBe(now + 15 * minuteMs)
    // It moves nothing by itself, and is no promise.
    workspace.advance(20 * minuteMs)
    expect(await floorNow(id)).toMatchObject({ state: 'suspended', expectedUntil: now + 15 * minuteMs })
    await make('resume', 'nationalCoordinator', id)
    expect((await floorNow(id)).expectedUntil).toBeNull()
  })

  test('[M3] of everybody’s presence ends with the meeting', async () => {
    const id = await underWay('s1.head', 'n1.head')
    workspace.advance(minuteMs)
    const end = workspace.deps.now()
    await make('adjourn', 'nationalCoordinator', id)
    const stays = await attendanceOf(workspace.deps.read, id)
    expect(stays.map(stay => stay.departedAt)).toEqual([end, end, end])
  })
})
