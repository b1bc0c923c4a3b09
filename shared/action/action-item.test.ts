import { describe, expect, test } from 'vitest'
import { meetingStates } from '#shared/meeting'
import { minutesStates } from '#shared/minutes'
import { inOrderOfDue, isOverdue, mayStillSet } from './action-item.ts'

describe('overdue', () => {
  const open = { state: 'open', dueOn: '2026-12-31' } as const
  test.each([
    { now: '2026-12-31T22:59:00Z', timeZone: 'Europe/Belgrade', overdue: false },
    { now: '2026-12-31T23:01:00Z', timeZone: 'Europe/Belgrade', overdue: true },
    // The same moments where the day ends later.
    { now: '2026-12-31T23:01:00Z', timeZone: 'America/Lima', overdue: false },
    { now: '2027-01-01T05:01:00Z', timeZone: 'America/Lima', overdue: true },
    { now: '2026-12-31T23:59:59Z', timeZone: 'UTC', overdue: false },
    { now: '2027-01-01T00:00:00Z', timeZone: 'UTC', overdue: true },
  ])('[M6] due on 31 December, at $now in $timeZone: $overdue', ({ now, timeZone, overdue }) => {
    expect(isOverdue(open, Date.parse(now), timeZone)).toBe(overdue)
  })

  test.each(['done', 'dropped'] as const)('[M6] an item that is %s is not overdue', state => {
    expect(isOverdue({ ...open, state }, Date.parse('2030-01-01T00:00:00Z'), 'UTC')).toBe(false)
  })
})

describe('setting', () => {
  const minutes = [null, ...minutesStates]
  test.each(meetingStates.flatMap(meeting => minutes.map(of => ({ meeting, of }))))(
    '[M6] in a meeting that is $meeting, with minutes $of',
    ({ meeting, of }) => {
      const allowed = meeting === 'inSession' || meeting === 'suspended' ? true : of === 'live' || of === 'corrections'
      expect(mayStillSet(meeting, of)).toBe(allowed)
    },
  )
})

test('[M6] what is most overdue stands first, what was closed last stands before what was closed earlier', () => {
  const items = [
    { id: 'b', state: 'open', dueOn: '2026-12-02', closedAt: null },
    { id: 'x', state: 'done', dueOn: '2026-01-01', closedAt: 5 },
    { id: 'a', state: 'open', dueOn: '2026-11-30', closedAt: null },
    { id: 'y', state: 'dropped', dueOn: '2026-01-01', closedAt: 9 },
  ] as const
  expect(inOrderOfDue(items).map(item => item.id)).toEqual(['a', 'b', 'y', 'x'])
})
