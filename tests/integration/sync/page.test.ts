import { closeCodes } from '#shared/wire'
import { afterEach, expect, test } from 'vitest'
import { makeConnect, type Connect } from '../../../client/sync/documents.ts'
import type { DocumentConnection } from '../../../client/sync/provider.ts'
import { edit, socketWithCookie } from './clients.ts'
import { cookieOf, personOf, type HostOptions } from './host.ts'
import { reads, start, stop, stored, synced, until } from './setup.ts'

const connections: DocumentConnection[] = []

/** The connections of one browser tab. */
function tab(origin: string, person: string): { readonly connect: Connect; readonly page: EventTarget } {
  const page = new EventTarget()
  const connect = makeConnect(() => ({
    origin: origin.replace('http', 'ws'),
    socket: socketWithCookie(cookieOf(person)),
    page,
  }))
  return {
    page,
    connect: (documentId, options) => {
      const connection = connect(documentId, options)
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
  expect([ana.status(), leaving(page)]).toEqual([{ kind: 'unsaved' }, true])
  // Another's handshake goes round meanwhile, and the words are still not said to be saved.
  await synced(edit(host.origin, 'ben', 'd1'))
  expect(ana.status()).toEqual({ kind: 'unsaved' })
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
  await shows(ana, { kind: 'offline', unsaved: false })
  text(ana).insert(0, 'meanwhile')
  expect(ana.status()).toMatchObject({ kind: 'offline', unsaved: true })
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

test('a lost right is said, with whether words were lost, and nothing is tried again', async () => {
  const host = await start()
  const { connect } = tab(host.origin, 'ana')
  const ana = connect('d1')
  await shows(ana, { kind: 'saved' })
  host.rights.set('ana', 'read')
  text(ana).insert(0, 'too late')
  host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
  await shows(ana, { kind: 'refused', code: closeCodes.notPermitted, unsaved: true })
  expect(await stored(host, 'd1')).toBe('')
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
  expect([rea.status(), await stored(host, 'd1')]).toEqual([{ kind: 'readOnly' }, 'x'])
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
