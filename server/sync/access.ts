import type { PersonId } from '#shared/core'

/** Who holds a socket, as the session says it. */
export interface SyncIdentity {
  readonly personId: PersonId
  readonly sessionHash: string
  readonly name: string
  readonly organisation: string | null
}

/** `comment` and `read` are one to the text: neither changes it. */
export type DocumentAccess = 'edit' | 'comment' | 'read'

export interface DocumentRight {
  readonly access: DocumentAccess
  /** Nobody writes this text for now, not even those who otherwise do. */
  readonly frozen: boolean
}

/** What everybody who follows a meeting is shown alike, as it was worked out last. */
export interface Floor {
  /** Equal when there is nothing new to show. */
  readonly same: string
  /** Other words when others may read it: followers are then asked for their right again. */
  readonly readers: string
  /** @returns JSON, as of this moment */
  write(): string
}

/** Decides who may do what with a live text, and who may follow a meeting. Given from outside: the same decisions that requests pass. [G8] */
export interface SyncAccess {
  /** @returns null without a session that still holds */
  authenticate(cookieHeader: string | undefined): Promise<SyncIdentity | null>
  /** @returns null alike for a text that is hidden from this person and for one that does not exist */
  documentAccess(identity: SyncIdentity, documentId: string): Promise<DocumentRight | null>
  /** @returns false alike for a meeting that is hidden from this person and for one that does not exist */
  mayFollow(identity: SyncIdentity, meetingId: string): Promise<boolean>
  /** Never from before what the bus has announced. @returns null where there is no such meeting */
  readFloor(meetingId: string): Promise<Floor | null>
}
