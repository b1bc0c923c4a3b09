import { closeCodes } from '#shared/wire'
import { afterEach, expect, test } from 'vitest'
import { makeDocuments, type DocumentConnection } from '../../../client/sync/documents.ts'
import { makeMemoryWords, type MemoryWords } from '../../../client/sync/testing/memory-words.ts'
import { writtenWords } from '../../../client/sync/written-words.ts'
import { edit, socketWithCookie, updateOf } from './clients.ts'
import { cookieOf, personOf, type HostOptions } from './host.ts'
import { reads, start, stop, stored, synced, until } from './setup.ts'

const connections: DocumentConnection[] = []

interface Tab {
  connect(documentId: string, options?: { readonly readOnly?: boolean }): DocumentConnection
  readonly page: EventTarget
}

/** The connections of one browser tab, on a device that outlives it. */
function tab(origin: string, person: string, words: MemoryWords = makeMemoryWords()): Tab {
  const page = new EventTarget()
  const { connect } = makeDocuments(() => ({
    origin: origin.replace('http', 'ws'),
    socket: socketWithCookie(cookieOf(person)),
    page,
    words,
  }))
  const { personId } = personOf(person)
  return {
    page,
    connect(documentId, options = {}) {
      const connection = connect(documentId, { personId, ...options })
      connections.push(connection)
      return connection
    },
  }
}

afterEach(() => {
  for (const connection of connections.splice(0)) connection.destroy()
})

const shows = (connection: DocumentConnection, status: object): Promise<void> =>
  until(() => expect(connection.status()).toMatchObject(status))
const text = (connection: DocumentConnection): ReturnType<DocumentConnection['doc']['getText']> =>
  connection.doc.getText('t')
const givenBack = ({ returned }: DocumentConnection): readonly string[] =>
  writtenWords(
    returned.words().map(({ update }) => update),
    null,
  ).map(block => block.text)
const leaving = (page: EventTarget): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('saved is said only when the commit has returned', async () => {
  let release = (): void => undefined
  let barrier = Promise.resolve()
  const over: HostOptions['transaction'] = database => async work => {
    await barrier
    return database.transaction(work)
  }
  const host = await start({ transaction: over })
  const { connect, page } = tab(host.origin, 'ana')
  const ana = connect('d1')
  expect(ana.status()).toEqual({ kind: 'connecting' })
  await shows(ana, { kind: 'saved' })
  barrier = new Promise(resolve => (release = resolve))
  text(ana).insert(0, 'words')
  expect([ana.status(), leaving(page)]).toEqual([expect.objectContaining({ kind: 'unsaved', words: 'page' }), true])
  // Another's handshake goes round meanwhile, and the words are still not said to be saved.
  await synced(edit(host.origin, 'ben', 'd1'))
  expect([ana.status(), leaving(page)]).toEqual([expect.objectContaining({ kind: 'unsaved', words: 'device' }), false])
  release()
  await shows(ana, { kind: 'saved' })
  expect([await stored(host, 'd1'), leaving(page)]).toEqual(['words', false])
})

test('words typed while the server is away are kept, said to be unsaved, and stored on return', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const ana = connect('d1')
  await shows(ana, { kind: 'saved' })
  const { port } = new URL(host.origin)
  await stop()
  await shows(ana, { kind: 'offline', words: 'stored' })
  text(ana).insert(0, 'meanwhile')
  expect(ana.status()).toMatchObject({ kind: 'offline', words: 'page' })
  await shows(ana, { kind: 'offline', words: 'device' })
  const again = await start({ port: Number(port) })
  await shows(ana, { kind: 'saved' })
  expect(await stored(again, 'd1')).toBe('meanwhile')
})

test('a browser that goes offline and online again starts afresh at once', async () => {
  const host = await start()
  const { connect, page } = tab(host.origin, 'ana')
  const ana = connect('d1')
  await shows(ana, { kind: 'saved' })
  page.dispatchEvent(new Event('offline'))
  text(ana).insert(0, 'between')
  page.dispatchEvent(new Event('online'))
  await shows(ana, { kind: 'saved' })
  expect(await stored(host, 'd1')).toBe('between')
})

