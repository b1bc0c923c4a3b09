import { documentUpdatesTable } from '#server/db'
import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame, updateOf } from './clients.ts'
import { closed, reads, start, stored, synced, until } from './setup.ts'

describe('writing together', () => {
  test('two unmodified providers that write at once converge on the same text', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    for (let round = 0; round < 50; round++) {
      ana.text.insert(ana.text.length, 'a')
      ben.text.insert(0, 'b')
    }
    await until(() => {
      expect(ana.text.length).toBe(100)
      expect(ben.text.toJSON()).toBe(ana.text.toJSON())
    })
    await until(async () => expect(await stored(host, 'd1')).toBe(ana.text.toJSON()))
  })

  test('[A5] each stored update carries the person whose connection brought it, and a seeded one nobody', async () => {
    const host = await start()
    await host.seed('d1', updateOf('seeded'))
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await reads(ana, 'seeded')
    await reads(ben, 'seeded')
    ana.text.insert(0, 'A')
    await reads(ben, 'Aseeded')
    ben.text.insert(0, 'B')
    await reads(ana, 'BAseeded')
    const rows = await host.database.read.select().from(documentUpdatesTable).orderBy(documentUpdatesTable.seq)
    expect(rows.map(row => row.personId)).toEqual([null, 'ana', 'ben'])
    expect(rows.every(row => row.documentId === 'd1' && row.at > 0)).toBe(true)
  })

  test('words written while apart arrive on return, also those typed before the handshake is over', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    ana.provider.disconnect()
    ana.text.insert(0, 'apart ')
    ana.provider.on('status', ({ status }) => {
      if (status === 'connected') ana.text.insert(6, 'and back')
    })
    ana.provider.connect()
    await reads(ben, 'apart and back')
    await until(() => expect(ana.acks.at(-1)?.frames).toBe(2))
  })

  test('an edit that comes before the answer it builds on waits for it', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1')
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'one ')
    const first = Y.encodeStateAsUpdate(doc)
    const before = Y.encodeStateVector(doc)
    doc.getText('t').insert(4, 'two')
    raw.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)))
    raw.send(syncFrame(1, first))
    await until(async () => expect(await stored(host, 'd1')).toBe('one two'))
    await until(() => expect(raw.frames.map(frame => [...frame])).toContainEqual([80, 1, 2]))
  })

  test('marks that two people set at once are stored and shown, although Yjs tidies one of them away', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    const [anas, bens] = [ana, ben].map(({ doc }) => doc.getXmlFragment('narrative'))
    anas?.insert(0, [new Y.XmlText('some words here')])
    await until(() => expect(bens?.toJSON()).toBe('some words here'))
    const [one, other] = [anas?.get(0), bens?.get(0)] as Y.XmlText[]
    // Ben has not heard of Ana's when he sets his.
    ben.provider.disconnect()
    other?.format(0, 10, { strong: {} })
    one?.format(0, 10, { strong: {} })
    await until(() => expect(ana.acks.at(-1)?.frames).toBe(3))
    ben.provider.connect()
    const marked = '<strong>some words</strong> here'
    await until(async () => {
      const state = new Y.Doc()
      Y.applyUpdate(state, await host.sync.readDocument('d1'))
      expect([state.store.clients.size, state.store.pendingDs]).toEqual([2, null])
      const replicas = [ana.doc, ben.doc, state].map(doc => doc.getXmlFragment('narrative').toJSON())
      expect(replicas).toEqual([marked, marked, marked])
      expect(ana.doc.store.pendingDs).toBeNull()
    })
    const late = edit(host.origin, 'rea', 'd1')
    await until(() => expect(late.doc.getXmlFragment('narrative').toJSON()).toBe(marked))
  })

  test('an edit after a jump of the clock is not taken, and its sender is closed with 4400', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'lost')
    const before = Y.encodeStateVector(doc)
    doc.getText('t').insert(4, ' kept')
    raw.send(syncFrame(1, new Uint8Array([0, 0])))
    raw.send(syncFrame(2, Y.encodeStateAsUpdate(doc, before)))
    await closed(raw, closeCodes.malformed)
    expect(await stored(host, 'd1')).toBe('')
  })
})
