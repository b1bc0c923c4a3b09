import { closeCodes } from '#shared/wire'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeLive } from './live.ts'

class FakeSocket extends EventTarget {
  static opened: FakeSocket[] = []
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.opened.push(this)
  }

  say(type: 'open' | 'message' | 'close', facts: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), facts))
  }
}

const page = new EventTarget()
const live = (): ReturnType<typeof makeLive> =>
  makeLive(() => ({ origin: 'ws://host', socket: FakeSocket as unknown as typeof WebSocket, page }))
const newest = (): FakeSocket => FakeSocket.opened.at(-1) as FakeSocket
const hint = (topic: string, id: unknown): object => ({ data: JSON.stringify({ topic, id }) })

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

test('an ended session is told, and nothing tried before the next subscription', () => {
  const { onLive, onSessionEnd } = live()
  const ended = vi.fn()
  onSessionEnd(ended)
  onLive('motion', null, vi.fn())
  newest().say('close', { code: closeCodes.signInAgain })
  vi.advanceTimersByTime(60_000)
  expect([ended.mock.calls.length, FakeSocket.opened.length]).toEqual([1, 1])
  onLive('motion', null, vi.fn())
  expect(FakeSocket.opened).toHaveLength(2)
})
