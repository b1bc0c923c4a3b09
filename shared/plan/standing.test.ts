import { describe, expect, test } from 'vitest'
import { sectionStanding, type StandingVersion } from './standing.ts'
import { versionAfter, versionMoves, versionStates, type VersionMove, type VersionState } from './states.ts'

const versions = (...states: readonly VersionState[]): readonly StandingVersion[] =>
  states.map((state, index) => ({ number: index + 1, state, submittedAt: 100 * (index + 1) }))

describe('where a section stands', () => {
  test.each([
    { when: 'nothing was submitted', states: [], state: 'working' },
    { when: 'all was withdrawn', states: ['withdrawn'], state: 'working' },
    { when: 'a version waits', states: ['submitted'], state: 'submitted' },
    { when: 'a vote is open', states: ['underVote', 'submitted'], state: 'underVote' },
    { when: 'a later version waits beside an adopted one', states: ['adopted', 'submitted'], state: 'submitted' },
    { when: 'the later one was withdrawn', states: ['adopted', 'withdrawn'], state: 'adopted' },
    { when: 'the later one was returned', states: ['adopted', 'returned'], state: 'returned' },
    { when: 'a returned one was answered and adopted', states: ['returned', 'adopted'], state: 'adopted' },
    { when: 'the group voted it down', states: ['rejected'], state: 'rejected' },
    { when: 'one was superseded', states: ['superseded', 'adopted'], state: 'adopted' },
  ] as const)('[E1] $when: $state', ({ states, state }) => {
    expect(sectionStanding({ waived: false, versions: versions(...states), editedAt: null }).state).toBe(state)
  })

  test('[P2] a waived section is waived whatever came before', () => {
    const standing = sectionStanding({ waived: true, versions: versions('adopted'), editedAt: 999 })
    expect(standing).toEqual({ state: 'waived', newerText: false })
  })

  test.each([
    { editedAt: null, newerText: false },
    { editedAt: 100, newerText: false },
    { editedAt: 101, newerText: true },
  ])('[E1] adopted from a text of 100, edited at $editedAt: newer text $newerText', ({ editedAt, newerText }) => {
    expect(sectionStanding({ waived: false, versions: versions('adopted'), editedAt })).toEqual({
      state: 'adopted',
      newerText,
    })
  })
})

describe('moves of a section version', () => {
  const moves: readonly VersionMove[] = [
    ...(['open', 'withdraw', 'adopt', 'return', 'reject', 'release', 'supersede', 'void', 'reinstate'] as const),
  ]
  const allowed = versionStates.flatMap(from =>
    moves.flatMap(move => {
      const to = versionAfter(from, move)
      return to ? [`${from} ${move} ${to}`] : []
    }),
  )

  test('[E1] the table says all there is', () => {
    expect(allowed).toEqual([
      'submitted open underVote',
      'submitted withdraw withdrawn',
      'underVote adopt adopted',
      'underVote return returned',
      'underVote reject rejected',
      'underVote release submitted',
      'adopted supersede superseded',
      'adopted void submitted',
      'returned open underVote',
      'returned void submitted',
      'rejected void submitted',
      'superseded reinstate adopted',
    ])
  })

  test('[E1] no move leaves a withdrawn version', () => {
    expect(versionMoves.withdrawn).toEqual({})
  })
})
