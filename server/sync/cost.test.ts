import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Estimate } from './cost.ts'
import { fit, readTextUpdate, type TextUpdate } from './text-update.ts'

function read(bytes: Uint8Array): TextUpdate {
  const update = readTextUpdate(bytes)
  if (!update) throw new Error('an update')
  return update
}

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
