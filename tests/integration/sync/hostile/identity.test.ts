import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, presenceFrame, syncFrame, updateOf } from '../clients.ts'
import { closed, synced, until } from '../setup.ts'
import { underAttack } from './attack.ts'
import { change, element, forge, removed, words } from './forge.ts'

const attack = underAttack({ limits: { roomGraceMs: 50 } })

const nextOf = (doc: Y.Doc): readonly [client: number, clock: number] => {
  const client = doc.clientID
  return [client, Y.getState(doc.store, client)]
}

describe('[A5] text under another person’s number', () => {
  test.each([
    ['an update', 2],
    ['sync step 2', 1],
  ] as const)('[A5] is refused in %s', async (_name, step) => {
    const [client] = nextOf(attack.ana.doc)
    await attack.refused(
      change(attack.ana.doc, doc => doc.getText('t').insert(0, 'as Ana'), client),
      closeCodes.malformed,
      step,
    )
  })

  test('[A5] is refused together with words of one’s own, which are not taken either', async () => {
    const [client, clock] = nextOf(attack.ana.doc)
    const structs = [{ content: words('forged') }]
    await attack.refused(
      forge([
        { client: 9, structs },
        { client, clock, structs },
      ]),
    )
    await attack.refused(
      forge([
        { client, clock, structs },
        { client: 2 ** 40, structs },
      ]),
    )
  })

  test('[A5] cannot take the next clocks of somebody away with removed text', async () => {
    const [client, clock] = nextOf(attack.ana.doc)
    await attack.refused(forge([{ client, clock, structs: [{ gc: 1_000 }] }]))
    await attack.refused(forge([{ client, clock, structs: [{ content: removed(1_000) }] }]))
    await attack.refused(forge([{ client, clock: 0, structs: [{ gc: clock + 1_000 }] }]))
    await attack.refused(forge([{ client, clock, structs: [{ skip: 1_000 }, { gc: 1 }] }]))
  })

  test('[A5] is refused when the number is the server’s own', async () => {
    const seed = new Y.Doc()
    seed.getText('t').insert(0, 'seeded')
    const documentId = `${attack.documentId}-seeded`
    await attack.server.ask.seed(documentId, Y.encodeStateAsUpdate(seed))
    const mal = await connectRaw(attack.server.origin, 'mal', `/sync/${documentId}`)
    mal.send(
      syncFrame(
        2,
        change(seed, doc => doc.getText('t').insert(6, ' and forged'), seed.clientID),
      ),
    )
    await closed(mal, closeCodes.malformed)
    expect(await attack.server.ask.authors(documentId)).toEqual([null])
  })

  test('[A5] is refused when she is here with that number and has not written yet', async () => {
    const rea = edit(attack.server.origin, 'ana', attack.documentId)
    await synced(rea)
    const number = rea.doc.clientID
    await until(() => expect([...attack.ben.provider.awareness.getStates().keys()]).toContain(number))
    await attack.refused(forge([{ client: number, structs: [{ content: words('first') }] }]))
    rea.text.insert(0, 'Mine. ')
    await until(() => expect(attack.ben.text.toJSON()).toContain('Mine. '))
    expect(rea.doc.clientID).toBe(number)
  })

  test('[A5] leaves the number free when what was written under it could not be taken', async () => {
    const number = 4_711
    const nested = (level: number) => ({ in: level > 0 ? ([number, level - 1] as const) : 'x', content: element('q') })
    await attack.refused(forge([{ client: number, structs: Array.from({ length: 200 }, (_, level) => nested(level)) }]))
    const ana = edit(attack.server.origin, 'ana', attack.documentId, Object.assign(new Y.Doc(), { clientID: number }))
    await synced(ana)
    ana.text.insert(0, 'Mine. ')
    await until(() => expect(attack.ben.text.toJSON()).toContain('Mine. '))
  })

  test('[A5] is no such thing when somebody repeats what all have, beside words of their own', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    const doc = await attack.state()
    doc.getText('t').insert(0, 'Mal. ')
    mal.send(syncFrame(1, Y.encodeStateAsUpdate(doc)))
    await until(() => expect(attack.ben.text.toJSON()).toContain('Mal. '))
    expect(mal.closedWith()).toBeNull()
  })
})

