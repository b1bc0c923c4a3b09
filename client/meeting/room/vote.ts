import { createEffect, on, type Accessor } from 'solid-js'
import { createFetched, createServerClock, type Fetched } from '#client/motion'
import { fetchMotion, type MotionView } from '../../api/motion.ts'

/** A roomful of ballots comes within seconds: the count follows at this pace. */
const paceMs = 600

/** The server closes a vote within a moment of its time; this long after, it is asked, in case its hint is lost. */
const overdueMs = 1_000

export interface Vote extends Fetched<MotionView> {
  /** The server's time, to the second. */
  readonly now: Accessor<number>
}

/** One vote as it is followed from the room. Of another id another one is made. */
export function createVote(id: string): Vote {
  const fetched = createFetched(() => fetchMotion(id), 'motion', id, paceMs)
  const now = createServerClock(() => fetched.value()?.serverNow)
  const isDue = (): boolean => {
    const dueAt = fetched.value()?.dueAt
    return dueAt !== undefined && dueAt !== null && now() >= dueAt + overdueMs
  }
  createEffect(on(isDue, due => due && void fetched.refetch()))
  return { ...fetched, now }
}
