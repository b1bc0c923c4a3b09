import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, read } from '../../tests/support/sync-room.ts'
import { Estimate } from './cost.ts'
import { fit, type TextUpdate } from './text-update.ts'

/** @returns null for an update that does not fit */
function estimate(doc: Y.Doc, update: TextUpdate): Estimate | null {
  const estimated = new Estimate(doc)
  const outcome = fit(
    update,
    client => Y.getState(doc.store, client),
    struct => estimated.take(struct),
  )
  estimated.takeDeletions(update)
  return outcome === 'fits' ? estimated : null
}

/** What Yjs really walks over: it notes each struct that it passes in two sets. */
function stepsOfYjs(doc: Y.Doc, bytes: Uint8Array): number {
  const { add } = Set.prototype
  let noted = 0
  Reflect.set(Set.prototype, 'add', function counting(this: Set<unknown>, value: unknown) {
    if (value instanceof Y.Item) noted++
    return add.call(this, value)
  })
  try {
    Y.applyUpdate(doc, bytes)
  } finally {
    Reflect.set(Set.prototype, 'add', add)
  }
  return noted / 2
}

/** A struct names neighbours among all that came before it, by their number; clients take turns at random. */
const structs = fc.array(
  fc.record({
    client: fc.nat(2),
    length: fc.integer({ min: 1, max: 3 }),
    left: fc.option(fc.oneof(fc.nat(5), fc.nat()), { nil: null, freq: 3 }),
    right: fc.option(fc.oneof(fc.nat(5), fc.nat()), { nil: null, freq: 1 }),
    key: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
)

type Drawn = typeof structs extends fc.Arbitrary<infer T> ? T : never

/** Two documents' worth of structs: the first ones are in the text, the others in one update. */
function build(drawn: Drawn, share: number): { readonly there: readonly Uint8Array[]; readonly update: Uint8Array } {
  const letters: Y.ID[] = []
  const clocks = [0, 0, 0]
  const there: Uint8Array[] = []
  const later = new Map<number, Y.Item[]>()
  for (const [index, { client, length, left, right, key }] of drawn.entries()) {
    const pick = (number: number | null): Y.ID | null =>
      number === null ? null : (letters[number % Math.max(letters.length, 1)] ?? null)
    const [origin, rightOrigin] = [pick(left), pick(right)]
    const clock = clocks[client] ?? 0
    clocks[client] = clock + length
    const [parent, parentSub] = origin || rightOrigin ? [null, null] : ['t', key ? 'k' : null]
    const content = new Y.ContentAny(Array.from({ length }, () => 1))
    const id = Y.createID(client + 1, clock)
    const item = new Y.Item(id, null, origin, null, rightOrigin, parent as unknown as Y.ID | null, parentSub, content)
    for (let letter = 0; letter < length; letter++) letters.push(Y.createID(client + 1, clock + letter))
    if (index < share) there.push(encode(new Map([[client + 1, [item]]])))
    else later.set(client + 1, [...(later.get(client + 1) ?? []), item])
  }
  return { there, update: encode(later) }
}

function encode(runs: ReadonlyMap<number, readonly Y.Item[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const number = (value: number): void => encoding.writeVarUint(encoder.restEncoder, value)
  number(runs.size)
  for (const [client, run] of runs) {
    number(run.length)
    encoder.writeClient(client)
    number(run[0]?.id.clock ?? 0)
    for (const item of run) item.write(encoder, 0)
  }
  number(0)
  return encoder.toUint8Array()
}

describe('what an update would cost', () => {
  test('is never less than what it does cost', () => {
    let [costly, all] = [0, 0]
    fc.assert(
      fc.property(structs, fc.nat(60), (drawn, share) => {
        const { there, update } = build(drawn, share)
        const doc = new Y.Doc()
        for (const bytes of there) Y.applyUpdate(doc, bytes)
        const estimated = estimate(doc, read(update))
        fc.pre(estimated !== null && doc.store.pendingStructs === null)
        const steps = stepsOfYjs(doc, update)
        all++
        if (steps > drawn.length) costly++
        expect(estimated?.steps).toBeGreaterThanOrEqual(steps - 2 * drawn.length)
      }),
      { numRuns: 2_000 },
    )
    // The property would hold for updates that cost nothing, too.
    expect(costly / all).toBeGreaterThan(0.05)
  })

  test('is next to nothing for what two editors write while apart', () => {
    const step = fc.record({
      who: fc.nat(1),
      at: fc.nat(200),
      cut: fc.nat(3),
      word: fc.string({ minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 150 }), steps => {
        const [here, away] = [new Y.Doc(), new Y.Doc()]
        here.getText('t').insert(0, 'x'.repeat(200))
        Y.applyUpdate(away, Y.encodeStateAsUpdate(here))
        for (const { who, at, cut, word } of steps) {
          const text = (who === 0 ? here : away).getText('t')
          text.delete(Math.min(at, text.length), Math.min(cut, Math.max(0, text.length - at)))
          text.insert(Math.min(at, text.length), word)
        }
        const update = read(Y.encodeStateAsUpdate(away, Y.encodeStateVector(here)))
        // Each place once for each that the other wrote at the same place, and the deletions.
        expect(estimate(here, update)?.steps).toBeLessThan(100 * steps.length + 100)
      }),
    )
  })
})

const stepsFor = (doc: Y.Doc, bytes: Uint8Array): number =>
  estimate(doc, read(bytes))?.steps ?? Number.POSITIVE_INFINITY

/** More than this is refused. */
const limit = 1_000_000

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

describe('what people do costs next to nothing', () => {
  test('typing, at the end and in the middle of a long text', () => {
    const doc = pages(20)
    const text = copyOf(doc)
    const steps = [0, 10, 5].map(at => {
      const update = change(doc, () => textAt(doc, 3).insert(at, 'x'))
      const taken = stepsFor(text, update)
      Y.applyUpdate(text, update)
      return taken
    })
    expect(Math.max(...steps)).toBeLessThan(10)
  })

  test('pasting a hundred pages, into an empty text and into a long one', () => {
    const text = pages(20)
    const page = copyOf(text)
    pages(100, page)
    expect(stepsFor(new Y.Doc(), Y.encodeStateAsUpdate(pages(100)))).toBeLessThan(100)
    expect(stepsFor(text, missing(text, page))).toBeLessThan(100)
  })

  test('weeks of work without a network, on a text that others worked on meanwhile', () => {
    const text = pages(50)
    const page = copyOf(text)
    work(page, 4_000, 1)
    work(text, 4_000, 2)
    const update = missing(text, page)
    expect(stepsFor(text, update)).toBeLessThan(limit / 5)
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
    expect(stepsFor(text, missing(text, page))).toBeLessThan(limit / 5)
  })

  test('deleting all of a text that was much corrected', () => {
    const text = pages(50)
    work(text, 5_000, 1)
    const page = copyOf(text)
    const update = change(page, () =>
      page.getXmlFragment('narrative').delete(0, page.getXmlFragment('narrative').length),
    )
    expect(stepsFor(text, update)).toBeLessThan(limit)
  })
})

const isTooDeep = (doc: Y.Doc, bytes: Uint8Array): boolean | undefined => estimate(doc, read(bytes))?.isTooDeep

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
])('%i levels at once: too deep %s', (levels, expected) => {
  const update = change(new Y.Doc(), doc => nest(doc.getXmlFragment('f'), levels))
  expect(isTooDeep(new Y.Doc(), update)).toBe(expected)
})

test('levels that are there already count', () => {
  const doc = new Y.Doc()
  let inner: Y.XmlFragment = doc.getXmlFragment('f')
  doc.transact(() => (inner = nest(doc.getXmlFragment('f'), 99)))
  const before = copyOf(doc)
  const last = change(doc, () => (inner = nest(inner, 1)))
  expect(isTooDeep(before, last)).toBe(false)
  const full = copyOf(doc)
  const more = change(doc, () => nest(inner, 1))
  expect(isTooDeep(full, more)).toBe(true)
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
  expect([words, wide].map(update => isTooDeep(new Y.Doc(), update))).toEqual([false, false])
})

test('maps nest like elements do', () => {
  const update = change(new Y.Doc(), doc => {
    let inner: Y.Map<unknown> = doc.getMap('m')
    for (let level = 0; level < 101; level++) {
      const child = new Y.Map<unknown>()
      inner.set('x', child)
      inner = child
    }
  })
  expect(isTooDeep(new Y.Doc(), update)).toBe(true)
})
