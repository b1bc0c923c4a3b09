import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { followMeeting } from '#client/sync'
import { fetchMotion, type MotionView } from '../api/motion.ts'
import type { FloorItem } from '../api/room.ts'
import { createFetched, type Fetched } from '../api/fetched.ts'
import { createServerClock } from './server-clock.ts'

/**
 * A roomful of ballots comes within seconds, and three hundred pages look on: the count is pushed with the floor, and who
 * cast what follows at this pace, not on all pages in the same moment.
 */
const paceMs = 3_000
const spreadMs = 2_000

/** Where no floor has figures of it. */
const unpushedMs = 600

type FloorMotion = FloorItem['motions'][number]

/** The server closes a vote within a moment of its time; this long after, it is asked, in case its hint is lost. */
const overdueMs = 1_000

export interface Vote extends Fetched<MotionView> {
  /** The server's time, to the second. */
  readonly now: Accessor<number>
}

/**
 * One vote as a page follows it. Of another id another one is made.
 *
 * @param pushed what the floor says of it; without figures in it the vote is fetched as ballots come
 */
export function createVote(id: string, pushed: Accessor<FloorMotion | undefined>): Vote {
  const gapMs = () => (pushed()?.tally ? paceMs + Math.random() * spreadMs : unpushedMs)
  const fetched = createFetched(
    () => fetchMotion(id),
    [
      { topic: 'motion', id },
      { topic: 'ballot', id, gapMs },
    ],
  )
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

/** The same where nothing else on the page follows the meeting in which it is taken. */
export function createVoteAlone(id: string): Vote {
  const [pushed, setPushed] = createSignal<FloorMotion>()
  const vote = createVote(id, pushed)
  // A memo: what is pushed makes the vote another value, and is no reason to follow anew.
  const meetingOfOpenVote = createMemo(() => {
    const motion = vote.value()
    return motion === undefined || motion.dueAt === null ? undefined : motion.meeting?.meetingId
  })
  createEffect(
    on(meetingOfOpenVote, meetingId => {
      if (meetingId === undefined) return
      onCleanup(
        followMeeting(meetingId, floor => {
          setPushed(floor?.items.flatMap(item => item.motions).find(motion => motion.id === id))
        }),
      )
    }),
  )
  return vote
}
