import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import type { NarrativeBinding } from './sync-plugin.ts'

export type TextsBefore = null

export function noteTexts(_: NarrativeBinding): TextsBefore {
  return null
}

export function carryOver(_b: NarrativeBinding, _v: EditorView, _t: TextsBefore, _tr: Y.Transaction): void {}
