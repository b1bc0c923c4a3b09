/**
 * Hints that something shown on this page has changed, and the meetings it follows: one socket for the whole page, opened
 * with the first subscription.
 *
 * A hint that was sent while the socket was away is never seen, so after each return every subscriber is told to fetch
 * again; meetings are followed again, and the server sends each whole.
 */
import type { FloorAnswer } from '#shared/meeting/schema'
import { closeCodes, isFinalClose, type FollowMessage, type LiveTopic } from '#shared/wire'
import { backoffMs } from './backoff.ts'
import { makeFollowed, type FloorHandler } from './followed.ts'
import { parseLive } from './live-message.ts'
import { thisPage, type Surroundings } from './surroundings.ts'

/** @param id what changed; null after an absence, when anything may have */
export type LiveHandler = (id: string | null) => void

export interface Live {
  /**
   * @param id the one thing to hear of, or null for every one of its topic
   * @returns a function that ends the subscription
   */
  readonly onLive: (topic: LiveTopic, id: string | null, handler: LiveHandler) => () => void
  /**
   * What everybody sees of a meeting, now and after each change; null while this person may not follow it. After an
   * absence it comes again by itself.
   *
   * @returns a function that ends it
   */
  readonly followMeeting: (id: string, handler: FloorHandler<FloorAnswer>) => () => void
  /** The session has ended, here or elsewhere. */
  readonly onSessionEnd: (handler: () => void) => () => void
  /** Somebody has signed in again, on this page. */
  readonly onSessionResume: (handler: () => void) => () => void
  /** A request was told so before the socket was: nothing is heard any more until somebody signs in. */
  readonly endSession: () => void
  readonly resumeSession: () => void
  /** Told now, and whenever it changes: whether anything arrives at all. */
  readonly onLink: (handler: (isOpen: boolean) => void) => () => void
}

interface Subscription {
  readonly topic: LiveTopic
  readonly id: string | null
  readonly handler: LiveHandler
}

export function makeLive(surroundings: () => Omit<Surroundings, 'words'>): Live {
  const subscriptions = new Set<Subscription>()
  const followed = makeFollowed<FloorAnswer>(say)
  const sessionEnd = new Set<() => void>()
  const sessionResume = new Set<() => void>()
  const links = new Set<(isOpen: boolean) => void>()
  let socket: WebSocket | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let attempts = 0
  let wasOpen = false
  let listening = false
  let isOver = false

  function open(): void {
    if (retry !== null) clearTimeout(retry)
    retry = null
    if (isOver || socket || (subscriptions.size === 0 && followed.isEmpty())) return
    const { origin, socket: Socket, page } = surroundings()
    const opening = new Socket(`${origin}/live`)
    socket = opening
    opening.addEventListener('open', () => {
      attempts = 0
      if (wasOpen) for (const { handler } of subscriptions) handler(null)
      wasOpen = true
      followed.followAll()
      for (const handler of links) handler(true)
    })
    opening.addEventListener('message', event => hear(event.data))
    opening.addEventListener('close', event => closed(event.code))
    if (listening) return
    listening = true
    page.addEventListener('online', open)
  }

  /** What is not said for want of a socket is said when it opens. */
  function say(message: FollowMessage): void {
    if (socket?.readyState === socketOpen) socket.send(JSON.stringify(message))
  }

  function hear(text: unknown): void {
    const message = parseLive(text)
    if (!message) return
    if (message.topic === 'floor') return followed.hear(message.id, message.floor)
    for (const { topic, id, handler } of subscriptions) {
      if (topic === message.topic && (id === null || id === message.id)) handler(message.id)
    }
  }

  function closed(code: number): void {
    socket = null
    for (const handler of links) handler(false)
    if (code === closeCodes.signInAgain) endSession()
    if (isOver || isFinalClose(code)) return
    retry = setTimeout(open, backoffMs(attempts++, Math.random(), code))
  }

  function endSession(): void {
    if (isOver) return
    isOver = true
    if (retry !== null) clearTimeout(retry)
    socket?.close()
    for (const handler of sessionEnd) handler()
  }

  function resumeSession(): void {
    if (!isOver) return
    isOver = false
    // Whatever changed meanwhile was not heard of.
    wasOpen = true
    open()
    for (const handler of sessionResume) handler()
  }

  return {
    endSession,
    resumeSession,
    onSessionResume(handler) {
      sessionResume.add(handler)
      return () => sessionResume.delete(handler)
    },
    onLive(topic, id, handler) {
      const subscription = { topic, id, handler }
      subscriptions.add(subscription)
      open()
      return () => subscriptions.delete(subscription)
    },
    followMeeting(id, handler) {
      const end = followed.add(id, handler)
      open()
      return end
    },
    onSessionEnd(handler) {
      sessionEnd.add(handler)
      return () => sessionEnd.delete(handler)
    },
    onLink(handler) {
      links.add(handler)
      handler(socket?.readyState === socketOpen)
      return () => links.delete(handler)
    },
  }
}

/** `WebSocket.OPEN`, which a replaced socket may lack. */
const socketOpen = 1

export const { onLive, onLink, followMeeting, onSessionEnd, onSessionResume, endSession, resumeSession } =
  makeLive(thisPage)
