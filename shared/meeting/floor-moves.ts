/**
 * What becomes of a wish to speak, as data. A speech is on the item that the meeting is at: `end` also follows by itself
 * when that item is finished, postponed or left for another, when somebody else is called, and when the session stands
 * still. It is kept as it was spoken. Whoever waits goes on waiting, whatever the item. [M4]
 */
import type { FloorState } from './kinds.ts'

export type FloorMove = 'call' | 'end' | 'withdraw' | 'passOver'

/** `owner`: the person who asked, or speaks. */
export type FloorMover = 'conductor' | 'owner'

interface Move {
  readonly to: FloorState
  /** Each of them alone. */
  readonly by: readonly FloorMover[]
}

export const floorMoves = {
  waiting: {
    call: { to: 'speaking', by: ['conductor'] },
    withdraw: { to: 'withdrawn', by: ['owner'] },
    passOver: { to: 'passedOver', by: ['conductor'] },
  },
  speaking: { end: { to: 'spoke', by: ['conductor', 'owner'] } },
  spoke: {},
  withdrawn: {},
  passedOver: {},
} as const satisfies Record<FloorState, Partial<Record<FloorMove, Move>>>

const moves: Readonly<Record<FloorState, Partial<Record<FloorMove, Move>>>> = floorMoves

/** Where each move leads; a request that is there already needs it no more. */
export const floorTargets = {
  call: 'speaking',
  end: 'spoke',
  withdraw: 'withdrawn',
  passOver: 'passedOver',
} as const satisfies Record<FloorMove, FloorState>

/** @returns the state after the move, or null where the table has no such move from here */
export function floorAfter(state: FloorState, move: FloorMove): FloorState | null {
  return moves[state][move]?.to ?? null
}

/** Whether somebody who acts in one of these capacities may ever make the move. */
export function mayMoveFloor(move: FloorMove, movers: readonly FloorMover[]): boolean {
  return Object.values(moves).some(from => from[move]?.by.some(mover => movers.includes(mover)) ?? false)
}
