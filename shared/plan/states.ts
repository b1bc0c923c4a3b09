/** States of a section version; content and digest never change, only the state. [E1, workflow "Section version"] */
export const versionMoves = {
  submitted: { open: 'underVote', withdraw: 'withdrawn', amend: 'superseded' },
  underVote: { adopt: 'adopted', return: 'returned', reject: 'rejected', release: 'submitted' },
  /** `void`: the vote was, and the text waits for another. [V13] */
  adopted: { supersede: 'superseded', void: 'submitted' },
  /** The second round, after reconciliation. [V9] */
  returned: { open: 'underVote', void: 'submitted' },
  rejected: { void: 'submitted' },
  withdrawn: {},
  /** The vote on what superseded it was voided. [V13] */
  superseded: { reinstate: 'adopted' },
} as const satisfies Record<string, Partial<Record<VersionMove, string>>>

/**
 * `release`: a tie or a vote without quorum leaves the text as submitted, to be put again. `amend`: an amendment was accepted,
 * and the vote is on the version that it made. [V4]
 */
export type VersionMove =
  'open' | 'withdraw' | 'adopt' | 'return' | 'reject' | 'release' | 'supersede' | 'amend' | 'void' | 'reinstate'

export type VersionState = keyof typeof versionMoves

export const versionStates = [
  'submitted',
  'underVote',
  'adopted',
  'returned',
  'rejected',
  'withdrawn',
  'superseded',
] as const satisfies readonly VersionState[]

/** @returns the state after the move, or null where the table has no such move from here */
export function versionAfter(state: VersionState, move: VersionMove): VersionState | null {
  const moves: Partial<Record<VersionMove, VersionState>> = versionMoves[state]
  return moves[move] ?? null
}

/** A decision that it had before is not the last word on it then. [V9, V13] */
export function awaitsDecision(state: VersionState): boolean {
  return state === 'submitted' || state === 'underVote'
}

/** The two plans of a workspace. [P1, P8] */
export const planKinds = ['nap', 'children'] as const
export type PlanKind = (typeof planKinds)[number]

export const sectionKinds = ['preamble', 'background', 'principles', 'issue'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** The four components of the strategy. [P1] */
export const componentNumbers = [1, 2, 3, 4] as const
export type ComponentNumber = (typeof componentNumbers)[number]

/** What a person may do with a live text, as the contract names it. Whoever has none of these does not see it. */
export const documentAccesses = ['edit', 'comment', 'read'] as const
export type DocumentAccess = (typeof documentAccesses)[number]
