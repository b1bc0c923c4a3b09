/**
 * `/live`: tells open pages that something they may be showing has changed. A hint carries no content; the page fetches
 * again with its own rights. What all who follow a meeting see alike is sent whole to those who ask (`following.ts`).
 */
import { closeCodes, type LiveMessage } from '#shared/wire'
import type { RawData, WebSocket } from 'ws'
import type { BusEvent } from '../bus.ts'
import type { Log } from '../log.ts'
import type { SyncAccess } from './access.ts'
import { goingAway } from './connection.ts'
import { parseFollow } from './follow-message.ts'
import { createFollowing } from './following.ts'
import { writeText } from './frames.ts'
import { createHints } from './hints.ts'
import type { SyncLimits } from './limits.ts'
import { sendTo, type Page, type PageFacts } from './page.ts'

export interface Live {
  open(socket: WebSocket, facts: PageFacts, left: () => void): void
  hear(event: BusEvent): void
  /** A ping to each, an end to those that did not answer the last one. */
  beat(): void
  /** Closes the pages whose session no longer holds, and asks again what the others may follow. */
  review(): Promise<void>
  close(): void
}

export function createLive(access: SyncAccess, limits: SyncLimits, log: Pick<Log, 'error'>): Live {
  const pages = new Set<Page>()
  const following = createFollowing(access, limits, log)

  function tell(message: LiveMessage): void {
    const frame = writeText(JSON.stringify(message))
    for (const page of pages) sendTo(page, frame, limits)
  }
  const hints = createHints(tell, limits.hintMs)

  function receive(page: Page, bytes: RawData, isBinary: boolean): void {
    const { socket } = page
    if (socket.readyState !== socket.OPEN) return
    page.heardFrom = true
    if (++page.messages > limits.liveMessagesPerBeat) {
      return socket.close(closeCodes.tryAgainLater, 'too much at once')
    }
    if (isBinary || !(bytes instanceof Uint8Array)) return socket.close(closeCodes.malformed)
    if (bytes.length > limits.liveMessageBytes) return socket.close(closeCodes.tooLarge)
    const message = parseFollow(bytes.toString())
    if (!message) return socket.close(closeCodes.malformed)
    if ('unfollow' in message) return following.unfollow(page, message.unfollow)
    if (!following.follow(page, message.follow)) socket.close(closeCodes.malformed)
  }

  async function reviewPage(page: Page): Promise<void> {
    try {
      const identity = await access.authenticate(page.cookie)
      if (identity?.sessionHash !== page.identity.sessionHash) page.socket.close(closeCodes.signInAgain)
      else following.review(page)
    } catch {
      page.socket.close(closeCodes.tryAgainLater)
    }
  }

  return {
    open(socket, facts, left) {
      const page: Page = { ...facts, socket, heardFrom: true, messages: 0 }
      pages.add(page)
      socket.on('message', (bytes, isBinary) => receive(page, bytes, isBinary))
      socket.on('ping', bytes => {
        page.heardFrom = true
        if (socket.bufferedAmount === 0) socket.pong(bytes)
      })
      socket.on('pong', () => (page.heardFrom = true))
      socket.on('error', () => undefined)
      socket.on('close', () => {
        pages.delete(page)
        following.leave(page)
        left()
      })
    },
    hear(event) {
      following.hear(event)
      if (event.type === 'changed') hints.give({ topic: event.topic, id: event.id })
      if (event.type !== 'sessionsEnded') return
      for (const page of pages) {
        if (!event.sessionHashes.includes(page.identity.sessionHash)) continue
        following.leave(page)
        page.socket.close(closeCodes.signInAgain)
      }
    },
    beat() {
      for (const page of pages) {
        if (!page.heardFrom) page.socket.terminate()
        page.heardFrom = false
        page.messages = 0
        page.socket.ping()
      }
    },
    async review() {
      await Promise.all([...pages].map(reviewPage))
    },
    close() {
      following.close()
      hints.close()
      for (const { socket } of pages) socket.close(goingAway)
    },
  }
}
