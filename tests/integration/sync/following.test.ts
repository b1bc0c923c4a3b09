import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import { connectRaw, type Raw } from './clients.ts'
import { personOf, type Host } from './host.ts'
import { closed, start, until } from './setup.ts'

/** What a page was told of meetings, in order; hints left out. */
const floors = (page: Raw): readonly unknown[] =>
  page.frames
    .map((frame): { topic: string; floor?: unknown } => JSON.parse(Buffer.from(frame).toString()))
    .filter(message => message.topic === 'floor')
    .map(message => message.floor)
const shows = (page: Raw, ...shown: readonly (string | null)[]): Promise<void> =>
  until(() => expect(floors(page)).toEqual(shown.map(each => each && { shown: each })))

async function open(host: Host, person: string): Promise<Raw> {
  return connectRaw(host.origin, person, '/live')
}
const say = (page: Raw, message: unknown): void =>
  page.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
const readers = ['ana', 'ben', 'rea']
const change = (host: Host, shown: string, who: readonly string[] = readers): void => {
  host.meetings.set('m1', { shown, readers: who })
  host.bus.publish({ type: 'changed', topic: 'meeting', id: 'm1' })
}
/** A question that the server answers after all that was said before. */
async function settled(page: Raw): Promise<void> {
  const pong = new Promise(resolve => page.socket.once('pong', resolve))
  page.socket.ping()
  await pong
}

describe('following a meeting', () => {
  test('[M2] the floor comes at once, then after each change, to all who follow and to nobody else', async () => {
    const host = await start()
    host.meetings.set('m1', { shown: 'first', readers })
    const [ana, ben, rea] = [await open(host, 'ana'), await open(host, 'ben'), await open(host, 'rea')]
    say(ana, { follow: 'm1' })
    say(ben, { follow: 'm1' })
    await shows(ana, 'first')
    await shows(ben, 'first')
    change(host, 'second')
    await shows(ana, 'first', 'second')
    await shows(ben, 'first', 'second')
    say(ben, { unfollow: 'm1' })
    await settled(ben)
    change(host, 'third')
    await shows(ana, 'first', 'second', 'third')
    expect([floors(ben).length, floors(rea).length]).toEqual([2, 0])
  })

  test('[M2] many changes in a moment are told together, the last one always, and what changes nothing is not told', async () => {
    const host = await start()
    host.meetings.set('m1', { shown: '0', readers })
    const ana = await open(host, 'ana')
    say(ana, { follow: 'm1' })
    await shows(ana, '0')
    for (let number = 1; number <= 200; number++) change(host, String(number))
    await until(() => expect(floors(ana).at(-1)).toEqual({ shown: '200' }))
    expect(floors(ana).length).toBeLessThanOrEqual(3)
    const told = floors(ana).length
    change(host, '200')
    host.bus.publish({ type: 'changed', topic: 'group', id: 'nwg' })
    change(host, '201')
    await until(() => expect(floors(ana)).toHaveLength(told + 1))
  })

  test.each([
    ['hidden from the person', 'm1'],
    ['missing', 'nothing'],
  ])('[D4] a meeting that is %s is null, and says nothing more', async (_, meetingId) => {
    const host = await start()
    host.meetings.set('m1', { shown: 'secret', readers: ['ana'] })
    const ben = await open(host, 'ben')
    say(ben, { follow: meetingId })
    await shows(ben, null)
    change(host, 'still secret', ['ana'])
    await settled(ben)
    expect(JSON.stringify(floors(ben))).toBe('[null]')
    expect(ben.closedWith()).toBeNull()
  })

  test('[D4] one that is opened to others is shown to those who followed it in vain, and closed to them again', async () => {
    const host = await start()
    host.meetings.set('m1', { shown: 'draft', readers: ['ana'] })
    const [ana, ben] = [await open(host, 'ana'), await open(host, 'ben')]
    for (const page of [ana, ben]) say(page, { follow: 'm1' })
    await shows(ben, null)
    await shows(ana, 'draft')
    change(host, 'convened')
    await shows(ben, null, 'convened')
    change(host, 'again a draft', ['ana'])
    await shows(ben, null, 'convened', null)
    await shows(ana, 'draft', 'convened', 'again a draft')
  })

  test('[D4] who loses the right gets nothing from that moment, though the meeting goes on', async () => {
    const host = await start()
    host.meetings.set('m1', { shown: 'first', readers })
    const [ana, ben] = [await open(host, 'ana'), await open(host, 'ben')]
    for (const page of [ana, ben]) say(page, { follow: 'm1' })
    await shows(ben, 'first')
    await shows(ana, 'first')
    // Both at once: the right goes, and something happens that must not be seen any more.
    host.meetings.set('m1', { shown: 'not for ben', readers: ['ana', 'rea'] })
    host.bus.publish({ type: 'accessChanged', persons: [personOf('ben').personId] })
    host.bus.publish({ type: 'changed', topic: 'meeting', id: 'm1' })
    await shows(ana, 'first', 'not for ben')
    await shows(ben, 'first', null)
    change(host, 'nor this', ['ana', 'rea'])
    await shows(ana, 'first', 'not for ben', 'nor this')
    await settled(ben)
    expect(floors(ben)).toEqual([{ shown: 'first' }, null])
  })

  test('[D4] nothing is sent while it is being asked whether somebody may', async () => {
    let decide = (): void => undefined
    let decided = Promise.resolve()
    const host = await start({ deciding: () => decided })
    host.meetings.set('m1', { shown: 'first', readers })
    const ben = await open(host, 'ben')
    say(ben, { follow: 'm1' })
    await shows(ben, 'first')
    decided = new Promise(resolve => (decide = resolve))
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
    change(host, 'second')
    await settled(ben)
    expect(floors(ben)).toEqual([{ shown: 'first' }])
    decide()
    await shows(ben, 'first', 'second')
  })

  test('[M2] after a reconnection the page follows again and is where the others are', async () => {
    const host = await start()
    host.meetings.set('m1', { shown: 'first', readers })
    const ana = await open(host, 'ana')
    say(ana, { follow: 'm1' })
    await shows(ana, 'first')
    ana.socket.terminate()
    change(host, 'meanwhile')
    const back = await open(host, 'ana')
    say(back, { follow: 'm1' })
    await shows(back, 'meanwhile')
  })

  test('[M2] a floor that cannot be read sends its followers away to come back', async () => {
    let broken = false
    const host = await start({
      async reading() {
        if (broken) throw new Error('no disk')
      },
    })
    host.meetings.set('m1', { shown: 'first', readers })
    const ana = await open(host, 'ana')
    say(ana, { follow: 'm1' })
    await shows(ana, 'first')
    broken = true
    change(host, 'second')
    await closed(ana, closeCodes.tryAgainLater)
  })

  test('[M2] a page that takes in nothing is not sent floor after floor, and is where the others are when it wakes', async () => {
    const host = await start({ limits: { floorMs: 0 } })
    const big = (number: number): string => `${number} ${'x'.repeat(400_000)}`
    host.meetings.set('m1', { shown: big(0), readers })
    const [ana, ben] = [await open(host, 'ana'), await open(host, 'ben')]
    for (const page of [ana, ben]) say(page, { follow: 'm1' })
    await shows(ana, big(0))
    await shows(ben, big(0))
    ben.socket.pause()
    for (let number = 1; number <= 40; number++) {
      change(host, big(number))
      await until(() => expect(floors(ana).at(-1)).toEqual({ shown: big(number) }))
    }
    ben.socket.resume()
    await until(() => expect(floors(ben).at(-1)).toEqual({ shown: big(40) }))
    expect(floors(ben).length).toBeLessThan(41)
    expect(ben.closedWith()).toBeNull()
  })
})

