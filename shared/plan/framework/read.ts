/**
 * Reading the `framework` map of a section's document. Its form is described in docs/framework.md.
 *
 * Whoever may write the section can put anything into the map with a client of their own, and two sound edits can meet
 * in a tree with a loose end, so reading never throws: what does not fit is returned among the faults.
 */
import * as Y from 'yjs'
import { isId } from '#shared/core'
import { isOrder } from './order.ts'
import {
  isReference,
  letterAt,
  type ElementKind,
  type FrameworkFault,
  type FrameworkTree,
  type Goal,
  type Indicator,
  type Objective,
} from './tree.ts'

/** One element as it lies in the map, checked, not yet in its place. */
export interface FrameworkElement {
  readonly id: string
  readonly kind: ElementKind
  readonly parent: string | null
  /** Null where the map holds none that fits: such elements stand last. */
  readonly order: string | null
  readonly text: string
  readonly fields: Y.Map<unknown>
}

export function frameworkOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('framework')
}

export function readFramework(doc: Y.Doc): FrameworkTree {
  const { elements, malformed } = readElements(doc)
  const children = childrenOf(elements)
  const placed = new Set<string>()
  let objectiveCount = 0

  function indicatorsOf(parent: FrameworkElement): readonly Indicator[] {
    return children(parent.id, 'indicator').map((element, index) => {
      placed.add(element.id)
      return { id: element.id, kind: 'indicator', number: index + 1, text: element.text }
    })
  }

  function objectiveFrom(element: FrameworkElement): Objective {
    placed.add(element.id)
    return {
      id: element.id,
      kind: 'objective',
      letter: letterAt(objectiveCount++),
      text: element.text,
      dependsOn: readReferences(element.fields),
      indicators: indicatorsOf(element),
    }
  }

  const goals = children(null, 'goal').map((element, index): Goal => {
    placed.add(element.id)
    return {
      id: element.id,
      kind: 'goal',
      number: index + 1,
      text: element.text,
      targetDate: readDate(element.fields.get('targetDate')),
      indicators: indicatorsOf(element),
      objectives: children(element.id, 'objective').map(objectiveFrom),
    }
  })

  const orphans = elements
    .filter(element => !placed.has(element.id))
    .map(({ id, kind, text }): FrameworkFault => ({ id, kind, text, reason: 'orphan' }))
  return { goals, faults: [...malformed, ...orphans].toSorted((one, other) => compare(one.id, other.id)) }
}

/** The elements under one parent in their order: by place, then by id where two have the same. */
export function childrenIn(
  elements: readonly FrameworkElement[],
  parent: string | null,
  kind: ElementKind,
): readonly FrameworkElement[] {
  return elements.filter(element => element.kind === kind && element.parent === parent).toSorted(byPlace)
}

/** The same for every parent at once: looked for one by one, many elements would take time that grows with the square. */
function childrenOf(elements: readonly FrameworkElement[]) {
  const sorted = new Map<string, FrameworkElement[]>()
  const place = (parent: string | null, kind: ElementKind): string => (parent === null ? kind : `${kind} ${parent}`)
  for (const element of elements.toSorted(byPlace)) {
    const key = place(element.parent, element.kind)
    const siblings = sorted.get(key)
    if (siblings) siblings.push(element)
    else sorted.set(key, [element])
  }
  return (parent: string | null, kind: ElementKind): readonly FrameworkElement[] =>
    sorted.get(place(parent, kind)) ?? []
}

function byPlace(one: FrameworkElement, other: FrameworkElement): number {
  return compareOrders(one.order, other.order) || compare(one.id, other.id)
}

export function readElements(doc: Y.Doc): {
  readonly elements: readonly FrameworkElement[]
  readonly malformed: readonly FrameworkFault[]
} {
  const elements: FrameworkElement[] = []
  const malformed: FrameworkFault[] = []
  for (const [id, fields] of frameworkOf(doc).entries()) {
    const element = readElement(id, fields)
    if (element) elements.push(element)
    else malformed.push({ id, reason: 'malformed', kind: null, text: fields instanceof Y.Map ? readText(fields) : '' })
  }
  return { elements, malformed }
}

export function readElement(id: string, fields: unknown): FrameworkElement | null {
  if (!isId(id) || !(fields instanceof Y.Map)) return null
  const kind: unknown = fields.get('kind')
  const parent: unknown = fields.get('parent') ?? null
  const order: unknown = fields.get('order')
  if (!isKind(kind) || (parent !== null && typeof parent !== 'string')) return null
  return { id, kind, parent, order: isOrder(order) ? order : null, text: readText(fields), fields }
}

/** The words of an element, or null where the map holds no text to type into. */
export function textOf(fields: Y.Map<unknown>): Y.Text | null {
  const text: unknown = fields.get('text')
  return text instanceof Y.Text && !(text instanceof Y.XmlText) ? text : null
}

function readText(fields: Y.Map<unknown>): string {
  // A lone half of a surrogate pair is no Unicode text and could not be digested.
  return (textOf(fields)?.toJSON() ?? '').replace(/\p{Surrogate}/gu, '\uFFFD')
}

function readReferences(fields: Y.Map<unknown>) {
  const references: unknown = fields.get('dependsOn')
  if (!(references instanceof Y.Map)) return []
  return [...references.keys()].filter(isReference).toSorted(compare)
}

function readDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const at = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value ? null : value
}

function isKind(value: unknown): value is ElementKind {
  return value === 'goal' || value === 'objective' || value === 'indicator'
}

function compareOrders(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compare(one, other)
}

/** By code units: the same everywhere, whatever the language of the machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
