/**
 * Changing the `framework` map. Each function is one transaction, so that others see it whole and undo takes it back
 * whole. `origin` is what Yjs hands to observers and to the undo manager.
 *
 * An act on what somebody else has just removed does nothing: the caller sees it gone.
 */
import * as Y from 'yjs'
import { orderBetween, spreadOrders } from './order.ts'
import { childrenIn, frameworkOf, readElement, readElements, textOf, type FrameworkElement } from './read.ts'
import type { ElementKind, ObjectiveReference } from './tree.ts'

/** What may stand under what. */
const parentKinds = {
  goal: [],
  objective: ['goal'],
  indicator: ['goal', 'objective'],
} as const satisfies Record<ElementKind, readonly ElementKind[]>

export interface NewElement {
  /** Random and never used before; says nothing about the place. */
  readonly id: string
  readonly kind: ElementKind
  /** Null for a goal. */
  readonly parent: string | null
  readonly text?: string
  readonly dependsOn?: readonly ObjectiveReference[]
}

/** Adds an element after its last sibling. */
export function addElement(doc: Y.Doc, element: NewElement, origin?: unknown): void {
  doc.transact(() => {
    const { elements } = readElements(doc)
    if (!mayStandUnder(elements, element.kind, element.parent)) return
    const siblings = childrenIn(elements, element.parent, element.kind)
    frameworkOf(doc).set(element.id, newFields(element, placeAt(siblings, siblings.length)))
  }, origin)
}

/** The fields of a new element. Text and links are made with it: made later by two people at once, one would win. */
export function newFields(element: NewElement, order: string): Y.Map<unknown> {
  const fields = new Y.Map<unknown>()
  fields.set('kind', element.kind)
  fields.set('parent', element.parent)
  fields.set('order', order)
  fields.set('text', new Y.Text(element.text ?? ''))
  if (element.kind === 'objective') {
    const references = new Y.Map<unknown>()
    for (const reference of element.dependsOn ?? []) references.set(reference, true)
    fields.set('dependsOn', references)
  }
  return fields
}

/** Moves an element past one sibling; at the end of the row nothing happens. */
export function moveElement(doc: Y.Doc, id: string, direction: 'up' | 'down', origin?: unknown): void {
  doc.transact(() => {
    const { elements } = readElements(doc)
    const element = elements.find(candidate => candidate.id === id)
    if (!element) return
    const siblings = childrenIn(elements, element.parent, element.kind)
    const from = siblings.findIndex(sibling => sibling.id === id)
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= siblings.length) return
    const others = siblings.filter(sibling => sibling.id !== id)
    element.fields.set('order', placeAt(others, to))
  }, origin)
}

/** Puts an element whose parent is gone at the end of another. */
export function adoptElement(doc: Y.Doc, id: string, parent: string, origin?: unknown): void {
  doc.transact(() => {
    const { elements } = readElements(doc)
    const element = elements.find(candidate => candidate.id === id)
    if (!element || !mayStandUnder(elements, element.kind, parent)) return
    const siblings = childrenIn(elements, parent, element.kind)
    element.fields.set('parent', parent)
    element.fields.set('order', placeAt(siblings, siblings.length))
  }, origin)
}

/** Removes an element with all that stands under it; also what is no element at all. */
export function removeElement(doc: Y.Doc, id: string, origin?: unknown): void {
  doc.transact(() => {
    const { elements } = readElements(doc)
    const framework = frameworkOf(doc)
    const leaving = new Set([id])
    // A set visits what is added to it on the way, so grandchildren follow.
    for (const parent of leaving) {
      for (const element of elements) if (element.parent === parent) leaving.add(element.id)
    }
    for (const gone of leaving) framework.delete(gone)
  }, origin)
}

/** @param date `2030-12-31`, or null for none */
export function setTargetDate(doc: Y.Doc, id: string, date: string | null, origin?: unknown): void {
  doc.transact(() => {
    const fields = elementIn(doc, id)?.fields
    if (date === null) fields?.delete('targetDate')
    else fields?.set('targetDate', date)
  }, origin)
}

export function setDependsOn(
  doc: Y.Doc,
  id: string,
  reference: ObjectiveReference,
  depends: boolean,
  origin?: unknown,
): void {
  doc.transact(() => {
    const element = elementIn(doc, id)
    if (element?.kind !== 'objective') return
    const kept: unknown = element.fields.get('dependsOn')
    const references: Y.Map<unknown> = kept instanceof Y.Map ? kept : new Y.Map<unknown>()
    if (references !== kept) element.fields.set('dependsOn', references)
    if (depends) references.set(reference, true)
    else references.delete(reference)
  }, origin)
}

/** The shared text of an element, to bind a field to; null where the element is gone or holds none. */
export function elementText(doc: Y.Doc, id: string): Y.Text | null {
  const element = elementIn(doc, id)
  return element && textOf(element.fields)
}

function elementIn(doc: Y.Doc, id: string): FrameworkElement | null {
  return readElement(id, frameworkOf(doc).get(id))
}

function mayStandUnder(elements: readonly FrameworkElement[], kind: ElementKind, parent: string | null): boolean {
  if (parent === null) return kind === 'goal'
  const above = elements.find(element => element.id === parent)
  const kinds: readonly ElementKind[] = parentKinds[kind]
  return above !== undefined && kinds.includes(above.kind)
}

/**
 * A place for one more among siblings, so that it becomes the `index`-th. Where two of them share a place there is no
 * room: all are spread anew, in the order in which they are shown.
 */
function placeAt(siblings: readonly FrameworkElement[], index: number): string {
  const before = siblings[index - 1]
  const after = siblings[index]
  const hasRoom = before?.order !== null && after?.order !== null
  const order = hasRoom ? orderBetween(before?.order ?? null, after?.order ?? null) : null
  if (order !== null) return order
  const orders = spreadOrders(siblings.length + 1)
  siblings.forEach((sibling, position) => {
    sibling.fields.set('order', orders[position < index ? position : position + 1])
  })
  return orders[index] ?? ''
}
