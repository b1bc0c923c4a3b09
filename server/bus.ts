/**
 * Announcements between parts of the server, made after a commit, never before.
 * In-process today; the interface is small so that another process can stand behind it.
 */
import type { PersonId } from '#shared/core'
import type { LiveTopic } from '#shared/wire'

export type BusEvent =
  /** Something was committed, whatever it is: who works on what is stored looks again. */
  | { readonly type: 'committed' }
  /** Something a page may be showing has changed: it fetches again. */
  | { readonly type: 'changed'; readonly topic: LiveTopic; readonly id: string }
  /** What everybody sees of a meeting has changed, and nothing that other pages show of it. */
  | { readonly type: 'floorChanged'; readonly meetingId: string }
  /** What these persons may do has changed: their sockets are asked again. */
  | { readonly type: 'accessChanged'; readonly persons: readonly PersonId[] | 'everyone' }
  /** This text goes on in a new epoch: who has it open starts afresh. */
  | { readonly type: 'textResumed'; readonly documentId: string }
  /** These sessions are over: their sockets close. */
  | { readonly type: 'sessionsEnded'; readonly sessionHashes: readonly string[] }

export interface Bus {
  publish(event: BusEvent): void
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: BusEvent) => void): () => void
}

/** @param onError told of a listener that threw; the other listeners still hear the event */
export function createBus(onError: (error: unknown) => void): Bus {
  const listeners = new Set<(event: BusEvent) => void>()
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onError(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
