/**
 * Writing what a person did in ProseMirror into the shared tree, as the least change that says it.
 *
 * Invariants, which make concurrent writing safe:
 * - an element that lives on is changed inside, never replaced: others may be writing in it;
 * - every block that takes text has a text node from the moment it exists, in the same Yjs transaction: two people
 *   who begin in it write into one text (y-prosemirror issue 161);
 * - what is not shown (unknown nodes) is not touched;
 * - nothing is written but in answer to a local change: a reader's editor writes nothing.
 */
import type { Mark, Node } from 'prosemirror-model'
import * as Y from 'yjs'
import type { NodeByElement } from '#shared/narrative'
import { align } from './align.ts'
import { sharedInline, shownElements, shownInline, textOf, textOfRun } from './children.ts'
import { textChange } from './text-change.ts'

export interface Caret {
  readonly parent: Node
  /** Within the parent's content. */
  readonly offset: number
}

interface Writing {
  readonly nodes: NodeByElement
  readonly caret: Caret | null
}

/**
 * Makes the fragment equal to the document. To be called within a Yjs transaction.
 *
 * @param nodes what each element showed before; holds what it shows now when this returns
 */
export function writeNarrative(fragment: Y.XmlFragment, doc: Node, nodes: NodeByElement, caret: Caret | null): void {
  writeContent(fragment, doc, { nodes, caret })
}

function writeElement(element: Y.XmlElement, node: Node, writing: Writing): void {
  if (writing.nodes.get(element) === node) return
  writeAttributes(element, node)
  writeContent(element, node, writing)
}

function writeContent(parent: Y.XmlFragment, node: Node, writing: Writing): void {
  if (node.inlineContent) writeInline(parent, node, writing)
  else writeBlocks(parent, node, writing)
  writing.nodes.set(parent, node)
}

// ── blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────

function writeBlocks(parent: Y.XmlFragment, node: Node, writing: Writing): void {
  const olds = shownElements(parent, writing.nodes)
  const shown = node.children
  const same = (old: Y.XmlElement | undefined, child: Node | undefined): boolean =>
    old !== undefined && child !== undefined && writing.nodes.get(old) === child
  let head = 0
  while (same(olds[head], shown[head])) head++
  let tail = 0
  while (tail < Math.min(olds.length, shown.length) - head && same(olds.at(-1 - tail), shown.at(-1 - tail))) tail++
  const changedOlds = olds.slice(head, olds.length - tail)
  const changedShown = shown.slice(head, shown.length - tail)
  const steps = align(changedOlds, changedShown, (old, child) => likeness(old, child, writing.nodes))
  let previous: Y.XmlElement | null = olds[head - 1] ?? null
  for (const step of steps) {
    if (step.type === 'keep') {
      writeElement(step.old, step.shown, writing)
      previous = step.old
    } else if (step.type === 'remove') remove(parent, step.old, writing.nodes)
    else {
      const made = elementOf(step.shown, writing.nodes)
      parent.insertAfter(previous, [made])
      previous = made
    }
  }
}

/**
 * 0 for another type; else 1 and the letters kept from the start, so that of a split paragraph the first part, and of
 * joined ones the first, stays what it was: everybody's editor chooses alike. Letters kept at the end break ties.
 */
function likeness(old: Y.XmlElement, child: Node, nodes: NodeByElement): number {
  const was = nodes.get(old)
  if (was === undefined || was.type !== child.type) return 0
  if (was === child) return 2 + child.nodeSize
  const before = was.textContent
  const { index, remove } = textChange(before, child.textContent)
  return 1 + index + (before.length - index - remove) / 1_000_000
}

function remove(parent: Y.XmlFragment, child: Y.XmlElement, nodes: NodeByElement): void {
  parent.delete(parent.toArray().indexOf(child), 1)
  nodes.delete(child)
}

// ── inline content ──────────────────────────────────────────────────────────────────────────────────────────────

