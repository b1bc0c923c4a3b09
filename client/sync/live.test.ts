import { closeCodes } from '#shared/wire'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeLive } from './live.ts'

class FakeSocket extends EventTarget {
  static opened: FakeSocket[] = []
  readonly url: string
  readonly sent: unknown[] = []
  readyState = 0

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.opened.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.say('close', { code: 1005 })
  }

  say(type: 'open' | 'message' | 'close', facts: object = {}): void {
    if (type !== 'message') this.readyState = type === 'open' ? 1 : 3
    this.dispatchEvent(Object.assign(new Event(type), facts))
  }
}

const page = new EventTarget()
const live = (): ReturnType<typeof makeLive> =>
  makeLive(() => ({ origin: 'ws://host', socket: FakeSocket as unknown as typeof WebSocket, page }))
const newest = (): FakeSocket => FakeSocket.opened.at(-1) as FakeSocket
const hint = (topic: string, id: unknown): object => ({ data: JSON.stringify({ topic, id }) })
const floor = (id: string, title: string | null): object => ({
  data: JSON.stringify({ topic: 'floor', id, floor: title === null ? null : { serverNow: 1, title } }),
})

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.opened = []
})
afterEach(() => vi.useRealTimers())

test('a hint reaches those who asked for it, until they stop', () => {
  const { onLive } = live()
  const [one, all, other] = [vi.fn(), vi.fn(), vi.fn()]
  const stop = onLive('motion', 'm1', one)
  onLive('motion', null, all)
  onLive('section', null, other)
  expect(FakeSocket.opened.map(socket => socket.url)).toEqual(['ws://host/live'])
  newest().say('open')
  newest().say('message', hint('motion', 'm1'))
  newest().say('message', hint('motion', 'm2'))
  stop()
  newest().say('message', hint('motion', 'm1'))
  expect(one.mock.calls).toEqual([['m1']])
  expect(all.mock.calls).toEqual([['m1'], ['m2'], ['m1']])
  expect(other).not.toHaveBeenCalled()
})

test.each([
  ['not JSON', { data: '{' }],
  ['not text', { data: new ArrayBuffer(2) }],
  ['an unknown topic', hint('weather', 'x')],
  ['an id that is none', hint('motion', 7)],
])('%s is passed over', (_name, message) => {
  const { onLive } = live()
  const handler = vi.fn()
  onLive('motion', null, handler)
  newest().say('message', message)
  expect(handler).not.toHaveBeenCalled()
})

test('after an absence everybody is told to fetch again', () => {
  const { onLive } = live()
  const handler = vi.fn()
  onLive('motion', 'm1', handler)
  newest().say('open')
  newest().say('close', { code: 1006 })
  vi.advanceTimersByTime(200)
  expect(FakeSocket.opened).toHaveLength(2)
  expect(handler).not.toHaveBeenCalled()
  newest().say('open')
  expect(handler.mock.calls).toEqual([[null]])
})

test('a network that returns is tried at once', () => {
  const { onLive } = live()
  onLive('motion', null, vi.fn())
  newest().say('close', { code: 1006 })
  page.dispatchEvent(new Event('online'))
  expect(FakeSocket.opened).toHaveLength(2)
  vi.advanceTimersByTime(60_000)
  expect(FakeSocket.opened).toHaveLength(2)
})

test('an ended session is told once, and nothing tried before somebody has signed in', () => {
  const { onLive, onSessionEnd, onSessionResume, resumeSession } = live()
  const [ended, resumed, hinted] = [vi.fn(), vi.fn(), vi.fn()]
  onSessionEnd(ended)
  onSessionResume(resumed)
  onLive('motion', null, hinted)
  newest().say('close', { code: closeCodes.signInAgain })
  onLive('motion', null, vi.fn())
  vi.advanceTimersByTime(60_000)
  expect([ended.mock.calls.length, FakeSocket.opened.length]).toEqual([1, 1])
  resumeSession()
  expect([resumed.mock.calls.length, FakeSocket.opened.length]).toEqual([1, 2])
  newest().say('open')
  expect(hinted.mock.calls).toEqual([[null]])
})

