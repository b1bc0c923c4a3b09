/**
 * A sync server and those who use it, in one process and under one clock. Clients are unmodified y-websocket providers
 * over sockets in memory; the disk may be slow or full, rights come and go, the server is stopped and killed.
 *
 * The truth is the log: what has been committed, in order, as it was at that moment. Every frame that anybody receives and
 * every entry that is written is held against it at once (the laws stand in sync-laws.ts).
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Server } from 'node:http'
import { and, asc, eq, gt } from 'drizzle-orm'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  createSyncServer,
  defaultSyncLimits,
  seedDocument,
  type DocumentRight,
  type SyncIdentity,
  type SyncLimits,
  type SyncServer,
} from '#server/sync'
import { documentUpdatesTable, type Database, type Tx } from '#server/db'
import { asId, type PersonId } from '#shared/core'
import { isFinalClose, messageAck, messageRest, messageStanding, messageSync } from '#shared/wire'
import { createBus, type Bus } from '../../server/bus.ts'
import type { Log } from '../../server/log.ts'
import { Laws, type WrittenEntry } from './sync-laws.ts'
import { memoryServer, memorySocketOn, type Line, type MemorySocket } from './memory-socket.ts'
import { pass, passUntil } from '../support/virtual-time.ts'

export const persons = ['ana', 'ben', 'cem', 'rea'] as const
export type PersonName = (typeof persons)[number]

const edit: DocumentRight = { access: 'edit', frozen: false }
const read: DocumentRight = { access: 'read', frozen: false }
const frozen: DocumentRight = { access: 'comment', frozen: true }

/** Small, so that a short run meets each of them. */
const limits: SyncLimits = {
  ...defaultSyncLimits,
  entriesPerFold: 3,
  entriesPerSnapshot: 5,
  entriesPerPack: 4,
  restMs: 200,
  roomGraceMs: 100,
  gatherMs: 1,
  presenceMs: 20,
}

const localOrigin = 'typed here'

export interface Client {
  readonly name: string
  readonly person: PersonName
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly undo: Y.UndoManager
  readonly acknowledges: boolean
  socket: MemorySocket | null
  /** Text-bearing frames of this socket, as they were sent. */
  sent: Uint8Array[]
  acknowledged: number
  /** The last code that a page does not come back from by itself. */
  refusedWith: number | null
  /** The next text frame goes out twice. */
  twice: boolean
  /** The answer to the server's question is kept back this long; edits go out before it. */
  answerAfterMs: number
  restHash: string | null
}

let runs = 0

export class World {
  readonly documentId = `run-${++runs}`
  readonly laws: Laws
  readonly clients: Client[] = []
  readonly rights = new Map<PersonName, DocumentRight | null>()
  readonly errors: string[] = []
  isFrozen = false
  diskMs = 0
  accessMs = 0
  commitsToFail = 0
  readonly #database: Database
  #bus: Bus = createBus(rethrow)
  #http: Server = memoryServer()
  #sync: SyncServer
  #life = { over: false }
  #nextClient = 1

  constructor(database: Database) {
    this.#database = database
    for (const person of persons) this.rights.set(person, person === 'rea' ? read : edit)
    this.laws = new Laws(() => new Map(persons.map(person => [asId<PersonId>(person), this.rightOf(person)])))
    this.#sync = this.#start()
  }

  rightOf(person: PersonName): DocumentRight | null {
    const right = this.rights.get(person) ?? null
    return right && this.isFrozen ? frozen : right
  }

  mayWrite(person: PersonName): boolean {
    return this.rightOf(person)?.access === 'edit'
  }

  // ── The server ──

