import { closeCodes } from '#shared/wire'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame, updateOf } from './clients.ts'
import { closed, start, stored, synced, until } from './setup.ts'

describe('bad input', () => {
  const valid = updateOf('valid')

  test.each([
    ['an empty frame', new Uint8Array()],
    ['an update cut short', syncFrame(2, valid).slice(0, -3)],
    ['an update with bytes after its end', syncFrame(2, new Uint8Array([...valid, 7]))],
    ['a frame with bytes after its end', new Uint8Array([...syncFrame(2, valid), 7])],
    ['an update of noise', syncFrame(2, new Uint8Array([9, 9, 9, 9, 9]))],
    ['a length far beyond its bytes', new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1])],
    ['an unknown sync step', new Uint8Array([0, 9, 0])],
    ['a state vector cut short', new Uint8Array([0, 0, 2, 5, 1])],
    ['presence that is not JSON', new Uint8Array([1, 5, 1, 7, 0, 1, 0x7b])],
  ])('%s closes its own socket with 4400 and touches nobody else', async (_name, frame) => {
    const host = await start()
    const ben = edit(host.origin, 'ben', 'd1')
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    await synced(ben)
    raw.send(frame)
    await closed(raw, closeCodes.malformed)
    ben.text.insert(0, 'undisturbed')
    await until(async () => expect(await stored(host, 'd1')).toBe('undisturbed'))
    expect(ben.closedWith()).toBeNull()
  })

  test('a text message closes with 4400', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.socket.send('words')
    await closed(raw, closeCodes.malformed)
  })

  test('a message number of a later protocol is passed over', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1?ack=1')
    raw.send(new Uint8Array([99, 1, 2, 3]))
    raw.send(syncFrame(2, valid))
    await until(async () => expect(await stored(host, 'd1')).toBe('valid'))
    expect(raw.closedWith()).toBeNull()
  })

  test('a frame over the limit closes with 4413', async () => {
    const host = await start({ limits: { frameBytes: 1_000 } })
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.send(syncFrame(2, updateOf('x'.repeat(2_000))))
    await closed(raw, closeCodes.tooLarge)
  })

  test('a text that would grow over its limit refuses with 4413 and keeps what it has', async () => {
    const host = await start({ limits: { documentBytes: 1_000 } })
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.send(syncFrame(2, updateOf('x'.repeat(600))))
    await until(async () => expect(await stored(host, 'd1')).toHaveLength(600))
    raw.send(syncFrame(2, updateOf('y'.repeat(600))))
    await closed(raw, closeCodes.tooLarge)
    expect(await stored(host, 'd1')).toHaveLength(600)
  })

  test('very many edits that wait for a missing one are refused before they cost anything', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    const doc = new Y.Doc()
    const edits: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => edits.push(update))
    for (let at = 0; at < 5_000; at++) doc.getText('t').insert(at, 'x')
    for (const update of edits.slice(1)) raw.send(syncFrame(2, update))
    await closed(raw, closeCodes.malformed)
    expect(await stored(host, 'd1')).toBe('')
  })

  test('a socket that gives no sign of life is ended', async () => {
    const host = await start({ limits: { heartbeatMs: 50 } })
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.socket.pause()
    await until(() => expect(host.sync.counts().connections).toBe(0))
  })

  test('a reader who does not keep up is closed with 1013', async () => {
    const ended = vi.fn()
    const host = await start({
      limits: { outgoingBytes: 200_000 },
      log: { info: ended, warn() {}, error() {} },
    })
    const ana = edit(host.origin, 'ana', 'd1')
    const slow = await connectRaw(host.origin, 'ben', '/sync/d1')
    await synced(ana)
    slow.socket.pause()
    await until(() => {
      ana.text.insert(0, 'x'.repeat(50_000))
      expect(ended).toHaveBeenCalledWith('sync.closed', expect.objectContaining({ reason: 'reads too slowly' }))
    })
    slow.socket.resume()
    await closed(slow, closeCodes.tryAgainLater)
    expect(ana.closedWith()).toBeNull()
  })
})