function writeInline(parent: Y.XmlFragment, node: Node, writing: Writing): void {
  const shown = shownInline(node)
  const before = sharedInline(parent, writing.nodes)
  const steps = align(before.elements, shown.elements, (old, child) => likeness(old, child, writing.nodes))
  // removals first: they join the runs on both sides without touching a letter
  for (const step of steps) if (step.type === 'remove') remove(parent, step.old, writing.nodes)
  const kept = sharedInline(parent, writing.nodes)
  const caretAt = writing.caret?.parent === node ? writing.caret.offset : null

  let keptRun = 0
  let shownRun = 0
  let offset = 0
  const place = { parent, after: null as Y.XmlText | Y.XmlElement | null }
  const flush = (upTo: number, added: readonly Node[]): void => {
    const runs = shown.runs.slice(shownRun, upTo + 1)
    offset = writeRuns(
      place,
      kept.runs[keptRun] ?? [],
      runs,
      added,
      caretAt === null ? null : { at: caretAt, offset },
      writing,
    )
    keptRun++
    shownRun = upTo + 1
  }
  let index = 0
  let added: Node[] = []
  for (const step of steps) {
    if (step.type === 'remove') continue
    if (step.type === 'add') added.push(step.shown)
    else {
      flush(index, added)
      added = []
      writeElement(step.old, step.shown, writing)
      place.after = step.old
      offset += step.shown.nodeSize
    }
    index++
  }
  flush(index, added)
  if (parent.length === 0) parent.insert(0, [new Y.XmlText()])
}

/**
 * One run of shared text becomes one run for each new element and one more. The first that is not empty keeps the
 * shared text; the others are made anew.
 *
 * @returns the offset in the parent's content behind what was written
 */
function writeRuns(
  place: { readonly parent: Y.XmlFragment; after: Y.XmlText | Y.XmlElement | null },
  shared: readonly Y.XmlText[],
  runs: readonly (readonly Node[])[],
  added: readonly Node[],
  caret: { readonly at: number; readonly offset: number } | null,
  writing: Writing,
): number {
  const lengths = runs.map(run => textOfRun(run).length)
  const keeper = Math.max(
    0,
    lengths.findIndex(length => length > 0),
  )
  let offset = caret?.offset ?? 0
  runs.forEach((run, index) => {
    const caretInRun = caret === null ? undefined : caret.at - offset
    if (index === keeper && shared.length > 0) {
      writeText(shared, run, caretInRun)
      place.after = shared.at(-1) ?? null
    } else if (run.length > 0) {
      const text = textFrom(run)
      place.parent.insertAfter(place.after, [text])
      place.after = text
    }
    offset += lengths[index] ?? 0
    const element = added[index]
    if (element !== undefined) {
      const made = elementOf(element, writing.nodes)
      place.parent.insertAfter(place.after, [made])
      place.after = made
      offset += element.nodeSize
    }
  })
  return offset
}

function writeText(texts: readonly Y.XmlText[], run: readonly Node[], caret: number | undefined): void {
  const lengths = texts.map(text => text.length)
  const after = textOfRun(run)
  const change = textChange(texts.map(textOf).join(''), after, caret)
  const target = textAt(lengths, change.index)
  let start = lengths.slice(0, target).reduce((sum, length) => sum + length, 0)
  const insertAt = change.index - start
  deleteRange(texts, lengths, change.index, change.remove)
  const into = texts[target]
  if (into === undefined) return
  if (change.insert !== '') {
    let at = insertAt
    for (const piece of piecesOf(run, change.index, change.index + change.insert.length)) {
      into.insert(at, piece.text, attributesOf(piece.marks))
      at += piece.text.length
    }
  }
  start = 0
  for (const text of texts) {
    writeMarks(text, piecesOf(run, start, start + text.length))
    start += text.length
  }
}

