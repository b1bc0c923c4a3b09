/** What a member with a client of their own can put into a live text, and what must not come of it. */
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openText, startTestServer, type TestServer } from '#tests/support'
import { closeCodes } from '#shared/wire'
import { syncFrame } from '../sync/clients.ts'

let server: TestServer
let cookie: string
const sections = new Map<string, string>()

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  cookie = await server.signIn('labour')
  const { body } = await server.call(cookie, 'GET', '/api/documents')
  for (const { code, id } of body) sections.set(code, id)
})
afterAll(() => server.close())

const sectionId = (code: string): string => sections.get(code) ?? ''

/** Writes with an unmodified client and waits until the server has it. */
async function write(code: string, change: (doc: Y.Doc) => void): Promise<void> {
  const text = await openText(server.url, cookie, sectionId(code))
  const reader = await openText(server.url, cookie, sectionId(code))
  const seen = new Promise(resolve => reader.doc.once('update', resolve))
  text.doc.transact(() => change(text.doc))
  await seen
  for (const client of [text, reader]) client.leave()
}

const preview = (code: string) => server.call(cookie, 'GET', `/api/sections/${sectionId(code)}/preview`)

test('[E1] an address with half a surrogate pair is named as a fault', async () => {
  await write('C.2.1', doc => {
    const paragraph = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    doc.getXmlFragment('narrative').push([paragraph])
    paragraph.push([words])
    words.insert(0, 'a')
    words.format(0, 1, { link: { href: 'https://example.org/\ud800' } })
  })
  const { status, body } = await preview('C.2.1')
  expect({ status, type: body.type }).toEqual({ status: 422, type: '/problems/text-unreadable' })
})

test('a text with a fault in every character is refused in few words', async () => {
  await write('C.2.2', doc => {
    const stray = Array.from({ length: 20_000 }, () => new Y.XmlElement('x'))
    doc.getXmlFragment('narrative').push(stray)
    doc.getMap('framework').set('y'.repeat(100_000), 1)
  })
  const { status, body } = await preview('C.2.2')
  expect(status).toBe(422)
  expect(JSON.stringify(body).length).toBeLessThan(20_000)
})

test('a framework of many thousand elements is read without holding everybody up', async () => {
  await write('C.2.3', doc => {
    for (let index = 0; index < 8_000; index++) {
      const element = new Y.Map<unknown>([['kind', index % 2 ? 'objective' : 'goal']])
      if (index % 2) element.set('parent', `goal-${index - 1}`)
      doc.getMap('framework').set(`goal-${index}`, element)
    }
  })
  const before = Date.now()
  expect((await preview('C.2.3')).status).toBe(200)
  expect(Date.now() - before).toBeLessThan(2_000)
})

/** Elements one inside the other, as one update that the document's own client never applied. */
function nest(doc: Y.Doc, levels: number): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    let parent: Y.XmlFragment = doc.getXmlFragment('narrative')
    for (let level = 0; level < levels; level++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
  })
  return Y.encodeStateAsUpdate(doc, before)
}

