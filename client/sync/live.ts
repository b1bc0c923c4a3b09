/**
 * Hints that something shown on this page has changed: one socket for the whole page, opened with the first subscription.
 *
 * A hint that was sent while the socket was away is never seen, so after each return every subscriber is told to fetch
 * again.
 */
import { closeCodes, isFinalClose, liveTopics, type LiveMessage, type LiveTopic } from '#shared/wire'
import { backoffMs } from './backoff.ts'
import { thisPage, type Surroundings } from './surroundings.ts'

/** @param id what changed; null after an absence, when anything may have */
export type LiveHandler = (id: string | null) => void

export interface Live {
  /**
   * @param id the one thing to hear of, or null for every one of its topic
   * @returns a function that ends the subscription
   */
  readonly onLive: (topic: LiveTopic, id: string | null, handler: LiveHandler) => () => void
  /** The session has ended, here or elsewhere. */
  readonly onSessionEnd: (handler: () => void) => () => void
  /** Told now, and whenever it changes: whether hints arrive at all. */
  readonly onLink: (handler: (isOpen: boolean) => void) => () => void
}

interface Subscription {
  readonly topic: LiveTopic
  readonly id: string | null
  readonly handler: LiveHandler
}

export function makeLive(surroundings: () => Omit<Surroundings, 'words'>): Live {
  const subscriptions = new Set<Subscription>()
  const sessionEnd = new Set<() => void>()
  const links = new Set<(isOpen: boolean) => void>()
  let socket: WebSocket | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let attempts = 0
  let wasOpen = false
  let listening = false

  function open(): void {
    if (retry !== null) clearTimeout(retry)
    retry = null
    if (socket || subscriptions.size === 0) return
    const { origin, socket: Socket, page } = surroundings()
    const opening = new Socket(`${origin}/live`)
    socket = opening
    opening.addEventListener('open', () => {
      attempts = 0
      if (wasOpen) for (const { handler } of subscriptions) handler(null)
      wasOpen = true
      for (const handler of links) handler(true)
    })
    opening.addEventListener('message', event => hear(event.data))
    opening.addEventListener('close', event => closed(event.code))
    if (listening) return
    listening = true
    page.addEventListener('online', open)
  }

  function hear(text: unknown): void {
    const message = parseMessage(text)
    if (!message) return
    for (const { topic, id, handler } of subscriptions) {
      if (topic === message.topic && (id === null || id === message.id)) handler(message.id)
    }
  }

  function closed(code: number): void {
    socket = null
    for (const handler of links) handler(false)
    if (code === closeCodes.signInAgain) for (const handler of sessionEnd) handler()
    // The next subscription tries again: by then somebody may have signed in.
    if (isFinalClose(code)) return
    retry = setTimeout(open, backoffMs(attempts++, Math.random(), code))
  }

  return {
    onLive(topic, id, handler) {
      const subscription = { topic, id, handler }
      subscriptions.add(subscription)
      open()
      return () => subscriptions.delete(subscription)
    },
    onSessionEnd(handler) {
      sessionEnd.add(handler)
      return () => sessionEnd.delete(handler)
    },
    onLink(handler) {
      links.add(handler)
      // 1 is OPEN by the standard.
      handler(socket?.readyState === 1)
      return () => links.delete(handler)
    },
  }
}

function parseMessage(text: unknown): LiveMessage | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('topic' in value) || !('id' in value)) return null
    const topic = liveTopics.find(known => known === value.topic)
    return topic && typeof value.id === 'string' ? { topic, id: value.id } : null
  } catch {
    return null
  }
}

export const { onLink, onLive, onSessionEnd } = makeLive(thisPage)
