import { closeCodes } from '#shared/wire'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFrame } from '../../../../server/sync/frames.ts'
import { presenceFrame, syncFrame } from '../clients.ts'
import { closed, until } from '../setup.ts'
import { underAttack } from './attack.ts'
import { change } from './forge.ts'

const attack = underAttack()

const valid = (): readonly Uint8Array[] => [
  syncFrame(0, Y.encodeStateVector(attack.ana.doc)),
  syncFrame(
    1,
    change(attack.ana.doc, doc => doc.getMap('m').set('k', { a: [1, 'two', null] })),
  ),
  syncFrame(
    2,
    change(attack.ana.doc, doc => doc.getText('t').format(0, 4, { strong: true })),
  ),
  syncFrame(
    2,
    change(attack.ana.doc, doc => doc.getText('t').delete(0, 4)),
  ),
  syncFrame(
    2,
    change(attack.ana.doc, doc => doc.getXmlFragment('narrative').push([new Y.XmlElement('p')])),
  ),
  presenceFrame(9, 1, { cursor: 1 }),
  new Uint8Array([82, 1, 3, 97, 98, 99]),
]

describe('frames that are not whole', () => {
  test('each beginning of each valid frame is malformed', () => {
    for (const frame of valid()) {
      expect(readFrame(frame).kind).not.toBe('malformed')
      for (let length = 0; length < frame.length; length++) {
        expect(readFrame(frame.subarray(0, length)).kind).toBe('malformed')
      }
    }
  })

  test('a beginning closes its own socket with 4400', async () => {
    const cut = fc.record({ which: fc.nat(valid().length - 1), share: fc.double({ min: 0, max: 0.999, noNaN: true }) })
    await fc.assert(
      fc.asyncProperty(cut, async ({ which, share }) => {
        const frame = valid()[which] ?? new Uint8Array()
        const mal = await attack.connect()
        mal.send(frame.subarray(0, Math.floor(frame.length * share)))
        await closed(mal, closeCodes.malformed)
      }),
      { numRuns: 40 },
    )
  })

  test('bytes changed anywhere in a valid update are refused, or are text like any other', async () => {
    attack.writesToo()
    const wrong = fc.record({ which: fc.integer({ min: 1, max: 4 }), at: fc.nat(), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 20 }), async changes => {
        for (const { which, at, byte } of changes) {
          const frame = (valid()[which] ?? new Uint8Array()).slice()
          frame[2 + (at % (frame.length - 2))] = byte
          const mal = await attack.connect('?ack=1')
          mal.send(frame)
          // Answered, with an acknowledgement or with its end; passed over when its number is of no frame.
          mal.send(syncFrame(1, new Uint8Array([0, 0])))
          const isAnswered = (): boolean => mal.closedWith() !== null || mal.frames.some(([number]) => number === 80)
          await until(() => expect(isAnswered()).toBe(true))
          mal.socket.terminate()
        }
        expect(attack.ana.closedWith()).toBeNull()
        expect(attack.ana.doc.store.pendingStructs).toBeNull()
        // Here, so that a failure names the bytes.
        await attack.healed()
      }),
      { numRuns: 6 },
    )
  })

  test.each<[string, Uint8Array]>([
    ['bytes after its end', new Uint8Array([0, 2, 2, 0, 0, 7])],
    ['bytes after the end of its update', syncFrame(2, new Uint8Array([0, 0, 7]))],
    ['an unknown sync step', new Uint8Array([0, 9, 0])],
    ['an update of noise', syncFrame(2, new Uint8Array([9, 9, 9, 9, 9]))],
    ['two runs of one client', syncFrame(2, new Uint8Array([2, 1, 9, 0, 0, 1, 1, 9, 1, 0, 1, 0]))],
    ['presence that is not JSON', new Uint8Array([1, 5, 1, 7, 0, 1, 0x7b])],
  ])('%s', async (_name, frame) => {
    const mal = await attack.connect()
    mal.send(frame)
    await closed(mal, closeCodes.malformed)
  })

  test('a frame of a later protocol is passed over', async () => {
    const mal = await attack.connect()
    mal.send(new Uint8Array([99, 1, 2, 3]))
    mal.send(new Uint8Array([3]))
    await until(() => expect(mal.frames.some(([number]) => number === 1)).toBe(true))
    expect(mal.closedWith()).toBeNull()
  })
})
