// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { asId } from '#shared/core'
import type { FloorAnswer, FloorItem } from '../api/meeting.ts'
import { Agenda } from './Agenda.tsx'

const item = (id: string, number: string): FloorItem => ({
  id: asId(id),
  parentId: null,
  number,
  type: 'discussion',
  title: `Item ${id}`,
  note: '',
  presenter: null,
  plannedMinutes: 10,
  state: 'planned',
  usedMs: 0,
  openedAt: null,
  subject: null,
  secondCall: false,
  carried: false,
  papers: [],
  motions: [],
})
const floorOf = (...ids: string[]) =>
  ({
    state: 'draft',
    startsAt: 0,
    endsAt: 3_600_000,
    items: ids.map((id, at) => item(id, String(at + 1))),
  }) as unknown as FloorAnswer

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
