/**
 * The floor of each meeting that is looked at, worked out once for everybody: for whoever opens the page, and for those who
 * follow it. What is announced drops what it concerns before the act is answered, so that nobody reads a floor from before
 * their own act; a floor that was being worked out when something changed is given to those who asked before, and not kept.
 */
import type { Actor } from '#shared/access'
import { minuteMs, type Instant, type MeetingId } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'
import type { BusEvent } from '../bus.ts'
import type { Deps } from '../deps.ts'
import { mayReadMeeting, placeMeeting, readersOf, type PlacedMeeting } from './access.ts'
import { readFloor } from './floor.ts'
import type { MeetingParts } from './ports.ts'

export interface KnownFloor {
  readonly placed: PlacedMeeting
  /** As of the moment it was worked out; times in it run by themselves from there. */
  readonly floor: FloorAnswer
  /** JSON of the floor without its moment, which `writeFloor` puts in. */
  readonly written: string
  /** Other words when others may read it: followers are asked for their right again. */
  readonly readers: string
}

export interface FloorCache {
  /** @returns null where there is no such meeting */
  read(id: MeetingId): Promise<KnownFloor | null>
  /** Whether this person may follow the meeting; false alike for one that is hidden and one that does not exist. */
  mayFollow(actor: Actor, id: MeetingId): Promise<boolean>
  close(): void
}

/** Beyond these, the one that was looked at first is worked out again when it is asked for. */
const kept = 50
/** Terms of office and accreditations end by themselves, with nobody to announce it. */
const keptMs = minuteMs

interface Entry {
  readonly since: Instant
  readonly floor: Promise<KnownFloor | null>
}

/** Created before whoever pushes floors: listeners are told in order, and this one drops what they will ask for. */
export function createFloorCache(deps: Pick<Deps, 'read' | 'now' | 'bus'>, parts: MeetingParts): FloorCache {
  const entries = new Map<string, Entry>()

  async function workOut(id: MeetingId): Promise<KnownFloor | null> {
    const now = deps.now()
    const placed = await placeMeeting(deps.read, id, now)
    if (!placed) return null
    const floor = await readFloor(deps.read, parts.subjects, placed, now)
    const { serverNow: _moment, ...rest } = floor
    return { placed, floor, written: JSON.stringify(rest), readers: readersOf(placed) }
  }

  function read(id: MeetingId): Promise<KnownFloor | null> {
    const now = deps.now()
    const known = entries.get(id)
    if (known && now - known.since < keptMs) return known.floor
    const entry: Entry = { since: now, floor: workOut(id) }
    entries.delete(id)
    entries.set(id, entry)
    const [oldest] = entries.keys()
    if (entries.size > kept && oldest !== undefined) entries.delete(oldest)
    const forget = (): void => void (entries.get(id) === entry && entries.delete(id))
    // A meeting that does not exist is not remembered: anybody may ask for any id.
    entry.floor.then(floor => floor === null && forget(), forget)
    return entry.floor
  }

  function hear(event: BusEvent): void {
    if (event.type === 'accessChanged') return entries.clear()
    if (event.type === 'floorChanged') return void entries.delete(event.meetingId)
    if (event.type !== 'changed') return
    switch (event.topic) {
      case 'meeting':
        return void entries.delete(event.id)
      // A vote of a meeting is announced as the meeting too.
      case 'motion':
      case 'ballot':
      case 'minutes':
      case 'actionItem':
      case 'record':
        return
      default:
        // Names, seats, chairs, titles of texts: seldom, and any meeting may show them.
        return entries.clear()
    }
  }

  const unsubscribe = deps.bus.subscribe(hear)
  return {
    read,
    async mayFollow(actor, id) {
      const known = await read(id)
      return known !== null && mayReadMeeting(actor, known.placed)
    },
    close: unsubscribe,
  }
}

/** The floor as JSON, as it is at this moment. */
export function writeFloor({ written }: Pick<KnownFloor, 'written'>, serverNow: Instant): string {
  return `{"serverNow":${serverNow},${written.slice(1)}`
}
