/** Every route, asked by everybody who must not, and with what no client sends: refused alike, and nothing leaks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { passagesOf } from '#shared/amendment'
import { dayMs, sha256Hex } from '#shared/core'
import { closeCodes } from '#shared/wire'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House
let operations: { readonly method: string; readonly path: string }[]
/**
 * What the paths below name: a vote by correspondence and its election, of the group Prevention; a text of Protection and an
 * amendment to it.
 */
let ids: Readonly<Record<string, string>>

const title = 'Chair of Prevention, 2026'

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  const { paths } = (await server.call(null, 'GET', '/api/openapi.json')).body
  operations = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => ({ method: method.toUpperCase(), path: `/api${path}` })),
  )
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const groupId = groups.find(one => one.code === 'prevention').id
  const me = await sure(house.as('ngo-hotline', 'GET', '/api/me'))
  const seat = me.seats.find((one: any) => one.groupId === groupId).seatId
  const election = (await sure(house.as('secretariat', 'POST', '/api/elections', { groupId, title }))).id
  const candidate = { seatId: seat, personId: me.person.id }
  await sure(house.as('ngo-hotline', 'POST', `/api/elections/${election}/candidates`, candidate))
  await sure(house.as('secretariat', 'POST', `/api/elections/${election}/close`))
  const closesAt = server.deps.now() + 2 * dayMs
  const opening = { subjectKind: 'election', subjectId: election, mode: 'correspondence', closesAt }
  const motion = (await sure(house.as('secretariat', 'POST', '/api/motions', opening))).id
  const { digest } = (await sure(house.as('secretariat', 'GET', `/api/motions/${motion}`))).subject
  const pause = { act: 'pause', text: 'The network is down.' }
  const act = (await sure(house.as('chair-prevention', 'POST', `/api/motions/${motion}/joint-acts`, pause))).id
  const witnesses = await sure(house.as('secretariat', 'GET', '/api/record/witnesses'))
  const io = witnesses.candidates.find((one: any) => one.constituency === 'OBSERVER')
  const named = await sure(house.as('secretariat', 'POST', '/api/record/witnesses', { seatId: io.seatId }))
  const person = me.person.id
  const year = String(new Date(server.deps.now()).getUTCFullYear())
  ids = {
    ...{
      motion,
      election,
      act,
      group: groupId,
      seat,
      person,
      digest,
      witness: named.id,
      observerSeat: io.seatId,
      year,
    },
    ...(await amendmentUnderVote()),
  }
}, 60_000)

/** An amendment of the seat of `ngo-shelter` to a text of Protection, put to the vote. */
async function amendmentUnderVote(): Promise<Readonly<Record<string, string>>> {
  const text = await house.submit('C.3.2')
  const { digest, content } = await sure(house.as('ngo-shelter', 'GET', `/api/versions/${text}`))
  const passage = passagesOf(content.narrative).find(({ words }) => /^\w+ \w+/u.test(words))
  const { seats } = await sure(house.as('ngo-shelter', 'GET', `/api/versions/${text}/amendments`))
  const [{ seatId }] = seats
  const quote = passage?.words.trim().split(' ').slice(0, 2).join(' ') ?? ''
  const changes = [{ place: passage?.place, quote, replacement: `${quote} surely` }]
  const body = { seatId, digest, changes, reason: words }
  const { id } = await sure(house.as('ngo-shelter', 'POST', `/api/versions/${text}/amendments`, body))
  await house.openVote('chair-protection', 'amendment', id)
  return { text, amendment: id, amendingSeat: seatId }
}
afterAll(() => server.close())

/** Some of each sort; Prevention is the group of `chair-prevention` and `ngo-hotline`. */
const readers = ['coordinator', 'secretariat', 'rapporteur', 'interior', 'ngo-shelter', 'chair-children'] as const
const members = ['chair-prevention', 'ngo-hotline'] as const
const observers = ['io-migration', 'io-children'] as const
const everybody = [...readers, ...members, ...observers]

const withIds = (text: string, from = ids): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => from[name] ?? name)

interface Row {
  readonly method: string
  readonly path: string
  readonly body?: () => object
  /** Whoever may, or is told why not now. All others are refused. */
  readonly may: readonly string[]
}

