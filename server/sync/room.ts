/**
 * One open text: what is committed of it, what is about to be, and those who have it open.
 *
 *   received → queue → gather (judge, apply to the head) → the batch is committed → stored (show, acknowledge)
 *                                                        ↘ or not → notStored (the head is thrown away)
 *
 * `CommittedText` is the disk's truth and all that anybody is told. The head is that and, while a commit is under way, the
 * batch.
 */
import { closeCodes, restHash } from '#shared/wire'
import type { Instant } from '#shared/core'
import * as Y from 'yjs'
import type { Allowance } from './allowance.ts'
import { Answers } from './answers.ts'
import type { Authors } from './authors.ts'
import { Batch, DeletionLog, type Received } from './batch.ts'
import type { CommittedText } from './committed-text.ts'
import type { Connection } from './connection.ts'
import { writeQuestion, writeRest, writeStanding, type Frame, type WireFrame } from './frames.ts'
import { culprit, Head } from './head.ts'
import { judge, type Ground } from './judge.ts'
import type { SyncLimits } from './limits.ts'
import { PresenceList } from './presence.ts'
import { addsTo, isEmpty, tidyNothing } from './text-update.ts'

export interface RoomFacts {
  readonly text: CommittedText
  readonly seq: number
  /** Entries of the log that no snapshot holds. */
  readonly entriesSinceSnapshot: number
  readonly epoch: number
  readonly damagedAt: Instant | null
}

/** Edits that one connection may send ahead of its answer. */
const waitingFrames = 1_000

/** Frames that one commit takes of a text. */
const framesPerBatch = 10_000

/** A text at its limit is measured again when this much has come since. */
const remeasuredBytes = 65_536

export class Room {
  readonly documentId: string
  readonly connections = new Set<Connection>()
  readonly presence: PresenceList
  readonly epoch: number
  readonly damagedAt: Instant | null
  /** Loaded with the first that is written, or claims to have been. */
  authors: Authors | null = null
  readonly #text: CommittedText
  readonly #limits: SyncLimits
  readonly #answers: Answers
  #seq: number
  #entriesSinceSnapshot: number
  #queue: Received[] = []
  readonly #head: Head
  #batch: Batch | null = null
  #afterBatch: (() => void)[] = []
  /** The size when it was last told. */
  #toldBytes: number

  constructor(documentId: string, facts: RoomFacts, limits: SyncLimits, reading: Allowance) {
    this.#answers = new Answers(reading)
    this.documentId = documentId
    this.presence = new PresenceList(limits.presenceBytes, client => this.authors?.ownerOf(client))
    this.epoch = facts.epoch
    this.damagedAt = facts.damagedAt
    this.#text = facts.text
    this.#head = new Head(facts.text)
    this.#limits = limits
    this.#seq = facts.seq
    this.#entriesSinceSnapshot = facts.entriesSinceSnapshot
    this.#toldBytes = facts.text.bytes
  }

  get seq(): number {
    return this.#seq
  }

  get entriesSinceSnapshot(): number {
    return this.#entriesSinceSnapshot
  }

