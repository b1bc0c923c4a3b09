/**
 * `/live` tells a page that something it may be showing has changed; the page fetches it again with its own rights.
 * A hint carries no content.
 */
export const liveTopics = [
  'group',
  'person',
  'section',
  'sectionVersion',
  'amendment',
  'motion',
  /** Who has cast in a vote, and the count where it shows: of a motion, by its id. Nothing else of it has changed. */
  'ballot',
  'meeting',
  'minutes',
  'actionItem',
  'plan',
  'planVersion',
  'record',
  'terms',
  'memorandum',
] as const

export type LiveTopic = (typeof liveTopics)[number]

/** JSON text frame, server to client. */
export interface LiveMessage {
  readonly topic: LiveTopic
  readonly id: string
}

/**
 * What everybody who follows a meeting sees, whole; null for one that this person may not follow, or that does not exist.
 * JSON text frame, server to client: at once when the page begins to follow, then after each change.
 */
export interface FloorMessage<Floor> {
  readonly topic: typeof floorTopic
  readonly id: string
  readonly floor: Floor | null
}

export const floorTopic = 'floor'

/** JSON text frame, client to server: follow this meeting, or do not any more. */
export type FollowMessage = { readonly follow: string } | { readonly unfollow: string }
