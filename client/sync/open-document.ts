/**
 * One live text on this page: y-websocket's provider, watched, so that the page can say what is saved.
 *
 * What is typed while apart stays in the document in memory, and on the device, and goes out on return by the provider's
 * own handshake. The same handshake carries what an earlier page left on the device: Yjs holds it back until the server's
 * text has come, and sends it all the same.
 */
import type { PersonId } from '#shared/core'
import {
  closeCodes,
  messageAck,
  messageAwareness,
  messageRest,
  messageStanding,
  restHash,
  type CloseCode,
} from '#shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { createSignal, type Accessor } from 'solid-js'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { backoffMs } from './backoff.ts'
import { sortFound } from './found-words.ts'
import { Keeper } from './keeper.ts'
import { refusalOf } from './refusal.ts'
import type { ReturnedWords } from './returned-words.ts'
import {
  initialSync,
  isUnderWay,
  losesWords,
  nextSync,
  statusOf,
  type Afresh,
  type SyncEvent,
  type SyncStatus,
} from './status.ts'
import type { Surroundings } from './surroundings.ts'
import { makeWatchedSocket } from './watched-socket.ts'
import { missingWords } from './written-words.ts'

/** How much of what a text may hold is used, in bytes. */
export interface Standing {
  readonly bytes: number
  readonly limit: number
}

/** Why this copy was given up for a fresh one. */
export interface GivenUp {
  readonly because: Afresh
  /** The server's hash that it did not have. */
  readonly hash: string | null
}

export interface OpenFacts {
  readonly documentId: string
  readonly personId: PersonId
  readonly readOnly: boolean
  /** This person's words that do not go into this text by themselves. */
  readonly returned: ReturnedWords
  /** Whether that writer is a text open on this page. */
  readonly isHere: (writer: number) => boolean
  /** Why the copy before this one was given up. */
  readonly before: GivenUp | null
}

/** Codes after which the words that are not stored are given back. After 4401 they wait for their person. */
const returning: readonly number[] = [
  closeCodes.malformed,
  closeCodes.notPermitted,
  closeCodes.noSuchDocument,
  closeCodes.otherEpoch,
  closeCodes.tooLarge,
  closeCodes.frozen,
] satisfies CloseCode[]

const noticeMs = 8_000

/** The provider's own events are of the doc and the socket; this one lifetime joins them. */
export class OpenDocument {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly status: Accessor<SyncStatus>
  readonly ready: Accessor<boolean>
  readonly standing: Accessor<Standing | null>
  /** Set once this copy is given up: connect again. */
  readonly givenUp: Accessor<GivenUp | null>
  readonly facts: OpenFacts
  readonly #provider: WebsocketProvider
  readonly #page: EventTarget
  readonly #keeper: Keeper
  readonly #setStatus: (status: SyncStatus) => void
  readonly #setReady: (ready: boolean) => void
  readonly #setStanding: (standing: Standing) => void
  readonly #setGivenUp: (givenUp: GivenUp) => void
  #state
  #epoch: number | null = null
  /** Something was written, or found, while there was no connection, and is not stored yet. */
  #wroteApart = false
  #attempts = 0
  #closed = false
  #onSettled: (() => void) | null = null

