/** What is on the disk of a live text: whose it is, packed and whole, and of databases made before this. */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { documentClientsTable, documentHistoryTable, documentUpdatesTable, openDatabase } from '#server/db'
import { adoptOlderTexts, readHistory } from '#server/sync'
import { asId, type PersonId } from '#shared/core'
import { closeCodes } from '#shared/wire'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { silentLog } from '../../../server/log.ts'
import { decodeContributions } from '../../../server/sync/contributions.ts'
import { closeClients, connectRaw, edit, syncFrame, type Editor } from './clients.ts'
import { cookieOf, personOf, type Host } from './host.ts'
import { closed, folderFor, reads, start, stop, stored, synced, until } from './setup.ts'

const rows = (host: Host) => host.database.read.select().from(documentUpdatesTable).orderBy(documentUpdatesTable.seq)

const owners = async (host: Host) =>
  new Map((await host.database.read.select().from(documentClientsTable)).map(row => [row.clientId, row.personId]))

/** Both, and then the disk is let go: what they write meanwhile is one batch. */
async function together(hold: () => () => void, write: () => void, waiting: () => number): Promise<void> {
  const before = waiting()
  const release = hold()
  write()
  await until(() => expect(waiting()).toBeGreaterThan(before))
  release()
}

describe('[A5] whose it is', () => {
  test('of an NGO and a ministry that write in one moment one row names both, each with their own words and deletions', async () => {
    let barrier = Promise.resolve()
    let waiting = 0
    const host = await start({
      transaction: database => async work => {
        waiting++
        await barrier
        return database.transaction(work)
      },
    })
    for (const [person, organisation] of [
      ['ana', 'Shelter Network (NGO)'],
      ['ben', 'Ministry of Justice'],
    ] as const) {
      host.sessions.set(cookieOf(person), { ...personOf(person), organisation })
    }
    const [ngo, ministry] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ngo, ministry)
    ngo.text.insert(0, 'abcdef')
    await reads(ministry, 'abcdef')
    await until(() => expect(ngo.acks.at(-1)?.frames).toBe(2))
    const hold = (): (() => void) => {
      let release = (): void => undefined
      barrier = new Promise(resolve => (release = resolve))
      return release
    }
    await together(
      hold,
      () => {
        ngo.text.delete(0, 2)
        ngo.text.insert(0, 'NGO ')
        ministry.text.delete(5, 1)
        ministry.text.insert(5, ' MoJ')
      },
      () => waiting,
    )
    await Promise.all([reads(ngo, 'NGO cde MoJ'), reads(ministry, 'NGO cde MoJ')])
    const written = await rows(host)
    const last = written.at(-1)
    expect(written).toHaveLength(2)
    const contributions = decodeContributions(last?.contributions ?? Buffer.alloc(1), text => asId<PersonId>(text))
    const number = ngo.doc.clientID
    expect(
      Object.fromEntries(contributions.map(({ personId, deletions }) => [personId, Object.fromEntries(deletions)])),
    ).toEqual({
      ana: { [number]: [{ clock: 0, len: 2 }] },
      ben: { [number]: [{ clock: 5, len: 1 }] },
    })
    const bound = await owners(host)
    expect([bound.get(number), bound.get(ministry.doc.clientID)]).toEqual(['ana', 'ben'])
  })

  test('what one person deletes of another’s is theirs: the row names who did it', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    ana.text.insert(0, 'words')
    await reads(ben, 'words')
    ben.text.delete(0, 5)
    await reads(ana, '')
    expect((await rows(host)).map(row => [row.personId, row.contributions])).toEqual([
      ['ana', null],
      ['ben', null],
    ])
  })

  test('a number stays its person’s over a restart of the server', async () => {
    let host = await start()
    const ana = edit(host.origin, 'ana', 'd1')
    await synced(ana)
    ana.text.insert(0, 'ana')
    await until(() => expect(ana.acks.at(-1)?.frames).toBe(2))
    const number = ana.doc.clientID
    closeClients()
    await stop()
    host = await start()
    const forger = new Y.Doc()
    Y.applyUpdate(forger, await host.sync.readDocument('d1'))
    forger.clientID = number
    const before = Y.encodeStateVector(forger)
    forger.getText('t').insert(3, ' agrees')
    const raw = await connectRaw(host.origin, 'ben', '/sync/d1')
    raw.send(syncFrame(2, Y.encodeStateAsUpdate(forger, before)))
    await closed(raw, closeCodes.malformed)
    const same = await connectRaw(host.origin, 'ana', '/sync/d1')
    same.send(syncFrame(2, Y.encodeStateAsUpdate(forger, before)))
    await until(async () => expect(await stored(host, 'd1')).toBe('ana agrees'))
  })
})