describe('two texts under one name', () => {
  test('[A5] other words under a number and clock that are taken are refused', async () => {
    const [client] = nextOf(attack.ana.doc)
    await attack.refused(forge([{ client, structs: [{ content: words('What Mal wrote. ') }] }]))
  })

  test('[A5] the same words elsewhere are refused', async () => {
    const [client] = nextOf(attack.ana.doc)
    await attack.refused(forge([{ client, structs: [{ in: 'elsewhere', content: words('What Ana wrote. ') }] }]))
    await attack.refused(forge([{ client, structs: [{ key: 'k', content: words('What Ana wrote. ') }] }]))
    await attack.refused(forge([{ client, clock: 1, structs: [{ in: 't', content: words('hat Ana') }] }]))
  })

  test('[A5] two versions in one batch, by one socket and by a second of the same person', async () => {
    attack.writesToo()
    for (const sockets of [1, 2]) {
      const [one, other = one] = await Promise.all(Array.from({ length: sockets }, () => attack.connect()))
      if (!one || !other) throw new Error('connected')
      const client = 5_000 + sockets
      one.send(syncFrame(2, forge([{ client, structs: [{ in: 'm', content: words('one') }] }])))
      other.send(syncFrame(2, forge([{ client, structs: [{ in: 'm', content: words('two') }] }])))
      await until(() => expect([one.closedWith(), other.closedWith()]).toContain(closeCodes.malformed))
      await until(async () =>
        expect((await attack.state()).store.clients.get(client)?.map(({ length }) => length)).toEqual([3]),
      )
    }
  })

  test('a clock far ahead of the text is refused', async () => {
    const mal = await attack.connect()
    mal.send(syncFrame(1, new Uint8Array([0, 0])))
    mal.send(syncFrame(2, forge([{ client: 9, clock: 1_000, structs: [{ content: words('later') }] }])))
    await closed(mal, closeCodes.malformed)
    await attack.refused(forge([{ client: 9, clock: 2 ** 32, structs: [{ content: words('later') }] }]))
    await attack.refused(forge([{ client: 9, clock: 1, structs: [{ content: words('x') }] }]), closeCodes.malformed, 1)
  })

  test('text that repeats the beginning of one’s own sets nobody back, so that all come back to it', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    const own = (clock: number, text: string) => ({ client: 9, clock, structs: [{ in: 'm', content: words(text) }] })
    mal.send(syncFrame(2, forge([own(0, 'abcdef')])))
    await until(() => expect(attack.ana.doc.getText('m').toJSON()).toBe('abcdef'))
    mal.send(syncFrame(2, forge([own(0, 'ab')], [[9, [[5, 1]]]])))
    await until(() => expect(attack.ana.doc.getText('m').toJSON()).toBe('abcde'))
    attack.ana.provider.disconnect()
    attack.ana.provider.connect()
    await until(() => expect(attack.ana.provider.synced).toBe(true))
    expect(attack.ana.closedWith()).not.toBe(closeCodes.otherEpoch)
    const fresh = edit(attack.server.origin, 'ana', attack.documentId, attack.ana.doc)
    await synced(fresh)
    fresh.provider.disconnect()
  })
})

describe('presence', () => {
  test('[A5] of another person’s number is refused', async () => {
    const mal = await attack.connect()
    mal.send(presenceFrame(attack.ana.doc.clientID, 50, { cursor: 1 }))
    await closed(mal, closeCodes.malformed)
  })

  test('[A5] of a number that somebody wrote text with is refused, also in a text that nobody has written in since', async () => {
    const documentId = `${attack.documentId}-left`
    const ana = edit(attack.server.origin, 'ana', documentId)
    await synced(ana)
    ana.text.insert(0, 'x')
    await until(() => expect(ana.acks.at(-1)?.seq).toBeGreaterThan(0))
    const { rooms } = await attack.server.ask.standing()
    ana.provider.disconnect()
    await until(async () => expect((await attack.server.ask.standing()).rooms).toBe(rooms - 1))
    const mal = await connectRaw(attack.server.origin, 'mal', `/sync/${documentId}`)
    mal.send(presenceFrame(ana.doc.clientID, 5, { cursor: 1 }))
    await closed(mal, closeCodes.malformed)
    ana.provider.connect()
    await synced(ana)
    await until(() => expect(ana.provider.wsconnected).toBe(true))
  })

  test('[A5] under another person’s name has one’s own', async () => {
    const mal = await attack.connect()
    mal.send(
      presenceFrame(9, 1, { user: { name: 'Ms ana', personId: 'ana', organisation: 'x', admin: true }, cursor: 1 }),
    )
    const shown = { user: { personId: 'mal', name: 'Ms mal', organisation: 'Office of mal' }, cursor: 1 }
    await until(() => expect(attack.ben.provider.awareness.getStates().get(9)).toEqual(shown))
  })

  test.each([
    ['that is not an object', [1]],
    ['that is too long', { cursor: 'x'.repeat(5_000) }],
  ])('%s is refused', async (_name, state) => {
    const mal = await attack.connect()
    mal.send(presenceFrame(9, 1, state))
    await closed(mal, closeCodes.malformed)
    expect(attack.ben.provider.awareness.getStates().has(9)).toBe(false)
  })
})

test('words of nobody in an update of nothing change nothing', async () => {
  attack.writesToo()
  const mal = await attack.connect()
  mal.send(syncFrame(2, updateOf('')))
  expect(mal.closedWith()).toBeNull()
})
