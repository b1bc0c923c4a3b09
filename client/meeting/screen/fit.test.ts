import { expect, test } from 'vitest'
import { wholeLines } from './fit.ts'

test.each([
  ['half a line too much', 500, 20, 40, 12],
  ['a line and a bit', 500, 45, 40, 11],
  ['exactly two lines', 480, 80, 40, 10],
  ['nearly all of it', 500, 490, 40, 2],
])('[M8] a text that has %s ends with a whole line', (_, height, over, line, lines) => {
  expect(wholeLines(height, over, line)).toBe(lines)
})
