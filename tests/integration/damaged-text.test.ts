/** A text whose log is damaged while the server is down, over a real server and sockets. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { enterHouse, openText, spoilText, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House
let id: string

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  id = await house.sectionId('C.3.2')
  const [writer, other, reader] = await Promise.all([open('ngo-shelter'), open('welfare'), open('rapporteur')])
  for (const [client, sentence] of [
    [writer, 'Kept.'],
    [writer, 'First of those that are lost.'],
    [other, 'Second of those that are lost.'],
  ] as const) {
    client.write(sentence)
    await reader.sees(sentence)
  }
  for (const client of [writer, other, reader]) client.leave()
  server = await server.restart(() => spoilText(server.dataFolder, id, 2))
  house = enterHouse(server)
})
afterAll(() => server.close())

const open = async (role: string) => openText(server.url, await house.cookie(role), id)
const section = (role: string) => sure(house.as(role, 'GET', `/api/sections/${id}`))
const alarms = async (role: string) =>
  (await sure(house.as(role, 'GET', '/api/home'))).alarms.filter((alarm: any) => alarm.kind === 'damagedText')

test('[G8] opens at its last good state; whoever comes in while it is found writes no more', async () => {
  expect((await section('ngo-shelter')).access).toBe('edit')
  const writer = await open('ngo-shelter')
  expect(writer.text()).toContain('Kept.')
  expect(writer.text()).not.toContain('lost')
  const code = writer.closed()
  writer.write('Written too soon.')
  expect(await code).toBe(4423)
  writer.leave()
})

test('[G8] is an alarm for the Secretariat, a quieter one for the chair, and none for others', async () => {
  const title = (await section('secretariat')).title
  const alarm = { kind: 'damagedText', sectionId: id, code: 'C.3.2', title }
  expect(await alarms('secretariat')).toEqual([{ ...alarm, mine: true }])
  expect(await alarms('chair-protection')).toEqual([{ ...alarm, mine: false }])
  for (const role of ['ngo-shelter', 'chair-prevention', 'coordinator']) expect(await alarms(role)).toEqual([])
})

test('[G8] everybody is told; writers are closed with 4423, and nobody submits it', async () => {
  const damaged = { at: expect.any(Number) }
  expect(await section('ngo-shelter')).toMatchObject({ access: 'comment', damaged, setAside: null })
  const { setAside } = await section('secretariat')
  expect(setAside.changes).toBe(2)
  expect(setAside.persons).toHaveLength(2)
  const documents = await sure(house.as('ngo-shelter', 'GET', '/api/documents'))
  expect(documents.find((entry: any) => entry.id === id)).toMatchObject({ access: 'comment', frozen: true })

  const writer = await open('ngo-shelter')
  const code = writer.closed()
  writer.write('Written too soon.')
  expect(await code).toBe(4423)
  writer.leave()
  const { digest } = await sure(house.as('welfare', 'GET', `/api/sections/${id}/preview`))
  expect(await house.as('welfare', 'POST', `/api/sections/${id}/versions`, { digest })).toMatchObject({
    status: 409,
    body: { type: '/problems/text-damaged' },
  })
})

test('[G8] what was set aside is for the Secretariat alone', async () => {
  const path = `/api/sections/${id}/set-aside`
  const file = await sure(house.as('secretariat', 'GET', path))
  expect(file.section).toMatchObject({ id, code: 'C.3.2' })
  const bytes = Buffer.from('spoilt').toString('base64')
  expect(file.changes).toMatchObject([
    { words: null, bytes, persons: [{ name: expect.any(String) }] },
    { words: null, bytes, persons: [{ name: expect.any(String) }] },
  ])
  for (const role of ['chair-protection', 'ngo-shelter', 'coordinator', 'rapporteur']) {
    expect((await house.as(role, 'GET', path)).status).toBe(403)
  }
  const response = await fetch(`${server.url}${path}`, { headers: { cookie: await house.cookie('secretariat') } })
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="set-aside-C.3.2.json"')
})

test('[G8] [L1] opened by the Secretariat, its writers write again in a new epoch', async () => {
  const path = `/api/sections/${id}/resume-text`
  expect((await house.as('chair-protection', 'POST', path)).status).toBe(403)
  const waiting = await open('ngo-shelter')
  const sent = waiting.closed()
  expect(await closeOf('?epoch=1', () => sure(house.as('secretariat', 'POST', path)))).toBe(4500)
  expect(await sent).toBe(4500)
  expect(await house.as('secretariat', 'POST', path)).toMatchObject({
    status: 409,
    body: { type: '/problems/text-not-damaged' },
  })
  // Who was there comes back by itself, and writes.
  const reader = await open('rapporteur')
  waiting.write('Written after it was opened.')
  await reader.sees('Written after it was opened.')
  for (const client of [waiting, reader]) client.leave()
  // Who comes with words of the old epoch is not merged into the new one.
  expect(await closeOf('?epoch=1')).toBe(4409)

  expect(await section('ngo-shelter')).toMatchObject({ access: 'edit', damaged: null })
  expect(await alarms('secretariat')).toEqual([])
  const { entries } = await sure(house.as('rapporteur', 'GET', `/api/record?subject=${id}`))
  expect(entries.map((entry: any) => [entry.act, JSON.parse(entry.text).facts.changes])).toEqual([
    ['section.textResumed', 2],
  ])
  expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
})

test('[G8] it stays as it was opened, and what was set aside stays kept, over another start', async () => {
  server = await server.restart()
  house = enterHouse(server)
  const reader = await open('rapporteur')
  expect(reader.text()).toContain('Written after it was opened.')
  expect(reader.text()).not.toContain('lost')
  reader.leave()
  expect(await section('secretariat')).toMatchObject({ damaged: null, setAside: { changes: 2 } })
  expect((await sure(house.as('secretariat', 'GET', `/api/sections/${id}/set-aside`))).changes).toHaveLength(2)
})

/** The code with which the server closes a bare socket of a writer, once something is done while it is open. */
async function closeOf(query: string, meanwhile?: () => Promise<unknown>): Promise<number> {
  const headers = { cookie: await house.cookie('ngo-shelter') }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}${query}`, { headers })
  const code = new Promise<number>(resolve => socket.once('close', resolve))
  await new Promise(resolve => socket.once('open', resolve))
  await meanwhile?.()
  return code
}