  get isWritten(): boolean {
    return this.#head.isOpen
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    this.whenCommitted(() => {
      if (connection.acknowledges)
        connection.send(writeStanding(this.epoch, this.#text.bytes, this.#limits.documentBytes))
      // What the client has and the server lacks (words typed while apart) comes back as its answer.
      connection.send(writeQuestion(this.#text.stateVector()))
      const present = this.presence.everybody()
      if (present) connection.send(present)
    })
  }

  leave(connection: Connection): void {
    if (this.connections.delete(connection)) this.presence.leave(connection)
  }

  /** At once, or as soon as the batch that is under way is stored or is not. */
  whenCommitted(then: () => void): void {
    if (this.#batch) this.#afterBatch.push(then)
    else then()
  }

  /** Answers a question about the text, from what is committed only. */
  answer(connection: Connection, question: Extract<Frame, { kind: 'question' }>): void {
    this.whenCommitted(() => {
      if (this.#isOfAnotherEpoch(connection, question.stateVector)) {
        return connection.close(closeCodes.otherEpoch, 'text of another epoch')
      }
      this.fold()
      connection.send(this.#answers.frameFor(question.stateVector, this.#text, this.#head.current))
    })
  }

  /** Whether somebody has text of others, or of the server, that is not in this text. Their own is only not stored yet. */
  #isOfAnotherEpoch(connection: Connection, stateVector: Uint8Array): boolean {
    const { authors } = this
    if (!authors) return false
    for (const [client, clock] of Y.decodeStateVector(stateVector)) {
      if (clock > this.#text.reach(client) && authors.isAnothers(client, connection.identity.personId)) return true
    }
    return false
  }

  /** Whether answering needs to know whose text is whose. */
  claimsMore(stateVector: Uint8Array): boolean {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) {
      if (clock > this.#text.reach(client)) return true
    }
    return false
  }

  /** Text for the next batch. What holds nothing at all is settled at once. */
  receive(received: Received): 'queued' | 'settled' {
    if (isEmpty(received.update) && this.#queue.length === 0) {
      this.#answered(received)
      received.connection.settled([received], this.#seq)
      return this.#queue.length > 0 ? 'queued' : 'settled'
    }
    this.#queue.push(received)
    return 'queued'
  }

  hasReady(): boolean {
    return this.#queue.some(isReady)
  }

  /** Whose text waits in the queue: also of those who have gone. */
  senders(): readonly Connection[] {
    return this.#queue.map(({ connection }) => connection)
  }

  get isQueueEmpty(): boolean {
    return this.#queue.length === 0
  }

  /**
   * Takes what is ready from the queue, judges it against what is stored and what comes before it, and applies it to the
   * head. `stored` or `notStored` says what became of it.
   *
   * An update that cannot be applied leaves the head half-changed: the head is made anew, what had been taken is applied
   * again, and its sender is out.
   */
  gather(): Batch {
    const ready: Received[] = []
    const waiting: Received[] = []
    for (const received of this.#queue) {
      if (isReady(received) && ready.length < framesPerBatch) ready.push(received)
      else waiting.push(received)
    }
    this.#queue = waiting
    const batch = new Batch()
    this.#batch = batch
    let failed: Received | null = null
    // Once more after the last has failed, for what had been taken before it.
    while (ready.length > 0 || (failed && batch.taken.length > 0)) {
      failed = this.#write(batch, ready)
      if (!failed) break
      this.#head.drop()
      batch.takeOut(failed)
      failed.connection.close(closeCodes.malformed, 'text that cannot be applied')
    }
    return batch
  }

  /** @returns the one that could not be applied */
  #write(batch: Batch, ready: Received[]): Received | null {
    const head = this.#head.open()
    const ground = this.#ground(batch, head)
    const trial: { failed: Received | null } = { failed: null }
    const note = (update: Uint8Array): unknown => (batch.update = update)
    batch.update = null
    // A number under which nothing could be written belongs to nobody.
    this.authors?.notStored()
    head.on('update', note)
    try {
      head.transact(transaction => {
        const deletions = new DeletionLog(transaction)
        const apply = (received: Received): void => {
          trial.failed = received
          const { personId } = received.connection.identity
          deletions.hand(personId)
          for (const client of addsTo(head, received.update)) this.authors?.bind(client, personId)
          ground.vocabulary.learn(received.update)
          Y.applyUpdate(head, received.update.bytes)
          if (head.store.pendingStructs || head.store.pendingDs) throw new Error('text that waits for other text')
        }
        batch.taken.forEach(apply)
        for (let received = ready.shift(); received; received = ready.shift()) {
          trial.failed = received
          const judged = this.#judge(ground, batch, received, ready)
          if (judged !== 'new') continue
          apply(received)
          batch.take(received)
          this.#settle(batch, received, ready)
        }
        trial.failed = null
        batch.contributions = deletions.contributions()
        tidyNothing(transaction)
      })
    } catch {
      batch.update = null
      // Thrown by one update, or only when all of them were put in order at the end.
      trial.failed ??= culprit(this.#text, batch)
    } finally {
      head.off('update', note)
    }
    return trial.failed
  }

  #judge(ground: Ground, batch: Batch, received: Received, ready: Received[]): 'new' | 'done' {
    const { connection } = received
    if (connection.state === 'refused') return 'done'
    const verdict = judge(ground, received)
    switch (verdict.kind) {
      case 'new':
        return 'new'
      case 'nothingNew':
        this.#settle(batch, received, ready)
        return 'done'
      case 'gap':
        this.#wait(received, verdict.client)
        return 'done'
      case 'refused':
        connection.close(verdict.code, verdict.reason)
        return 'done'
    }
  }

  #ground(batch: Batch, head: Y.Doc): Ground {
    const { authors, presence } = this
    if (!authors) throw new Error('authors are loaded before text is judged')
    return {
      head,
      authors,
      presence,
      vocabulary: this.#head.vocabulary(),
      isDamaged: this.damagedAt !== null,
      hasRoomFor: bytes => this.#hasRoomFor(batch.bytes + bytes),
    }
  }

  #settle(batch: Batch, received: Received, ready: Received[]): void {
    batch.settle(received)
    if (received.step === 'answer') ready.unshift(...this.#takeWaiting(received))
  }

  #answered(received: Received): void {
    if (received.step === 'answer') this.#queue.unshift(...this.#takeWaiting(received))
  }

  #takeWaiting({ connection }: Received): readonly Received[] {
    connection.answered = true
    const { waiting } = connection
    connection.waiting = []
    return waiting
  }

  /** An edit may come before the answer it builds on. After the answer nothing that is sent in order can have a gap. */
  #wait(received: Received, client: number): void {
    const { connection, step } = received
    if (this.authors?.isAnothers(client, connection.identity.personId)) {
      return connection.close(closeCodes.otherEpoch, 'builds on text of another epoch')
    }
    if (connection.answered || step === 'answer') {
      // What is missing of another page of the same person may be on its way.
      const isJump = received.update.runs.has(client)
      return connection.close(
        isJump ? closeCodes.malformed : closeCodes.notStored,
        isJump ? 'clock jump' : 'text missing',
      )
    }
    if (connection.waiting.length >= waitingFrames) return connection.close(closeCodes.malformed, 'text missing')
    connection.waiting.push(received)
  }

  /** What was deleted may have made room: measured again, at most once for every 64 KiB that come. */
  #hasRoomFor(bytes: number): boolean {
    const { documentBytes } = this.#limits
    if (this.#text.bytes + bytes > documentBytes && this.#text.tailBytes > remeasuredBytes) {
      this.#text.fold(this.#text.whole())
    }
    return this.#text.bytes + bytes <= documentBytes
  }

  /**
   * The batch is on disk: shown to the others in one frame, and acknowledged. A sender among several gets its own words
   * back, which changes nothing there.
   */
  stored(batch: Batch, seq: number): void {
    this.#batch = null
    if (batch.update) {
      this.authors?.stored()
      this.#seq = seq
      this.#entriesSinceSnapshot++
      this.#answers.forget()
      const frame = this.#text.append(batch.update, batch.reached)
      const [first] = batch.taken
      const isOfOne = first && batch.taken.every(received => received.connection === first.connection)
      this.broadcast(frame, isOfOne ? first.connection : null)
    }
    this.#acknowledge(batch)
    this.#tellSize()
    this.#release()
  }

  /**
   * Nothing has been stored: the head is no longer what is committed, and the senders begin again.
   *
   * @param batch null when it did not come to one
   */
  notStored(batch: Batch | null): void {
    this.#batch = null
    const senders = new Set(batch ? [] : this.senders())
    if (!batch) this.#queue = []
    if (!batch || batch.update) {
      this.authors?.notStored()
      this.#head.drop()
      for (const connection of batch?.settled.keys() ?? []) senders.add(connection)
    }
    for (const connection of senders) connection.close(closeCodes.notStored, 'not stored')
    if (batch && !batch.update) this.#acknowledge(batch)
    this.#release()
  }

  #acknowledge({ settled }: Batch): void {
    for (const [connection, received] of settled) connection.settled(received, this.#seq)
  }

  #release(): void {
    const waiting = this.#afterBatch
    this.#afterBatch = []
    for (const then of waiting) then()
  }

