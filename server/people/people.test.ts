import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#shared/core'
import { offices } from '#shared/people'
import { personsTable, recordTable, sessionsTable } from '#server/db'
import { accredit, createGroup, createSeat } from '#server/group'
import type { Person } from '#server/people'
import { sessionIdleMs } from '../session/lifetime.ts'
import { type Answer, type Door, openDoor } from '../../tests/support/door.ts'
import { valueOf } from '../../tests/support/result.ts'

let door: Door
let clerk: Person
let secretariat: string

beforeEach(async () => {
  door = await openDoor()
  clerk = await door.person('Tomas Reith', { office: 'secretariat' })
  secretariat = await door.signIn(clerk.email)
})
afterEach(() => door.close())

const as = (cookie: string) => ({
  get: (path: string) => door.request('GET', path, { cookie }),
  post: (path: string, body?: unknown) => door.request('POST', path, { cookie, body }),
  patch: (path: string, body: unknown) => door.request('PATCH', path, { cookie, body }),
  put: (path: string) => door.request('PUT', path, { cookie }),
  delete: (path: string) => door.request('DELETE', path, { cookie }),
})
const appoint = (personId: PersonId, office: string, more: object = {}): Promise<Answer> =>
  as(secretariat).post('/offices', {
    office,
    personId,
    act: 'Decree 12',
    startsAt: door.deps.now(),
    endsAt: null,
    ...more,
  })
const acts = async () =>
  (await door.deps.read.select({ act: recordTable.act }).from(recordTable).orderBy(recordTable.number)).map(
    entry => entry.act,
  )

/** Seats the person for their own organisation in a new group. */
async function seat(person: Person, constituency: 'STATE' | 'OBSERVER'): Promise<void> {
  const { deps } = door
  const organisationId = person.organisationId
  if (organisationId === null) throw new Error('the person has no organisation')
  await deps.transaction(async tx => {
    const group = valueOf(
      await createGroup(tx, deps, { kind: 'twg', code: person.id, name: 'Group', position: 0, by: null }),
    )
    const seated = valueOf(
      await createSeat(tx, deps, { groupId: group.id, label: 'Seat', constituency, organisationId, by: null }),
    )
    valueOf(await accredit(tx, deps, { seatId: seated.seatId, personId: person.id, rank: 'head', by: null }))
  })
}

describe('offices', () => {
  test('[G1] there is one National Co-ordinator at a time, and the refusal names the holder', async () => {
    const [ana, ben] = [await door.person('Ana Sorel'), await door.person('Ben Ortiz')]
    expect((await appoint(ana.id, 'nationalCoordinator')).status).toBe(201)
    expect(await appoint(ben.id, 'nationalCoordinator')).toMatchObject({
      status: 409,
      body: { type: '/problems/office-held', office: 'nationalCoordinator', holder: 'Ana Sorel' },
    })
    const [term] = (await as(secretariat).get('/offices')).body.filter(
      (row: { office: string }) => row.office === 'nationalCoordinator',
    )
    expect((await as(secretariat).post(`/offices/${term.id}/end`)).status).toBe(204)
    expect((await appoint(ben.id, 'nationalCoordinator')).status).toBe(201)
    expect((await acts()).filter(act => act.startsWith('office.'))).toEqual([
      'office.appointed',
      'office.appointed',
      'office.ended',
      'office.appointed',
    ])
  })

  test('[G1] of two appointments at once, one succeeds', async () => {
    const [ana, ben] = [await door.person('Ana Sorel'), await door.person('Ben Ortiz')]
    const both = await Promise.all([appoint(ana.id, 'nationalCoordinator'), appoint(ben.id, 'nationalCoordinator')])
    expect(both.map(answer => answer.status)).toEqual([201, 409])
  })

  test('[G1] a term of office that has run out is over, and the office free', async () => {
    const [ana, ben] = [await door.person('Ana Sorel'), await door.person('Ben Ortiz')]
    await appoint(ana.id, 'nationalCoordinator', { endsAt: door.deps.now() + 1_000 })
    const cookie = await door.signIn(ana.email)
    expect((await as(cookie).get('/me')).status).toBe(404) // no workspace row here; the office is read below
    door.advance(1_000)
    expect((await appoint(ben.id, 'nationalCoordinator')).status).toBe(201)
  })

  test.each([
    { why: 'begins in the future', startsIn: 1_000, endsIn: null },
    { why: 'ends before it begins', startsIn: -1_000, endsIn: -2_000 },
    { why: 'has ended already', startsIn: -2_000, endsIn: -1_000 },
  ])('[G1] a term that $why is refused', async ({ startsIn, endsIn }) => {
    const ana = await door.person('Ana Sorel')
    const now = door.deps.now()
    const term = { startsAt: now + startsIn, endsAt: endsIn === null ? null : now + endsIn }
    expect((await appoint(ana.id, 'nationalCoordinator', term)).body.type).toBe('/problems/office-term')
  })

  test.each(offices.filter(office => office !== 'rapporteur'))(
    '[G11] the Rapporteur cannot become %s, nor the other way round',
    async office => {
      const [ana, ben] = [await door.person('Ana Sorel'), await door.person('Ben Ortiz')]
      await appoint(ana.id, 'rapporteur')
      expect((await appoint(ana.id, office)).body).toMatchObject({
        type: '/problems/rapporteur-incompatible',
        by: 'rapporteur',
      })
      await as(secretariat).post(`/offices/${(await as(secretariat).get('/offices')).body[0].id}/end`)
      await appoint(ben.id, office)
      expect((await appoint(ben.id, 'rapporteur')).body).toMatchObject({
        type: '/problems/rapporteur-incompatible',
        by: office,
      })
    },
  )

  test.each([
    { constituency: 'STATE', status: 422 },
    { constituency: 'OBSERVER', status: 201 },
  ] as const)(
    '[G11] appointing as Rapporteur who speaks for a $constituency seat answers $status',
    async ({ constituency, status }) => {
      const ana = await person('Ana Sorel', constituency === 'OBSERVER' ? 'io' : 'ministry')
      await seat(ana, constituency)
      expect((await appoint(ana.id, 'rapporteur')).status).toBe(status)
    },
  )

  test('[G11] the Rapporteur is not accredited for a voting seat', async () => {
    const ana = await door.person('Ana Sorel')
    await appoint(ana.id, 'rapporteur')
    await expect(seat(ana, 'STATE')).rejects.toThrow('office-without-vote')
  })

  test('only the Secretariat appoints', async () => {
    const ana = await door.person('Ana Sorel', { office: 'nationalCoordinator' })
    const body = { office: 'rapporteur', personId: ana.id, act: 'Decree', startsAt: 0, endsAt: null }
    expect((await as(await door.signIn(ana.email)).post('/offices', body)).body.type).toBe('/problems/not-permitted')
  })

  test('the last member of the Secretariat stays', async () => {
    const [own] = (await as(secretariat).get('/offices')).body
    expect((await as(secretariat).post(`/offices/${own.id}/end`)).body.type).toBe('/problems/last-secretariat')
    expect((await as(secretariat).put(`/persons/${clerk.id}/suspension`)).body.type).toBe('/problems/last-secretariat')
  })
})

