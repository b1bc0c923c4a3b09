import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { err, ok } from '#shared/core'
import { silentLog } from '../log.ts'
import { storeText } from '#server/sync'
import {
  actor,
  adjourn,
  begin,
  circulate,
  convene,
  inMinutesWorkspace,
  minutesOf,
  person,
  subjects,
  workspace,
  write,
} from '../../tests/support/minutes-workspace.ts'
import { exportMinutes } from './exporting.ts'
import { createFiles } from './files.ts'
import { fileFormats } from './tasks.ts'
import { createTexts } from './texts.ts'
import { createMinutesThreads, type MinutesThreads } from './threads.ts'

inMinutesWorkspace()

let threads: MinutesThreads | null = null
afterEach(() => {
  threads?.close()
  threads = null
})

/** How long the event loop may be held before somebody who types notices. */
const noticedMs = 200

/** A session over whose only item has a table of so many cells. */
async function withTable(cells: number) {
  const sitting = await convene(['The shelters'])
  await begin(sitting)
  const documentId = sitting.itemIds[0] ?? ''
  await write(documentId, 'A long table.')
  const doc = new Y.Doc()
  const table = new Y.XmlElement('table')
  table.insert(
    0,
    Array.from({ length: cells / 10 }, (_row, row) => {
      const line = new Y.XmlElement('table_row')
      line.insert(
        0,
        Array.from({ length: 10 }, (_cell, column) => {
          const cell = new Y.XmlElement('table_cell')
          const paragraph = new Y.XmlElement('paragraph')
          paragraph.insert(0, [new Y.XmlText(`Row ${row}, ${column}`)])
          cell.insert(0, [paragraph])
          return cell
        }),
      )
      return line
    }),
  )
  doc.getXmlFragment('narrative').push([table])
  const { deps } = workspace
  const bytes = Y.encodeStateAsUpdate(doc)
  await deps.transaction(tx => storeText(tx, { documentId, personId: person('secretariat'), at: deps.now(), bytes }))
  await adjourn(sitting)
  return sitting
}

/** Milliseconds that this thread has had of the processor; by the wall where the system does not tell. */
function spentMs(): number {
  const told = '/proc/thread-self/schedstat'
  return existsSync(told) ? Number(readFileSync(told, 'utf8').split(' ')[0]) / 1e6 : performance.now()
}

/** The longest that was worked before anything else could be done; what other processes took of it is not ours. */
async function heldMs(work: () => Promise<void>): Promise<number> {
  let longest = 0
  let last = spentMs()
  const timer = setInterval(() => {
    const now = spentMs()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  await work()
  clearInterval(timer)
  return Math.max(longest, spentMs() - last)
}

test(
  '[M5] taking a table of 8,000 cells away, as a draft and as circulated, holds nobody up',
  { timeout: 120_000 },
  async () => {
    const { deps } = workspace
    const sitting = await withTable(8_000)
    const take = async (used: MinutesThreads): Promise<void> => {
      // Nothing is kept from before.
      const parts = { subjects: subjects(), texts: createTexts(used) }
      const makeFile = createFiles({ log: silentLog }, used)
      for (const format of fileFormats) {
        const exported = await exportMinutes(deps, parts, await actor('secretariat'), sitting.id, {})
        if (!exported.ok) throw new Error(exported.problem.type)
        const { print, language } = exported.value
        const file = await makeFile({ print, language, format })
        expect(file).toMatchObject({ ok: true })
      }
    }
    threads = createMinutesThreads()
    const used = threads
    for (const state of ['draft', 'circulated']) {
      if (state === 'circulated') expect(await circulate(sitting)).toMatchObject({ ok: true })
      const held = await heldMs(() => take(used))
      expect(held, state).toBeLessThan(noticedMs)
    }
  },
)

test('[M5] what a thread has read of a text is what is read of it here', async () => {
  const sitting = await withTable(2_000)
  threads = createMinutesThreads()
  const texts = createTexts(threads)
  const id = sitting.itemIds[0] ?? ''
  const { deps } = workspace
  await texts.prepare(deps.read, [id])
  const here = (await minutesOf(sitting)).parts[1]?.text
  expect(await texts.words(deps.read, id, deps.now())).toEqual(ok(here))
  await write(id, 'And one line more.')
  expect(JSON.stringify(await texts.words(deps.read, id, deps.now()))).toContain('And one line more.')
})

test.each([
  [
    'takes too long',
    err({ type: 'thread-ended', reason: 'too long' } as const),
    { type: 'file-not-made', format: 'pdf' },
  ],
  ['cannot be set', ok(null), { type: 'file-not-made', format: 'pdf' }],
  ['waits behind too many', err({ type: 'thread-busy' } as const), { type: 'too-many-requests' }],
])('[M5] a file that %s is refused by name', async (_what, answer, problem) => {
  const sitting = await withTable(10)
  const parts = { subjects: subjects(), texts: createTexts({ run: async () => err({ type: 'thread-busy' }) }) }
  const exported = await exportMinutes(workspace.deps, parts, await actor('secretariat'), sitting.id, {})
  if (!exported.ok) throw new Error(exported.problem.type)
  const { print, language } = exported.value
  // The one answer that any task may get here.
  const run = async () => answer as never
  const makeFile = createFiles({ log: silentLog }, { run })
  expect(await makeFile({ print, language, format: 'pdf' })).toMatchObject({ problem })
})
