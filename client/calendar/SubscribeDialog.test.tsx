// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { asId, type GroupId } from '#shared/core'
import { SubscribeDialog } from './SubscribeDialog.tsx'

const url = 'https://plan.example.org/calendar/secret.ics'
const groups = [{ id: asId<GroupId>('group-1'), name: 'Prevention' }]
const asked: { body: unknown; key: string | null }[] = []
let answer: () => Response

beforeAll(() => {
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})
beforeEach(() => {
  asked.length = 0
  answer = () => Response.json({ id: 'ab'.repeat(32), url }, { status: 201 })
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    asked.push({ body: JSON.parse(String(init.body)), key: new Headers(init.headers).get('idempotency-key') })
    return answer()
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show() {
  const onDone = vi.fn()
  render(() => <SubscribeDialog groups={groups} onDone={onDone} onClose={() => undefined} />)
  return { onDone, make: () => fireEvent.click(screen.getByRole('button', { name: 'Make an address' })) }
}

test('[M1] the address is shown, to be copied or opened in a calendar program', async () => {
  const { onDone, make } = show()
  make()
  const address = await screen.findByLabelText<HTMLInputElement>(/^Address/)
  expect(address.value).toBe(url)
  const open = screen.getByRole('link', { name: 'Open in my calendar program' })
  expect(open.getAttribute('href')).toBe('webcal://plan.example.org/calendar/secret.ics')
  expect(asked).toMatchObject([{ body: { groupId: null } }])
  expect(onDone).toHaveBeenCalledOnce()
})

test('[M1] one group can be followed by itself, and trying again asks for the same', async () => {
  answer = () => Response.json({ type: '/problems/internal' }, { status: 500 })
  const { make } = show()
  fireEvent.click(screen.getByRole('radio', { name: /Prevention/ }))
  make()
  expect((await screen.findByRole('alert')).textContent).toMatch(/Something went wrong on the server/)
  make()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[0]).toMatchObject({ body: { groupId: 'group-1' } })
  expect(asked[1]).toEqual(asked[0])
})

test('[M1] too many are told with what to do', async () => {
  answer = () => Response.json({ type: '/problems/too-many-calendars', limit: 20 }, { status: 409 })
  const { make } = show()
  make()
  expect((await screen.findByRole('alert')).textContent).toMatch(/20 calendars already.*account page/)
})
