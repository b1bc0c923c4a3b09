import { expect, test } from 'vitest'
import { keptFor } from './kept.ts'

test('many readers at once cost one reading, and a while later it is read anew', async () => {
  let now = 0
  let readings = 0
  const kept = keptFor<number>(() => now)
  const read = () => kept('nap/1', async () => ++readings)
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
  now = 9_999
  expect(await read()).toBe(1)
  now = 10_000
  expect(await read()).toBe(2)
})

test('a reading that failed is not kept', async () => {
  const kept = keptFor<string>(() => 0)
  await expect(kept('nap/1', async () => Promise.reject(new Error('locked')))).rejects.toThrow('locked')
  expect(await kept('nap/1', async () => 'the plan')).toBe('the plan')
})