async function connect(code: string): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${sectionId(code)}`, { headers: { cookie } })
  await new Promise(resolve => socket.once('open', resolve))
  return socket
}

/** @returns the code that the server closes with */
async function sendRaw(code: string, updates: readonly Uint8Array[]): Promise<number> {
  const socket = await connect(code)
  const closed = new Promise<number>(resolve => socket.once('close', resolve))
  for (const update of updates) socket.send(syncFrame(2, update))
  return closed
}

/** An update of one client's structs from clock nought, each written by its own function, without deletions. */
function forge(client: number, structs: readonly ((encoder: encoding.Encoder) => void)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, structs.length, client, 0]) encoding.writeVarUint(encoder, number)
  for (const write of structs) write(encoder)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

test('an update that Yjs cannot apply is refused before it is stored, and touches nobody else', async () => {
  const removed = forge(9, [
    encoder => {
      encoding.writeUint8(encoder, 0)
      encoding.writeVarUint(encoder, 2)
    },
  ])
  // Begins where the removed text stands and reaches beyond it.
  const overlapping = forge(9, [
    encoder => {
      encoding.writeUint8(encoder, 4)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'narrative')
      encoding.writeVarString(encoder, 'abcd')
    },
  ])

  expect(await sendRaw('C.2.1', [removed, overlapping])).toBe(closeCodes.malformed)
  const reader = await openText(server.url, cookie, sectionId('C.2.1'))
  reader.write('Written afterwards.')
  const late = await openText(server.url, await server.signIn('employers'), sectionId('C.2.1'))
  await late.sees('Written afterwards.')
  for (const client of [reader, late]) client.leave()
})

test('updates in another order than Yjs writes lose nothing when they are stored and sent on together', async () => {
  const paragraph = (client: number, words: string): Uint8Array => {
    const doc = new Y.Doc()
    doc.clientID = client
    const element = new Y.XmlElement('paragraph')
    doc.getXmlFragment('narrative').push([element])
    element.push([new Y.XmlText(words)])
    return Y.encodeStateAsUpdate(doc)
  }
  // Two runs in one update, the lower client first. An update is: number of runs, runs, number of deletions.
  const ascending = (low: Uint8Array, high: Uint8Array): Uint8Array =>
    new Uint8Array([2, ...low.slice(1, -1), ...high.slice(1)])
  const reader = await openText(server.url, cookie, sectionId('C.2.1'))
  const socket = await connect('C.2.1')
  socket.send(syncFrame(2, ascending(paragraph(5, 'First.'), paragraph(6, 'Second.'))))
  socket.send(syncFrame(2, ascending(paragraph(7, 'Third.'), paragraph(8, 'Fourth.'))))
  for (const words of ['First.', 'Second.', 'Third.', 'Fourth.']) await reader.sees(words)
  socket.terminate()
  reader.leave()
})

test('a text nested ten thousand deep is not taken, so that it can always be opened again', async () => {
  const doc = new Y.Doc()
  expect(await sendRaw('C.2.2', [nest(doc, 10_000)])).toBe(closeCodes.malformed)
})

test('nor is one that grows deep in small steps sent at once', async () => {
  const doc = new Y.Doc()
  const steps: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => steps.push(update))
  let parent: Y.XmlFragment = doc.getXmlFragment('narrative')
  for (let level = 0; level < 200; level++) {
    const words = new Y.XmlText('beside')
    const child = new Y.XmlElement('blockquote')
    parent.insert(0, [words, child])
    parent = child
  }
  expect(await sendRaw('C.2.2', steps)).toBe(closeCodes.malformed)
  const text = await openText(server.url, cookie, sectionId('C.2.2'))
  const depth = (node: Y.XmlFragment): number =>
    1 + Math.max(0, ...node.toArray().map(child => (child instanceof Y.XmlFragment ? depth(child) : 0)))
  expect(depth(text.doc.getXmlFragment('narrative'))).toBeLessThanOrEqual(101)
  text.leave()
})

test('a frame that lies about where stored text stands does not hide how deep it is', async () => {
  const doc = new Y.Doc()
  doc.clientID = 77
  const stored = nest(doc, 90)
  const text = await openText(server.url, cookie, sectionId('C.2.1'))
  Y.applyUpdate(text.doc, stored)
  const reader = await openText(server.url, cookie, sectionId('C.2.1'))
  await reader.sees('blockquote')
  for (const client of [text, reader]) client.leave()
  // The same clocks again, said to be at the top, and twenty levels more below the ninetieth.
  const forged = new Y.Doc()
  forged.clientID = 77
  forged.getXmlFragment('narrative').push(Array.from({ length: 90 }, () => new Y.XmlElement('blockquote')))
  forged.transact(() => {
    const last = forged.getXmlFragment('narrative').get(89)
    let parent = last instanceof Y.XmlElement ? last : new Y.XmlElement()
    for (let level = 0; level < 20; level++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
  })
  expect(await sendRaw('C.2.1', [Y.encodeStateAsUpdate(forged)])).toBe(closeCodes.malformed)
})
