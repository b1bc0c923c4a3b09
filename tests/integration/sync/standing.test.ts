/** What the server says of a text beside the text: how it stands, and what it holds at rest. */
import { documentSnapshotsTable, documentUpdatesTable, openDatabase } from '#server/db'
import { resumeText } from '#server/sync'
import { closeCodes, messageRest, messageStanding, restHash } from '#shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, test, vi } from 'vitest'
import { join } from 'node:path'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame, updateOf, type Raw } from './clients.ts'
import { closed, folderFor, reads, start, stop, stored, synced, until } from './setup.ts'

/** The bodies of the frames with this number. */
function heard<T>(raw: Raw, message: number, read: (decoder: decoding.Decoder) => T): T[] {
  return raw.frames.flatMap(frame => {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === message ? [read(decoder)] : []
  })
}

const standings = (raw: Raw) =>
  heard(raw, messageStanding, decoder => ({
    epoch: decoding.readVarUint(decoder),
    bytes: decoding.readVarUint(decoder),
    limit: decoding.readVarUint(decoder),
  }))

const rests = (raw: Raw) =>
  heard(raw, messageRest, decoder => ({ seq: decoding.readVarUint(decoder), hash: decoding.readVarString(decoder) }))

describe('at rest', () => {
  test('two clients are told the hash of the text that both have', async () => {
    const host = await start({ limits: { restMs: 60 } })
    const [raw, other] = [
      await connectRaw(host.origin, 'ana', '/sync/d1?ack=1'),
      await connectRaw(host.origin, 'rea', '/sync/d1?ack=1'),
    ]
    const ben = edit(host.origin, 'ben', 'd1')
    await synced(ben)
    ben.text.insert(0, 'words')
    ben.text.format(0, 3, { strong: true })
    const told = { seq: expect.any(Number), hash: restHash(ben.doc) }
    await until(() => expect([rests(raw).at(-1), rests(other).at(-1)]).toEqual([told, told]))
    expect(rests(raw).at(-1)?.seq).toBe(await host.database.read.$count(documentUpdatesTable))
  })

  test('a client that did not ask for it hears nothing but the protocol', async () => {
    const host = await start({ limits: { restMs: 30 } })
    const [plain, asked] = [
      await connectRaw(host.origin, 'rea', '/sync/d1'),
      await connectRaw(host.origin, 'rea', '/sync/d1?ack=1'),
    ]
    const ben = edit(host.origin, 'ben', 'd1')
    await synced(ben)
    ben.text.insert(0, 'words')
    await until(() => expect(rests(asked)).toHaveLength(1))
    expect(new Set(plain.frames.map(([first]) => first))).toEqual(new Set([0, 1]))
  })

  test('a copy that differs is written to the log of the server, and its socket stays', async () => {
    const warn = vi.fn()
    const host = await start({ limits: { restMs: 30 }, log: { info() {}, warn, error() {} } })
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1')
    raw.send(syncFrame(2, updateOf('words')))
    await until(() => expect(rests(raw)).toHaveLength(1))
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageRest)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'another hash')
    raw.send(encoding.toUint8Array(encoder))
    const facts = { documentId: 'd1', personId: 'ana', seq: 1 }
    await until(() => expect(warn).toHaveBeenCalledWith('sync.copy.differs', facts))
    expect(raw.closedWith()).toBeNull()
  })
})

