import { expect, test, vi } from 'vitest'
import { remembered } from './remembered.ts'

test('a text is parsed once as long as it is among the last', () => {
  const parse = vi.fn((text: string) => ({ text }))
  const read = remembered(parse, 2)
  const first = read('a')
  expect(read('a')).toBe(first)
  read('b')
  expect(read('a')).toBe(first)
  expect(parse).toHaveBeenCalledTimes(2)
  // 'b' was asked for the longest ago.
  read('c')
  expect(read('a')).toBe(first)
  read('b')
  expect(parse.mock.calls).toEqual([['a'], ['b'], ['c'], ['b']])
})
