/** Requests that no client of ours would send. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idempotencyTable } from '#server/db'
import { startTestServer, type TestServer } from '#tests/support'

let server: TestServer
let cookie: string

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  cookie = await server.signIn('secretariat')
})
afterAll(() => server.close())

async function send(method: string, path: string, headers: Record<string, string>, body?: string | Uint8Array) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { cookie, ...headers },
    ...(body !== undefined && { body: body as BodyInit }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

const asJson = { 'content-type': 'application/json' }
const refused = { status: 400, body: { type: '/problems/invalid-input' } }

describe('bodies that do not fit are the sender’s fault', () => {
  test.each([
    ['half a surrogate pair', '{"name":"\\ud800","kind":"ngo"}'],
    ['the other half, in capitals', '{"name":"x\\uDC00y","kind":"ngo"}'],
    ['a NUL', '{"name":"a\\u0000b","kind":"ngo"}'],
    ['half a pair in a name of a field', '{"name":"a","kind":"ngo","\\ud800":1}'],
    ['a prototype', '{"name":"a","kind":"ngo","__proto__":{}}'],
    ['nesting without end', '['.repeat(100_000)],
    ['no JSON', 'name=a'],
    ['nothing', ''],
  ])('%s', async (_name, body) => {
    expect(await send('POST', '/api/organisations', asJson, body)).toMatchObject(refused)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'the content type %s',
    async type => {
      const bytes = new TextEncoder().encode('{"name":"Another name"}')
      expect(await send('PATCH', '/api/me', { 'content-type': type }, bytes)).toMatchObject(refused)
    },
  )

  test('a whole pair, escaped, is taken', async () => {
    const { status } = await send(
      'POST',
      '/api/organisations',
      asJson,
      '{"name":"\\ud83d\\ude42 \\\\ud800","kind":"ngo"}',
    )
    expect(status).toBe(201)
  })

  test('300 KB are too large', async () => {
    const { status } = await send('POST', '/api/organisations', asJson, JSON.stringify({ name: 'x'.repeat(300_000) }))
    expect(status).toBe(413)
  })
})

describe('answers', () => {
  test.each(['/api/me', '/api/persons', '/api/nothing-here', '/api/openapi.json'])('%s is not stored', async path => {
    expect((await send('GET', path, {})).headers.get('cache-control')).toBe('no-store')
  })

  test('no other site may read along', async () => {
    const { headers } = await send('GET', '/api/me', { origin: 'https://elsewhere.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('Idempotency-Key', () => {
  const post = (path: string, key: string, body: unknown, as = cookie) =>
    send('POST', path, { ...asJson, cookie: as, 'idempotency-key': key }, JSON.stringify(body))

  test('of two at once one acts, and the other never acts again', async () => {
    const body = { name: 'Once Only', kind: 'ngo' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => post('/api/organisations', 'at-once', body)))
    const statuses = answers.map(answer => answer.status)
    expect(statuses.every(status => status === 201 || status === 409)).toBe(true)
    const { body: list } = await send('GET', '/api/organisations', {})
    expect(list.filter((one: { name: string }) => one.name === 'Once Only')).toHaveLength(1)
  })

  test('another person’s key is another key', async () => {
    await post('/api/organisations', 'shared', { name: 'Hers', kind: 'ngo' })
    const his = await post('/api/organisations', 'shared', { name: 'Hers', kind: 'ngo' }, await server.signIn('labour'))
    expect(his.status).toBe(403)
  })

  test('signing in again with a key signs in again', async () => {
    const body = { email: 'labour@demo.example', password: 'demonstration' }
    for (const _ of [1, 2]) {
      const { status, headers } = await post('/api/session', 'sign-in', body, '')
      expect({ status, given: headers.get('set-cookie') !== null }).toEqual({ status: 204, given: true })
    }
  })

  test('what is kept for a repetition gives no link away, and is the same answer', async () => {
    const { body: persons } = await send('GET', '/api/persons', {})
    const person = persons.find((one: { email: string }) => one.email === 'labour@demo.example')
    const invite = () => post(`/api/persons/${person.id}/invitation`, 'invite-once', undefined)
    const { body } = await invite()
    const token = String(body.url).split('#')[1] ?? 'no token'
    const kept = await server.deps.read.select().from(idempotencyTable)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect((await invite()).body).toEqual(body)
  })
})

test('a refused upgrade leaves no socket behind, also when its client does not hang up', async () => {
  const { port } = new URL(server.url)
  const socket = connect({ port: Number(port), host: 'localhost', allowHalfOpen: true })
  const gone = new Promise<void>(resolve => {
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
  socket.write('GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  socket.resume()
  await new Promise(resolve => socket.once('end', resolve))
  // Only a socket that is gone at the other end answers words with a reset.
  const words = setInterval(() => socket.write('still here'), 10)
  await gone
  clearInterval(words)
})
