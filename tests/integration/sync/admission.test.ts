import { closeCodes } from '#shared/wire'
import { once } from 'node:events'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame, updateOf } from './clients.ts'
import { cookieOf, personOf } from './host.ts'
import { closed, reads, start, stored, synced, until } from './setup.ts'

describe('who may write', () => {
  test.each(['rea', 'cem'])('[G8] %s, who does not edit, reads along through an unmodified provider', async person => {
    const host = await start()
    await host.seed('d1', updateOf('draft'))
    const [ana, reader] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, person, 'd1')]
    await reads(reader, 'draft')
    ana.text.insert(5, ' two')
    await reads(reader, 'draft two')
    await until(() => expect(reader.acks.length).toBeGreaterThan(0))
    expect(reader.closedWith()).toBeNull()
  })

  test('[G8] a reader who types is closed with 4403 and changes nothing', async () => {
    const host = await start()
    const [ana, reader] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'rea', 'd1')]
    await synced(ana, reader)
    reader.text.insert(0, 'intruding')
    await closed(reader, closeCodes.notPermitted)
    ana.text.insert(0, 'x')
    await until(async () => expect(await stored(host, 'd1')).toBe('x'))
    expect(ana.text.toJSON()).toBe('x')
  })

  test.each([
    ['an update', 2],
    ['sync step 2', 1],
  ] as const)(
    '[G8] a raw client that reads and writes by %s is closed with 4403 and changes nothing',
    async (_name, step) => {
      const host = await start()
      await host.seed('d1', updateOf('draft'))
      const raw = await connectRaw(host.origin, 'rea', '/sync/d1')
      raw.send(syncFrame(step, updateOf('intruding')))
      await closed(raw, closeCodes.notPermitted)
      expect(await stored(host, 'd1')).toBe('draft')
    },
  )

  test('[G8] a raw client that reads cannot delete either', async () => {
    const host = await start()
    const draft = new Y.Doc()
    draft.getText('t').insert(0, 'draft')
    await host.seed('d1', Y.encodeStateAsUpdate(draft))
    const raw = await connectRaw(host.origin, 'rea', '/sync/d1')
    const before = Y.encodeStateVector(draft)
    draft.getText('t').delete(0, 2)
    raw.send(syncFrame(2, Y.encodeStateAsUpdate(draft, before)))
    await closed(raw, closeCodes.notPermitted)
    expect(await stored(host, 'd1')).toBe('draft')
  })

  test.each([
    ['nobody signed in', 'nobody', '/sync/d1', closeCodes.signInAgain],
    ['nobody signed in, on hints', 'nobody', '/live', closeCodes.signInAgain],
    ['a text that is hidden or missing', 'out', '/sync/d1', closeCodes.noSuchDocument],
    ['a name that is none', 'ana', '/sync/..%2Fplenary.db', closeCodes.noSuchDocument],
    ['a long name', 'ana', `/sync/${'d'.repeat(65)}`, closeCodes.noSuchDocument],
  ])('%s is closed at once with its code', async (_name, person, path, code) => {
    const host = await start()
    host.sessions.set(cookieOf('out'), personOf('out'))
    await closed(await connectRaw(host.origin, person, path), code)
    expect(host.sync.counts()).toEqual({ rooms: 0, connections: 0 })
  })

  test.each([
    ['another origin', '/sync/d1', { origin: 'https://elsewhere.example' }, 403],
    ['an unreadable origin', '/live', { origin: 'null' }, 403],
    ['another path', '/elsewhere', {}, 404],
  ])('an upgrade with %s is refused before it happens', async (_name, path, headers, status) => {
    const host = await start()
    const upgrade = request(`${host.origin}${path}`, {
      headers: {
        cookie: cookieOf('ana'),
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    })
    upgrade.end()
    const [response] = await once(upgrade, 'response')
    expect(response.statusCode).toBe(status)
  })

  test('the own origin is let in, by the public address and by the host asked for', async () => {
    const host = await start()
    await connectRaw(host.origin, 'ana', '/sync/d1', { origin: host.origin })
    await connectRaw(host.origin.replace('127.0.0.1', 'localhost'), 'ana', '/sync/d1', {
      origin: host.origin.replace('127.0.0.1', 'localhost'),
    })
  })

  test('more upgrades than are decided at once are told to come back, without knowing who asks', async () => {
    let decide = (): void => undefined
    const decided = new Promise<void>(resolve => (decide = resolve))
    const host = await start({ limits: { undecided: 5 }, deciding: () => decided })
    const asked = Array.from({ length: 8 }, () => connectRaw(host.origin, 'ana', '/sync/d1').catch(String))
    const answers: unknown[] = []
    for (const asking of asked) void asking.then(answer => answers.push(answer))
    await until(() => expect(answers).toHaveLength(3))
    expect(answers).toEqual(Array.from({ length: 3 }, () => 'Error: Unexpected server response: 503'))
    decide()
    await until(() => expect(host.sync.counts().connections).toBe(5))
  })

  test('one person more than the limit of sockets is told to try later', async () => {
    const host = await start({ limits: { socketsPerPerson: 2 } })
    await connectRaw(host.origin, 'ana', '/sync/d1')
    await connectRaw(host.origin, 'ana', '/live')
    await closed(await connectRaw(host.origin, 'ana', '/sync/d2'), closeCodes.tryAgainLater)
    await connectRaw(host.origin, 'ben', '/sync/d2')
    await until(() => expect(host.sync.counts().connections).toBe(2))
  })
})