  #tellSize(): void {
    const { documentBytes } = this.#limits
    if (this.#text.bytes - this.#toldBytes < documentBytes / 10) return
    this.#toldBytes = this.#text.bytes
    const standing = writeStanding(this.epoch, this.#toldBytes, documentBytes)
    for (const connection of this.connections) if (connection.acknowledges) connection.send(standing)
  }

  /** The whole committed state as one update. */
  whole(): Promise<Uint8Array> {
    return new Promise(resolve => this.whenCommitted(() => resolve(this.#encode())))
  }

  /** As it is committed now, for a snapshot; null while a batch is under way. */
  snapshot(): { readonly seq: number; readonly bytes: Uint8Array; readonly stateVector: Uint8Array } | null {
    if (this.#batch) return null
    this.fold()
    return { seq: this.#seq, bytes: this.#text.whole(), stateVector: this.#text.stateVector() }
  }

  snapshotStored(seq: number): void {
    if (seq === this.#seq) this.#entriesSinceSnapshot = 0
  }

  /** Makes one of the whole and what was committed after it, so that joining stays one frame. */
  fold(): void {
    if (this.#batch || this.#text.tailLength === 0) return
    this.#text.fold(this.#encode())
  }

  #encode(): Uint8Array {
    return this.#batch ? this.#text.whole() : this.#head.whole()
  }

  /**
   * Nobody has written for a while: the others' copies are compared, and the document is given back.
   *
   * Compared with what whoever joins now would read: of a struct whose neighbours never stood side by side, the order in
   * which a replica heard of things decides the place.
   */
  rest(): void {
    if (!this.#head.isOpen || this.#batch) return
    this.fold()
    this.#head.drop()
    const text = this.#text.build()
    const frame = writeRest(this.#seq, restHash(text))
    text.destroy()
    this.#answers.forget()
    for (const connection of this.connections) if (connection.acknowledges) connection.send(frame)
  }

  get tailLength(): number {
    return this.#text.tailLength
  }

  broadcast(frame: WireFrame, except: Connection | null): void {
    for (const connection of this.connections) {
      if (connection !== except) connection.send(frame)
    }
  }

  close(): void {
    this.#head.drop()
  }
}

function isReady({ connection }: Received): boolean {
  return !connection.underReview || connection.state === 'refused'
}
