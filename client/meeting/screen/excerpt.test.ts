import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test.each([
  ['Short.', 40, 'Short.'],
  ['One  two\n\nthree', 40, 'One two three'],
  ['Tasks:\n\n- to meet\n- to write - well', 40, 'Tasks: to meet to write - well'],
  ['A first sentence that ends. A second that does not fit.', 40, 'A first sentence that ends.'],
  ['Yes. A sentence that goes on and on and does not end', 30, 'Yes. A sentence that goes on …'],
  ['Donaudampfschifffahrt', 10, 'Donaudampf …'],
])('%s cut at %i', (text, limit, excerpt) => {
  expect(excerptOf(text, limit)).toBe(excerpt)
})
