/**
 * States of an amendment. The last four are its disposition, and every amendment gets one before its text is put to the
 * vote. [A3, V4]
 */
export const amendmentMoves = {
  proposed: { open: 'underVote', withdraw: 'withdrawn', overtake: 'overtaken' },
  underVote: { adopt: 'adopted', reject: 'notAdopted', release: 'proposed' },
  adopted: {},
  notAdopted: {},
  withdrawn: {},
  overtaken: {},
} as const satisfies Record<string, Partial<Record<AmendmentMove, string>>>

/** `release`: a tie or a vote without quorum leaves it as proposed, to be put again. */
export type AmendmentMove = 'open' | 'withdraw' | 'overtake' | 'adopt' | 'reject' | 'release'
export type AmendmentState = keyof typeof amendmentMoves

export const amendmentStates = [
  'proposed',
  'underVote',
  'adopted',
  'notAdopted',
  'withdrawn',
  'overtaken',
] as const satisfies readonly AmendmentState[]

export const dispositions = ['adopted', 'notAdopted', 'withdrawn', 'overtaken'] as const
export type Disposition = (typeof dispositions)[number]

/** @returns the state after the move, or null where the table has no such move from here */
export function amendmentAfter(state: AmendmentState, move: AmendmentMove): AmendmentState | null {
  const moves: Partial<Record<AmendmentMove, AmendmentState>> = amendmentMoves[state]
  return moves[move] ?? null
}

/** Whether it still waits for its disposition. */
export function isOpen(state: AmendmentState): boolean {
  return state === 'proposed' || state === 'underVote'
}

/** Why an amendment was overtaken: words of it no longer stand in the text, or its text was taken back. */
export const overtakenBecause = ['words-gone', 'words-repeated', 'nothing-left', 'text-withdrawn'] as const
export type OvertakenBecause = (typeof overtakenBecause)[number]
