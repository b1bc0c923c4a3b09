import { readWritten, type LogEntry } from '#shared/participation'

/** A log whose letters are asked for. */
export interface TextToRead {
  readonly entries: readonly LogEntry[]
  /** The letters that it should make, if they are known. */
  readonly frozen: string | null
}

/** Applying a year of edits takes seconds, and is done in a thread. The answer goes as JSON, which is copied sooner. */
export const participationTasks = {
  /** @returns JSON of `Written`, or of null */
  written: ({ entries, frozen }: TextToRead) => JSON.stringify(readWritten(entries, frozen)),
}
