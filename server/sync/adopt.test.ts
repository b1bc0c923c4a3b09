import { asId, type PersonId } from '#shared/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf } from '../../tests/support/sync-room.ts'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { adoptOlderTexts } from './adopt.ts'
import { packHistory } from './history.ts'
import { appendEntries, bindClients, readClients } from './store.ts'

let temp: TempDeps
beforeEach(() => {
  temp = openTempDeps()
})
afterEach(() => temp.close())

const [ana, ben] = [asId<PersonId>('ana'), asId<PersonId>('ben')]

const log = (documentId: string, ...entries: readonly (readonly [PersonId | null, Uint8Array])[]) =>
  temp.deps.transaction(tx =>
    appendEntries(
      tx,
      entries.map(([personId, bytes]) => ({ documentId, personId, at: 1, bytes, contributions: null })),
    ),
  )

const owners = async (documentId: string) => Object.fromEntries(await readClients(temp.deps.read, documentId))

function docAs(clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  return doc
}

/** The server's seed under number 1, Ana under 2 and 3, Ben under 4. */
async function olderText(documentId: string): Promise<void> {
  const seed = docAs(1)
  const seeded = change(seed, doc => doc.getText('t').insert(0, 'seed'))
  const page = copyOf(seed, 2)
  const anas = change(page, doc => doc.getText('t').insert(4, ' ana'))
  const again = copyOf(page, 3)
  const more = change(again, doc => doc.getText('t').insert(8, ' again'))
  const bens = copyOf(again, 4)
  const last = change(bens, doc => doc.getText('t').insert(0, 'ben '))
  // Ben’s page once sent along what was there already.
  await log(documentId, [null, seeded], [ana, anas], [ana, more], [ben, Y.mergeUpdates([seeded, anas, last])])
}

test('[A5] each number is bound to whoever wrote with it first, the server’s to nobody', async () => {
  await olderText('d1')
  await adoptOlderTexts(temp.deps)
  expect(await owners('d1')).toEqual({ 1: null, 2: 'ana', 3: 'ana', 4: 'ben' })
})

test('also from a log that is packed', async () => {
  await olderText('d1')
  await packHistory(temp.deps, 'd1', 4, 3)
  await adoptOlderTexts(temp.deps)
  expect(await owners('d1')).toEqual({ 1: null, 2: 'ana', 3: 'ana', 4: 'ben' })
})

test('of every text, and once: what is bound stays as it is', async () => {
  await olderText('d1')
  await olderText('d2')
  await temp.deps.transaction(tx => bindClients(tx, [{ documentId: 'd2', clientId: 9, personId: ben }]))
  await adoptOlderTexts(temp.deps)
  await adoptOlderTexts(temp.deps)
  expect([await owners('d1'), await owners('d2')]).toEqual([{ 1: null, 2: 'ana', 3: 'ana', 4: 'ben' }, { 9: 'ben' }])
})

test('an entry that cannot be read stands in the way of none', async () => {
  await olderText('d1')
  await log('d1', [ana, new Uint8Array([9, 9, 9])])
  await adoptOlderTexts(temp.deps)
  expect(Object.keys(await owners('d1'))).toHaveLength(4)
})