describe('persons', () => {
  test('are entered, changed and listed by the Secretariat; names and addresses stay out of the record', async () => {
    const entered = await as(secretariat).post('/persons', {
      name: 'Zora Lind',
      email: ' Zora.Lind@Example.ORG ',
      organisationId: clerk.organisationId,
    })
    expect(entered.status).toBe(201)
    const { id } = entered.body
    expect((await as(secretariat).patch(`/persons/${id}`, { name: 'Zora Lindqvist' })).status).toBe(204)
    const listed = (await as(secretariat).get('/persons')).body.find((row: { id: string }) => row.id === id)
    expect(listed).toMatchObject({
      name: 'Zora Lindqvist',
      email: 'zora.lind@example.org',
      access: 'notInvited',
      offices: [],
    })
    const entries = (await door.deps.read.select({ entry: recordTable.entry }).from(recordTable))
      .map(row => row.entry)
      .join()
    expect(entries).toContain('person.changed')
    expect(entries).not.toMatch(/zora/i)
  })

  test.each([
    { what: 'an address that somebody has', body: { email: 'tomas.reith@example.org' }, type: 'email-taken' },
    { what: 'no address', body: { email: 'not an address' }, type: 'invalid-input' },
    { what: 'an unknown organisation', body: { organisationId: 'nowhere' }, type: 'not-found' },
    { what: 'a name that is too long', body: { name: 'x'.repeat(121) }, type: 'invalid-input' },
    { what: 'a field that is not known', body: { admin: true }, type: 'invalid-input' },
  ])('are not entered with $what', async ({ body, type }) => {
    const full = { name: 'Zora Lind', email: 'zora@example.org', organisationId: null, ...body }
    expect((await as(secretariat).post('/persons', full)).body.type).toBe(`/problems/${type}`)
  })

  test('are not shown to others, addresses least of all', async () => {
    const ana = await door.person('Ana Sorel', { office: 'nationalCoordinator' })
    expect((await as(await door.signIn(ana.email)).get('/persons')).status).toBe(403)
  })

  test('who are suspended are shut out at once, told so, and cannot return; reinstated, they can', async () => {
    const ana = await door.person('Ana Sorel')
    const cookie = await door.signIn(ana.email)
    expect((await as(secretariat).put(`/persons/${ana.id}/suspension`)).status).toBe(204)
    for (const path of ['/sessions', '/me', '/persons']) {
      expect(await as(cookie).get(path)).toMatchObject({ status: 403, body: { type: '/problems/access-suspended' } })
    }
    // Said to nobody but her: with another password it is the refusal that anybody gets.
    await expect(door.signIn(ana.email)).rejects.toThrow('access-suspended')
    await expect(door.signIn(ana.email, 'another password')).rejects.toThrow('sign-in-refused')
    expect(door.events).toContainEqual({ type: 'accessChanged', persons: [ana.id] })
    expect(door.events.some(event => event.type === 'sessionsEnded')).toBe(true)
    expect((await as(secretariat).post(`/persons/${ana.id}/invitation`)).body.type).toBe('/problems/person-suspended')
    expect((await as(secretariat).delete(`/persons/${ana.id}/suspension`)).status).toBe(204)
    // The old session does not come back to life, nor is anything said of a suspension that is over.
    for (const path of ['/sessions', '/me']) {
      expect(await as(cookie).get(path)).toMatchObject({ status: 401, body: { type: '/problems/sign-in-required' } })
    }
    await door.signIn(ana.email)
    expect((await as(cookie).get('/me')).status).toBe(401)
  })

  test('a session that a suspension has ended stays ended, whatever becomes of the person', async () => {
    const ana = await door.person('Ana Sorel')
    const cookie = await door.signIn(ana.email)
    await as(secretariat).put(`/persons/${ana.id}/suspension`)
    await door.deps.transaction(tx =>
      tx.update(personsTable).set({ suspendedAt: null }).where(eq(personsTable.id, ana.id)),
    )
    expect(await as(cookie).get('/me')).toMatchObject({ status: 401, body: { type: '/problems/sign-in-required' } })
  })

  test('who are suspended are told so by a session for as long as it would have lasted, and sign out of it', async () => {
    const ana = await door.person('Ana Sorel')
    const [cookie, other] = [await door.signIn(ana.email), await door.signIn(ana.email)]
    await as(secretariat).put(`/persons/${ana.id}/suspension`)
    const gone = await as(other).delete('/session')
    expect([gone.status, gone.setCookie]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await as(other).get('/me')).status).toBe(401)
    door.advance(sessionIdleMs - 1)
    expect((await as(cookie).get('/me')).status).toBe(403)
    door.advance(1)
    expect((await as(cookie).get('/me')).status).toBe(401)
    // Cleared away by whoever signs in next.
    door.advance(1)
    await door.signIn(clerk.email)
    const left = await door.deps.read.select().from(sessionsTable).where(eq(sessionsTable.personId, ana.id))
    expect(left).toEqual([])
  })

  test('[G3] do not change organisation while they speak for one of its seats', async () => {
    const ana = await door.person('Ana Sorel')
    await seat(ana, 'STATE')
    const moved = await as(secretariat).patch(`/persons/${ana.id}`, { organisationId: clerk.organisationId })
    expect(moved.body.type).toBe('/problems/person-holds-seat')
  })
})

