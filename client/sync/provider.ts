/**
 * One live text on this page: y-websocket's provider, watched, so that the page can say what is saved.
 *
 * What is typed while apart stays in the document in memory and goes out on return, by the provider's own handshake.
 */
import { messageAck } from '#shared/wire'
import * as decoding from 'lib0/decoding'
import { createSignal, type Accessor } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { backoffMs } from './backoff.ts'
import { makeCountingSocket } from './counting-socket.ts'
import { initialSync, losesWords, nextSync, statusOf, type SyncEvent, type SyncStatus } from './status.ts'
import type { Surroundings } from './surroundings.ts'

export interface DocumentConnection {
  readonly doc: Y.Doc
  /** Who is here. The server names everybody; set the `cursor` field, and `user.color` if need be. */
  readonly awareness: Awareness
  /** What may be said about the words on the screen. */
  readonly status: Accessor<SyncStatus>
  /** Lets go. Words not yet stored still go out first, as long as the page stays. */
  destroy(): void
}

export interface DocumentOptions {
  /** The person does not write this text: nothing of it leaves this page. */
  readonly readOnly?: boolean
}

/** The provider's own events are of the doc and the socket; this one lifetime joins them. */
export class OpenDocument {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness
  readonly status: Accessor<SyncStatus>
  readonly readOnly: boolean
  readonly #provider: WebsocketProvider
  readonly #page: EventTarget
  readonly #setStatus: (status: SyncStatus) => void
  #state
  #attempts = 0
  #onSettled: (() => void) | null = null

  constructor(documentId: string, readOnly: boolean, { origin, socket, page }: Surroundings) {
    this.readOnly = readOnly
    this.#state = initialSync(readOnly)
    const [status, setStatus] = createSignal(statusOf(this.#state), { equals: sameStatus })
    this.status = status
    this.#setStatus = setStatus
    this.#page = page
    const provider = new WebsocketProvider(`${origin}/sync`, documentId, this.doc, {
      connect: false,
      params: { ack: '1' },
      // Between tabs text would be seen before it is stored.
      disableBc: true,
      WebSocketPolyfill: makeCountingSocket(socket, {
        mayWrite: !readOnly,
        sent: step => this.#hear({ type: 'sent', step }),
      }),
    })
    this.#provider = provider
    this.awareness = provider.awareness
    this.#listen()
    provider.connect()
  }

  #listen(): void {
    const provider = this.#provider
    provider.messageHandlers[messageAck] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      this.#hear({ type: 'stored', frames: decoding.readVarUint(decoder) })
    }
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#hear({ type: 'opened' })
    })
    provider.on('sync', synced => {
      if (!synced) return
      this.#attempts = 0
      this.#hear({ type: 'received' })
    })
    provider.on('connection-close', event => {
      // Read by the provider when this handler has returned.
      provider.maxBackoffTime = backoffMs(this.#attempts++, Math.random())
      this.#hear({ type: 'closed', code: event?.code ?? null, at: Date.now() })
    })
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.#hear({ type: 'edited' })
    })
    this.#page.addEventListener('online', this.#comeBack)
    this.#page.addEventListener('offline', this.#startAfresh)
    this.#page.addEventListener('beforeunload', this.#warn)
  }

  #hear(event: SyncEvent): void {
    this.#state = nextSync(this.#state, event)
    const status = statusOf(this.#state)
    this.#setStatus(status)
    if (!this.#onSettled || (losesWords(status) && status.kind !== 'refused')) return
    // Not inside the provider's own handler, which goes on with the socket.
    queueMicrotask(this.#onSettled)
    this.#onSettled = null
  }

  readonly #comeBack = (): void => {
    const { kind } = this.#state.socket
    if (kind === 'lost') this.#provider.connect()
  }

  // A socket without a network looks open for a long while: a new one tells at once.
  readonly #startAfresh = (): void => {
    if (this.#state.socket.kind !== 'open') return
    this.#provider.disconnect()
    this.#provider.connect()
  }

  readonly #warn = (event: Event): void => {
    if (losesWords(statusOf(this.#state))) event.preventDefault()
  }

  /** Somebody looks at the text (again), or nobody does any more. */
  attend(present: boolean): void {
    if (!present) this.awareness.setLocalState(null)
    else if (this.awareness.getLocalState() === null) this.awareness.setLocalState({})
  }

  /** Calls back once nothing would be lost, or nothing more can be done; `null` calls that off. */
  whenSettled(then: (() => void) | null): void {
    this.#onSettled = then
    const status = statusOf(this.#state)
    if (!then || (losesWords(status) && status.kind !== 'refused')) return
    this.#onSettled = null
    then()
  }

  close(): void {
    this.#page.removeEventListener('online', this.#comeBack)
    this.#page.removeEventListener('offline', this.#startAfresh)
    this.#page.removeEventListener('beforeunload', this.#warn)
    this.#provider.destroy()
    this.doc.destroy()
  }
}

function sameStatus(a: SyncStatus, b: SyncStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
