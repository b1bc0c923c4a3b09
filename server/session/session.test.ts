import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayMs, minuteMs, sha256Hex } from '#shared/core'
import { confidentialityVersion } from '#shared/people'
import { personsTable, recordTable, sessionsTable } from '#server/db'
import { keepWorkspace } from '#server/setup'
import { invite } from '../people/invitations.ts'
import { cookieOf, type Door, goodPassword, openDoor } from '../../tests/support/door.ts'
import { valueOf } from '../../tests/support/result.ts'

let door: Door
beforeEach(async () => {
  door = await openDoor()
  const { deps } = door
  await deps.transaction(tx => keepWorkspace(tx, deps, { name: 'Response', country: 'Varnia', demo: false }))
})
afterEach(() => door.close())

const signInAs = (email: string, password: string, cookie?: string) =>
  door.request('POST', '/session', { body: { email, password }, cookie: cookie ?? null })
const me = (cookie: string | null) => door.request('GET', '/me', { cookie })

describe('signing in', () => {
  test('gives a cookie out of reach of scripts and of other sites', async () => {
    await door.person('Ana Sorel')
    const answer = await signInAs('ana.sorel@example.org', goodPassword)
    expect(answer.status).toBe(204)
    expect(answer.setCookie).toMatch(/^plenary_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('gives a Secure cookie where the public address is https', async () => {
    const secure = await openDoor({ origin: 'https://plan.example.org' })
    await secure.person('Ana Sorel')
    const answer = await secure.request('POST', '/session', {
      body: { email: 'ana.sorel@example.org', password: goodPassword },
    })
    expect(answer.setCookie).toContain('; Secure')
    await secure.close()
  })

  test('keeps neither the token nor the password, only their hashes', async () => {
    await door.person('Ana Sorel')
    const token = (await door.signIn('ana.sorel@example.org')).split('=')[1] ?? ''
    const [session] = await door.deps.read.select().from(sessionsTable)
    const [person] = await door.deps.read.select().from(personsTable)
    expect(session?.tokenHash).toBe(sha256Hex(token))
    expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify([session, person])).not.toContain(token)
  })

  test.each([
    { who: 'another password', email: 'ana.sorel@example.org', password: 'five sheep on a ferry' },
    { who: 'an unknown address', email: 'nobody@example.org', password: goodPassword },
    { who: 'a person without a password', email: 'new.person@example.org', password: goodPassword },
  ])('refuses $who in the same words', async ({ email, password }) => {
    await door.person('Ana Sorel')
    await door.person('New Person', { password: null })
    const answer = await signInAs(email, password)
    expect(answer).toMatchObject({ status: 401, body: { type: '/problems/sign-in-refused' }, setCookie: null })
  })

  test('does not mind the case of the address', async () => {
    await door.person('Ana Sorel')
    expect((await signInAs('Ana.Sorel@Example.org', goodPassword)).status).toBe(204)
  })

  test('never takes over a token that the browser had before', async () => {
    await door.person('Ana Sorel')
    await door.person('Mallory')
    const planted = await door.signIn('mallory@example.org')
    const own = cookieOf(await signInAs('ana.sorel@example.org', goodPassword, planted))
    expect(own).not.toBe(planted)
    expect((await me(own)).body.person.name).toBe('Ana Sorel')
    // The browser's earlier session is over, and its sockets are told.
    expect((await me(planted)).status).toBe(401)
    expect(door.events).toContainEqual({
      type: 'sessionsEnded',
      sessionHashes: [sha256Hex(planted.split('=')[1] ?? '')],
    })
  })

  test('refuses fields that it does not know', async () => {
    const answer = await door.request('POST', '/session', { body: { email: 'a@b.cd', password: 'x', remember: true } })
    expect(answer).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } })
  })

  test('refuses another site’s page', async () => {
    await door.person('Ana Sorel')
    const body = { email: 'ana.sorel@example.org', password: goodPassword }
    const answer = await door.request('POST', '/session', { body, origin: 'https://evil.example' })
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/cross-site-request' } })
  })
})

describe('guessing', () => {
  test('is slowed after several failures, for the right password too, and the wait is told', async () => {
    const limited = await openDoor({ limits: true })
    await limited.person('Ana Sorel')
    const attempt = (password: string) =>
      limited.request('POST', '/session', { body: { email: 'ana.sorel@example.org', password } })
    for (let failures = 0; failures < 8; failures++) expect((await attempt('wrong')).status).toBe(401)
    expect(await attempt(goodPassword)).toMatchObject({
      status: 429,
      retryAfter: '60',
      body: { retryAfterSeconds: 60 },
    })
    limited.advance(minuteMs)
    expect((await attempt(goodPassword)).status).toBe(204)
    await limited.close()
  })

  test('is what is counted: signing in rightly, over and over, is not', async () => {
    const limited = await openDoor({ limits: true })
    await limited.person('Ana Sorel')
    for (let times = 0; times < 12; times++) await limited.signIn('ana.sorel@example.org')
    await limited.close()
  })
})

