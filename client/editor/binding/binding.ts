import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { readNarrative, type NarrativeFault, type NodeByElement } from '#shared/narrative'
import type { Anchor } from './positions.ts'

export interface SelectionAnchors {
  readonly anchor: Anchor
  readonly head: Anchor
}

export interface NarrativeBinding {
  readonly fragment: Y.XmlFragment
  readonly doc: Y.Doc
  readonly nodes: NodeByElement
  /** What the fragment says, as the editor shows it. */
  shown: Node
  /** What could not be shown. */
  faults: readonly NarrativeFault[]
  /** The selection before the latest local edit: where undo returns to. */
  beforeEdit: SelectionAnchors | null
  /** Own letters from this clock on were typed in the last moments. */
  freshFrom: () => number
}

/** @throws when the fragment is not part of a document */
export function bindNarrative(fragment: Y.XmlFragment): NarrativeBinding {
  if (fragment.doc === null) throw new Error('a narrative is bound within a Y.Doc')
  const nodes: NodeByElement = new WeakMap()
  const { doc, faults } = readNarrative(fragment, nodes)
  return {
    fragment,
    doc: fragment.doc,
    nodes,
    shown: doc,
    faults,
    beforeEdit: null,
    freshFrom: () => Infinity,
  }
}
