/** From a draft to a convened meeting and its answers, over a real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs, hourMs } from '#shared/core'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House
let nwg: string
let id: string

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  nwg = (await sure(house.as('secretariat', 'GET', '/api/groups'))).find((group: any) => group.code === 'nwg').id
}, 120_000)
afterAll(() => server.close())

const typeOf = ({ status, body }: { status: number; body: any }) => `${status} ${body?.type ?? ''}`.trim()
const at = (inDays: number) => server.deps.now() + inDays * dayMs
const draft = (role: string, change: object = {}) =>
  house.as(role, 'POST', '/api/meetings', {
    groupId: nwg,
    kind: 'nwg',
    bodies: [],
    title: 'Tenth meeting',
    startsAt: at(9),
    endsAt: at(9) + 2 * hourMs,
    timeZone: 'Europe/Tirane',
    place: 'Room 4',
    link: null,
    ...change,
  })
const floorAs = async (role: string) => (await sure(house.as(role, 'GET', `/api/meetings/${id}`))).floor
const seatIn = async (role: string) =>
  (await sure(house.as(role, 'GET', '/api/me'))).seats.find((seat: any) => seat.groupId === nwg).seatId

test('[M1] a draft is made by those who prepare it, with an address that is https or none', async () => {
  expect(typeOf(await draft('ngo-shelter'))).toBe('403 /problems/not-permitted')
  expect(typeOf(await draft('secretariat', { link: 'http://meet.example' }))).toBe('400 /problems/invalid-input')
  expect(typeOf(await draft('secretariat', { link: 'javascript:alert(1)' }))).toBe('400 /problems/invalid-input')
  expect(typeOf(await draft('secretariat', { timeZone: 'Europe/Nowhere' }))).toBe('422 /problems/time-zone-unknown')
  id = (await sure(draft('secretariat'))).id
  expect((await house.as('ngo-shelter', 'GET', `/api/meetings/${id}`)).status).toBe(404)
})

test('[M1] an observer’s seat is invited and answers; who is told of it sees it in the list', async () => {
  await sure(house.as('coordinator', 'POST', `/api/meetings/${id}/items`, { type: 'discussion', title: 'Shelters' }))
  expect(typeOf(await house.as('coordinator', 'POST', `/api/meetings/${id}/convene`, { urgentReason: null }))).toBe(
    '204',
  )
  for (const role of ['ngo-shelter', 'io-migration']) {
    const reply = { seatId: await seatIn(role), reply: 'coming' }
    expect(typeOf(await house.as(role, 'POST', `/api/meetings/${id}/replies`, reply))).toBe('204')
    expect(typeOf(await house.as(role, 'POST', `/api/meetings/${id}/seen`))).toBe('204')
    const { meetings } = await sure(house.as(role, 'GET', '/api/meetings?when=ahead'))
    const mine = meetings.find((meeting: any) => meeting.id === id)
    expect(mine.myReplies).toContainEqual(expect.objectContaining(reply))
  }
  const { seats } = await floorAs('secretariat')
  expect(seats.filter((seat: any) => seat.reply === 'coming')).toHaveLength(2)
})

test('[M2] an item that somebody struck meanwhile: who moves it is told who did', async () => {
  const item = { type: 'information', title: 'News' }
  const { id: itemId } = await sure(house.as('secretariat', 'POST', `/api/meetings/${id}/items`, item))
  expect(typeOf(await house.as('coordinator', 'DELETE', `/api/items/${itemId}`))).toBe('204')
  const move = await house.as('secretariat', 'POST', `/api/items/${itemId}/move`, { parentId: null, after: null })
  expect(typeOf(move)).toBe('409 /problems/item-removed')
  expect(move.body).toMatchObject({ name: 'Ilira Vasko' })
})

test('[M2] two who arrange at once end in one order, the same for everybody', async () => {
  for (const title of ['A', 'B', 'C']) {
    await sure(house.as('secretariat', 'POST', `/api/meetings/${id}/items`, { type: 'discussion', title }))
  }
  const items: any[] = (await floorAs('secretariat')).items
  const moves = items.flatMap(item => [
    house.as('secretariat', 'POST', `/api/items/${item.id}/move`, { parentId: null, after: null }),
    house.as('coordinator', 'POST', `/api/items/${item.id}/move`, { parentId: null, after: items.at(-1).id }),
  ])
  expect(new Set((await Promise.all(moves)).map(typeOf))).toEqual(new Set(['204']))
  const order = async (role: string): Promise<string[]> =>
    (await floorAs(role)).items.map((item: any) => `${item.number} ${item.title}`)
  expect((await order('ngo-shelter')).map(line => line.slice(0, 1))).toEqual(['1', '2', '3', '4'])
  expect(await order('ngo-shelter')).toEqual(await order('coordinator'))
})

test('[M1] postponed it is still seen by those invited, with the reason; cancelled it stays in the list', async () => {
  const later = { reason: 'The hall is flooded.', startsAt: at(20), endsAt: at(20) + hourMs }
  expect(typeOf(await house.as('secretariat', 'POST', `/api/meetings/${id}/postpone`, later))).toBe(
    '403 /problems/not-permitted',
  )
  expect(typeOf(await house.as('coordinator', 'POST', `/api/meetings/${id}/postpone`, later))).toBe('204')
  expect(await floorAs('ngo-shelter')).toMatchObject({ state: 'draft', reason: later.reason, startsAt: later.startsAt })
  expect(typeOf(await house.as('coordinator', 'POST', `/api/meetings/${id}/cancel`, { reason: 'No text.' }))).toBe(
    '204',
  )
  const { meetings } = await sure(house.as('ngo-shelter', 'GET', '/api/meetings?when=past'))
  expect(meetings.map((meeting: any) => `${meeting.title}: ${meeting.state}`)).toContain('Tenth meeting: cancelled')
  const backlog = await sure(house.as('ngo-shelter', 'GET', `/api/groups/${nwg}/backlog`))
  expect(backlog.items.map((item: any) => item.title).toSorted()).toEqual(['A', 'B', 'C', 'Shelters'])
})

test('[M1] the same request sent twice under one key makes one meeting', async () => {
  const send = async () => {
    const response = await fetch(`${server.url}/api/meetings`, {
      method: 'POST',
      headers: {
        cookie: await house.cookie('secretariat'),
        origin: server.url,
        'content-type': 'application/json',
        'idempotency-key': 'one-meeting-1',
      },
      body: JSON.stringify(once),
    })
    return response.json()
  }
  const once = {
    ...{ groupId: nwg, kind: 'nwg', bodies: [], title: 'Once', place: '', link: null, timeZone: 'UTC' },
    ...{ startsAt: at(30), endsAt: at(30) + hourMs },
  }
  expect(await send()).toEqual(await send())
  const { meetings } = await sure(house.as('secretariat', 'GET', '/api/meetings'))
  expect(meetings.filter((meeting: any) => meeting.title === 'Once')).toHaveLength(1)
})