/** The text that holds the index; between two, the left one: who types there continues what stands before. */
function textAt(lengths: readonly number[], index: number): number {
  let start = 0
  for (let at = 0; at < lengths.length; at++) {
    start += lengths[at] ?? 0
    if (index <= start) return at
  }
  return lengths.length - 1
}

function deleteRange(texts: readonly Y.XmlText[], lengths: readonly number[], from: number, count: number): void {
  let start = 0
  texts.forEach((text, at) => {
    const length = lengths[at] ?? 0
    const first = Math.max(from, start)
    const last = Math.min(from + count, start + length)
    if (last > first) text.delete(first - start, last - first)
    start += length
  })
}

interface Piece {
  readonly text: string
  readonly marks: readonly Mark[]
}

function piecesOf(run: readonly Node[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const node of run) {
    const text = node.text ?? ''
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (piece !== '') pieces.push({ text: piece, marks: node.marks })
    start += text.length
  }
  return pieces
}

/** Formats only what differs: a format written over unchanged letters would undo another person's. */
function writeMarks(text: Y.XmlText, pieces: readonly Piece[]): void {
  const formatted = text.toDelta() as readonly { insert: string; attributes?: Record<string, unknown> }[]
  const changes: { at: number; length: number; attributes: Record<string, unknown> }[] = []
  let at = 0
  let pieceIndex = 0
  let pieceUsed = 0
  for (const part of formatted) {
    let used = 0
    while (used < part.insert.length) {
      const piece = pieces[pieceIndex]
      if (piece === undefined) break
      const length = Math.min(part.insert.length - used, piece.text.length - pieceUsed)
      const attributes = differences(part.attributes ?? {}, attributesOf(piece.marks))
      if (attributes !== null) changes.push({ at, length, attributes })
      at += length
      used += length
      pieceUsed += length
      if (pieceUsed === piece.text.length) {
        pieceIndex++
        pieceUsed = 0
      }
    }
  }
  for (const change of changes) text.format(change.at, change.length, change.attributes)
}

function differences(was: Record<string, unknown>, is: Record<string, object>): Record<string, unknown> | null {
  const changed: Record<string, unknown> = {}
  for (const name of Object.keys(was)) if (!(name in is)) changed[name] = null
  for (const [name, value] of Object.entries(is)) if (!equalValue(was[name], value)) changed[name] = value
  return Object.keys(changed).length === 0 ? null : changed
}

// ── making ──────────────────────────────────────────────────────────────────────────────────────────────────────

function attributesOf(marks: readonly Mark[]): Record<string, object> {
  return Object.fromEntries(marks.map(mark => [mark.type.name, mark.attrs]))
}

function equalValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function textFrom(run: readonly Node[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(run.map(node => ({ insert: node.text ?? '', attributes: attributesOf(node.marks) })))
  return text
}

function elementOf(node: Node, nodes: NodeByElement): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name)
  writeAttributes(element, node)
  if (node.inlineContent) {
    const { elements, runs } = shownInline(node)
    const children: (Y.XmlText | Y.XmlElement)[] = []
    runs.forEach((run, index) => {
      if (run.length > 0) children.push(textFrom(run))
      const inline = elements[index]
      if (inline !== undefined) children.push(elementOf(inline, nodes))
    })
    element.insert(0, children.length === 0 ? [new Y.XmlText()] : children)
  } else if (node.childCount > 0) {
    element.insert(
      0,
      node.children.map(child => elementOf(child, nodes)),
    )
  }
  nodes.set(element, node)
  return element
}

/** Attributes are JSON on the wire; null stands for absent, as y-prosemirror has it. */
function writeAttributes(element: Y.XmlElement<{ [name: string]: number | string }>, node: Node): void {
  const was: Record<string, unknown> = element.doc === null ? {} : element.getAttributes()
  for (const [name, value] of Object.entries(node.attrs)) {
    if (equalValue(was[name] ?? null, value)) continue
    if (value === null) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
}
