import { makeIndexedWordStore } from './indexed-word-store.ts'
import type { WordStore } from './word-store.ts'

export interface Surroundings {
  /** Such as `wss://plan.example.org`. */
  readonly origin: string
  readonly socket: typeof WebSocket
  /** Where `online`, `offline` and `beforeunload` are heard. */
  readonly page: EventTarget
  /** Where words are kept until they are stored. */
  readonly words: WordStore
}

const words = makeIndexedWordStore(() => globalThis.indexedDB)

/** This browser tab and the server it came from. */
export function thisPage(): Surroundings {
  return { origin: location.origin.replace(/^http/, 'ws'), socket: WebSocket, page: window, words }
}
