import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { restHash } from './rest-hash.ts'

function replica(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

function written(write: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc()
  write(doc)
  return doc
}

describe('the hash of a text at rest', () => {
  test('a replica that declared no types, and one that asked for an empty root, agree with the writer', () => {
    const doc = written(doc => {
      const paragraph = new Y.XmlElement('paragraph')
      doc.getXmlFragment('narrative').insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('words')])
      paragraph.setAttribute('id', 'p1')
      doc.getMap('framework').set('goal', new Y.Map([['text', { b: 1, a: [undefined, 2n, NaN] }]]))
    })
    const other = replica(Y.encodeStateAsUpdate(doc))
    other.getArray('elsewhere')
    expect(restHash(other)).toBe(restHash(doc))
  })

  test('marks without effect make no difference, marks with effect do', () => {
    const text = (write: (text: Y.Text) => void): string => restHash(written(doc => write(doc.getText('t'))))
    const bare = text(t => t.insert(0, 'ab'))
    expect(text(t => (t.insert(0, 'ab'), t.format(0, 1, { strong: true }), t.format(0, 1, { strong: null })))).toBe(
      bare,
    )
    expect(text(t => (t.insert(0, 'ab'), t.format(0, 1, { strong: true })))).not.toBe(bare)
  })

  test.each<[string, (doc: Y.Doc) => void]>([
    ['another letter', doc => doc.getText('t').insert(0, 'x')],
    ['a letter less', doc => doc.getText('t').delete(0, 1)],
    ['another entry', doc => doc.getMap('m').set('k', 2)],
    ['another name of an element', doc => doc.getXmlFragment('f').insert(0, [new Y.XmlElement('heading')])],
  ])('%s is another hash', (_name, change) => {
    const doc = written(doc => {
      doc.getText('t').insert(0, 'words')
      doc.getMap('m').set('k', 1)
      doc.getXmlFragment('f').insert(0, [new Y.XmlElement('paragraph')])
    })
    const before = restHash(doc)
    change(doc)
    expect(restHash(doc)).not.toBe(before)
  })

  test('replicas that saw the same updates in another order agree', () => {
    const step = fc.record({ who: fc.nat(1), at: fc.nat(30), word: fc.string({ maxLength: 3 }), cut: fc.nat(2) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const docs = [new Y.Doc(), new Y.Doc()] as const
        for (const { who, at, word, cut } of steps) {
          const text = docs[who === 0 ? 0 : 1].getText('t')
          const place = Math.min(at, text.length)
          text.delete(place, Math.min(cut, text.length - place))
          text.insert(place, word)
        }
        const [a, b] = docs.map(doc => Y.encodeStateAsUpdate(doc))
        if (!a || !b) throw new Error('two replicas')
        Y.applyUpdate(docs[0], b)
        Y.applyUpdate(docs[1], a)
        expect(restHash(docs[0])).toBe(restHash(docs[1]))
      }),
    )
  })
})
