// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import type { FloorAnswer } from '../api/meeting.ts'
import { Agenda } from './Agenda.tsx'
import { buildFloor, buildItem } from './testing/floor.ts'

const floorOf = (...ids: string[]): FloorAnswer =>
  buildFloor({ state: 'draft', items: ids.map((id, at) => buildItem(id, { number: String(at + 1) })) })

afterEach(cleanup)

test('[M2] a handle keeps its focus when somebody else moves its item', async () => {
  const [floor, setFloor] = createSignal(floorOf('a', 'b', 'c'))
  render(() => <Agenda floor={floor()} mayConduct onChanged={vi.fn(async () => undefined)} />)
  const handle = screen.getByRole('button', { name: 'Move “Item c”' })
  handle.focus()
  setFloor(floorOf('c', 'a', 'b'))
  expect(screen.getAllByRole('listitem').map(row => row.dataset['item'])).toEqual(['c', 'a', 'b'])
  expect(document.activeElement).toBe(handle)
  setFloor(floorOf('a', 'b', 'c'))
  expect(document.activeElement).toBe(handle)
})
