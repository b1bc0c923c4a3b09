import { asId, type PersonId } from '#shared/core'
import { expect, test } from 'vitest'
import { sortFound } from './found-words.ts'
import type { KeptWords, Reason } from './word-store.ts'

function left(writer: number, epoch: number | null, returned: Reason | null = null): KeptWords {
  const personId = asId<PersonId>('ana')
  return { personId, documentId: 'd1', writer, sequence: 0, epoch, at: 0, update: new Uint8Array(), returned }
}

const nobody = (): boolean => false
const writers = (words: readonly KeptWords[]): readonly number[] => words.map(({ writer }) => writer)

test.each<[string, readonly KeptWords[], boolean, object]>([
  ['words that wait go in, and their epoch is asked for', [left(1, 4)], false, { going: [1], epoch: 4 }],
  ['words of a server without epochs go in', [left(1, null)], false, { going: [1], epoch: null }],
  ['of two epochs the later goes in', [left(1, 4), left(2, 5)], false, { going: [2], epoch: 5, refused: [1] }],
  ['what was turned away does not go in again', [left(1, 4, 'frozen')], false, { returned: [1], epoch: null }],
  ['who may not write any more has nothing go in', [left(1, 4)], true, { refused: [1], epoch: null }],
])('%s', (_name, found, readOnly, outcome) => {
  const sorted = sortFound(found, readOnly, nobody)
  const { epoch } = sorted
  const [going, returned, refused] = [writers(sorted.going), writers(sorted.returned), writers(sorted.refused)]
  expect({ going, returned, refused, epoch }).toEqual({ going: [], returned: [], refused: [], ...outcome })
})

test('a text of this page that is still sending answers for its own words', () => {
  const sorted = sortFound([left(1, 4), left(2, 4)], true, writer => writer === 1)
  expect([writers(sorted.refused), sorted.reason]).toEqual([[2], 'notPermitted'])
})
