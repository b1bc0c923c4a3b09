import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writtenWords } from './written-words.ts'

/** A document with these paragraphs, and the updates of what is written into it from now on. */
function begin(...paragraphs: readonly string[]) {
  const origin = new Y.Doc()
  origin.getXmlFragment('narrative').push(paragraphs.map(paragraph))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const fragment = doc.getXmlFragment('narrative')
  return {
    doc,
    origin,
    updates,
    fragment,
    text: (index: number): Y.XmlText => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText,
  }
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function type(text: Y.XmlText, at: number, words: string): void {
  for (const [index, letter] of [...words].entries()) text.insert(at + index, letter)
}

const texts = (updates: readonly Uint8Array[], doc: Y.Doc | null = null): readonly string[] =>
  writtenWords(updates, doc).map(({ text }) => text)

describe('what was written, without the text it was written into', () => {
  test('letters typed one by one read as one', () => {
    const { updates, text } = begin('one two')
    type(text(0), 3, ' and a half')
    expect(texts(updates)).toEqual(['and a half'])
  })

  test('letters put in between and taken away again are where, and no longer where, they were', () => {
    const { updates, text } = begin('')
    type(text(0), 0, 'mistke')
    type(text(0), 4, 'a')
    type(text(0), 0, 'A ')
    text(0).delete(0, 1)
    type(text(0), 0, 'The')
    expect(texts(updates)).toEqual(['The mistake'])
  })

  test('two places in one paragraph are told apart, and stay one block', () => {
    const { updates, text, origin } = begin('one two three')
    type(text(0), 13, ' four')
    type(text(0), 3, ' and')
    expect(writtenWords(updates, origin)).toEqual([
      { place: { kind: 'within', begins: 'one two three' }, text: 'four … and' },
    ])
  })

  test('bold words in the middle of a sentence do not break it', () => {
    const { updates, text } = begin('')
    text(0).insert(0, 'by ')
    text(0).insert(3, 'all', { strong: {} })
    text(0).insert(6, ' means', { strong: null })
    expect(texts(updates)).toEqual(['by all means'])
  })

  test('a new paragraph is known to be one, and blocks come in the order in which they were begun', () => {
    const { updates, text, fragment, origin } = begin('one', 'two')
    fragment.insert(1, [paragraph('between')])
    type(text(0), 3, '!')
    expect(writtenWords(updates, origin)).toEqual([
      { place: { kind: 'new' }, text: 'between' },
      { place: { kind: 'within', begins: 'one' }, text: '!' },
    ])
  })

  test('a long paragraph is named by its beginning', () => {
    const { updates, text, origin } = begin(`${'word '.repeat(20)}end`)
    type(text(0), 0, 'x')
    const [block] = writtenWords(updates, origin)
    expect(block?.place).toEqual({ kind: 'within', begins: `${'word '.repeat(9)}wor…` })
  })

  test('words of the results framework are known as such', () => {
    const { updates, doc } = begin('one')
    const goal = new Y.Map<unknown>()
    doc.getMap('framework').set('g1', goal)
    const text = new Y.Text()
    goal.set('text', text)
    text.insert(0, 'Fewer')
    expect(writtenWords(updates, null)).toEqual([{ place: { kind: 'framework' }, text: 'Fewer' }])
  })

  test('who only took text away wrote nothing', () => {
    const { updates, text } = begin('one two')
    text(0).delete(0, 4)
    expect(writtenWords(updates, null)).toEqual([])
  })

  test('without updates there is nothing', () => {
    expect(writtenWords([], null)).toEqual([])
  })

  test('where the paragraph is not known any more the words still are', () => {
    const { updates, text } = begin('one')
    type(text(0), 3, ' more')
    expect(writtenWords(updates, new Y.Doc())).toEqual([{ place: { kind: 'unknown' }, text: 'more' }])
  })

  test('words outside the basic plane are whole', () => {
    const { updates, text } = begin('')
    text(0).insert(0, 'a😀b')
    expect(texts(updates)).toEqual(['a😀b'])
  })
})
