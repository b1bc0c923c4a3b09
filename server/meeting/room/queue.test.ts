import { describe, expect, test } from 'vitest'
import { minuteMs, secondMs, type FloorRequestId, type MeetingId } from '#shared/core'
import { floorStates, type FloorMove, type FloorState } from '#shared/meeting'
import { add, floorNow, meetingNow, parts, underWay } from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { actor, inVoteWorkspace, seat, workspace } from '../../../tests/support/vote-workspace.ts'
import { findFloorRequest, updateFloorRequest } from '../floor-store.ts'
import { askForFloor, callToFloor, endFloor, passOverFloor, setSpeechLimit, withdrawFloor } from './queue.ts'
import { finishItem, postponeItem, setCurrentItem } from './items.ts'
import { suspendMeeting } from './session.ts'

inVoteWorkspace()

type Kind = 'speech' | 'pointOfOrder'
const ask = async (by: string, id: MeetingId, kind: Kind = 'speech', at: string | null = by.split('.')[0] ?? '') =>
  askForFloor(workspace.deps, await actor(by), id, { seatId: at === null ? null : seat(at), kind })
async function asked(...given: Parameters<typeof ask>): Promise<FloorRequestId> {
  const result = await ask(...given)
  return result.ok ? result.value : expect.fail(result.problem.type)
}
const acts = { call: callToFloor, end: endFloor, withdraw: withdrawFloor, passOver: passOverFloor }
const make = async (move: FloorMove, by: string, id: FloorRequestId) => acts[move](workspace.deps, await actor(by), id)
const request = async (id: FloorRequestId) =>
  (await findFloorRequest(workspace.deps.read, id)) ?? expect.fail('no such request')
const queue = async (id: MeetingId) => (await floorNow(id)).floor.map(({ personId, state }) => `${personId} ${state}`)

const moved = 'floor-moved-on'
const table: Readonly<Record<FloorMove, Readonly<Record<FloorState, readonly [string, FloorState]>>>> = {
  call: {
    waiting: ['ok', 'speaking'],
    speaking: ['ok', 'speaking'],
    spoke: [moved, 'spoke'],
    withdrawn: [moved, 'withdrawn'],
    passedOver: [moved, 'passedOver'],
  },
  end: {
    waiting: [moved, 'waiting'],
    speaking: ['ok', 'spoke'],
    spoke: ['ok', 'spoke'],
    withdrawn: [moved, 'withdrawn'],
    passedOver: [moved, 'passedOver'],
  },
  withdraw: {
    waiting: ['ok', 'withdrawn'],
    speaking: [moved, 'speaking'],
    spoke: [moved, 'spoke'],
    withdrawn: ['ok', 'withdrawn'],
    passedOver: [moved, 'passedOver'],
  },
  passOver: {
    waiting: ['ok', 'passedOver'],
    speaking: [moved, 'speaking'],
    spoke: [moved, 'spoke'],
    withdrawn: [moved, 'withdrawn'],
    passedOver: ['ok', 'passedOver'],
  },
}
const mayDo = { call: 'secretariat', end: 'secretariat', withdraw: 's1.head', passOver: 'secretariat' } as const
const moves = ['call', 'end', 'withdraw', 'passOver'] as const

