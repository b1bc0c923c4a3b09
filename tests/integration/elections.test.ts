/** A group elects its chair, and a decision by silence is told to the next meeting. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs, hourMs } from '#shared/core'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House
let group: any

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  group = groups.find(one => one.code === 'prevention')
}, 60_000)
afterAll(() => server.close())

const voters = ['ngo-hotline', 'education', 'labour-inspectorate', 'employers', 'chair-prevention'] as const
const me = async (role: string) => sure(house.as(role, 'GET', '/api/me'))
const personOf = async (role: string): Promise<string> => (await me(role)).person.id
const seatIn = async (role: string): Promise<string> =>
  (await me(role)).seats.find((seat: any) => seat.groupId === group.id).seatId
const read = (id: string, as = 'secretariat') => sure(house.as(as, 'GET', `/api/elections/${id}`))

/** What the home page of this account says of open lists. */
async function proposes(role: string) {
  const { tasks } = await sure(house.as(role, 'GET', '/api/home'))
  const found: any[] = tasks.filter((task: any) => task.kind === 'proposeCandidate')
  return found.map(({ electionId, seats }) => ({ electionId, seats }))
}

async function call(): Promise<string> {
  // Without a title of its own it is called after the chair.
  const body = { groupId: group.id }
  return (await sure(house.as('secretariat', 'POST', '/api/elections', body))).id
}

async function list(id: string, roles: readonly string[]): Promise<void> {
  for (const role of roles) {
    const body = { seatId: await seatIn(role), personId: await personOf(role) }
    await sure(house.as(role, 'POST', `/api/elections/${id}/candidates`, body))
  }
  await sure(house.as('secretariat', 'POST', `/api/elections/${id}/close`))
}

async function putToVote(id: string): Promise<string> {
  const closesAt = server.deps.now() + 2 * dayMs
  const body = { subjectKind: 'election', subjectId: id, mode: 'correspondence', closesAt }
  return (await sure(house.as('secretariat', 'POST', '/api/motions', body))).id
}

async function elect(motionId: string, paperOf: (role: string) => string | null): Promise<void> {
  for (const role of voters) {
    const motion = await sure(house.as(role, 'GET', `/api/motions/${motionId}`))
    const body = {
      seatId: motion.mySeats[0].seatId,
      digest: motion.subject.digest,
      candidate: paperOf(role),
    }
    await sure(house.as(role, 'POST', `/api/motions/${motionId}/papers`, body))
  }
}

const over = (motionId: string) =>
  expect
    .poll(async () => (await sure(house.as('secretariat', 'GET', `/api/motions/${motionId}`))).state, {
      timeout: 10_000,
    })
    .toBe('decided')

