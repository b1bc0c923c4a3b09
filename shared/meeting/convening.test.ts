import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, type AgendaItemId } from '#shared/core'
import { conveningProblems, conveningWarnings, forecastOf } from './convening.ts'
import { defaultMeetingSettings } from './settings.ts'

const now = Date.UTC(2026, 10, 23, 9)
const item = (type: 'discussion' | 'decision', hasSubject = false) =>
  ({ id: asId<AgendaItemId>('item'), type, hasSubject }) as const
const sound = {
  now,
  startsAt: now + 7 * dayMs,
  urgentReason: null,
  settings: defaultMeetingSettings('nwg'),
  items: [item('discussion')],
  persons: 5,
}

describe('what stands against convening', () => {
  test.each([
    ['seven days', 7 * dayMs, null, []],
    ['a millisecond less', 7 * dayMs - 1, null, [{ type: 'urgent-without-reason' }]],
    ['a millisecond less, with a reason', 7 * dayMs - 1, 'A raid', []],
    ['48 hours, with a reason', 48 * hourMs, 'A raid', []],
    ['48 hours', 48 * hourMs, null, [{ type: 'urgent-without-reason' }]],
    [
      'a millisecond less than 48 hours',
      48 * hourMs - 1,
      'A raid',
      [{ type: 'notice-too-short', startsFrom: now + 48 * hourMs, urgent: true }],
    ],
    ['an hour', hourMs, null, [{ type: 'notice-too-short', startsFrom: now + 7 * dayMs, urgent: false }]],
    ['no time', -hourMs, 'A raid', [{ type: 'notice-too-short', startsFrom: now + 48 * hourMs, urgent: true }]],
  ] as const)('[M1] a notice of %s', (_, noticeMs, urgentReason, problems) => {
    expect(conveningProblems({ ...sound, startsAt: now + noticeMs, urgentReason })).toEqual(problems)
  })

  test('[M1] a group that has set another notice is held to it', () => {
    const settings = { ...sound.settings, noticeMs: 14 * dayMs }
    expect(conveningProblems({ ...sound, settings })).toEqual([{ type: 'urgent-without-reason' }])
  })

  test('[M1] everything is told at once', () => {
    const problems = conveningProblems({ ...sound, startsAt: now, items: [], persons: 0 })
    expect(problems.map(problem => problem.type)).toEqual(['agenda-empty', 'notice-too-short', 'nobody-to-invite'])
  })

  test('[V4] a decision names the text it decides on', () => {
    expect(conveningProblems({ ...sound, items: [item('decision'), item('decision', true)] })).toEqual([
      { type: 'item-without-subject', itemId: 'item' },
    ])
  })
})

const seats = [
  { constituency: 'STATE', reply: 'coming' },
  { constituency: 'STATE', reply: null },
  { constituency: 'NGO', reply: 'absent' },
  { constituency: 'NGO', reply: 'unsure' },
  { constituency: 'OBSERVER', reply: 'coming' },
] as const

test('[M3] the forecast counts voting seats, NGO seats among them, and observers apart', () => {
  expect(forecastOf(seats)).toEqual({
    voting: { seats: 4, coming: 1, unsure: 1, absent: 1, silent: 1 },
    ngo: { seats: 2, coming: 0, unsure: 1, absent: 1, silent: 0 },
    observers: { seats: 1, coming: 1, unsure: 0, absent: 0, silent: 0 },
  })
})

describe('warnings', () => {
  const enough = [{ needed: 1, ngoNeeded: 0, coming: 1, ngoComing: 0 }]
  test.each([
    ['before anybody can answer', false, seats, enough, []],
    ['once convened, while no NGO seat comes', true, seats, enough, ['no-ngo-coming']],
    ['once an NGO seat comes', true, [...seats, { constituency: 'NGO', reply: 'coming' } as const], enough, []],
    ['where no NGO seat is invited', false, seats.slice(0, 2), enough, ['no-ngo-invited']],
    [
      'while too few say that they come',
      true,
      [{ constituency: 'NGO', reply: 'coming' } as const],
      [{ needed: 2, ngoNeeded: 1, coming: 1, ngoComing: 1 }],
      ['quorum-not-expected'],
    ],
  ] as const)('[M1] %s', (_, convened, answering, quorum, warnings) => {
    expect(conveningWarnings({ convened, seats: answering, quorum })).toEqual(warnings)
  })
})
