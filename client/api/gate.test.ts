import { afterEach, expect, test, vi } from 'vitest'
import { makeGate } from './gate.ts'

const answering = (status: number, type: string) => {
  const fetch = vi.fn(async () => Response.json({ type: `/problems/${type}` }, { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('after the first refusal for want of a session nothing is asked until somebody has signed in', async () => {
  const fetch = answering(401, 'sign-in-required')
  const { options, onRefused, open } = makeGate()
  const refused = vi.fn()
  onRefused(refused)
  const [first, second] = await Promise.all([options.fetch('/api/motions'), options.fetch('/api/groups')])
  const third = await options.fetch('/api/home')
  expect([first.status, second.status, third.status]).toEqual([401, 401, 401])
  expect(await third.json()).toEqual({ type: '/problems/sign-in-required' })
  // Two were on their way when the first was refused.
  expect([fetch.mock.calls.length, refused.mock.calls.length]).toEqual([2, 1])
  open()
  await options.fetch('/api/motions')
  expect(fetch).toHaveBeenCalledTimes(3)
})

test('closed from outside, as when the live connection was told, nothing is asked either', async () => {
  const fetch = answering(200, 'none')
  const { options, close } = makeGate()
  close()
  expect((await options.fetch('/api/motions')).status).toBe(401)
  expect(fetch).not.toHaveBeenCalled()
})

test.each([
  [200, 'none'],
  [401, 'sign-in-refused'],
  [403, 'not-permitted'],
])('an answer of %i, %s, ends no session', async (status, type) => {
  answering(status, type)
  const { options, onRefused } = makeGate()
  const refused = vi.fn()
  onRefused(refused)
  expect((await options.fetch('/api/motions')).status).toBe(status)
  expect(refused).not.toHaveBeenCalled()
})
