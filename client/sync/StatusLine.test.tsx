// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { closeCodes } from '#shared/wire'
import type { SyncStatus } from './status.ts'
import { StatusLine } from './StatusLine.tsx'

afterEach(cleanup)

test('it says what is the case, and tells a screen reader only what matters', () => {
  const [status, setStatus] = createSignal<SyncStatus>({ kind: 'connecting' })
  render(() => <StatusLine status={status()} />)
  const announced = (): string | null => screen.getByRole('status').textContent

  for (const kind of ['saved', 'unsaved', 'saved'] as const) {
    setStatus({ kind })
    expect(screen.getByText(kind === 'saved' ? 'Saved' : 'Saving…')).toBeTruthy()
    expect(announced()).toBe('')
  }
  setStatus({ kind: 'offline', unsaved: true, since: 0 })
  expect(announced()).toMatch(/^No connection since .*not saved yet/)
  setStatus({ kind: 'saved' })
  expect(announced()).toBe('The connection is back.')
  setStatus({ kind: 'refused', code: closeCodes.notPermitted, unsaved: true })
  expect(announced()).toMatch(/may no longer write/)
  expect(screen.getByText(/Copy them before you leave/)).toBeTruthy()
})
