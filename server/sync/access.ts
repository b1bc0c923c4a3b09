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

/** Decides who may do what with a live text. Given from outside: the same decisions that requests pass. [G8] */
export interface SyncAccess {
  /** @returns null without a session that still holds */
  authenticate(cookieHeader: string | undefined): Promise<SyncIdentity | null>
  /** @returns null alike for a text that is hidden from this person and for one that does not exist */
  documentAccess(identity: SyncIdentity, documentId: string): Promise<DocumentRight | null>
}
