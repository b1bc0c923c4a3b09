import { readWritten } from '#shared/participation'
import { unpackLog } from './packed-log.ts'

/** A log whose letters are asked for. */
export interface TextToRead {
  /** As `PackedLog` writes it. */
  readonly log: Uint8Array
  /** The letters that it should make, if they are known. */
  readonly frozen: string | null
}

/** Applying a year of edits takes seconds, and is done in a thread. The answer goes as JSON, which is copied sooner. */
export const participationTasks = {
  /** @returns JSON of `Written`, or of null */
  written: ({ log, frozen }: TextToRead) => JSON.stringify(readWritten(unpackLog(log), frozen)),
}
