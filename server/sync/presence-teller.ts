import { closeCodes } from '#shared/wire'
import { secondMs } from '#shared/core'
import { Connection } from './connection.ts'
import type { SyncLimits } from './limits.ts'
import type { Room } from './room.ts'

/**
 * Tells a room who is where: what was said since the last time in one frame, at once after a quiet while and then at most
 * ten times a second. In a full room it is told less often, and each time no more than its share of the network: people
 * take their turn, and what others write is not held up behind two hundred moving cursors.
 *
 * @returns to be called when somebody has said something, or left
 */
export function createPresenceTeller(limits: SyncLimits): (room: Room) => void {
  const resting = new Set<Room>()

  function tell(room: Room): void {
    if (!room.presence.hasUntold) return void resting.delete(room)
    const people = Math.max(room.connections.size, 1)
    const restMs = Math.max(limits.presenceMs, people * limits.presenceMsPerSocket)
    const told = room.presence.tell((limits.presenceBytesPerSecond * restMs) / secondMs / people)
    for (const connection of room.connections) {
      const frame = told.frameFor(connection)
      if (frame) connection.send(frame)
    }
    for (const attendee of told.refused) {
      if (attendee instanceof Connection) attendee.close(closeCodes.malformed, 'presence refused')
    }
    setTimeout(() => tell(room), restMs).unref()
  }

  return room => {
    if (resting.has(room)) return
    resting.add(room)
    // With what else has arrived in this moment.
    setImmediate(() => tell(room))
  }
}
