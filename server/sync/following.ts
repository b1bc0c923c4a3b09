/**
 * Who follows which meeting over `/live`, and what they are sent. [M2, M8]
 *
 * A floor is sent whole: at once to whoever begins to follow, then to all after each change. It is worked out once and
 * made one frame for everybody. The first change is told at once; what follows within `floorMs`, or within a rest as long
 * as the telling took eight times over (but no longer than `floorMostMs`), is told together.
 *
 *     follow ─→ asking ─→ following ─→ floors
 *                 │  ↑        │
 *                 ↓  └────────┴── access changed, or other people may read the meeting now
 *               hidden ─→ null, once
 *
 * While somebody is asked about, nothing is sent to them. Hidden is no end: a draft that is convened is shown to whoever
 * followed it in vain.
 */
import { closeCodes, floorTopic } from '#shared/wire'
import type { BusEvent } from '../bus.ts'
import type { Log } from '../log.ts'
import type { Floor, SyncAccess } from './access.ts'
import { writeText, type WireFrame } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import { sendTo, type Page } from './page.ts'

/**
 * A large floor told to many takes the server's time: for so many times as long it then does other work, so that the
 * ballots that change the floor are not kept waiting by it.
 */
const restShare = 8

export interface Following {
  /** @returns false, with nothing done, for more meetings than one page may follow */
  follow(page: Page, meetingId: string): boolean
  unfollow(page: Page, meetingId: string): void
  /** The page has gone. */
  leave(page: Page): void
  hear(event: BusEvent): void
  /** Asks again what the page may follow. */
  review(page: Page): void
  close(): void
}

interface Follow {
  readonly page: Page
  state: 'asking' | 'following' | 'hidden'
  /** Number of the latest question whether the person may: only its answer counts. */
  asked: number
  /** What was shown last, by its `same`; null when it was hidden, undefined before the first answer. */
  shown: string | null | undefined
  /** Waits until the page has taken in what it was sent before. */
  behind: boolean
}

interface Meeting {
  readonly id: string
  readonly follows: Map<Page, Follow>
  /** Who may read it, as of the last floor. */
  readers: string | null
  /** A floor is being told, or was within `floorMs`. */
  telling: boolean
  /** Something has changed since. */
  changed: boolean
}

