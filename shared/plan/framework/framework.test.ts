import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addElement,
  adoptElement,
  elementText,
  frameworkOf,
  letterAt,
  moveElement,
  objectivesOf,
  readFramework,
  removeElement,
  seedFramework,
  setDependsOn,
  setTargetDate,
  setText,
  type SeedGoal,
} from './index.ts'

const goals: readonly SeedGoal[] = [
  {
    id: 'goal',
    text: 'The goal',
    indicators: [{ id: 'g1', text: 'How much' }],
    objectives: [
      { id: 'one', text: 'First', dependsOn: [], indicators: [{ id: 'i1', text: 'Count' }] },
      { id: 'two', text: 'Second', dependsOn: ['other/far', 'self/one'], indicators: [] },
      { id: 'three', text: 'Third', dependsOn: [], indicators: [] },
    ],
  },
]

function seeded(): Y.Doc {
  const doc = new Y.Doc()
  seedFramework(doc, goals)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
}

const lettersOf = (doc: Y.Doc) =>
  objectivesOf(readFramework(doc)).map(objective => `${objective.letter} ${objective.id}`)

describe('reading a framework', () => {
  test('[P3] what is seeded is read, in order and with codes', () => {
    expect(readFramework(seeded())).toEqual({
      faults: [],
      goals: [
        {
          id: 'goal',
          kind: 'goal',
          number: 1,
          text: 'The goal',
          targetDate: null,
          indicators: [{ id: 'g1', kind: 'indicator', number: 1, text: 'How much' }],
          objectives: [
            {
              id: 'one',
              kind: 'objective',
              letter: 'a',
              text: 'First',
              dependsOn: [],
              indicators: [{ id: 'i1', kind: 'indicator', number: 1, text: 'Count' }],
            },
            {
              id: 'two',
              kind: 'objective',
              letter: 'b',
              text: 'Second',
              dependsOn: ['other/far', 'self/one'],
              indicators: [],
            },
            { id: 'three', kind: 'objective', letter: 'c', text: 'Third', dependsOn: [], indicators: [] },
          ],
        },
      ],
    })
  })

  test.each([
    { index: 0, letter: 'a' },
    { index: 25, letter: 'z' },
    { index: 26, letter: 'aa' },
    { index: 27, letter: 'ab' },
    { index: 702, letter: 'aaa' },
  ])('[P4] objective $index has the letter $letter', ({ index, letter }) => {
    expect(letterAt(index)).toBe(letter)
  })

  test('[P4] letters run through a section with several goals', () => {
    const doc = seeded()
    addElement(doc, { id: 'goal2', kind: 'goal', parent: null })
    addElement(doc, { id: 'four', kind: 'objective', parent: 'goal2' })
    expect(lettersOf(doc)).toEqual(['a one', 'b two', 'c three', 'd four'])
    expect(readFramework(doc).goals.map(goal => goal.number)).toEqual([1, 2])
  })
})

describe('changing a framework', () => {
  test.each([
    { id: 'two', direction: 'up', letters: ['a two', 'b one', 'c three'] },
    { id: 'two', direction: 'down', letters: ['a one', 'b three', 'c two'] },
    { id: 'one', direction: 'up', letters: ['a one', 'b two', 'c three'] },
    { id: 'three', direction: 'down', letters: ['a one', 'b two', 'c three'] },
    { id: 'nobody', direction: 'down', letters: ['a one', 'b two', 'c three'] },
  ] as const)('[P4] $id goes $direction and letters follow', ({ id, direction, letters }) => {
    const doc = seeded()
    moveElement(doc, id, direction)
    expect(lettersOf(doc)).toEqual(letters)
  })

  test('[P3] removing an objective takes its indicators along', () => {
    const doc = seeded()
    removeElement(doc, 'one')
    expect(lettersOf(doc)).toEqual(['a two', 'b three'])
    expect(frameworkOf(doc).has('i1')).toBe(false)
    expect(readFramework(doc).faults).toEqual([])
  })

  test('[P3] what is written while its parent is removed is kept as an orphan and can be taken in again', () => {
    const [here, there] = [seeded(), seeded()]
    exchange(here, there)
    const other = copyOf(here)
    removeElement(here, 'one')
    addElement(other, { id: 'late', kind: 'indicator', parent: 'one', text: 'Written meanwhile' })
    exchange(here, other)
    const orphan = { id: 'late', kind: 'indicator', reason: 'orphan', text: 'Written meanwhile' }
    expect(readFramework(here).faults).toEqual([orphan])
    adoptElement(here, 'late', 'two')
    expect(readFramework(here).faults).toEqual([])
    expect(objectivesOf(readFramework(here))[0]?.indicators.map(indicator => indicator.text)).toEqual([
      'Written meanwhile',
    ])
  })

  test.each([
    { kind: 'objective', parent: 'one' },
    { kind: 'objective', parent: null },
    { kind: 'goal', parent: 'goal' },
    { kind: 'indicator', parent: 'g1' },
    { kind: 'indicator', parent: 'nobody' },
  ] as const)('[P3] a new $kind does not stand under $parent', ({ kind, parent }) => {
    const doc = seeded()
    addElement(doc, { id: 'new', kind, parent })
    expect(frameworkOf(doc).has('new')).toBe(false)
  })

  test('[P3] target date and links are set and taken away', () => {
    const doc = seeded()
    setTargetDate(doc, 'goal', '2030-12-31')
    setDependsOn(doc, 'one', 'far/away', true)
    setDependsOn(doc, 'two', 'other/far', false)
    expect(readFramework(doc).goals[0]?.targetDate).toBe('2030-12-31')
    expect(objectivesOf(readFramework(doc)).map(objective => objective.dependsOn)).toEqual([
      ['far/away'],
      ['self/one'],
      [],
    ])
    setTargetDate(doc, 'goal', null)
    expect(readFramework(doc).goals[0]?.targetDate).toBeNull()
  })

  test('[P3] undo takes back one’s own act whole', () => {
    const doc = seeded()
    const before = JSON.stringify(readFramework(doc))
    const undo = new Y.UndoManager(frameworkOf(doc), { trackedOrigins: new Set(['me']) })
    addElement(doc, { id: 'theirs', kind: 'objective', parent: 'goal' }, 'somebody else')
    removeElement(doc, 'one', 'me')
    undo.undo()
    removeElement(doc, 'theirs', 'somebody else')
    expect(JSON.stringify(readFramework(doc))).toBe(before)
  })
})

