// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { asId, type PersonId } from '#shared/core'
import { ReturnedPanel, type ReturnedPanelProps } from './ReturnedPanel.tsx'
import { ReturnedWords } from './returned-words.ts'
import { makeMemoryWords, type MemoryWords } from './testing/memory-words.ts'
import type { KeptWords } from './word-store.ts'

let device: MemoryWords
let returned: ReturnedWords

beforeEach(() => {
  device = makeMemoryWords()
  returned = new ReturnedWords(device, new EventTarget())
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})
afterEach(cleanup)

function show(props: Partial<ReturnedPanelProps> = {}): void {
  render(() => <ReturnedPanel returned={returned} doc={null} {...props} />)
}

function words(write: (text: Y.Text) => void, sequence = 0): KeptWords {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'before')
  let update = new Uint8Array()
  doc.on('update', (made: Uint8Array) => (update = Uint8Array.from(made)))
  write(doc.getText('t'))
  const personId = asId<PersonId>('ana')
  return { personId, documentId: 'd1', writer: 1, sequence, epoch: 1, at: 0, update, returned: null }
}

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }))
const until = (condition: () => void): Promise<void> => vi.waitFor(condition)

test('words are shown with the reason, and where they are kept', async () => {
  returned.take([words(text => text.insert(6, ' and after'))], 'frozen')
  show()
  expect(screen.getByText('and after')).toBeTruthy()
  expect(screen.getByText(/closed for writing before these words/)).toBeTruthy()
  await until(() => expect(screen.getByText(/kept on this device, for you alone/)).toBeTruthy())
})

test('a device that is full has its person told to copy them', () => {
  device.fill(true)
  returned.take([words(text => text.insert(6, ' and after'))], 'otherEpoch')
  show()
  expect(screen.getByText(/only on this page: copy them/)).toBeTruthy()
})

test('they are copied as plain text', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  returned.take([words(text => text.insert(6, ' and after'))], 'frozen')
  show()
  press('Copy')
  await until(() => expect(writeText).toHaveBeenCalledWith('and after'))
  vi.unstubAllGlobals()
})

test('they are put back only where the person may write', () => {
  returned.take([words(text => text.insert(6, ' and after'))], 'otherEpoch')
  show()
  expect(screen.queryByRole('button', { name: 'Put at the end of the text' })).toBeNull()
  cleanup()
  const onPutBack = vi.fn()
  show({ onPutBack })
  press('Put at the end of the text')
  expect(onPutBack).toHaveBeenCalledWith(returned.words(), ['and after'])
})

test('they are discarded only after a question, and from the device too', async () => {
  returned.take([words(text => text.insert(6, ' and after'))], 'frozen')
  show()
  press('Discard')
  press('Cancel')
  expect(returned.words()).toHaveLength(1)
  press('Discard')
  press('Discard the words')
  expect(screen.queryByText('and after')).toBeNull()
  await until(() => expect(device.all()).toEqual([]))
})

test('who only took text away is told that nothing is missing', () => {
  returned.take([words(text => text.delete(0, 3))], 'frozen')
  show()
  expect(screen.getByText(/No words of yours are missing/)).toBeTruthy()
  press('Dismiss')
  expect(returned.words()).toEqual([])
})