export function createFollowing(access: SyncAccess, limits: SyncLimits, log: Pick<Log, 'error'>): Following {
  const meetings = new Map<string, Meeting>()
  const followed = new Map<Page, Set<Meeting>>()
  const timers = new Set<NodeJS.Timeout>()

  async function ask(meeting: Meeting, follow: Follow): Promise<void> {
    const question = ++follow.asked
    follow.state = 'asking'
    try {
      const before = await access.readFloor(meeting.id)
      const may = before !== null && (await access.mayFollow(follow.page.identity, meeting.id))
      // As it is now: what was told while this person was being asked about has passed them by.
      const floor = may ? await access.readFloor(meeting.id) : null
      if (question !== follow.asked) return
      if (floor && floor.readers !== before?.readers) return await ask(meeting, follow)
      meeting.readers ??= floor?.readers ?? null
      follow.state = floor ? 'following' : 'hidden'
      if (follow.shown !== (floor?.same ?? null)) show(meeting, follow, floor, frameOf(meeting, floor))
    } catch (error) {
      fail(meeting, [follow], error)
    }
  }

  async function tell(meeting: Meeting): Promise<void> {
    const floor = await access.readFloor(meeting.id)
    const readers = floor?.readers ?? null
    if (readers !== meeting.readers) {
      meeting.readers = readers
      await Promise.all([...meeting.follows.values()].map(follow => ask(meeting, follow)))
      return
    }
    let frame: WireFrame | null = null
    for (const follow of meeting.follows.values()) {
      if (!floor || follow.state !== 'following' || follow.shown === floor.same) continue
      frame ??= frameOf(meeting, floor)
      show(meeting, follow, floor, frame)
    }
  }

  function show(meeting: Meeting, follow: Follow, floor: Floor | null, frame: WireFrame): void {
    const { page } = follow
    // That there is nothing more to see is said at once.
    if (floor && follow.behind) return
    if (floor && page.wire.writableLength > limits.floorWaitingBytes) {
      follow.behind = true
      page.wire.once('drain', () => {
        follow.behind = false
        if (follow.state === 'following') change(meeting)
      })
      return
    }
    follow.shown = floor?.same ?? null
    sendTo(page, frame, limits)
  }

  function change(meeting: Meeting): void {
    meeting.changed = true
    if (!meeting.telling) void tellPaced(meeting)
  }

  async function tellPaced(meeting: Meeting): Promise<void> {
    meeting.telling = true
    meeting.changed = false
    const began = performance.now()
    try {
      await tell(meeting)
    } catch (error) {
      fail(meeting, [...meeting.follows.values()], error)
    }
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        meeting.telling = false
        if (meeting.changed) void tellPaced(meeting)
      },
      Math.min(limits.floorMostMs, Math.max(limits.floorMs, (performance.now() - began) * restShare)),
    )
    timers.add(timer.unref())
  }

  /** They come back and follow again. */
  function fail(meeting: Meeting, follows: readonly Follow[], error: unknown): void {
    log.error('live.floor.failed', error, { meeting: meeting.id })
    for (const { page } of follows) page.socket.close(closeCodes.tryAgainLater, 'cannot be read now')
  }

  function drop(page: Page, meeting: Meeting): void {
    const follow = meeting.follows.get(page)
    // An answer that is still to come counts no more.
    if (follow) follow.asked++
    meeting.follows.delete(page)
    if (meeting.follows.size === 0) meetings.delete(meeting.id)
  }

  return {
    follow(page, meetingId) {
      const own = followed.get(page) ?? new Set()
      const meeting = meetings.get(meetingId) ?? begin(meetingId)
      if (!own.has(meeting) && own.size >= limits.liveFollows) return false
      followed.set(page, own.add(meeting))
      meetings.set(meetingId, meeting)
      // Who asks again has forgotten what was shown.
      const asked = (meeting.follows.get(page)?.asked ?? 0) + 1
      const follow: Follow = { page, state: 'asking', asked, shown: undefined, behind: false }
      drop(page, meeting)
      meetings.set(meetingId, meeting)
      meeting.follows.set(page, follow)
      void ask(meeting, follow)
      return true
    },
    unfollow(page, meetingId) {
      const meeting = meetings.get(meetingId)
      if (!meeting) return
      followed.get(page)?.delete(meeting)
      drop(page, meeting)
    },
    leave(page) {
      for (const meeting of followed.get(page) ?? []) drop(page, meeting)
      followed.delete(page)
    },
    hear(event) {
      if (event.type === 'floorChanged' || (event.type === 'changed' && event.topic === 'meeting')) {
        const meeting = meetings.get(event.type === 'changed' ? event.id : event.meetingId)
        if (meeting) change(meeting)
      } else if (event.type === 'accessChanged') {
        for (const meeting of meetings.values()) {
          for (const follow of meeting.follows.values()) {
            if (event.persons === 'everyone' || event.persons.includes(follow.page.identity.personId))
              void ask(meeting, follow)
          }
          change(meeting)
        }
      } else if (event.type === 'changed' && (event.topic === 'group' || event.topic === 'person')) {
        meetings.forEach(change)
      }
    },
    review(page) {
      for (const meeting of followed.get(page) ?? []) {
        const follow = meeting.follows.get(page)
        if (follow) void ask(meeting, follow)
      }
    },
    close() {
      timers.forEach(clearTimeout)
      meetings.clear()
      followed.clear()
    },
  }
}

function begin(id: string): Meeting {
  return { id, follows: new Map(), readers: null, telling: false, changed: false }
}

function frameOf({ id }: Meeting, floor: Floor | null): WireFrame {
  return writeText(`{"topic":"${floorTopic}","id":${JSON.stringify(id)},"floor":${floor?.write() ?? 'null'}}`)
}
