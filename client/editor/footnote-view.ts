/**
 * A footnote in the running text: a number, and, when it is selected, its words in an editor of their own below it.
 * That inner editor shows a part of the same document: its changes are mapped into the outer one, from where they
 * are shared letter by letter like any others.
 */
import { toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, NodeSelection, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { StepMap } from 'prosemirror-transform'
import { EditorView, type NodeView } from 'prosemirror-view'
import { narrativeSchema } from '#shared/narrative'
import { redo, undo } from './binding/undo-plugin.ts'

export interface FootnoteLabels {
  /** What a screen reader says at the number: the note's words with it. */
  readonly marker: (text: string) => string
  readonly text: string
}

export function footnoteView(
  node: Node,
  outer: EditorView,
  position: () => number | undefined,
  labels: () => FootnoteLabels,
): NodeView {
  const dom = document.createElement('span')
  dom.className = 'narrative-footnote'
  dom.setAttribute('role', 'note')
  const describe = (text: string): void => {
    dom.title = text
    dom.setAttribute('aria-label', labels().marker(text))
  }
  describe(node.textContent)
  let shown = node
  let inner: EditorView | null = null
  let box: HTMLElement | null = null

  const open = (): void => {
    if (inner !== null) return
    dom.classList.add('is-open')
    box = document.createElement('span')
    box.className = 'narrative-footnote-box'
    dom.append(box)
    const close = (): void => {
      outer.focus()
      const at = position()
      if (at !== undefined)
        outer.dispatch(outer.state.tr.setSelection(TextSelection.near(outer.state.doc.resolve(at + shown.nodeSize))))
    }
    const outside =
      (command: Command): Command =>
      () =>
        command(outer.state, outer.dispatch, outer)
    const leave: Command = () => {
      close()
      return true
    }
    inner = new EditorView(box, {
      state: EditorState.create({
        doc: shown,
        plugins: [
          keymap({
            'Mod-z': outside(undo),
            'Mod-y': outside(redo),
            'Mod-Shift-z': outside(redo),
            'Mod-b': toggleMark(narrativeSchema.marks.strong),
            'Mod-i': toggleMark(narrativeSchema.marks.em),
            Enter: leave,
            Escape: leave,
          }),
        ],
      }),
      editable: () => outer.editable,
      attributes: () => ({
        role: 'textbox',
        'aria-label': labels().text,
        spellcheck: 'true',
        class: 'narrative-footnote-text',
      }),
      dispatchTransaction: tr => forward(tr),
    })
    fit()
  }

  /** Keeps the box within the text's width. */
  const fit = (): void => {
    if (box === null) return
    const beyond = box.getBoundingClientRect().right - outer.dom.getBoundingClientRect().right
    if (beyond > 0) box.style.insetInlineStart = `${-beyond}px`
  }

  const forward = (tr: Transaction): void => {
    if (inner === null) return
    const { state, transactions } = inner.state.applyTransaction(tr)
    inner.updateState(state)
    const at = position()
    if (tr.getMeta('fromOutside') === true || at === undefined) return
    const outerTr = outer.state.tr
    const offset = StepMap.offset(at + 1)
    for (const { steps } of transactions)
      for (const step of steps) {
        const mapped = step.map(offset)
        if (mapped !== null) outerTr.step(mapped)
      }
    if (outerTr.docChanged) outer.dispatch(outerTr)
  }

  const closeBox = (): void => {
    dom.classList.remove('is-open')
    inner?.destroy()
    box?.remove()
    inner = null
    box = null
  }

  return {
    dom,
    selectNode: () => {
      dom.classList.add('ProseMirror-selectednode')
      open()
      // a footnote just made, or one that was clicked, is there to be written in
      if (outer.editable && (shown.content.size === 0 || dom.matches(':hover'))) setTimeout(() => inner?.focus(), 0)
    },
    deselectNode: () => {
      dom.classList.remove('ProseMirror-selectednode')
      closeBox()
    },
    update: next => {
      if (next.type !== shown.type) return false
      shown = next
      describe(next.textContent)
      if (inner !== null) showInside(inner, next)
      return true
    },
    destroy: closeBox,
    // keys typed inside are the inner editor's; the outer one would take Backspace for "delete the footnote"
    stopEvent: event => event.target instanceof globalThis.Node && inner?.dom.contains(event.target) === true,
    ignoreMutation: () => true,
  }
}

function showInside(inner: EditorView, next: Node): void {
  const { state } = inner
  const start = next.content.findDiffStart(state.doc.content)
  const ends = next.content.findDiffEnd(state.doc.content)
  if (start === null || ends === null) return
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  inner.dispatch(
    state.tr.replace(start, ends.b + overlap, next.slice(start, ends.a + overlap)).setMeta('fromOutside', true),
  )
}

/** From a selected footnote into its words. */
export const enterFootnote: Command = (state, dispatch, view) => {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type !== narrativeSchema.nodes.footnote) return false
  const dom = view?.nodeDOM(selection.from)
  const text = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.narrative-footnote-text') : null
  if (dispatch !== undefined) text?.focus()
  return text !== null
}
