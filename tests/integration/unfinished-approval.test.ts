/** Minutes that a meeting finished without voting on them wait for the next one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  conveneMeeting,
  enterHouse,
  startTestServer,
  sure,
  adjournSitting,
  beginSitting,
  type TestServer,
} from '#tests/support'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ demo: true })
})
afterAll(() => server.close())

test('[M5] an approval item that is finished without a vote leaves its minutes to the meeting after', async () => {
  const house = enterHouse(server)
  const sitting = await beginSitting(server, house, { title: 'The first', items: ['Shelters'], present: ['interior'] })
  await adjournSitting(server, sitting)
  await sure(house.as('secretariat', 'POST', `/api/meetings/${sitting.id}/minutes/circulate`, {}))
  const stateOf = async (as = house) =>
    (await sure(as.as('secretariat', 'GET', `/api/meetings/${sitting.id}/minutes`))).state

  const next = await conveneMeeting(server, { title: 'The second', items: [{ type: 'discussion', title: 'Plans' }] })
  const here = next.house
  expect(await stateOf(here)).toBe('beforeBody')
  const { floor } = await sure(here.as('coordinator', 'GET', `/api/meetings/${next.id}`))
  const approval = floor.items.find((item: any) => item.subject?.title === 'The first')
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/check-in`, { seatId: null }))
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/start`))
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/current`, { itemId: approval.id }))
  await sure(here.as('secretariat', 'POST', `/api/items/${approval.id}/finish`))
  expect(await stateOf(here)).toBe('circulated')
  await sure(here.as('coordinator', 'POST', `/api/items/${approval.id}/reopen`))
  expect(await stateOf(here)).toBe('beforeBody')
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/adjourn`))
  expect(await stateOf(here)).toBe('circulated')
})

test('[M3] while the group meets, no roll is typed over the API', async () => {
  const versionId = await enterHouse(server).submit('C.1.1')
  const next = await conveneMeeting(server, { title: 'The third', items: [{ type: 'discussion', title: 'Plans' }] })
  const here = next.house
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/check-in`, { seatId: null }))
  await sure(here.as('coordinator', 'POST', `/api/meetings/${next.id}/start`))
  const { seats, closesAt } = await sure(
    here.as('coordinator', 'GET', `/api/motions/preflight?subjectKind=sectionVersion&subjectId=${versionId}`),
  )
  const opened = await here.as('coordinator', 'POST', '/api/motions', {
    subjectKind: 'sectionVersion',
    subjectId: versionId,
    mode: 'meeting',
    roll: seats.map((seat: any) => seat.seatId),
    closesAt: closesAt.meeting,
  })
  expect(opened.body).toMatchObject({ type: '/problems/meeting-in-session', meetingId: next.id })
})

test('[D4] the record tells nobody what a draft or another group’s agenda says', async () => {
  const house = enterHouse(server)
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const startsAt = server.deps.now() + 9 * 86_400_000
  const { id } = await sure(
    house.as('secretariat', 'POST', '/api/meetings', {
      groupId: groups.find(group => group.code === 'protection').id,
      kind: 'twg',
      bodies: [],
      title: 'A title for few',
      place: 'A place for few',
      link: null,
      startsAt,
      endsAt: startsAt + 3_600_000,
      timeZone: 'Europe/Vienna',
    }),
  )
  const item = {
    type: 'discussion',
    title: 'An item for few',
    note: '',
    plannedMinutes: 5,
    presenterSeatId: null,
    subject: null,
    secondCall: false,
  }
  await sure(house.as('secretariat', 'POST', `/api/meetings/${id}/items`, item))
  await sure(house.as('secretariat', 'PATCH', `/api/meetings/${id}`, { place: 'Another place for few' }))
  const record = await house.as('io-children', 'GET', '/api/record?limit=20')
  expect(JSON.stringify(record.body)).not.toContain('for few')
})