  constructor(facts: OpenFacts, { origin, socket, page, words }: Surroundings) {
    this.facts = facts
    const { documentId, personId, readOnly, before } = facts
    this.#state = initialSync(readOnly, before?.because)
    const [status, setStatus] = createSignal(statusOf(this.#state), { equals: sameStatus })
    const [ready, setReady] = createSignal(false)
    const [standing, setStanding] = createSignal<Standing | null>(null)
    const [givenUp, setGivenUp] = createSignal<GivenUp | null>(null)
    this.status = status
    this.ready = ready
    this.standing = standing
    this.givenUp = givenUp
    this.#setStatus = setStatus
    this.#setReady = setReady
    this.#setStanding = setStanding
    this.#setGivenUp = setGivenUp
    this.#page = page
    this.#keeper = new Keeper({
      store: words,
      personId,
      documentId,
      writer: this.doc.clientID,
      now: Date.now,
      onKept: edits => this.#hear({ type: 'kept', edits }),
    })
    this.#provider = new WebsocketProvider(`${origin}/sync`, documentId, this.doc, {
      connect: false,
      awareness: this.awareness,
      params: this.#params(),
      // Between tabs text would be seen before it is stored.
      disableBc: true,
      WebSocketPolyfill: makeWatchedSocket(socket, {
        mayWrite: !readOnly,
        sent: step => this.#hear({ type: 'sent', step }),
        presence: () => this.#presence(),
      }),
    })
    this.#readMessages()
    this.#listen()
    void this.#open(words.of(personId, documentId))
  }

  /** Words of an earlier page go in before the socket asks for their epoch. */
  async #open(asked: ReturnType<Surroundings['words']['of']>): Promise<void> {
    // Where the device keeps nothing, there is nothing to find.
    const found = await asked.catch(() => [])
    if (this.#closed) return
    const { readOnly, isHere, returned } = this.facts
    const { going, epoch, refused, reason, ...rest } = sortFound(found, readOnly, isHere)
    returned.show(rest.returned)
    returned.take(refused, reason)
    if (going.length > 0) {
      this.#enter(epoch)
      this.#keeper.adopt(going)
      this.#hear({ type: 'found' })
      for (const { update } of going) Y.applyUpdate(this.doc, update, this)
    }
    this.#provider.connect()
  }

  #enter(epoch: number | null): void {
    this.#epoch = epoch
    this.#provider.params = this.#params()
  }

  #params(): Record<string, string> {
    const epoch: Record<string, string> = this.#epoch === null ? {} : { epoch: String(this.#epoch) }
    // Another window may have signed somebody else in, under whose name these words would go.
    return { ack: '1', person: this.facts.personId, ...epoch }
  }

  #readMessages(): void {
    const handlers = this.#provider.messageHandlers
    handlers[messageAck] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      this.#hear({ type: 'stored', frames: decoding.readVarUint(decoder) })
    }
    handlers[messageStanding] = (_encoder, decoder) => {
      this.#enter(decoding.readVarUint(decoder))
      this.#setStanding({ bytes: decoding.readVarUint(decoder), limit: decoding.readVarUint(decoder) })
    }
    handlers[messageRest] = (encoder, decoder) => {
      const sequence = decoding.readVarUint(decoder)
      const hash = decoding.readVarString(decoder)
      const { kind } = this.status()
      if (kind !== 'saved' && kind !== 'readOnly') return
      const own = restHash(this.doc)
      if (own === hash) return
      // Whatever stands in the encoder is sent when this handler has returned.
      encoding.writeVarUint(encoder, messageRest)
      encoding.writeVarUint(encoder, sequence)
      encoding.writeVarString(encoder, own)
      // A fresh copy that differs again would not be mended by another one.
      if (this.facts.before?.hash !== hash) queueMicrotask(() => this.#giveUp({ because: 'differed', hash }))
    }
  }

  #listen(): void {
    const provider = this.#provider
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#hear({ type: 'opened' })
    })
    provider.on('sync', synced => {
      if (!synced) return
      this.#attempts = 0
      this.#hear({ type: 'received' })
      this.#setReady(true)
      this.facts.returned.discardStored(this.doc)
      if (this.facts.before) setTimeout(() => this.#hear({ type: 'noticed' }), noticeMs)
    })
    provider.on('connection-close', event => {
      const code = event?.code ?? null
      // Read by the provider when this handler has returned; its own doubling shall never be the shorter one.
      provider.maxBackoffTime = backoffMs(this.#attempts++, Math.random(), code)
      provider.wsUnsuccessfulReconnects = 31
      this.#hear({ type: 'closed', code, reason: event?.reason ?? '', at: Date.now() })
      this.#afterRefusal()
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider || origin === this) return
      if (!this.facts.readOnly) this.#keeper.keep(update, this.#epoch)
      this.#hear({ type: 'edited' })
      // The editor may still have had a letter on its way.
      this.#afterRefusal()
    })
    this.#page.addEventListener('online', this.#comeBack)
    this.#page.addEventListener('offline', this.#startAfresh)
    this.#page.addEventListener('beforeunload', this.#warn)
  }

  #hear(event: SyncEvent): void {
    const before = this.#state
    this.#state = nextSync(before, event)
    const { unsaved, socket } = this.#state
    if (unsaved && socket.kind !== 'open') this.#wroteApart = true
    if (before.unsaved && !unsaved && event.type !== 'returned') this.#afterStored()
    const status = statusOf(this.#state)
    this.#setStatus(status)
    if (!this.#onSettled || isUnderWay(status)) return
    // Not inside the provider's own handler, which goes on with the socket.
    queueMicrotask(this.#onSettled)
    this.#onSettled = null
  }

  /** All is stored; but what was written apart may have gone into a part that others had removed meanwhile. */
  #afterStored(): void {
    const words = this.#keeper.giveUp()
    const updates = this.#wroteApart ? words.map(({ update }) => update) : []
    this.#wroteApart = false
    if (missingWords(updates, this.doc).length > 0) this.facts.returned.take(words, 'removed')
    else this.#keeper.forget(words)
  }

  /** Gives back what is not stored, and gives up the copy that still has it: what is shown is what the server has. */
  #afterRefusal(): void {
    const { socket, unsaved } = this.#state
    if (socket.kind !== 'refused' || !returning.includes(socket.code)) return
    if (unsaved) {
      this.facts.returned.take(this.#keeper.giveUp(), refusalOf(socket.code))
      this.#hear({ type: 'returned' })
    }
    if (socket.code === closeCodes.otherEpoch) this.#giveUp({ because: 'otherEpoch', hash: null })
    else if (unsaved) this.#giveUp({ because: 'turnedAway', hash: null })
  }

  #giveUp(givenUp: GivenUp): void {
    // Something may have been written since.
    if (this.givenUp() || isUnderWay(statusOf(this.#state))) return
    // Whoever shows this copy turns to the next one first, and never to a lost connection.
    this.#setGivenUp(givenUp)
    if (!this.#closed) this.#provider.disconnect()
  }

  #presence(): { readonly clock: number; readonly frame: Uint8Array<ArrayBuffer> } {
    const { clientID } = this.doc
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [clientID]))
    return { clock: this.awareness.meta.get(clientID)?.clock ?? 0, frame: encoding.toUint8Array(encoder) }
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

  /** Calls back once nothing is under way, or nothing more can be done; `null` calls that off. */
  whenSettled(then: (() => void) | null): void {
    this.#onSettled = then
    if (!then || isUnderWay(statusOf(this.#state))) return
    this.#onSettled = null
    then()
  }

  /** The person is no longer signed in here: nothing goes out under another's name. */
  endSession(): void {
    this.#hear({ type: 'closed', code: closeCodes.signInAgain, at: Date.now() })
    this.#provider.disconnect()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    // What the device does not have stays in this page's memory, for its person.
    if (losesWords(statusOf(this.#state))) this.facts.returned.take(this.#keeper.giveUp(), 'signInAgain')
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
