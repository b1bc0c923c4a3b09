import { minuteMs, secondMs } from '#shared/core'

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/** Bounds of the sync plane. What exceeds one is refused before work is done on it. Told to outside tools in docs/sync-protocol.md. */
export interface SyncLimits {
  /** One frame from a client. */
  readonly frameBytes: number
  /** One live text with its history of deletions, as it is sent to somebody who opens it. */
  readonly documentBytes: number
  /** One presence state, as JSON. */
  readonly presenceBytes: number
  /** What one socket has sent and is not yet stored; above it the socket is not read until the disk has caught up. */
  readonly unstoredBytes: number
  /** What waits to leave for one socket; above it the reader is too slow and starts again. */
  readonly outgoingBytes: number
  /** Sockets of one person, all texts and pages together. */
  readonly socketsPerPerson: number
  /** Updates after which the whole state is stored again, so that opening stays quick. */
  readonly updatesPerSnapshot: number
  /**
   * Between two signs of life. An unmodified provider gives up a socket on which nothing has come for 30 s; one from
   * which nothing has come for two of these is ended.
   */
  readonly heartbeatMs: number
  /** Between two looks at whether a session still holds, for sessions that end by themselves. */
  readonly reviewMs: number
  /** How long an empty room stays open for somebody who reloads the page. */
  readonly roomGraceMs: number
  /** How long a stopping server waits for sockets to say goodbye. */
  readonly farewellMs: number
}

export const defaultSyncLimits: SyncLimits = {
  frameBytes: mebibyte,
  documentBytes: 8 * mebibyte,
  presenceBytes: 4 * kibibyte,
  unstoredBytes: 4 * mebibyte,
  outgoingBytes: 16 * mebibyte,
  socketsPerPerson: 40,
  updatesPerSnapshot: 500,
  heartbeatMs: 15 * secondMs,
  reviewMs: 5 * minuteMs,
  roomGraceMs: 5 * secondMs,
  farewellMs: 2 * secondMs,
}
