import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, read } from '../../tests/support/sync-room.ts'
import { integrationSteps, newDeletions, stepLimit } from './cost.ts'

const stepsOf = (doc: Y.Doc, bytes: Uint8Array): number => integrationSteps(doc, read(bytes))

/** What `page` has and `text` lacks. */
const missing = (text: Y.Doc, page: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(page, Y.encodeStateVector(text))

/** About 3,000 letters to a page. */
function pages(count: number, doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    const paragraphs = Array.from({ length: count * 5 }, () => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('some words of a plan '.repeat(28))])
      return paragraph
    })
    const narrative = doc.getXmlFragment('narrative')
    narrative.insert(narrative.length, paragraphs)
  })
  return doc
}

function textAt(doc: Y.Doc, at: number): Y.XmlText {
  const narrative = doc.getXmlFragment('narrative')
  const paragraph = narrative.get(at % narrative.length) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

/** Editing here and there, as people do: the same every time. */
function work(doc: Y.Doc, edits: number, from: number): void {
  for (let edit = 0; edit < edits; edit++) {
    const text = textAt(doc, Math.floor(edit / 7) * 13 + from)
    const place = (edit * 37 + from) % (text.length + 1)
    if (edit % 5 === 4) text.delete(Math.min(place, text.length - 3), 3)
    else if (edit % 11 === 10) text.format(Math.min(place, text.length - 5), 5, { strong: true })
    else text.insert(place, 'word ')
  }
}

type Neighbours = readonly [left: readonly number[] | null, right: readonly number[] | null]

/** One client's structs, each one letter between the two neighbours given. */
function forged(client: number, neighbours: readonly Neighbours[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, neighbours.length, client, 0]) encoding.writeVarUint(encoder, number)
  for (const [left, right] of neighbours) {
    encoding.writeUint8(encoder, 4 | (left ? 0x80 : 0) | (right ? 0x40 : 0))
    for (const id of [left, right]) id?.forEach(part => encoding.writeVarUint(encoder, part))
    if (!left && !right) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 't')
    }
    encoding.writeVarString(encoder, 'x')
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

describe('what people do takes next to no steps', () => {
  test('typing, at the end and in the middle of a long text', () => {
    const doc = pages(20)
    const text = copyOf(doc)
    const steps = [0, 10, 5].map(at => {
      const update = change(doc, () => textAt(doc, 3).insert(at, 'x'))
      const taken = stepsOf(text, update)
      Y.applyUpdate(text, update)
      return taken
    })
    expect(Math.max(...steps)).toBeLessThan(10)
  })

  test('pasting a hundred pages, into an empty text and into a long one', () => {
    const text = pages(20)
    const page = copyOf(text)
    pages(100, page)
    expect(stepsOf(new Y.Doc(), Y.encodeStateAsUpdate(pages(100)))).toBeLessThan(100)
    expect(stepsOf(text, missing(text, page))).toBeLessThan(100)
  })

  test('weeks of work without a network, on a text that others worked on meanwhile', () => {
    const text = pages(50)
    const page = copyOf(text)
    work(page, 4_000, 1)
    work(text, 4_000, 2)
    const update = missing(text, page)
    expect(stepsOf(text, update)).toBeLessThan(stepLimit / 100)
    expect(newDeletions(text, read(update))).toBeLessThan(2_000)
  })

  test.each([
    [2, 3, 4],
    [4, 3, 2],
    [3, 4, 2],
  ])('the same from a page that opened with the unsent work of older ones: numbers %i, %i, %i', (first, then, last) => {
    const text = pages(20)
    const oldest = copyOf(text, first)
    work(oldest, 3_000, 1)
    const older = copyOf(oldest, then)
    work(older, 3_000, 3)
    const page = copyOf(older, last)
    work(page, 3_000, 8)
    work(text, 1_000, 5)
    expect(stepsOf(text, missing(text, page))).toBeLessThan(stepLimit / 100)
  })

  test('deleting all of a text that was much corrected', () => {
    const text = pages(50)
    work(text, 5_000, 1)
    const page = copyOf(text)
    const update = change(page, () =>
      page.getXmlFragment('narrative').delete(0, page.getXmlFragment('narrative').length),
    )
    expect(newDeletions(text, read(update))).toBeLessThan(5_000)
    expect(stepsOf(text, update)).toBe(0)
  })
})

describe('what is made to hurt is seen to', () => {
  /** Letters that stand one after the other and stay apart. */
  function longText(letters: number): Y.Doc {
    const text = new Y.Doc()
    text.clientID = 1
    text.transact(() => {
      for (let at = 0; at < letters; at++) text.getText('t').insert(0, 'x')
    })
    return text
  }
  const [first, second, last] = [
    [1, 9_999],
    [1, 9_998],
    [1, 0],
  ]

  test.each<[string, readonly Neighbours[]]>([
    ['neighbours far apart, over and over', Array.from({ length: 110 }, () => [first ?? null, last ?? null])],
    [
      'the same through a struct of its own',
      [[first ?? null, second ?? null], ...Array.from({ length: 110 }, () => [[2, 0], last ?? null] as const)],
    ],
    [
      'a chain of its own, each far from its other neighbour',
      [
        [first ?? null, second ?? null],
        ...Array.from({ length: 110 }, (_, at) => [[2, at % 9], last ?? null] as const),
      ],
    ],
  ])('%s', (_name, neighbours) => {
    expect(stepsOf(longText(10_000), forged(2, neighbours))).toBe(stepLimit)
  })

  test('an update whose own parts each name the same neighbour again', () => {
    const neighbours: Neighbours[] = [[null, null], ...Array.from({ length: 5_000 }, () => [[2, 0], null] as const)]
    expect(stepsOf(new Y.Doc(), forged(2, neighbours))).toBe(stepLimit)
  })

  test('ranges that are deleted already are not counted, others are', () => {
    const text = new Y.Doc()
    text.getText('t').insert(0, 'x'.repeat(1_000))
    const page = copyOf(text)
    page.transact(() => {
      for (let at = 0; at < 500; at++) page.getText('t').delete(at, 1)
    })
    const update = Y.encodeStateAsUpdate(page)
    expect(newDeletions(text, read(update))).toBe(500)
    expect(newDeletions(page, read(update))).toBe(0)
  })
})

test('counting ends, whatever names whatever, and never throws on what fits', () => {
  const id = fc.option(fc.tuple(fc.constantFrom(1, 2), fc.nat(40)), { freq: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { minLength: 1, maxLength: 60 }), neighbours => {
      const text = new Y.Doc()
      text.clientID = 1
      for (let at = 0; at < 20; at++) text.getText('t').insert(at % 3, 'ab')
      const steps = stepsOf(text, forged(2, neighbours))
      expect(steps).toBeGreaterThanOrEqual(0)
      expect(steps).toBeLessThanOrEqual(stepLimit)
    }),
  )
})
