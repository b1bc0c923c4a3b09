/** What outside tools rely on: commands aside, everything that they may ask of a running server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openText, startTestServer, type TestServer } from '#tests/support'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ demo: true })
})
afterAll(() => server.close())

const roles = [
  ...['coordinator', 'secretariat', 'rapporteur', 'interior', 'foreign-affairs', 'labour', 'welfare', 'health'],
  ...['justice', 'finance', 'education', 'prosecutor', 'police-academy', 'judicial-training', 'labour-inspectorate'],
  ...['statistics', 'child-agency', 'unions', 'employers', 'ngo-shelter', 'ngo-hotline', 'ngo-legal-aid'],
  ...['ngo-children', 'io-migration', 'io-children', 'chair-prevention', 'chair-protection', 'chair-prosecution'],
  ...['chair-children', 'alternate-interior'],
]

test('health answers ok while it serves', async () => {
  const { status, body } = await server.call(null, 'GET', '/healthz')
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } })
})

test('every demonstration account signs in and is told who it is', async () => {
  for (const role of roles) {
    const { status, body } = await server.call(await server.signIn(role), 'GET', '/api/me')
    expect({ role, status, email: body.person.email }).toEqual({ role, status: 200, email: `${role}@demo.example` })
    expect(body).toMatchObject({
      organisation: expect.anything(),
      offices: expect.any(Array),
      seats: expect.any(Array),
    })
  }
})

test('the API describes itself in OpenAPI 3.1, refusals included', async () => {
  const { status, body } = await server.call(null, 'GET', '/api/openapi.json')
  expect(status).toBe(200)
  expect(body.openapi).toBe('3.1.0')
  const operations: any[] = Object.values(body.paths).flatMap(path => Object.values(path as object))
  expect(operations.length).toBeGreaterThan(50)
  for (const operation of operations) {
    const refusals = Object.values<any>(operation.responses).filter(r => r.content?.['application/problem+json'])
    expect(refusals.length).toBeGreaterThan(0)
  }
})

test.each([
  ['secretariat', 'C.1.1', 'edit'],
  ['coordinator', 'C.1.1', 'edit'],
  ['labour', 'C.2.2', 'edit'],
  ['chair-prevention', 'C.2.2', 'edit'],
  ['ngo-hotline', 'C.2.2', 'edit'],
  ['secretariat', 'C.2.2', 'comment'],
  ['ngo-shelter', 'C.2.2', 'comment'],
  ['rapporteur', 'C.2.2', 'read'],
  ['io-children', 'Ch.B.1', 'comment'],
  ['io-children', 'C.2.2', undefined],
  ['ngo-children', 'Ch.B.1', 'edit'],
  ['chair-children', 'Ch.B.1', 'edit'],
])('[G8] %s has %s with access %s', async (role, code, access) => {
  const { body } = await server.call(await server.signIn(role), 'GET', '/api/documents')
  expect(body.find((entry: any) => entry.code === code)?.access).toBe(access)
})

test('documents carry id, kind, code, title, group and access, and whether they are closed for writing', async () => {
  const { body } = await server.call(await server.signIn('secretariat'), 'GET', '/api/documents')
  expect(body.filter((entry: any) => entry.kind === 'section').length).toBe(30)
  for (const entry of body) {
    expect(Object.keys(entry).toSorted()).toEqual(['access', 'code', 'frozen', 'group', 'id', 'kind', 'title'])
  }
})

test('a refusal is problem+json with a stable type, and hidden is refused as missing is', async () => {
  const outside = await server.signIn('io-migration')
  const secretariat = await server.signIn('secretariat')
  const documents = await server.call(secretariat, 'GET', '/api/documents')
  const hidden = documents.body.find((entry: any) => entry.code === 'Ch.B.1').id
  const answers = await Promise.all(
    [hidden, 'nothing-here'].map(id => server.call(outside, 'GET', `/api/sections/${id}`)),
  )
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]).toEqual({
    status: 404,
    body: expect.objectContaining({ type: '/problems/not-found', status: 404 }),
  })
})

test('without a session the API says to sign in', async () => {
  const { status, body } = await server.call(null, 'GET', '/api/documents')
  expect({ status, type: body.type }).toEqual({ status: 401, type: '/problems/sign-in-required' })
})

test('unknown fields and malformed bodies are refused by schema', async () => {
  const cookie = await server.signIn('secretariat')
  const extra = await server.call(cookie, 'POST', '/api/organisations', { name: 'X', kind: 'ngo', surprise: 1 })
  expect({ status: extra.status, type: extra.body.type }).toEqual({ status: 400, type: '/problems/invalid-input' })
  const response = await fetch(`${server.url}/api/organisations`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{"name":',
  })
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

test('an Idempotency-Key gives the same answer once more, and refuses another body', async () => {
  const cookie = await server.signIn('secretariat')
  const post = (body: unknown) =>
    fetch(`${server.url}/api/organisations`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': 'once-only' },
      body: JSON.stringify(body),
    })
  const first = await post({ name: 'Coast Counsel', kind: 'ngo' })
  const again = await post({ name: 'Coast Counsel', kind: 'ngo' })
  expect([first.status, again.status]).toEqual([201, 201])
  expect(await again.json()).toEqual(await first.json())
  const other = await post({ name: 'Coast Counsel II', kind: 'ngo' })
  expect({ status: other.status, type: (await other.json()).type }).toEqual({
    status: 409,
    type: '/problems/idempotency-key-reused',
  })
})

test('an act that another site sends with this browser’s cookie is refused', async () => {
  const cookie = await server.signIn('secretariat')
  const response = await fetch(`${server.url}/api/organisations`, {
    method: 'POST',
    headers: { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Y', kind: 'ngo' }),
  })
  expect(response.status).toBe(403)
})

test('an unmodified y-websocket provider with the session cookie reads and writes', async () => {
  const cookie = await server.signIn('ngo-hotline')
  const { body } = await server.call(cookie, 'GET', '/api/documents')
  const { id } = body.find((entry: any) => entry.code === 'C.2.2')
  const writer = await openText(server.url, cookie, id)
  const reader = await openText(server.url, await server.signIn('rapporteur'), id)
  writer.write('Written by a tool.')
  await reader.sees('Written by a tool.')
  expect(reader.doc.getMap('framework').size).toBeGreaterThan(0)
  writer.leave()
  reader.leave()
})

test('[G8] a reader’s frames change nothing, whatever client sends them', async () => {
  const { body } = await server.call(await server.signIn('secretariat'), 'GET', '/api/documents')
  const { id } = body.find((entry: any) => entry.code === 'C.4.2')
  const owner = await openText(server.url, await server.signIn('prosecutor'), id)
  const stranger = await openText(server.url, await server.signIn('ngo-hotline'), id)
  const refused = stranger.closed()
  stranger.write('Not mine to write.')
  expect(await refused).toBe(4403)
  owner.write('Written after it.')
  const late = await openText(server.url, await server.signIn('justice'), id)
  await late.sees('Written after it.')
  expect(late.text()).not.toContain('Not mine')
  for (const client of [owner, stranger, late]) client.leave()
})
