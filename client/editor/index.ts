export { cursorColour } from './cursor-colours.ts'
export type { EditorHandle } from './handle.ts'
export { NarrativeEditor, type NarrativeEditorProps } from './NarrativeEditor.tsx'
