import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import { connectRaw, edit, presenceFrame, type Editor } from './clients.ts'
import { closed, start, synced, until } from './setup.ts'

describe('who is here', () => {
  const named = (editor: Editor, other: Editor): unknown =>
    editor.provider.awareness.getStates().get(other.doc.clientID)

  test('names come from the session, the cursor from the client', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await synced(ana, ben)
    ana.provider.awareness.setLocalState({
      user: { name: 'The Minister', color: '#aabbcc' },
      cursor: { anchor: 1, head: 2 },
      note: 'x',
    })
    await until(() =>
      expect(named(ben, ana)).toEqual({
        user: { personId: 'ana', name: 'Ms ana', organisation: 'Office of ana', color: '#aabbcc' },
        cursor: { anchor: 1, head: 2 },
      }),
    )
    expect(ben.closedWith()).toBeNull()
  })

  test('who comes later sees who is here, and who goes is gone', async () => {
    const host = await start()
    const ana = edit(host.origin, 'ana', 'd1')
    await synced(ana)
    const ben = edit(host.origin, 'ben', 'd1')
    await until(() => expect(named(ben, ana)).toMatchObject({ user: { name: 'Ms ana' } }))
    // Without a goodbye, as when a laptop is shut.
    ana.provider.shouldConnect = false
    const { ws } = ana.provider
    if (ws && 'terminate' in ws && typeof ws.terminate === 'function') ws.terminate()
    await until(() => expect(named(ben, ana)).toBeUndefined())
  })

  test('who returns with the same clock is seen again', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await until(() => expect(named(ben, ana)).toBeDefined())
    ana.provider.disconnect()
    await until(() => expect(named(ben, ana)).toBeUndefined())
    ana.provider.connect()
    await until(() => expect(named(ben, ana)).toMatchObject({ user: { name: 'Ms ana' } }))
    expect([ana.closedWith(), ben.closedWith()]).toEqual([null, null])
  })

  test('a state under another person’s number is refused with 4400 and shown to nobody', async () => {
    const host = await start()
    const [ana, ben] = [edit(host.origin, 'ana', 'd1'), edit(host.origin, 'ben', 'd1')]
    await until(() => expect(named(ben, ana)).toBeDefined())
    const before = named(ben, ana)
    const raw = await connectRaw(host.origin, 'rea', '/sync/d1')
    raw.send(presenceFrame(ana.doc.clientID, 50, { cursor: { anchor: 9, head: 9 } }))
    await closed(raw, closeCodes.malformed)
    expect(named(ben, ana)).toEqual(before)
  })

  test('a state over the limit is refused', async () => {
    const host = await start()
    const raw = await connectRaw(host.origin, 'ana', '/sync/d1')
    raw.send(presenceFrame(1, 0, { cursor: 'x'.repeat(5_000) }))
    await closed(raw, closeCodes.malformed)
  })
})
