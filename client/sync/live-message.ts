import type { FloorAnswer } from '#shared/meeting/schema'
import { floorTopic, liveTopics, type FloorMessage, type LiveMessage } from '#shared/wire'

/** @returns null for what this release does not understand */
export function parseLive(text: unknown): LiveMessage | FloorMessage<FloorAnswer> | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('topic' in value) || !('id' in value)) return null
    const { id } = value
    if (typeof id !== 'string') return null
    if (value.topic === floorTopic) return parseFloor(id, value)
    const topic = liveTopics.find(known => known === value.topic)
    return topic ? { topic, id } : null
  } catch {
    return null
  }
}

/** The floor itself is this server's own writing, by the schema that its type is of. */
function parseFloor(id: string, value: object): FloorMessage<FloorAnswer> | null {
  if (!('floor' in value) || typeof value.floor !== 'object') return null
  if (value.floor !== null && !('serverNow' in value.floor)) return null
  return { topic: floorTopic, id, floor: value.floor as FloorAnswer | null }
}
