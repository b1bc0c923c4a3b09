/** Turning what a plain text field holds now into the smallest edit of the shared text behind it. */
import type * as Y from 'yjs'

export interface TextEdit {
  /** In UTF-16 units, from the beginning. */
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/**
 * The one stretch that differs. Where several would do (a second `l` typed into `hello`), the caret tells which.
 *
 * @param caret where the caret stands after the edit, in UTF-16 units of `next`
 * @returns null where nothing changed. Surrogate pairs are never cut: Yjs would replace both halves.
 */
export function textEdit(previous: string, next: string, caret: number = next.length): TextEdit | null {
  if (previous === next) return null
  const longest = Math.min(previous.length, next.length)
  const suffixLimit = Math.min(longest, next.length - caret)
  let suffix = 0
  while (
    suffix < suffixLimit &&
    previous.charCodeAt(previous.length - 1 - suffix) === next.charCodeAt(next.length - 1 - suffix)
  ) {
    suffix++
  }
  if (isInsidePair(previous, previous.length - suffix) || isInsidePair(next, next.length - suffix)) suffix--
  let prefix = 0
  while (prefix < longest - suffix && previous.charCodeAt(prefix) === next.charCodeAt(prefix)) prefix++
  if (isInsidePair(previous, prefix) || isInsidePair(next, prefix)) prefix--
  return {
    at: prefix,
    removed: previous.length - suffix - prefix,
    inserted: next.slice(prefix, next.length - suffix),
  }
}

/** Makes the shared text equal to `next`, touching only what differs. */
export function setText(text: Y.Text, next: string, caret?: number, origin?: unknown): void {
  const edit = textEdit(text.toString(), next, caret)
  if (!edit) return
  const apply = (): void => {
    if (edit.removed > 0) text.delete(edit.at, edit.removed)
    if (edit.inserted !== '') text.insert(edit.at, edit.inserted)
  }
  if (text.doc) text.doc.transact(apply, origin)
  else apply()
}

/**
 * Where a caret belongs after an edit by somebody else.
 *
 * @param caret in UTF-16 units, before the edit
 */
export function caretAfter(edit: TextEdit, caret: number): number {
  if (caret <= edit.at) return caret
  if (caret >= edit.at + edit.removed) return caret - edit.removed + edit.inserted.length
  return edit.at
}

function isInsidePair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
