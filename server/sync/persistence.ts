/**
 * On disk before on screen.
 *
 * Each room gathers what arrives. All that has gathered, in all rooms, is committed together: one row per text, one
 * transaction, one disk write. Only when the commit has returned does a room show it, in one frame, and acknowledge it.
 * Alone one waits for nothing. While there is more, a commit begins a few milliseconds after the last one was over, on a
 * slow disk after as long as it took: many share one disk write and one frame.
 *
 * When a commit fails nothing of it is shown or acknowledged. Its senders are closed with `notStored`; their editors keep
 * the words, come back and offer them again. Everybody else is untouched; so are all others when one text cannot be read.
 */
import type { Deps } from '../deps.ts'
import type { Batch, Received } from './batch.ts'
import type { Connection } from './connection.ts'
import type { SyncLimits } from './limits.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import { appendEntries, bindClients, dropSnapshot, type ClientBinding, type LogEntry } from './store.ts'

export interface Persistence {
  store(received: Received): void
  /** To be called when text that waited for a review may go on. */
  wake(): void
  /** Those whose text is not being stored yet: they may have gone since. */
  senders(): Iterable<Connection>
  /** Resolves when nothing is left to be stored. */
  drained(): Promise<void>
}

type PersistenceDeps = Pick<Deps, 'transaction' | 'log' | 'now'>

export function createPersistence(deps: PersistenceDeps, rooms: Rooms, limits: SyncLimits): Persistence {
  const written = new Set<Room>()
  let state: 'idle' | 'due' | 'committing' | 'resting' = 'idle'
  let idle: (() => void)[] = []
  /** How long the disk took, the last time. */
  let storingMs = 0
  let rest: NodeJS.Timeout | undefined
  /** Frames since the last gathering. */
  let gathering = 0

  function wake(): void {
    if (state !== 'idle' || ![...written].some(room => room.hasReady())) return
    state = 'due'
    // After the sockets that are ready have been read.
    setImmediate(() => void run())
  }

  async function run(): Promise<void> {
    state = 'committing'
    for (const [room, batch] of await commit()) touch(room, batch)
    for (const room of written) if (room.isQueueEmpty) letGo(room)
    if (written.size === 0) {
      for (const resolve of idle) resolve()
      idle = []
    }
    state = 'resting'
    rest = setTimeout(rested, Math.max(limits.gatherMs, storingMs))
    hurry()
  }

  function rested(): void {
    state = 'idle'
    wake()
  }

  /** Much has come together while it rested: the rest would make nothing larger, only later. */
  function hurry(): void {
    if (state !== 'resting' || gathering < limits.gatherFrames || storingMs > limits.gatherMs) return
    clearTimeout(rest)
    rested()
  }

  async function commit(): Promise<ReadonlyMap<Room, Batch>> {
    // Gathered when it is this transaction's turn: what arrived while another was writing goes along, and who lost the
    // right to write meanwhile does not.
    const gathered = new Map<Room, Batch>()
    const unreadable: Room[] = []
    let gatheredAt = deps.now()
    try {
      const seqs = await deps.transaction(async tx => {
        await Promise.all([...written].map(room => rooms.loadAuthors(room)))
        gathering = 0
        for (const room of written) {
          const batch = gather(room)
          if (batch) gathered.set(room, batch)
          else unreadable.push(room)
        }
        for (const { documentId } of unreadable) await dropSnapshot(tx, documentId)
        const at = deps.now()
        gatheredAt = at
        await bindClients(tx, [...gathered.keys()].flatMap(freshBindings))
        return appendEntries(
          tx,
          [...gathered].flatMap(([room, batch]) => entryOf(room, batch, at)),
        )
      })
      storingMs = deps.now() - gatheredAt
      for (const [room, batch] of gathered) show(room, batch, seqs.get(room.documentId) ?? room.seq)
    } catch (error) {
      deps.log.error('sync.commit.failed', error, { texts: gathered.size })
      for (const room of written) room.notStored(gathered.get(room) ?? null)
    }
    for (const room of unreadable) {
      room.notStored(null)
      rooms.abandon(room)
    }
    return gathered
  }

  function touch(room: Room, batch: Batch): void {
    try {
      rooms.touched(room, batch)
    } catch (error) {
      deps.log.error('sync.fold.failed', error, { documentId: room.documentId })
      rooms.abandon(room)
    }
  }

  /** @returns null for a text that is not what it was when it was stored: it is opened afresh, from its log */
  function gather(room: Room): Batch | null {
    try {
      return room.gather()
    } catch (error) {
      deps.log.error('sync.text.unreadable', error, { documentId: room.documentId })
      return null
    }
  }

  function show(room: Room, batch: Batch, seq: number): void {
    try {
      room.stored(batch, seq)
    } catch (error) {
      deps.log.error('sync.show.failed', error, { documentId: room.documentId })
      rooms.abandon(room)
    }
  }

  function letGo(room: Room): void {
    written.delete(room)
    rooms.release(room)
  }

  return {
    store(received) {
      const { room } = received.connection
      if (room.receive(received) === 'settled') return
      gathering++
      hurry()
      // A room stays open until what was written in it is stored, also when the writer has gone.
      if (!written.has(room)) {
        written.add(room)
        rooms.holdAgain(room)
      }
      wake()
    },
    wake,
    senders: () => [...written].flatMap(room => room.senders()),
    drained: () => (written.size === 0 ? Promise.resolve() : new Promise(resolve => idle.push(resolve))),
  }
}

function freshBindings({ documentId, authors }: Room): readonly ClientBinding[] {
  return [...(authors?.fresh() ?? [])].map(([clientId, personId]) => ({ documentId, clientId, personId }))
}

function entryOf({ documentId }: Room, batch: Batch, at: LogEntry['at']): readonly LogEntry[] {
  const { update, personId, contributions } = batch
  return update ? [{ documentId, personId, at, bytes: update, contributions }] : []
}
