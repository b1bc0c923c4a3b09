/** A client that keeps no text: it shakes hands, sends frames made beforehand and hands on the updates it gets. */
import { messageAck, messageAwareness, messageSync } from '#shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import type { Dialect } from './dialects.ts'
import { framed, LightSocket } from './light-socket.ts'
import { messageAuth, messageBatch, messageSyncReply, messageSyncStatus } from './messages.ts'
import type { RunningServer } from './server-process.ts'

export interface ClientFacts {
  readonly server: Pick<RunningServer, 'port' | 'kind'>
  readonly documentId: string
  /** Which of the made-up accounts. */
  readonly person: number
  /** Whether `answer` is kept, a copy for each client. Where hundreds get a long text, collecting it is what is measured. */
  readonly keepsAnswer?: boolean
  /** Gets each update that comes after the first answer; valid only until it returns. */
  readonly onUpdate?: (update: Uint8Array, at: number) => void
  /** Gets what the durable floor relays together, as `readBatch` reads it. */
  readonly onBatch?: (batch: Uint8Array, at: number) => void
}

/** Of a text nobody has written: what a client without text has, and what the server lacks of it. */
const emptyStateVector = Uint8Array.of(0)
const emptyUpdate = Uint8Array.of(0, 0)

export class LightClient {
  /** Resolves with the time of the server's first answer, by `performance.now()`. */
  readonly synced: Promise<number>
  /** All the server had when it answered last, where it is kept. */
  answer: Uint8Array = emptyUpdate
  answerLength = 0
  /** Resolves with the server's close code, if it had one, when the connection has ended. */
  readonly ended: Promise<number | null>
  /** Updates of this client that the server has not confirmed, in the way its dialect confirms. */
  unconfirmed = 0
  /** Told whenever that changes. */
  onConfirmed: (() => void) | null = null
  readonly #facts: ClientFacts
  readonly #dialect: Dialect
  readonly #prefix: Uint8Array
  readonly #socket: LightSocket
  #answered: (at: number) => void = () => undefined
  #leaving = false
  /** The empty answer to the server's question is counted too. */
  #textFrames = 0
  /** Called at the next answer to a question. */
  #asking: (() => void) | null = null

