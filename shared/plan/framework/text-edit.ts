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
 * @param caret where the caret stands after the edit, in UTF-16 units of `next`; left out where it is not known
 * @returns null where nothing changed. Surrogate pairs are never cut: Yjs would replace both halves.
 */
export function textEdit(previous: string, next: string, caret?: number): TextEdit | null {
  if (previous === next) return null
  const longest = Math.min(previous.length, next.length)
  const suffixLimit = Math.min(longest, next.length - (caret ?? 0))
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
  const edit = textEdit(text.toJSON(), next, caret)
  if (edit) applyEdit(text, edit, origin)
}

/** One transaction. What lies beyond the end of the text is left out. */
export function applyEdit(text: Y.Text, edit: TextEdit, origin?: unknown): void {
  const apply = (): void => {
    const at = Math.min(edit.at, text.length)
    const removed = Math.min(edit.removed, text.length - at)
    if (removed > 0) text.delete(at, removed)
    if (edit.inserted !== '') text.insert(at, edit.inserted)
  }
  if (text.doc) text.doc.transact(apply, origin)
  else apply()
}

/**
 * The same edit on a text that somebody else has changed in the meantime. Nothing that they wrote is removed; of what
 * both removed, nothing is removed twice.
 */
export function rebaseEdit(mine: TextEdit, theirs: TextEdit): TextEdit {
  const end = mine.at + mine.removed
  const theirEnd = theirs.at + theirs.removed
  if (end <= theirs.at) return mine
  if (mine.at >= theirEnd) return { ...mine, at: mine.at - theirs.removed + theirs.inserted.length }
  if (mine.at < theirs.at) return { ...mine, removed: theirs.at - mine.at }
  return { ...mine, at: theirs.at + theirs.inserted.length, removed: Math.max(0, end - theirEnd) }
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

/** What an event of the shared text says, as edits to be made one after the other. */
export function editsOf(event: Y.YTextEvent): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  for (const { retain, insert, delete: removed } of event.delta) {
    if (retain !== undefined) at += retain
    if (removed !== undefined) edits.push({ at, removed, inserted: '' })
    if (typeof insert !== 'string') continue
    edits.push({ at, removed: 0, inserted: insert })
    at += insert.length
  }
  return edits
}

function isInsidePair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
