import { describe, expect, test } from 'vitest'
import { asId, type GroupId, type PersonId, type SeatId } from '#shared/core'
import type { Actor, ActorRole } from './actor.ts'
import { scopes, type ScopeName, type Subject } from './scopes.ts'

const own = asId<GroupId>('own')
const chaired = asId<GroupId>('chaired')
const observed = asId<GroupId>('observed')
const votingSeat = asId<SeatId>('voting')
const observerSeat = asId<SeatId>('observing')

/** Represents one group, chairs another, observes a third. */
const actor: Actor = {
  personId: asId<PersonId>('me'),
  offices: [],
  seats: [
    { seatId: votingSeat, groupId: own, constituency: 'STATE', rank: 'alternate' },
    { seatId: observerSeat, groupId: observed, constituency: 'OBSERVER', rank: 'head' },
  ],
  chairs: [chaired],
  confidential: true,
}

const rows: readonly { scope: ScopeName; role: ActorRole; subject: Subject; holds: boolean }[] = [
  { scope: 'any', role: 'observer', subject: {}, holds: true },
  { scope: 'no', role: 'coordinator', subject: {}, holds: false },
  { scope: 'nwgGroup', role: 'secretariat', subject: { groupKind: 'nwg' }, holds: true },
  { scope: 'nwgGroup', role: 'secretariat', subject: { groupKind: 'twg' }, holds: false },
  { scope: 'nwgGroup', role: 'secretariat', subject: {}, holds: false },
  { scope: 'ownGroup', role: 'representative', subject: { groupId: own }, holds: true },
  { scope: 'ownGroup', role: 'representative', subject: { groupId: chaired }, holds: false },
  { scope: 'ownGroup', role: 'representative', subject: { groupId: observed }, holds: false },
  { scope: 'ownGroup', role: 'representative', subject: {}, holds: false },
  { scope: 'ownGroup', role: 'chair', subject: { groupId: chaired }, holds: true },
  { scope: 'ownGroup', role: 'chair', subject: { groupId: own }, holds: false },
  { scope: 'ownGroup', role: 'observer', subject: { groupId: observed }, holds: true },
  { scope: 'ownGroup', role: 'observer', subject: { groupId: own }, holds: false },
  { scope: 'ownSeat', role: 'representative', subject: { seatId: votingSeat }, holds: true },
  { scope: 'ownSeat', role: 'representative', subject: { seatId: observerSeat }, holds: false },
  { scope: 'ownSeat', role: 'representative', subject: { seatId: asId<SeatId>('other') }, holds: false },
  { scope: 'ownSeat', role: 'representative', subject: {}, holds: false },
  { scope: 'heldSeat', role: 'representative', subject: { seatId: votingSeat }, holds: true },
  { scope: 'heldSeat', role: 'observer', subject: { seatId: observerSeat }, holds: true },
  { scope: 'heldSeat', role: 'observer', subject: { seatId: asId<SeatId>('other') }, holds: false },
  { scope: 'heldSeat', role: 'observer', subject: {}, holds: false },
  { scope: 'minuteTaker', role: 'representative', subject: { minuteTakers: [actor.personId] }, holds: true },
  { scope: 'minuteTaker', role: 'representative', subject: { minuteTakers: [] }, holds: false },
  { scope: 'minuteTaker', role: 'representative', subject: {}, holds: false },
  { scope: 'sponsor', role: 'representative', subject: { sponsorId: actor.personId }, holds: true },
  { scope: 'sponsor', role: 'representative', subject: { sponsorId: asId<PersonId>('another') }, holds: false },
  { scope: 'sponsor', role: 'representative', subject: {}, holds: false },
  { scope: 'byPost', role: 'secretariat', subject: { voteMode: 'correspondence' }, holds: true },
  { scope: 'byPost', role: 'secretariat', subject: { voteMode: 'meeting' }, holds: false },
  { scope: 'byPost', role: 'secretariat', subject: {}, holds: false },
  { scope: 'napPlan', role: 'secretariat', subject: { planKind: 'nap' }, holds: true },
  { scope: 'napPlan', role: 'secretariat', subject: { planKind: 'children' }, holds: false },
  { scope: 'childrenOwn', role: 'representative', subject: { planKind: 'children', groupId: own }, holds: true },
  { scope: 'childrenOwn', role: 'chair', subject: { planKind: 'children', groupId: chaired }, holds: true },
  { scope: 'childrenOwn', role: 'representative', subject: { planKind: 'nap', groupId: own }, holds: false },
  { scope: 'childrenOwn', role: 'representative', subject: { planKind: 'children', groupId: chaired }, holds: false },
]

describe('scopes', () => {
  test.each(rows.map(row => ({ ...row, about: JSON.stringify(row.subject) })))(
    '[G8] $scope of a $role, asked about $about: $holds',
    ({ scope, role, subject, holds }) => {
      expect(scopes[scope](actor, subject, role)).toBe(holds)
    },
  )

  test('[G8] every scope is tried', () => {
    expect(new Set(rows.map(row => row.scope))).toEqual(new Set(Object.keys(scopes)))
  })
})
