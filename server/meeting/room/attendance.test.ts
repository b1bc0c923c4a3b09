import { describe, expect, test } from 'vitest'
import { asId, hourMs, minuteMs, type MeetingId, type SeatId } from '#shared/core'
import { shortCheckInCode } from '#shared/meeting'
import type { CheckInBody } from '#shared/meeting/room/schema'
import { endAccreditation } from '#server/group'
import {
  aboutToBegin,
  arrive,
  convened,
  floorNow,
  meetingNow,
  parts,
  underWay,
} from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { actor, inVoteWorkspace, seat, workspace } from '../../../tests/support/vote-workspace.ts'
import { attendanceOf } from '../attendance-store.ts'
import { updateMeeting } from '../store.ts'
import { checkIn, checkOut, findByShortCode } from './attendance.ts'
import { askForFloor, callToFloor } from './queue.ts'
import { adjournMeeting } from './session.ts'

inVoteWorkspace()

const enter = async (by: string, id: MeetingId, input: CheckInBody) =>
  checkIn(workspace.deps, await actor(by), id, input)
const leave = async (by: string, id: MeetingId, input: Parameters<typeof checkOut>[3]) =>
  checkOut(workspace.deps, await actor(by), id, input)
const stays = (id: MeetingId) => attendanceOf(workspace.deps.read, id)
const presentAt = async (id: MeetingId, name: string) =>
  (await floorNow(id)).seats.find(one => one.seatId === seat(name))?.present ?? expect.fail('no such seat')
const person = asId<never>

describe('who checks in', () => {
  test.each([
    ['s1.head', 's1', 'ok', 'a head'],
    ['s1.alternate', 's1', 'ok', 'an alternate'],
    ['s1.head', 's2', 'not-permitted', 'for another’s seat'],
    ['s1.head', 'nowhere', 'seat-not-invited', 'for no seat of the meeting'],
    ['secretariat', 's1', 'not-permitted', 'the Secretariat, for a seat it does not hold'],
    ['secretariat', null, 'ok', 'the Secretariat, by office'],
    ['nationalCoordinator', null, 'ok', 'the chair, by office'],
    ['s1.head', null, 'not-permitted', 'a head, by no office'],
    ['stranger', null, 'not-found', 'somebody who may not see it'],
  ])('[M3] %s at %s: %s (%s)', async (by, at, outcome, _why) => {
    const id = await aboutToBegin()
    expect(typeOf(await enter(by, id, { seatId: at === null ? null : seat(at) }))).toBe(outcome)
    expect(await stays(id)).toHaveLength(outcome === 'ok' ? 1 : 0)
  })

  test.each([
    ['secretariat', 's1', 's1.head', 'ok'],
    ['nationalCoordinator', 'n1', 'n1.head', 'ok'],
    ['secretariat', 's1', 's2.head', 'not-permitted'],
    ['secretariat', null, 'nationalCoordinator', 'ok'],
    ['secretariat', null, 's1.head', 'not-permitted'],
    ['s1.head', 's1', 's1.alternate', 'not-permitted'],
  ])('[M3] %s notes, at %s, %s: %s', async (by, at, whom, outcome) => {
    const id = await aboutToBegin()
    const input = { seatId: at === null ? null : seat(at), personId: person(whom) }
    expect(typeOf(await enter(by, id, input))).toBe(outcome)
    expect((await stays(id)).map(stay => [stay.personId, stay.notedBy, stay.manner])).toEqual(
      outcome === 'ok' ? [[whom, by, 'room']] : [],
    )
  })
})

describe('when one checks in', () => {
  test('[M3] from an hour before the beginning until adjournment', async () => {
    const id = await convened()
    const { startsAt } = await meetingNow(id)
    const input = { seatId: seat('s1') }
    workspace.advance(startsAt - workspace.deps.now() - hourMs - 1)
    const early = await enter('s1.head', id, input)
    expect(early).toEqual({ ok: false, problem: { type: 'check-in-not-open', opensAt: startsAt - hourMs } })
    workspace.advance(1)
    expect(typeOf(await enter('s1.head', id, input))).toBe('ok')
  })

  test.each([
    ['draft', 'meeting-not-under-way'],
    ['convened', 'ok'],
    ['inSession', 'ok'],
    ['suspended', 'ok'],
    ['adjourned', 'meeting-not-under-way'],
    ['recorded', 'meeting-not-under-way'],
    ['cancelled', 'meeting-not-under-way'],
  ] as const)('[M3] %s: %s', async (state, outcome) => {
    const id = await aboutToBegin()
    await workspace.deps.transaction(tx => updateMeeting(tx, id, { state }))
    expect(typeOf(await enter('n1.head', id, { seatId: seat('n1') }))).toBe(outcome)
  })
})

