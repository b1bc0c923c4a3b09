import { documentUpdatesTable, openDatabase, type Database } from '#server/db'
import { closeCodes } from '#shared/wire'
import { eq } from 'drizzle-orm'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { join } from 'node:path'
import * as Y from 'yjs'
import { edit } from './clients.ts'
import { type HostOptions } from './host.ts'
import { closed, folderFor, reads, start, stored, synced, until } from './setup.ts'

describe('on disk before on screen', () => {
  function gate(): {
    readonly open: () => void
    readonly shut: () => void
    readonly waiting: () => number
    readonly over: HostOptions['transaction']
  } {
    let release: (() => void) | null = null
    let barrier = Promise.resolve()
    let waiting = 0
    return {
      shut: () => (barrier = new Promise(resolve => (release = resolve))),
      open: () => release?.(),
      waiting: () => waiting,
      over: database => async work => {
        waiting++
        await barrier
        return database.transaction(work)
      },
    }
  }

  test('nobody sees a word and nothing is acknowledged before the commit', async () => {
    const commit = gate()
    const host = await start({ transaction: commit.over })
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    await until(() => expect([ana.acks.length, ben.acks.length]).toEqual([1, 1]))
    commit.shut()
    const before = commit.waiting()
    ana.text.insert(0, 'secret')
    await until(() => expect(commit.waiting()).toBeGreaterThan(before))
    // Ben's ways to learn of it: a broadcast, and asking anew.
    const late = edit(host.origin, 'ben', 'd1')
    await synced(late)
    expect([ben.text.toJSON(), late.text.toJSON(), ana.acks.length]).toEqual(['', '', 1])
    expect(await stored(host, 'd1')).toBe('')
    commit.open()
    await Promise.all([reads(ben, 'secret'), reads(late, 'secret')])
    await until(() => expect(ana.acks.at(-1)).toEqual({ seq: 1, frames: 2 }))
  })

  test('what arrives during a commit shares the next one', async () => {
    const commit = gate()
    const host = await start({ transaction: commit.over })
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd2')]
    await synced(ana, ben)
    await until(() => expect([ana.acks.length, ben.acks.length]).toEqual([1, 1]))
    commit.shut()
    const before = commit.waiting()
    for (let round = 0; round < 40; round++) (round % 2 ? ana : ben).text.insert(0, 'x')
    await until(() => expect(commit.waiting()).toBe(before + 1))
    commit.open()
    await until(() => expect([ana.acks.at(-1)?.frames, ben.acks.at(-1)?.frames]).toEqual([21, 21]))
    expect(commit.waiting()).toBeLessThanOrEqual(before + 3)
  })

  test('a commit that fails shows nothing, closes its sender with 4500, and the words arrive when the cause is gone', async () => {
    let broken = false
    const log = { info() {}, warn() {}, error: vi.fn() }
    const transaction =
      (database: Database): Database['transaction'] =>
      work =>
        database.transaction(async tx => {
          const value = await work(tx)
          if (broken) throw new Error('database or disk is full')
          return value
        })
    const host = await start({ transaction, log })
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    await until(() => expect(ana.acks.length).toBe(1))
    broken = true
    ana.text.insert(0, 'kept')
    await closed(ana, closeCodes.notStored)
    expect(log.error).toHaveBeenCalledWith('sync.commit.failed', expect.any(Error), expect.anything())
    expect([ben.text.toJSON(), ben.closedWith(), await stored(host, 'd1')]).toEqual(['', null, ''])
    expect(await host.database.read.$count(documentUpdatesTable)).toBe(0)
    broken = false
    await reads(ben, 'kept')
    await until(() => expect(ana.acks.at(-1)?.seq).toBe(1))
  })

  test('text stays when the server is killed right after somebody saw it', async () => {
    await start()
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/integration/sync/stand-alone.ts', folderFor('killed')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [line]: Buffer[] = await once(child.stdout, 'data')
    const origin = String(line).trim()
    const [ana, ben] = [edit(origin, 'ana', 'd1'), edit(origin, 'ben', 'd1')]
    await synced(ana, ben)
    const seen = new Promise(resolve => ben.doc.on('update', resolve))
    ana.text.insert(0, 'seen by another')
    await seen
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(ben.text.toJSON()).toBe('seen by another')
    const database = openDatabase({ file: join(folderFor('killed'), 'plenary.db'), migrationsFolder: 'drizzle' })
    const rows = await database.read
      .select()
      .from(documentUpdatesTable)
      .where(eq(documentUpdatesTable.documentId, 'd1'))
    await database.close()
    const doc = new Y.Doc()
    for (const row of rows) Y.applyUpdate(doc, row.bytes)
    expect(doc.getText('t').toJSON()).toBe('seen by another')
  })
})
