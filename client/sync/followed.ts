import type { FollowMessage } from '#shared/wire'

/** @param floor null while this person may not follow the meeting */
export type FloorHandler<Floor> = (floor: Floor | null) => void

interface Meeting<Floor> {
  readonly handlers: Set<FloorHandler<Floor>>
  /** The last that came; undefined before the first. */
  floor: Floor | null | undefined
}

export interface Followed<Floor> {
  /** @returns a function that ends it */
  add(id: string, handler: FloorHandler<Floor>): () => void
  /** The socket is open: the server knows of nothing yet. */
  followAll(): void
  hear(id: string, floor: Floor | null): void
  isEmpty(): boolean
}

/**
 * Meetings that parts of this page follow. However many do, the server is asked once; who comes later sees at once what
 * came last.
 */
export function makeFollowed<Floor>(say: (message: FollowMessage) => void): Followed<Floor> {
  const meetings = new Map<string, Meeting<Floor>>()

  return {
    add(id, handler) {
      // Of its own, so that the same handler may follow twice and end once.
      const own: FloorHandler<Floor> = floor => handler(floor)
      const meeting = meetings.get(id) ?? { handlers: new Set(), floor: undefined }
      meeting.handlers.add(own)
      if (!meetings.has(id)) say({ follow: id })
      meetings.set(id, meeting)
      if (meeting.floor !== undefined) own(meeting.floor)
      return () => {
        meeting.handlers.delete(own)
        if (meeting.handlers.size > 0 || meetings.get(id) !== meeting) return
        meetings.delete(id)
        say({ unfollow: id })
      }
    },
    followAll() {
      for (const id of meetings.keys()) say({ follow: id })
    },
    hear(id, floor) {
      const meeting = meetings.get(id)
      if (!meeting) return
      meeting.floor = floor
      for (const handler of meeting.handlers) handler(floor)
    },
    isEmpty: () => meetings.size === 0,
  }
}
