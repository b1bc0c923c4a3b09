/**
 * The sync plane: receive → check → commit → show → acknowledge. This file joins its parts to the server around it:
 * upgrades, what the bus announces, heartbeats, the end.
 */
import { isOwnOrigin } from '#server/http'
import { closeCodes } from '#shared/wire'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { BusEvent } from '../bus.ts'
import type { Deps } from '../deps.ts'
import type { SyncAccess, SyncIdentity } from './access.ts'
import { admit, placeOf, refusePlainly, type Admission, type Place } from './admission.ts'
import { Connection, goingAway, type ConnectionPorts } from './connection.ts'
import type { Frame } from './frames.ts'
import { defaultSyncLimits, type SyncLimits } from './limits.ts'
import { createLive } from './live.ts'
import { createPersistence } from './persistence.ts'
import { createPresenceTeller } from './presence-teller.ts'
import type { Room } from './room.ts'
import { review } from './review.ts'
import { createRooms } from './rooms.ts'

export type SyncDeps = Pick<Deps, 'transaction' | 'read' | 'now' | 'bus' | 'log'> & {
  readonly config: Pick<Deps['config'], 'origin' | 'limits'>
}

export interface SyncServer {
  /** Takes over the upgrades of this server: `/sync/<documentId>` and `/live`. */
  attach(server: Server): void
  /** The whole committed state of a text as one Yjs update, whether somebody has it open or not. */
  readDocument(documentId: string): Promise<Uint8Array>
  counts(): { readonly rooms: number; readonly connections: number }
  /** Takes no more text, stores what has come, closes the sockets with 1001. */
  close(): Promise<void>
}

type Question = Extract<Frame, { kind: 'question' }>

/** Asked again this often when access keeps changing while somebody comes in. */
const admissionRounds = 5

/** What `ws` finds wrong by itself, in the codes that clients of this protocol know. */
const protocolErrors: Readonly<Record<number, number>> = {
  1002: closeCodes.malformed,
  1007: closeCodes.malformed,
  1008: closeCodes.tooLarge,
  1009: closeCodes.tooLarge,
}

class CodedSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? undefined : (protocolErrors[code] ?? code), reason)
  }
}

