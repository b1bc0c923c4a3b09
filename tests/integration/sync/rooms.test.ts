import { documentSnapshotsTable, documentUpdatesTable } from '#server/db'
import { describe, expect, test } from 'vitest'
import { closeClients, connectRaw, edit, syncFrame, updateOf } from './clients.ts'
import { closed, reads, start, stop, stored, synced, until } from './setup.ts'

describe('rooms', () => {
  test('a room that empties is stored whole, closed, and opens again as it was', async () => {
    const host = await start({ limits: { roomGraceMs: 20 } })
    const ana = edit(host.origin, 'ana', 'd1')
    await synced(ana)
    for (const letter of 'order') {
      ana.text.insert(ana.text.length, letter)
      await until(() => expect(ana.acks.at(-1)?.frames).toBe(ana.text.length + 1))
    }
    ana.provider.disconnect()
    await until(() => expect(host.sync.counts()).toEqual({ rooms: 0, connections: 0 }))
    const snapshots = await host.database.read.select().from(documentSnapshotsTable)
    expect(snapshots.map(({ documentId, seq }) => ({ documentId, seq }))).toEqual([{ documentId: 'd1', seq: 5 }])
    expect(await host.database.read.$count(documentUpdatesTable)).toBe(5)
    await reads(edit(host.origin, 'ben', 'd1'), 'order')
  })

  test('a long log is compacted while people write, and opens from snapshot and rest alike', async () => {
    let host = await start({ limits: { entriesPerSnapshot: 10 } })
    const ana = edit(host.origin, 'ana', 'd1')
    await synced(ana)
    for (let at = 0; at < 47; at++) {
      ana.text.insert(at, String(at % 10))
      await until(() => expect(ana.acks.at(-1)?.frames).toBe(at + 2))
    }
    await until(async () => {
      const [snapshot] = await host.database.read.select().from(documentSnapshotsTable)
      expect(snapshot?.seq).toBeGreaterThanOrEqual(20)
    })
    const written = ana.text.toJSON()
    closeClients()
    await stop()
    host = await start()
    expect(await stored(host, 'd1')).toBe(written)
    expect(await host.database.read.$count(documentUpdatesTable)).toBe(47)
  })

  test('a server that stops stores what it has received and says goodbye with 1001', async () => {
    let host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1')
    raw.send(syncFrame(2, updateOf('last words')))
    await until(async () => expect(await stored(host, 'd1')).toBe('last words'))
    await stop()
    await closed(raw, 1001)
    host = await start()
    expect(await stored(host, 'd1')).toBe('last words')
  })
})

describe('hints', () => {
  test('a change is told to every open page, without content', async () => {
    const host = await start()
    const pages = await Promise.all(['ana', 'rea'].map(person => connectRaw(host.origin, person, '/live')))
    host.bus.publish({ type: 'changed', topic: 'motion', id: 'm1' })
    await until(() =>
      expect(pages.map(page => page.frames.map(String))).toEqual([
        ['{"topic":"motion","id":"m1"}'],
        ['{"topic":"motion","id":"m1"}'],
      ]),
    )
  })
})