test('a session that a request found to be over ends the socket, and hints with it', () => {
  const { onLive, onSessionEnd, endSession } = live()
  const ended = vi.fn()
  onSessionEnd(ended)
  onLive('motion', null, vi.fn())
  newest().say('open')
  endSession()
  endSession()
  expect([newest().readyState, ended.mock.calls.length]).toEqual([3, 1])
  vi.advanceTimersByTime(60_000)
  expect(FakeSocket.opened).toHaveLength(1)
})

test('whether anything arrives is told now and whenever it changes', () => {
  const { onLive, onLink } = live()
  const link = vi.fn()
  onLink(link)
  onLive('motion', null, vi.fn())
  newest().say('open')
  newest().say('close', { code: 1006 })
  expect(link.mock.calls).toEqual([[false], [true], [false]])
})

describe('following a meeting', () => {
  test('[M2] it is asked for once the socket is open, and each floor reaches its handlers until they stop', () => {
    const { followMeeting } = live()
    const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()]
    const stop = followMeeting('m1', one)
    followMeeting('m1', two)
    followMeeting('m2', other)
    expect(newest().sent).toEqual([])
    newest().say('open')
    expect(newest().sent).toEqual([{ follow: 'm1' }, { follow: 'm2' }])
    newest().say('message', floor('m1', 'first'))
    stop()
    newest().say('message', floor('m1', 'second'))
    expect(one.mock.calls).toEqual([[{ serverNow: 1, title: 'first' }]])
    expect(two.mock.calls).toEqual([[{ serverNow: 1, title: 'first' }], [{ serverNow: 1, title: 'second' }]])
    expect(other).not.toHaveBeenCalled()
  })

  test('[M2] who comes later sees at once what came last, and the server is not asked again', () => {
    const { followMeeting } = live()
    followMeeting('m1', vi.fn())
    newest().say('open')
    newest().say('message', floor('m1', 'now'))
    const late = vi.fn()
    followMeeting('m1', late)
    expect([late.mock.calls, newest().sent]).toEqual([[[{ serverNow: 1, title: 'now' }]], [{ follow: 'm1' }]])
  })

  test('[M2] a meeting that may not be followed is null, and so one whose floor was taken away', () => {
    const { followMeeting } = live()
    const handler = vi.fn()
    followMeeting('m1', handler)
    newest().say('open')
    newest().say('message', floor('m1', 'now'))
    newest().say('message', floor('m1', null))
    expect(handler.mock.calls).toEqual([[{ serverNow: 1, title: 'now' }], [null]])
  })

  test('[M2] when the last part of the page stops, the server is told', () => {
    const { followMeeting } = live()
    const stops = [followMeeting('m1', vi.fn()), followMeeting('m1', vi.fn())]
    newest().say('open')
    for (const stop of stops) stop()
    expect(newest().sent).toEqual([{ follow: 'm1' }, { unfollow: 'm1' }])
  })

  test('[M2] after an absence it is followed again, what was given up is not', () => {
    const { followMeeting } = live()
    const handler = vi.fn()
    followMeeting('m1', handler)
    const stop = followMeeting('m2', vi.fn())
    newest().say('open')
    newest().say('close', { code: 1006 })
    stop()
    vi.advanceTimersByTime(200)
    newest().say('open')
    expect(newest().sent).toEqual([{ follow: 'm1' }])
    newest().say('message', floor('m1', 'meanwhile'))
    expect(handler.mock.calls).toEqual([[{ serverNow: 1, title: 'meanwhile' }]])
  })

  test.each([
    ['no floor', { data: JSON.stringify({ topic: 'floor', id: 'm1' }) }],
    ['a floor that is none', { data: JSON.stringify({ topic: 'floor', id: 'm1', floor: 7 }) }],
    ['a floor without its moment', { data: JSON.stringify({ topic: 'floor', id: 'm1', floor: {} }) }],
  ])('[M2] %s is passed over', (_name, message) => {
    const { followMeeting } = live()
    const handler = vi.fn()
    followMeeting('m1', handler)
    newest().say('open')
    newest().say('message', message)
    expect(handler).not.toHaveBeenCalled()
  })
})
