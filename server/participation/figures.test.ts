import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, minuteMs, type GroupId, type PersonId } from '#shared/core'
import { noText } from '#shared/participation'
import type { GroupParticipation } from '#shared/participation/schema'
import { floorRequestsTable } from '#server/db'
import { changeSeat, endAccreditation } from '#server/group'
import { closeMotion } from '#server/motion'
import { storeMeeting, type MeetingFacts } from '../../tests/support/stored-meeting.ts'
import { allYes, castAll, inVoteWorkspace, openOrThrow, seat, workspace } from '../../tests/support/vote-workspace.ts'
import { participationCsv } from './csv.ts'
import { readParticipationOf } from './details.ts'
import { readParticipation } from './figures.ts'

inVoteWorkspace()

const stay = (name: string, from: number, to: number) => ({
  ...{ seatId: seat(name), personId: asId<PersonId>(`${name}.head`), from, to },
})
const texts = { ofVersion: async () => noText, ofLiveText: async () => noText }
const parts = () => ({ read: workspace.deps.read, now: workspace.deps.now, texts })

async function read(as = 'n1.head', year = 2026) {
  const found = await readParticipation(parts(), await workspace.actor(as), year)
  return found.ok ? found.value : found.problem
}
async function nwg(year = 2026): Promise<GroupParticipation> {
  const found = await read('s1.head', year)
  const [first] = 'groups' in found ? found.groups : []
  if (!first) throw new Error('no figures')
  return first
}
async function details(as = 'n1.head', groupId: GroupId = workspace.group) {
  const found = await readParticipationOf(parts(), await workspace.actor(as), 2026, groupId)
  return found.ok ? found.value : found.problem
}

function hold(daysAgo: number, facts: Partial<MeetingFacts> = {}) {
  const { deps, group } = workspace
  const by = asId<PersonId>('secretariat')
  return storeMeeting(deps, {
    groupId: group,
    by,
    state: 'adjourned',
    startsAt: deps.now() - daysAgo * dayMs,
    ...facts,
  })
}

async function decide(choices: Partial<Record<keyof typeof allYes, 'YES' | 'NO' | 'ABSTAIN'>>) {
  const { deps, subjects, actor } = workspace
  const motionId = await openOrThrow()
  await castAll(motionId, { ...allYes, ...choices })
  const closed = await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)
  if (!closed.ok) throw new Error(closed.problem.type)
}

describe('seats', () => {
  test('[G12] NGO seats are counted among the voting seats, and the minimum is that of the rules', async () => {
    expect((await nwg()).seats).toMatchObject({ ngo: 2, voting: 7, minimum: 2, shortfalls: [], shortDays: 0 })
  })

  test('[G7] when an NGO leaves its seat, the group falls short from that moment on', async () => {
    const { deps, advance } = workspace
    advance(3 * dayMs)
    const left = deps.now()
    await deps.transaction(tx => changeSeat(tx, deps, seat('n2'), { act: 'vacate', organisationId: asId('n2') }, null))
    advance(2 * dayMs)
    expect((await nwg()).seats).toMatchObject({
      ...{ ngo: 1, least: 1, most: 2 },
      shortfalls: [{ from: left, until: deps.now(), seats: 1, minimum: 2 }],
    })
  })

  test('[G7] a seat whose only person is suspended has nobody to speak for it, until they are let in again', async () => {
    const { deps, advance } = workspace
    const { suspendPerson, reinstatePerson } = await import('../people/persons.ts')
    const by = await workspace.actor('secretariat')
    advance(dayMs)
    const from = deps.now()
    await suspendPerson(deps, by, asId<PersonId>('n2.head'))
    advance(hourMs)
    await reinstatePerson(deps, by, asId<PersonId>('n2.head'))
    const until = deps.now()
    advance(dayMs)
    expect((await nwg()).seats).toMatchObject({ ngo: 2, least: 1, shortfalls: [{ from, until }] })
  })

  test('[G7] [G12] a year that is over says nothing of what came later', async () => {
    const { deps, advance, accreditations } = workspace
    advance(366 * dayMs)
    const given = accreditations['n1.head']
    if (given === undefined) throw new Error('n1 has a head')
    await deps.transaction(tx => endAccreditation(tx, deps, given, null))
    expect((await nwg()).seats).toMatchObject({ ngo: 2, shortDays: 0 })
    advance(1)
    expect((await nwg(2027)).seats).toMatchObject({ ngo: 1 })
    expect(await read('n1.head')).toEqual({ type: 'not-found' })
    expect(await read('n2.head')).toMatchObject({ year: 2026, years: [2027, 2026] })
  })
})

