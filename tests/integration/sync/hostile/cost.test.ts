import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { messageSync } from '#shared/wire'
import * as Y from 'yjs'
import { closed, until } from '../setup.ts'
import { syncFrame } from '../clients.ts'
import { underAttack } from './attack.ts'
import { change, element, forge, mark, values, words, type Forged, type ForgedItem } from './forge.ts'

const attack = underAttack()

const times = (count: number, make: (index: number) => Forged): Forged[] =>
  Array.from({ length: count }, (_, index) => make(index))

const many = 40_000
const x = words('x')

/** One client's structs, each behind the one before it. */
const chain = (client: number, from: number, count: number): ForgedItem[] =>
  Array.from({ length: count }, (_, index) => ({ left: [client, from + index - 1], content: x }))

describe('one frame that would stop the process', () => {
  test.each<[string, readonly Forged[]]>([
    ['all stand first in a text', times(many, () => ({ content: x }))],
    [
      'each stands inside the first',
      [{ content: words('x'.repeat(many)) }, ...times(many - 1, i => ({ left: [9, many - 2 - i], content: x }))],
    ],
    [
      'each stands first, before an ever earlier one',
      [{ content: x }, ...chain(9, 1, many / 2), ...times(many / 2, i => ({ right: [9, many / 2 - i], content: x }))],
    ],
    [
      'all are values of one key, and each claims to be the first',
      times(many, () => ({ key: 'k', content: values(1) })),
    ],
    [
      'each stands before the first value of a key',
      [{ key: 'k', content: values(1) }, ...times(many, i => ({ right: [9, i], content: values(1) }))],
    ],
    [
      'all stand behind the same one, before the end',
      [{ content: x }, ...times(many, () => ({ left: [9, 0], content: x }))],
    ],
    ['each has a root of its own', times(many, i => ({ in: i.toString(36), content: x }))],
    [
      'each sets a mark of its own',
      times(many, i => ({ ...(i > 0 ? { left: [9, i - 1] } : {}), content: mark(i.toString(36), 'true') })),
    ],
  ])('%s', async (_name, structs) => {
    await attack.refused(forge([{ client: 9, structs }]))
  })

  test('by a client whose structs stand beside those of another that comes later', async () => {
    const structs = times(many, () => ({ left: [8, 0], content: x }))
    await attack.refused(
      forge([
        { client: 9, structs },
        { client: 8, structs: [{ content: x }] },
      ]),
    )
  })

  test('a hundred thousand elements, one in the other', async () => {
    const structs = times(100_000, level => ({
      in: level > 0 ? ([9, level - 1] as const) : 'narrative',
      content: element('p'),
    }))
    await attack.refused(forge([{ client: 9, structs }]))
  })

  test('by several clients that stand before each other', async () => {
    const clients = 250
    const runs = Array.from({ length: clients }, (_, index) => ({
      client: 9 + index,
      structs: times(100, () => ({ content: x })),
    }))
    await attack.refused(forge(runs))
  })
})

describe('one frame on a text of many parts', () => {
  const parts = 20_000

  /** Mal writes what he may: letters, each before the one before it, so that each stays a struct of its own. */
  async function writeParts(): Promise<readonly [client: number, Y.Doc]> {
    attack.writesToo()
    const client = 7
    const structs = [{ in: 'parts', content: x }, ...times(parts - 1, i => ({ right: [client, i], content: x }))]
    const mal = await attack.connect()
    mal.send(syncFrame(2, forge([{ client, structs }])))
    await until(async () => expect(Y.getState((await attack.state()).store, client)).toBe(parts))
    mal.socket.terminate()
    return [client, await attack.state()]
  }

  test('whose structs name neighbours at both ends of it is refused', async () => {
    const [client] = await writeParts()
    await attack.refused(
      forge([
        { client: 9, structs: times(1_000, () => ({ left: [client, parts - 1], right: [client, 0], content: x })) },
      ]),
    )
    await attack.refused(forge([{ client: 9, structs: times(1_000, i => ({ right: [client, i], content: x })) }]))
    // Each before the one before it, and the first of them before all there is.
    await attack.refused(
      forge([
        { client: 1, structs: [{ in: 'parts', content: x }, ...times(1_000, i => ({ right: [1, i], content: x }))] },
      ]),
    )
  })

  test('that deletes every second letter is refused, and one that deletes all of them is taken', async () => {
    attack.writesToo()
    const mal = await attack.connect('?ack=1')
    const length = 100_000
    mal.send(syncFrame(2, forge([{ client: 8, structs: [{ in: 'parts', content: words('x'.repeat(length)) }] }])))
    const every = (step: number, len: number) =>
      forge([], [[8, Array.from({ length: length / step }, (_, i) => [i * step, len] as const)]])
    await attack.refused(every(2, 1))
    mal.send(syncFrame(2, every(length, length)))
    await until(async () => expect((await attack.state()).getText('parts').length).toBe(0))
  })

  test('that says again, in one piece, what has been cut into very many', async () => {
    attack.writesToo()
    const [length, step] = [20_000, 300]
    const list = forge([{ client: 8, structs: [{ in: 'parts', content: values(...Array.from({ length }, () => 1)) }] }])
    const mal = await attack.connect()
    mal.send(syncFrame(2, list))
    for (let from = 0; from < length / 2; from += step) {
      const ranges = Array.from({ length: Math.min(step, length / 2 - from) }, (_, i) => [(from + i) * 2, 1] as const)
      mal.send(syncFrame(2, forge([], [[8, ranges]])))
    }
    await until(async () => expect((await attack.state()).getArray('parts').length).toBe(length / 2))
    for (let round = 0; round < 20; round++) mal.send(syncFrame(2, list))
    mal.send(syncFrame(2, forge([{ client: 9, structs: [{ in: 'parts', content: words('after') }] }])))
    await until(async () => expect((await attack.state()).store.clients.has(9)).toBe(true))
  })
})

