/**
 * Reading the shared tree (Yjs) as a narrative.
 *
 * The tree is what y-prosemirror writes: an XmlElement for a node, an XmlText for a run of text. Anyone who may write
 * a section can put anything in it with a client of their own, and two valid edits can meet in an invalid tree, so
 * reading never throws and never writes:
 * - what the schema does not know is left out and named as a fault;
 * - a container that concurrent deletions emptied (a list without items) is left out silently: nobody can see it;
 * - adjacent texts are one run: two people who began typing in one childless paragraph each made a text node.
 */
import { Fragment, Mark, type Attrs, type MarkType, type Node, type NodeType } from 'prosemirror-model'
import * as Y from 'yjs'
import { err, ok, type Result } from '#shared/core'
import type { NarrativeJson } from './json.ts'
import { narrativeSchema } from './schema.ts'

/** Deeper than any text people write; a bound on recursion against those who would exhaust the stack. */
const depthLimit = 60

export type NarrativeFaultReason =
  'unknown-node' | 'unknown-mark' | 'bad-attribute' | 'misplaced' | 'too-deep' | 'not-text'

export interface NarrativeFault {
  /** Child indices from the root, counted in the shared tree: `2/0`. */
  readonly place: string
  /** Name of the node or mark. Written by the client that made it: show it as text only. */
  readonly name: string
  readonly reason: NarrativeFaultReason
}

export interface NarrativeUnreadable {
  readonly type: 'narrative-unreadable'
  readonly faults: readonly [NarrativeFault, ...NarrativeFault[]]
}

/** Nodes by the element they were read from. An element without an entry is not shown. */
export type NodeByElement = WeakMap<Y.XmlFragment, Node>

export interface NarrativeReading {
  readonly doc: Node
  readonly faults: readonly NarrativeFault[]
}

/**
 * Reads what can be read.
 *
 * @param known nodes read earlier and still true; filled with those read now. An element that changed, and all above
 *   it, must have been removed by the caller.
 */
export function readNarrative(fragment: Y.XmlFragment, known: NodeByElement = new WeakMap()): NarrativeReading {
  const faults: NarrativeFault[] = []
  const type = narrativeSchema.nodes.doc
  const content = readContent(fragment, type, { known, faults, place: [] })
  // an empty fragment shows one paragraph that is not in the tree until somebody writes in it
  const doc = content.childCount === 0 ? type.createAndFill() : type.create(null, content)
  if (doc === null) throw new Error('the schema cannot fill an empty document')
  known.set(fragment, doc)
  return { doc, faults }
}

/**
 * The narrative in its canonical form, to be frozen and digested.
 *
 * Problems: `narrative-unreadable` when the tree holds something the schema does not know; the faults name each.
 */
export function narrativeJSON(fragment: Y.XmlFragment): Result<NarrativeJson, NarrativeUnreadable> {
  const { doc, faults } = readNarrative(fragment)
  const [first, ...others] = faults
  if (first !== undefined) return err({ type: 'narrative-unreadable', faults: [first, ...others] })
  const json: NarrativeJson = doc.toJSON()
  return ok(json)
}

interface Reading {
  readonly known: NodeByElement
  readonly faults: NarrativeFault[]
  readonly place: readonly number[]
}

function fault(reading: Reading, reason: NarrativeFaultReason, name: string): void {
  reading.faults.push({ place: reading.place.join('/'), name: name.slice(0, 80), reason })
}

function readContent(parent: Y.XmlFragment, type: NodeType, reading: Reading): Fragment {
  const nodes: Node[] = []
  let match = type.contentMatch
  parent.toArray().forEach((child, index) => {
    const here = { ...reading, place: [...reading.place, index] }
    if (child instanceof Y.XmlText) {
      if (type.inlineContent) nodes.push(...readText(child, type, here))
      else if (child.length > 0) fault(here, 'misplaced', 'text')
      return
    }
    if (!(child instanceof Y.XmlElement)) return fault(here, 'unknown-node', 'hook')
    const node = reading.known.get(child) ?? readElement(child, here)
    if (node === null) return
    const next = type.inlineContent ? type.contentMatch.matchType(node.type) : match.matchType(node.type)
    if (!next) {
      reading.known.delete(child)
      return fault(here, 'misplaced', child.nodeName)
    }
    match = next
    nodes.push(node)
  })
  return Fragment.fromArray(nodes)
}

/** @returns null when the element is not to be shown */
function readElement(element: Y.XmlElement, reading: Reading): Node | null {
  // the schema's tables have no prototype: `constructor` finds nothing
  const type: NodeType | undefined = narrativeSchema.nodes[element.nodeName]
  if (type === undefined || type.isText || type === narrativeSchema.topNodeType) {
    fault(reading, 'unknown-node', element.nodeName)
    return null
  }
  if (reading.place.length > depthLimit) {
    fault(reading, 'too-deep', element.nodeName)
    return null
  }
  const attrs = readAttributes(type, element.getAttributes())
  if (attrs === null) {
    fault(reading, 'bad-attribute', element.nodeName)
    return null
  }
  const content = readContent(element, type, reading)
  const isCell = type.spec['tableRole'] === 'cell' || type.spec['tableRole'] === 'header_cell'
  const filled = content.childCount === 0 && isCell ? type.createAndFill(attrs) : null
  const node = filled ?? (type.validContent(content) ? type.create(attrs, content) : null)
  if (node !== null) reading.known.set(element, node)
  return node
}

function readText(text: Y.XmlText, parent: NodeType, reading: Reading): Node[] {
  const nodes: Node[] = []
  for (const run of text.toDelta() as readonly { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof run.insert !== 'string') {
      fault(reading, 'not-text', 'embed')
      continue
    }
    if (run.insert === '') continue
    const marks: Mark[] = []
    for (const [name, value] of Object.entries(run.attributes ?? {})) {
      const mark = readMark(name, value)
      if (mark !== null && parent.allowsMarkType(mark.type)) marks.push(mark)
      else fault(reading, 'unknown-mark', name)
    }
    nodes.push(narrativeSchema.text(run.insert, marks))
  }
  return nodes
}

function readMark(name: string, value: unknown): Mark | null {
  const type: MarkType | undefined = narrativeSchema.marks[name]
  if (type === undefined) return null
  const attrs = readAttributes(type, typeof value === 'object' && value !== null ? value : {})
  return attrs === null ? null : type.create(attrs)
}

function readAttributes(type: NodeType | MarkType, raw: object): Attrs | null {
  const attrs: Record<string, unknown> = {}
  const values = new Map<string, unknown>(Object.entries(raw))
  for (const [name, spec] of Object.entries(type.spec.attrs ?? {})) {
    const value: unknown = values.get(name) ?? spec.default
    if (typeof spec.validate === 'function' && !passes(spec.validate, value)) return null
    attrs[name] = value
  }
  return attrs
}

function passes(validate: (value: unknown) => void, value: unknown): boolean {
  try {
    validate(value)
    return true
  } catch {
    return false
  }
}