describe('what becomes of a wish to speak', () => {
  test.each(moves.flatMap(move => floorStates.map(from => [from, move, ...table[move][from]] as const)))(
    '[M4] %s, %s: %s, then %s',
    async (from, move, outcome, to) => {
      const id = await underWay('s1.head')
      const wish = await asked('s1.head', id)
      const before = { ...(await request(wish)), state: from }
      await workspace.deps.transaction(tx => updateFloorRequest(tx, before))
      expect(typeOf(await make(move, mayDo[move], wish))).toBe(outcome)
      expect((await request(wish)).state).toBe(to)
    },
  )

  test.each([
    ['call', { nationalCoordinator: 'ok', secretariat: 'ok', 's1.head': 'not-permitted', 's2.head': 'not-permitted' }],
    ['end', { nationalCoordinator: 'ok', secretariat: 'ok', 's1.head': 'ok', 's2.head': 'not-permitted' }],
    ['withdraw', { nationalCoordinator: 'not-permitted', 's1.head': 'ok', 's1.alternate': 'not-permitted' }],
    ['passOver', { nationalCoordinator: 'ok', secretariat: 'ok', 's1.head': 'not-permitted', stranger: 'not-found' }],
  ] as const)('[M4] who may %s: %j', async (move, whom) => {
    const id = await underWay('s1.head')
    for (const [by, outcome] of Object.entries(whom)) {
      const wish = await asked('s1.head', id)
      if (move === 'end') await make('call', 'secretariat', wish)
      expect([by, typeOf(await make(move, by, wish))]).toEqual([by, outcome])
      // The next one begins anew.
      await make(move === 'end' ? 'end' : 'passOver', 'secretariat', wish)
    }
  })
})

describe('asking to speak', () => {
  test.each([
    ['s1.head', 's1', 'ok', 'a seat that is there'],
    ['s2.head', 's2', 'not-checked-in', 'a seat that is not'],
    ['s1.head', 's2', 'not-checked-in', 'another’s seat'],
    ['secretariat', null, 'ok', 'by office'],
    ['s1.head', null, 'not-checked-in', 'by no office'],
    ['stranger', null, 'not-found', 'who may not see it'],
  ])('[M4] %s for %s: %s (%s)', async (by, at, outcome, _why) => {
    const id = await underWay('s1.head', 'secretariat')
    expect(typeOf(await ask(by, id, 'speech', at))).toBe(outcome)
  })

  test('[M4] points of order are called first, then who asked first', async () => {
    const id = await underWay('s1.head', 's2.head', 'n1.head')
    await ask('s1.head', id)
    workspace.advance(1)
    await ask('n1.head', id)
    workspace.advance(1)
    await ask('s2.head', id, 'pointOfOrder')
    expect(await queue(id)).toEqual(['s2.head waiting', 's1.head waiting', 'n1.head waiting'])
  })

  test('[M4] one wish of each kind waits for a seat: pressed twice it is the same, by another it is refused', async () => {
    const id = await underWay('s1.head', 's1.alternate')
    const both = await Promise.all([ask('s1.head', id), ask('s1.head', id)])
    expect(both[0]).toEqual(both[1])
    expect(typeOf(await ask('s1.alternate', id))).toBe('already-in-queue')
    expect(typeOf(await ask('s1.alternate', id, 'pointOfOrder'))).toBe('ok')
    expect(await queue(id)).toHaveLength(2)
  })

  test('[M4] those who are there by office wait each for themselves', async () => {
    const id = await underWay('secretariat')
    expect(typeOf(await ask('secretariat', id, 'speech', null))).toBe('ok')
    expect(typeOf(await ask('nationalCoordinator', id, 'speech', null))).toBe('ok')
  })
})

