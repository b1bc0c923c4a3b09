export { connectDocument, keepsWords, leftBehind, type DocumentConnection, type DocumentOptions } from './documents.ts'
export type { FloorHandler } from './followed.ts'
export {
  endSession,
  followMeeting,
  onLink,
  onLive,
  onSessionEnd,
  onSessionResume,
  resumeSession,
  type LiveHandler,
} from './live.ts'
export { ReturnedNote } from './ReturnedNote.tsx'
export { ReturnedPanel } from './ReturnedPanel.tsx'
export { isUnsaved, losesWords, type SyncStatus } from './status.ts'
export { StatusLine } from './StatusLine.tsx'
export type { KeptWords } from './word-store.ts'
