import { digestOf, type Digest, type ElectionId, type GroupId, type PersonId } from '#shared/core'

/**
 * The election of a chair: candidates are listed, the list is closed and put to secret ballot. Who is elected takes the
 * chair by the vote; where nobody is, the list can be put again or opened for others. [G6, V12]
 */
export const electionStates = ['listing', 'closed', 'underVote', 'elected', 'withdrawn'] as const
export type ElectionState = (typeof electionStates)[number]

export type ElectionMove = 'close' | 'reopen' | 'withdraw' | 'open' | 'elect' | 'release'

const electionMoves = {
  listing: { close: 'closed', withdraw: 'withdrawn' },
  closed: { reopen: 'listing', open: 'underVote', withdraw: 'withdrawn' },
  underVote: { elect: 'elected', release: 'closed' },
  elected: {},
  withdrawn: {},
} as const satisfies Record<ElectionState, Partial<Record<ElectionMove, ElectionState>>>

/** @returns the state after the move, or null where the table has none */
export function electionAfter(state: ElectionState, move: ElectionMove): ElectionState | null {
  const moves: Partial<Record<ElectionMove, ElectionState>> = electionMoves[state]
  return moves[move] ?? null
}

/** Whether anything can still come of it. */
export function isUnderWay(state: ElectionState): boolean {
  return state === 'listing' || state === 'closed' || state === 'underVote'
}

/** Characters of its title. */
export const electionTitleLimit = 200

/**
 * The digest of the list that the ballot is on: of which group, and who stands, in the order in which they were proposed.
 * [V4, V12]
 */
export function listDigest(list: {
  readonly electionId: ElectionId
  readonly groupId: GroupId
  readonly candidates: readonly PersonId[]
}): Digest {
  const { electionId, groupId, candidates } = list
  return digestOf({ form: 'plenary/election/1', office: 'chair', electionId, groupId, candidates: [...candidates] })
}
