import { asId, type PersonId } from '#shared/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, openLoneRoom } from '../../tests/support/sync-room.ts'
import { decodeContributions, encodeContributions, type Contribution, type Deletions } from './contributions.ts'

const decode = (bytes: Uint8Array | null): Contribution[] =>
  decodeContributions(bytes ?? new Uint8Array([0]), text => asId<PersonId>(text))

/** `client clock` of each deleted letter. */
function places(deletions: Deletions): string[] {
  return [...deletions]
    .flatMap(([client, ranges]) =>
      ranges.flatMap(({ clock, len }) => Array.from({ length: len }, (_, at) => `${client} ${clock + at}`)),
    )
    .toSorted()
}

const byPerson = (contributions: readonly Contribution[]): Record<string, readonly string[]> =>
  Object.fromEntries(contributions.map(({ personId, deletions }) => [personId, places(deletions)]))

function text(words: string, clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  doc.getText('t').insert(0, words)
  return doc
}

test('contributions are read as they were written', () => {
  const deletions = fc.dictionary(fc.nat(9).map(String), fc.array(fc.record({ clock: fc.nat(), len: fc.nat() })))
  const contributions = fc.array(fc.record({ personId: fc.string(), deletions }))
  fc.assert(
    fc.property(contributions, written => {
      const given = written.map(({ personId, deletions }) => ({
        personId: asId<PersonId>(personId),
        deletions: new Map(Object.entries(deletions).map(([client, ranges]) => [Number(client), ranges])),
      }))
      expect(decode(encodeContributions(given))).toEqual(given.map(each => ({ ...each, deletions: each.deletions })))
    }),
  )
})

describe('[A5] who deleted what of a batch', () => {
  test('of one person the update says it all', () => {
    const base = text('words', 1)
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
    const ana = room.enter('ana')
    const doc = copyOf(base, 2)
    ana.send(change(doc, () => doc.getText('t').delete(0, 1)))
    ana.send(change(doc, () => doc.getText('t').insert(0, 'W')))
    const { contributions, personId } = room.commit()
    expect([contributions, personId]).toEqual([null, 'ana'])
  })

  test('each has what they deleted, and who only wrote is named with nothing', () => {
    const base = text('abcdef', 1)
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
    const docs = { ana: copyOf(base, 2), ben: copyOf(base, 3), cem: copyOf(base, 4) }
    room.enter('ana').send(change(docs.ana, doc => doc.getText('t').delete(0, 2)))
    room.enter('ben').send(change(docs.ben, doc => doc.getText('t').delete(4, 1)))
    room.enter('cem').send(change(docs.cem, doc => doc.getText('t').insert(0, 'new')))
    expect(byPerson(decode(room.commit().contributions))).toEqual({ ana: ['1 0', '1 1'], ben: ['1 4'], cem: [] })
  })

  test('what two delete at once is the first one’s', () => {
    const base = text('abcd', 1)
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
    const [ana, ben] = [copyOf(base, 2), copyOf(base, 3)]
    room.enter('ana').send(change(ana, doc => doc.getText('t').delete(0, 3)))
    room.enter('ben').send(change(ben, doc => doc.getText('t').delete(1, 3)))
    expect(byPerson(decode(room.commit().contributions))).toEqual({ ana: ['1 0', '1 1', '1 2'], ben: ['1 3'] })
  })

  test('who sets an entry of a map deletes the one that was there', () => {
    const base = new Y.Doc()
    base.clientID = 1
    base.getMap('m').set('goal', 'old')
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
    const [ana, ben] = [copyOf(base, 2), copyOf(base, 3)]
    room.enter('ana').send(change(ana, doc => doc.getMap('m').set('goal', 'ana')))
    room.enter('ben').send(change(ben, doc => doc.getMap('m').set('other', 'ben')))
    expect(byPerson(decode(room.commit().contributions))).toEqual({ ana: ['1 0'], ben: [] })
  })

  test('with a paragraph go the words that somebody else is putting into it', () => {
    const base = new Y.Doc()
    base.clientID = 1
    const paragraph = new Y.XmlText()
    base.getXmlFragment('f').insert(0, [paragraph])
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
    const [ana, ben] = [copyOf(base, 2), copyOf(base, 3)]
    room.enter('ana').send(change(ana, doc => (doc.getXmlFragment('f').get(0) as Y.XmlText).insert(0, 'x')))
    room.enter('ben').send(change(ben, doc => doc.getXmlFragment('f').delete(0, 1)))
    expect(byPerson(decode(room.commit().contributions))).toEqual({ ana: [], ben: ['1 0', '2 0'] })
  })
})

test('[A5] the contributions of a batch are its deletions, each once, whoever did what in whatever order', () => {
  const step = fc.record({
    who: fc.nat(2),
    kind: fc.constantFrom('type', 'delete', 'entry', 'format'),
    at: fc.nat(30),
    length: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), steps => {
      const base = text('some words to begin with', 1)
      const room = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
      const people = ['ana', 'ben', 'cem'].map((name, index) => ({
        name,
        guest: room.enter(name),
        doc: copyOf(base, index + 2),
      }))
      for (const [mark, { who, kind, at, length }] of steps.entries()) {
        const person = people[who]
        if (!person) continue
        const { doc, guest } = person
        const words = doc.getText('t')
        const place = at % (words.length + 1)
        const cut = Math.min(length, words.length - place)
        if (kind === 'type') guest.send(change(doc, () => words.insert(place, 'xy')))
        else if (kind === 'entry') guest.send(change(doc, () => doc.getMap('m').set(`k${at % 2}`, length)))
        else if (cut > 0 && kind === 'delete') guest.send(change(doc, () => words.delete(place, cut)))
        else if (cut > 0) guest.send(change(doc, () => words.format(place, cut, { size: mark })))
      }
      const { update, contributions, taken } = room.commit()
      if (!update) return
      const deleted = places(Y.decodeUpdate(update).ds.clients)
      const wrote = new Set(taken.map(({ connection }) => String(connection.identity.personId)))
      expect(contributions !== null).toBe(wrote.size > 1)
      if (!contributions) return
      const shares = byPerson(decode(contributions))
      expect(Object.values(shares).flat().toSorted()).toEqual(deleted)
      expect(new Set(Object.keys(shares))).toEqual(wrote)
    }),
    { numRuns: 300 },
  )
})