describe('how one takes part', () => {
  test('[M3] with the room’s code in the room, without it from afar, with another not at all', async () => {
    const id = await aboutToBegin()
    const { checkInCode } = await meetingNow(id)
    await enter('s1.head', id, { seatId: seat('s1'), code: checkInCode })
    await enter('s2.head', id, { seatId: seat('s2') })
    expect(typeOf(await enter('s3.head', id, { seatId: seat('s3'), code: 'guessed' }))).toBe('check-in-code-wrong')
    expect((await stays(id)).map(stay => [stay.personId, stay.manner])).toEqual([
      ['s1.head', 'room'],
      ['s2.head', 'remote'],
    ])
  })

  test('[M3] the short code leads to its meeting while one can arrive, and puts one in the room', async () => {
    const id = await aboutToBegin()
    const short = shortCheckInCode((await meetingNow(id)).checkInCode)
    const find = async (who: string, typed: string) => findByShortCode(workspace.deps, await actor(who), typed)
    expect(await find('s1.head', short.toLowerCase().replace('-', ''))).toEqual({
      ok: true,
      value: { id, code: short },
    })
    expect(typeOf(await find('s1.head', '0000-0000'))).toBe('not-found')
    expect(typeOf(await find('stranger', short))).toBe('not-found')
    await enter('s1.head', id, { seatId: seat('s1'), code: short })
    expect((await stays(id)).map(({ manner }) => manner)).toEqual(['room'])
    await workspace.deps.transaction(tx => updateMeeting(tx, id, { state: 'adjourned' }))
    expect(typeOf(await find('s1.head', short))).toBe('not-found')
  })

  test('[M3] who was there from afar and comes into the room arrives there; the other way round nothing is new', async () => {
    const id = await aboutToBegin()
    const { checkInCode } = await meetingNow(id)
    await enter('s1.head', id, { seatId: seat('s1') })
    workspace.advance(minuteMs)
    await enter('s1.head', id, { seatId: seat('s1'), code: checkInCode })
    await enter('s1.head', id, { seatId: seat('s1') })
    const now = workspace.deps.now()
    expect((await stays(id)).map(({ manner, arrivedAt, departedAt }) => [manner, arrivedAt, departedAt])).toEqual([
      ['remote', now - minuteMs, now],
      ['room', now, null],
    ])
  })

  test('[M3] who presses twice has arrived once, and has left once', async () => {
    const id = await aboutToBegin()
    const input = { seatId: seat('s1') }
    const both = await Promise.all([enter('s1.head', id, input), enter('s1.head', id, input)])
    expect(both[0]).toEqual(both[1])
    expect(await stays(id)).toHaveLength(1)
    expect((await Promise.all([leave('s1.head', id, input), leave('s1.head', id, input)])).map(typeOf)).toEqual([
      'ok',
      'ok',
    ])
    expect(await enter('s1.head', id, input)).not.toEqual(both[0])
    expect(await stays(id)).toHaveLength(2)
  })
})

