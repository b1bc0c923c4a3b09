/** What the demonstration workspace promises of its meetings. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterAll(() => server.close())

const meetings = async (role: string) => (await sure(house.as(role, 'GET', '/api/meetings'))).meetings

test('[M1] the next meeting of the National Working Group is convened, with a paper and some replies', async () => {
  const ahead = (await meetings('secretariat')).find((one: any) => one.state === 'convened')
  expect(ahead).toMatchObject({ kind: 'nwg', group: { code: 'nwg' }, items: 4 })
  const { floor } = await sure(house.as('secretariat', 'GET', `/api/meetings/${ahead.id}`))
  expect(floor.startsAt).toBeGreaterThan(floor.serverNow)
  expect(floor.startsAt - floor.convenedAt).toBeGreaterThan(7 * 24 * 3_600_000)
  expect(floor.items[0].type).toBe('minutesApproval')
  expect(floor.items.flatMap((item: any) => item.papers)).toMatchObject([{ subjectKind: 'sectionVersion' }])
  expect(floor.seats.filter((seat: any) => seat.reply === 'coming').length).toBeGreaterThan(5)
})

test('[M5] [M6] the one before it is over: its minutes wait for approval, two action items are open', async () => {
  const held = (await meetings('secretariat')).find((one: any) => one.state === 'adjourned')
  expect(held.minutes.state).toBe('beforeBody')
  const { items } = await sure(house.as('finance', 'GET', '/api/action-items?state=open'))
  expect(items.map((item: any) => [item.owner.label, item.overdue, item.mine])).toEqual([
    ['Ministry of Finance', true, true],
    ['Harbour House', false, false],
  ])
})

test('[M7] [G12] what the meeting was can be counted', async () => {
  const [nwg] = await sure(house.as('rapporteur', 'GET', '/api/groups'))
  const figures = await sure(house.as('rapporteur', 'GET', `/api/groups/${nwg.id}/meeting-figures`))
  expect(figures).toMatchObject({ years: [{ held: 1, attendance: { NGO: { invited: 4, present: 3 } } }] })
  expect(figures.overdueSince).toBeNull()
})

test('[D4] an observer of the NWG sees its meetings, and the draft of no group', async () => {
  expect((await meetings('io-migration')).map((one: any) => one.state)).toEqual(['convened', 'adjourned'])
})

test('[L1] the record of it all holds', async () => {
  expect(await sure(house.as('rapporteur', 'GET', '/api/record/check'))).toMatchObject({ ok: true })
})
