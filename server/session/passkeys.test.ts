import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { minuteMs } from '#shared/core'
import { recordTable } from '#server/db'
import { keepWorkspace } from '#server/setup'
import type { Person } from '#server/people'
import { makePasskey, type SoftPasskey } from '../../tests/support/authenticator.ts'
import { cookieOf, openDoor, type Door } from '../../tests/support/door.ts'
import { verifyAssertion } from './assertion.ts'
import { relyingPartyOf } from './relying-party.ts'

const origin = 'http://localhost:8080'
let door: Door
let ana: Person
let cookie: string

beforeEach(async () => {
  door = await openDoor({ origin })
  const { deps } = door
  await deps.transaction(tx => keepWorkspace(tx, deps, { name: 'Response', country: 'Varnia', demo: false }))
  ana = await door.person('Ana Sorel')
  cookie = await door.signIn('ana.sorel@example.org')
})
afterEach(() => door.close())

const optionsFor = async (path: string, from = origin, by: string | null = cookie) =>
  door.request('POST', path, { cookie: by, origin: from })

async function register(passkey: SoftPasskey, name = 'Laptop') {
  const { challenge } = (await optionsFor('/me/passkeys/options')).body
  return door.request('POST', '/me/passkeys', { cookie, origin, body: { name, response: passkey.attest(challenge) } })
}

async function signInWith(passkey: SoftPasskey, userHandle: string | null = ana.userHandle, from = origin) {
  const { challenge } = (await optionsFor('/session/passkey/options', from, null)).body
  return door.request('POST', '/session/passkey', { origin: from, body: passkey.assert(challenge, userHandle) })
}

describe('a passkey', () => {
  test('is added, signs in, is renamed and removed; the record knows of its coming and going', async () => {
    const passkey = makePasskey(origin)
    expect((await register(passkey)).status).toBe(201)
    const signedIn = await signInWith(passkey)
    expect(signedIn.status).toBe(204)
    const own = cookieOf(signedIn)
    expect((await door.request('GET', '/me', { cookie: own })).body.person.id).toBe(ana.id)
    const id = passkey.credentialId
    expect((await door.request('PATCH', `/me/passkeys/${id}`, { cookie: own, body: { name: 'Desk' } })).status).toBe(
      204,
    )
    expect((await door.request('GET', '/me/passkeys', { cookie: own })).body).toMatchObject([{ id, name: 'Desk' }])
    expect((await door.request('DELETE', `/me/passkeys/${id}`, { cookie: own })).status).toBe(204)
    expect((await signInWith(passkey)).body.type).toBe('/problems/passkey-refused')
    const acts = (
      await door.deps.read.select({ act: recordTable.act }).from(recordTable).orderBy(recordTable.number)
    ).map(entry => entry.act)
    expect(acts.filter(act => act.startsWith('passkey.'))).toEqual(['passkey.added', 'passkey.removed'])
  })

  test('offered twice at once is added once', async () => {
    const passkey = makePasskey(origin)
    const statuses = (await Promise.all([register(passkey), register(passkey)])).map(answer => answer.status)
    expect(statuses.toSorted()).toEqual([201, 422])
  })

  test('that did not ask for a PIN or a fingerprint is refused', async () => {
    expect((await register(makePasskey(origin, { verifies: false }))).body.type).toBe('/problems/passkey-refused')
  })

  test('made on another site’s page is refused', async () => {
    expect((await register(makePasskey('https://evil.example'))).body.type).toBe('/problems/passkey-refused')
  })

  test('signs in as nobody else', async () => {
    const passkey = makePasskey(origin)
    await register(passkey)
    const ben = await door.person('Ben Ortiz')
    expect((await signInWith(passkey, ben.userHandle)).status).toBe(422)
    expect((await signInWith(passkey, null)).status).toBe(422)
  })

  test('of another person can be neither renamed nor removed', async () => {
    const passkey = makePasskey(origin)
    await register(passkey)
    await door.person('Ben Ortiz')
    const other = await door.signIn('ben.ortiz@example.org')
    const path = `/me/passkeys/${passkey.credentialId}`
    expect((await door.request('PATCH', path, { cookie: other, body: { name: 'Mine' } })).status).toBe(404)
    expect((await door.request('DELETE', path, { cookie: other })).status).toBe(404)
  })
})