describe('attendance', () => {
  test('[M3] [G12] sessions, and those at which an NGO seat was represented', async () => {
    await hold(9, { attended: [stay('s1', 0, 180), stay('n1', 10, 20)] })
    await hold(8, { attended: [stay('s1', 0, 180)] })
    await hold(7, { state: 'cancelled' })
    expect((await nwg()).meetings).toMatchObject({ held: 2, withNgo: 1, attendance: { NGO: { present: 1 } } })
  })

  test('[G12] without a meeting there is nothing to attend', async () => {
    expect((await nwg()).meetings).toMatchObject({ held: 0, withNgo: 0, attendance: { NGO: { invited: 0 } } })
  })

  test('[M4] speaking time is added up by constituency', async () => {
    const { deps } = workspace
    const meetingId = await hold(9)
    const spoke = (name: string, minutes: number | null) => ({
      ...{ id: deps.newId(), meetingId, itemId: null, seatId: seat(name) },
      ...{ personId: `${name}.head`, kind: 'speech', state: minutes === null ? 'waiting' : 'spoken', askedAt: 0 },
      startedAt: minutes === null ? null : 0,
      endedAt: minutes === null ? null : minutes * minuteMs,
    })
    await deps.transaction(tx =>
      tx.insert(floorRequestsTable).values([spoke('s1', 6), spoke('n1', 3), spoke('n2', 1), spoke('n2', null)]),
    )
    expect((await nwg()).meetings.spokenMs).toMatchObject({ STATE: 6 * minuteMs, NGO: 4 * minuteMs, PARTNER: 0 })
  })
})

describe('ballots against outcomes', () => {
  test('[V9] concurred and adopted', async () => {
    await decide({ s4: 'NO' })
    expect((await nwg()).votes).toMatchObject({
      ...{ ended: 1, stands: { CONCUR: { adopted: 1 } } },
      ...{ ngo: { seats: 2, cast: 2 }, others: { seats: 5, cast: 5 } },
    })
  })

  test('[V9] opposed and returned', async () => {
    await decide({ n1: 'NO', n2: 'NO' })
    expect((await nwg()).votes.stands).toMatchObject({ OPPOSED: { returned: 1, adopted: 0 } })
  })

  test('[V5] of a vote that runs nothing is told but that it runs', async () => {
    const motionId = await openOrThrow({ byPost: true, by: 'secretariat', forMs: 10 * dayMs })
    await castAll(motionId, { n1: 'NO', n2: 'NO' })
    expect((await nwg()).votes).toMatchObject({ ended: 0, underWay: 1, ngo: { seats: 0, cast: 0 } })
    expect(await details()).toMatchObject({ votes: [] })
  })
})

describe('who may read them, and what of their sources', () => {
  test('[G12] whoever holds a seat or an office reads the figures, and nobody else', async () => {
    for (const who of ['s1.head', 'n1.head', 'secretariat', 'nationalCoordinator']) {
      expect(await read(who)).toMatchObject({ groups: [{ group: { code: 'nwg' } }] })
    }
    expect(await read('stranger')).toEqual({ type: 'not-found' })
    expect(await details('stranger')).toEqual({ type: 'not-found' })
    expect(await details('n1.head', asId<GroupId>('none'))).toEqual({ type: 'not-found' })
  })

  test('[G12] there are none of a year before the first group, nor of one that has not begun', async () => {
    expect(await read('n1.head', 2025)).toEqual({ type: 'not-found' })
    expect(await read('n1.head', 2027)).toEqual({ type: 'not-found' })
  })

  test('[D4] the votes, sessions and amendments behind them are named to those who may read these', async () => {
    await hold(9, { title: 'Autumn meeting', attended: [stay('n1', 0, 180)] })
    await decide({})
    expect(await details()).toMatchObject({
      sessions: [{ title: 'Autumn meeting', ngoPresent: 1 }],
      votes: [{ outcome: 'ADOPTED', position: 'CONCUR' }],
      amendments: [],
    })
  })
})

describe('the table', () => {
  test('[G12] a line a group, with a header, marked as UTF-8, its lines ended as RFC 4180 has it', async () => {
    const found = await read()
    if (!('groups' in found)) throw new Error('no figures')
    const [figures] = found.groups
    if (!figures) throw new Error('no group')
    const named = { ...figures, group: { ...figures.group, name: '=Groupe "A", Łódź' } }
    const table = participationCsv({ ...found, groups: [named] })
    expect(table.startsWith('\uFEFFyear,until_utc,group_code,group_name,')).toBe(true)
    const [header = '', line = '', rest] = table.slice(1).split('\r\n')
    expect(line).toContain(`,nwg,"'=Groupe ""A"", Łódź",1,2,2,2,7,2,0,`)
    expect(rest).toBe('')
    expect(new Set(header.split(',')).size).toBe(header.split(',').length)
    expect(line.replace(/"(?:[^"]|"")*"/, 'name').split(',')).toHaveLength(header.split(',').length)
  })
})
