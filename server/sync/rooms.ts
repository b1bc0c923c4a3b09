/**
 * The open texts. A room is held by each connection in it and each update on its way to the disk; it closes, stored
 * whole, a short while after the last has let go, and gives its memory back.
 */
import { closeCodes } from '#shared/wire'
import * as Y from 'yjs'
import type { Deps } from '../deps.ts'
import type { SyncLimits } from './limits.ts'
import { loadDocument, Room } from './room.ts'
import { readStored, storeSnapshot } from './store.ts'

export interface Rooms {
  /** Opens the text, or finds it open, and holds it. Every hold needs its `release`. Rejects when it cannot be read. */
  hold(documentId: string): Promise<Room>
  holdAgain(room: Room): void
  release(room: Room): void
  /** The whole committed state of a text, open or not, as one update. */
  read(documentId: string): Promise<Uint8Array>
  /** Sends everybody out of a room that no longer shows what is stored; who comes back finds it opened afresh. */
  abandon(room: Room): void
  /** Stores a snapshot where the log after the last one has grown long. */
  compact(room: Room): void
  count(): number
  /** Stores what is open and closes it. Nobody may hold a room any more. */
  closeAll(): Promise<void>
}

interface Entry {
  readonly room: Promise<Room>
  opened: Room | null
  holds: number
  closing: NodeJS.Timeout | null
}

export function createRooms(deps: Pick<Deps, 'read' | 'transaction' | 'log'>, limits: SyncLimits): Rooms {
  const entries = new Map<string, Entry>()
  const compacting = new Set<Room>()

  async function open(documentId: string): Promise<Room> {
    return new Room(documentId, await readStored(deps.read, documentId), limits)
  }

  async function hold(documentId: string): Promise<Room> {
    const entry: Entry = entries.get(documentId) ?? { room: open(documentId), opened: null, holds: 0, closing: null }
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
  }

  function release(room: Room): void {
    const entry = entries.get(room.documentId)
    if (!entry || entry.opened !== room || --entry.holds > 0) return
    entry.closing = setTimeout(() => void close(entry, room), limits.roomGraceMs)
    entry.closing.unref()
  }

  async function close(entry: Entry, room: Room): Promise<void> {
    if (room.updatesSinceSnapshot > 0) await snapshot(room)
    // Somebody may have come back while the snapshot was written.
    if (entry.holds > 0 || entries.get(room.documentId) !== entry) return
    entries.delete(room.documentId)
    room.close()
  }

  async function snapshot(room: Room): Promise<void> {
    // Taken together, before anything is awaited: the number must be that of these bytes.
    const { seq } = room
    const bytes = room.whole()
    try {
      await deps.transaction(tx => storeSnapshot(tx, room.documentId, seq, bytes))
      room.snapshotStored(seq)
    } catch (error) {
      // Nothing is lost: the log holds it all, and the next occasion tries again.
      deps.log.error('sync.snapshot.failed', error, { documentId: room.documentId })
    }
  }

  return {
    hold,
    release,
    holdAgain(room) {
      const entry = entries.get(room.documentId)
      if (entry?.opened === room) grab(entry)
    },
    async read(documentId) {
      const entry = entries.get(documentId)
      if (entry) return (await entry.room).whole()
      const stored = await readStored(deps.read, documentId)
      if (stored.snapshot && stored.updates.length === 0) return stored.snapshot
      return Y.encodeStateAsUpdate(loadDocument(stored))
    },
    abandon(room) {
      entries.delete(room.documentId)
      for (const connection of room.connections) connection.close(closeCodes.notStored, 'room abandoned')
    },
    compact(room) {
      if (room.updatesSinceSnapshot < limits.updatesPerSnapshot || compacting.has(room)) return
      compacting.add(room)
      void snapshot(room).then(() => compacting.delete(room))
    },
    count: () => entries.size,
    async closeAll() {
      for (const [documentId, entry] of entries) {
        if (entry.closing) clearTimeout(entry.closing)
        const room = await entry.room.catch(() => null)
        if (room && room.updatesSinceSnapshot > 0) await snapshot(room)
        entries.delete(documentId)
        room?.close()
      }
    },
  }
}
