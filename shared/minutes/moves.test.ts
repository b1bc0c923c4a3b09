import { expect, test } from 'vitest'
import {
  mayMoveMinutes,
  minutesAfter,
  minutesMoves,
  minutesStates,
  type MinutesMove,
  type MinutesMover,
} from './moves.ts'

const movers = ['secretariat', 'body', 'system'] as const satisfies readonly MinutesMover[]
const moves = [
  'circulate',
  'correct',
  'putBefore',
  'approve',
  'refuse',
  'release',
  'seal',
] as const satisfies readonly MinutesMove[]

/** The workflow, line by line. */
const table = [
  ['live', 'circulate', 'circulated', 'secretariat'],
  ['circulated', 'correct', 'corrections', 'secretariat'],
  ['circulated', 'putBefore', 'beforeBody', 'system'],
  ['corrections', 'circulate', 'circulated', 'secretariat'],
  ['beforeBody', 'approve', 'approved', 'body'],
  ['beforeBody', 'refuse', 'corrections', 'body'],
  ['beforeBody', 'release', 'circulated', 'system'],
  ['approved', 'seal', 'sealed', 'system'],
] as const

test.each(table)('[M5] from %s, %s leads to %s, by %s alone', (from, move, to, by) => {
  expect(minutesAfter(from, move)).toBe(to)
  expect(movers.filter(mover => mayMoveMinutes(from, move, mover))).toEqual([by])
})

test('[M5] no other move is made by anybody', () => {
  for (const from of minutesStates) {
    for (const move of moves.filter(one => !table.some(row => row[0] === from && row[1] === one))) {
      expect([from, move, minutesAfter(from, move)]).toEqual([from, move, null])
      expect(movers.some(mover => mayMoveMinutes(from, move, mover))).toBe(false)
    }
  }
})

test('[M5] nothing leads out of sealed', () => {
  expect(minutesMoves.sealed).toEqual({})
})
