import { closeCodes } from '#shared/wire'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame } from '../clients.ts'
import { closed, synced, until } from '../setup.ts'
import { underAttack } from './attack.ts'
import {
  change,
  element,
  embed,
  forge,
  jsonValues,
  mark,
  nestedLists,
  removed,
  subdocument,
  values,
  words,
  type Content,
  type ForgedItem,
} from './forge.ts'

const attack = underAttack()

const nested = (client: number, levels: number): ForgedItem[] =>
  Array.from({ length: levels }, (_, level) => ({
    in: level > 0 ? [client, level - 1] : 'narrative',
    content: element('blockquote'),
  }))

/** Text that begins where removed text of the same client stands: Yjs throws in the middle of taking it. */
const gone = forge([{ client: 9, structs: [{ gc: 2 }] }])
const throwing = forge([{ client: 9, structs: [{ content: words('abcd') }] }])

describe('text that cannot be taken', () => {
  test('that throws half-way is refused, and what stands before it is kept', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    for (const update of [gone, throwing]) mal.send(syncFrame(2, update))
    await closed(mal, closeCodes.malformed)
    expect(Y.getState((await attack.state()).store, 9)).toBe(2)
  })

  test.each<[string, () => Uint8Array]>([
    ['that throws', () => throwing],
    ['that lies too deep', () => forge([{ client: 8, structs: nested(8, 10_000) }])],
    [
      'that throws and forges',
      () =>
        forge([
          { client: 9, structs: [{ content: words('abcd') }] },
          { client: attack.ben.doc.clientID, clock: 500, structs: [{ gc: 1 }] },
        ]),
    ],
  ])('%s between the words of two others harms neither of them', async (_name, bad) => {
    attack.writesToo()
    const mal = await attack.connect()
    mal.send(syncFrame(2, gone))
    await until(async () => expect(Y.getState((await attack.state()).store, 9)).toBe(2))
    for (let round = 0; round < 5; round++) {
      const next = await attack.connect()
      attack.ana.text.insert(0, `A${round}`)
      next.send(syncFrame(2, bad()))
      attack.ben.text.insert(attack.ben.text.length, `B${round}`)
      await closed(next, closeCodes.malformed)
    }
    await until(() => {
      expect(attack.ben.text.toJSON()).toMatch(/^A4A3A2A1A0/)
      expect(attack.ana.text.toJSON()).toMatch(/B0B1B2B3B4$/)
    })
    expect(Y.getState((await attack.state()).store, 9)).toBe(2)
  })

  test('nested deep, with a deletion that would follow it down', async () => {
    await attack.refused(forge([{ client: 8, structs: nested(8, 10_000) }], [[8, [[0, 1]]]]))
  })

  test('nested by one level per frame, as deep as it may and one deeper', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    for (const [clock, item] of nested(8, 101).entries()) {
      mal.send(syncFrame(2, forge([{ client: 8, clock, structs: [item] }])))
    }
    await closed(mal, closeCodes.malformed)
    expect(Y.getState((await attack.state()).store, 8)).toBeLessThanOrEqual(100)
  })

  test.each<[string, Content]>([
    ['lists in lists', nestedLists(5_000)],
    ['lists in lists, as deep as a frame', nestedLists(400_000)],
    ['JSON in JSON', jsonValues('['.repeat(300_000) + ']'.repeat(300_000))],
    ['JSON in JSON, as deep as it can be written again', jsonValues('['.repeat(3_000) + ']'.repeat(3_000))],
    ['an image of lists in lists', embed('['.repeat(50_000) + ']'.repeat(50_000))],
    ['a mark of objects in objects', mark('m', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))],
    ['half of JSON', jsonValues('{"a":')],
    ['an unknown kind of content', { ref: 27, write: () => undefined }],
    ['no content', { ref: 10, write: encoder => encoding.writeVarUint(encoder, 1) }],
    ['an unknown type', { ref: 7, write: encoder => encoding.writeVarUint(encoder, 99) }],
    [
      'a text that is no UTF-8',
      { ref: 4, write: encoder => encoding.writeVarUint8Array(encoder, new Uint8Array([0xed, 0xa0, 0x80])) },
    ],
    ['another text in it, without its options', subdocument('inner', null)],
    [
      'a value that changes what an object is',
      {
        ref: 8,
        write: encoder => {
          for (const byte of [1, 118, 1]) encoding.writeUint8(encoder, byte)
          encoding.writeVarString(encoder, '__proto__')
          encoding.writeAny(encoder, { polluted: true })
        },
      },
    ],
    ['JSON that changes what an object is', jsonValues('{"__proto__":{"polluted":true}}')],
  ])('%s', async (_name, content) => {
    await attack.refused(forge([{ client: 9, structs: [{ in: 'm', key: 'k', content }] }]))
    await attack.refused(forge([{ client: 9, structs: [{ content }] }]))
  })

  test('in the second encoding of Yjs', async () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'words')
    await attack.refused(Y.encodeStateAsUpdateV2(doc))
  })
})

