/** What the chair and the Secretariat do in the room, as acts that a button and a key share. [M2, M4] */
import {
  callSpeaker,
  endSpeech,
  finishItem,
  postponeItem,
  reopenItem,
  setCurrentItem,
  type FloorItem,
} from '../../api/room.ts'
import { nextItem } from './following.ts'
import type { OpenRoom } from './room.ts'
import { speakersOf } from './speakers.ts'

export interface Conduct {
  /** What the meeting comes to next; null when nothing is left. */
  readonly next: () => FloorItem | null
  readonly makeCurrent: (item: FloorItem | null) => Promise<void>
  /** Leaves the current item as it is, and the meeting between items. */
  readonly leaveItem: () => Promise<void>
  /** Finishes the current item and calls up the next. */
  readonly goOn: () => Promise<void>
  readonly finish: (item: FloorItem) => Promise<void>
  readonly postpone: (item: FloorItem) => Promise<boolean>
  readonly reopen: (item: FloorItem) => Promise<void>
  /** The next in the queue, points of order first; while somebody speaks, the end of that speech. */
  readonly callNextOrEnd: () => Promise<void>
}

export function createConduct(room: OpenRoom): Conduct {
  const next = (): FloorItem | null => nextItem(room.floor().items, room.floor().currentItemId)

  async function goTo(item: FloorItem | null): Promise<boolean> {
    const went = await room.act('current', () => setCurrentItem(room.id, item?.id ?? null))
    // Who calls up an item looks at it.
    if (went) room.look(null)
    return went
  }

  return {
    next,
    async makeCurrent(item) {
      if (item && item.id !== room.floor().currentItemId) await goTo(item)
    },
    async leaveItem() {
      await goTo(null)
    },
    async goOn() {
      const current = room.floor().items.find(item => item.id === room.floor().currentItemId)
      // Read before the act: what is next does not depend on the floor having come back.
      const then = next()
      if (current?.state === 'open' && !(await room.act('current', () => finishItem(current.id)))) return
      if (then) await goTo(then)
    },
    async finish(item) {
      await room.act('finish', () => finishItem(item.id))
    },
    postpone(item) {
      return room.act('postpone', () => postponeItem(item.id))
    },
    async reopen(item) {
      await room.act('reopen', () => reopenItem(item.id))
    },
    async callNextOrEnd() {
      const { speaking, waiting } = speakersOf(room.floor().floor)
      const [speaker] = speaking
      const [first] = waiting
      if (speaker) await room.act('speaker', () => endSpeech(speaker.id))
      else if (first) await room.act('speaker', () => callSpeaker(first.id))
    },
  }
}
