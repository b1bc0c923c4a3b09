import * as Y from 'yjs'

/** A block of a template. Templates are simple on purpose: people write the text, not the template. */
export type NarrativeBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly type: 'empty' }

/**
 * Fills a new document's fragment from a template.
 *
 * Every block that takes text gets a text node, empty ones too: two people who start typing in a paragraph without
 * one would each make their own. Without blocks, one empty paragraph is made.
 */
export function seedNarrative(fragment: Y.XmlFragment, blocks: readonly NarrativeBlock[]): void {
  const elements = (blocks.length === 0 ? [{ type: 'empty' } as const] : blocks).map(elementOf)
  const insert = (): void => fragment.insert(fragment.length, elements)
  if (fragment.doc === null) insert()
  else fragment.doc.transact(insert)
}

function elementOf(block: NarrativeBlock): Y.XmlElement {
  switch (block.type) {
    case 'heading': {
      const heading = new Y.XmlElement('heading')
      setLevel(heading, block.level)
      heading.insert(0, [new Y.XmlText(block.text)])
      return heading
    }
    case 'paragraph':
      return paragraph(block.text)
    case 'empty':
      return paragraph('')
    case 'list': {
      const list = new Y.XmlElement(block.ordered === true ? 'ordered_list' : 'bullet_list')
      list.insert(0, (block.items.length === 0 ? [''] : block.items).map(item))
      return list
    }
  }
}

function item(text: string): Y.XmlElement {
  const element = new Y.XmlElement('list_item')
  element.insert(0, [paragraph(text)])
  return element
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

// attributes are JSON on the wire; the type's default says string
function setLevel(element: Y.XmlElement<{ [name: string]: number | string }>, level: number): void {
  element.setAttribute('level', level)
}
