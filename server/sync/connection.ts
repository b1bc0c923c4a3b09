/**
 * One socket in one room: reads frames, decides what this connection may do, hands text on to be stored.
 *
 * Text is never taken in part: a frame is stored whole or the socket is closed with the code that says why, and nobody
 * else notices.
 */
import { closeCodes, type CloseCode } from '#shared/wire'
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { DocumentRight, SyncIdentity } from './access.ts'
import type { Received } from './batch.ts'
import { readFrame, signOfLife, writeAck, type Frame, type WireFrame } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import type { Room } from './room.ts'

export interface ConnectionPorts {
  readonly limits: SyncLimits
  /** Queues text for the next commit. */
  store(received: Received): void
  answer(connection: Connection, question: Extract<Frame, { kind: 'question' }>): void
  /** Whose text is whose has to be known before a number is given to anybody. */
  whenAuthorsKnown(connection: Connection, then: () => void): void
  /** Somebody of this room has said where they are, or left. */
  presenceChanged(room: Room): void
  /** The client's copy of the text is not what is stored. */
  differs(connection: Connection, seq: number): void
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
  /** What the frames go out on: written to as they are, header and all. */
  readonly wire: Duplex
}

export class Connection {
  readonly room: Room
  readonly cookie: string | undefined
  readonly acknowledges: boolean
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

  readonly #socket: WebSocket
  readonly #wire: Duplex
  readonly #ports: ConnectionPorts
  #reading = true
  #heardFrom = true
  #storedFrames = 0
  #unstoredBytes = 0
  #unstoredFrames = 0
  #frames = 0
  #questions = 0
  /** The largest frame that was sent: a slow reader is given the time to take it in. */
  #largestSent = 0

  constructor(socket: WebSocket, room: Room, facts: ConnectionFacts, ports: ConnectionPorts) {
    this.room = room
    this.cookie = facts.cookie
    this.identity = facts.identity
    this.right = facts.right
    this.acknowledges = facts.acknowledges
    this.#socket = socket
    this.#wire = facts.wire
    this.#ports = ports
    socket.on('message', (bytes, isBinary) => this.#receive(bytes, isBinary))
    socket.on('ping', bytes => this.#pong(bytes))
    socket.on('pong', () => (this.#heardFrom = true))
    socket.on('close', () => this.#leave())
    // The close that follows says what there is to say.
    socket.on('error', () => undefined)
  }

  get mayWrite(): boolean {
    return this.right.access === 'edit'
  }

  #receive(bytes: RawData, isBinary: boolean): void {
    if (this.state !== 'open' || !this.#reading) return
    this.#heardFrom = true
    if (++this.#frames > this.#ports.limits.framesPerBeat) return this.#tooMuch()
    if (!isBinary || !(bytes instanceof Uint8Array)) return this.close(closeCodes.malformed, 'not binary')
    this.#take(readFrame(bytes))
  }

  /** Answered here and not by ws, which would pile up answers that nobody takes. */
  #pong(bytes: Buffer): void {
    if (this.state !== 'open') return
    this.#heardFrom = true
    if (++this.#frames > this.#ports.limits.framesPerBeat) return this.#tooMuch()
    if (this.#wire.writableLength === 0) this.#socket.pong(bytes)
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'question':
        if (++this.#questions > this.#ports.limits.questionsPerBeat) return this.#tooMuch()
        return this.#ports.answer(this, frame)
      case 'text':
        return this.#queue(frame)
      case 'presence':
        return this.#ports.whenAuthorsKnown(this, () => this.#appear(frame))
      case 'presenceQuestion': {
        const present = this.room.presence.everybody()
        if (present) this.send(present)
        return
      }
      case 'differs':
        return this.#ports.differs(this, frame.seq)
      case 'malformed':
        return this.close(closeCodes.malformed, 'malformed frame')
      case 'unknown':
        return
    }
  }

  #appear({ entries }: Extract<Frame, { kind: 'presence' }>): void {
    if (this.state !== 'open') return
    if (this.room.presence.take(this, entries) === 'refused') {
      return this.close(closeCodes.malformed, 'presence refused')
    }
    this.#ports.presenceChanged(this.room)
  }

  #tooMuch(): void {
    this.close(closeCodes.tryAgainLater, 'too much at once')
  }

  #queue({ update, step }: Extract<Frame, { kind: 'text' }>): void {
    this.#unstoredBytes += update.bytes.length
    this.#unstoredFrames++
    if (this.#isAheadOfDisk()) this.#socket.pause()
    this.#ports.store({ connection: this, update, step })
  }

  /** Takes no more frames; what has come is still stored and acknowledged. */
  stopReading(): void {
    this.#reading = false
  }

  /** Told after the commit, of the text frames that are stored or held nothing new. */
  settled(received: readonly Received[], seq: number): void {
    if (this.state !== 'open') return
    this.#storedFrames += received.length
    this.#unstoredFrames -= received.length
    for (const { update } of received) this.#unstoredBytes -= update.bytes.length
    if (this.#socket.isPaused && !this.#isAheadOfDisk()) this.#socket.resume()
    if (this.acknowledges) this.send(writeAck(seq, this.#storedFrames))
  }

  #isAheadOfDisk(): boolean {
    const { unstoredBytes, unstoredFrames } = this.#ports.limits
    return this.#unstoredBytes > unstoredBytes || this.#unstoredFrames > unstoredFrames
  }

  send(frame: WireFrame): void {
    if (this.state !== 'open') return
    if (this.#wire.writableLength > this.#ports.limits.outgoingBytes + this.#largestSent) {
      return this.close(closeCodes.tryAgainLater, 'reads too slowly')
    }
    if (frame.length > this.#largestSent) this.#largestSent = frame.length
    this.#wire.write(frame)
  }

  /** A sign of life both ways, an end to one that gave none since the last; and a new count of what it may send. */
  beat(): void {
    if (!this.#heardFrom) this.#socket.terminate()
    this.#heardFrom = false
    this.#frames = 0
    this.#questions = 0
    this.#socket.ping()
    this.send(signOfLife)
  }

  /** Ends the connection with its reason; what it sent and is not stored is not taken. */
  close(code: CloseCode | typeof goingAway, reason: string): void {
    if (this.state === 'refused') return
    const hasLeft = this.state === 'left'
    this.state = 'refused'
    this.waiting = []
    this.#ports.closed(this, code, reason)
    if (hasLeft) return
    // A paused socket would not hear the answer to its closing.
    this.#socket.resume()
    this.#socket.close(code, code === closeCodes.tryAgainLater ? reason : '')
    // Behind what a slow reader has not taken in yet the reason for the end waits longer: ws itself ends that.
    if (this.#wire.writableLength === 0)
      setTimeout(() => this.#socket.terminate(), this.#ports.limits.farewellMs).unref()
    this.#goOut()
  }

  #leave(): void {
    if (this.state === 'open') this.state = 'left'
    this.waiting = []
    this.#goOut()
    this.#ports.left(this)
  }

  #goOut(): void {
    this.room.leave(this)
    if (this.room.presence.hasUntold) this.#ports.presenceChanged(this.room)
  }
}

/** RFC 6455: the server stops; clients come back by themselves. */
export const goingAway = 1001