describe('strange text that is text all the same', () => {
  /** Stored as it is, told to all, and the copies are the same when the text rests. */
  async function taken(update: Uint8Array): Promise<Y.Doc> {
    attack.writesToo()
    const mal = await attack.connect()
    mal.send(syncFrame(2, update))
    const { length } = attack.ana.rests
    await until(() => expect(attack.ana.rests.length).toBeGreaterThan(length))
    expect(mal.closedWith()).toBeNull()
    return attack.state()
  }

  test.each<[string, readonly ForgedItem[]]>([
    [
      'names that every object has',
      ['__proto__', 'constructor', 'hasOwnProperty', ''].flatMap(name => [
        { in: name, content: words('root') },
        { in: 'm', key: name, content: values('value') },
        { in: 'narrative', content: element(name) },
        { in: 'x', content: mark(name, '{"constructor":1}') },
      ]),
    ],
    [
      'numbers that are none',
      [
        {
          in: 'm',
          key: 'k',
          content: values(Number.NaN, -0, Infinity, 2n ** 62n, undefined, null, new Uint8Array([1])),
        },
      ],
    ],
    [
      'another text in it',
      [
        {
          in: 'm',
          key: 'k',
          content: subdocument('inner', { gc: false, autoLoad: true, shouldLoad: true, meta: { a: 1 } }),
        },
        { in: 'narrative', content: subdocument('', {}) },
      ],
    ],
    [
      'marks and words as entries of a map',
      [
        { in: 'm', key: 'k', content: mark('strong', 'true') },
        { in: 'm', key: 'l', content: words('several') },
      ],
    ],
    [
      'an element in a text, a text in a map',
      [
        { in: 't', content: element('p') },
        { in: [9, 0], key: 'id', content: element('p') },
      ],
    ],
    ['text inside of words', [{ content: words('x') }, { in: [9, 0], content: words('inside') }]],
  ])('%s', async (_name, structs) => {
    const state = await taken(forge([{ client: 9, structs }]))
    expect(state.store.clients.has(9)).toBe(true)
  })

  test('half of a pair, left by somebody who deletes the other', async () => {
    const { ana, ben } = attack
    ana.text.insert(0, '😀')
    await until(() => expect(ben.text.toJSON()).toMatch(/^😀/))
    const client = ana.doc.clientID
    const clock = Y.getState(ana.doc.store, client) - 2
    await taken(forge([], [[client, [[clock, 1]]]]))
    // Who has it whole and says so again is no liar.
    const mal = await attack.connect('?ack=1')
    const right = ana.doc.store.clients.get(client)?.[0]?.id
    if (!right) throw new Error('was written')
    mal.send(syncFrame(2, forge([{ client, clock, structs: [{ right: [client, 0], content: words('😀') }] }])))
    await until(() => expect(mal.frames.map(frame => [frame[0], frame[2]])).toContainEqual([80, 1]))
  })
})

describe('[A5] a client of an earlier epoch', () => {
  test('[A5] that says so is closed with 4409', async () => {
    const mal = await connectRaw(attack.server.origin, 'mal', `${attack.path}?epoch=7`)
    await closed(mal, closeCodes.otherEpoch)
  })

  test.each(['NaN', '-1', '1e400', '0', '', '1.5'])(
    '[A5] that says epoch %j is let in or closed with 4409, and no worse',
    async epoch => {
      const mal = await connectRaw(attack.server.origin, 'mal', `${attack.path}?epoch=${epoch}`)
      await until(() => expect(mal.frames.length > 0 || mal.closedWith() === closeCodes.otherEpoch).toBe(true))
    },
  )

  test('[A5] an unmodified one that has words of others which the server has not is closed with 4409', async () => {
    const old = new Y.Doc()
    Y.applyUpdate(
      old,
      change(attack.ana.doc, doc => doc.getText('t').insert(0, 'lost'), attack.ana.doc.clientID),
    )
    Y.applyUpdate(old, Y.encodeStateAsUpdate(attack.ben.doc))
    const lost = new Y.Doc()
    Y.applyUpdate(lost, Y.encodeStateAsUpdate(attack.ana.doc))
    lost.clientID = attack.ana.doc.clientID
    lost.getText('t').insert(0, 'lost')
    const mal = edit(attack.server.origin, 'mal', attack.documentId, lost)
    await closed(mal, closeCodes.otherEpoch)
    expect(mal.provider.shouldConnect).toBe(false)
  })
})

test('twenty thousand small updates that wait for a missing one are refused', async () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < 20_000; at++) doc.getText('t').insert(at, 'x')
  const mal = await attack.connect()
  for (const update of updates.slice(1)) mal.send(syncFrame(2, update))
  await closed(mal, closeCodes.malformed)
})

test('text of removed parts alone is kept for what it is', async () => {
  attack.writesToo()
  const mal = await attack.connect()
  mal.send(
    syncFrame(
      2,
      forge([
        { client: 9, structs: [{ gc: 2 ** 31 }] },
        { client: 8, structs: [{ content: removed(2 ** 31) }] },
      ]),
    ),
  )
  await until(async () => expect(Y.getState((await attack.state()).store, 9)).toBe(2 ** 31))
  const late = edit(attack.server.origin, 'rea', attack.documentId)
  await synced(late)
})