describe('organisations', () => {
  test('[G2] are of a known kind and have a name of their own', async () => {
    const add = (body: object) => as(secretariat).post('/organisations', body)
    expect((await add({ name: 'Harbour House', kind: 'ngo' })).status).toBe(201)
    expect((await add({ name: 'HARBOUR HOUSE', kind: 'ngo' })).body.type).toBe('/problems/organisation-exists')
    expect((await add({ name: 'Somebody', kind: 'club' })).body.type).toBe('/problems/invalid-input')
    const { id } = (await add({ name: 'Lifeline', kind: 'ngo' })).body
    expect((await as(secretariat).patch(`/organisations/${id}`, { name: 'harbour house' })).status).toBe(409)
    expect((await as(secretariat).patch(`/organisations/${id}`, { name: 'Lifeline 24' })).status).toBe(204)
    expect((await as(secretariat).get('/organisations')).body.map((row: { name: string }) => row.name)).toContain(
      'Lifeline 24',
    )
  })
})

describe('invitations', () => {
  test('are told once, listed as out, withdrawn and made anew', async () => {
    const ana = await door.person('Ana Sorel', { password: null })
    const standing = async () =>
      (await as(secretariat).get('/persons')).body.find((row: { id: string }) => row.id === ana.id)
    const link = await as(secretariat).post(`/persons/${ana.id}/invitation`)
    expect(link).toMatchObject({
      status: 201,
      body: { url: expect.stringMatching(/^http:\/\/localhost:8080\/invitation#[\w-]{43}$/) },
    })
    expect(await standing()).toMatchObject({ access: 'invited', invitationExpiresAt: link.body.expiresAt })
    expect((await as(secretariat).delete(`/persons/${ana.id}/invitation`)).status).toBe(204)
    expect((await as(secretariat).delete(`/persons/${ana.id}/invitation`)).status).toBe(404)
    expect((await standing()).access).toBe('notInvited')
    const again = await as(secretariat).post(`/persons/${ana.id}/invitation`)
    expect(again.body.url).not.toBe(link.body.url)
    door.advance(again.body.expiresAt - door.deps.now())
    secretariat = await door.signIn(clerk.email)
    expect((await standing()).access).toBe('expired')
  })
})

async function person(name: string, kind: string): Promise<Person> {
  const person = await door.person(name)
  const { id } = (await as(secretariat).post('/organisations', { name: `${name}’s body`, kind })).body
  const organisationId: OrganisationId = id
  await as(secretariat).patch(`/persons/${person.id}`, { organisationId })
  return { ...person, organisationId }
}
