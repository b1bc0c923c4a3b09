import { closeCodes, messageAwareness } from '#shared/wire'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame, type Editor } from '../clients.ts'
import { closed, synced, until } from '../setup.ts'
import { underAttack } from './attack.ts'
import { forge, words } from './forge.ts'
import { closeTcp, closingCode, connectTcp, frame, upgradeRequest, upgradeTcp } from './tcp.ts'

const attack = underAttack({ guests: 300, limits: { undecided: 50, outgoingBytes: 1_000_000 } })
afterEach(closeTcp)

const nothing = new Uint8Array()

describe('what no WebSocket client sends', () => {
  test.each<[string, Buffer, number]>([
    ['an opcode that is none', frame(nothing, { opcode: 3 }), closeCodes.malformed],
    ['a control opcode that is none', frame(nothing, { opcode: 11 }), closeCodes.malformed],
    ['a reserved bit', frame(nothing, { reserved: 4 }), closeCodes.malformed],
    ['all reserved bits', frame(nothing, { reserved: 7 }), closeCodes.malformed],
    ['a frame without a mask', frame(new Uint8Array([3]), { isMasked: false }), closeCodes.malformed],
    ['a continuation of nothing', frame(nothing, { opcode: 0 }), closeCodes.malformed],
    ['a second beginning', Buffer.concat([frame(nothing, { isFinal: false }), frame(nothing)]), closeCodes.malformed],
    ['a ping in parts', frame(nothing, { opcode: 9, isFinal: false }), closeCodes.malformed],
    ['a ping that is too long', frame(Buffer.alloc(126), { opcode: 9 }), closeCodes.malformed],
    ['a closing with half a code', frame(new Uint8Array([1]), { opcode: 8 }), closeCodes.malformed],
    ['a text that is no UTF-8', frame(new Uint8Array([0xff, 0xff]), { opcode: 1 }), closeCodes.malformed],
    ['a text', frame(Buffer.from('words'), { opcode: 1 }), closeCodes.malformed],
    ['a frame of 50 MB, of which the beginning comes', frame(Buffer.alloc(100), { claims: 50e6 }), closeCodes.tooLarge],
    ['a frame longer than all numbers', frame(Buffer.alloc(100), { claims: 2 ** 60 }), closeCodes.tooLarge],
    [
      'parts that are together too long',
      Buffer.concat([frame(Buffer.alloc(900_000), { isFinal: false }), frame(Buffer.alloc(900_000), { opcode: 0 })]),
      closeCodes.tooLarge,
    ],
  ])('%s', async (_name, bytes, code) => {
    const tcp = await upgradeTcp(attack.server.origin, attack.path)
    tcp.socket.write(bytes)
    await until(() => expect(closingCode(tcp.received())).toBe(code))
    await until(() => expect(tcp.isClosed()).toBe(true))
  })

  test('a frame of 50 MB in full', async () => {
    const mal = await attack.connect()
    mal.socket.on('error', () => undefined)
    mal.send(new Uint8Array(50e6))
    await until(() => expect(mal.closedWith()).not.toBeNull())
  })

  test.each([
    ['empty', 0],
    ['of one byte', 1],
  ])('a message in %s parts that never ends', async (_name, length) => {
    const before = (await attack.server.ask.standing()).memoryBytes
    const tcp = await upgradeTcp(attack.server.origin, attack.path)
    tcp.socket.write(frame(new Uint8Array(length), { isFinal: false }))
    const parts = Buffer.concat(
      Array.from({ length: 20_000 }, () => frame(new Uint8Array(length), { opcode: 0, isFinal: false })),
    )
    tcp.socket.write(parts)
    await until(() => expect(closingCode(tcp.received())).toBe(closeCodes.tooLarge))
    expect((await attack.server.ask.standing()).memoryBytes - before).toBeLessThan(100e6)
  })

  test('pings without end, whose answers nobody reads', async () => {
    const before = (await attack.server.ask.standing()).memoryBytes
    const tcp = await upgradeTcp(attack.server.origin, attack.path)
    tcp.socket.pause()
    const pings = Buffer.concat(Array.from({ length: 10_000 }, () => frame(Buffer.alloc(125), { opcode: 9 })))
    for (let round = 0; round < 40 && !tcp.isClosed(); round++) {
      await new Promise(resolve => tcp.socket.write(pings, resolve))
    }
    tcp.socket.resume()
    await until(() => expect(tcp.isClosed()).toBe(true))
    expect((await attack.server.ask.standing()).memoryBytes - before).toBeLessThan(30e6)
  })

  test('a thousand empty frames', async () => {
    const mal = await attack.connect()
    for (let count = 0; count < 1_000; count++) mal.send(nothing)
    await closed(mal, closeCodes.malformed)
  })
})

