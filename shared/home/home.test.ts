import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asId,
  type ElectionId,
  type GroupId,
  type MotionId,
  type PersonId,
  type PlanId,
  type PlanVersionId,
  type SeatId,
  type SectionId,
  type SectionVersionId,
  type TermsVersionId,
} from '#shared/core'
import type { Actor } from '#shared/access'
import { planVersionStates, type PlanVersionState } from '#shared/endorsement'
import { planKinds, standingStates, type PlanKind, type StandingState } from '#shared/plan'
import { alarmsOf } from './alarms.ts'
import type { HomeGroup, HomePlan, HomeSection, HomeVote } from './home.ts'
import type { HomeMeetings } from './meetings.ts'
import { stepperOf } from './steps.ts'
import { tasksFor } from './tasks.ts'

const nwg = { id: asId<GroupId>('nwg'), kind: 'nwg', name: 'National Working Group' } as const
const prevention = { id: asId<GroupId>('prevention'), kind: 'twg', name: 'Prevention' } as const
const children = { id: asId<GroupId>('children'), kind: 'twg', name: 'Children' } as const

function buildActor(part: Partial<Actor>): Actor {
  return { personId: asId<PersonId>('me'), offices: [], seats: [], chairs: [], confidential: true, ...part }
}
const seat = { seatId: asId<SeatId>('s1'), groupId: prevention.id, constituency: 'NGO', rank: 'head' } as const
const coordinator = buildActor({ offices: ['nationalCoordinator'], chairs: [nwg.id] })
const secretariat = buildActor({ offices: ['secretariat'] })
const member = buildActor({ seats: [seat] })
const chair = buildActor({ seats: [seat], chairs: [prevention.id] })
const childrenChair = buildActor({ seats: [{ ...seat, groupId: children.id }], chairs: [children.id] })
const observer = buildActor({ seats: [{ ...seat, constituency: 'OBSERVER' }] })

let made = 0
function buildSection(state: StandingState, group: HomeSection['group'] = prevention): HomeSection {
  const number = ++made
  return {
    id: asId<SectionId>(`section-${number}`),
    code: `C.2.${number}`,
    title: 'Information',
    component: 2,
    state,
    frozen: false,
    damaged: false,
    group,
    version:
      state === 'working' || state === 'waived' ? null : { id: asId<SectionVersionId>(`v-${number}`), number: 1 },
  }
}

function buildPlan(
  kind: PlanKind,
  states: readonly StandingState[],
  version: PlanVersionState | null = null,
): HomePlan {
  const group = kind === 'nap' ? nwg : children
  return {
    id: asId<PlanId>(kind),
    kind,
    title: kind === 'nap' ? 'National Action Plan' : 'Children’s plan',
    group: { id: group.id, kind: group.kind },
    sections: states.map(state => buildSection(state)),
    hidden: 0,
    version: version && { id: asId<PlanVersionId>('pv'), number: 1, state: version },
  }
}

function buildVote(part: Partial<HomeVote>): HomeVote {
  return {
    id: asId<MotionId>('m1'),
    subjectKind: 'sectionVersion',
    title: 'Information',
    name: null,
    group: prevention,
    closesAt: 100,
    silence: false,
    stage: null,
    mySeats: [],
    allCast: false,
    ...part,
  }
}

const noMeetings: HomeMeetings = { now: 0, ahead: [], minutes: [], actionItems: [] }

const kinds = (actor: Actor, plans: readonly HomePlan[], votes: readonly HomeVote[] = []) =>
  tasksFor(actor, plans, votes, noMeetings).map(task => task.kind)