test('words that a closed page left on the device go out with the next one', async () => {
  const host = await start()
  await host.seed('d1', updateOf('before '))
  const device = makeMemoryWords()
  const ana = tab(host.origin, 'ana', device).connect('d1')
  await shows(ana, { kind: 'saved' })
  const { port } = new URL(host.origin)
  await stop()
  await shows(ana, { kind: 'offline' })
  text(ana).insert(7, 'and after')
  await shows(ana, { kind: 'offline', words: 'device' })
  // A closed page sends nothing more: what the device holds is all there is.
  const left = makeMemoryWords()
  await left.put(device.all())
  device.hold(true)
  ana.doc.destroy()
  const again = tab(host.origin, 'ana', left).connect('d1')
  await shows(again, { kind: 'offline', words: 'device' })
  const later = await start({ port: Number(port) })
  await shows(again, { kind: 'saved' })
  expect([text(again).toJSON(), await stored(later, 'd1')]).toEqual(['before and after', 'before and after'])
  await until(() => expect(left.all()).toEqual([]))
})

test('a server that cannot store says so, the words are kept, and go in when it can', async () => {
  let isFull = false
  const over: HostOptions['transaction'] = database => async work => {
    if (isFull) throw new Error('disk full')
    return database.transaction(work)
  }
  const host = await start({ transaction: over })
  const ana = tab(host.origin, 'ana').connect('d1')
  await shows(ana, { kind: 'saved' })
  isFull = true
  text(ana).insert(0, 'words')
  await shows(ana, { kind: 'hindered', by: 'notStored', words: 'device' })
  isFull = false
  await shows(ana, { kind: 'saved' })
  expect(await stored(host, 'd1')).toBe('words')
})

test('a lost right is said, the words are given back, and nothing is tried again', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const ana = connect('d1')
  await shows(ana, { kind: 'saved' })
  host.rights.set('ana', 'read')
  text(ana).insert(0, 'too late')
  host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
  await shows(ana, { kind: 'refused', code: closeCodes.notPermitted, words: 'returned' })
  expect([givenBack(ana), await stored(host, 'd1')]).toEqual([['too late'], ''])
})

test('words under way when the page turns to reading are stored, or else given back to the reader', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const writer = connect('d1')
  await shows(writer, { kind: 'saved' })
  text(writer).insert(0, 'in time')
  writer.destroy()
  const reader = connect('d1', { readOnly: true })
  await until(async () => expect(await stored(host, 'd1')).toBe('in time'))
  await shows(reader, { kind: 'readOnly' })
  expect(givenBack(reader)).toEqual([])

  const again = connect('d1')
  await shows(again, { kind: 'saved' })
  host.rights.set('ana', 'read')
  text(again).insert(0, 'too late')
  again.destroy()
  const later = connect('d1', { readOnly: true })
  host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
  await until(() => expect(givenBack(later)).toEqual(['too late']))
  await shows(later, { kind: 'readOnly' })
  expect([text(later).toJSON(), await stored(host, 'd1')]).toEqual(['in time', 'in time'])
})

test('an editor that tidies a text its person only reads does no harm', async () => {
  const host = await start()
  const rea = tab(host.origin, 'rea').connect('d1', { readOnly: true })
  await shows(rea, { kind: 'readOnly' })
  text(rea).insert(0, 'tidied')
  const ana = edit(host.origin, 'ana', 'd1')
  await synced(ana)
  ana.text.insert(0, 'x')
  await until(() => expect(text(rea).toJSON()).toContain('x'))
  expect([rea.status(), await stored(host, 'd1')]).toEqual([{ kind: 'readOnly', afresh: null }, 'x'])
})

test('two parts of a page share one connection, which outlives them until its words are stored', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const [one, two] = [connect('d1'), connect('d1')]
  expect(one.doc).toBe(two.doc)
  await shows(one, { kind: 'saved' })
  await until(() => expect(host.sync.counts().connections).toBe(1))
  one.destroy()
  text(two).insert(0, 'last words')
  two.destroy()
  await until(async () => {
    expect(await stored(host, 'd1')).toBe('last words')
    expect(host.sync.counts().connections).toBe(0)
  })
})

test('who turns away from a text with words under way and comes back finds them', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const first = connect('d1')
  await shows(first, { kind: 'saved' })
  text(first).insert(0, 'mine')
  first.destroy()
  const again = connect('d1')
  expect(text(again).toJSON()).toBe('mine')
  await shows(again, { kind: 'saved' })
  const ben = edit(host.origin, 'ben', 'd1')
  await reads(ben, 'mine')
  await until(() => expect(ben.provider.awareness.getStates().size).toBe(2))
})
