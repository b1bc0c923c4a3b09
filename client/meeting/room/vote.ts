import { createEffect, on, type Accessor } from 'solid-js'
import { createFetched, createServerClock, type Fetched } from '#client/motion'
import { fetchMotion, type MotionView } from '../../api/motion.ts'
import type { FloorItem } from '../../api/room.ts'

/**
 * A roomful of ballots comes within seconds, and three hundred pages look on: the count is pushed with the floor, and who
 * cast what follows at this pace, not on all pages in the same moment.
 */
const paceMs = 3_000
const spreadMs = 2_000

/** Where the floor has no figures of it. */
const unpushedMs = 600

type FloorMotion = FloorItem['motions'][number]

/** The server closes a vote within a moment of its time; this long after, it is asked, in case its hint is lost. */
const overdueMs = 1_000

export interface Vote extends Fetched<MotionView> {
  /** The server's time, to the second. */
  readonly now: Accessor<number>
}

/**
 * One vote as it is followed from the room. Of another id another one is made.
 *
 * @param pushed what the floor says of it; without figures in it the vote is fetched for each change
 */
export function createVote(id: string, pushed: Accessor<FloorMotion | undefined>): Vote {
  const isPushed = pushed()?.tally !== undefined && pushed()?.tally !== null
  const gapMs = isPushed ? paceMs + Math.random() * spreadMs : unpushedMs
  const fetched = createFetched(() => fetchMotion(id), 'motion', id, gapMs)
  // It has moved on: what is to be seen now is more than figures.
  createEffect(on([() => pushed()?.state, () => pushed()?.outcome], () => void fetched.refetch(), { defer: true }))
  const value = (): MotionView | undefined => {
    const [motion, counted] = [fetched.value(), pushed()]
    if (!motion || !counted?.tally || counted.cast < motion.cast) return motion
    const { cast, tally, tallyByConstituency } = counted
    return { ...motion, cast, tally, tallyByConstituency }
  }
  const now = createServerClock(() => fetched.value()?.serverNow)
  const isDue = (): boolean => {
    const dueAt = fetched.value()?.dueAt
    return dueAt !== undefined && dueAt !== null && now() >= dueAt + overdueMs
  }
  createEffect(on(isDue, due => due && void fetched.refetch()))
  return { ...fetched, value, now }
}
