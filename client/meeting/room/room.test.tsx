// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { Show, type JSX } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { asId } from '#shared/core'
import type { FloorAnswer, MeetingAnswer } from '../../api/room.ts'
import { buildFloor, buildItem } from '../testing/floor.ts'
import { AgendaPanel } from './AgendaPanel.tsx'
import { createOpenRoom } from './open-room.ts'
import { RoomContext, useRoom } from './room.ts'

const pushed = vi.hoisted((): { floor: (floor: unknown) => void } => ({ floor: () => undefined }))
const fetched = vi.hoisted(() => ({ answer: null as unknown }))

vi.mock('#client/sync', async original => ({
  ...(await original<object>()),
  followMeeting: (_: string, handler: (floor: unknown) => void) => {
    pushed.floor = handler
    return () => undefined
  },
  onLink: (handler: (isOpen: boolean) => void) => {
    handler(true)
    return () => undefined
  },
}))
vi.mock('../../api/meeting.ts', () => ({ fetchMeeting: async () => ({ ok: true, value: fetched.answer }) }))

const floorAt = (serverNow: number, currentItemId: string | null, items = ['1', '2', '3'].map(id => buildItem(id))) =>
  buildFloor({ serverNow, currentItemId: currentItemId === null ? null : asId(currentItemId), items })

const mine: MeetingAnswer['mine'] = {
  seats: [],
  mayConduct: false,
  mayConvene: false,
  mayPreside: false,
  mayWriteMinutes: false,
  checkInCode: null,
}

function Seen(): JSX.Element {
  const room = useRoom()
  return <output>{room.view().item?.title ?? 'between items'}</output>
}

async function enter(floor: FloorAnswer, isWriting = false): Promise<void> {
  fetched.answer = { floor, mine }
  render(() => {
    const { open } = createOpenRoom('m', { isWriting: () => isWriting })
    return (
      <Show when={open()} keyed>
        {room => (
          <RoomContext.Provider value={room}>
            <AgendaPanel />
            <Seen />
          </RoomContext.Provider>
        )}
      </Show>
    )
  })
  await screen.findByRole('status')
}

const seen = (): string | null => screen.getByRole('status').textContent
const row = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(name) })

afterEach(cleanup)

test('[M2] a page follows the current item as the floor comes', async () => {
  await enter(floorAt(1, '1'))
  expect(seen()).toBe('Item 1')
  pushed.floor(floorAt(2, '2'))
  expect(seen()).toBe('Item 2')
  pushed.floor(floorAt(3, null))
  expect(seen()).toBe('between items')
})

test('[M2] a floor that was worked out before the one in sight changes nothing', async () => {
  await enter(floorAt(5, '2'))
  pushed.floor(floorAt(4, '1'))
  expect(seen()).toBe('Item 2')
})

test('[M2] who writes stays with their item, and rejoins by looking at the current one', async () => {
  await enter(floorAt(1, '1'), true)
  pushed.floor(floorAt(2, '3'))
  expect(seen()).toBe('Item 1')
  row('Item 3').click()
  expect(seen()).toBe('Item 3')
})

test('a row keeps its place on the page, and with it the focus, when something else changes', async () => {
  await enter(floorAt(1, '1'))
  const second = row('Item 2')
  second.focus()
  pushed.floor(
    floorAt(2, '3', [
      buildItem('1', { state: 'finished' }),
      buildItem('2', { title: 'Item 2, renamed' }),
      buildItem('3'),
    ]),
  )
  expect(row('Item 2, renamed')).toBe(second)
  expect(document.activeElement).toBe(second)
})
