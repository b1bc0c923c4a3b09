import { describe, expect, test } from 'vitest'
import { asId, type JointActId, type SeatId } from '#shared/core'
import type { AfterVote, JointActView } from '../../api/after-vote.ts'
import { nextStepOf } from './next-step.ts'

type Motion = Parameters<typeof nextStepOf>[0]

const over: Motion = { state: 'returned', dueAt: null, mySeats: [] }
const decided: Motion = { ...over, state: 'decided' }

function buildAfter(part: Partial<AfterVote>): AfterVote {
  return {
    serverNow: 100,
    state: 'returned',
    reconciledAt: null,
    certifiedAt: null,
    publishedAt: null,
    secondRoundFrom: 200,
    takenUpBy: null,
    certifiableFrom: null,
    dissentAwaited: [],
    jointActs: [],
    capacities: [],
    mayAsk: [],
    mayPublish: false,
    statements: [],
    mayState: [],
    ...part,
  }
}

const asked = (act: JointActView['act'], part: Partial<JointActView> = {}): JointActView => ({
  id: asId<JointActId>('a1'),
  act,
  state: 'asked',
  cause: null,
  text: 'Agreed.',
  askedBy: 'Ilira Vasko',
  askedAs: 'chair',
  askedAt: 90,
  confirmAs: 'ngoHead',
  answeredBy: null,
  endedAt: null,
  expiresAt: 150,
  mayConfirm: false,
  mayDecline: false,
  mayWithdraw: false,
  ...part,
})

describe('[V9] a returned text', () => {
  test.each([
    { who: 'the chair', part: { capacities: ['chair'], mayAsk: ['reconcile', 'void'] }, parts: ['chair'] },
    { who: 'the head of an NGO seat', part: { capacities: ['ngoHead'], mayAsk: ['reconcile'] }, parts: ['ngoHead'] },
    { who: 'the Secretariat', part: { capacities: ['secretariat'], mayAsk: ['void'] }, parts: ['secretariat'] },
    { who: 'an observer', part: {}, parts: ['none'] },
    {
      who: 'whoever asked',
      part: { capacities: ['chair'], jointActs: [asked('reconcile', { mayWithdraw: true })] },
      parts: ['asked'],
    },
    {
      who: 'whoever can confirm',
      part: { capacities: ['ngoHead'], jointActs: [asked('reconcile', { mayConfirm: true })] },
      parts: ['confirm'],
    },
  ] satisfies { who: string; part: Partial<AfterVote>; parts: string[] }[])(
    '[V9] before the end of its time asks of $who: $parts',
    ({ part, parts }) => {
      const next = nextStepOf(over, buildAfter(part), false)
      expect(next).toMatchObject({ step: 'reconcile', until: 200 })
      expect(next?.parts.map(one => one.part)).toEqual(parts)
    },
  )

  test('[V9] is still written by its writers, beside whatever else is theirs', () => {
    const mayAsk: AfterVote['mayAsk'] = ['reconcile']
    const next = nextStepOf(over, buildAfter({ capacities: ['chair'], mayAsk }), true)
    expect(next?.parts.map(one => one.part)).toEqual(['chair', 'write'])
  })

  test.each([
    { how: 'reconciled', part: { reconciledAt: 90 }, recorded: true },
    { how: 'its time over', part: { serverNow: 200 }, recorded: false },
  ])('[V9] $how, waits for its second round', ({ part, recorded }) => {
    expect(nextStepOf(over, buildAfter({ ...part, capacities: ['chair'] }), false)).toEqual({
      step: 'secondRound',
      recorded,
      parts: [{ part: 'openMeeting' }],
    })
    expect(nextStepOf(over, buildAfter({ ...part, capacities: ['secretariat'] }), false)?.parts).toEqual([
      { part: 'openByPost' },
    ])
  })

  test('[V9] taken up again asks for nothing', () => {
    expect(nextStepOf(over, buildAfter({ secondRoundFrom: null }), true)).toBeNull()
  })
})

describe('[V9] an adopted text', () => {
  const objected = buildAfter({
    state: 'decided',
    secondRoundFrom: null,
    certifiableFrom: 300,
    dissentAwaited: [{ seatId: asId<SeatId>('s1'), organisationName: 'Harbour House' }],
  })

  test('[V9] over an objection waits for the dissent of those seats alone', () => {
    const seat = { seatId: 's1', organisationName: 'Harbour House', kinds: ['dissent', 'waiver'] } as never
    expect(nextStepOf(decided, objected, false)).toMatchObject({ step: 'dissent', parts: [{ part: 'none' }] })
    expect(nextStepOf(decided, { ...objected, mayState: [seat] }, false)?.parts).toEqual([{ part: 'dissent' }])
  })

  test('[V9] does not wait for the other seat of the same organisation', () => {
    const seat = { seatId: 's2', organisationName: 'Harbour House', kinds: ['dissent', 'waiver'] } as never
    expect(nextStepOf(decided, { ...objected, mayState: [seat] }, false)?.parts).toEqual([{ part: 'none' }])
  })

  test('[V9] waits for two persons to certify it, and for nobody afterwards', () => {
    const open = { ...objected, certifiableFrom: 100, dissentAwaited: [] }
    expect(nextStepOf(decided, { ...open, mayAsk: ['certify'] }, false)).toEqual({
      step: 'certify',
      parts: [{ part: 'certify' }],
    })
    const waiting = [asked('certify', { mayConfirm: true })]
    expect(nextStepOf(decided, { ...open, jointActs: waiting }, false)?.parts).toEqual([
      { part: 'confirm', by: 'Ilira Vasko' },
    ])
    expect(nextStepOf(decided, { ...open, state: 'certified' }, false)).toBeNull()
  })
})

test('[V9] held for the NGO seats: theirs are heard, and of others nothing is asked', () => {
  const after = buildAfter({ state: 'held', secondRoundFrom: null })
  const held: Motion = { state: 'held', dueAt: 500, mySeats: [] }
  expect(nextStepOf(held, after, true)).toEqual({ step: 'held', until: 500, parts: [{ part: 'none' }] })
  const mySeats = [{ refusal: null, ballot: null }] as never
  expect(nextStepOf({ ...held, mySeats }, after, true)?.parts).toEqual([{ part: 'cast' }])
})
