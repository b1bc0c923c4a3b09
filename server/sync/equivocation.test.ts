import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, docOf, read } from '../../tests/support/sync-room.ts'
import { agrees } from './equivocation.ts'

const says = (doc: Y.Doc, bytes: Uint8Array): boolean => agrees(doc, read(bytes))

/** What client 7 writes on an empty text. */
function by7(write: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.transact(() => write(doc))
  return doc
}

const whole = (write: (doc: Y.Doc) => void): Uint8Array => Y.encodeStateAsUpdate(by7(write))

describe('the same name for something else is refused', () => {
  test.each<[string, (doc: Y.Doc) => void, (doc: Y.Doc) => void]>([
    ['a letter', d => d.getText('t').insert(0, 'abc'), d => d.getText('t').insert(0, 'abX')],
    ['the first letter of more', d => d.getText('t').insert(0, 'abc'), d => d.getText('t').insert(0, 'Xbcde')],
    ['a letter of two halves', d => d.getText('t').insert(0, 'a🙂'), d => d.getText('t').insert(0, 'a🙃')],
    [
      'a place',
      d => (d.getText('t').insert(0, 'ab'), d.getText('t').insert(2, 'c')),
      d => (d.getText('t').insert(0, 'ab'), d.getText('t').insert(1, 'c')),
    ],
    ['a root', d => d.getText('t').insert(0, 'abc'), d => d.getText('u').insert(0, 'abc')],
    [
      'the value of a mark',
      d => d.getText('t').insert(0, 'abc', { link: 'https://a.example' }),
      d => d.getText('t').insert(0, 'abc', { link: 'https://b.example' }),
    ],
    ['an entry', d => d.getMap('m').set('goal', 1), d => d.getMap('m').set('goal', 2)],
    ['the key of an entry', d => d.getMap('m').set('goal', 1), d => d.getMap('m').set('aim', 1)],
    ['a later value among several', d => d.getArray('a').push([1, 2, 3, 4]), d => d.getArray('a').push([1, 2, 3, 5])],
    [
      'an element’s name',
      d => d.getXmlFragment('f').insert(0, [new Y.XmlElement('heading')]),
      d => d.getXmlFragment('f').insert(0, [new Y.XmlElement('paragraph')]),
    ],
    ['another kind of content', d => d.getArray('a').push([1]), d => d.getArray('a').push([new Uint8Array([1])])],
    ['bytes', d => d.getArray('a').push([new Uint8Array([1])]), d => d.getArray('a').push([new Uint8Array([2])])],
  ])('%s', (_name, first, second) => {
    const stored = docOf(whole(first))
    expect(says(stored, whole(first))).toBe(true)
    expect(says(stored, whole(second))).toBe(false)
  })

  test('also inside what others have cut in two since', () => {
    const first = by7(doc => doc.getText('t').insert(0, 'abcdef'))
    const stored = copyOf(first, 8)
    stored.getText('t').insert(3, '---')
    expect(says(stored, Y.encodeStateAsUpdate(first))).toBe(true)
    expect(
      says(
        stored,
        whole(doc => doc.getText('t').insert(0, 'abcdeX')),
      ),
    ).toBe(false)
  })
})

describe('what makes no claim is no lie', () => {
  test('text that was deleted since, here or there', () => {
    const first = by7(doc => doc.getText('t').insert(0, 'abc'))
    const deletedHere = copyOf(first)
    deletedHere.getText('t').delete(0, 3)
    const deletedThere = copyOf(first, 7)
    deletedThere.getText('t').delete(1, 1)
    expect(says(deletedHere, Y.encodeStateAsUpdate(first))).toBe(true)
    expect(says(first, Y.encodeStateAsUpdate(deletedThere))).toBe(true)
  })

  test.each([
    ['here', 0],
    ['there', 1],
  ])('a letter of two halves that was torn apart %s', (_name, side) => {
    const first = by7(doc => doc.getText('t').insert(0, 'a🙂b'))
    const torn = copyOf(first, 8)
    torn.getText('t').insert(2, '-')
    const docs = [torn, first] as const
    expect(says(docs[side === 0 ? 0 : 1], Y.encodeStateAsUpdate(docs[side === 0 ? 1 : 0]))).toBe(true)
  })
})

test('whoever sends any of their own words again, cut and merged as they like, says the same', () => {
  const step = fc.record({
    who: fc.nat(1),
    kind: fc.constantFrom('type', 'delete', 'format', 'entry', 'nest', 'meet'),
    at: fc.nat(40),
    length: fc.integer({ min: 1, max: 4 }),
  })
  const resent = fc.record({ from: fc.nat(), to: fc.nat(), since: fc.nat() })
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.array(resent, { maxLength: 6 }),
      (steps, resents) => {
        const server = new Y.Doc()
        const docs = [new Y.Doc(), new Y.Doc()]
        /** Everything that was ever sent, and how far each page was then. */
        const sent: Uint8Array[] = []
        const points: Uint8Array[] = [Y.encodeStateVector(new Map())]
        const write = (doc: Y.Doc, write: () => void): void => {
          const update = change(doc, write)
          sent.push(update)
          points.push(Y.encodeStateVector(doc))
          Y.applyUpdate(server, update)
        }
        for (const [mark, { who, kind, at, length }] of steps.entries()) {
          const doc = docs[who]
          if (!doc) continue
          const words = doc.getText('t')
          const place = at % (words.length + 1)
          const cut = Math.min(length, words.length - place)
          if (kind === 'meet') Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
          else if (kind === 'type') write(doc, () => words.insert(place, 'words'.slice(0, length)))
          else if (kind === 'entry') write(doc, () => doc.getMap('m').set(`k${at % 2}`, [length, mark]))
          else if (kind === 'nest')
            write(doc, () => doc.getXmlFragment('f').insert(0, [new Y.XmlElement('p'), new Y.XmlText('x')]))
          else if (cut > 0 && kind === 'delete') write(doc, () => words.delete(place, cut))
          else if (cut > 0) write(doc, () => words.format(place, cut, { size: mark }))
        }
        for (const { from, to, since } of resents) {
          const some = sent.slice(from % (sent.length + 1), to % (sent.length + 1))
          if (some.length > 0) expect(says(server, Y.mergeUpdates(some))).toBe(true)
          const point = points[since % points.length]
          for (const doc of docs) expect(says(server, Y.encodeStateAsUpdate(doc, point))).toBe(true)
        }
        for (const update of sent) expect(says(server, update)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
