import { expect, test } from 'vitest'
import { isNestedBeyond } from './nesting.ts'

test.each<{ what: string; text: string; levels: number; beyond: boolean }>([
  { what: 'as deep as may be', text: '[{"a":[]}]', levels: 3, beyond: false },
  { what: 'deeper by one', text: '[{"a":[[]]}]', levels: 3, beyond: true },
  { what: 'side by side', text: '[[],[],{},{}]', levels: 2, beyond: false },
  { what: 'brackets in strings', text: '{"[[[[":"{{{{\\"[[[["}', levels: 1, beyond: false },
  { what: 'brackets behind a string that ends in a backslash', text: '["\\\\",[[]]]', levels: 2, beyond: true },
  { what: 'no JSON', text: ']]]["', levels: 1, beyond: false },
  { what: 'nothing', text: '', levels: 0, beyond: false },
])('$what', ({ text, levels, beyond }) => {
  expect(isNestedBeyond(text, levels)).toBe(beyond)
})
