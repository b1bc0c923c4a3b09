import { asId, type PersonId } from '#shared/core'
import { describe, expect, test } from 'vitest'
import { Authors } from './authors.ts'

const [ana, eve] = [asId<PersonId>('ana'), asId<PersonId>('eve')]

describe('[A5] whose a client number is', () => {
  test.each<[string, number, PersonId | null | undefined, boolean]>([
    ['stored as hers', 1, ana, true],
    ['the server’s own', 2, null, true],
    ['nobody’s', 3, undefined, false],
  ])('%s', (_name, client, owner, isAnothersToEve) => {
    const authors = new Authors(
      new Map([
        [1, ana],
        [2, null],
      ]),
    )
    expect([authors.ownerOf(client), authors.isAnothers(client, eve)]).toEqual([owner, isAnothersToEve])
  })

  test('the first who writes with it has it, also before that is stored', () => {
    const authors = new Authors(new Map())
    authors.bind(7, ana)
    authors.bind(7, eve)
    expect([authors.ownerOf(7), authors.isAnothers(7, eve), authors.isAnothers(7, ana)]).toEqual([ana, true, false])
    expect(authors.fresh()).toEqual(new Map([[7, ana]]))
  })

  test('nobody writes under the server’s number', () => {
    const authors = new Authors(new Map([[2, null]]))
    authors.bind(2, eve)
    expect([authors.ownerOf(2), authors.fresh().size]).toEqual([null, 0])
  })

  test('what was not stored is free again, what was stored stays', () => {
    const authors = new Authors(new Map())
    authors.bind(7, ana)
    authors.notStored()
    expect(authors.ownerOf(7)).toBeUndefined()
    authors.bind(7, eve)
    authors.stored()
    authors.notStored()
    expect([authors.ownerOf(7), authors.fresh().size]).toEqual([eve, 0])
  })
})
