export interface Surroundings {
  /** Such as `wss://plan.example.org`. */
  readonly origin: string
  readonly socket: typeof WebSocket
  /** Where `online`, `offline` and `beforeunload` are heard. */
  readonly page: EventTarget
}

/** This browser tab and the server it came from. */
export function thisPage(): Surroundings {
  return { origin: location.origin.replace(/^http/, 'ws'), socket: WebSocket, page: window }
}