describe('what a page may say', () => {
  test.each([
    ['no JSON', '{'],
    ['another shape', { topic: 'meeting' }],
    ['more than that', { follow: 'm1', unfollow: 'm1' }],
    ['an id that is none', { follow: '../x' }],
    ['a number', { follow: 7 }],
    ['nothing', 'null'],
  ])('[M2] %s: closed with 4400', async (_, message) => {
    const host = await start()
    const ana = await open(host, 'ana')
    say(ana, message)
    await closed(ana, closeCodes.malformed)
  })

  test('[M2] binary: 4400; too long: 4413; too much at once: 1013; too many meetings: 4400', async () => {
    const host = await start({ limits: { liveMessagesPerBeat: 20, heartbeatMs: 600_000 } })
    const [binary, long, chatty, greedy] = await Promise.all([1, 2, 3, 4].map(() => open(host, 'ana')))
    binary?.socket.send(Buffer.from('{"follow":"m1"}'))
    long && say(long, { follow: 'm'.repeat(300) })
    for (let number = 0; number < 21; number++) chatty && say(chatty, { unfollow: 'm1' })
    for (let number = 0; number < 9; number++) greedy && say(greedy, { follow: `m${number}` })
    const codes = () => [binary, long, chatty, greedy].map(page => page?.closedWith())
    await until(() => expect(codes()).toEqual([4400, 4413, 1013, 4400]))
  })
})
