/** One editor, put together from its parts. Knows nothing of Solid. */
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { EditorState, Plugin, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { bindNarrative, type NarrativeBinding } from './binding/binding.ts'
import { syncPlugin } from './binding/sync-plugin.ts'
import { undoPlugin } from './binding/undo-plugin.ts'
import { cursorPlugin } from './cursor-plugin.ts'
import { footnoteView, type FootnoteLabels } from './footnote-view.ts'
import { formRules, keys } from './keys.ts'
import { cleanPasted } from './paste.ts'
import { tables } from './tables.ts'

export interface ViewOptions {
  readonly fragment: Y.XmlFragment
  readonly awareness: Awareness
  readonly editable: () => boolean
  /** Attributes of the text's element: name, language, placeholder. */
  readonly attributes: () => Record<string, string>
  readonly footnoteLabels: () => FootnoteLabels
  readonly open: Readonly<Record<'link' | 'help' | 'toolbar', Command>>
  readonly onState: (state: EditorState, binding: NarrativeBinding) => void
  readonly onPicturesDropped: (count: number) => void
  readonly onFilesRefused: () => void
}

export function openView(place: HTMLElement, options: ViewOptions): EditorView {
  const binding = bindNarrative(options.fragment)
  const state = EditorState.create({
    doc: binding.shown,
    plugins: [
      syncPlugin(binding),
      cursorPlugin(binding, options.awareness),
      undoPlugin(binding),
      formRules(),
      keys(options.open),
      tables(),
      gapCursor(),
      dropCursor({ width: 2, class: 'narrative-drop' }),
      intake(options),
    ],
  })
  const view: EditorView = new EditorView(place, {
    state,
    editable: options.editable,
    attributes: current => ({ ...options.attributes(), 'data-empty': String(isBlank(current)) }),
    nodeViews: {
      footnote: (node, outer, position) => footnoteView(node, outer, position, options.footnoteLabels),
    },
    dispatchTransaction: tr => {
      view.updateState(view.state.apply(tr))
      options.onState(view.state, binding)
    },
  })
  options.onState(state, binding)
  return view
}

function isBlank(state: EditorState): boolean {
  const { doc } = state
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
}

/** What enters from outside: pasted text is cleaned, files are refused with a word. */
function intake(options: ViewOptions): Plugin {
  const refuseFiles = (data: DataTransfer | null): boolean => {
    if (data === null || data.files.length === 0 || data.types.includes('text/html')) return false
    options.onFilesRefused()
    return true
  }
  return new Plugin({
    props: {
      transformPastedHTML: html => {
        // copied within an editor of ours: already clean, and the slice it names must stay whole
        if (html.includes('data-pm-slice')) return html
        const { html: clean, picturesDropped } = cleanPasted(html)
        if (picturesDropped > 0) options.onPicturesDropped(picturesDropped)
        return clean
      },
      handlePaste: (_, event) => refuseFiles(event.clipboardData),
      handleDOMEvents: {
        drop: (_, event) => {
          if (!refuseFiles(event.dataTransfer)) return false
          event.preventDefault()
          return true
        },
      },
    },
  })
}
