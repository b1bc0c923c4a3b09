import { describe, expect, test } from 'vitest'
import { asId, dayMs, instantToText, type MeetingId, type MeetingSeriesId, type SeatId } from '#shared/core'
import type { SeriesBody } from '#shared/meeting/convening/schema'
import { updateSeat } from '../../group/seat-store.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { inVoteWorkspace, workspace } from '../../../tests/support/vote-workspace.ts'
import { itemsOfMeeting } from '../agenda-store.ts'
import { findMeeting, updateMeeting } from '../store.ts'
import { beginSeries, closeSeries, draftNext, listSeries } from './series.ts'

// The workspace begins on 23 November 2026.
inVoteWorkspace()

const actor = (name: string) => workspace.actor(name)
const input = (change: Partial<SeriesBody> = {}): SeriesBody => ({
  groupId: workspace.group,
  kind: 'nwg',
  title: 'Meeting of the NWG',
  everyWeeks: 12,
  timeZone: 'Europe/Tirane',
  localTime: '14:30',
  durationMinutes: 120,
  place: 'Room 4',
  template: [
    { type: 'information', title: 'News', plannedMinutes: 10, presenterSeatId: null },
    { type: 'anyOtherBusiness', title: 'Any other business', plannedMinutes: 15, presenterSeatId: null },
  ],
  firstDay: '2027-01-13',
  ...change,
})
const begin = async (by = 'secretariat', change: Partial<SeriesBody> = {}) =>
  beginSeries(workspace.deps, await actor(by), input(change))
async function begun() {
  const made = await begin()
  return made.ok ? made.value : { id: asId<MeetingSeriesId>(''), meetingId: asId<MeetingId>('') }
}
const next = async (by: string, id: MeetingSeriesId, shown = 0) => draftNext(workspace.deps, await actor(by), id, shown)
const startOf = async (id: MeetingId) =>
  instantToText((await findMeeting(workspace.deps.read, id))?.startsAt ?? 0).slice(0, 16)

describe('a series', () => {
  test.each([
    ['secretariat', {}, 'ok'],
    ['nationalCoordinator', {}, 'ok'],
    ['s1.head', {}, 'not-permitted'],
    ['stranger', {}, 'not-found'],
    ['secretariat', { kind: 'twg' }, 'invalid-input'],
    ['secretariat', { firstDay: '2027-02-30' }, 'invalid-input'],
    ['secretariat', { firstDay: '2026-01-14' }, 'meeting-in-the-past'],
    ['secretariat', { timeZone: 'Europe/Nowhere' }, 'time-zone-unknown'],
    ['secretariat', { firstDay: '2031-01-13' }, 'meeting-too-far'],
    ['secretariat', { firstDay: '9999-12-30' }, 'meeting-too-far'],
  ] as const)('[M7] begun by %s with %j: %s', async (by, change, outcome) => {
    expect(typeOf(await begin(by, change))).toBe(outcome)
  })

  test('[M7] its meetings begin at one local time across a change of the clocks, each with the template', async () => {
    const { id, meetingId } = await begun()
    expect(await startOf(meetingId)).toBe('2027-01-13T13:30')
    const second = await next('secretariat', id)
    if (!second.ok) throw new Error(second.problem.type)
    expect(await startOf(second.value)).toBe('2027-04-07T12:30')
    for (const meeting of [meetingId, second.value]) {
      const items = await itemsOfMeeting(workspace.deps.read, meeting)
      expect(items.map(item => `${item.position} ${item.title}`)).toEqual(['0 News', '1 Any other business'])
    }
  })

  test('[M7] each item of the template has its type, its minutes and who presents it, as long as there is the seat', async () => {
    const presenterSeatId = workspace.seats['n1'] ?? asId<SeatId>('none')
    const template = [{ type: 'decision', title: 'Shelters', plannedMinutes: 25, presenterSeatId }] as const
    const made = await begin('secretariat', { template })
    if (!made.ok) throw new Error(made.problem.type)
    const first = await itemsOfMeeting(workspace.deps.read, made.value.meetingId)
    expect(first).toMatchObject([{ type: 'decision', title: 'Shelters', plannedMinutes: 25, presenterSeatId }])

    await workspace.deps.transaction(tx => updateSeat(tx, presenterSeatId, { endedAt: workspace.deps.now() }))
    workspace.advance(1)
    const second = await next('secretariat', made.value.id)
    if (!second.ok) throw new Error(second.problem.type)
    expect(await itemsOfMeeting(workspace.deps.read, second.value)).toMatchObject([
      { title: 'Shelters', presenterSeatId: null },
    ])
    const strange = { ...template[0], presenterSeatId: asId<SeatId>('none') }
    expect(typeOf(await begin('secretariat', { template: [strange] }))).toBe('seat-not-invited')
  })

  test('[M7] of two who ask at once for the next one that both were shown, one drafts it', async () => {
    const { id } = await begun()
    const [series] = await listSeries(workspace.deps, await actor('secretariat'))
    const shown = series?.next?.startsAt
    const [one, other] = await Promise.all([next('secretariat', id, shown), next('nationalCoordinator', id, shown)])
    expect(one.ok && one).toEqual(other)
    expect(await startOf(one.ok ? one.value : asId(''))).toBe('2027-04-07T12:30')
    expect(typeOf(await next('s1.head', id, shown))).toBe('not-permitted')
    const later = await next('secretariat', id, shown === undefined ? undefined : shown + 1)
    expect(await startOf(later.ok ? later.value : asId(''))).toBe('2027-06-30T12:30')
  })

  test('[M7] a meeting put off moves those after it', async () => {
    const { id, meetingId } = await begun()
    const startsAt = Date.UTC(2027, 0, 13, 13, 30) + 7 * dayMs
    await workspace.deps.transaction(tx => updateMeeting(tx, meetingId, { startsAt }))
    const [series] = await listSeries(workspace.deps, await actor('s1.head'))
    expect(instantToText(series?.next?.startsAt ?? 0)).toBe('2027-04-14T12:30:00.000Z')
    expect(typeOf(await next('s1.head', id))).toBe('not-permitted')
  })

  test.each([
    [8_640_000_000_000_000, 'series-ended'],
    [Date.UTC(2029, 11, 1), 'meeting-too-far'],
  ])('[M7] whose latest meeting begins at %i is listed, and its next one is refused: %s', async (startsAt, outcome) => {
    const { id, meetingId } = await begun()
    await workspace.deps.transaction(tx => updateMeeting(tx, meetingId, { startsAt }))
    const [series] = await listSeries(workspace.deps, await actor('secretariat'))
    expect(series?.next === null).toBe(outcome === 'series-ended')
    expect(typeOf(await next('secretariat', id))).toBe(outcome)
  })

  test('[M7] once ended it has no next meeting; ending it twice is ending it once', async () => {
    const { id } = await begun()
    expect(typeOf(await closeSeries(workspace.deps, await actor('n1.head'), id))).toBe('not-permitted')
    for (let press = 0; press < 2; press++) {
      expect(typeOf(await closeSeries(workspace.deps, await actor('secretariat'), id))).toBe('ok')
    }
    expect(typeOf(await next('secretariat', id))).toBe('series-ended')
    const [series] = await listSeries(workspace.deps, await actor('secretariat'))
    expect(series).toMatchObject({ next: null, endedAt: workspace.deps.now() })
    expect(await listSeries(workspace.deps, await actor('stranger'))).toEqual([])
  })
})
