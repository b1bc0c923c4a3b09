/**
 * `/live` tells a page that something it may be showing has changed; the page fetches it again with its own rights.
 * A hint carries no content.
 */
export const liveTopics = [
  'group',
  'person',
  'section',
  'sectionVersion',
  'motion',
  'meeting',
  'minutes',
  'actionItem',
  'plan',
  'planVersion',
  'record',
] as const

export type LiveTopic = (typeof liveTopics)[number]

/** JSON text frame, server to client. */
export interface LiveMessage {
  readonly topic: LiveTopic
  readonly id: string
}
