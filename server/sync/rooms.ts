/**
 * The open texts. A room is held by each connection in it and by text on its way to the disk; it closes, stored whole, a
 * short while after the last has let go, and gives its memory back.
 */
import { closeCodes } from '#shared/wire'
import type { Deps } from '../deps.ts'
import { Allowance } from './allowance.ts'
import { Authors } from './authors.ts'
import type { Batch } from './batch.ts'
import { packHistory } from './history.ts'
import type { SyncLimits } from './limits.ts'
import { openText } from './open-text.ts'
import { Room } from './room.ts'
import { readClients, storeSnapshot } from './store.ts'

export interface Rooms {
  /** Opens the text, or finds it open, and holds it. Every hold needs its `release`. Rejects when it cannot be read. */
  hold(documentId: string): Promise<Room>
  holdAgain(room: Room): void
  release(room: Room): void
  /** Whose text is whose in this room, read once. */
  loadAuthors(room: Room): Promise<void>
  /** The whole committed state of a text, open or not, as one update. */
  read(documentId: string): Promise<Uint8Array>
  /** Sends everybody out of a room that no longer shows what is stored; who comes back finds it opened afresh. */
  abandon(room: Room): void
  /** The same for a text that may be open. */
  abandonText(documentId: string): Promise<void>
  /** Text of this room has been committed: it will rest, and its log be kept short. */
  touched(room: Room, batch: Batch): void
  count(): number
  /** Stores what is open and closes it. Nobody may hold a room any more. */
  closeAll(): Promise<void>
}

interface Entry {
  readonly room: Promise<Room>
  opened: Room | null
  holds: number
  closing: NodeJS.Timeout | null
  resting: NodeJS.Timeout | null
}

export type RoomDeps = Pick<Deps, 'read' | 'transaction' | 'log' | 'now' | 'bus'>

export function createRooms(deps: RoomDeps, limits: SyncLimits): Rooms {
  const entries = new Map<string, Entry>()
  const snapshotting = new Set<Room>()
  const reading = new Allowance(limits.readingMsPerSecond, () => deps.now())

  async function open(documentId: string): Promise<Room> {
    return new Room(documentId, await openText(deps, documentId), limits, reading)
  }

  async function hold(documentId: string): Promise<Room> {
    const known = entries.get(documentId)
    const entry: Entry = known ?? { room: open(documentId), opened: null, holds: 0, closing: null, resting: null }
    entries.set(documentId, entry)
    grab(entry)
    try {
      entry.opened = await entry.room
      return entry.opened
    } catch (error) {
      if (entries.get(documentId) === entry) entries.delete(documentId)
      throw error
    }
  }

  function grab(entry: Entry): void {
    entry.holds++
    if (entry.closing) clearTimeout(entry.closing)
    entry.closing = null
    // While people come in, nothing else is done that takes its time.
    entry.resting?.refresh()
  }

  function entryOf(room: Room): Entry | null {
    const entry = entries.get(room.documentId)
    return entry?.opened === room ? entry : null
  }

  function release(room: Room): void {
    const entry = entryOf(room)
    if (!entry || --entry.holds > 0) return
    entry.closing = setTimeout(() => void close(entry, room), limits.roomGraceMs)
    entry.closing.unref()
  }

  async function close(entry: Entry, room: Room): Promise<void> {
    if (room.entriesSinceSnapshot > 0) await snapshot(room)
    // Somebody may have come back while the snapshot was written.
    if (entry.holds > 0 || entries.get(room.documentId) !== entry) return
    forget(entry, room)
  }

  function forget(entry: Entry, room: Room): void {
    if (entry.closing) clearTimeout(entry.closing)
    if (entry.resting) clearTimeout(entry.resting)
    entry.resting = null
    entries.delete(room.documentId)
    room.close()
  }

  /** One at a time for a room. What it covers is packed when enough of it has come together. */
  async function snapshot(room: Room): Promise<void> {
    if (snapshotting.has(room)) return
    snapshotting.add(room)
    try {
      // Taken together, before anything is awaited: the number must be that of these bytes.
      const taken = room.snapshot()
      if (!taken) return
      await deps.transaction(tx => storeSnapshot(tx, room.documentId, taken))
      room.snapshotStored(taken.seq)
      await packHistory(deps, room.documentId, taken.seq, limits.entriesPerPack)
    } catch (error) {
      // Nothing is lost: the log holds it all, and the next occasion tries again.
      deps.log.error('sync.snapshot.failed', error, { documentId: room.documentId })
    } finally {
      snapshotting.delete(room)
    }
  }

  function rest(room: Room): void {
    try {
      room.rest()
    } catch (error) {
      deps.log.error('sync.rest.failed', error, { documentId: room.documentId })
      abandon(room)
    }
  }

  function abandon(room: Room): void {
    const entry = entryOf(room)
    if (entry) forget(entry, room)
    for (const connection of room.connections) connection.close(closeCodes.notStored, 'room abandoned')
  }

  return {
    hold,
    release,
    holdAgain(room) {
      const entry = entryOf(room)
      if (entry) grab(entry)
    },
    async loadAuthors(room) {
      if (room.authors) return
      const clients = await readClients(deps.read, room.documentId)
      // Loaded by another meanwhile: that one may know more already.
      room.authors ??= new Authors(clients)
    },
    async read(documentId) {
      const entry = entries.get(documentId)
      if (entry) return (await entry.room).whole()
      return (await openText(deps, documentId)).text.whole()
    },
    abandon,
    async abandonText(documentId) {
      const room = await entries.get(documentId)?.room.catch(() => null)
      if (room) abandon(room)
    },
    touched(room, batch) {
      const entry = entryOf(room)
      if (!entry || (!batch.update && !room.isWritten)) return
      if (entry.resting) entry.resting.refresh()
      else {
        entry.resting = setTimeout(() => {
          entry.resting = null
          rest(room)
        }, limits.restMs)
        entry.resting.unref()
      }
      if (room.entriesSinceSnapshot >= limits.entriesPerSnapshot) void snapshot(room)
      else if (room.tailLength >= limits.entriesPerFold) room.fold()
    },
    count: () => entries.size,
    async closeAll() {
      for (const entry of [...entries.values()]) {
        const room = await entry.room.catch(() => null)
        if (!room) continue
        if (room.entriesSinceSnapshot > 0) await snapshot(room)
        forget(entry, room)
      }
    },
  }
}
