import { closeCodes } from '#shared/wire'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, edit, syncFrame } from '../clients.ts'
import { closed, until } from '../setup.ts'
import { underAttack } from './attack.ts'
import { change, forge, words } from './forge.ts'

const attack = underAttack()

/** One letter after the other, under one number. */
const letters = (count: number, from = 0): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => {
    const clock = from + index
    const place = clock > 0 ? { left: [9, clock - 1] as const } : { in: 'mal' }
    return forge([{ client: 9, clock, structs: [{ ...place, content: words('x') }] }])
  })

const written = async (): Promise<number> => Y.getState((await attack.state()).store, 9)

describe('[G8] who does not edit', () => {
  const deletion = (): Uint8Array => change(attack.ana.doc, doc => doc.getText('t').delete(0, 5))

  test.each<[string, string, 1 | 2, () => Uint8Array]>([
    ['reads, writes by an update', 'rea', 2, () => letters(1)[0] as Uint8Array],
    ['reads, writes by sync step 2', 'rea', 1, () => letters(1)[0] as Uint8Array],
    ['reads, deletes by an update', 'rea', 2, deletion],
    ['reads, deletes by sync step 2', 'rea', 1, deletion],
    ['comments, writes by an update', 'cem', 2, () => letters(1)[0] as Uint8Array],
    ['comments, deletes by sync step 2', 'cem', 1, deletion],
  ])('[G8] and %s is closed with 4403', async (_name, person, step, update) => {
    const raw = await connectRaw(attack.server.origin, person, attack.path)
    raw.send(syncFrame(step, update()))
    await closed(raw, closeCodes.notPermitted)
    expect(await attack.server.ask.authors(attack.documentId)).not.toContain(person)
  })

  test('[G8] reads on with an unmodified client until it writes', async () => {
    const rea = edit(attack.server.origin, 'rea', attack.documentId)
    await until(() => expect(rea.text.toJSON()).toBe(attack.ana.text.toJSON()))
    rea.text.delete(0, 4)
    await closed(rea, closeCodes.notPermitted)
    expect(rea.provider.shouldConnect).toBe(false)
  })
})

describe('in the middle of writing', () => {
  afterEach(async () => {
    await attack.server.ask.right('mal', 'edit')
    await attack.server.ask.beginSession('mal')
  })

  /** Mal writes without pause; what was sent after the end is not stored. */
  async function writeUntil(end: () => Promise<void>, code: number): Promise<void> {
    attack.writesToo()
    const mal = await attack.connect()
    for (const update of letters(200)) mal.send(syncFrame(2, update))
    await until(async () => expect(await written()).toBeGreaterThan(0))
    const ended = end()
    for (const update of letters(2_000, 200)) mal.send(syncFrame(2, update))
    await ended
    await closed(mal, code)
    const kept = await written()
    expect(kept).toBeLessThan(2_200)
    // Nothing of it is still under way.
    attack.ana.text.insert(0, '.')
    await until(() => expect(attack.ben.text.toJSON()).toMatch(/^\./))
    expect(await written()).toBe(kept)
  }

  test('[G8] a right that is taken away closes with 4403', () =>
    writeUntil(() => attack.server.ask.right('mal', 'read'), closeCodes.notPermitted))

  test('[G8] a text that is hidden closes with 4403', () =>
    writeUntil(() => attack.server.ask.right('mal', null), closeCodes.notPermitted))

  test('[G8] a session that ends closes with 4401, and is not let in again', async () => {
    await writeUntil(() => attack.server.ask.endSession('mal'), closeCodes.signInAgain)
    const again = await connectRaw(attack.server.origin, 'mal', attack.path)
    await closed(again, closeCodes.signInAgain)
  })
})

test('[G8] a text that is closed for writing closes who writes with 4423, and is read on', async () => {
  const documentId = `${attack.documentId}-frozen`
  const path = `/sync/${documentId}`
  const { origin } = attack.server
  const [ana, mal] = [edit(origin, 'ana', documentId), await connectRaw(origin, 'mal', path)]
  ana.text.insert(0, 'Agreed.')
  await until(() => expect(ana.acks.at(-1)?.seq).toBeGreaterThan(0))
  await attack.server.ask.freeze(documentId)
  await closed(mal, closeCodes.frozen)
  await closed(ana, closeCodes.frozen)
  const late = await connectRaw(origin, 'mal', path)
  for (const update of letters(3)) late.send(syncFrame(2, update))
  await closed(late, closeCodes.frozen)
  const reader = edit(origin, 'rea', documentId)
  await until(() => expect(reader.text.toJSON()).toBe('Agreed.'))
  expect(reader.closedWith()).toBeNull()
  expect(await attack.server.ask.authors(documentId)).toEqual(['ana'])
})
