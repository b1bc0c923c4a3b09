/**
 * One socket in one room: reads frames, decides what this connection may do, hands text on to be stored.
 *
 * Text is never taken in part: a frame is stored whole or the socket is closed with the code that says why, and nobody
 * else notices.
 */
import type { Instant } from '#shared/core'
import { closeCodes, type CloseCode } from '#shared/wire'
import type { RawData, WebSocket } from 'ws'
import type { DocumentRight, SyncIdentity } from './access.ts'
import { readFrame, writeAck, type Frame } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import type { Room } from './room.ts'
import type { TextUpdate } from './text-update.ts'

/** Text received and not yet stored. */
export interface Received {
  readonly connection: Connection
  readonly update: TextUpdate
  readonly step: 'answer' | 'edit'
  readonly at: Instant
}

export interface ConnectionPorts {
  readonly limits: SyncLimits
  now(): Instant
  /** Queues text for the next commit. */
  store(received: Received): void
  /** The socket has gone, whoever ended it. */
  left(connection: Connection): void
  /** The server ended it. */
  closed(connection: Connection, code: number, reason: string): void
}

export interface ConnectionFacts {
  readonly identity: SyncIdentity
  readonly right: DocumentRight
  readonly cookie: string | undefined
  readonly acknowledges: boolean
}

export class Connection {
  readonly room: Room
  readonly cookie: string | undefined
  identity: SyncIdentity
  right: DocumentRight
  /**
   * `left`: the person went, and what had arrived is still stored. `refused`: the server closed it, and nothing more of
   * it is taken.
   */
  state: 'open' | 'left' | 'refused' = 'open'
  /** While access is being asked again nothing of this connection is committed; the number tells the latest question. */
  underReview = false
  review = 0
  /** Whether the client has told what it has and the server lacks. */
  answered = false
  /** Edits that came before that answer and build on it: an editor does not wait for the handshake. */
  waiting: Received[] = []
  heardFrom = true

  readonly #socket: WebSocket
  readonly #ports: ConnectionPorts
  readonly #acknowledges: boolean
  #reading = true
  #storedFrames = 0
  #unstoredBytes = 0

  constructor(socket: WebSocket, room: Room, facts: ConnectionFacts, ports: ConnectionPorts) {
    this.room = room
    this.cookie = facts.cookie
    this.identity = facts.identity
    this.right = facts.right
    this.#socket = socket
    this.#ports = ports
    this.#acknowledges = facts.acknowledges
    socket.on('message', (bytes, isBinary) => this.#receive(bytes, isBinary))
    socket.on('pong', () => (this.heardFrom = true))
    socket.on('close', () => this.#leave())
    // The close that follows says what there is to say.
    socket.on('error', () => undefined)
  }

  get mayWrite(): boolean {
    return this.right.access === 'edit'
  }

  #receive(bytes: RawData, isBinary: boolean): void {
    if (this.state !== 'open' || !this.#reading) return
    this.heardFrom = true
    if (!isBinary || !(bytes instanceof Uint8Array)) return this.close(closeCodes.malformed, 'not binary')
    this.#take(readFrame(bytes))
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'question':
        return this.send(this.room.answer(frame))
      case 'text':
        return this.#queue(frame)
      case 'presence': {
        const told = this.room.presence.take(this, frame.entries)
        if (told === 'refused') return this.close(closeCodes.malformed, 'presence refused')
        if (told) this.room.broadcast(told, this)
        return
      }
      case 'presenceQuestion': {
        const present = this.room.presence.everybody()
        if (present) this.send(present)
        return
      }
      case 'malformed':
        return this.close(closeCodes.malformed, 'malformed frame')
      case 'unknown':
        return
    }
  }

  #queue(frame: Extract<Frame, { kind: 'text' }>): void {
    this.#unstoredBytes += frame.update.bytes.length
    if (this.#unstoredBytes > this.#ports.limits.unstoredBytes) this.#socket.pause()
    this.#ports.store({ connection: this, update: frame.update, step: frame.step, at: this.#ports.now() })
  }

  /** Takes no more frames; what has come is still stored and acknowledged. */
  stopReading(): void {
    this.#reading = false
  }

  /** Told after the commit, of each text frame that is stored or held nothing new. */
  settled(updates: readonly TextUpdate[]): void {
    this.#storedFrames += updates.length
    for (const { bytes } of updates) this.#unstoredBytes -= bytes.length
    if (this.#socket.isPaused && this.#unstoredBytes <= this.#ports.limits.unstoredBytes) this.#socket.resume()
    if (this.#acknowledges) this.send(writeAck(this.room.seq, this.#storedFrames))
  }

  send(frame: Uint8Array): void {
    if (this.state !== 'open') return
    if (this.#socket.bufferedAmount > this.#ports.limits.outgoingBytes) {
      return this.close(closeCodes.tryAgainLater, 'reads too slowly')
    }
    this.#socket.send(frame)
  }

  ping(): void {
    this.#socket.ping()
  }

  /** Ends the connection with its reason; what it sent and is not stored is not taken. */
  close(code: CloseCode | typeof goingAway, reason: string): void {
    if (this.state !== 'open') return
    this.state = 'refused'
    this.waiting = []
    this.#ports.closed(this, code, reason)
    // A paused socket would not hear the answer to its closing.
    this.#socket.resume()
    this.#socket.close(code)
    this.room.leave(this)
  }

  /** For a socket that gives no sign of life. */
  terminate(): void {
    this.#socket.terminate()
  }

  #leave(): void {
    if (this.state === 'open') this.state = 'left'
    this.waiting = []
    this.room.leave(this)
    this.#ports.left(this)
  }
}

/** RFC 6455: the server stops; clients come back by themselves. */
export const goingAway = 1001