describe('concurrent changes', () => {
  const change = fc.record({
    who: fc.nat({ max: 2 }),
    what: fc.constantFrom('add', 'goal', 'up', 'down', 'remove', 'type', 'exchange', 'indicator'),
    which: fc.nat(),
  })

  test('[P4] replicas that saw the same changes show one tree, its letters without gaps', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), changes => {
        const first = seeded()
        const replicas = [first, copyOf(first), copyOf(first)]
        changes.forEach(({ who, what, which }, step) => {
          const doc = replicas[who] ?? first
          const ids = [...frameworkOf(doc).keys()].toSorted()
          const id = ids[which % Math.max(1, ids.length)] ?? 'none'
          if (what === 'add') addElement(doc, { id: `o${step}`, kind: 'objective', parent: 'goal', text: 'New' })
          else if (what === 'goal') addElement(doc, { id: `g${step}`, kind: 'goal', parent: null })
          else if (what === 'indicator') addElement(doc, { id: `n${step}`, kind: 'indicator', parent: id })
          else if (what === 'remove') removeElement(doc, id)
          else if (what === 'exchange') exchange(doc, replicas[(who + 1) % 3] ?? first)
          else if (what === 'type') {
            const text = elementText(doc, id)
            if (text) setText(text, `${text.toJSON()}x`)
          } else moveElement(doc, id, what)
        })
        for (let round = 0; round < 2; round++) {
          exchange(first, replicas[1] ?? first)
          exchange(first, replicas[2] ?? first)
        }
        const trees = replicas.map(readFramework)
        expect(trees[1]).toEqual(trees[0])
        expect(trees[2]).toEqual(trees[0])
        const letters = trees.flatMap(tree => [objectivesOf(tree).map(objective => objective.letter)])
        expect(letters[0]).toEqual(
          objectivesOf(trees[0] ?? { goals: [], faults: [] }).map((_, index) => letterAt(index)),
        )
      }),
    )
  })

  test('[P3] siblings that share a place are spread before one is put between them', () => {
    const [here, there] = [seeded(), new Y.Doc()]
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    addElement(here, { id: 'mine', kind: 'objective', parent: 'goal' })
    addElement(there, { id: 'yours', kind: 'objective', parent: 'goal' })
    exchange(here, there)
    moveElement(here, 'one', 'down')
    moveElement(here, 'one', 'down')
    moveElement(here, 'one', 'down')
    expect(lettersOf(here)).toEqual(['a two', 'b three', 'c mine', 'd one', 'e yours'])
  })
})

describe('hostile content', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('goal', 'objective', 'indicator', 'V', 'goal/one', '__proto__'),
  )
  const value = fc.oneof(
    scalar,
    fc.constantFrom('y:text', 'y:xml', 'y:map', 'y:array'),
    fc.array(scalar, { maxLength: 2 }),
  )
  const fields = fc.dictionary(
    fc.constantFrom('kind', 'parent', 'order', 'text', 'dependsOn', 'targetDate', 'constructor'),
    value,
  )

  function shared(from: unknown): unknown {
    if (from === 'y:text') return new Y.Text('text')
    if (from === 'y:xml') return new Y.XmlText('xml')
    if (from === 'y:map') return new Y.Map([['goal/one', true]])
    if (from === 'y:array') return Y.Array.from(['x'])
    return from
  }

  test('[P3] reading never throws, and a stranger in the map is named rather than dropped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('goal', 'new')), fields, fc.boolean())),
        entries => {
          const doc = seeded()
          for (const [id, entry, isMap] of entries) {
            const map = new Y.Map<unknown>(Object.entries(entry).map(([key, from]) => [key, shared(from)]))
            frameworkOf(doc).set(id, isMap ? map : 'no map')
          }
          const tree = readFramework(doc)
          const seen = new Set([
            ...tree.faults.map(fault => fault.id),
            ...tree.goals.flatMap(goal => [
              goal.id,
              ...goal.indicators.map(indicator => indicator.id),
              ...goal.objectives.flatMap(objective => [objective.id, ...objective.indicators.map(({ id }) => id)]),
            ]),
          ])
          expect([...seen].toSorted()).toEqual([...frameworkOf(doc).keys()].toSorted())
        },
      ),
    )
  })

  test('[P3] a map that another client defined as a list reads as an empty framework', () => {
    const doc = new Y.Doc()
    const foreign = new Y.Doc()
    foreign.getArray('framework').insert(0, ['x'])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(foreign))
    expect(readFramework(doc)).toEqual({ goals: [], faults: [] })
  })
})
