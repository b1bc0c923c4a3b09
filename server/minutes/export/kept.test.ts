import { expect, test } from 'vitest'
import { err, ok, type Result } from '#shared/core'
import { createKeptFiles } from './kept.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('the same file is made once for all who take it away at once, another anew', async () => {
  const made: string[] = []
  const file = createKeptFiles(async (title: string): Promise<Result<Uint8Array, never>> => {
    made.push(title)
    return ok(bytesOf(title))
  })
  const files = await Promise.all([file('one'), file('one'), file('two')])
  expect(made).toEqual(['one', 'two'])
  expect(files).toEqual(['one', 'one', 'two'].map(title => ok(bytesOf(title))))
})

test('those taken away last are kept, and one that failed or was refused is tried again', async () => {
  let made = 0
  const file = createKeptFiles(async (_title: string): Promise<Result<Uint8Array, 'busy'>> => {
    made++
    if (made === 1) throw new Error('no')
    return made === 2 ? err('busy') : ok(new Uint8Array())
  })
  await expect(file('0')).rejects.toThrow('no')
  expect(await file('0')).toEqual(err('busy'))
  for (let index = 0; index < 30; index++) await file(String(index))
  const before = made
  await file('29')
  expect(made).toBe(before)
  await file('0')
  expect(made).toBe(before + 1)
})