describe('what waits', () => {
  test.each([
    { who: 'a member', actor: member, waits: ['write'] },
    { who: 'the chair', actor: chair, waits: ['openVote', 'write'] },
    { who: 'an observer', actor: observer, waits: [] },
    { who: 'the Secretariat', actor: secretariat, waits: [] },
    { who: 'the co-ordinator', actor: coordinator, waits: [] },
  ])('[G8] of a group’s sections, one submitted and one in work, for $who: $waits', ({ actor, waits }) => {
    expect(kinds(actor, [buildPlan('nap', ['working', 'submitted', 'adopted', 'underVote', 'waived'])])).toEqual(waits)
  })

  test.each([
    { who: 'the chair', actor: chair, waits: ['openTermsVote'] },
    { who: 'a member', actor: member, waits: [] },
    { who: 'the Secretariat', actor: secretariat, waits: [] },
    { who: 'the chair of another group', actor: childrenChair, waits: [] },
  ])('[G10] of terms of reference that are submitted, for $who: $waits', ({ actor, waits }) => {
    const terms = [
      { versionId: asId<TermsVersionId>('tv'), number: 1, name: 'Prevention', body: 'twg' as const, group: prevention },
    ]
    expect(tasksFor(actor, [], [], noMeetings, [], terms).map(task => task.kind)).toEqual(waits)
  })

  test.each([
    { who: 'a member whose seat proposed nobody', actor: member, proposed: false, waits: ['proposeCandidate'] },
    { who: 'a member whose seat has proposed', actor: member, proposed: true, waits: [] },
    { who: 'the Secretariat', actor: secretariat, proposed: false, waits: [] },
    { who: 'an observer', actor: observer, proposed: false, waits: [] },
  ])('[G6] [V12] of an election whose list is open, for $who: $waits', ({ actor, proposed, waits }) => {
    const mySeats = [{ seatId: seat.seatId, label: 'Shelter', proposed }]
    const name = { kind: 'election', group: 'Prevention' } as const
    const election = { id: asId<ElectionId>('e1'), title: 'Chair of Prevention', name, group: prevention, mySeats }
    expect(tasksFor(actor, [], [], noMeetings, [], [], [election]).map(task => task.kind)).toEqual(waits)
  })

  test('[G8] what came back stands before what was never submitted', () => {
    const tasks = tasksFor(member, [buildPlan('nap', ['working', 'returned', 'working', 'rejected'])], [], noMeetings)
    expect(tasks.map(task => task.kind === 'write' && task.state)).toEqual([
      'returned',
      'rejected',
      'working',
      'working',
    ])
  })

  test('[G8] a text closed for writing waits for no writer, and a submitted one still for its chair', () => {
    const plan = buildPlan('nap', ['working', 'returned', 'submitted'])
    const closed = { ...plan, sections: plan.sections.map(section => ({ ...section, frozen: true })) }
    expect(kinds(chair, [closed])).toEqual(['openVote'])
  })

  test('[V3] a seat that has cast waits for nothing; one that has not does', () => {
    const cast = { seatId: seat.seatId, label: 'Shelter', acted: true }
    expect(kinds(member, [], [buildVote({ mySeats: [cast] })])).toEqual([])
    expect(
      tasksFor(member, [], [buildVote({ mySeats: [cast, { ...cast, label: 'Hotline', acted: false }] })], noMeetings),
    ).toMatchObject([{ kind: 'ballot', seats: ['Hotline'] }])
  })

  test('[V5] votes stand in the order of their deadlines', () => {
    const mySeats = [{ seatId: seat.seatId, label: 'Shelter', acted: false }]
    const votes = [buildVote({ mySeats, closesAt: 300 }), buildVote({ mySeats, closesAt: 200 })]
    expect(tasksFor(member, [], votes, noMeetings).map(task => task.kind === 'ballot' && task.closesAt)).toEqual([
      200, 300,
    ])
  })

  test('[V5] when every seat has cast, the chair may close, and nobody else', () => {
    const votes = [buildVote({ allCast: true })]
    expect(kinds(chair, [], votes)).toEqual(['closeVote'])
    expect([member, secretariat, coordinator, observer].flatMap(actor => kinds(actor, [], votes))).toEqual([])
  })

  test.each([
    { kind: 'nap', state: null, who: 'secretariat', actor: secretariat, waits: ['assemble'] },
    { kind: 'nap', state: 'candidate', who: 'co-ordinator', actor: coordinator, waits: ['openPlanVote'] },
    { kind: 'nap', state: 'underVote', who: 'co-ordinator', actor: coordinator, waits: [] },
    { kind: 'nap', state: 'adopted', who: 'co-ordinator', actor: coordinator, waits: ['endorse'] },
    { kind: 'nap', state: 'adopted', who: 'secretariat', actor: secretariat, waits: [] },
    { kind: 'nap', state: 'endorsed', who: 'secretariat', actor: secretariat, waits: ['publish'] },
    { kind: 'nap', state: 'published', who: 'secretariat', actor: secretariat, waits: [] },
    { kind: 'children', state: null, who: 'children’s chair', actor: childrenChair, waits: ['assemble'] },
    { kind: 'children', state: null, who: 'secretariat', actor: secretariat, waits: [] },
    { kind: 'children', state: 'candidate', who: 'children’s chair', actor: childrenChair, waits: ['openPlanVote'] },
    { kind: 'children', state: 'candidate', who: 'co-ordinator', actor: coordinator, waits: [] },
    { kind: 'children', state: 'adopted', who: 'co-ordinator', actor: coordinator, waits: ['note'] },
    { kind: 'children', state: 'noted', who: 'co-ordinator', actor: coordinator, waits: ['endorse'] },
  ] as const)('[E2] [E3] [E7] of the $kind plan at $state, for the $who: $waits', ({ kind, state, actor, waits }) => {
    expect(kinds(actor, [buildPlan(kind, ['adopted', 'waived'], state)])).toEqual(waits)
  })

  test('[E2] a plan with one section left is not assembled, nor one of which the person sees a part', () => {
    expect(kinds(secretariat, [buildPlan('nap', ['adopted', 'submitted'])])).toEqual([])
    expect(kinds(secretariat, [{ ...buildPlan('nap', ['adopted']), hidden: 1 }])).toEqual([])
  })
})

