import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/access'
import {
  asId,
  dayMs,
  hourMs,
  type ActionItemId,
  type GroupId,
  type MeetingId,
  type MinutesId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { alarmsOf } from './alarms.ts'
import type { HomeGroup } from './home.ts'
import { isNear, nextMeetingOf, pressingMeetings } from './meeting-tasks.ts'
import type { HomeActionItem, HomeMeeting, HomeMeetings, HomeMinutes } from './meetings.ts'
import { tasksFor } from './tasks.ts'

const nwg = { id: asId<GroupId>('nwg'), kind: 'nwg', name: 'NWG' } as const
const now = Date.UTC(2026, 10, 23, 9)

const person = (part: Partial<Actor>): Actor => ({
  personId: asId<PersonId>('me'),
  offices: [],
  seats: [],
  chairs: [],
  confidential: true,
  ...part,
})
const seat = { seatId: asId<SeatId>('s1'), groupId: nwg.id, constituency: 'NGO', rank: 'head' } as const
const cast = {
  coordinator: person({ offices: ['nationalCoordinator'], chairs: [nwg.id] }),
  secretariat: person({ offices: ['secretariat'] }),
  member: person({ seats: [seat] }),
  observer: person({ seats: [{ ...seat, constituency: 'OBSERVER' }] }),
  rapporteur: person({ offices: ['rapporteur'] }),
} as const
type Who = keyof typeof cast
const everybody = Object.keys(cast) as Who[]

const unanswered = [{ seatId: seat.seatId, label: 'Shelter', reply: null }]

function buildMeeting(part: Partial<HomeMeeting> = {}): HomeMeeting {
  return {
    id: asId<MeetingId>('m1'),
    title: 'Seventh meeting',
    group: nwg,
    state: 'convened',
    startsAt: now + 10 * dayMs,
    endsAt: now + 10 * dayMs + 3 * hourMs,
    timeZone: 'UTC',
    place: 'Room 1',
    items: 5,
    mySeats: [],
    conveneBy: now + 3 * dayMs,
    noticeUntil: now + 8 * dayMs,
    ngo: { seats: 2, answered: 1, coming: 1 },
    ...part,
  }
}

function buildMinutes(part: Partial<HomeMinutes> = {}): HomeMinutes {
  return {
    id: asId<MinutesId>('minutes'),
    kind: 'minutes',
    meetingId: asId<MeetingId>('m0'),
    title: 'Sixth meeting',
    group: nwg,
    state: 'live',
    adjournedAt: now - dayMs,
    circulateBy: now + 9 * dayMs,
    correctionsUntil: null,
    openCorrections: 0,
    approval: null,
    ...part,
  }
}

const item = (id: string, dueOn: string, overdue: boolean): HomeActionItem => ({
  id: asId<ActionItemId>(id),
  text: id,
  groupName: nwg.name,
  dueOn,
  overdue,
})

const home = (part: Partial<HomeMeetings>): HomeMeetings => ({ now, ahead: [], minutes: [], actionItems: [], ...part })
const kinds = (who: Who, part: Partial<HomeMeetings>) => tasksFor(cast[who], [], [], home(part)).map(task => task.kind)
/** Who finds a task of this kind on their home page. */
const waitsFor = (kind: string, part: Partial<HomeMeetings>) =>
  everybody.filter(who => kinds(who, part).some(found => found === kind))

describe('what meetings ask', () => {
  test('[M1] a seat that has not answered is asked to, for the meeting it is invited to', () => {
    const answered = [{ ...unanswered[0], seatId: seat.seatId, label: 'Shelter', reply: 'absent' as const }]
    expect(kinds('member', { ahead: [buildMeeting({ mySeats: unanswered })] })).toEqual(['answerInvitation'])
    expect(kinds('member', { ahead: [buildMeeting({ mySeats: answered })] })).toEqual([])
    expect(kinds('member', { ahead: [buildMeeting({ state: 'draft', mySeats: unanswered })] })).toEqual([])
  })

  test('[M2] a meeting stored for the end of time is not today, and fails nothing', () => {
    const meeting = buildMeeting({ startsAt: 8_640_000_000_000_000, timeZone: 'Pacific/Kiritimati' })
    expect(pressingMeetings(cast.secretariat, { now, ahead: [meeting], minutes: [], actionItems: [] })).toEqual([])
  })

  test('[M2] a meeting under way stands before everything, for those who sit in it or conduct it', () => {
    const ahead = [buildMeeting({ state: 'suspended', startsAt: now - hourMs })]
    expect(waitsFor('enterMeeting', { ahead })).toEqual(['coordinator', 'secretariat'])
    const mine = [{ ...buildMeeting({ state: 'inSession', mySeats: unanswered }) }]
    expect(kinds('member', { ahead: mine, actionItems: [item('late', '2026-01-01', true)] })[0]).toBe('enterMeeting')
  })

  test.each([
    { startsAt: '2026-11-23T22:30:00Z', timeZone: 'UTC', today: true },
    { startsAt: '2026-11-24T00:30:00Z', timeZone: 'UTC', today: false },
    // It is 23 November, 22:00, in Auckland.
    { startsAt: '2026-11-23T10:30:00Z', timeZone: 'Pacific/Auckland', today: true },
    { startsAt: '2026-11-23T11:30:00Z', timeZone: 'Pacific/Auckland', today: false },
  ])('[M2] a meeting at $startsAt in $timeZone is today: $today', ({ startsAt, timeZone, today }) => {
    const ahead = [buildMeeting({ startsAt: Date.parse(startsAt), timeZone })]
    expect(kinds('secretariat', { ahead })).toEqual(today ? ['enterMeeting'] : [])
  })

  test.each([
    { days: 8, waits: false, late: undefined },
    { days: 7, waits: true, late: false },
    { days: -1, waits: true, late: true },
  ])(
    '[M1] $days days before its notice would be too short, a draft waits for being convened: $waits',
    ({ days, waits, late }) => {
      const ahead = [buildMeeting({ state: 'draft', conveneBy: now + days * dayMs })]
      expect(waitsFor('conveneMeeting', { ahead })).toEqual(waits ? ['coordinator', 'secretariat'] : [])
      const task = tasksFor(cast.secretariat, [], [], home({ ahead })).find(one => one.kind === 'conveneMeeting')
      expect(task?.kind === 'conveneMeeting' ? task.late : undefined).toBe(late)
    },
  )

  test.each([
    { minutes: buildMinutes(), who: ['secretariat'], kind: 'circulateMinutes' },
    { minutes: buildMinutes({ adjournedAt: null, circulateBy: null }), who: [], kind: 'circulateMinutes' },
    { minutes: buildMinutes({ state: 'corrections' }), who: ['secretariat'], kind: 'circulateMinutes' },
    { minutes: buildMinutes({ state: 'circulated' }), who: [], kind: 'circulateMinutes' },
    {
      minutes: buildMinutes({ state: 'circulated', openCorrections: 2 }),
      who: ['secretariat'],
      kind: 'decideCorrections',
    },
    {
      minutes: buildMinutes({
        state: 'beforeBody',
        approval: { meetingId: asId('m1'), title: 'Seventh meeting', startsAt: now + dayMs },
      }),
      who: ['member'],
      kind: 'approveMinutes',
    },
  ])('[M5] minutes that are $minutes.state wait for $who: $kind', ({ minutes, who, kind }) => {
    expect(waitsFor(kind, { minutes: [minutes] })).toEqual(who)
  })

  test('[M6] what is overdue stands first, what is due later last', () => {
    const actionItems = [item('late', '2026-11-01', true), item('soon', '2026-12-01', false)]
    const ahead = [buildMeeting({ mySeats: unanswered })]
    const tasks = tasksFor(cast.member, [], [], home({ actionItems, ahead }))
    expect(tasks.map(task => (task.kind === 'actionItem' ? task.text : task.kind))).toEqual([
      'late',
      'answerInvitation',
      'soon',
    ])
  })
})

describe('the next meeting', () => {
  const draft = buildMeeting({ id: asId('draft'), state: 'draft' })
  const mine = buildMeeting({ id: asId('mine'), mySeats: unanswered })
  const other = buildMeeting({ id: asId('other') })
  test.each([
    { who: 'member', next: 'mine' },
    { who: 'secretariat', next: 'other' },
    { who: 'coordinator', next: 'other' },
  ] as const)('[M1] of $who is $next', ({ who, next }) => {
    expect(nextMeetingOf(cast[who], home({ ahead: [draft, other, mine] }))?.id).toBe(next)
  })

  test('[M1] nobody goes to a draft, nor to a meeting that is not theirs', () => {
    expect(nextMeetingOf(cast.secretariat, home({ ahead: [draft] }))).toBeNull()
    expect(nextMeetingOf(cast.member, home({ ahead: [other] }))).toBeNull()
  })
})

describe('the next meeting comes first', () => {
  test.each([
    { state: 'convened', days: 8, near: false },
    { state: 'convened', days: 7, near: true },
    { state: 'convened', days: -1, near: true },
    { state: 'inSession', days: 8, near: true },
    { state: 'suspended', days: -1, near: true },
  ] as const)('[M1] $state, in $days days: $near', ({ state, days, near }) => {
    expect(isNear({ state, startsAt: now + days * dayMs }, now)).toBe(near)
  })
})

describe('what is wrong with meetings', () => {
  const alarms = (part: Partial<HomeMeetings>, groups: readonly HomeGroup[] = []) =>
    alarmsOf(cast.rapporteur, groups, [], home(part)).map(alarm => alarm.kind)

  test.each([
    { notice: dayMs, ngo: { seats: 2, answered: 0, coming: 0 }, told: ['noNgoYet'] },
    { notice: 0, ngo: { seats: 2, answered: 0, coming: 0 }, told: ['noNgoYet'] },
    { notice: dayMs, ngo: { seats: 2, answered: 1, coming: 0 }, told: ['noNgoYet'] },
    { notice: dayMs, ngo: { seats: 2, answered: 2, coming: 0 }, told: ['noNgoComing'] },
    { notice: -1, ngo: { seats: 2, answered: 0, coming: 0 }, told: ['noNgoComing'] },
    { notice: -1, ngo: { seats: 2, answered: 1, coming: 1 }, told: [] },
    { notice: -1, ngo: { seats: 0, answered: 0, coming: 0 }, told: [] },
  ])('[G7] with $notice ms of notice left and NGO seats $ngo is told: $told', ({ notice, ngo, told }) => {
    const meeting = buildMeeting({ noticeUntil: now + notice, ngo })
    expect(alarms({ ahead: [meeting] })).toEqual(told)
    expect(alarms({ ahead: [{ ...meeting, state: 'draft' }] })).toEqual([])
  })

  test.each([
    { state: 'live', circulateBy: now - 1, alarm: true },
    { state: 'live', circulateBy: now, alarm: false },
    { state: 'live', circulateBy: null, alarm: false },
    { state: 'circulated', circulateBy: now - 1, alarm: false },
  ] as const)(
    '[M5] minutes that are $state, to go round by $circulateBy, an alarm: $alarm',
    ({ alarm, ...minutes }) => {
      expect(alarms({ minutes: [buildMinutes(minutes)] })).toEqual(alarm ? ['minutesLate'] : [])
    },
  )

  test('[M7] a group that has not met within its cadence raises an alarm with when it met last', () => {
    const group: HomeGroup = {
      ...nwg,
      hasChair: true,
      vacancies: 0,
      unaccredited: 0,
      properlyConstituted: true,
      ngoSeatsAccredited: 2,
      ngoMinimum: 2,
      cadence: { lastMet: now - 100 * dayMs, days: 90, overdueSince: now - 10 * dayMs },
    }
    expect(alarmsOf(cast.member, [group], [], home({}))).toEqual([
      { kind: 'cadence', groupId: nwg.id, groupName: 'NWG', lastMet: now - 100 * dayMs, days: 90 },
    ])
    expect(alarms({}, [{ ...group, cadence: { ...group.cadence, overdueSince: null } }])).toEqual([])
  })
})