describe('a session', () => {
  test.each([
    { after: '6 days without a visit', ms: [6 * dayMs], status: 200 },
    { after: '7 days without a visit', ms: [7 * dayMs], status: 401 },
    { after: '29 days with visits', ms: [6, 6, 6, 6, 5].map(days => days * dayMs), status: 200 },
    { after: '30 days with visits', ms: [6, 6, 6, 6, 6].map(days => days * dayMs), status: 401 },
  ])('after $after answers $status', async ({ ms, status }) => {
    await door.person('Ana Sorel')
    const cookie = await door.signIn('ana.sorel@example.org')
    let answer = await me(cookie)
    for (const step of ms) {
      door.advance(step)
      answer = await me(cookie)
    }
    expect(answer.status).toBe(status)
  })

  test('notes a visit at most every five minutes', async () => {
    await door.person('Ana Sorel')
    const cookie = await door.signIn('ana.sorel@example.org')
    const start = door.deps.now()
    const seen = async () => (await door.deps.read.select().from(sessionsTable))[0]?.lastSeenAt
    door.advance(4 * minuteMs)
    await me(cookie)
    expect(await seen()).toBe(start)
    door.advance(minuteMs)
    await me(cookie)
    expect(await seen()).toBe(start + 5 * minuteMs)
  })

  test('ends by signing out, and the cookie goes', async () => {
    await door.person('Ana Sorel')
    const cookie = await door.signIn('ana.sorel@example.org')
    const answer = await door.request('DELETE', '/session', { cookie })
    expect(answer.status).toBe(204)
    expect(answer.setCookie).toMatch(/^plenary_session=; Max-Age=0;/)
    expect((await me(cookie)).status).toBe(401)
  })

  test('is listed with the person’s others, and one of them can be ended', async () => {
    await door.person('Ana Sorel')
    await door.person('Ben Ortiz')
    const [here, there, other] = [
      await door.signIn('ana.sorel@example.org'),
      await door.signIn('ana.sorel@example.org'),
      await door.signIn('ben.ortiz@example.org'),
    ]
    const list = (await door.request('GET', '/sessions', { cookie: here })).body
    expect(list).toHaveLength(2)
    const elsewhere = list.find((session: { current: boolean }) => !session.current)
    expect((await door.request('DELETE', `/sessions/${elsewhere.id}`, { cookie: other })).status).toBe(404)
    expect((await door.request('DELETE', `/sessions/${elsewhere.id}`, { cookie: here })).status).toBe(204)
    expect((await me(there)).status).toBe(401)
    expect((await me(here)).status).toBe(200)
  })

  test('ends with all others by signing out everywhere, sockets are told, and the record knows', async () => {
    await door.person('Ana Sorel')
    const [here, there] = [await door.signIn('ana.sorel@example.org'), await door.signIn('ana.sorel@example.org')]
    expect((await door.request('POST', '/session/everywhere', { cookie: here })).status).toBe(204)
    expect((await me(here)).status).toBe(401)
    expect((await me(there)).status).toBe(401)
    expect(door.events.find(event => event.type === 'sessionsEnded')?.sessionHashes).toHaveLength(2)
    expect(await actsIn(door)).toContain('session.endedEverywhere')
  })
})