describe('the way of a plan', () => {
  test.each([
    { states: ['working', 'working'], version: null, now: 'write' },
    { states: ['adopted', 'returned'], version: null, now: 'write' },
    { states: ['adopted', 'submitted'], version: null, now: 'adopt' },
    { states: ['underVote', 'waived'], version: null, now: 'adopt' },
    { states: ['adopted', 'waived'], version: null, now: 'candidate' },
    { states: ['adopted'], version: 'candidate', now: 'vote' },
    { states: ['adopted'], version: 'underVote', now: 'vote' },
    { states: ['adopted'], version: 'adopted', now: 'endorse' },
    { states: ['adopted'], version: 'endorsed', now: 'publish' },
    { states: ['adopted'], version: 'published', now: undefined },
  ] as const)('[E3] with sections $states and version $version it stands at $now', ({ states, version, now }) => {
    expect(stepperOf(buildPlan('nap', states, version)).find(step => step.standing === 'now')?.step).toBe(now)
  })

  test('[D4] for somebody who sees a part of it, no plan looks further than it is', () => {
    const part = { ...buildPlan('nap', ['adopted', 'adopted']), hidden: 3 }
    expect(stepperOf(part).find(step => step.standing === 'now')?.step).toBe('adopt')
  })

  test('[E7] the children’s plan is noted by the NWG before it is endorsed; the other is not', () => {
    expect(stepperOf(buildPlan('children', ['adopted'], 'adopted')).find(step => step.standing === 'now')?.step).toBe(
      'note',
    )
    expect(stepperOf(buildPlan('nap', ['adopted'], 'adopted')).map(({ step }) => step)).not.toContain('note')
  })

  test('[E3] what is done stands before what is now, and that before what is ahead', () => {
    const order = { done: 0, now: 1, ahead: 2 }
    fc.assert(
      fc.property(
        fc.constantFrom(...planKinds),
        fc.array(fc.constantFrom(...standingStates)),
        fc.option(fc.constantFrom(...planVersionStates)),
        (kind, states, version) => {
          const standings = stepperOf(buildPlan(kind, states, version)).map(({ standing }) => order[standing])
          expect(standings).toEqual(standings.toSorted())
          expect(standings.filter(standing => standing === 1).length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('alarms', () => {
  const sound: HomeGroup = {
    id: prevention.id,
    kind: 'twg',
    name: 'Prevention',
    hasChair: true,
    vacancies: 0,
    unaccredited: 0,
    properlyConstituted: true,
    ngoSeatsAccredited: 1,
    ngoMinimum: 1,
    cadence: { lastMet: null, days: 60, overdueSince: null },
  }

  test('[G7] a group in order raises none', () => {
    expect(alarmsOf(secretariat, [sound], [], noMeetings)).toEqual([])
  })

  test('[G7] a group without its NGO seats is named before any other alarm', () => {
    const short = { ...sound, name: 'Protection', properlyConstituted: false, ngoSeatsAccredited: 0, vacancies: 1 }
    const alarms = alarmsOf(member, [{ ...sound, hasChair: false, unaccredited: 2 }, short], [], noMeetings)
    expect(alarms.map(alarm => [alarm.kind, 'groupName' in alarm && alarm.groupName])).toEqual([
      ['notConstituted', 'Protection'],
      ['noChair', 'Prevention'],
      ['unaccredited', 'Prevention'],
      ['vacancies', 'Protection'],
    ])
  })

  test.each([
    {
      who: 'the Secretariat, before all else',
      actor: secretariat,
      alarms: [['damagedText', true], 'noChair', 'vacancies'],
    },
    {
      who: 'the chair of its group, more quietly',
      actor: chair,
      alarms: ['noChair', ['damagedText', false], 'vacancies'],
    },
    { who: 'the chair of another group', actor: childrenChair, alarms: ['noChair', 'vacancies'] },
    { who: 'the co-ordinator', actor: coordinator, alarms: ['noChair', 'vacancies'] },
    { who: 'a member', actor: member, alarms: ['noChair', 'vacancies'] },
  ])('[G8] a text of which a part could not be read is told to $who: $alarms', ({ actor, alarms }) => {
    const plan = buildPlan('nap', ['adopted', 'working'])
    const damaged = { ...plan, sections: plan.sections.map((section, at) => ({ ...section, damaged: at === 1 })) }
    const found = alarmsOf(actor, [{ ...sound, hasChair: false, vacancies: 1 }], [damaged], noMeetings)
    expect(found.map(alarm => (alarm.kind === 'damagedText' ? [alarm.kind, alarm.mine] : alarm.kind))).toEqual(alarms)
    const [text] = found.filter(alarm => alarm.kind === 'damagedText')
    if (text) expect(text).toMatchObject({ sectionId: plan.sections[1]?.id, code: plan.sections[1]?.code })
  })

  test('[G8] the co-ordinator is told of a text of the NWG', () => {
    const plan = buildPlan('nap', [])
    const damaged = { ...plan, sections: [{ ...buildSection('working', nwg), damaged: true }] }
    expect(alarmsOf(coordinator, [], [damaged], noMeetings)).toMatchObject([{ kind: 'damagedText', mine: false }])
  })
})