describe('how the text stands', () => {
  test('is said first, and again with each tenth of the limit more', async () => {
    const host = await start({ limits: { documentBytes: 10_000 } })
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1')
    await until(() => expect(standings(raw)).toEqual([{ epoch: 1, bytes: 2, limit: 10_000 }]))
    expect(raw.frames[0]?.[0]).toBe(messageStanding)
    raw.send(syncFrame(2, updateOf('x'.repeat(500))))
    await until(async () => expect(await stored(host, 'd1')).toHaveLength(500))
    raw.send(syncFrame(2, updateOf('y'.repeat(1_200))))
    await until(() => expect(standings(raw)).toHaveLength(2))
    const [, second] = standings(raw)
    expect(second?.bytes).toBeGreaterThan(1_700)
    expect(second?.bytes).toBeLessThan(2_000)
  })

  test('words of another epoch are not merged: 4409', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1&epoch=2')
    await closed(raw, closeCodes.otherEpoch)
    const same = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1&epoch=1')
    await until(() => expect(standings(same)).toHaveLength(1))
    expect(same.closedWith()).toBeNull()
  })

  test('text of others that this text never held is of another epoch: 4409', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    ben.text.insert(0, 'words of ben')
    await reads(ana, 'words of ben')
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(ana.doc))
    // As if the text had been set back: Ben's number reaches further here than it ever did there.
    const further = new Y.Doc()
    Y.applyUpdate(further, Y.encodeStateAsUpdate(page))
    further.clientID = ben.doc.clientID
    further.getText('t').insert(0, 'lost since ')
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.send(syncFrame(0, Y.encodeStateVector(further)))
    await closed(raw, closeCodes.otherEpoch)
  })
})

describe('a text of which a part cannot be read', () => {
  /** Ana's second entry of `d1` is spoiled on the disk; `d2` is sound. */
  async function spoil(): Promise<void> {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd2')]
    await synced(ana, ben)
    for (const letter of 'abc') {
      ana.text.insert(ana.text.length, letter)
      await until(() => expect(ana.acks.at(-1)?.frames).toBe(ana.text.length + 1))
    }
    ben.text.insert(0, 'sound')
    await until(() => expect(ben.acks.at(-1)?.frames).toBe(2))
    ana.provider.destroy()
    ben.provider.destroy()
    await stop()
    const database = openDatabase({ file: join(folderFor('.'), 'plenary.db'), migrationsFolder: 'drizzle' })
    await database.transaction(async tx => {
      await tx.delete(documentSnapshotsTable)
      const rows = await tx.select().from(documentUpdatesTable)
      const second = rows.filter(row => row.documentId === 'd1')[1]
      if (!second) throw new Error('no second entry')
      await tx.delete(documentUpdatesTable)
      await tx
        .insert(documentUpdatesTable)
        .values(rows.map(row => (row === second ? { ...row, bytes: Buffer.from([9, 9]) } : row)))
    })
    await database.close()
  }

  test('opens with what is left, for reading: who writes is told 4423, and the text beside it is as ever', async () => {
    await spoil()
    const host = await start()
    const [ana, rea] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'rea', 'd1')]
    await Promise.all([reads(ana, 'a'), reads(rea, 'a')])
    ana.text.insert(1, 'x')
    await closed(ana, closeCodes.frozen)
    expect([await stored(host, 'd1'), rea.closedWith()]).toEqual(['a', null])
    const ben = edit(host.origin, 'ben', 'd2')
    await reads(ben, 'sound')
    ben.text.insert(5, ' and well')
    await until(async () => expect(await stored(host, 'd2')).toBe('sound and well'))
  })

  test('goes on in a new epoch when it is opened again: open sockets start afresh, older words are not merged', async () => {
    await spoil()
    const host = await start()
    const rea = await connectRaw(host.origin, 'rea', '/sync/d1?ack=1')
    await until(() => expect(standings(rea)).toMatchObject([{ epoch: 1 }]))
    expect(await host.database.transaction(tx => resumeText(tx, 'd1'))).toBe(true)
    host.bus.publish({ type: 'textResumed', documentId: 'd1' })
    await closed(rea, closeCodes.notStored)
    const old = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1&epoch=1')
    await closed(old, closeCodes.otherEpoch)
    const back = await connectRaw(host.origin, 'rea', '/sync/d1?ack=1&epoch=2')
    await until(() => expect(standings(back)).toMatchObject([{ epoch: 2 }]))
    const ana = edit(host.origin, 'ana', 'd1')
    await reads(ana, 'a')
    ana.text.insert(1, ' new')
    await until(async () => expect(await stored(host, 'd1')).toBe('a new'))
  })
})