describe('before the upgrade', () => {
  test('five hundred requests that never end hold nobody up', async () => {
    const half = upgradeRequest(attack.path, 'mal').slice(0, -2)
    await Promise.all(Array.from({ length: 500 }, () => connectTcp(attack.server.origin, half)))
    await until(async () => expect((await attack.server.ask.standing()).sockets).toBeGreaterThan(500))
  })

  test.each([
    ['without a key', { 'sec-websocket-key': '' }, 400],
    ['of another version', { 'sec-websocket-version': '7' }, 400],
    ['to another protocol', { upgrade: 'h2c' }, 400],
    ['of another site', { origin: 'https://elsewhere.example' }, 403],
    ['of no site', { origin: 'null' }, 403],
  ])('an upgrade %s is refused', async (_name, headers, status) => {
    const tcp = await connectTcp(attack.server.origin, upgradeRequest(attack.path, 'mal', headers))
    await until(() => expect(tcp.received().toString()).toMatch(new RegExp(`^HTTP/1\\.1 (${status}|404) `)))
    await until(() => expect(tcp.isClosed()).toBe(true))
  })

  test('many upgrades of nobody at once are refused, and nobody else is', async () => {
    const tcps = await Promise.all(
      Array.from({ length: 400 }, () => connectTcp(attack.server.origin, upgradeRequest(attack.path, 'nobody'))),
    )
    await until(() => expect(tcps.every(tcp => tcp.received().length > 0)).toBe(true))
    for (const tcp of tcps) expect(tcp.received().toString('latin1')).toMatch(/^HTTP\/1\.1 (101|503) /)
    await until(() => expect(tcps.every(tcp => tcp.isClosed() || closingCode(tcp.received()) === 4401)).toBe(true))
  })

  test.each([
    '/sync/..',
    '/sync/../live',
    '/sync/%2e%2e',
    '/sync/..%2Fplenary.db',
    '/sync/%00',
    '/sync/d%00',
    '/sync/',
    '/sync/d/d',
    '/sync//d',
    `/sync/${'d'.repeat(8_000)}`,
    '/sync/%F0%9F%98%80',
    "/sync/d';DROP%20TABLE%20document_updates;--",
    '/sync/d%E0%A4%A',
    '//elsewhere/sync/..',
    'http://elsewhere/sync/x%20y',
    '/sync/__proto__%20',
  ])('a text with the name %j is not there', async path => {
    const { rooms } = await attack.server.ask.standing()
    const tcp = await connectTcp(attack.server.origin, upgradeRequest(path, 'mal'))
    await until(() => expect(tcp.received().length).toBeGreaterThan(0))
    if (tcp.received().toString('latin1').startsWith('HTTP/1.1 101')) {
      await until(() => expect([closeCodes.noSuchDocument, null]).toContain(closingCode(tcp.received())))
    } else expect(tcp.received().toString('latin1')).toMatch(/^HTTP\/1\.1 (400|404) /)
    // Those of earlier cases close in the meantime.
    expect((await attack.server.ask.standing()).rooms).toBeLessThanOrEqual(rooms)
  })
})

