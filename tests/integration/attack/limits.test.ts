/** Bursts of requests: what is beyond the limit is refused with when to come again, on every route, and nobody else waits. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secondMs } from '#shared/core'
import { startTestServer, sure, type TestServer } from '#tests/support'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ demo: true, limits: true })
  // Nothing comes back while nobody moves the clock.
  server.holdClock()
}, 60_000)
afterAll(() => server.close())

/** Requests of one session at once. */
const burst = 120
const beyond = 5
const id = 'nothing'

interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  readonly type: string | null
}

async function ask(cookie: string | null, method: string, path: string): Promise<Answer> {
  const response = await fetch(`${server.url}/api${path}`, {
    method,
    headers: { ...(cookie !== null && { cookie }), 'content-type': 'application/json' },
    ...(method === 'POST' && { body: '{}' }),
  })
  const type = /"type":"(\/problems\/[a-z-]+)"/.exec(await response.text())?.[1] ?? null
  return { status: response.status, retryAfter: response.headers.get('retry-after'), type }
}

const refused: Answer = { status: 429, retryAfter: '1', type: '/problems/too-many-requests' }

describe('a burst beyond the limit', () => {
  test.each([
    ['POST', `/versions/${id}/amendments`],
    ['GET', `/versions/${id}/amendments`],
    ['GET', `/amendments/${id}`],
    ['POST', `/amendments/${id}/withdraw`],
    ['GET', '/participation/2026'],
    ['GET', '/participation/2026/figures.csv'],
    ['GET', `/participation/2026/groups/${id}`],
    ['GET', '/elections'],
    ['POST', '/elections'],
    ['POST', `/elections/${id}/candidates`],
    ['DELETE', `/elections/${id}/candidates/${id}`],
    ['POST', `/elections/${id}/close`],
    ['POST', `/motions/${id}/papers`],
    ['POST', `/motions/${id}/statements`],
    ['GET', `/motions/${id}/after`],
    ['POST', `/motions/${id}/joint-acts`],
    ['POST', `/motions/${id}/joint-acts/${id}/confirmation`],
    ['DELETE', `/motions/${id}/joint-acts/${id}`],
    ['POST', `/motions/${id}/publication`],
    ['GET', '/terms'],
    ['POST', `/terms/${id}/versions`],
    ['POST', `/terms-versions/${id}/withdraw`],
    ['GET', '/memoranda'],
    ['POST', '/memoranda'],
    ['GET', '/record'],
    ['GET', '/record/standing'],
    ['POST', '/record/witnesses'],
    ['POST', `/record/witnesses/${id}/cosignatures`],
  ])('of %s %s is refused with when to come again, and one of another session is not', async (method, path) => {
    const [cookie, other] = [await server.signIn('ngo-shelter'), await server.signIn('ngo-shelter')]
    const answers = await Promise.all(Array.from({ length: burst + beyond }, () => ask(cookie, method, path)))
    expect(answers.filter(({ status }) => status === 429)).toEqual(Array.from({ length: beyond }, () => refused))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect((await ask(other, method, path)).status).not.toBe(429)
    server.advance(secondMs)
    expect((await ask(cookie, method, path)).status).not.toBe(429)
  })

  // Each of them costs much: they are not asked for a hundred times, but by somebody whose burst is spent.
  test.each([
    ['GET', '/record/check'],
    ['GET', '/record/export'],
  ])('leads to no %s %s', async (method, path) => {
    const cookie = await server.signIn('rapporteur')
    await Promise.all(Array.from({ length: burst }, () => ask(cookie, 'GET', '/elections')))
    expect(await ask(cookie, method, path)).toEqual(refused)
  })

  test('of somebody who is suspended is theirs alone, and of strangers at one address theirs', async () => {
    const [cookie, secretariat] = [await server.signIn('health'), await server.signIn('secretariat')]
    const { person } = await sure(server.call(cookie, 'GET', '/api/me'))
    await sure(server.call(secretariat, 'PUT', `/api/persons/${person.id}/suspension`))
    const path = `/motions/${id}/ballots`
    const answers = await Promise.all(Array.from({ length: burst + beyond }, () => ask(cookie, 'POST', path)))
    // One of the burst went before the suspension.
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(beyond + 1)
    expect(await ask(null, 'GET', '/record/key')).toMatchObject({ status: 200 })

    const strangers = await Promise.all(
      Array.from({ length: burst + beyond }, () => ask(null, 'GET', '/record/checkpoint')),
    )
    expect(strangers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(beyond)
    expect(strangers.at(-1)).toEqual(refused)
    expect((await ask(secretariat, 'GET', '/record')).status).toBe(200)
  })
})

test('guessing the password of a session that was left open is slowed, and when to come again is told', async () => {
  server.advance(60 * secondMs)
  const cookie = await server.signIn('labour')
  const guess = async (): Promise<Answer> => {
    const response = await fetch(`${server.url}/api/me/password`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ current: 'a guess', next: 'four sheep on a ferry' }),
    })
    const { type } = JSON.parse(await response.text())
    return { status: response.status, retryAfter: response.headers.get('retry-after'), type }
  }
  const answers: Answer[] = []
  for (let guesses = 0; guesses < 9; guesses++) answers.push(await guess())
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => 403), 429])
  expect(answers.at(-1)).toEqual({ ...refused, retryAfter: '60' })
})
