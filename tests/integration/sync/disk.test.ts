/** A disk that is full, that takes no writes, that another program holds: nothing is shown, nothing is lost. */
import { closeCodes } from '#shared/wire'
import Sqlite from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { edit, type Editor } from './clients.ts'
import { startRemote, type Remote, type RemoteOptions } from './remote.ts'
import { closed, folderFor, reads, synced, until } from './setup.ts'

let server: Remote | null = null
afterEach(() => server?.stop())

async function serve(options: Omit<RemoteOptions, 'folder'> = {}): Promise<Remote> {
  mkdirSync(folderFor('data'))
  server = await startRemote({ folder: folderFor('data'), ...options })
  return server
}

/** A small file system of its own, seen by the server alone; gone with it. */
const onSmallDisk: RemoteOptions['within'] = command => {
  const mount = 'mount -t tmpfs -o size=4m plenary "$0" && exec "$@"'
  const asRoot = process.getuid?.() === 0 ? '-m' : '-rm'
  return ['unshare', asRoot, 'sh', '-c', mount, folderFor('data'), ...command]
}

/** No file of the server may become longer than this; nought is a disk that takes no writes at all. */
function limitFiles({ process: { pid } }: Remote, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}

async function stored({ ask }: Remote): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await ask.state('d1'))
  return doc.getText('t').toJSON()
}

interface Writers {
  readonly ana: Editor
  readonly ben: Editor
}

async function writers({ origin }: Remote): Promise<Writers> {
  const [ana, ben] = [edit(origin, 'ana', 'd1'), edit(origin, 'ben', 'd1')]
  await synced(ana, ben)
  ana.text.insert(0, 'Before. ')
  await reads(ben, 'Before. ')
  return { ana, ben }
}

/** What is typed while nothing can be stored is shown to nobody, and arrives by itself when it can. */
async function expectKept(remote: Remote, { ana, ben }: Writers, mend: () => Promise<void> | void): Promise<void> {
  const acknowledged = ana.acks.length
  // More than may be left over anywhere.
  const typed = 'Written meanwhile. '.repeat(10_000)
  ana.text.insert(ana.text.length, typed)
  await closed(ana, closeCodes.notStored)
  ana.text.insert(ana.text.length, 'And more. ')
  const late = edit(remote.origin, 'rea', 'd1')
  await reads(late, 'Before. ')
  expect([ben.text.toJSON(), ben.closedWith(), await stored(remote)]).toEqual(['Before. ', null, 'Before. '])
  // Each time she came back she heard how it stands, and never that this was stored.
  expect(ana.acks.slice(acknowledged).every(({ seq }) => seq === 1)).toBe(true)
  await mend()
  const whole = `Before. ${typed}And more. `
  await reads(ben, whole)
  await until(() => expect(ana.acks.at(-1)?.seq).toBeGreaterThan(1))
  expect([await stored(remote), late.text.toJSON(), ben.closedWith()]).toEqual([whole, whole, null])
  ben.text.insert(0, 'After. ')
  await reads(ana, `After. ${whole}`)
}

describe('a disk that', () => {
  test('is full: who writes is closed with 4500, nobody else notices, and the words arrive when there is room', async () => {
    const remote = await serve({ within: onSmallDisk })
    const both = await writers(remote)
    await remote.ask.fillDisk()
    await expectKept(remote, both, () => remote.ask.emptyDisk())
    expect(await remote.ask.integrity()).toBe('ok')
  })

  test('takes no writes for a while: the same', async () => {
    const remote = await serve()
    const both = await writers(remote)
    limitFiles(remote, 0)
    await expectKept(remote, both, () => limitFiles(remote, 'unlimited'))
    expect(await remote.ask.integrity()).toBe('ok')
  })

  test('another program holds: writers wait, nobody else does, and the words arrive when it lets go', async () => {
    const remote = await serve()
    const both = await writers(remote)
    const other = new Sqlite(join(folderFor('data'), 'plenary.db'))
    other.exec('BEGIN EXCLUSIVE')
    await remote.ask.longestStall()
    await expectKept(remote, both, () => void other.exec('ROLLBACK'))
    other.close()
    // SQLite's own waiting would hold up everybody for five seconds.
    expect((await remote.ask.longestStall()).ms).toBeLessThan(3_000)
    expect(await remote.ask.integrity()).toBe('ok')
  })
})