describe('speaking', () => {
  test('[M4] one speaks at a time; time is counted by constituency, from call to end', async () => {
    const id = await underWay('s1.head', 'n1.head')
    const [first, second] = [await asked('s1.head', id), await asked('n1.head', id)]
    await make('call', 'nationalCoordinator', first)
    workspace.advance(90 * secondMs)
    await make('call', 'nationalCoordinator', second)
    workspace.advance(30 * secondMs)
    expect(await queue(id)).toEqual(['n1.head speaking', 's1.head spoke'])
    await make('end', 'n1.head', second)
    expect((await floorNow(id)).spokenMs).toEqual({ STATE: 90_000, NGO: 30_000, PARTNER: 0, OBSERVER: 0 })
  })

  test('[M4] of two chairs who call at once, one speaker has the floor', async () => {
    const id = await underWay('s1.head', 'n1.head')
    const [first, second] = [await asked('s1.head', id), await asked('n1.head', id)]
    await Promise.all([make('call', 'nationalCoordinator', first), make('call', 'secretariat', second)])
    expect((await queue(id)).filter(line => line.endsWith('speaking'))).toEqual(['n1.head speaking'])
  })

  test('[M4] ends when the session is suspended, and nobody is called while it is', async () => {
    const id = await underWay('s1.head', 'n1.head')
    const [first, second] = [await asked('s1.head', id), await asked('n1.head', id)]
    await make('call', 'secretariat', first)
    workspace.advance(minuteMs)
    await suspendMeeting(workspace.deps, await actor('nationalCoordinator'), id, null)
    expect(await request(first)).toMatchObject({ state: 'spoke', endedAt: workspace.deps.now() })
    expect(typeOf(await make('call', 'secretariat', second))).toBe('meeting-not-under-way')
    expect((await request(second)).state).toBe('waiting')
  })

  test('[M4] times are the server’s: what a device says of its clock is not taken', async () => {
    const id = await underWay('s1.head')
    const wish = await asked('s1.head', id)
    await make('call', 'secretariat', wish)
    const { floor, serverNow } = await floorNow(id)
    expect(floor).toMatchObject([{ startedAt: workspace.deps.now(), endedAt: null }])
    expect(serverNow).toBe(workspace.deps.now())
  })
})

describe('the floor is given back', () => {
  /** Somebody speaks on the first item for a minute, and a second one waits. */
  async function speaking() {
    const id = await underWay('s1.head', 's2.head')
    const one = (await floorNow(id)).items[0]?.id ?? expect.fail('has an item')
    const two = await add(id, 'Second')
    await setCurrentItem(workspace.deps, parts(), await actor('secretariat'), id, one)
    const speech = await asked('s1.head', id)
    await make('call', 'secretariat', speech)
    const waiting = await asked('s2.head', id)
    workspace.advance(minuteMs)
    return { id, one, two, speech, waiting }
  }

  test.each(['finish', 'postpone', 'next', 'leave'] as const)(
    '[M4] with the item, when the meeting is to %s: the speech is kept, and who waits still does',
    async how => {
      const { id, one, two, speech, waiting } = await speaking()
      const who = await actor('secretariat')
      if (how === 'finish') await finishItem(workspace.deps, parts(), who, one)
      else if (how === 'postpone') await postponeItem(workspace.deps, parts(), who, one)
      else await setCurrentItem(workspace.deps, parts(), who, id, how === 'next' ? two : null)
      const { startedAt, ...ended } = await request(speech)
      expect(ended).toMatchObject({ state: 'spoke', itemId: one, endedAt: workspace.deps.now() })
      expect(workspace.deps.now() - (startedAt ?? 0)).toBe(minuteMs)
      expect((await request(waiting)).state).toBe('waiting')
    },
  )

  test('[M4] not when another item than the current one is finished, nor when the current one is called up again', async () => {
    const { id, one, two, speech } = await speaking()
    const who = await actor('secretariat')
    await finishItem(workspace.deps, parts(), who, two)
    await setCurrentItem(workspace.deps, parts(), who, id, one)
    expect((await request(speech)).state).toBe('speaking')
  })
})

describe('the limit of a speech', () => {
  test.each([
    ['nationalCoordinator', 'ok'],
    ['secretariat', 'ok'],
    ['s1.head', 'not-permitted'],
    ['stranger', 'not-found'],
  ])('[M4] %s sets it: %s', async (by, outcome) => {
    const id = await underWay()
    expect(typeOf(await setSpeechLimit(workspace.deps, await actor(by), id, 180))).toBe(outcome)
    expect((await meetingNow(id)).speechLimitSeconds).toBe(outcome === 'ok' ? 180 : null)
  })
})