  #start(): SyncServer {
    const life = { over: false }
    this.#life = life
    this.#bus = createBus(rethrow)
    this.#http = memoryServer()
    const deps = {
      transaction: <T>(work: (tx: Tx) => Promise<T>) => this.#transaction(life, work),
      read: this.#database.read,
      now: () => Date.now(),
      bus: this.#bus,
      log: this.#log(),
      config: { origin: 'http://localhost', limits: false },
    }
    const access = {
      authenticate: async (cookie: string | undefined): Promise<SyncIdentity | null> =>
        cookie === undefined
          ? null
          : { personId: asId<PersonId>(cookie), sessionHash: cookie, name: cookie, organisation: null },
      mayFollow: async () => false,
      readFloor: async () => null,
      documentAccess: async ({ personId }: SyncIdentity) => {
        const right = this.rightOf(personId as unknown as PersonName)
        if (this.accessMs > 0) await later(this.accessMs)
        return right
      },
    }
    this.#sync = createSyncServer(deps, access, limits)
    this.#sync.attach(this.#http)
    return this.#sync
  }

  #log(): Log {
    return {
      info() {},
      warn: event => void this.errors.push(event),
      error: (event, error) => {
        if (!String(error).includes('disk full')) this.errors.push(`${event}: ${String(error)}`)
      },
    }
  }

  async #transaction<T>(life: { over: boolean }, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.diskMs > 0) await later(this.diskMs)
    // A process that was killed does nothing any more.
    if (life.over) return new Promise<T>(() => undefined)
    const value = await this.#database.transaction(async tx => {
      const result = await work(tx)
      if (this.commitsToFail > 0) {
        this.commitsToFail--
        throw new Error('disk full')
      }
      this.laws.committing()
      return result
    })
    await this.#readLog().catch(error => this.errors.push(String(error)))
    return value
  }

  async #readLog(): Promise<void> {
    const { documentId, seq } = documentUpdatesTable
    const rows = await this.#database.read
      .select()
      .from(documentUpdatesTable)
      .where(and(eq(documentId, this.documentId), gt(seq, this.laws.lastSeq)))
      .orderBy(asc(seq))
    for (const row of rows) this.laws.entryWritten(row as WrittenEntry)
  }

  async seed(update: Uint8Array): Promise<void> {
    await passUntil(
      this.#database.transaction(tx => seedDocument(tx, { now: () => Date.now() }, this.documentId, update)),
    )
    await this.#readLog()
  }

  readDocument(): Promise<Uint8Array> {
    return passUntil(this.#sync.readDocument(this.documentId))
  }

  counts(): ReturnType<SyncServer['counts']> {
    return this.#sync.counts()
  }

  async restart(): Promise<void> {
    await passUntil(this.#sync.close())
    this.#life.over = true
    this.#start()
  }

  async kill(): Promise<void> {
    this.#life.over = true
    for (const client of this.clients) client.socket?.cut()
    this.#start()
    await pass(5)
  }

  // ── Rights ──

  /** In a transaction, and announced when it is over, as every change of rights is. */
  async changeRights(change: () => void, whom: readonly PersonName[] | 'everyone'): Promise<void> {
    const announced = async (): Promise<void> => {
      await this.#database.transaction(async () => change())
      const persons = whom === 'everyone' ? whom : whom.map(person => asId<PersonId>(person))
      this.#bus.publish({ type: 'accessChanged', persons })
    }
    await passUntil(announced())
  }

  revoke(person: PersonName, to: 'nothing' | 'reading'): Promise<void> {
    return this.changeRights(() => this.rights.set(person, to === 'nothing' ? null : read), [person])
  }

  regain(person: PersonName): Promise<void> {
    return this.changeRights(() => this.rights.set(person, person === 'rea' ? read : edit), [person])
  }

  freeze(isFrozen: boolean): Promise<void> {
    return this.changeRights(() => (this.isFrozen = isFrozen), 'everyone')
  }

  // ── Clients ──

  /** @param knows the text that this page opens with, as a browser keeps it */
  open(person: PersonName, knows: Uint8Array | null, options: { acknowledges: boolean; latencyMs: number }): Client {
    const doc = new Y.Doc()
    doc.clientID = this.#nextClient++ * 7
    this.laws.clientOpened(doc.clientID, asId<PersonId>(person))
    if (knows) Y.applyUpdate(doc, knows, 'kept')
    const line = this.#lineOf(person, options.latencyMs, () => client)
    const provider = new WebsocketProvider('ws://localhost/sync', this.documentId, doc, {
      params: options.acknowledges ? { ack: '1' } : {},
      WebSocketPolyfill: memorySocketOn(line),
      disableBc: true,
      connect: false,
      maxBackoffTime: 50,
    })
    const client: Client = {
      name: `${person} ${doc.clientID}`,
      person,
      doc,
      provider,
      undo: new Y.UndoManager([doc.getXmlFragment('narrative'), doc.getMap('framework')], {
        trackedOrigins: new Set([localOrigin]),
        captureTimeout: 0,
      }),
      acknowledges: options.acknowledges,
      socket: null,
      sent: [],
      acknowledged: 0,
      refusedWith: null,
      twice: false,
      answerAfterMs: 0,
      restHash: null,
    }
    this.#listen(client)
    this.clients.push(client)
    provider.connect()
    return client
  }

  #listen(client: Client): void {
    const { provider, doc } = client
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== provider && origin !== 'kept') this.laws.changedBy(asId<PersonId>(client.person), update)
    })
    const handlers = provider.messageHandlers
    handlers[messageStanding] = () => undefined
    handlers[messageAck] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      client.acknowledged = decoding.readVarUint(decoder)
      if (client.acknowledged === client.sent.length) {
        this.laws.acknowledged(client.name, client.sent, this.mayWrite(client.person))
      }
    }
    handlers[messageRest] = (_encoder, decoder) => {
      const seq = decoding.readVarUint(decoder)
      client.restHash = decoding.readVarString(decoder)
      this.laws.toldToRest(seq, client.restHash)
    }
  }

  #lineOf(person: PersonName, latencyMs: number, clientOf: () => Client): Line {
    return {
      server: () => this.#http,
      cookie: person,
      latencyMs,
      opened(socket) {
        Object.assign(clientOf(), { socket, sent: [], acknowledged: 0 })
      },
      sending: (frame, socket) => {
        const client = clientOf()
        const text = textOf(frame)
        if (!text) return [frame]
        if (text.step === 1 && client.answerAfterMs > 0) {
          setTimeout(() => {
            client.sent.push(text.update)
            socket.sendNow(frame)
          }, client.answerAfterMs)
          client.answerAfterMs = 0
          return []
        }
        const frames = client.twice ? [frame, frame] : [frame]
        client.twice = false
        for (let left = frames.length; left > 0; left--) client.sent.push(text.update)
        return frames
      },
      received: frame => {
        const text = textOf(frame)
        if (text) this.laws.shown(clientOf().name, text.update)
      },
      ended(code) {
        const client = clientOf()
        client.socket = null
        if (!isFinalClose(code)) return
        client.refusedWith = code
        // What has just been lost may not be known to the page yet, so the right of this moment says nothing.
        if (code !== 4403 && code !== 4404 && code !== 4423) {
          throw new Error(`${client.name} did nothing wrong and was refused with ${code}`)
        }
      },
    }
  }

  write(client: Client, change: (doc: Y.Doc) => void): void {
    client.doc.transact(() => change(client.doc), localOrigin)
  }

  /** Says again all that the page knows, whoever wrote it: as a change, on a socket that is open. */
  sendAll(client: Client): void {
    if (!client.socket || !client.provider.synced) return
    const update = Y.encodeStateAsUpdate(client.doc)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageSync)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
    client.sent.push(update)
    client.socket.sendNow(encoding.toUint8Array(encoder))
  }

  cut(client: Client): void {
    client.provider.shouldConnect = false
    client.socket?.cut()
  }

  comeBack(client: Client): void {
    client.refusedWith = null
    client.provider.connect()
  }

  close(client: Client): void {
    client.provider.destroy()
    client.undo.destroy()
    client.doc.destroy()
  }

  /** Nothing of this world reaches the database any more. */
  abandon(): void {
    this.#life.over = true
  }

  async end(): Promise<void> {
    this.commitsToFail = 0
    this.diskMs = 0
    for (const client of this.clients) this.close(client)
    await passUntil(this.#sync.close())
  }
}

/** A frame that carries text, with its step: 1 answers, 2 edits. */
function textOf(frame: Uint8Array): { readonly step: number; readonly update: Uint8Array } | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== messageSync) return null
  const step = decoding.readVarUint(decoder)
  return step === 0 ? null : { step, update: decoding.readVarUint8Array(decoder) }
}

function later(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

function rethrow(error: unknown): never {
  throw error
}
