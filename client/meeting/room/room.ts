/**
 * A meeting as one page follows it: the floor that everybody sees, what is this person's own, and which item they look
 * at. The floor is kept in a store and changed in place, so that a list keeps its rows, and a row its focus, when
 * something elsewhere in it changes.
 */
import { createContext, createMemo, createSignal, onCleanup, onMount, useContext, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { useFormat, useT, type Format } from '#client/i18n'
import { createServerClock } from '#client/motion'
import { followMeeting } from '#client/sync'
import { showToast } from '#client/ui'
import type { Result } from '#shared/core'
import { checkInFrom } from '#shared/meeting'
import type { ApiProblem } from '../../api/call.ts'
import { fetchMeeting } from '../../api/meeting.ts'
import type { FloorAnswer, FloorItem, MeetingAnswer } from '../../api/room.ts'
import { chosenAfter, viewOf, type View } from './following.ts'
import { createLink, type Link } from './link.ts'
import { gistOf, newsBetween, type Gist, type News } from './news.ts'
import { roomSentence } from './words.ts'

export type Mine = MeetingAnswer['mine']

export interface Room {
  readonly id: string
  readonly floor: Accessor<FloorAnswer | undefined>
  readonly mine: Accessor<Mine | undefined>
  /** Why nothing can be shown; null once something is. */
  readonly problem: Accessor<ApiProblem | null>
  /** The server's time, to the second. */
  readonly now: Accessor<number>
  readonly link: Accessor<Link>
  readonly view: Accessor<View<FloorItem>>
  /** Looks at another item than the current one; null rejoins the meeting. */
  readonly look: (itemId: string | null) => void
  readonly refetch: () => Promise<void>
  /**
   * Carries out an act and tells of a refusal.
   *
   * @param name what is shown as busy meanwhile; a second press of anything waits for the first
   * @returns whether the server did it
   */
  readonly act: (name: string, ask: () => Promise<Result<unknown, ApiProblem>>) => Promise<boolean>
  readonly busy: Accessor<string | null>
  readonly onNews: (hear: (news: readonly News[]) => void) => void
}

/** While the live connection is away, what is shown is asked for this often. */
const askAgainMs = 10_000

export interface RoomOptions {
  /** Whether the reader is in the middle of something on the item that they see. */
  readonly isWriting?: () => boolean
  /** Asks even while the live connection seems to stand, for a page that nobody watches for hours. */
  readonly checkEveryMs?: number
}

export function createRoom(id: string, options: RoomOptions = {}): Room {
  const t = useT()
  const format = useFormat()
  const [state, setState] = createStore<{ floor?: FloorAnswer; mine?: Mine }>({})
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal<string | null>(null)
  const hearers = new Set<(news: readonly News[]) => void>()
  const now = createServerClock(() => state.floor?.serverNow)
  const link = createLink(
    now,
    () => state.floor?.serverNow ?? null,
    () => problem() === null,
  )
  // It stands above what shows the meeting, and so above the meeting's zone.
  const meetingFormat = (): Format => (state.floor ? format().inZone(state.floor.timeZone) : format())
  let gist: Gist | null = null

  function take(floor: FloorAnswer): void {
    // An answer that was asked for before a newer floor was pushed.
    if (state.floor && floor.serverNow < state.floor.serverNow) return
    const next = gistOf(floor)
    const before = gist
    gist = next
    if (before) {
      const isWriting = options.isWriting?.() ?? false
      setChosen(last => chosenAfter(last, before.item?.id ?? null, next.item?.id ?? null, isWriting))
    }
    setState('floor', reconcile(floor, { key: 'id' }))
    setProblem(null)
    const news = before ? newsBetween(before, next) : []
    if (news.length > 0) for (const hear of hearers) hear(news)
  }

  async function refetch(): Promise<void> {
    const answer = await fetchMeeting(id)
    if (!answer.ok) return void setProblem(answer.problem)
    setState('mine', reconcile(answer.value.mine))
    take(answer.value.floor)
  }

  onMount(() => {
    void refetch()
    const stop = followMeeting(id, floor => {
      if (floor) take(floor)
      else void refetch()
    })
    const again = setInterval(() => {
      if (!link().isLive) void refetch()
    }, askAgainMs)
    const check =
      options.checkEveryMs === undefined ? undefined : setInterval(() => void refetch(), options.checkEveryMs)
    onCleanup(() => {
      stop()
      clearInterval(again)
      clearInterval(check)
    })
  })

  async function act(name: string, ask: () => Promise<Result<unknown, ApiProblem>>): Promise<boolean> {
    if (busy() !== null) return false
    setBusy(name)
    const done = await ask()
    setBusy(null)
    if (!done.ok) showToast(roomSentence(done.problem, t, meetingFormat()), 'alarm')
    // The floor comes by itself; when it cannot, or what was seen was old, it is asked for.
    if (!done.ok || !link().isLive) await refetch()
    return done.ok
  }

  return {
    id,
    floor: () => state.floor,
    mine: () => state.mine,
    problem,
    now,
    link,
    view: createMemo(() => viewOf(state.floor?.items ?? [], state.floor?.currentItemId ?? null, chosen())),
    look: itemId => setChosen(itemId),
    refetch,
    act,
    busy,
    onNews: hear => {
      hearers.add(hear)
      onCleanup(() => hearers.delete(hear))
    },
  }
}

/** A room whose floor has come: what its parts are given. */
export interface OpenRoom extends Omit<Room, 'floor' | 'mine'> {
  readonly floor: Accessor<FloorAnswer>
  readonly mine: Accessor<Mine>
}

/** Whether one can arrive now: from an hour before the beginning until adjournment. [M3] */
export function isCheckInOpen(room: Pick<OpenRoom, 'floor' | 'now'>): boolean {
  const from = checkInFrom(room.floor())
  return from !== null && room.now() >= from
}

export const RoomContext = createContext<OpenRoom>()

export function useRoom(): OpenRoom {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom() stands outside a room')
  return room
}