describe('what is done when nobody writes', () => {
  test('a mark of half a megabyte before thousands of elements does not stop the text from coming to rest', async () => {
    attack.writesToo()
    const mal = await attack.connect()
    const large = JSON.stringify('y'.repeat(500_000))
    const structs = [
      { in: 'narrative', content: mark('m', large) },
      ...times(3_000, i => ({ left: [9, i], content: element('p') })),
    ]
    mal.send(syncFrame(2, forge([{ client: 9, structs }])))
    const { rests } = attack.ana
    const before = rests.length
    await until(() => expect(rests.length).toBeGreaterThan(before))
    await until(async () => expect((await attack.state()).getXmlFragment('narrative').length).toBe(3_000))
  })
})

describe('questions', () => {
  test('twenty thousand different ones are not answered, and cost neither time nor memory', async () => {
    attack.ana.text.insert(0, 'w'.repeat(400_000))
    await until(() => expect(attack.ben.text.length).toBeGreaterThan(400_000))
    const before = (await attack.server.ask.standing()).memoryBytes
    const sockets = await Promise.all(Array.from({ length: 20 }, () => attack.connect()))
    for (const [number, mal] of sockets.entries()) {
      for (let round = 0; round < 1_000; round++) {
        const asked = new Map([[number * 1_000 + round, 1]])
        if (mal.socket.readyState === mal.socket.OPEN) mal.send(syncFrame(0, Y.encodeStateVector(asked)))
      }
    }
    await Promise.all(sockets.map(mal => closed(mal, 1013)))
    expect((await attack.server.ask.standing()).memoryBytes - before).toBeLessThan(400e6)
  })

  test('one that names a hundred thousand clients is answered', async () => {
    const mal = await attack.connect()
    const clients = new Map(Array.from({ length: 100_000 }, (_, index) => [2 ** 32 + index, 1]))
    const before = mal.frames.length
    mal.send(syncFrame(0, Y.encodeStateVector(clients)))
    await until(() => expect(mal.frames.length).toBeGreaterThan(before))
  })
})

describe('lengths that lie', () => {
  const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]
  const inUpdate = (...bytes: readonly number[]): Uint8Array => syncFrame(2, new Uint8Array(bytes))
  const varUint = (value: number): readonly number[] => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, value)
    return [...encoding.toUint8Array(encoder)]
  }

  test.each<[string, Uint8Array]>([
    ['of the body', new Uint8Array([messageSync, 2, ...huge, 1])],
    ['of a state vector', syncFrame(0, new Uint8Array([...huge, 1]))],
    ['the number of clients', inUpdate(...huge, 1, 9, 0)],
    ['the number of structs', inUpdate(1, ...huge, 9, 0, 0)],
    ['a number of structs that an array may have', inUpdate(1, ...varUint(2 ** 32 - 1), 9, 0, 0)],
    ['a number of structs that fills the memory', inUpdate(1, ...varUint(10 ** 8), 9, 0, 0)],
    ['the number of deletions', inUpdate(0, ...huge)],
    ['the number of deleted ranges', inUpdate(0, 1, 9, ...huge)],
    ['of a string', inUpdate(1, 1, 9, 0, 4, 1, 1, 116, ...huge)],
    ['of removed text', inUpdate(1, 1, 9, 0, 0, ...huge)],
    ['of nothing at all', inUpdate(1, 1, 9, 0, 0, 0, 0)],
    ['of a list of values', inUpdate(1, 1, 9, 0, 8, 1, 1, 116, ...huge)],
    ['of a value', inUpdate(1, 1, 9, 0, 8, 1, 1, 116, 1, 117, ...huge)],
    ['of bytes', inUpdate(1, 1, 9, 0, 3, 1, 1, 116, ...huge)],
    ['of presence', new Uint8Array([1, ...huge, 1])],
    ['the number of states', new Uint8Array([1, 9, ...huge, 1])],
    ['a number beyond all numbers', new Uint8Array([0, 2, ...Array.from({ length: 30 }, () => 0xff), 1])],
  ])('%s', async (_name, frame) => {
    const mal = await attack.connect()
    mal.send(frame)
    await closed(mal, 4400)
  })

  test('an honest change says how long it is', () => {
    expect(change(attack.ana.doc, doc => doc.getText('t').insert(0, 'x')).length).toBeLessThan(60)
  })
})
