import { expect, test } from 'vitest'
import { contrast, cursorColour, cursorColours, readableOn } from './cursor-colours.ts'

test.each(cursorColours)('white reads well on %s', colour => {
  expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
})

test.each([
  ['#ffff00', '#000000'],
  ['#000080', '#ffffff'],
])('on %s the text is %s', (colour, text) => {
  expect(readableOn(colour)).toBe(text)
})

test('one person has one colour', () => {
  expect(cursorColour('person-1')).toBe(cursorColour('person-1'))
  expect(cursorColours).toContain(cursorColour('person-2'))
})