describe('one’s own account', () => {
  test('[D3] nothing but the confirmation is open before the duty of confidentiality is confirmed', async () => {
    await door.person('Ana Sorel', { confidential: false, office: 'secretariat' })
    const cookie = await door.signIn('ana.sorel@example.org')
    expect((await me(cookie)).body.confidentialityConfirmedAt).toBeNull()
    expect((await door.request('GET', '/persons', { cookie })).body.type).toBe('/problems/confidentiality-required')
    const { version } = (await door.request('GET', '/me/confidentiality', { cookie })).body
    expect(version).toBe(confidentialityVersion)
    expect((await door.request('POST', '/me/confidentiality', { cookie, body: { version } })).status).toBe(204)
    expect((await door.request('GET', '/persons', { cookie })).status).toBe(200)
    expect(await actsIn(door)).toContain('person.confidentialityConfirmed')
  })

  test('[D3] confirming an earlier wording is refused', async () => {
    await door.person('Ana Sorel', { confidential: false })
    const cookie = await door.signIn('ana.sorel@example.org')
    const answer = await door.request('POST', '/me/confidentiality', { cookie, body: { version: '2020-01' } })
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems/confidentiality-text-changed' } })
  })

  test('changes the password against the present one, and signs out other devices', async () => {
    await door.person('Ana Sorel')
    const [here, there] = [await door.signIn('ana.sorel@example.org'), await door.signIn('ana.sorel@example.org')]
    const change = (current: string | null, next: string) =>
      door.request('POST', '/me/password', { cookie: here, body: { current, next } })
    expect((await change('not it at all', 'six goats in a lift')).body.type).toBe('/problems/password-refused')
    expect((await change(null, 'six goats in a lift')).body.type).toBe('/problems/password-refused')
    expect((await change(goodPassword, 'seven hens by a lake')).status).toBe(204)
    expect((await change('seven hens by a lake', 'ana.sorel@example.org')).body.type).toBe(
      '/problems/password-guessable',
    )
    expect((await change('seven hens by a lake', 'short')).body.type).toBe('/problems/invalid-input')
    expect((await me(here)).status).toBe(200)
    expect((await me(there)).status).toBe(401)
    expect((await signInAs('ana.sorel@example.org', goodPassword)).status).toBe(401)
    expect(await actsIn(door)).toContain('person.passwordChanged')
  })

  test('[D3] takes one’s own data away, without secrets and without other people’s', async () => {
    const ana = await door.person('Ana Sorel', { office: 'secretariat' })
    const ben = await door.person('Ben Ortiz')
    const cookie = await door.signIn('ana.sorel@example.org')
    const answer = await door.request('GET', '/me/export', { cookie })
    expect(answer.body.account.person).toMatchObject({ id: ana.id, email: 'ana.sorel@example.org' })
    expect(answer.body.history.offices).toMatchObject([{ office: 'secretariat', act: 'Act 1' }])
    expect(answer.body.record.map((entry: { act: string }) => entry.act)).toContain('office.appointed')
    const text = JSON.stringify(answer.body)
    for (const secret of ['argon2', sha256Hex(cookie.split('=')[1] ?? ''), ben.id, 'Ben'])
      expect(text).not.toContain(secret)
  })
})

describe('an invitation', () => {
  const invited = async () => {
    const secretariat = await door.person('Tomas Reith', { office: 'secretariat' })
    const person = await door.person('New Person', { password: null, confidential: false })
    const actor = {
      personId: secretariat.id,
      offices: ['secretariat'],
      seats: [],
      chairs: [],
      confidential: true,
    } as const
    const { url } = valueOf(await invite(door.deps, actor, person.id))
    return { actor, person, token: url.split('#')[1] ?? '' }
  }
  const accept = (token: string, password: string = goodPassword) =>
    door.request('POST', `/invitations/${token}/accept`, { body: { password } })

  test('says whom it is for, sets a password and signs in', async () => {
    const { token } = await invited()
    expect((await door.request('GET', `/invitations/${token}`)).body).toMatchObject({
      name: 'New Person',
      email: 'new.person@example.org',
      workspace: { country: 'Varnia' },
    })
    const answer = await accept(token)
    expect(answer.status).toBe(204)
    expect((await me(cookieOf(answer))).body.person.name).toBe('New Person')
    expect(await door.signIn('new.person@example.org')).not.toBe('')
  })

  test('works once, also for two at once', async () => {
    const { token } = await invited()
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map(answer => answer.status)).toEqual(expect.arrayContaining([204, 404]))
    expect((await accept(token)).body.type).toBe('/problems/invitation-not-valid')
    expect((await door.request('GET', `/invitations/${token}`)).status).toBe(404)
  })

  test('is over after 14 days', async () => {
    const { token } = await invited()
    door.advance(14 * dayMs - 1)
    expect((await door.request('GET', `/invitations/${token}`)).status).toBe(200)
    door.advance(1)
    expect((await accept(token)).status).toBe(404)
  })

  test('stops working when a new one is made', async () => {
    const { actor, person, token } = await invited()
    valueOf(await invite(door.deps, actor, person.id))
    expect((await accept(token)).status).toBe(404)
  })

  test('refuses the person’s own name as password, and is still good', async () => {
    const { token } = await invited()
    expect((await accept(token, 'New.Person@example.org')).body.type).toBe('/problems/password-guessable')
    expect((await accept(token)).status).toBe(204)
  })

  test('leads back into an account, and shuts out whoever was in it', async () => {
    const { actor } = await invited()
    const ana = await door.person('Ana Sorel')
    const before = await door.signIn('ana.sorel@example.org')
    const { url } = valueOf(await invite(door.deps, actor, ana.id))
    expect((await accept(url.split('#')[1] ?? '', 'six goats in a lift')).status).toBe(204)
    expect((await me(before)).status).toBe(401)
    expect((await signInAs('ana.sorel@example.org', goodPassword)).status).toBe(401)
  })
})

async function actsIn({ deps }: Door): Promise<readonly string[]> {
  return (await deps.read.select({ act: recordTable.act }).from(recordTable).orderBy(recordTable.number)).map(
    entry => entry.act,
  )
}
