/**
 * The two sides seen alike.
 *
 * In the shared tree the inline content of a block is a sequence of XmlTexts and XmlElements: there may be several
 * texts side by side (two people began at once), none (nobody began) or hidden elements between. In ProseMirror it is
 * text nodes and inline nodes. Both are read here as *runs* of text around *elements*: n elements, n + 1 runs, where
 * a run may be empty. Whatever the number of text nodes, equal runs then mean equal text.
 */
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import type { NodeByElement } from '#shared/narrative'

export interface SharedInline {
  readonly elements: readonly Y.XmlElement[]
  readonly runs: readonly (readonly Y.XmlText[])[]
}

export interface ShownInline {
  readonly elements: readonly Node[]
  readonly runs: readonly (readonly Node[])[]
}

/** Elements that are shown, in order. */
export function shownElements(parent: Y.XmlFragment, nodes: NodeByElement): Y.XmlElement[] {
  return parent.toArray().filter(child => child instanceof Y.XmlElement && nodes.has(child)) as Y.XmlElement[]
}

export function sharedInline(parent: Y.XmlFragment, nodes: NodeByElement): SharedInline {
  const elements: Y.XmlElement[] = []
  const runs: Y.XmlText[][] = [[]]
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) runs.at(-1)?.push(child)
    else if (child instanceof Y.XmlElement && nodes.has(child)) {
      elements.push(child)
      runs.push([])
    }
  }
  return { elements, runs }
}

export function shownInline(node: Node): ShownInline {
  const elements: Node[] = []
  const runs: Node[][] = [[]]
  node.forEach(child => {
    if (child.isText) runs.at(-1)?.push(child)
    else {
      elements.push(child)
      runs.push([])
    }
  })
  return { elements, runs }
}

export function textOfRun(run: readonly Node[]): string {
  return run.map(node => node.text ?? '').join('')
}

/** The visible characters of a shared text. Unlike `toString()` of an XmlText it writes no markup. */
export function textOf(text: Y.XmlText): string {
  let result = ''
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.countable)
      // something embedded counts as one character in every index
      result += item.content instanceof Y.ContentString ? item.content.str : '\uFFFC'.repeat(item.length)
  return result
}
