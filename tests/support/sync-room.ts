/** One room of the sync plane by itself, with people in it whose sockets are only noted. */
import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { asId, type Instant, type PersonId } from '#shared/core'
import { Allowance } from '../../server/sync/allowance.ts'
import { Authors } from '../../server/sync/authors.ts'
import type { Batch, Received } from '../../server/sync/batch.ts'
import { CommittedText } from '../../server/sync/committed-text.ts'
import { Connection } from '../../server/sync/connection.ts'
import { defaultSyncLimits, type SyncLimits } from '../../server/sync/limits.ts'
import { Room } from '../../server/sync/room.ts'
import { readTextUpdate, type TextUpdate } from '../../server/sync/text-update.ts'

export interface LoneRoom {
  readonly room: Room
  enter(person: string): Guest
  /** What is gathered is stored. */
  commit(): Batch
}

export interface Guest {
  readonly connection: Connection
  /** The codes that the server closed with. */
  readonly codes: number[]
  /** Frames as they were sent, headers and all. */
  readonly frames: Buffer[]
  send(update: Uint8Array, step?: 'answer' | 'edit'): void
}

export function openLoneRoom(
  options: { readonly text?: Uint8Array; readonly damagedAt?: Instant; readonly limits?: Partial<SyncLimits> } = {},
): LoneRoom {
  const limits = { ...defaultSyncLimits, ...options.limits }
  const text = new CommittedText(options.text ?? Y.encodeStateAsUpdate(new Y.Doc()), null)
  const facts = { text, seq: 0, entriesSinceSnapshot: 0, epoch: 1, damagedAt: options.damagedAt ?? null }
  const room = new Room('d1', facts, limits, new Allowance(Infinity, Date.now))
  room.authors = new Authors(new Map())
  return {
    room,
    enter: person => enterRoom(room, person, limits),
    commit() {
      const batch = room.gather()
      room.stored(batch, room.seq + 1)
      return batch
    },
  }
}

/** @param store where what is sent goes; by itself into the room's queue */
export function enterRoom(
  room: Room,
  person: string,
  limits: SyncLimits = defaultSyncLimits,
  store: (received: Received) => void = received => void room.receive(received),
): Guest {
  const codes: number[] = []
  const frames: Buffer[] = []
  const socket = Object.assign(new EventEmitter(), {
    close: (code: number) => codes.push(code),
    terminate() {},
    resume() {},
    pause() {},
    ping() {},
  })
  const wire = new PassThrough()
  wire.on('data', (frame: Buffer) => frames.push(frame))
  const identity = { personId: asId<PersonId>(person), sessionHash: person, name: person, organisation: null }
  const connection = new Connection(
    socket as unknown as WebSocket,
    room,
    { identity, right: { access: 'edit', frozen: false }, cookie: person, acknowledges: true, wire },
    {
      limits,
      store,
      answer: (connection, question) => room.answer(connection, question),
      whenAuthorsKnown: (_connection, then) => then(),
      presenceChanged() {},
      differs() {},
      left() {},
      closed() {},
    },
  )
  room.join(connection)
  return {
    connection,
    codes,
    frames,
    send: (bytes, step = 'edit') => store({ connection, update: read(bytes), step }),
  }
}

/** Of bytes that are an update. */
export function read(bytes: Uint8Array): TextUpdate {
  const update = readTextUpdate(bytes)
  if (!update) throw new Error('not an update')
  return update
}

export function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** What an editor sends for this: the change alone. */
export function change(doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array): unknown => updates.push(update)
  doc.on('update', note)
  doc.transact(() => write(doc))
  doc.off('update', note)
  const [update] = updates
  if (!update || updates.length > 1) throw new Error('not one change')
  return update
}

/** A replica of somebody else. */
export function copyOf(doc: Y.Doc, clientID?: number): Y.Doc {
  const copy = docOf(Y.encodeStateAsUpdate(doc))
  if (clientID !== undefined) copy.clientID = clientID
  return copy
}
