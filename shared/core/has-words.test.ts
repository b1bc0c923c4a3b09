import { expect, test } from 'vitest'
import { hasWords } from './has-words.ts'

test.each([
  ['a word', 'No.', true],
  ['a word in another script', 'Ні', true],
  ['an emoji', '🙂', true],
  ['nothing', '', false],
  ['spaces of all sorts', ' \t\n\u00a0\u2003', false],
  ['characters of no width', '\u200b\u2060\ufeff', false],
  ['marks of direction', '\u202e\u2066\u200f', false],
  ['control characters', '\u0001\u007f', false],
])('%s', (_what, text, has) => {
  expect(hasWords(text)).toBe(has)
})
