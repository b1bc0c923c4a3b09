/**
 * Where minutes stand and who moves them: the table of the workflows as data. An erratum goes the same way as the minutes
 * it adds to, from its first circulation on. [M5, workflow "Minutes"]
 */
export const minutesStates = ['live', 'circulated', 'corrections', 'beforeBody', 'approved', 'sealed'] as const
export type MinutesState = (typeof minutesStates)[number]

export type MinutesMove =
  /** A snapshot with its digest goes to all who were invited. */
  | 'circulate'
  /** The Secretariat writes accepted corrections into the text. */
  | 'correct'
  /** The first item of the next meeting is bound to the digest. */
  | 'putBefore'
  | 'approve'
  /** Not approved: back to be corrected. */
  | 'refuse'
  /** No quorum, a tie, or the meeting did not reach it. */
  | 'release'
  | 'seal'

export type MinutesMover = 'secretariat' | 'body' | 'system'

interface Move {
  readonly to: MinutesState
  readonly by: readonly MinutesMover[]
}

export const minutesMoves = {
  live: { circulate: { to: 'circulated', by: ['secretariat'] } },
  circulated: {
    correct: { to: 'corrections', by: ['secretariat'] },
    putBefore: { to: 'beforeBody', by: ['system'] },
  },
  corrections: { circulate: { to: 'circulated', by: ['secretariat'] } },
  beforeBody: {
    approve: { to: 'approved', by: ['body'] },
    refuse: { to: 'corrections', by: ['body'] },
    release: { to: 'circulated', by: ['system'] },
  },
  approved: { seal: { to: 'sealed', by: ['system'] } },
  sealed: {},
} as const satisfies Record<MinutesState, Partial<Record<MinutesMove, Move>>>

type MoveTable = Readonly<Record<MinutesState, Partial<Record<MinutesMove, Move>>>>
const moves: MoveTable = minutesMoves

/** @returns the state after the move, or null where the table has no such move from here */
export function minutesAfter(state: MinutesState, move: MinutesMove): MinutesState | null {
  return moves[state][move]?.to ?? null
}

/** Whether somebody who acts in this capacity may make the move from here. */
export function mayMoveMinutes(state: MinutesState, move: MinutesMove, mover: MinutesMover): boolean {
  return moves[state][move]?.by.includes(mover) ?? false
}
