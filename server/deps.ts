import type { Id } from '#shared/core'
import type { Instant } from '#shared/core'
import type { Bus } from './bus.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Log } from './log.ts'
import type { WorkspaceKey } from './record/workspace-key.ts'

/** All that a service needs of the world. Tests replace these and nothing else. */
export interface Deps extends Pick<Database, 'transaction' | 'read'> {
  /** The one clock. */
  now(): Instant
  /** A new random identifier (128 bits). */
  newId<I extends Id<string>>(): I
  /** A new random secret (256 bits, base64url), for tokens that a person holds. */
  newSecret(): string
  readonly bus: Bus
  readonly config: Config
  readonly log: Log
  /** Signs for the workspace; kept in a file apart from the database. */
  readonly workspaceKey: WorkspaceKey
}
