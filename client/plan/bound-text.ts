/**
 * Binding a plain text field to a shared text, so that several people can type in it at once.
 *
 * The field and `shown` agree except while an input method is composing: then the field belongs to it alone, and what
 * others write meanwhile is taken in when it ends.
 */
import type * as Y from 'yjs'
import { applyEdit, caretAfter, editsOf, rebaseEdit, textEdit, type TextEdit } from '#shared/plan/framework'

/**
 * @param origin given to Yjs with each edit, so that undo knows whose it was
 * @param onShown called when the field shows what others wrote
 * @returns a function that lets go of the field
 */
export function bindText(field: HTMLTextAreaElement, text: Y.Text, origin: unknown, onShown: () => void): () => void {
  let shown = text.toJSON()
  let composing = false
  let pushing = false
  field.value = shown

  function push(): void {
    if (composing) return
    const mine = textEdit(shown, field.value, field.selectionEnd)
    const theirs = textEdit(shown, text.toJSON())
    shown = field.value
    pushing = true
    if (mine) applyEdit(text, theirs ? rebaseEdit(mine, theirs) : mine, origin)
    pushing = false
    pull()
  }

  function pull(event?: Y.YTextEvent): void {
    if (composing || pushing) return
    const next = text.toJSON()
    if (next === shown) return
    const edit = textEdit(shown, next)
    shown = next
    show(next, event ? editsOf(event) : edit ? [edit] : [])
  }

  function show(next: string, edits: readonly TextEdit[]): void {
    const { selectionStart, selectionEnd, selectionDirection } = field
    const moved = (caret: number): number => edits.reduce((at, edit) => caretAfter(edit, at), caret)
    const isActive = document.activeElement === field
    field.value = next
    if (isActive) field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection)
    onShown()
  }

  const start = (): void => {
    composing = true
  }
  const end = (): void => {
    composing = false
    push()
  }
  field.addEventListener('input', push)
  field.addEventListener('compositionstart', start)
  field.addEventListener('compositionend', end)
  text.observe(pull)
  return () => {
    field.removeEventListener('input', push)
    field.removeEventListener('compositionstart', start)
    field.removeEventListener('compositionend', end)
    text.unobserve(pull)
  }
}
