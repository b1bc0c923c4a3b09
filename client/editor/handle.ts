import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { narrativeSchema, type NarrativeHeading } from '#shared/narrative'

/** What the page may do with an editor. */
export interface EditorHandle {
  readonly focus: () => void
  /** Plain text at the caret, as if typed; a line break begins a paragraph. Nothing when the editor is read-only. */
  readonly insertText: (text: string) => void
  /** Each text a paragraph at the end, as if typed there: it can be undone. Nothing when the editor is read-only. */
  readonly appendParagraphs: (texts: readonly string[]) => void
  /** @param index place in the list that `onHeadings` gave, from 0 */
  readonly scrollToHeading: (index: number) => void
  readonly headings: () => readonly NarrativeHeading[]
}

export function makeHandle(view: EditorView): EditorHandle {
  return {
    focus: () => view.focus(),
    insertText: text => {
      if (!view.editable) return
      const lines = text.split('\n')
      const tr = view.state.tr
      lines.forEach((line, index) => {
        if (index > 0) tr.split(tr.selection.from)
        if (line !== '') tr.insertText(line)
      })
      view.dispatch(tr.scrollIntoView())
      view.focus()
    },
    appendParagraphs: texts => {
      if (!view.editable || texts.length === 0) return
      const { paragraph } = narrativeSchema.nodes
      const { tr } = view.state
      const paragraphs = texts.map(text => paragraph.create(null, text === '' ? null : narrativeSchema.text(text)))
      tr.insert(tr.doc.content.size, paragraphs)
      tr.setSelection(TextSelection.atEnd(tr.doc))
      view.dispatch(tr.scrollIntoView())
      view.focus()
    },
    scrollToHeading: index => {
      const heading = headingsIn(view)[index]
      if (heading === undefined) return
      const dom = view.nodeDOM(heading.position)
      if (!(dom instanceof HTMLElement)) return
      if (view.editable)
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, heading.position + 1)))
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      dom.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' })
      view.focus()
    },
    headings: () => headingsIn(view),
  }
}

export interface HeadingAt extends NarrativeHeading {
  readonly position: number
}

/** The outline of what is being written. */
export function headingsIn(view: Pick<EditorView, 'state'>): readonly HeadingAt[] {
  const found: HeadingAt[] = []
  view.state.doc.forEach((node, position) => {
    if (node.type !== narrativeSchema.nodes.heading) return
    const text = node.textBetween(0, node.content.size, '', leaf =>
      leaf.type === narrativeSchema.nodes.hard_break ? ' ' : '',
    )
    found.push({ level: Number(node.attrs['level']), text, position })
  })
  return found
}
