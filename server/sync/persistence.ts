/**
 * On disk before on screen.
 *
 * Text from all rooms is gathered and committed together: one transaction, one row per update with the person whose
 * connection brought it. [A5] Only when the commit has returned does a room take the updates, show them to the others and
 * acknowledge them. The queue runs as soon as there is something in it, after the sockets that are ready have been read,
 * and gathers while a commit is under way: alone one waits for nothing, and many share one disk write.
 *
 * When a commit fails nothing of it is shown or acknowledged. Its senders are closed with `notStored`; their editors keep
 * the words, come back and offer them again. Everybody else is untouched.
 */
import { closeCodes } from '#shared/wire'
import type { Deps } from '../deps.ts'
import type { Connection, Received } from './connection.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import { appendUpdates } from './store.ts'
import type { TextUpdate } from './text-update.ts'

export interface Persistence {
  store(received: Received): void
  /** To be called when text that waited for a review may go on. */
  wake(): void
  /** Resolves when nothing is left to be stored. */
  drained(): Promise<void>
}

/** Edits that one connection may send ahead of its answer. */
const waitingFrames = 1_000

interface Batch {
  readonly taken: readonly Received[]
  readonly fresh: Received[]
  /** All that is stored or held nothing new, in order of arrival. */
  readonly settled: Map<Connection, TextUpdate[]>
}

export function createPersistence(deps: Pick<Deps, 'transaction' | 'log'>, rooms: Rooms): Persistence {
  let queue: Received[] = []
  let running = false
  let idle: (() => void)[] = []

  function wake(): void {
    if (running || !queue.some(isReady)) return
    running = true
    setImmediate(() => void run())
  }

  async function run(): Promise<void> {
    const batch = await flush()
    running = false
    for (const { connection } of batch.taken) rooms.release(connection.room)
    if (queue.length === 0) {
      for (const resolve of idle) resolve()
      idle = []
    }
    wake()
  }

  async function flush(): Promise<Batch> {
    // Gathered when it is this transaction's turn: what arrived while another was writing goes along, and who lost the
    // right to write meanwhile does not.
    let gathered: Batch | null = null
    const gather = (): Batch => (gathered ??= judgeAll(take()))
    try {
      const seqs = await deps.transaction(tx => appendUpdates(tx, gather().fresh.map(toLogged)))
      show(gather().fresh, seqs)
    } catch (error) {
      deps.log.error('sync.commit.failed', error, { updates: gather().fresh.length })
      for (const { connection } of gather().fresh) {
        connection.room.notStored()
        connection.close(closeCodes.notStored, 'not stored')
      }
    }
    for (const [connection, updates] of gather().settled) {
      if (connection.state === 'open') connection.settled(updates)
    }
    return gather()
  }

  function take(): readonly Received[] {
    const taken = queue.filter(isReady)
    queue = queue.filter(received => !isReady(received))
    return taken
  }

  function show(fresh: readonly Received[], seqs: ReadonlyMap<string, number>): void {
    for (const [room, updates] of byRoom(fresh)) {
      try {
        room.commit(updates, seqs.get(room.documentId) ?? room.seq)
        rooms.compact(room)
      } catch (error) {
        deps.log.error('sync.apply.failed', error, { documentId: room.documentId })
        rooms.abandon(room)
      }
    }
  }

  return {
    store(received) {
      // A room stays open until what was written in it is stored, also when the writer has gone.
      rooms.holdAgain(received.connection.room)
      queue.push(received)
      wake()
    },
    wake,
    drained: () => (queue.length === 0 && !running ? Promise.resolve() : new Promise(resolve => idle.push(resolve))),
  }
}

function isReady({ connection }: Received): boolean {
  return !connection.underReview || connection.state === 'refused'
}

/** Looks at each frame in order of arrival, against what is stored and what will be before it. */
function judgeAll(taken: readonly Received[]): Batch {
  const batch: Batch = { taken, fresh: [], settled: new Map() }

  function judge(received: Received): void {
    const { connection, update } = received
    if (connection.state === 'refused') return
    const verdict = connection.room.judge(connection, update)
    switch (verdict.kind) {
      case 'new':
        batch.fresh.push(received)
        return settle(received)
      case 'nothingNew':
        return settle(received)
      case 'gap':
        return wait(received)
      case 'refused':
        return connection.close(verdict.code, verdict.reason)
    }
  }

  function settle({ connection, update, step }: Received): void {
    const settled = batch.settled.get(connection)
    if (settled) settled.push(update)
    else batch.settled.set(connection, [update])
    if (step !== 'answer') return
    connection.answered = true
    const waiting = connection.waiting
    connection.waiting = []
    waiting.forEach(judge)
  }

  taken.forEach(judge)
  return batch
}

/** An edit may come before the answer it builds on. After the answer a gap means that something was lost: begin again. */
function wait(received: Received): void {
  const { connection, step } = received
  if (connection.answered || step === 'answer') return connection.close(closeCodes.notStored, 'text missing')
  if (connection.waiting.length >= waitingFrames) return connection.close(closeCodes.malformed, 'text missing')
  connection.waiting.push(received)
}

function toLogged({ connection, update, at }: Received): Parameters<typeof appendUpdates>[1][number] {
  return { documentId: connection.room.documentId, personId: connection.identity.personId, at, bytes: update.bytes }
}

function byRoom(fresh: readonly Received[]): ReadonlyMap<Room, readonly Received[]> {
  const grouped = new Map<Room, Received[]>()
  for (const received of fresh) {
    const updates = grouped.get(received.connection.room)
    if (updates) updates.push(received)
    else grouped.set(received.connection.room, [received])
  }
  return grouped
}
