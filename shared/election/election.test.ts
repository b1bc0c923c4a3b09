import { describe, expect, test } from 'vitest'
import { asId, type ElectionId, type GroupId, type PersonId } from '#shared/core'
import { electionAfter, electionStates, isUnderWay, listDigest, type ElectionMove } from './election.ts'

const moves: readonly ElectionMove[] = ['close', 'reopen', 'withdraw', 'open', 'elect', 'release']

describe('the election of a chair', () => {
  test.each([
    ['listing', ['close', 'withdraw']],
    ['closed', ['reopen', 'withdraw', 'open']],
    ['underVote', ['elect', 'release']],
    ['elected', []],
    ['withdrawn', []],
  ] as const)('[G6] %s goes on by %j only', (state, allowed) => {
    expect(moves.filter(move => electionAfter(state, move) !== null)).toEqual(allowed)
  })

  test('[V12] a list that elected nobody is closed as before, and can be put again', () => {
    expect(electionAfter('underVote', 'release')).toBe('closed')
    expect(electionAfter('closed', 'open')).toBe('underVote')
  })

  test('what is over is not under way', () => {
    expect(electionStates.filter(isUnderWay)).toEqual(['listing', 'closed', 'underVote'])
  })

  test('[V4] the digest is of who stands, in their order, in this election', () => {
    const [a, b] = [asId<PersonId>('a'), asId<PersonId>('b')]
    const list = { electionId: asId<ElectionId>('e'), groupId: asId<GroupId>('g'), candidates: [a, b] }
    expect(listDigest(list)).toBe(listDigest({ ...list }))
    expect(listDigest(list)).not.toBe(listDigest({ ...list, candidates: [b, a] }))
    expect(listDigest(list)).not.toBe(listDigest({ ...list, electionId: asId<ElectionId>('f') }))
  })
})