describe('[G6] [V12] a group elects its chair', () => {
  let id: string

  test('[G6] the NWG elects none, a stranger calls none, and a group calls one at a time', async () => {
    const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
    const nwg = groups.find(one => one.kind === 'nwg')
    const title = 'Chair'
    const refusals = [
      ['secretariat', { groupId: nwg.id, title }, 422, '/problems/chair-by-office'],
      ['ngo-hotline', { groupId: group.id, title }, 403, '/problems/not-permitted'],
    ] as const
    for (const [role, body, status, type] of refusals) {
      const refused = await house.as(role, 'POST', '/api/elections', body)
      expect([refused.status, refused.body.type]).toEqual([status, type])
    }
    id = await call()
    const second = await house.as('secretariat', 'POST', '/api/elections', { groupId: group.id, title })
    expect(second.body.type).toBe('/problems/election-under-way')
  })

  test('[G6] a voting seat proposes, once, who speaks for a voting seat; nobody proposes for another', async () => {
    const hotline = { seatId: await seatIn('ngo-hotline'), personId: await personOf('ngo-hotline') }
    const path = `/api/elections/${id}/candidates`
    expect((await house.as('education', 'POST', path, hotline)).body.type).toBe('/problems/not-permitted')
    expect(await proposes('ngo-hotline')).toEqual([{ electionId: id, seats: ['Lifeline 24'] }])
    expect(await proposes('ngo-shelter')).toEqual([])
    await sure(house.as('ngo-hotline', 'POST', path, hotline))
    expect(await proposes('ngo-hotline')).toEqual([])
    expect((await house.as('ngo-hotline', 'POST', path, hotline)).body.type).toBe('/problems/candidate-already-listed')
    const outsider = { ...hotline, personId: await personOf('ngo-shelter') }
    expect((await house.as('ngo-hotline', 'POST', path, outsider)).body.type).toBe('/problems/candidate-without-seat')
    await sure(house.as('ngo-hotline', 'DELETE', `${path}/${hotline.personId}`))
    expect((await read(id)).candidates).toEqual([])
    expect((await house.as('secretariat', 'POST', `/api/elections/${id}/close`)).body.type).toBe(
      '/problems/election-without-candidates',
    )
  })

  test('[V12] as many papers for each elect nobody, and the list can be put again', async () => {
    await list(id, ['ngo-hotline', 'education'])
    const late = { seatId: await seatIn('employers'), personId: await personOf('employers') }
    expect((await house.as('employers', 'POST', `/api/elections/${id}/candidates`, late)).body.type).toBe(
      '/problems/election-moved-on',
    )
    const motionId = await putToVote(id)
    const [hotline, education] = [await personOf('ngo-hotline'), await personOf('education')]
    await elect(motionId, role =>
      role === 'employers' ? null : role === 'ngo-hotline' || role === 'chair-prevention' ? hotline : education,
    )
    server.advance(2 * dayMs)
    await over(motionId)
    expect(await sure(house.as('secretariat', 'GET', `/api/motions/${motionId}`))).toMatchObject({ outcome: 'TIE' })
    house = enterHouse(server)
    expect(await read(id)).toMatchObject({ state: 'closed', elected: null, motions: [motionId] })
  })

  test('[G6] whoever is elected takes the chair, by the vote; no seat’s choice is told', async () => {
    server.advance(dayMs)
    house = enterHouse(server)
    const motionId = await putToVote(id)
    const hotline = await personOf('ngo-hotline')
    await elect(motionId, () => hotline)
    server.advance(2 * dayMs)
    await over(motionId)
    house = enterHouse(server)
    expect(await read(id)).toMatchObject({ state: 'elected', tookChair: true, elected: { personId: hotline } })
    const after = await sure(house.as('secretariat', 'GET', `/api/groups/${group.id}`))
    expect(after.chair.personId).toBe(hotline)
    const motion = await sure(house.as('secretariat', 'GET', `/api/motions/${motionId}`))
    expect(motion).toMatchObject({ method: 'SECRET', outcome: 'ADOPTED', election: { elected: hotline, blank: 0 } })
    expect(motion.roster.every((seat: any) => seat.ballot === null)).toBe(true)
    const { entries } = await sure(house.as('rapporteur', 'GET', '/api/record?act=group.chairSet'))
    expect(JSON.stringify(entries[0])).toContain(motionId)
    expect(await sure(house.as('rapporteur', 'GET', '/api/record/check'))).toMatchObject({ ok: true })
    const { decisions } = await sure(house.as('secretariat', 'GET', `/api/decisions?group=${group.id}`))
    expect(decisions[0]).toMatchObject({
      method: 'SECRET',
      subject: { kind: 'election', title: 'Chair of Prevention', name: { kind: 'election', group: 'Prevention' } },
      elected: 'Idris Nol',
    })
  })

  test('[V12] that a seat recuses itself is told at once, and that another put a paper in says nothing more', async () => {
    const next = await call()
    await list(next, ['employers', 'education'])
    const motionId = await putToVote(next)
    const cast = async (role: string, kind: 'ballots' | 'papers', what: object) => {
      const { mySeats, subject } = await sure(house.as(role, 'GET', `/api/motions/${motionId}`))
      const { seatId } = mySeats[0]
      await sure(
        house.as(role, 'POST', `/api/motions/${motionId}/${kind}`, { seatId, digest: subject.digest, ...what }),
      )
      return seatId
    }
    const recused = await cast('labour-inspectorate', 'ballots', {
      choice: 'RECUSED',
      reason: 'A candidate works for us.',
    })
    const voted = await cast('education', 'papers', { candidate: await personOf('education') })
    const { roster } = await sure(house.as('employers', 'GET', `/api/motions/${motionId}`))
    const ballotOf = (id: string) => roster.find((seat: any) => seat.seatId === id)
    expect(ballotOf(recused)).toMatchObject({ cast: true, ballot: { choice: 'RECUSED' } })
    expect(ballotOf(voted)).toMatchObject({ cast: true, ballot: null })
    server.advance(2 * dayMs)
    await over(motionId)
    house = enterHouse(server)
    await sure(house.as('secretariat', 'POST', `/api/elections/${next}/withdraw`))
  })

  test('[M1] an item of type election holds the closed list, and a decision does not', async () => {
    const other = await call()
    await list(other, ['education'])
    const startsAt = server.deps.now() + 9 * dayMs
    const meeting = await sure(
      house.as('secretariat', 'POST', '/api/meetings', {
        groupId: group.id,
        kind: 'twg',
        bodies: [],
        title: 'Prevention meets',
        place: 'Hall 1',
        link: null,
        startsAt,
        endsAt: startsAt + hourMs,
        timeZone: 'Europe/Vienna',
      }),
    )
    const item = {
      title: 'Chair',
      note: '',
      plannedMinutes: 10,
      presenterSeatId: null,
      subject: { kind: 'election', id: other },
      secondCall: false,
    }
    for (const type of ['election', 'decision']) {
      await sure(house.as('secretariat', 'POST', `/api/meetings/${meeting.id}/items`, { ...item, type }))
    }
    const { floor } = await sure(house.as('secretariat', 'GET', `/api/meetings/${meeting.id}`))
    expect(floor.items.map((one: any) => [one.type, one.subject?.id ?? null])).toEqual([
      ['election', other],
      ['decision', null],
    ])
  })
})
