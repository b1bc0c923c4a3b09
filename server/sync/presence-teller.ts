import { closeCodes } from '#shared/wire'
import { secondMs } from '#shared/core'
import { Connection } from './connection.ts'
import type { SyncLimits } from './limits.ts'
import type { Room } from './room.ts'

/**
 * Tells a room who is where: all that was said since the last time in one frame, at once after a quiet while and then at
 * most ten times a second; less often in a room so full that it would take more than its share of the network.
 *
 * @returns to be called when somebody has said something, or left
 */
export function createPresenceTeller(limits: SyncLimits): (room: Room) => void {
  const resting = new Set<Room>()

  function tell(room: Room): void {
    if (!room.presence.hasUntold) return void resting.delete(room)
    const told = room.presence.tell()
    for (const connection of room.connections) {
      const frame = told.frameFor(connection)
      if (frame) connection.send(frame)
    }
    for (const attendee of told.refused) {
      if (attendee instanceof Connection) attendee.close(closeCodes.malformed, 'presence refused')
    }
    const share = (told.bytes * room.connections.size * secondMs) / limits.presenceBytesPerSecond
    setTimeout(() => tell(room), Math.max(limits.presenceMs, share)).unref()
  }

  return room => {
    if (resting.has(room)) return
    resting.add(room)
    // With what else has arrived in this moment.
    setImmediate(() => tell(room))
  }
}
