import { describe, expect, test } from 'vitest'
import { dayMs, hourMs } from '#shared/core'
import { dueReminder, nextReminderAt, reminderStage, reminderTimes } from './reminders.ts'

const openedAt = Date.UTC(2026, 10, 2, 9)
const within = (ms: number) => ({ openedAt, closesAt: openedAt + ms })
const hours = (times: ReturnType<typeof reminderTimes>) =>
  times.map(({ stage, at }) => [stage, (at - openedAt) / hourMs] as const)

describe('[V5] reminders of a vote by correspondence', () => {
  test.each([
    {
      of: 'a week',
      ms: 7 * dayMs,
      times: [
        ['half', 84],
        ['day', 144],
        ['hours', 166],
      ],
    },
    {
      of: 'a day and a half: half time comes after the day',
      ms: 36 * hourMs,
      times: [
        ['day', 12],
        ['half', 18],
        ['hours', 34],
      ],
    },
    {
      of: 'a day: it would begin with a reminder',
      ms: 24 * hourMs,
      times: [
        ['half', 12],
        ['hours', 22],
      ],
    },
    { of: 'an hour', ms: hourMs, times: [['half', 0.5]] },
  ])('[V5] within $of', ({ ms, times }) => {
    expect(hours(reminderTimes(within(ms)))).toEqual(times)
  })

  test.each([
    { at: 0, stage: null },
    { at: 84, stage: 'half' },
    { at: 144, stage: 'day' },
    { at: 167, stage: 'hours' },
  ])('[V5] of a week, after $at h it weighs: $stage', ({ at, stage }) => {
    expect(reminderStage(within(7 * dayMs), openedAt + at * hourMs)).toBe(stage)
  })

  test('[V5] each goes out once, and after a time in which nobody looked one and not three', () => {
    const week = within(7 * dayMs)
    expect(dueReminder(week, openedAt, openedAt + 84 * hourMs)).toBe('half')
    expect(dueReminder(week, openedAt + 84 * hourMs, openedAt + 85 * hourMs)).toBe(null)
    expect(dueReminder(week, openedAt, openedAt + 167 * hourMs)).toBe('hours')
    expect(nextReminderAt(week, openedAt + 85 * hourMs)).toBe(openedAt + 144 * hourMs)
    expect(nextReminderAt(week, openedAt + 166 * hourMs)).toBe(null)
  })
})
