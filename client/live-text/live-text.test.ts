// @vitest-environment jsdom
import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DocumentOptions } from '#client/sync'
import { asId, type PersonId } from '#shared/core'
import { createLiveText } from './live-text.ts'

/** Connections in the order in which they were opened. */
const opened: { readonly readOnly: boolean; destroyed: boolean; giveUp(): void }[] = []

const [copyStands, setCopyStands] = createSignal('saved')

vi.mock('#client/sync', async original => ({
  ...(await original<typeof import('#client/sync')>()),
  connectDocument(_id: string, { readOnly = false }: DocumentOptions) {
    // A copy that is open already is asked how it stands before it is shared.
    copyStands()
    const [isStale, setStale] = createSignal(false)
    const entry = { readOnly, destroyed: false, giveUp: () => setStale(true) }
    opened.push(entry)
    return { isStale, destroy: () => (entry.destroyed = true) }
  },
}))

beforeEach(() => opened.splice(0))

function openText() {
  return createRoot(dispose => {
    const [mayWrite, setMayWrite] = createSignal(true)
    const [section, setSection] = createSignal({ id: 'section', person: asId<PersonId>('ana') })
    createLiveText(
      () => section().id,
      () => section().person,
      mayWrite,
    )
    return { setMayWrite, fetchAgain: () => setSection(value => ({ ...value })), dispose }
  })
}

const shown = () => opened.map(({ readOnly, destroyed }) => ({ readOnly, destroyed }))

test('a section that is fetched again keeps its connection', () => {
  const { fetchAgain, dispose } = openText()
  fetchAgain()
  expect(shown()).toEqual([{ readOnly: false, destroyed: false }])
  dispose()
})

test('[G8] a text that may no longer be written is read on', () => {
  const { setMayWrite, dispose } = openText()
  setMayWrite(false)
  expect(shown()).toEqual([
    { readOnly: false, destroyed: true },
    { readOnly: true, destroyed: false },
  ])
  dispose()
})

test('a letter typed into a copy that two places of a page share does not open it again', () => {
  const { dispose } = openText()
  setCopyStands('unsaved')
  expect(shown()).toEqual([{ readOnly: false, destroyed: false }])
  dispose()
})

test('a copy that was given up is opened afresh', () => {
  const { dispose } = openText()
  opened[0]?.giveUp()
  expect(shown()).toEqual([
    { readOnly: false, destroyed: true },
    { readOnly: false, destroyed: false },
  ])
  dispose()
})
