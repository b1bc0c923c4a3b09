import { documentSnapshotsTable } from '#server/db'
import { messageRest, restHash } from '#shared/wire'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, docOf, enterRoom, type Guest } from '../../tests/support/sync-room.ts'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { letTimeGo, pass, passUntil, stopTime } from '../../tests/support/virtual-time.ts'
import { defaultSyncLimits } from './limits.ts'
import { createPersistence, type Persistence } from './persistence.ts'
import { createRooms, type Rooms } from './rooms.ts'

const limits = { ...defaultSyncLimits, entriesPerSnapshot: 6, entriesPerFold: 3, restMs: 1_000, roomGraceMs: 500 }

let temp: TempDeps
let rooms: Rooms
let persistence: Persistence

beforeEach(() => {
  temp = openTempDeps()
  stopTime()
  const deps = { ...temp.deps, now: () => Date.now() }
  rooms = createRooms(deps, limits)
  persistence = createPersistence(deps, rooms, limits)
})

afterEach(async () => {
  await passUntil(temp.close())
  letTimeGo()
})

async function enter(person: string): Promise<Guest & { write(words: string): Promise<void>; leave(): void }> {
  const room = await passUntil(rooms.hold('d1'))
  const guest = enterRoom(room, person, limits, received => persistence.store(received))
  const doc = new Y.Doc()
  return {
    ...guest,
    async write(words) {
      guest.send(change(doc, () => doc.getText('t').insert(doc.getText('t').length, words)))
      await pass(20)
    },
    leave() {
      room.leave(guest.connection)
      rooms.release(room)
    },
  }
}

/** Each time this one was told what the text holds at rest. */
function rests({ frames }: Guest): { seq: number; hash: string }[] {
  return frames.flatMap(frame => {
    const decoder = decoding.createDecoder(frame.subarray(2))
    if (decoding.readVarUint(decoder) !== messageRest) return []
    return [{ seq: decoding.readVarUint(decoder), hash: decoding.readVarString(decoder) }]
  })
}

describe('a text at rest', () => {
  test('is compared with every copy that asks for it, and gives its document back', async () => {
    const [ana, ben] = [await enter('ana'), await enter('ben')]
    const { room } = ana.connection
    await ana.write('words')
    expect([room.isWritten, rests(ana)]).toEqual([true, []])
    await pass(limits.restMs)
    const hash = restHash(docOf(await room.whole()))
    expect([room.isWritten, rests(ana), rests(ben)]).toEqual([false, [{ seq: 1, hash }], [{ seq: 1, hash }]])
  })

  test('rests only when nobody has written for a while', async () => {
    const ana = await enter('ana')
    for (let round = 0; round < 5; round++) {
      await ana.write('x')
      await pass(limits.restMs - 50)
    }
    expect([rests(ana), ana.connection.room.isWritten]).toEqual([[], true])
    await pass(100)
    expect([rests(ana).length, ana.connection.room.isWritten]).toEqual([1, false])
  })

  test('is written again from where it was, and rests again', async () => {
    const ana = await enter('ana')
    await ana.write('one ')
    await pass(limits.restMs)
    await ana.write('two')
    await pass(limits.restMs)
    const [first, second] = rests(ana)
    expect([first?.seq, second?.seq, first?.hash === second?.hash]).toEqual([1, 2, false])
    expect(
      docOf(await ana.connection.room.whole())
        .getText('t')
        .toJSON(),
    ).toBe('one two')
  })

  test('that is only read has no document at all', async () => {
    const ana = await enter('ana')
    ana.send(new Uint8Array([0, 0]), 'answer')
    await pass(2 * limits.restMs)
    expect([ana.connection.room.isWritten, rests(ana)]).toEqual([false, []])
  })
})

describe('a room', () => {
  test('keeps what has come since the whole short, and the whole state on disk', async () => {
    const ana = await enter('ana')
    for (let at = 0; at < 14; at++) {
      await ana.write('x')
      expect(ana.connection.room.tailLength).toBeLessThan(limits.entriesPerFold)
    }
    const [snapshot] = await temp.deps.read.select().from(documentSnapshotsTable)
    expect(snapshot?.seq).toBe(12)
    expect(ana.connection.room.entriesSinceSnapshot).toBe(2)
  })

  test('stays open for somebody who reloads the page, and closes when nobody comes', async () => {
    const ana = await enter('ana')
    const { room } = ana.connection
    await ana.write('x')
    ana.leave()
    await pass(limits.roomGraceMs - 50)
    const again = await enter('ana')
    expect(again.connection.room).toBe(room)
    await pass(2 * limits.roomGraceMs)
    expect(rooms.count()).toBe(1)
    again.leave()
    await pass(limits.roomGraceMs + 50)
    expect(rooms.count()).toBe(0)
    const [snapshot] = await temp.deps.read.select().from(documentSnapshotsTable)
    expect(
      docOf(snapshot?.bytes ?? new Uint8Array())
        .getText('t')
        .toJSON(),
    ).toBe('x')
  })

  test('stays open until what was written in it is stored, also when its writer has gone', async () => {
    const ana = await enter('ana')
    ana.connection.underReview = true
    await ana.write('x')
    ana.leave()
    await pass(10 * limits.roomGraceMs)
    expect(rooms.count()).toBe(1)
    ana.connection.underReview = false
    persistence.wake()
    await pass(limits.roomGraceMs + 50)
    expect([
      rooms.count(),
      docOf(await passUntil(rooms.read('d1')))
        .getText('t')
        .toJSON(),
    ]).toEqual([0, 'x'])
  })

  test('that was left in disorder sends everybody out, and opens afresh', async () => {
    const ana = await enter('ana')
    await ana.write('x')
    rooms.abandon(ana.connection.room)
    expect([ana.codes, rooms.count()]).toEqual([[4500], 0])
    const again = await enter('ana')
    expect(again.connection.room).not.toBe(ana.connection.room)
    expect(
      docOf(await again.connection.room.whole())
        .getText('t')
        .toJSON(),
    ).toBe('x')
  })
})
