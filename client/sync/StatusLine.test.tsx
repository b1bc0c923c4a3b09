// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { closeCodes } from '#shared/wire'
import type { SyncStatus } from './status.ts'
import { StatusLine } from './StatusLine.tsx'

afterEach(cleanup)

const saved = { kind: 'saved', afresh: null } as const

test('it says what is the case, and tells a screen reader only what matters', () => {
  vi.useFakeTimers()
  const [status, setStatus] = createSignal<SyncStatus>({ kind: 'connecting' })
  render(() => <StatusLine status={status()} />)
  const announced = (): string | null => screen.getByRole('status').textContent

  for (const status of [saved, { kind: 'unsaved', words: 'page', confirmed: 1 }, saved] as const) {
    setStatus(status)
    vi.advanceTimersByTime(1_000)
    expect(screen.getByText(status.kind === 'saved' ? 'Saved' : 'Saving…')).toBeTruthy()
    expect(announced()).toBe('')
  }
  setStatus({ kind: 'offline', words: 'page', since: 0 })
  expect(announced()).toMatch(/^No connection since .*only on this page/)
  setStatus(saved)
  expect(announced()).toBe('The connection is back.')
  setStatus({ kind: 'refused', code: closeCodes.notPermitted, words: 'returned' })
  expect(announced()).toMatch(/may no longer write/)
  expect(screen.getAllByText(/stand above the text/)).toHaveLength(2)
  vi.useRealTimers()
})

test('while somebody types it does not flicker, and never says Saved before it is so', () => {
  vi.useFakeTimers()
  const [status, setStatus] = createSignal<SyncStatus>(saved)
  render(() => <StatusLine status={status()} />)
  for (let letter = 0; letter < 20; letter++) {
    setStatus({ kind: 'unsaved', words: 'page', confirmed: letter })
    setStatus(saved)
    expect(screen.getByText('Saving…')).toBeTruthy()
    vi.advanceTimersByTime(120)
  }
  vi.advanceTimersByTime(1_000)
  expect(screen.getByText('Saved')).toBeTruthy()
  vi.useRealTimers()
})

test('a server that takes nothing for a while is spoken of, one that is at work is not', () => {
  vi.useFakeTimers()
  const [status, setStatus] = createSignal<SyncStatus>(saved)
  render(() => <StatusLine status={status()} />)
  for (let confirmed = 0; confirmed < 20; confirmed++) {
    setStatus({ kind: 'unsaved', words: 'device', confirmed })
    vi.advanceTimersByTime(1_000)
    expect(screen.getByText('Saving…')).toBeTruthy()
  }
  vi.advanceTimersByTime(5_000)
  expect(screen.getByRole('status').textContent).toMatch(/^Not saved yet: .* kept on this device/)
  setStatus(saved)
  vi.advanceTimersByTime(1_000)
  expect(screen.getByRole('status').textContent).toBe('The connection is back.')
  vi.useRealTimers()
})

test('typing without a connection is announced once, and said to be kept when it pauses', () => {
  vi.useFakeTimers()
  const [status, setStatus] = createSignal<SyncStatus>({ kind: 'offline', words: 'stored', since: 0 })
  render(() => <StatusLine status={status()} />)
  const said = new Set<string | null>()
  for (let letter = 0; letter < 40; letter++) {
    for (const words of ['page', 'device'] as const) {
      setStatus({ kind: 'offline', words, since: 0 })
      expect(screen.getByText(/only on this page/)).toBeTruthy()
      said.add(screen.getByRole('status').textContent)
    }
    vi.advanceTimersByTime(100)
  }
  expect(said.size).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(screen.getByText(/kept on this device/)).toBeTruthy()
  vi.useRealTimers()
})

test('who may no longer write is not told that a connection is back', () => {
  const [status, setStatus] = createSignal<SyncStatus>(saved)
  render(() => <StatusLine status={status()} />)
  setStatus({ kind: 'refused', code: closeCodes.notPermitted, words: 'none' })
  setStatus({ kind: 'readOnly', afresh: null })
  expect(screen.getByRole('status').textContent).toBe('You are reading along now.')
})

test.each<[SyncStatus, RegExp]>([
  [{ kind: 'offline', words: 'device', since: 0 }, /^No connection since .* kept on this device and are sent/],
  [{ kind: 'offline', words: 'stored', since: 0 }, /^No connection since .* saved; you can go on writing/],
  [{ kind: 'offline', words: 'none', since: 0 }, /^No connection since [^.]*\. This page tries again/],
  [{ kind: 'hindered', by: 'notStored', words: 'device' }, /^Not stored: .* kept on this device/],
  [{ kind: 'hindered', by: 'tooManyWindows', words: 'none' }, /^Too many windows/],
  [{ kind: 'refused', code: closeCodes.signInAgain, words: 'device' }, /Sign in again .* kept on this device/],
  [{ kind: 'refused', code: closeCodes.noSuchDocument, words: 'stored' }, /not here, or is not open to you\.$/],
  [{ kind: 'saved', afresh: 'differed' }, /opened afresh/],
])('%o in words', (status, sentence) => {
  render(() => <StatusLine status={status} />)
  expect(screen.getAllByText(sentence).length).toBeGreaterThan(0)
})