  constructor(facts: ClientFacts) {
    this.#facts = facts
    this.#dialect = facts.server.kind.dialect
    this.#prefix = this.#dialect.prefix(facts.documentId)
    let failed: (error: Error) => void = () => undefined
    this.synced = new Promise((resolve, reject) => {
      this.#answered = resolve
      failed = reject
    })
    let ended: (code: number | null) => void = () => undefined
    this.ended = new Promise(resolve => (ended = resolve))
    const headers = { cookie: `session=p${facts.person}` }
    this.#socket = new LightSocket(facts.server.port, this.#dialect.path(facts.documentId), headers, {
      open: () => this.#open(),
      frame: payload => this.#read(payload),
      closed: code => {
        ended(code)
        // Who comes late or leaves early waits for nothing; an unexpected end is an error for whoever waits.
        if (!this.#leaving) failed(new Error(`${facts.server.kind.name} ended a connection with ${code}`))
      },
    })
    // Who does not wait for the answer need not hear that it will not come.
    this.synced.catch(() => undefined)
  }

  /** A message as a frame of this client, ready to be sent any number of times. */
  frame(...body: readonly Uint8Array[]): Buffer {
    return framed([this.#prefix, ...body])
  }

  updateFrame(update: Uint8Array): Buffer {
    return this.frame(syncHead(messageYjsUpdate, update), update)
  }

  presenceFrame(update: Uint8Array): Buffer {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, update)
    return this.frame(encoding.toUint8Array(encoder))
  }

  /** @param updates how many of the frames carry text */
  send(frames: Buffer, updates: number): void {
    this.#textFrames += updates
    this.unconfirmed += updates
    this.#socket.send(frames)
  }

  /** Bytes that the server leaves unread. */
  get waiting(): number {
    return this.#socket.waiting
  }

  /** Resolves when the server has answered, with `answer` holding all it has. */
  ask(): Promise<void> {
    return new Promise(resolve => {
      this.#asking = resolve
      this.#socket.send(this.frame(syncHead(messageYjsSyncStep1, emptyStateVector), emptyStateVector))
    })
  }

  leave(): Promise<number | null> {
    this.#leaving = true
    this.#socket.close()
    return this.ended
  }

  terminate(): Promise<number | null> {
    this.#leaving = true
    this.#socket.terminate()
    return this.ended
  }

  #open(): void {
    switch (this.#dialect.opening) {
      case 'ask':
        return void this.ask()
      case 'name':
        return this.#socket.send(this.frame(nameMessage()))
      case 'none':
        return this.#answered(performance.now())
    }
  }

  #read(payload: Buffer): void {
    const at = performance.now()
    const decoder = decoding.createDecoder(payload)
    decoder.pos = this.#prefix.length
    this.#take(decoder, at)
  }

  #take(decoder: decoding.Decoder, at: number): void {
    switch (decoding.readVarUint(decoder)) {
      case messageSync:
      case messageSyncReply:
        return this.#takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder), at)
      case messageAck: {
        decoding.readVarUint(decoder)
        return this.#confirm(this.#textFrames - decoding.readVarUint(decoder))
      }
      case messageSyncStatus:
        return this.#dialect.confirms === 'each' ? this.#confirm(this.unconfirmed - 1) : undefined
      case messageAuth:
        return void this.ask()
      case messageBatch:
        return this.#facts.onBatch?.(decoding.readTailAsUint8Array(decoder), at)
    }
  }

  #takeSync(step: number, body: Uint8Array, at: number): void {
    switch (step) {
      case messageYjsSyncStep1:
        this.send(this.frame(syncHead(messageYjsSyncStep2, emptyUpdate), emptyUpdate), 1)
        // An empty answer changes nothing that could be heard.
        if (this.#dialect.confirms === 'echo') this.unconfirmed--
        return
      case messageYjsSyncStep2:
        this.answerLength = body.length
        if (this.#facts.keepsAnswer !== false) this.answer = body.slice()
        this.#answered(at)
        this.#asking?.()
        this.#asking = null
        return
      case messageYjsUpdate:
        this.#facts.onUpdate?.(body, at)
        if (this.#dialect.confirms === 'echo') this.#confirm(this.unconfirmed - 1)
    }
  }

  #confirm(unconfirmed: number): void {
    this.unconfirmed = unconfirmed
    this.onConfirmed?.()
  }
}

/** Connects and waits for the text. */
export async function join(facts: ClientFacts): Promise<LightClient> {
  const client = new LightClient(facts)
  await client.synced
  return client
}

/** Connects many, some at a time, as `facts` says of each. */
export async function joinAll(count: number, facts: (index: number) => ClientFacts): Promise<readonly LightClient[]> {
  const atOnce = 25
  const clients: LightClient[] = []
  for (let start = 0; start < count; start += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) => join(facts(start + index)))
    clients.push(...(await Promise.all(group)))
  }
  return clients
}

export async function leaveAll(clients: readonly LightClient[]): Promise<void> {
  await Promise.all(clients.map(client => client.leave()))
}

/** @returns the updates among the frames that came together */
export function readBatch(batch: Uint8Array): readonly Uint8Array[] {
  const decoder = decoding.createDecoder(batch)
  const updates: Uint8Array[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const frame = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    if (decoding.readVarUint(frame) !== messageSync || decoding.readVarUint(frame) !== messageYjsUpdate) continue
    updates.push(decoding.readVarUint8Array(frame))
  }
  return updates
}

/** What stands before the body of a sync message. Made by hand: it is made for each of hundreds of thousands of keys. */
function syncHead(step: number, body: Uint8Array): Uint8Array {
  if (body.length < 0x80) return Uint8Array.of(messageSync, step, body.length)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint(encoder, body.length)
  return encoding.toUint8Array(encoder)
}

/** Hocuspocus lets in whoever says anything when it has not been told to look. */
function nameMessage(): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAuth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'anybody')
  return encoding.toUint8Array(encoder)
}
