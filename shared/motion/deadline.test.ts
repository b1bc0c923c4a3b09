import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '#shared/core'
import { buildBallots, buildClosed, buildLog, buildMotion, closesAt, openedAt, personId } from './build-motion.ts'
import { closeMotion, extendDeadline, movesOnAt, pauseMotion, resumeMotion } from './deadline.ts'
import { decide } from './decide.ts'
import type { MotionEvent } from './log.ts'

const chair = personId('chair')
const motionWith = (...events: readonly MotionEvent[]) =>
  buildMotion({ electorate: 'S2 N2', events: buildLog(...events) })
const extended = (at: number, to: number): MotionEvent => ({ type: 'extended', seq: 1, at, closesAt: to })
const paused = (at: number): MotionEvent => ({ type: 'paused', seq: 1, at })
const resumed = (at: number): MotionEvent => ({ type: 'resumed', seq: 1, at })

test.each([
  { who: 'the system at the deadline', ballots: '', by: null, at: closesAt, refused: null },
  { who: 'the system before it', ballots: 'S 2Y, N 2Y', by: null, at: closesAt - 1, refused: 'seats-still-to-cast' },
  { who: 'the chair when all have cast', ballots: 'S 2Y, N 2Y', by: chair, at: closesAt - 1, refused: null },
  { who: 'the chair one short', ballots: 'S 2Y, N 1Y', by: chair, at: closesAt - 1, refused: 'seats-still-to-cast' },
])('[V5] close by $who: $refused', ({ ballots, by, at, refused }) => {
  const result = closeMotion(motionWith(...buildBallots(ballots)), by, at)
  expect(result.ok ? null : result.problem.type).toBe(refused)
})

test('[V5] a closed vote is not closed again', () => {
  const result = closeMotion(motionWith(buildClosed()), null, closesAt + 1)
  expect(result).toEqual({ ok: false, problem: { type: 'motion-not-open', phase: 'closed' } })
})

test.each([
  { story: 'later, in time', events: [], to: closesAt + hourMs, at: closesAt - 1, refused: null },
  { story: 'once it has passed', events: [], to: closesAt + hourMs, at: closesAt, refused: 'deadline-passed' },
  { story: 'earlier', events: [], to: closesAt - 1, at: openedAt + 1, refused: 'deadline-not-later' },
  { story: 'to where it is', events: [], to: closesAt, at: openedAt + 1, refused: 'deadline-not-later' },
  {
    story: 'a second time',
    events: [extended(openedAt + 1, closesAt + hourMs)],
    to: closesAt + 2 * hourMs,
    at: closesAt,
    refused: 'deadline-already-extended',
  },
])('[V5] the deadline put $story: $refused', ({ events, to, at, refused }) => {
  const result = extendDeadline(motionWith(...events), to, at)
  expect(result.ok ? null : result.problem.type).toBe(refused)
})

test('[V5] a second extension found in a log changes nothing', () => {
  const events = [extended(openedAt + 1, closesAt + hourMs), extended(openedAt + 2, closesAt + 2 * hourMs)]
  expect(movesOnAt(motionWith(...events))).toBe(closesAt + hourMs)
})

test('[V5] a pause stops the clock: no close while it lasts, and the deadline moves by it', () => {
  const at = openedAt + minuteMs
  expect(pauseMotion(motionWith(), at)).toMatchObject({ ok: true })
  expect(movesOnAt(motionWith(paused(at)))).toBeNull()
  expect(closeMotion(motionWith(paused(at)), null, closesAt)).toMatchObject({ problem: { phase: 'paused' } })
  expect(movesOnAt(motionWith(paused(at), resumed(at + hourMs)))).toBe(closesAt + hourMs)
})

test('[V5] only an open vote is paused, before its deadline, and only a paused one resumed', () => {
  expect(pauseMotion(motionWith(), closesAt)).toEqual({ ok: false, problem: { type: 'deadline-passed', closesAt } })
  expect(resumeMotion(motionWith(), openedAt + 1)).toEqual({ ok: false, problem: { type: 'motion-not-paused' } })
})

test('[V9] the hold moves on after seven days and not before', () => {
  const motion = motionWith(...buildBallots('S 2Y, N 2A'), buildClosed())
  expect(movesOnAt(motion)).toBe(closesAt + 7 * dayMs)
  expect(closeMotion(motion, chair, closesAt + dayMs)).toEqual({
    ok: false,
    problem: { type: 'hold-still-running', closesAt: closesAt + 7 * dayMs },
  })
  const ended = closeMotion(motion, null, closesAt + 7 * dayMs)
  const events = ended.ok ? [...motion.events, ended.value] : motion.events
  expect(decide(motion.rules, motion.snapshot, events).outcome).toBe('ADOPTED_NGO_SILENT')
  expect(movesOnAt({ ...motion, events })).toBeNull()
})
