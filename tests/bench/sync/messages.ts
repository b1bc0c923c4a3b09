/** Numbers of messages as the servers under test write them, beside those of #shared/wire. */

/** Hocuspocus: the answer to a question about the text, otherwise like `messageSync`. */
export const messageSyncReply = 4
/** Hocuspocus: who one is, and that one is let in. */
export const messageAuth = 2
/** Hocuspocus: one update of this socket has been taken (not: stored). */
export const messageSyncStatus = 8
/** The durable floor: several frames in one. */
export const messageBatch = 100