describe('a challenge', () => {
  test('is answered once', async () => {
    const passkey = makePasskey(origin)
    await register(passkey)
    const { challenge } = (await optionsFor('/session/passkey/options', origin, null)).body
    const answer = () =>
      door.request('POST', '/session/passkey', { origin, body: passkey.assert(challenge, ana.userHandle) })
    expect((await answer()).status).toBe(204)
    expect((await answer()).body.type).toBe('/problems/passkey-refused')
  })

  test('waits five minutes', async () => {
    const passkey = makePasskey(origin)
    await register(passkey)
    const { challenge } = (await optionsFor('/session/passkey/options', origin, null)).body
    door.advance(5 * minuteMs + 1)
    const body = passkey.assert(challenge, ana.userHandle)
    expect((await door.request('POST', '/session/passkey', { origin, body })).status).toBe(422)
  })

  test('for signing in does not add a passkey, and one made for another person neither', async () => {
    const { challenge } = (await optionsFor('/session/passkey/options', origin, null)).body
    const add = (by: string, response: unknown) =>
      door.request('POST', '/me/passkeys', { cookie: by, origin, body: { name: 'Laptop', response } })
    expect((await add(cookie, makePasskey(origin).attest(challenge))).status).toBe(422)
    await door.person('Ben Ortiz')
    const bens = (await optionsFor('/me/passkeys/options')).body.challenge
    const ben = await door.signIn('ben.ortiz@example.org')
    expect((await add(ben, makePasskey(origin).attest(bens))).status).toBe(422)
  })
})

describe('an assertion over a statement', () => {
  const expectedChallenge = Buffer.from('a digest of what was shown').toString('base64url')

  test('is returned with all that proves it', async () => {
    const passkey = makePasskey(origin)
    await register(passkey)
    const response = passkey.assert(expectedChallenge, ana.userHandle)
    const verified = await verifyAssertion(door.deps, { personId: ana.id, response, expectedChallenge, origin })
    expect(verified).toMatchObject({
      ok: true,
      value: {
        credentialId: passkey.credentialId,
        userVerified: true,
        rpId: 'localhost',
        origin,
        signature: response.response.signature,
      },
    })
  })

  test.each([
    { what: 'over another statement', challenge: 'b3RoZXI', signer: 'own' },
    { what: 'by another person’s passkey', challenge: expectedChallenge, signer: 'ben' },
  ])('$what is refused', async ({ challenge, signer }) => {
    const passkey = makePasskey(origin)
    await register(passkey)
    const ben = await door.person('Ben Ortiz')
    const personId = signer === 'own' ? ana.id : ben.id
    const response = passkey.assert(challenge, ana.userHandle)
    expect(await verifyAssertion(door.deps, { personId, response, expectedChallenge, origin })).toEqual({
      ok: false,
      problem: { type: 'passkey-refused' },
    })
  })
})

describe('an invitation', () => {
  test('is taken up with a passkey alone, which then cannot be removed as long as there is no password', async () => {
    const clerk = await door.person('Tomas Reith', { office: 'secretariat' })
    const invited = await door.person('New Person', { password: null })
    const by = await door.signIn(clerk.email)
    const { url } = (await door.request('POST', `/persons/${invited.id}/invitation`, { cookie: by })).body
    const token = url.split('#')[1]
    const passkey = makePasskey(origin)
    const { challenge } = (await optionsFor(`/invitations/${token}/passkey-options`, origin, null)).body
    const answer = await door.request('POST', `/invitations/${token}/accept`, {
      origin,
      body: { passkey: { name: 'Phone', response: passkey.attest(challenge) } },
    })
    expect(answer.status).toBe(204)
    expect((await signInWith(passkey, invited.userHandle)).status).toBe(204)
    const removed = await door.request('DELETE', `/me/passkeys/${passkey.credentialId}`, { cookie: cookieOf(answer) })
    expect(removed.body.type).toBe('/problems/only-passkey')
  })
})

describe('the relying party', () => {
  test.each([
    { config: 'https://plan.example.org', origin: 'https://plan.example.org', id: 'plan.example.org' },
    { config: 'https://plan.example.org', origin: 'https://evil.example', id: null },
    { config: 'https://plan.example.org', origin: 'http://localhost:8080', id: 'localhost' },
    { config: 'http://localhost:8080', origin: undefined, id: 'localhost' },
    { config: 'http://127.0.0.1:8080', origin: 'http://127.0.0.1:8080', id: null },
    { config: 'http://localhost:8080', origin: 'http://[::1]:8080', id: null },
    { config: 'http://localhost:8080', origin: 'null', id: null },
  ])('of a page at $origin with the public address $config is $id', ({ config, origin: from, id }) => {
    expect(relyingPartyOf({ origin: config }, from)?.id ?? null).toBe(id)
  })
})
