import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textChange } from './text-change.ts'

test.each([
  ['the l before the caret', 'hello', 'helllo', 4, { index: 3, remove: 0, insert: 'l' }],
  ['the l at the end', 'hell', 'helll', 5, { index: 4, remove: 0, insert: 'l' }],
  ['a letter taken before the caret', 'helllo', 'hello', 3, { index: 3, remove: 1, insert: '' }],
  ['a replacement', 'one two', 'one 2', 5, { index: 4, remove: 3, insert: '2' }],
  ['nothing', 'same', 'same', 2, { index: 4, remove: 0, insert: '' }],
  ['half a character is never written', '😀', '😁', 2, { index: 0, remove: 2, insert: '😁' }],
])('%s', (_, before, after, caret, change) => {
  const found = textChange(before, after, caret)
  if (change.insert !== '' || change.remove !== 0) expect(found).toEqual(change)
  else expect([found.remove, found.insert]).toEqual([0, ''])
})

test('applied to the old text it gives the new one, wherever the caret is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(30), (before, after, caret) => {
      const { index, remove, insert } = textChange(before, after, caret)
      expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after)
    }),
  )
})
