/**
 * `/live`: tells open pages that something they may be showing has changed. A hint carries no content; the page fetches
 * again with its own rights.
 */
import { closeCodes, type LiveMessage } from '#shared/wire'
import type { WebSocket } from 'ws'
import type { BusEvent } from '../bus.ts'
import { goingAway } from './connection.ts'
import type { SyncAccess, SyncIdentity } from './access.ts'
import type { SyncLimits } from './limits.ts'

interface Page {
  readonly socket: WebSocket
  readonly identity: SyncIdentity
  readonly cookie: string | undefined
  heardFrom: boolean
}

export interface Live {
  open(socket: WebSocket, identity: SyncIdentity, cookie: string | undefined, left: () => void): void
  hear(event: BusEvent): void
  /** A ping to each, an end to those that did not answer the last one. */
  beat(): void
  /** Closes the pages whose session no longer holds. */
  review(): Promise<void>
  close(): void
}

export function createLive(access: SyncAccess, limits: SyncLimits): Live {
  const pages = new Set<Page>()

  function tell(message: LiveMessage): void {
    const text = JSON.stringify(message)
    for (const { socket } of pages) {
      if (socket.bufferedAmount > limits.outgoingBytes) socket.close(closeCodes.tryAgainLater)
      else socket.send(text)
    }
  }

  async function reviewPage(page: Page): Promise<void> {
    try {
      const identity = await access.authenticate(page.cookie)
      if (identity?.sessionHash !== page.identity.sessionHash) page.socket.close(closeCodes.signInAgain)
    } catch {
      page.socket.close(closeCodes.tryAgainLater)
    }
  }

  return {
    open(socket, identity, cookie, left) {
      const page: Page = { socket, identity, cookie, heardFrom: true }
      pages.add(page)
      socket.on('ping', bytes => {
        page.heardFrom = true
        if (socket.bufferedAmount === 0) socket.pong(bytes)
      })
      socket.on('pong', () => (page.heardFrom = true))
      socket.on('error', () => undefined)
      socket.on('close', () => {
        pages.delete(page)
        left()
      })
    },
    hear(event) {
      if (event.type === 'changed') tell({ topic: event.topic, id: event.id })
      if (event.type !== 'sessionsEnded') return
      for (const { socket, identity } of pages) {
        if (event.sessionHashes.includes(identity.sessionHash)) socket.close(closeCodes.signInAgain)
      }
    },
    beat() {
      for (const page of pages) {
        if (!page.heardFrom) page.socket.terminate()
        page.heardFrom = false
        page.socket.ping()
      }
    },
    async review() {
      await Promise.all([...pages].map(reviewPage))
    },
    close() {
      for (const { socket } of pages) socket.close(goingAway)
    },
  }
}
