import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { can, type Actor } from '#shared/access'
import { asId, type GroupId, type PersonId, type SeatId } from '#shared/core'
import {
  planVersionAfter,
  planVersionMovers,
  planVersionMoves,
  planVersionStates,
  type PlanVersionMove,
} from './moves.ts'

const nwg: GroupId = asId('nwg')
const children: GroupId = asId('children')
const base: Actor = { personId: asId<PersonId>('p'), offices: [], seats: [], chairs: [], confidential: true }
const seat = (groupId: GroupId, constituency: 'STATE' | 'OBSERVER') => ({
  seatId: asId<SeatId>(`${groupId}-seat`),
  groupId,
  constituency,
  rank: 'head' as const,
})
const people = {
  coordinator: { ...base, offices: ['nationalCoordinator'], chairs: [nwg] },
  secretariat: { ...base, offices: ['secretariat'] },
  rapporteur: { ...base, offices: ['rapporteur'] },
  childrenChair: { ...base, chairs: [children], seats: [seat(children, 'STATE')] },
  childrenHead: { ...base, seats: [seat(children, 'STATE')] },
  nwgHead: { ...base, seats: [seat(nwg, 'STATE')] },
  observer: { ...base, seats: [seat(children, 'OBSERVER')] },
} as const satisfies Record<string, Actor>
type Who = keyof typeof people

const nap = { planKind: 'nap', groupId: nwg, groupKind: 'nwg' } as const
const annex = { planKind: 'children', groupId: children, groupKind: 'twg' } as const

describe('who moves a plan version', () => {
  test.each([
    { rule: 'E2', act: 'assembles the NAP', action: 'planVersion.assemble', of: nap, may: ['secretariat'] },
    {
      rule: 'E7',
      act: 'assembles the children’s plan',
      action: 'planVersion.assemble',
      of: annex,
      may: ['childrenChair', 'childrenHead'],
    },
    { rule: 'E7', act: 'notes the children’s plan', action: 'planVersion.note', of: annex, may: ['coordinator'] },
    { rule: 'E3', act: 'endorses the NAP', action: 'planVersion.endorse', of: nap, may: ['coordinator'] },
    { rule: 'E7', act: 'endorses the children’s plan', action: 'planVersion.endorse', of: annex, may: ['coordinator'] },
    { rule: 'E3', act: 'sends back', action: 'planVersion.sendBack', of: nap, may: ['coordinator'] },
    { rule: 'E10', act: 'publishes', action: 'planVersion.publish', of: nap, may: ['secretariat'] },
  ] as const)('[$rule] who $act: $may and nobody else', ({ action, of, may }) => {
    const allowed = (Object.keys(people) as Who[]).filter(who => can(people[who], action, of))
    expect(allowed).toEqual((Object.keys(people) as Who[]).filter(who => (may as readonly Who[]).includes(who)))
  })

  test('[D3] nobody does anything before the duty of confidentiality is confirmed', () => {
    expect(can({ ...people.coordinator, confidential: false }, 'planVersion.endorse', nap)).toBe(false)
  })
})

describe('the table', () => {
  test.each([
    { rule: 'E3', plan: 'nap', from: 'candidate', move: 'open', to: 'underVote' },
    { rule: 'E3', plan: 'nap', from: 'underVote', move: 'adopt', to: 'adopted' },
    { rule: 'V9', plan: 'nap', from: 'underVote', move: 'return', to: 'returned' },
    { rule: 'V9', plan: 'nap', from: 'returned', move: 'open', to: 'underVote' },
    { rule: 'V7', plan: 'nap', from: 'underVote', move: 'release', to: 'candidate' },
    { rule: 'E3', plan: 'nap', from: 'candidate', move: 'endorse', to: null },
    { rule: 'E3', plan: 'nap', from: 'underVote', move: 'endorse', to: null },
    { rule: 'E3', plan: 'nap', from: 'rejected', move: 'endorse', to: null },
    { rule: 'E3', plan: 'nap', from: 'adopted', move: 'endorse', to: 'endorsed' },
    { rule: 'E3', plan: 'nap', from: 'adopted', move: 'sendBack', to: 'sentBack' },
    { rule: 'E3', plan: 'nap', from: 'sentBack', move: 'endorse', to: null },
    { rule: 'E7', plan: 'nap', from: 'adopted', move: 'note', to: null },
    { rule: 'E7', plan: 'children', from: 'adopted', move: 'endorse', to: null },
    { rule: 'E7', plan: 'children', from: 'adopted', move: 'note', to: 'noted' },
    { rule: 'E7', plan: 'children', from: 'noted', move: 'endorse', to: 'endorsed' },
    { rule: 'E8', plan: 'nap', from: 'endorsed', move: 'endorse', to: null },
    { rule: 'E10', plan: 'nap', from: 'adopted', move: 'publish', to: null },
    { rule: 'E10', plan: 'nap', from: 'endorsed', move: 'publish', to: 'published' },
    { rule: 'E8', plan: 'nap', from: 'published', move: 'supersede', to: 'superseded' },
    { rule: 'E2', plan: 'nap', from: 'candidate', move: 'replace', to: 'superseded' },
    { rule: 'E2', plan: 'nap', from: 'underVote', move: 'replace', to: null },
    { rule: 'E2', plan: 'nap', from: 'adopted', move: 'replace', to: null },
  ] as const)('[$rule] $plan: $move from $from leads to $to', ({ plan, from, move, to }) => {
    expect(planVersionAfter(plan, from, move)).toBe(to)
  })

  test('[E8] whatever is done, nothing but a later version ends what was endorsed', () => {
    // Reinstated is what a voided vote had superseded, and no vote supersedes what was endorsed.
    const moves = (Object.keys(planVersionMovers) as PlanVersionMove[]).filter(move => move !== 'reinstate')
    fc.assert(
      fc.property(fc.constantFrom('nap', 'children'), fc.array(fc.constantFrom(...moves)), (plan, walk) => {
        let state: (typeof planVersionStates)[number] = 'endorsed'
        for (const move of walk) state = planVersionAfter(plan, state, move) ?? state
        const ended = state === 'superseded'
        expect(ended ? walk.includes('supersede') : ['endorsed', 'published'].includes(state)).toBe(true)
      }),
    )
  })

  test('[E7] no way to an endorsed children’s plan leads past the note of the NWG', () => {
    const { noted: _noted, ...others } = planVersionMoves.children
    for (const moves of Object.values(others)) expect(moves).not.toHaveProperty('endorse')
  })
})