describe('floods', () => {
  /** When somebody was told of a client. */
  function tellings(editor: Editor, number: number): number[] {
    const told: number[] = []
    editor.provider.awareness.on('update', ({ updated, added }: { updated: number[]; added: number[] }) => {
      if ([...updated, ...added].includes(number)) told.push(performance.now())
    })
    return told
  }

  function stateFrame(number: number, clock: number, state: string): Uint8Array {
    const body = encoding.createEncoder()
    for (const value of [1, number, clock]) encoding.writeVarUint(body, value)
    encoding.writeVarString(body, state)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
    return encoding.toUint8Array(encoder)
  }

  test('ten thousand cursors in a second are told at most ten times in a second', async () => {
    const told = tellings(attack.ben, 9)
    const mal = await attack.connect()
    const began = performance.now()
    for (let clock = 1; clock <= 10_000; clock++) {
      mal.send(stateFrame(9, clock, JSON.stringify({ cursor: clock })))
      if (clock % 500 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    await until(() => expect(attack.ben.provider.awareness.getStates().get(9)).toMatchObject({ cursor: 10_000 }))
    const seconds = (performance.now() - began) / 1_000
    expect(told.length).toBeLessThanOrEqual(2 + seconds * 11)
    expect(mal.closedWith()).toBeNull()
  })

  test('more frames than anybody sends are too much', async () => {
    const mal = await attack.connect()
    while (mal.closedWith() === null) {
      for (let count = 0; count < 5_000; count++) mal.socket.send(new Uint8Array([3]), () => undefined)
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(mal.closedWith()).toBe(closeCodes.tryAgainLater)
  })

  test('questions for everything, of one who does not read the answers', async () => {
    attack.ana.text.insert(0, 'w'.repeat(900_000))
    await until(() => expect(attack.ben.text.length).toBeGreaterThan(900_000))
    const before = (await attack.server.ask.standing()).memoryBytes
    const mal = await attack.connect()
    mal.socket.pause()
    for (let count = 0; count < 20; count++) mal.send(syncFrame(0, new Uint8Array([0])))
    attack.ana.text.insert(0, 'x')
    await until(() => expect(attack.ben.text.toJSON()).toMatch(/^x/))
    expect((await attack.server.ask.standing()).memoryBytes - before).toBeLessThan(200e6)
    mal.socket.resume()
    await closed(mal, closeCodes.tryAgainLater)
  })

  test('ten thousand letters of one who is in a hurry, between which others are heard', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    for (let clock = 0; clock < 10_000; clock++) {
      const place = clock > 0 ? { left: [9, clock - 1] as const } : { in: 'mal' }
      mal.send(syncFrame(2, forge([{ client: 9, clock, structs: [{ ...place, content: words('x') }] }])))
    }
    const heard = new Promise(resolve => attack.ben.doc.once('update', resolve))
    const began = performance.now()
    attack.ana.text.insert(0, 'x')
    await heard
    expect(performance.now() - began).toBeLessThan(2_000)
    await until(async () => expect(Y.getState((await attack.state()).store, 9)).toBe(10_000))
  })

  test('sixteen thousand deletions by twenty people in turn', async () => {
    attack.ana.text.insert(0, 'x'.repeat(16_000))
    await until(() => expect(attack.ana.acks.at(-1)?.seq).toBeGreaterThan(2))
    const client = attack.ana.doc.clientID
    const from = Y.getState(attack.ana.doc.store, client) - 16_000
    const guests = await Promise.all(
      Array.from({ length: 20 }, (_, index) => connectRaw(attack.server.origin, `guest-${index}`, attack.path)),
    )
    for (let round = 0; round < 800; round++) {
      for (const [index, guest] of guests.entries()) {
        // Every second letter first, so that each is a range of its own.
        const at = round * 20 + index
        const clock = from + (at < 8_000 ? at * 2 : (at - 8_000) * 2 + 1)
        guest.send(syncFrame(2, forge([], [[client, [[clock, 1]]]])))
      }
    }
    await until(async () => expect((await attack.state()).getText('t').length).toBeLessThan(100))
    expect(guests.map(guest => guest.closedWith())).toEqual(guests.map(() => null))
  })

  test('three hundred who come back at once, each with words', async () => {
    attack.writesToo()
    attack.ana.text.insert(0, 'Some hundred pages. '.repeat(20_000))
    await until(() => expect(attack.ben.text.length).toBeGreaterThan(400_000))
    const copy = Y.encodeStateAsUpdate(attack.ben.doc)
    const guests = Array.from({ length: 300 }, (_, index) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, copy)
      doc.getText('guests').insert(0, `[${index}]`)
      return edit(attack.server.origin, `guest-${index}`, attack.documentId, doc)
    })
    await until(() => expect(guests.every(({ provider }) => provider.synced)).toBe(true))
    await until(async () => expect((await attack.state()).store.clients.size).toBeGreaterThan(300))
    for (const { provider } of guests) provider.destroy()
  })

  test('more sockets of one person than a person has', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 60 }, () => connectRaw(attack.server.origin, 'mal', attack.path)),
    )
    await until(() => expect(sockets.filter(mal => mal.closedWith() === closeCodes.tryAgainLater).length).toBe(20))
    for (const mal of sockets) mal.socket.terminate()
    await until(async () => expect((await attack.server.ask.standing()).connections).toBeLessThanOrEqual(2))
    const again = await attack.connect()
    expect(again.closedWith()).toBeNull()
  })
})

test('an honest editor is let in after all of it', async () => {
  const late = edit(attack.server.origin, 'ana', attack.documentId)
  await synced(late)
})
