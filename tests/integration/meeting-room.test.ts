import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { dayMs, hourMs, minuteMs } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House
let meetingId: string

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  const before = enterHouse(server)
  const groups: any[] = await sure(before.as('secretariat', 'GET', '/api/groups'))
  const startsAt = Date.now() + 8 * dayMs
  const body = {
    groupId: groups.find(group => group.code === 'nwg').id,
    kind: 'nwg',
    bodies: [],
    title: 'Ninth meeting',
    startsAt,
    endsAt: startsAt + 2 * hourMs,
    timeZone: 'Europe/Tirane',
    place: 'Room 4',
    link: null,
  }
  meetingId = (await sure(before.as('secretariat', 'POST', '/api/meetings', body))).id
  for (const title of ['State of the plan', 'Figures']) {
    await sure(before.as('secretariat', 'POST', `/api/meetings/${meetingId}/items`, { type: 'discussion', title }))
  }
  await sure(before.as('secretariat', 'POST', `/api/meetings/${meetingId}/convene`, { urgentReason: null }))
  server.advance(8 * dayMs - 10 * minuteMs)
  // Sessions of last week are over.
  house = enterHouse(server)
})
afterAll(() => server.close())

const act = (role: string, path: string, body: unknown = {}) =>
  house.as(role, 'POST', `/api/meetings/${meetingId}/${path}`, body)
const read = (role: string) => sure(house.as(role, 'GET', `/api/meetings/${meetingId}`))

/** A page of this person that follows the meeting, and what it was shown. */
async function follow(role: string): Promise<{ readonly shown: (FloorAnswer | null)[]; close(): void }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`, {
    headers: { cookie: await house.cookie(role) },
  })
  const shown: (FloorAnswer | null)[] = []
  socket.on('message', (bytes: Buffer) => {
    const message = JSON.parse(bytes.toString())
    if (message.topic === 'floor') shown.push(message.floor)
  })
  await new Promise(resolve => socket.once('open', resolve))
  socket.send(JSON.stringify({ follow: meetingId }))
  await vi.waitFor(() => expect(shown).not.toHaveLength(0), 10_000)
  return { shown, close: () => socket.terminate() }
}
const until = (look: () => void) => vi.waitFor(look, { timeout: 10_000, interval: 5 })

test('[M2, M3, M4] a meeting by its routes: everybody who follows sees each act, and the answer of the next request does', async () => {
  const page = await follow('interior')
  const seats: any[] = (await read('interior')).mine.seats
  await sure(act('coordinator', 'check-in', { seatId: null }))
  await sure(act('coordinator', 'start'))
  await sure(act('interior', 'check-in', { seatId: seats[0].seatId }))
  const { floor } = await read('interior')
  expect(floor).toMatchObject({ state: 'inSession', quorum: [{ present: 1 }] })
  const [first] = floor.items
  await sure(act('secretariat', 'current', { itemId: first.id }))
  const seen = await read('interior')
  expect(seen.floor.currentItemId).toBe(first.id)
  await until(() => expect(page.shown.at(-1)).toMatchObject({ state: 'inSession', currentItemId: first.id }))

  const asked = await sure(act('interior', 'floor-requests', { seatId: seats[0].seatId, kind: 'speech' }))
  await sure(house.as('secretariat', 'POST', `/api/floor-requests/${asked.id}/call`))
  await until(() => expect(page.shown.at(-1)?.floor).toMatchObject([{ id: asked.id, state: 'speaking' }]))
  // Times are the server's, whose clock is a week ahead of this one.
  const last = page.shown.at(-1)
  const [speech] = last?.floor ?? []
  expect(Math.abs((speech?.startedAt ?? 0) - server.deps.now())).toBeLessThan(minuteMs)
  expect(Math.abs((last?.serverNow ?? 0) - server.deps.now())).toBeLessThan(minuteMs)
  page.close()
})

test('[D4] an observer whose seat is given up sees nothing more of the meeting, while the others do', async () => {
  const [observer, member] = [await follow('io-migration'), await follow('labour')]
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const me = await sure(house.as('io-migration', 'GET', '/api/me'))
  for (const { id } of groups) {
    const { seats } = await sure(house.as('secretariat', 'GET', `/api/groups/${id}`))
    const own = seats.flatMap((seat: any) => seat.representatives).filter((one: any) => one.personId === me.person.id)
    for (const one of own) await sure(house.as('secretariat', 'DELETE', `/api/representatives/${one.id}`))
  }
  await until(() => expect(observer.shown.at(-1)).toBeNull())
  const told = observer.shown.length
  const { floor } = await read('labour')
  await sure(act('secretariat', 'current', { itemId: floor.items[1].id }))
  await until(() => expect(member.shown.at(-1)?.currentItemId).toBe(floor.items[1].id))
  expect(observer.shown).toHaveLength(told)
  expect((await house.as('io-migration', 'GET', `/api/meetings/${meetingId}`)).status).toBe(404)
  observer.close()
  member.close()
})

test('[M2] two who press at once, and one who presses twice with one key', async () => {
  const { floor } = await read('secretariat')
  const [, second] = floor.items
  const both = await Promise.all([
    house.as('secretariat', 'POST', `/api/items/${second.id}/finish`),
    house.as('coordinator', 'POST', `/api/items/${second.id}/finish`),
  ])
  expect(both.map(answer => answer.status)).toEqual([204, 204])
  const late = await house.as('coordinator', 'POST', `/api/items/${second.id}/postpone`)
  expect([late.status, late.body.type]).toEqual([409, '/problems/item-moved-on'])
})

test('[M2] what is malformed is refused as such', async () => {
  const statuses = await Promise.all([
    act('secretariat', 'current', {}),
    act('secretariat', 'current', { itemId: 7 }),
    act('interior', 'check-in', { seatId: '../etc' }),
    act('interior', 'floor-requests', { seatId: null, kind: 'shout' }),
    house.as('secretariat', 'PUT', `/api/meetings/${meetingId}/speech-limit`, { seconds: 1 }),
    house.as('coordinator', 'POST', `/api/items/nothing/vote`, { minutes: 0 }),
  ])
  expect(statuses.map(answer => answer.status)).toEqual([400, 400, 400, 400, 400, 400])
})
