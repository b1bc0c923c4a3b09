// @vitest-environment jsdom
import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DocumentOptions, SyncStatus } from '#client/sync'
import { closeCodes } from '#shared/wire'
import { createLiveText } from './live-text.ts'

/** Connections in the order in which they were opened. */
const opened: { readonly readOnly: boolean; destroyed: boolean; tell(status: SyncStatus): void }[] = []

vi.mock('#client/sync', async original => ({
  ...(await original<typeof import('#client/sync')>()),
  connectDocument(_id: string, { readOnly = false }: DocumentOptions = {}) {
    const [status, tell] = createSignal<SyncStatus>({ kind: 'connecting' })
    const entry = { readOnly, destroyed: false, tell }
    opened.push(entry)
    return { status, destroy: () => (entry.destroyed = true) }
  },
}))

beforeEach(() => opened.splice(0))

function openText() {
  return createRoot(dispose => {
    const [mayWrite, setMayWrite] = createSignal(true)
    const [section, setSection] = createSignal({ id: 'section' })
    const live = createLiveText(() => section().id, mayWrite)
    return { live, setMayWrite, fetchAgain: () => setSection({ id: 'section' }), dispose }
  })
}

const tooLate: SyncStatus = { kind: 'refused', code: closeCodes.frozen, unsaved: true }
const shown = () => opened.map(({ readOnly, destroyed }) => ({ readOnly, destroyed }))

test('a section that is fetched again keeps its connection', () => {
  const { fetchAgain, dispose } = openText()
  opened[0]?.tell({ kind: 'saved' })
  fetchAgain()
  expect(shown()).toEqual([{ readOnly: false, destroyed: false }])
  dispose()
})

test('[G8] a text that is closed with everything stored is read on', () => {
  const { live, setMayWrite, dispose } = openText()
  opened[0]?.tell({ kind: 'saved' })
  opened[0]?.tell({ kind: 'refused', code: closeCodes.frozen, unsaved: false })
  setMayWrite(false)
  expect(shown()).toEqual([
    { readOnly: false, destroyed: true },
    { readOnly: true, destroyed: false },
  ])
  expect(live().late()).toBe(false)
  dispose()
})

test.each([
  { order: 'the refusal first', first: 'refusal' },
  { order: 'the page’s new rights first', first: 'rights' },
])('[G8] words that came too late stay until their writer lets go: $order', ({ first }) => {
  const { live, setMayWrite, dispose } = openText()
  opened[0]?.tell({ kind: 'saved' })
  opened[0]?.tell({ kind: 'offline', unsaved: true, since: 0 })
  if (first === 'rights') setMayWrite(false)
  opened[0]?.tell({ kind: 'unsaved' })
  opened[0]?.tell(tooLate)
  if (first === 'refusal') setMayWrite(false)
  expect(shown()).toEqual([{ readOnly: false, destroyed: false }])
  expect(live().late()).toBe(true)
  live().letGo()
  expect(shown().at(0)).toEqual({ readOnly: false, destroyed: true })
  expect(shown().at(-1)).toEqual({ readOnly: true, destroyed: false })
  expect(live().late()).toBe(false)
  dispose()
})

test('[G8] words still on their way when the rights change are waited for', () => {
  const { setMayWrite, dispose } = openText()
  opened[0]?.tell({ kind: 'unsaved' })
  setMayWrite(false)
  expect(shown()).toEqual([{ readOnly: false, destroyed: false }])
  opened[0]?.tell({ kind: 'saved' })
  expect(shown().map(({ readOnly }) => readOnly)).toEqual([false, true])
  dispose()
})

test('[G8] opened again, the text is written again once the late words are let go', () => {
  const { live, setMayWrite, dispose } = openText()
  opened[0]?.tell({ kind: 'unsaved' })
  opened[0]?.tell(tooLate)
  setMayWrite(false)
  setMayWrite(true)
  expect(live().late()).toBe(true)
  live().letGo()
  expect(shown().at(-1)).toEqual({ readOnly: false, destroyed: false })
  dispose()
})
