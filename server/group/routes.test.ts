import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#shared/access'
import { asId, type GroupId, type PersonId } from '#shared/core'
import { createRouter, requireSignIn } from '#server/http'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { groupRoutes } from './routes.ts'

let world: TempDeps
beforeEach(() => {
  world = openTempDeps()
})
afterEach(() => world.close())

const secretariat: Actor = {
  personId: asId<PersonId>('clerk'),
  offices: ['secretariat'],
  seats: [],
  chairs: [],
  confidential: true,
}

async function ask(actor: Actor | null, method: string, path: string, body?: unknown) {
  const app = createRouter()
  app.use(async (c, next) => {
    const identity = actor && { personId: actor.personId, name: 'Clerk', organisation: null, sessionHash: 'h', actor }
    c.set('identity', identity)
    await next()
  })
  app.use(requireSignIn)
  app.route('/', groupRoutes(world.deps))
  const response = await app.request(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

describe('the routes of groups', () => {
  test('[G8] a group that was added is in the list with its composition', async () => {
    const added = await ask(secretariat, 'POST', '/groups', { code: 'labour-markets', name: 'Labour markets' })
    expect(added.status).toBe(201)
    const listed = await ask(secretariat, 'GET', '/groups')
    expect(listed.body).toMatchObject([
      { id: added.body.groupId, kind: 'twg', chair: null, composition: { votingSeats: 0, properlyConstituted: false } },
    ])
    const found = await ask(secretariat, 'GET', `/groups/${added.body.groupId}`)
    expect(found.body).toMatchObject({ seats: [], rules: { edition: 'NWG-ROP/1', ngoMinimum: 1 } })
  })

  test.each([
    { title: 'an unknown field', body: { code: 'x', name: 'X', kind: 'nwg' } },
    { title: 'a code in capitals', body: { code: 'X', name: 'X' } },
    { title: 'an empty name', body: { code: 'x', name: '   ' } },
    { title: 'a name over its limit', body: { code: 'x', name: 'x'.repeat(121) } },
    { title: 'a name of two lines', body: { code: 'x', name: 'x\ny' } },
  ])('[G8] $title is refused as bad input', async ({ body }) => {
    const refused = await ask(secretariat, 'POST', '/groups', body)
    expect(refused).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } })
  })

  test.each([
    { method: 'GET', path: '/groups/none', body: undefined, status: 404 },
    { method: 'PATCH', path: '/seats/none', body: { act: 'end' }, status: 404 },
    { method: 'PATCH', path: '/seats/none', body: { act: 'seize' }, status: 400 },
    { method: 'DELETE', path: '/representatives/none', body: undefined, status: 404 },
    { method: 'PUT', path: '/groups/none/chair', body: { personId: null, replacing: null }, status: 404 },
    { method: 'PUT', path: '/groups/none/chair', body: { personId: null }, status: 400 },
  ])('[G3] $method $path with $body answers $status', async ({ method, path, body, status }) => {
    expect((await ask(secretariat, method, path, body)).status).toBe(status)
  })

  test('[D3] nobody asks without a session, or before confirming confidentiality', async () => {
    expect((await ask(null, 'GET', '/groups')).status).toBe(401)
    expect((await ask({ ...secretariat, confidential: false }, 'GET', '/groups')).status).toBe(403)
  })

  test('[G1] a chair cannot manage groups', async () => {
    const chair = { ...secretariat, offices: [], chairs: [asId<GroupId>('g')] }
    expect((await ask(chair, 'POST', '/groups', { code: 'x', name: 'X' })).status).toBe(403)
  })
})
