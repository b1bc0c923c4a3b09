/** What is refused at the ballot, over HTTP: each refusal has its name, and leaves its evidence in the record. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '#shared/core'
import { refusedBallotsTable } from '#server/db'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  server.holdClock()
  house = enterHouse(server)
}, 60_000)
afterAll(() => server.close())

const chair = 'chair-prosecution'
const voters = ['justice', 'interior', 'police-academy', 'ngo-legal-aid', chair] as const
const sections = ['C.4.1', 'C.4.2', 'C.4.3', 'C.4.4', 'C.4.5', 'C.4.6'] as const
let used = 0
let motionId = ''

interface Sent {
  readonly seatId: string
  readonly digest: string
  readonly choice: string
  readonly reason: string | null
}

/** Each test has a vote of its own. */
async function openNext(): Promise<string> {
  const code = sections[used++]
  if (code === undefined) throw new Error('no section left to put to the vote')
  return house.openVote(chair, 'sectionVersion', await house.submit(code))
}

const read = (as: string) => sure(house.as(as, 'GET', `/api/motions/${motionId}`))

async function ballotOf(role: string, change: Partial<Sent> = {}): Promise<Sent> {
  const motion = await read(role)
  const [mine] = motion.mySeats
  return { seatId: mine.seatId, digest: motion.subject.digest, choice: 'YES', reason: null, ...change }
}

