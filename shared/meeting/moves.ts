/**
 * Where a meeting stands and who moves it: the table of the workflows as data. Whoever is not named may not. Guards that
 * a table cannot hold (notice, the chair's presence, an open vote) are looked at where the move is made. [workflow "Meeting"]
 */
export const meetingStates = [
  'draft',
  'convened',
  'inSession',
  'suspended',
  'adjourned',
  'recorded',
  'cancelled',
] as const
export type MeetingState = (typeof meetingStates)[number]

export type MeetingMove =
  | 'convene'
  | 'postpone'
  | 'start'
  | 'suspend'
  | 'resume'
  | 'adjourn'
  /** With the seal on its minutes. */
  | 'record'
  | 'cancel'

export type MeetingMover = 'secretariat' | 'chair' | 'system'

interface Move {
  readonly to: MeetingState
  /** Each of them alone. */
  readonly by: readonly MeetingMover[]
}

export const meetingMoves = {
  draft: {
    convene: { to: 'convened', by: ['secretariat', 'chair'] },
    cancel: { to: 'cancelled', by: ['chair'] },
  },
  convened: {
    postpone: { to: 'draft', by: ['chair'] },
    start: { to: 'inSession', by: ['chair'] },
    cancel: { to: 'cancelled', by: ['chair'] },
  },
  inSession: {
    suspend: { to: 'suspended', by: ['chair'] },
    adjourn: { to: 'adjourned', by: ['chair'] },
  },
  suspended: { resume: { to: 'inSession', by: ['chair'] } },
  adjourned: { record: { to: 'recorded', by: ['system'] } },
  recorded: {},
  cancelled: {},
} as const satisfies Record<MeetingState, Partial<Record<MeetingMove, Move>>>

type MoveTable = Readonly<Record<MeetingState, Partial<Record<MeetingMove, Move>>>>
const moves: MoveTable = meetingMoves

/** @returns the state after the move, or null where the table has no such move from here */
export function meetingAfter(state: MeetingState, move: MeetingMove): MeetingState | null {
  return moves[state][move]?.to ?? null
}

/** Whether somebody who acts in one of these capacities may make the move from here. */
export function mayMoveMeeting(state: MeetingState, move: MeetingMove, movers: readonly MeetingMover[]): boolean {
  return moves[state][move]?.by.some(mover => movers.includes(mover)) ?? false
}

/** In session, or suspended: the presence log runs. */
export function isUnderWay(state: MeetingState): boolean {
  return state === 'inSession' || state === 'suspended'
}

/** Draft or convened: nothing of it has happened yet. */
export function isAhead(state: MeetingState): boolean {
  return state === 'draft' || state === 'convened'
}
