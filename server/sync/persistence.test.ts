import { documentSnapshotsTable, documentUpdatesTable, type Database } from '#server/db'
import { closeCodes } from '#shared/wire'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, docOf, enterRoom, type Guest } from '../../tests/support/sync-room.ts'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { letTimeGo, pass, passUntil, stopTime } from '../../tests/support/virtual-time.ts'
import { defaultSyncLimits } from './limits.ts'
import { createPersistence, type Persistence } from './persistence.ts'
import { createRooms, type Rooms } from './rooms.ts'

let temp: TempDeps
let rooms: Rooms
let persistence: Persistence
/** When each commit began, since the test did. */
let began: number[]
let errors: string[]
let diskMs: number
let fails: boolean

beforeEach(() => {
  temp = openTempDeps()
  stopTime()
  const start = Date.now()
  began = []
  errors = []
  diskMs = 0
  fails = false
  const transaction: Database['transaction'] = async work => {
    began.push(Date.now() - start)
    return temp.deps.transaction(async tx => {
      const result = await work(tx)
      if (diskMs > 0) await new Promise(resolve => setTimeout(resolve, diskMs))
      if (fails) throw new Error('disk full')
      return result
    })
  }
  const log = { info() {}, warn() {}, error: (event: string) => void errors.push(event) }
  const deps = { ...temp.deps, transaction, log, now: () => Date.now() }
  rooms = createRooms(deps, defaultSyncLimits)
  persistence = createPersistence(deps, rooms, defaultSyncLimits)
})

afterEach(async () => {
  await passUntil(temp.close())
  letTimeGo()
})

async function enter(person: string, documentId = 'd1'): Promise<Guest> {
  const room = await passUntil(rooms.hold(documentId))
  return enterRoom(room, person, defaultSyncLimits, received => persistence.store(received))
}

function pen(guest: Guest): () => void {
  const doc = new Y.Doc()
  return () => guest.send(change(doc, () => doc.getText('t').insert(doc.getText('t').length, 'x')))
}

/** Between the beginnings of two commits. */
const pauses = () => began.slice(1).map((at, index) => at - (began[index] ?? 0))

const rows = () => temp.deps.read.select().from(documentUpdatesTable).orderBy(asc(documentUpdatesTable.seq))

describe('when text is stored', () => {
  test('of one person alone at once', async () => {
    const write = pen(await enter('ana'))
    write()
    await pass(0)
    expect([began, (await rows()).length]).toEqual([[0], 1])
  })

  test('again at once after a pause', async () => {
    const write = pen(await enter('ana'))
    write()
    await pass(50)
    write()
    await pass(0)
    expect(began).toEqual([0, 50])
  })

  test('what many write during a commit together, one row to a text', async () => {
    const writes = [pen(await enter('ana')), pen(await enter('ben')), pen(await enter('ana', 'd2'))]
    diskMs = 10
    for (let round = 0; round < 20; round++) {
      writes.forEach(write => write())
      await pass(1)
    }
    await passUntil(persistence.drained())
    expect(began.length).toBe(2)
    expect((await rows()).map(row => row.documentId)).toEqual(['d1', 'd2', 'd1', 'd2'])
    const doc = docOf(...(await rows()).filter(row => row.documentId === 'd1').map(row => row.bytes))
    expect(doc.getText('t').length).toBe(40)
  })

  test('so that a slow disk is used at most half of the time', async () => {
    const write = pen(await enter('ana'))
    diskMs = 30
    for (let round = 0; round < 300; round++) {
      write()
      await pass(1)
    }
    await passUntil(persistence.drained())
    expect(pauses().every(pause => pause >= 2 * diskMs && pause <= 2 * diskMs + 2)).toBe(true)
    expect(began.length).toBeGreaterThanOrEqual(5)
  })

  test('no sooner than the bound after a commit that took no time', async () => {
    const write = pen(await enter('ana'))
    for (let round = 0; round < 12; round++) {
      write()
      await pass(1)
    }
    expect(Math.min(...pauses())).toBeGreaterThanOrEqual(defaultSyncLimits.gatherMs)
    expect(began.length).toBeLessThanOrEqual(1 + 12 / defaultSyncLimits.gatherMs)
  })
})

describe('when a commit fails', () => {
  test('its senders begin again, and what comes then is stored', async () => {
    const ana = await enter('ana')
    fails = true
    pen(ana)()
    await pass(20)
    expect([ana.codes, errors, (await rows()).length]).toEqual([[closeCodes.notStored], ['sync.commit.failed'], 0])
    fails = false
    const again = await enter('ana')
    pen(again)()
    await pass(20)
    expect([again.codes, (await rows()).length]).toEqual([[], 1])
  })
})

describe('a text whose snapshot turns out to be unreadable', () => {
  test('does not hold up the others, and is opened afresh from its log', async () => {
    const first = await enter('ana')
    pen(first)()
    await pass(20)
    rooms.release(first.connection.room)
    await pass(defaultSyncLimits.roomGraceMs + 10)
    expect(rooms.count()).toBe(0)
    // An older one, without a checksum: its structs are sound and its deletions are not, which shows when a document is built.
    await passUntil(
      temp.deps.transaction(async tx => {
        const [snapshot] = await tx.select().from(documentSnapshotsTable)
        const bytes = snapshot?.bytes.subarray(0, -1) ?? Buffer.alloc(0)
        await tx
          .update(documentSnapshotsTable)
          .set({ bytes: Buffer.concat([bytes, Buffer.from([1, 1])]), checksum: null })
      }),
    )
    const [ana, ben] = [await enter('ana'), await enter('ben', 'd2')]
    pen(ana)()
    pen(ben)()
    await pass(20)
    expect([ana.codes, ben.codes, errors]).toEqual([[closeCodes.notStored], [], ['sync.text.unreadable']])
    expect((await rows()).map(row => row.documentId)).toEqual(['d1', 'd2'])
    const again = await enter('ana')
    pen(again)()
    await pass(20)
    expect(again.codes).toEqual([])
    const whole = await passUntil(rooms.read('d1'))
    expect(docOf(whole).getText('t').toJSON()).toBe('xx')
  })
})
