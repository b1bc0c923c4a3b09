import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import { connectRaw, edit } from './clients.ts'
import { cookieOf, personOf } from './host.ts'
import { closed, reads, start, stored, synced, until } from './setup.ts'

describe('when access changes', () => {
  test('a right that is lost closes with 4403, and nothing sent after the decision is stored', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    host.rights.set('ana', 'read')
    ana.text.insert(0, 'too late')
    host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
    await closed(ana, closeCodes.notPermitted)
    expect([await stored(host, 'd1'), ben.text.toJSON(), ben.closedWith()]).toEqual(['', '', null])
    expect(ana.provider.shouldConnect).toBe(false)
  })

  test('text that waits for the disk when the right is lost is not stored', async () => {
    let release = (): void => undefined
    let barrier = Promise.resolve()
    let waiting = 0
    const host = await start({
      transaction: database => async work => {
        waiting++
        await barrier
        return database.transaction(work)
      },
    })
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    await until(() => expect([ana.acks.length, ben.acks.length]).toEqual([1, 1]))
    barrier = new Promise(resolve => (release = resolve))
    const before = waiting
    ana.text.insert(0, 'too late')
    ben.text.insert(0, 'in time')
    await until(() => expect(waiting).toBe(before + 1))
    host.rights.set('ana', null)
    host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
    await closed(ana, closeCodes.notPermitted)
    release()
    await until(async () => expect(await stored(host, 'd1')).toBe('in time'))
  })

  test('[G8] last words of somebody who goes while it is asked whether they may are not stored when they may not', async () => {
    let decide = (): void => undefined
    let decided = Promise.resolve()
    const host = await start({ deciding: () => decided })
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    decided = new Promise(resolve => (decide = resolve))
    host.rights.set('ana', null)
    host.bus.publish({ type: 'accessChanged', persons: [personOf('ana').personId] })
    ana.text.insert(0, 'too late')
    ana.provider.disconnect()
    await until(() => expect(host.sync.counts().connections).toBe(1))
    decide()
    ben.text.insert(0, 'in time')
    await until(async () => expect(await stored(host, 'd1')).toBe('in time'))
    await until(() => expect(ben.text.toJSON()).toBe('in time'))
  })

  test('a text that is frozen closes its writers with 4423, its readers read on, and it is written again after', async () => {
    const host = await start()
    const [ana, rea] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'rea', 'd1')]
    await synced(ana, rea)
    ana.text.insert(0, 'before')
    await reads(rea, 'before')
    host.frozen.add('d1')
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
    await closed(ana, closeCodes.frozen)
    const back = edit(host.origin, 'ben', 'd1')
    await reads(back, 'before')
    back.text.insert(0, 'not now ')
    await closed(back, closeCodes.frozen)
    expect([await stored(host, 'd1'), rea.closedWith()]).toEqual(['before', null])
    host.frozen.delete('d1')
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
    back.provider.connect()
    await reads(rea, 'not now before')
  })

  test('text waits while access is asked again, and goes on when it holds', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
    ana.text.insert(0, 'still here')
    host.bus.publish({ type: 'accessChanged', persons: 'everyone' })
    await reads(ben, 'still here')
    expect([ana.closedWith(), ben.closedWith()]).toEqual([null, null])
  })

  test('a right that is gained holds without a new connection', async () => {
    const host = await start()
    const [ana, rea] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'rea', 'd1')]
    await synced(ana, rea)
    host.rights.set('rea', 'edit')
    host.bus.publish({ type: 'accessChanged', persons: [personOf('rea').personId] })
    await until(async () => {
      if (rea.text.length === 0) rea.text.insert(0, 'now writing')
      expect(await stored(host, 'd1')).toBe('now writing')
    })
    await reads(ana, 'now writing')
  })

  test('an ended session closes its sockets with 4401 and no others', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    const page = await connectRaw(host.origin, 'ana', '/live')
    await synced(ana, ben)
    host.sessions.delete(cookieOf('ana'))
    host.bus.publish({ type: 'sessionsEnded', sessionHashes: [personOf('ana').sessionHash] })
    await Promise.all([closed(ana, closeCodes.signInAgain), closed(page, closeCodes.signInAgain)])
    expect(ben.closedWith()).toBeNull()
  })

  test('a session that ends by itself is noticed', async () => {
    const host = await start({ limits: { reviewMs: 50 } })
    const ana = edit(host.origin, 'ana', 'd1')
    const page = await connectRaw(host.origin, 'ana', '/live')
    await synced(ana)
    host.sessions.delete(cookieOf('ana'))
    await Promise.all([closed(ana, closeCodes.signInAgain), closed(page, closeCodes.signInAgain)])
  })
})