const words = 'We see it otherwise.'
const vote = '/api/motions/{motion}'
const rows: readonly Row[] = [
  { method: 'POST', path: `${vote}/close`, may: ['chair-prevention'] },
  {
    method: 'POST',
    path: `${vote}/extension`,
    body: () => ({ closesAt: server.deps.now() - 1 }),
    may: ['chair-prevention', 'secretariat'],
  },
  ...(['pause', 'resume', 'void', 'certify'] as const).map(act => ({
    method: 'POST',
    path: `${vote}/joint-acts`,
    body: () => ({ act, text: words, ...(act === 'void' && { cause: 'wrongText' }) }),
    // Asked for already, or not to be done to a vote that is running.
    may: act === 'void' ? ['none'] : ['chair-prevention', 'secretariat'],
  })),
  {
    method: 'POST',
    path: `${vote}/joint-acts`,
    body: () => ({ act: 'reconcile', text: words }),
    may: ['chair-prevention', 'ngo-hotline'],
  },
  { method: 'POST', path: `${vote}/publication`, may: ['secretariat'] },
  {
    method: 'POST',
    path: `${vote}/statements`,
    body: () => ({ kind: 'explanation', seatId: ids['seat'], text: words }),
    may: ['ngo-hotline'],
  },
  {
    method: 'POST',
    path: `${vote}/papers`,
    body: () => ({ seatId: ids['seat'], digest: sha256Hex('another text'), candidate: ids['person'] }),
    may: ['ngo-hotline'],
  },
  {
    method: 'POST',
    path: `${vote}/ballots`,
    body: () => ({ seatId: ids['seat'], digest: sha256Hex('another text'), choice: 'RECUSED', reason: words }),
    may: ['ngo-hotline'],
  },
  {
    method: 'POST',
    path: '/api/versions/{text}/amendments',
    body: () => ({
      seatId: ids['amendingSeat'],
      digest: sha256Hex('another text'),
      changes: [{ place: [0], quote: 'a', replacement: 'b' }],
      reason: words,
    }),
    may: ['ngo-shelter'],
  },
  { method: 'POST', path: '/api/amendments/{amendment}/withdraw', may: ['ngo-shelter'] },
  {
    method: 'POST',
    path: '/api/elections',
    body: () => ({ groupId: ids['group'], title: 'Another' }),
    may: ['chair-prevention', 'secretariat'],
  },
  ...['close', 'reopen', 'withdraw'].map(move => ({
    method: 'POST',
    path: `/api/elections/{election}/${move}`,
    may: ['chair-prevention', 'secretariat'],
  })),
  {
    method: 'POST',
    path: '/api/elections/{election}/candidates',
    body: () => ({ seatId: ids['seat'], personId: ids['person'] }),
    may: ['ngo-hotline'],
  },
  { method: 'DELETE', path: '/api/elections/{election}/candidates/{person}', may: ['ngo-hotline'] },
  {
    method: 'POST',
    path: '/api/record/witnesses',
    body: () => ({ seatId: ids['observerSeat'] }),
    may: ['coordinator', 'secretariat'],
  },
  {
    method: 'POST',
    path: '/api/record/witnesses/{witness}/cosignatures',
    body: () => ({ size: 1, line: '— somebody AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
    may: ['io-migration', 'io-children'],
  },
  { method: 'POST', path: '/api/record/witnesses/{witness}/end', may: ['none'] },
]

/** What an observer of another group does not learn of. */
const hidden = [vote, '/api/versions/{text}', '/api/amendments/{amendment}']

const everybodyReads = [...readers, ...members]
describe('a route gives', () => {
  test.each([
    { path: vote, to: everybodyReads },
    { path: `${vote}/after`, to: everybodyReads },
    { path: '/api/versions/{text}', to: everybodyReads },
    { path: '/api/versions/{text}/amendments', to: everybodyReads },
    { path: '/api/amendments/{amendment}', to: everybodyReads },
    { path: '/api/participation/{year}', to: everybody },
    { path: '/api/participation/{year}/figures.csv', to: everybody },
    { path: '/api/participation/{year}/groups/{group}', to: everybody },
    { path: '/api/elections/{election}', to: everybody },
  ])('[D4] $path to whoever may read it and to nobody else', async ({ path, to }) => {
    const statuses = await Promise.all(
      everybody.map(async role => {
        const headers = { cookie: await house.cookie(role) }
        const response = await fetch(`${server.url}${withIds(path)}`, { headers })
        await response.arrayBuffer()
        return [role, response.status]
      }),
    )
    const asked = to as readonly string[]
    expect(statuses).toEqual(everybody.map(role => [role, asked.includes(role) ? 200 : 404]))
    expect((await server.call(null, 'GET', withIds(path))).status).toBe(401)
  })

  test('[D4] [G12] the figures on participation to an observer of another group without what they are counted from', async () => {
    const path = withIds('/api/participation/{year}/groups/{group}')
    expect(await sure(house.as('io-migration', 'GET', path))).toMatchObject({ votes: null, amendments: null })
    const told = await sure(house.as('ngo-hotline', 'GET', path))
    expect([told.votes, told.amendments]).toEqual([expect.any(Array), expect.any(Array)])
  })
})

describe('a route refuses', () => {
  test.each(rows.map((row, index) => ({ ...row, name: `${index + 1} ${row.method} ${row.path}` })))(
    '[V3] $name to everybody who must not',
    async ({ method, path, body, may }) => {
      // Whoever may do it at this moment is not asked: it would be done.
      const asked = may.includes('none') ? [...readers, ...observers].filter(role => !isOffice(role)) : everybody
      for (const role of asked) {
        const { status, body: answer } = await house.as(role, method, withIds(path), body?.())
        const isHidden = hidden.some(one => path.startsWith(one)) && (observers as readonly string[]).includes(role)
        if (isHidden) expect([role, status]).toEqual([role, 404])
        else if (may.includes(role))
          expect([role, status < 500 && status >= 400 && status !== 403 && status !== 400]).toEqual([role, true])
        else expect([role, status === 403 || status === 404 || status === 422]).toEqual([role, true])
        expect(JSON.stringify(answer)).not.toContain(title)
      }
      expect((await server.call(null, method, withIds(path), body?.())).status).toBe(401)
    },
  )

  const isOffice = (role: string): boolean => ['secretariat', 'coordinator'].includes(role)

  test('[V13] an act of two to everybody but the other of them, and nobody learns of one in another vote', async () => {
    const path = withIds(`${vote}/joint-acts/{act}`)
    for (const role of everybody.filter(one => one !== 'secretariat' && one !== 'chair-prevention')) {
      const hidden = (observers as readonly string[]).includes(role)
      for (const [method, end] of [
        ['POST', '/confirmation'],
        ['DELETE', ''],
      ] as const) {
        expect([role, (await house.as(role, method, `${path}${end}`)).status]).toEqual([role, hidden ? 404 : 403])
      }
    }
    expect((await house.as('chair-prevention', 'POST', `${path}/confirmation`)).body.type).toMatch(/needs-two-persons/)
    expect((await house.as('secretariat', 'DELETE', withIds('/api/motions/nothing/joint-acts/{act}'))).status).toBe(404)
  })
})

test('[D4] what is hidden is refused as what does not exist, by every route that names it', async () => {
  const nothing = Object.fromEntries(Object.keys(ids).map(name => [name, 'f'.repeat(32)]))
  const named = operations.flatMap(({ method, path }) => {
    const place = hidden.find(one => path.startsWith(one.replace(/\{\w+\}/, '{id}')))
    const rest = place === undefined ? '' : path.slice(place.replace(/\{\w+\}/, '{id}').length)
    return place === undefined ? [] : [{ method, path: `${place}${rest}` }]
  })
  expect(named.length).toBeGreaterThan(18)
  for (const { method, path } of named) {
    const row = rows.find(one => one.method === method && one.path === path)
    const address = path.replace('{jointAct}', '{act}')
    const answers = []
    for (const from of [ids, nothing]) {
      const { status, body } = await house.as('io-migration', method, withIds(address, from), row?.body?.())
      answers.push({ status, body })
    }
    expect([path, answers[0]]).toEqual([path, answers[1]])
    expect([path, answers[0]?.status]).toEqual([path, 404])
  }
})

describe('every route there is', () => {
  test('asks to sign in, but for those that are open to whoever comes', async () => {
    const open: string[] = []
    for (const { method, path } of operations) {
      const asJson = { headers: { 'content-type': 'application/json' }, body: '{}' }
      const response = await fetch(`${server.url}${withIds(path)}`, { method, ...(method !== 'GET' && asJson) })
      await response.arrayBuffer()
      if (response.status !== 401) open.push(`${method} ${path}`)
    }
    expect(open.toSorted()).toEqual([
      'DELETE /api/session',
      'GET /api/invitations/{token}',
      'GET /api/record/checkpoint',
      'GET /api/record/checkpoints/{size}',
      'GET /api/record/key',
      'GET /api/record/proof/consistency',
      'GET /api/record/proof/inclusion',
      'GET /api/setup/{token}',
      'GET /api/workspace',
      'POST /api/invitations/{token}/accept',
      'POST /api/invitations/{token}/passkey-options',
      'POST /api/session',
      'POST /api/session/passkey',
      'POST /api/session/passkey/options',
      'POST /api/setup',
    ])
  })

  test('[V1] refuses whoever is suspended by that name, and their session opens nothing else', async () => {
    const role = 'ngo-shelter'
    const cookie = await server.signIn(role)
    const { person } = (await server.call(cookie, 'GET', '/api/me')).body
    const ask = async (as: string | null, { method, path }: (typeof operations)[number]) => {
      const row = rows.find(one => one.method === method && withIds(one.path) === inVote(path))
      const body = method === 'GET' ? undefined : (row?.body?.() ?? {})
      const headers = { 'content-type': 'application/json', ...(as !== null && { cookie: as }) }
      const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      const response = await fetch(`${server.url}${inVote(path)}`, sent)
      const type = /"type":"(\/problems\/[a-z-]+)"/.exec(await response.text())?.[1] ?? null
      return { method, path, status: response.status, type }
    }
    const inVote = (path: string) => withIds(path.replace('/motions/{id}', '/motions/{motion}'))
    // Signing out is last: it ends what this is about.
    const all = operations.filter(({ method, path }) => `${method} ${path}` !== 'DELETE /api/session')
    const strangers = await Promise.all(all.map(one => ask(null, one)))

    await sure(house.as('secretariat', 'PUT', `/api/persons/${person.id}/suspension`))
    for (const one of strangers) {
      const isOpen = one.type !== '/problems/sign-in-required'
      const refused = { ...one, status: 403, type: '/problems/access-suspended' }
      expect(await ask(cookie, one)).toEqual(isOpen ? one : refused)
    }
    for (const path of ['/live', `/sync/${await house.sectionId('C.2.1')}`]) {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers: { cookie } })
      expect(await new Promise(resolve => socket.on('close', resolve))).toBe(closeCodes.signInAgain)
    }
    const { entries } = await sure(house.as('rapporteur', 'GET', '/api/record?act=ballot.refused'))
    const evidence = entries
      .map((entry: any) => JSON.parse(entry.text))
      .filter(({ facts }: any) => facts.problem === 'access-suspended')
    // A ballot and a paper: by whom, and not for whom.
    const attempt = { actor: person.id, subject: ids['motion'] }
    expect(evidence).toMatchObject([attempt, attempt])
    expect(JSON.stringify(evidence)).not.toContain(ids['person'])

    await sure(house.as('secretariat', 'DELETE', `/api/persons/${person.id}/suspension`))
    for (const one of strangers) expect(await ask(cookie, one)).toEqual(one)
    house = enterHouse(server)
    expect((await house.as(role, 'GET', '/api/me')).status).toBe(200)
  }, 60_000)

  test.each([
    '1',
    '-1',
    '0',
    '1e308',
    '9007199254740993',
    '1.5',
    'NaN',
    '__proto__',
    '%00',
    '%F0%9F%99%82',
    'a'.repeat(5_000),
  ])('answers %s in the place of any id or number, and never by failing', async odd => {
    for (const { method, path } of operations) {
      if (method !== 'GET' || !path.includes('{')) continue
      const address = path.replaceAll(/\{\w+\}/g, odd)
      const response = await fetch(`${server.url}${address}`, {
        headers: { cookie: await house.cookie('secretariat') },
      })
      expect([address.slice(0, 200), response.status < 500]).toEqual([address.slice(0, 200), true])
      await response.arrayBuffer()
    }
    for (const query of [
      'inclusion?number=',
      'inclusion?number=1&size=',
      'consistency?from=',
      'consistency?from=1&to=',
    ]) {
      const response = await fetch(`${server.url}/api/record/proof/${query}${odd}`)
      expect([query, response.status]).toEqual([
        query,
        expect.toSatisfy(status => [200, 400, 404].includes(status as number)),
      ])
      await response.arrayBuffer()
    }
  })
})
