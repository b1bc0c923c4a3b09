import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, docOf, read } from '../../tests/support/sync-room.ts'
import { nestsTooDeep } from './nesting.ts'

/** Elements one inside the other, below `parent`. */
function nest(parent: Y.XmlFragment, levels: number): Y.XmlFragment {
  let inner = parent
  for (let level = 0; level < levels; level++) {
    const child = new Y.XmlElement('list')
    inner.insert(0, [child])
    inner = child
  }
  return inner
}

test.each([
  [1, false],
  [100, false],
  [101, true],
  [150, true],
])('%i levels at once: too deep %s', (levels, isTooDeep) => {
  const update = change(new Y.Doc(), doc => nest(doc.getXmlFragment('f'), levels))
  expect(nestsTooDeep(docOf(update), read(update))).toBe(isTooDeep)
})

test('levels that are there already count', () => {
  const doc = new Y.Doc()
  let inner: Y.XmlFragment = doc.getXmlFragment('f')
  doc.transact(() => (inner = nest(doc.getXmlFragment('f'), 99)))
  const last = change(doc, () => (inner = nest(inner, 1)))
  expect(nestsTooDeep(copyOf(doc), read(last))).toBe(false)
  const more = change(doc, () => nest(inner, 1))
  expect(nestsTooDeep(copyOf(doc), read(more))).toBe(true)
})

test('words in the deepest element are no level of their own, and width is no depth', () => {
  const words = change(new Y.Doc(), doc => {
    const inner = nest(doc.getXmlFragment('f'), 99)
    inner.insert(0, [new Y.XmlText('words')])
  })
  const wide = change(new Y.Doc(), doc =>
    doc.getXmlFragment('f').insert(
      0,
      Array.from({ length: 2_000 }, () => new Y.XmlElement('p')),
    ),
  )
  expect([words, wide].map(update => nestsTooDeep(docOf(update), read(update)))).toEqual([false, false])
})

test('maps and arrays nest like elements do', () => {
  const update = change(new Y.Doc(), doc => {
    let inner: Y.Map<unknown> = doc.getMap('m')
    for (let level = 0; level < 101; level++) {
      const child = new Y.Map<unknown>()
      inner.set('x', child)
      inner = child
    }
  })
  expect(nestsTooDeep(docOf(update), read(update))).toBe(true)
})

test('what was removed in the same update is not counted', () => {
  const doc = new Y.Doc()
  const update = change(doc, () => {
    nest(doc.getXmlFragment('f'), 120)
    doc.getXmlFragment('f').delete(0, 1)
  })
  expect(nestsTooDeep(docOf(update), read(update))).toBe(false)
})
