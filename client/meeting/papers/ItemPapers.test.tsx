// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asId } from '#shared/core'
import type { FloorItem } from '#shared/meeting/schema'
import { buildItem } from '../testing/floor.ts'
import { ItemPapers } from './ItemPapers.tsx'

type Paper = FloorItem['papers'][number]

const file: Paper = {
  id: asId('paper-1'),
  kind: 'file',
  name: 'Decree 12.pdf',
  subjectKind: null,
  givenName: null,
  subjectId: null,
  digest: 'ab'.repeat(32),
  mediaType: 'application/pdf',
  bytes: 1_400_000,
}
const version: Paper = {
  ...file,
  id: asId('paper-2'),
  kind: 'version',
  name: 'C.3.1 Shelters',
  subjectKind: 'sectionVersion',
  subjectId: 'version-1',
  mediaType: null,
  bytes: null,
}

let items = 0
/** Uploads belong to an item, not to a page: each test has an item of its own. */
const buildOwnItem = (papers: readonly Paper[] = []): FloorItem => buildItem(`item-${++items}`, { papers })

/** Requests that the page made, to be answered by the test. */
class Requests {
  static sent: Requests[] = []
  upload = new EventTarget()
  status = 0
  responseText = ''
  aborted = false
  address = ''
  #events = new EventTarget()
  addEventListener(type: string, listener: () => void) {
    this.#events.addEventListener(type, listener)
  }
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader() {}
  send() {
    Requests.sent.push(this)
  }
  abort() {
    this.aborted = true
    this.#events.dispatchEvent(new Event('abort'))
  }
  answer(status: number, body: object) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.#events.dispatchEvent(new Event('load'))
  }
}

beforeEach(() => {
  Requests.sent = []
  vi.stubGlobal('XMLHttpRequest', Requests)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const pdf = (name = 'a.pdf', size = 3) => new File(['x'.repeat(size)], name)

function choose(files: readonly File[]): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no way to choose a file')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  fireEvent.change(input)
}

test('[M1] papers are opened by their names: a file is downloaded, a text goes to its page', () => {
  render(() => <ItemPapers item={buildOwnItem([file, version])} mayAdd={false} />)
  const link = screen.getByRole('link', { name: 'Download Decree 12.pdf' })
  expect(link.getAttribute('href')).toBe('/api/papers/paper-1/file')
  expect(screen.getByText('PDF, 1.3 MB')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'C.3.1 Shelters' }).getAttribute('href')).toBe('/versions/version-1')
  expect(screen.queryByRole('button')).toBeNull()
})

test('[M1] without papers and without the right to add any there is nothing', () => {
  const { container } = render(() => <ItemPapers item={buildOwnItem()} mayAdd={false} />)
  expect(container.textContent).toBe('')
})

test('[M1] files go one after the other, and say when they are there', async () => {
  const onChange = vi.fn()
  const item = buildOwnItem()
  render(() => <ItemPapers item={item} mayAdd onChange={onChange} />)
  choose([pdf('a b.pdf'), pdf('c.pdf')])
  await waitFor(() => expect(Requests.sent).toHaveLength(1))
  expect(Requests.sent[0]?.address).toBe(`/api/items/${item.id}/files?name=a%20b.pdf`)
  Requests.sent[0]?.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 1, total: 4 }))
  expect(screen.getByLabelText<HTMLProgressElement>('Handing in a b.pdf').value).toBe(0.25)
  Requests.sent[0]?.answer(201, { id: 'p', name: 'a b.pdf', digest: '', known: false })
  await waitFor(() => expect(Requests.sent).toHaveLength(2))
  expect(onChange).toHaveBeenCalledOnce()
  expect(screen.getByText('a b.pdf is among the papers')).toBeTruthy()
})

test.each([
  ['a program', pdf('setup.exe'), /Files of this kind are not taken/],
  ['an empty file', pdf('a.pdf', 0), /The file is empty/],
])('[M1] %s is refused before it is sent', async (_what, chosen, sentence) => {
  render(() => <ItemPapers item={buildOwnItem()} mayAdd />)
  choose([chosen])
  expect(screen.getByRole('alert').textContent).toMatch(sentence)
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(Requests.sent).toEqual([])
})

test('[M1] a refusal stands until it is closed; what broke off can be tried again', async () => {
  render(() => <ItemPapers item={buildOwnItem()} mayAdd />)
  choose([pdf()])
  await waitFor(() => expect(Requests.sent).toHaveLength(1))
  Requests.sent[0]?.answer(400, { type: '/problems/file-incomplete' })
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(Requests.sent).toHaveLength(2))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('[M1] a file on its way can be stopped, and one that waits is not sent at all', async () => {
  render(() => <ItemPapers item={buildOwnItem()} mayAdd />)
  choose([pdf('a.pdf'), pdf('b.pdf')])
  await waitFor(() => expect(Requests.sent).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: 'Stop handing in b.pdf' }))
  fireEvent.click(screen.getByRole('button', { name: 'Stop handing in a.pdf' }))
  expect(Requests.sent[0]?.aborted).toBe(true)
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  expect(Requests.sent).toHaveLength(1)
})

test('[M2] a file goes on while the agenda is drawn anew', async () => {
  const item = buildOwnItem()
  const [shown, setShown] = createSignal(true)
  render(() => <>{shown() && <ItemPapers item={item} mayAdd />}</>)
  choose([pdf()])
  await waitFor(() => expect(Requests.sent).toHaveLength(1))
  setShown(false)
  setShown(true)
  expect(Requests.sent[0]?.aborted).toBe(false)
  expect(screen.getByLabelText('Handing in a.pdf')).toBeTruthy()
})
