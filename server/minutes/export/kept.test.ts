import { expect, test } from 'vitest'
import type { Paper } from './paper.ts'
import { createKeptFiles } from './kept.ts'
import { wordsIn } from './words.ts'

const paper = (title: string): Paper => ({
  language: 'en',
  words: wordsIn.en,
  title,
  meeting: '',
  draft: null,
  head: [],
  body: { type: 'doc' },
  proof: [],
  foot: '',
})

test('the same paper is set once for all who take it away at once, another and another format anew', async () => {
  const set: string[] = []
  const render = async ({ title }: Paper) => {
    set.push(title)
    return new TextEncoder().encode(title)
  }
  const kept = createKeptFiles()
  const files = await Promise.all([
    kept.file('pdf', paper('one'), render),
    kept.file('pdf', paper('one'), render),
    kept.file('pdf', paper('two'), render),
    kept.file('docx', paper('one'), render),
  ])
  expect(set).toEqual(['one', 'two', 'one'])
  expect(files.map(file => new TextDecoder().decode(file))).toEqual(['one', 'one', 'two', 'one'])
})

test('those taken away last are kept, and one that failed is tried again', async () => {
  let set = 0
  const render = () => {
    set++
    if (set === 1) throw new Error('no')
    return new Uint8Array()
  }
  const kept = createKeptFiles()
  await expect(kept.file('pdf', paper('0'), render)).rejects.toThrow('no')
  for (let index = 0; index < 30; index++) await kept.file('pdf', paper(String(index)), render)
  const before = set
  await kept.file('pdf', paper('29'), render)
  expect(set).toBe(before)
  await kept.file('pdf', paper('0'), render)
  expect(set).toBe(before + 1)
})
