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
  /** The same, as a number of frames. */
  readonly unstoredFrames: number
  /** What waits to leave for one socket beside the largest frame it was sent; above it the reader is too slow and starts again. */
  readonly outgoingBytes: number
  /** Sockets of one person, all texts and pages together. */
  readonly socketsPerPerson: number
  /** Sockets of all. */
  readonly sockets: number
  /** Upgrades that are being decided at once: nobody knows yet who asks. */
  readonly undecided: number
  /** Frames of one socket between two heartbeats. */
  readonly framesPerBeat: number
  /** Questions for the text of one socket between two heartbeats: each may cost a reading of the whole. */
  readonly questionsPerBeat: number
  /** Time for such readings in a second, all texts together; above it the whole is sent as it is. */
  readonly readingMsPerSecond: number
  /** One message from a page on `/live`. */
  readonly liveMessageBytes: number
  /** Messages of one page between two heartbeats. */
  readonly liveMessagesPerBeat: number
  /** Meetings that one page follows. */
  readonly liveFollows: number
  /** Between two hints on the same thing; the first is told at once. */
  readonly hintMs: number
  /** Between two floors of one meeting; the first change is told at once. */
  readonly floorMs: number
  /** Between two floors of a meeting that many follow: longer, but no longer than this. */
  readonly floorMostMs: number
  /** What may wait to leave for a page that is to get another floor; above it that page gets the next one instead. */
  readonly floorWaitingBytes: number
  /** After a commit, how long what arrives is gathered for the next. */
  readonly gatherMs: number
  /** So many frames are not waited with. */
  readonly gatherFrames: number
  /** Between two tellings of who is where: at most ten in a second. */
  readonly presenceMs: number
  /** The same for each socket of the room: five hundred are told twice a second. */
  readonly presenceMsPerSocket: number
  /** What telling who is where may send in a room in a second; where more would be said, people take their turn. */
  readonly presenceBytesPerSecond: number
  /** Without a word, and nobody coming in, for this long a text rests: copies are compared, and its document is given back. */
  readonly restMs: number
  /** Log entries after which the whole state is made one frame again. */
  readonly entriesPerFold: number
  /** Log entries after which the whole state is stored again, so that opening stays quick. */
  readonly entriesPerSnapshot: number
  /** Log entries that are packed together, once a snapshot covers them. */
  readonly entriesPerPack: number
  /**
   * Between two signs of life. An unmodified provider gives up a socket on which nothing has come for 30 s; one from
   * which nothing has come for two of these is ended.
   */
  readonly heartbeatMs: number
  /** Between two looks at whether a session still holds, for sessions that end by themselves. */
  readonly reviewMs: number
  /** How long an empty room stays open for somebody who reloads the page. */
  readonly roomGraceMs: number
  /** How long a socket may take to say goodbye. */
  readonly farewellMs: number
}

export const defaultSyncLimits: SyncLimits = {
  frameBytes: mebibyte,
  documentBytes: 8 * mebibyte,
  presenceBytes: 4 * kibibyte,
  unstoredBytes: 4 * mebibyte,
  unstoredFrames: 5_000,
  outgoingBytes: 4 * mebibyte,
  socketsPerPerson: 40,
  sockets: 4_000,
  undecided: 500,
  framesPerBeat: 20_000,
  questionsPerBeat: 20,
  readingMsPerSecond: 100,
  liveMessageBytes: 256,
  liveMessagesPerBeat: 60,
  liveFollows: 8,
  hintMs: 200,
  floorMs: 50,
  floorMostMs: 150,
  floorWaitingBytes: 128 * kibibyte,
  gatherMs: 4,
  gatherFrames: 256,
  presenceMs: 100,
  presenceMsPerSocket: 1,
  presenceBytesPerSecond: 4 * mebibyte,
  restMs: 3 * secondMs,
  entriesPerFold: 500,
  entriesPerSnapshot: 2_000,
  entriesPerPack: 1_000,
  heartbeatMs: 15 * secondMs,
  reviewMs: 5 * minuteMs,
  roomGraceMs: 5 * secondMs,
  farewellMs: 2 * secondMs,
}
