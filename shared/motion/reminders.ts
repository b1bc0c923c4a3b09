import { hourMs, type Instant, type SeatId } from '#shared/core'
import { seatsStillToCast, seatsThatCast } from './ballot.ts'
import type { Proceedings } from './proceedings.ts'
import { methodOf, type Snapshot } from './snapshot.ts'

/** When a vote by correspondence reminds seats that have not acted, the lightest first. */
export const reminderStages = ['half', 'day', 'hours'] as const
export type ReminderStage = (typeof reminderStages)[number]

export interface Reminder {
  readonly stage: ReminderStage
  readonly at: Instant
}

type Times = { readonly openedAt: Instant; readonly closesAt: Instant }

/**
 * At half time, 24 hours and 2 hours before the deadline, in the order of time; what would come before the vote opened is
 * left out. [V5, V11]
 */
export function reminderTimes({ openedAt, closesAt }: Times): readonly Reminder[] {
  const times: readonly Reminder[] = [
    { stage: 'half', at: openedAt + Math.floor((closesAt - openedAt) / 2) },
    { stage: 'day', at: closesAt - 24 * hourMs },
    { stage: 'hours', at: closesAt - 2 * hourMs },
  ]
  return times.filter(({ at }) => at > openedAt).toSorted((a, b) => a.at - b.at)
}

/** How pressing it has become: the weightiest reminder whose time has come; null before the first. */
export function reminderStage(times: Times, now: Instant): ReminderStage | null {
  const passed = reminderTimes(times).filter(({ at }) => at <= now)
  return reminderStages.findLast(stage => passed.some(one => one.stage === stage)) ?? null
}

/**
 * The reminder to send now: after a time in which nobody looked, one and not several.
 *
 * @param lastAt when the last one went out; the opening, if none did
 */
export function dueReminder(times: Times, lastAt: Instant, now: Instant): ReminderStage | null {
  const due = reminderTimes(times).filter(({ at }) => at > lastAt && at <= now)
  return reminderStages.findLast(stage => due.some(one => one.stage === stage)) ?? null
}

export function nextReminderAt(times: Times, now: Instant): Instant | null {
  return reminderTimes(times).find(({ at }) => at > now)?.at ?? null
}

/** Seats that have not cast; in a silence procedure, where saying nothing is a choice, those that have not read the text. */
export function seatsToRemind(snapshot: Snapshot, proceedings: Proceedings): readonly SeatId[] {
  if (methodOf(snapshot) !== 'SILENCE') return seatsStillToCast(snapshot, proceedings)
  const spoke = seatsThatCast(proceedings)
  return snapshot.electorate
    .map(({ seatId }) => seatId)
    .filter(seatId => !proceedings.textOpened.has(seatId) && !spoke.has(seatId))
}
