/**
 * The same as tests/property/sync-model.test.ts in small, over real sockets and the real clock: what happens is drawn from
 * a seed, when it happens is the machine's. `SYNC_SEED=seed` draws the same again.
 */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readHistory } from '#server/sync'
import { closeCodes, restHash } from '#shared/wire'
import { edit } from './clients.ts'
import { personOf, type Host } from './host.ts'
import { start, stop, until } from './setup.ts'

const asked = process.env['SYNC_SEED']
const seeds = asked
  ? [Number(asked.split(',')[0])]
  : Array.from({ length: 5 }, () => Math.floor(Math.random() * 2 ** 31))

/** mulberry32 */
function drawFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const limits = { entriesPerFold: 5, entriesPerSnapshot: 9, entriesPerPack: 6, restMs: 40, roomGraceMs: 30 }
const steps = 500

test.each(seeds)(
  'people, rights and restarts at random: all come to agree on what the log says (seed %i)',
  async seed => {
    const draw = drawFrom(seed)
    let host = await start({ limits })
    const port = Number(new URL(host.origin).port)
    const people = ['ana', 'ana', 'ben', 'ben', 'rea']
    const editors = people.map(person => ({ person, ...edit(host.origin, person, 'd1') }))
    await until(() => editors.forEach(({ provider }) => expect(provider.synced).toBe(true)))

    for (let step = 0; step < steps; step++) {
      const editor = editors[draw(editors.length)]
      if (!editor) continue
      const { provider, text, person } = editor
      const place = draw(text.length + 1)
      const cut = Math.min(1 + draw(3), text.length - place)
      switch (draw(24)) {
        case 0:
          provider.disconnect()
          break
        case 1:
        case 2:
          provider.connect()
          break
        case 3:
          host.rights.set('ben', draw(2) ? 'edit' : null)
          host.bus.publish({ type: 'accessChanged', persons: [personOf('ben').personId] })
          break
        case 4:
          if (draw(4) > 0) break
          await stop()
          host = await start({ limits, port })
          break
        case 5:
        case 6:
          await setImmediate()
          break
        default:
          if (person === 'rea') break
          if (draw(3) > 0 || cut <= 0) text.insert(place, 'abc'.slice(0, 1 + draw(3)))
          else if (draw(2)) text.delete(place, cut)
          else text.format(place, cut, { strong: draw(2) ? true : null })
      }
      if (draw(3) === 0) await setImmediate()
    }

    host.rights.set('ben', 'edit')
    host.bus.publish({ type: 'accessChanged', persons: [personOf('ben').personId] })
    for (const { provider } of editors) provider.connect()
    await until(async () => {
      // Ben may only now be told of the right that he had lost, and comes back.
      for (const { provider } of editors) provider.connect()
      const hashes = new Set(editors.map(({ doc }) => restHash(doc)))
      expect(hashes).toEqual(new Set([restHash(await committed(host))]))
      expect(editors.every(({ provider }) => provider.synced)).toBe(true)
    })
    const log = await replay(host)
    expect(restHash(log)).toBe(restHash(await committed(host)))
    for (const { doc } of editors) {
      expect(Y.getState(log.store, doc.clientID)).toBe(Y.getState(doc.store, doc.clientID))
    }
    // The right to write, and a server that stopped, are all that anybody was refused for.
    const reasons = new Set([
      null,
      closeCodes.noSuchDocument,
      closeCodes.notPermitted,
      closeCodes.notStored,
      1001,
      1005,
      1006,
    ])
    for (const editor of editors) expect(reasons).toContain(editor.closedWith())
  },
)

async function committed(host: Host): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await host.sync.readDocument('d1'))
  return doc
}

async function replay(host: Host): Promise<Y.Doc> {
  const doc = new Y.Doc()
  let last = 0
  for await (const { seq, bytes, personId } of readHistory(host.database.read, 'd1')) {
    expect(seq).toBeGreaterThan(last)
    expect(['ana', 'ben']).toContain(personId)
    last = seq
    Y.applyUpdate(doc, bytes)
  }
  return doc
}