export function createSyncServer(
  deps: SyncDeps,
  access: SyncAccess,
  limits: SyncLimits = defaultSyncLimits,
): SyncServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    autoPong: false,
    WebSocket: CodedSocket,
  })
  const rooms = createRooms(deps, limits)
  const persistence = createPersistence(deps, rooms, limits)
  const presenceChanged = createPresenceTeller(limits)
  const liveLimits = deps.config.limits ? limits : { ...limits, liveMessagesPerBeat: Infinity }
  const live = createLive(access, liveLimits, deps.log)
  const connections = new Set<Connection>()
  const socketsOf = new Map<string, number>()
  let stopping = false
  let undecided = 0
  /** Grows with each change of access, so that a decision made before one is not relied on after it. */
  let accessChanges = 0

  const ports: ConnectionPorts = {
    limits: deps.config.limits ? limits : { ...limits, framesPerBeat: Infinity, questionsPerBeat: Infinity },
    store: received => persistence.store(received),
    answer,
    whenAuthorsKnown,
    presenceChanged,
    differs({ room: { documentId }, identity: { personId } }, seq) {
      deps.log.warn('sync.copy.differs', { documentId, personId, seq })
    },
    left(connection) {
      connections.delete(connection)
      rooms.release(connection.room)
      release(connection.identity)
    },
    closed(connection, code, reason) {
      const { documentId } = connection.room
      deps.log.info('sync.closed', { documentId, personId: connection.identity.personId, code, reason })
      // What it still had in the queue is dropped there.
      persistence.wake()
    },
  }

  function answer(connection: Connection, question: Question): void {
    const { room } = connection
    const then = (): void => room.answer(connection, question)
    // Whose the rest is has to be known before it is asked for.
    if (room.claimsMore(question.stateVector)) whenAuthorsKnown(connection, then)
    else then()
  }

  function whenAuthorsKnown(connection: Connection, then: () => void): void {
    const { room } = connection
    if (room.authors) return then()
    rooms.loadAuthors(room).then(then, (error: unknown) => {
      deps.log.error('sync.authors.failed', error, { documentId: room.documentId })
      connection.close(closeCodes.notStored, 'cannot be read now')
    })
  }

  async function receive(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Until the upgrade nobody else listens, and an error nobody hears would end the process.
    const ignore = (): undefined => undefined
    socket.on('error', ignore)
    const place = placeOf(request)
    if (!place) return refusePlainly(socket, '404 Not Found')
    if (!isOwnOrigin(request.headers.origin, request.headers.host, deps.config.origin)) {
      return refusePlainly(socket, '403 Forbidden')
    }
    if (stopping || undecided >= limits.undecided || sockets.clients.size >= limits.sockets) {
      return refusePlainly(socket, '503 Service Unavailable')
    }
    const { cookie } = request.headers
    undecided++
    const { admission, room } = await decide(place, cookie).finally(() => undecided--)
    socket.off('error', ignore)
    let entered = false
    sockets.handleUpgrade(request, socket, head, upgraded => {
      if (stopping) return refuse(upgraded, goingAway)
      if (!admission.ok) return refuse(upgraded, admission.code)
      if (isOfAnother(place, admission.identity)) return refuse(upgraded, closeCodes.signInAgain)
      if (room && isOfOtherEpoch(place, room)) return refuse(upgraded, closeCodes.otherEpoch)
      if (!claim(admission.identity)) return refuse(upgraded, closeCodes.tryAgainLater, 'too many connections')
      entered = true
      if (place.kind === 'live')
        live.open(upgraded, { identity: admission.identity, cookie, wire: socket }, () => release(admission.identity))
      else if (room) enter(upgraded, room, { ...admission, cookie, acknowledges: place.acknowledges, wire: socket })
    })
    if (room && !entered) rooms.release(room)
  }

  /** Asks until nothing has changed meanwhile; a text that is entered is held. */
  async function decide(
    place: Place,
    cookie: string | undefined,
  ): Promise<{ admission: Admission; room: Room | null }> {
    const tryLater: Admission = { ok: false, code: closeCodes.tryAgainLater }
    for (let round = 0; round < admissionRounds; round++) {
      const seen = accessChanges
      const admission = await admit(access, place, cookie)
      if (seen !== accessChanges) continue
      if (!admission.ok || place.kind === 'live') return { admission, room: null }
      try {
        const room = await rooms.hold(place.documentId)
        if (seen === accessChanges) return { admission, room }
        rooms.release(room)
      } catch (error) {
        deps.log.error('sync.open.failed', error, { documentId: place.documentId })
        return { admission: { ok: false, code: closeCodes.notStored }, room: null }
      }
    }
    return { admission: tryLater, room: null }
  }

  function enter(socket: WebSocket, room: Room, facts: ConstructorParameters<typeof Connection>[2]): void {
    const connection = new Connection(socket, room, facts, ports)
    connections.add(connection)
    room.join(connection)
  }

  function claim(identity: SyncIdentity): boolean {
    const count = socketsOf.get(identity.personId) ?? 0
    if (deps.config.limits && count >= limits.socketsPerPerson) return false
    socketsOf.set(identity.personId, count + 1)
    return true
  }

  function release(identity: SyncIdentity): void {
    const count = (socketsOf.get(identity.personId) ?? 1) - 1
    if (count > 0) socketsOf.set(identity.personId, count)
    else socketsOf.delete(identity.personId)
  }

  /** Also those who have gone and whose last words wait for the disk. */
  function everybody(): ReadonlySet<Connection> {
    return new Set([...connections, ...persistence.senders()])
  }

  function hear(event: BusEvent): void {
    live.hear(event)
    switch (event.type) {
      case 'committed':
      case 'changed':
      case 'floorChanged':
        return
      case 'textResumed':
        return void rooms.abandonText(event.documentId)
      case 'sessionsEnded':
        accessChanges++
        for (const connection of everybody()) {
          if (event.sessionHashes.includes(connection.identity.sessionHash))
            connection.close(closeCodes.signInAgain, 'session ended')
        }
        return
      case 'accessChanged':
        accessChanges++
        for (const connection of everybody()) {
          if (event.persons === 'everyone' || event.persons.includes(connection.identity.personId))
            void review(connection, access, () => persistence.wake())
        }
    }
  }

  function beat(): void {
    live.beat()
    for (const connection of connections) connection.beat()
  }

  async function reviewAll(): Promise<void> {
    await Promise.all([
      live.review(),
      ...[...everybody()].map(connection => review(connection, access, () => persistence.wake())),
    ])
  }

  function refuse(socket: WebSocket, code: number, reason = ''): void {
    socket.on('error', () => undefined)
    socket.close(code, reason)
    // One that does not answer would stay for as long as it likes.
    setTimeout(() => socket.terminate(), limits.farewellMs).unref()
  }

  const heartbeat = setInterval(beat, limits.heartbeatMs)
  const reviews = setInterval(() => void reviewAll(), limits.reviewMs)
  heartbeat.unref()
  reviews.unref()
  const unsubscribe = deps.bus.subscribe(hear)

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => void receive(request, socket, head))
    },
    readDocument: documentId => rooms.read(documentId),
    counts: () => ({ rooms: rooms.count(), connections: connections.size }),
    async close() {
      stopping = true
      clearInterval(heartbeat)
      clearInterval(reviews)
      unsubscribe()
      for (const connection of connections) connection.stopReading()
      await persistence.drained()
      for (const connection of connections) connection.close(goingAway, 'stopping')
      live.close()
      await farewell()
      await rooms.closeAll()
    },
  }

  /** Waits until every socket is closed, and ends those that take too long. */
  async function farewell(): Promise<void> {
    const open = [...sockets.clients]
    const ended = Promise.all(open.map(socket => new Promise(resolve => socket.once('close', resolve))))
    const deadline = setTimeout(() => open.forEach(socket => socket.terminate()), limits.farewellMs)
    await ended
    clearTimeout(deadline)
    sockets.close()
  }
}

function isOfAnother(place: Place, { personId }: SyncIdentity): boolean {
  return place.kind === 'document' && place.personId !== null && place.personId !== personId
}

function isOfOtherEpoch(place: Place, { epoch }: Room): boolean {
  return place.kind === 'document' && place.epoch !== null && place.epoch !== epoch
}