async function send(
  role: string,
  body: Sent,
  key?: string,
  vote = motionId,
): Promise<{ status: number; type: string | null }> {
  const response = await fetch(`${server.url}/api/motions/${vote}/ballots`, {
    method: 'POST',
    headers: {
      cookie: await house.cookie(role),
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, type: text === '' ? null : JSON.parse(text).type }
}

const cast = async (role: string, change: Partial<Sent> = {}) => send(role, await ballotOf(role, change))

/** What the record keeps of refusals in this vote, the first one first. */
async function evidence(): Promise<readonly any[]> {
  const { entries } = await sure(house.as('rapporteur', 'GET', `/api/record?act=ballot.refused&subject=${motionId}`))
  return entries.map((entry: any) => JSON.parse(entry.text)).reverse()
}
const problems = async (): Promise<readonly string[]> => (await evidence()).map(entry => entry.facts.problem)

const counted = { status: 204, type: null }
const refused = (status: number, type: string) => ({ status, type: `/problems/${type}` })

describe('a ballot over HTTP', () => {
  beforeEach(async () => {
    motionId = await openNext()
  })

  test('[V3] twice counts once and both are kept; [V1] for another’s seat is refused, and what was chosen is not', async () => {
    expect(await cast('justice')).toEqual(counted)
    expect(await cast('justice')).toEqual(counted)
    const seen = await read('justice')
    expect(seen.tally).toMatchObject({ yes: 1 })
    expect(seen.roster.find((seat: any) => seat.seatId === seen.mySeats[0].seatId)).toMatchObject({ ballots: 2 })
    expect(await problems()).toEqual([])

    const { seatId } = await ballotOf('justice')
    expect(await cast('ngo-legal-aid', { seatId })).toEqual(refused(403, 'not-accredited-for-seat'))
    expect(await problems()).toEqual(['not-accredited-for-seat'])
    const seatNone = seen.roster[0].seatId.replace(/./g, '0')
    expect(await cast('ngo-legal-aid', { seatId: seatNone })).toEqual(refused(403, 'not-accredited-for-seat'))
    expect((await read('justice')).tally).toMatchObject({ yes: 1, no: 0 })
  })

  test('[V4] with an old digest is refused, and tells of both', async () => {
    expect(await cast('justice', { digest: sha256Hex('the text before') })).toEqual(
      refused(409, 'ballot-digest-mismatch'),
    )
    expect(await problems()).toEqual(['ballot-digest-mismatch'])
    expect((await read('justice')).refusedBallots).toBe(1)
  })

  test('[V5] 1 ms before the deadline counts, and at the deadline is late', async () => {
    const { closesAt, serverNow } = await read(chair)
    server.advance(closesAt - serverNow - 1)
    const [first, second] = [await ballotOf('justice'), await ballotOf('police-academy')]
    expect(await send('justice', first)).toEqual(counted)
    server.advance(1)
    expect(await send('police-academy', second)).toEqual(refused(409, 'ballot-late'))
    expect(await problems()).toEqual(['ballot-late'])
  })

  test('replayed with the same key is the same ballot, also when the vote has closed; with another key it is another', async () => {
    const body = await ballotOf('justice')
    expect(await send('justice', body, 'key-1')).toEqual(counted)
    expect(await send('justice', body, 'key-1')).toEqual(counted)
    expect((await read('justice')).roster.map((seat: any) => seat.ballots ?? 0).sort()).toEqual([0, 0, 0, 0, 1])
    expect(await send('justice', { ...body, choice: 'NO' }, 'key-1')).toEqual(refused(409, 'idempotency-key-reused'))
    expect(await send('justice', body, 'key-2')).toEqual(counted)
    const seen = await read('justice')
    expect(seen.roster.map((seat: any) => seat.ballots ?? 0).sort()).toEqual([0, 0, 0, 0, 2])
    expect(seen.tally).toMatchObject({ yes: 1, no: 0 })

    server.advance(seen.closesAt - seen.serverNow)
    expect(await send('justice', body, 'key-1')).toEqual(counted)
    expect(await send('justice', body, 'key-3')).toEqual(refused(409, 'ballot-late'))
    // Another person's key is another key.
    expect(await send('police-academy', await ballotOf('police-academy'), 'key-1')).toEqual(refused(409, 'ballot-late'))
    expect(await problems()).toEqual(['ballot-late', 'ballot-late'])
  })

  test('[V5] during closing either counts in the decision or is refused and kept: none is between', async () => {
    for (const role of voters) expect(await cast(role)).toEqual(counted)
    const changes = await Promise.all(voters.map(role => ballotOf(role, { choice: 'NO' })))
    const sendings = voters.map((role, index) => {
      const change = changes[index]
      if (!change) throw new Error('a ballot for each')
      return send(role, change)
    })
    const [closed, ...answers] = await Promise.all([house.close(chair, motionId), ...sendings])
    expect(closed.status).toBe(204)
    const taken = answers.filter(answer => answer.status === 204)
    const late = answers.filter(answer => answer.status !== 204)
    expect(late).toEqual(late.map(() => refused(409, 'ballot-late')))
    const seen = await read(chair)
    expect(seen.tally).toMatchObject({ no: taken.length, yes: voters.length - taken.length })
    expect(await problems()).toEqual(late.map(() => 'ballot-late'))
    // Nothing of it moves the decision any more.
    expect(await send(chair, changes[0] ?? (await ballotOf(chair)))).toMatchObject({ status: expect.any(Number) })
    expect((await read(chair)).tally).toEqual(seen.tally)
  })
})

describe('a ballot over HTTP of somebody who was suspended a moment ago', () => {
  const role = 'ngo-legal-aid'
  let person: string
  let body: Sent
  let seats: number
  const suspension = (method: 'PUT' | 'DELETE') =>
    sure(house.as('secretariat', method, `/api/persons/${person}/suspension`))

  beforeAll(async () => {
    motionId = await openNext()
    person = (await sure(house.as(role, 'GET', '/api/me'))).person.id
    expect(await send(role, await ballotOf(role), 'key-before')).toEqual(counted)
    body = await ballotOf(role, { choice: 'NO' })
    seats = (await read(chair)).seats
    await suspension('PUT')
  })

  test('leaves nothing where it is no ballot, or there is no such vote; the answer is the same', async () => {
    const answers = await Promise.all([
      send(role, body, undefined, 'f'.repeat(32)),
      send(role, { ...body, choice: 'PERHAPS' }),
      send(role, { ...body, digest: 'none' }),
    ])
    expect(answers).toEqual(answers.map(() => refused(403, 'access-suspended')))
    expect(await problems()).toEqual([])
  })

  test('[V1] is refused by its name and leaves evidence; the one cast before stays, and so does the seat', async () => {
    expect(await send(role, body)).toEqual(refused(403, 'access-suspended'))
    expect(await read(chair)).toMatchObject({ seats, cast: 1, tally: { yes: 1, no: 0 } })
    const [entry, ...more] = await evidence()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      ...{ actor: person, seat: body.seatId, subject: motionId },
      facts: { problem: 'access-suspended', digest: body.digest, receivedAt: server.deps.now() },
    })
    const ofVote = eq(refusedBallotsTable.motionId, motionId)
    const [kept] = await server.deps.read.select().from(refusedBallotsTable).where(ofVote)
    expect(kept).toMatchObject({ personId: person, problem: 'access-suspended' })
    expect(kept?.event).not.toMatch(/choice|"NO"/)
  })

  test('[V1] with the key of the one that counted is not answered as that one', async () => {
    const again = { ...body, choice: 'YES' }
    expect(await send(role, again, 'key-before')).toEqual(refused(403, 'access-suspended'))
    expect(await problems()).toHaveLength(2)
  })

  test('[V1] leaves evidence twenty times and no more', async () => {
    for (let sent = 0; sent < 20; sent++) expect(await send(role, body)).toEqual(refused(403, 'access-suspended'))
    expect(await problems()).toEqual(Array(20).fill('access-suspended'))
  })

  test('once the suspension is over asks to sign in, and counts then', async () => {
    await suspension('DELETE')
    expect(await send(role, body)).toEqual(refused(401, 'sign-in-required'))
    expect(await problems()).toHaveLength(20)
    house = enterHouse(server)
    expect(await send(role, body)).toEqual(counted)
    expect(await read(chair)).toMatchObject({ seats, cast: 1, tally: { yes: 0, no: 1 } })
  })
})

test('[L1] the record holds with all of it', async () => {
  expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
})