test('a long log is packed, and read back whole when the text has been opened again', async () => {
  let host = await start({ limits: { entriesPerSnapshot: 10, entriesPerPack: 10 } })
  const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
  await synced(ana, ben)
  for (let at = 0; at < 42; at++) {
    const writer = at % 2 ? ben : ana
    writer.text.insert(writer.text.length, String(at % 10))
    await until(() => expect([ana.text.length, ben.text.length]).toEqual([at + 1, at + 1]))
  }
  await until(async () => expect(await host.database.read.$count(documentHistoryTable)).toBeGreaterThanOrEqual(3))
  closeClients()
  await stop()
  host = await start()
  expect(await stored(host, 'd1')).toBe(ana.text.toJSON())
  const doc = new Y.Doc()
  const persons: (string | null)[] = []
  for await (const { bytes, personId } of readHistory(host.database.read, 'd1')) {
    Y.applyUpdate(doc, bytes)
    persons.push(personId)
    expect(doc.getText('t').length).toBe(persons.length)
  }
  expect(doc.getText('t').toJSON()).toBe(ana.text.toJSON())
  expect(persons).toEqual(Array.from({ length: 42 }, (_, at) => (at % 2 ? 'ben' : 'ana')))
  expect(await host.database.read.$count(documentUpdatesTable)).toBeLessThan(15)
})

test('who comes while others write has all of it, from the whole and what came since', async () => {
  const host = await start({ limits: { entriesPerFold: 7 } })
  const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
  await synced(ana, ben)
  const late: Editor[] = []
  for (let round = 0; round < 60; round++) {
    ana.text.insert(ana.text.length, 'a')
    ben.text.insert(0, 'b')
    if (round % 10 === 5) late.push(edit(host.origin, 'rea', 'd1'))
    await until(() => expect(ana.acks.at(-1)?.frames).toBe(round + 2))
  }
  await until(() => expect(ana.text.length).toBe(120))
  for (const rea of late) await reads(rea, ana.text.toJSON())
  await reads(ben, ana.text.toJSON())
  expect(await stored(host, 'd1')).toBe(ana.text.toJSON())
})

describe('a database made before numbers were bound', () => {
  /** The migrations as they were then: without the last. */
  function olderMigrations(): string {
    const folder = folderFor('migrations')
    const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8'))
    const [first] = journal.entries
    mkdirSync(join(folder, 'meta'), { recursive: true })
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: [first] }))
    writeFileSync(join(folder, `${first.tag}.sql`), readFileSync(`drizzle/${first.tag}.sql`))
    return folder
  }

  test('opens, reads, and knows whose the numbers are', async () => {
    const seed = new Y.Doc()
    seed.clientID = 1
    seed.getText('t').insert(0, 'seed')
    const ana = new Y.Doc()
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(seed))
    ana.clientID = 2
    ana.getText('t').insert(4, ' ana')
    const anas = Y.encodeStateAsUpdate(ana, Y.encodeStateVector(seed))

    const database = openDatabase({ file: folderFor('plenary.db'), migrationsFolder: olderMigrations() })
    await database.transaction(async tx => {
      const raw = tx as unknown as { run(query: unknown): void }
      const [seeded, written] = [Y.encodeStateAsUpdate(seed), anas].map(bytes => Buffer.from(bytes))
      raw.run(
        sql`INSERT INTO document_updates (document_id, person_id, at, bytes) VALUES ('d1', NULL, 1, ${seeded}), ('d1', 'ana', 2, ${written})`,
      )
      raw.run(sql`INSERT INTO document_snapshots (document_id, seq, bytes) VALUES ('d1', 1, ${seeded})`)
    })
    await database.close()

    const host = await start()
    await adoptOlderTexts({ read: host.database.read, transaction: host.database.transaction, log: silentLog })
    expect(await owners(host)).toEqual(
      new Map([
        [1, null],
        [2, 'ana'],
      ]),
    )
    const ben = edit(host.origin, 'ben', 'd1')
    await reads(ben, 'seed ana')
    ben.text.insert(8, ' ben')
    await until(async () => expect(await stored(host, 'd1')).toBe('seed ana ben'))
    // The page of Ana's that was open at the time goes on under its number; nobody else can.
    ana.getText('t').insert(0, 'again ')
    const more = Y.encodeStateAsUpdate(
      ana,
      Y.encodeStateVectorFromUpdate(Y.mergeUpdates([Y.encodeStateAsUpdate(seed), anas])),
    )
    const forger = await connectRaw(host.origin, 'ben', '/sync/d1')
    forger.send(syncFrame(2, more))
    await closed(forger, closeCodes.malformed)
    const page = await connectRaw(host.origin, 'ana', '/sync/d1')
    page.send(syncFrame(2, more))
    await reads(ben, 'again seed ana ben')
  })
})