describe('who leaves', () => {
  test.each([
    ['s1.head', { seatId: 's1' }, 'ok'],
    ['s1.alternate', { seatId: 's1' }, 'not-checked-in'],
    ['s2.head', { seatId: 's2' }, 'not-checked-in'],
    ['s2.head', { seatId: 's1', personId: 's1.head' }, 'not-permitted'],
    ['secretariat', { seatId: 's1', personId: 's1.head' }, 'ok'],
    ['nationalCoordinator', { seatId: 's1', personId: 's1.head' }, 'ok'],
  ] as const)('[M3] %s ends %j: %s', async (by, given, outcome) => {
    const id = await underWay('s1.head')
    const personId = 'personId' in given ? { personId: person(given.personId) } : {}
    expect(typeOf(await leave(by, id, { seatId: seat(given.seatId), ...personId }))).toBe(outcome)
    expect(await presentAt(id, 's1')).toHaveLength(outcome === 'ok' ? 0 : 1)
  })

  test('[M3] by the stay itself: one’s own, or anybody’s for those who conduct', async () => {
    const id = await underWay('s1.head', 's2.head')
    const idOf = async (whom: string) =>
      (await stays(id)).find(stay => stay.personId === whom)?.id ?? expect.fail('no such stay')
    expect(typeOf(await leave('s1.head', id, { attendanceId: await idOf('s2.head') }))).toBe('not-permitted')
    expect(typeOf(await leave('s1.head', id, { attendanceId: asId('nothing') }))).toBe('not-found')
    expect(typeOf(await leave('s1.head', id, { attendanceId: await idOf('s1.head') }))).toBe('ok')
    expect(typeOf(await leave('secretariat', id, { attendanceId: await idOf('s2.head') }))).toBe('ok')
  })

  test('[M4] waits to speak no more, and has spoken', async () => {
    const id = await underWay('s1.head', 's2.head')
    for (const name of ['s1', 's2']) {
      const asked = await askForFloor(workspace.deps, await actor(`${name}.head`), id, {
        seatId: seat(name),
        kind: 'speech',
      })
      if (!asked.ok) return expect.fail(asked.problem.type)
      if (name === 's1') await callToFloor(workspace.deps, await actor('secretariat'), asked.value)
    }
    await leave('s1.head', id, { seatId: seat('s1') })
    await leave('s2.head', id, { seatId: seat('s2') })
    expect((await floorNow(id)).floor.map(({ personId, state }) => [personId, state])).toEqual([['s1.head', 'spoke']])
  })
})

describe('the quorum meter', () => {
  const meter = async (id: MeetingId) => (await floorNow(id)).quorum[0] ?? expect.fail('one group meets')

  test('[M3, V6] counts seats and not persons, voting seats alone, and NGO seats beside', async () => {
    const id = await underWay('s1.head', 's1.alternate', 's2.head', 'n1.head', 'secretariat')
    expect(await meter(id)).toMatchObject({ seats: 7, present: 3, ngoSeats: 2, ngoPresent: 1, quorate: false })
    await arrive(id, 's3.head')
    expect(await meter(id)).toMatchObject({ present: 4, needed: 4, quorate: true })
    await leave('s1.head', id, { seatId: seat('s1') })
    expect(await meter(id)).toMatchObject({ present: 4 })
    await leave('s1.alternate', id, { seatId: seat('s1') })
    expect(await meter(id)).toMatchObject({ present: 3, quorate: false })
  })

  test('[M3, G3] who loses the accreditation is present no more, though nobody noted a departure', async () => {
    const id = await underWay('s1.head', 'n1.head')
    workspace.advance(1)
    const ended = await workspace.deps.transaction(tx =>
      endAccreditation(tx, workspace.deps, workspace.accreditations['n1.head'] ?? '', null),
    )
    expect(typeOf(ended)).toBe('ok')
    workspace.advance(1)
    expect(await meter(id)).toMatchObject({ present: 1, ngoPresent: 0 })
    expect(await presentAt(id, 'n1')).toEqual([])
    expect((await stays(id)).filter(stay => stay.departedAt === null)).toHaveLength(3)
  })

  test('[M3] nobody is there once the meeting is over', async () => {
    const id = await underWay('s1.head')
    await adjournMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)
    expect(await meter(id)).toMatchObject({ present: 0 })
    expect((await floorNow(id)).officers).toEqual([])
  })

  test('[M3] a seat of another meeting is none of this one', async () => {
    const id = await underWay()
    const elsewhere = asId<SeatId>('elsewhere')
    expect(await enter('s1.head', id, { seatId: elsewhere })).toEqual({
      ok: false,
      problem: { type: 'seat-not-invited', seatId: elsewhere },
    })
  })
})
