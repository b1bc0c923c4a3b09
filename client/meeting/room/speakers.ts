/** Who has the floor and who waits for it, as one reader sees it. [M4] */
import type { FloorRequestView } from '#shared/meeting/schema'

export interface Speakers<T> {
  readonly speaking: readonly T[]
  /** In the order of being called. */
  readonly waiting: readonly T[]
  readonly spoke: readonly T[]
}

type Request = Pick<FloorRequestView, 'state' | 'personId' | 'seatId'>

/** @param floor in the order the server gives it, which is that of being called */
export function speakersOf<T extends Request>(floor: readonly T[]): Speakers<T> {
  const by = (state: FloorRequestView['state']): readonly T[] => floor.filter(request => request.state === state)
  return { speaking: by('speaking'), waiting: by('waiting'), spoke: by('spoke') }
}

/** A request of this person's that is still of account, and its place in the queue: 1 is called next. */
export interface MyTurn<T> {
  readonly request: T
  /** Null while they speak. */
  readonly place: number | null
}

export function turnsOf<T extends Request>(floor: readonly T[], personId: string): readonly MyTurn<T>[] {
  const { speaking, waiting } = speakersOf(floor)
  const mine = (request: T): boolean => request.personId === personId
  return [
    ...speaking.filter(mine).map(request => ({ request, place: null })),
    ...waiting.flatMap((request, index) => (mine(request) ? [{ request, place: index + 1 }] : [])),
  ]
}
