import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dayMs } from '#shared/core'
import {
  cosigned,
  leafDigest,
  parseCheckpoint,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
  workspaceSigned,
} from '#shared/record'
import { verifyEd25519 } from '../../server/ed25519.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { makeWitness } from '../support/witness.ts'

let server: TestServer
const cookies: Record<string, string> = {}
beforeAll(async () => {
  server = await startTestServer({ demo: true })
  for (const role of ['secretariat', 'coordinator', 'io-migration', 'io-children', 'ngo-shelter', 'interior']) {
    cookies[role] = await server.signIn(role)
  }
})
afterAll(() => server.close())

const call = (role: string | null, method: string, path: string, body?: unknown) =>
  server.call(role === null ? null : (cookies[role] ?? null), method, `/api/record${path}`, body)

const note = async (path = '/checkpoint'): Promise<string> => {
  const response = await fetch(`${server.url}/api/record${path}`)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  return response.text()
}

/** The checkpoint of the record as it is now: it is signed within a second of the last act. */
const settled = async (): Promise<{ note: string; size: number; root: string }> => {
  const { size } = (await call('secretariat', 'GET', '/standing')).body
  return vi.waitFor(async () => {
    const text = await note()
    const read = parseCheckpoint(text)
    if (!read || read.size < size) throw new Error('not signed yet')
    return { note: text, size: read.size, root: read.root }
  }, 10_000)
}

describe('anybody, without an account', () => {
  test('[L2] reads the latest checkpoint, and verifies it by the key', async () => {
    const { note: text, size } = await settled()
    const key = (await call(null, 'GET', '/key')).body
    const noteKey = parseVerifierKey(key.verifierKey)
    const read = parseCheckpoint(text)
    expect(read?.origin).toBe(key.origin)
    expect(read && noteKey && workspaceSigned(read, noteKey).map(verifyEd25519)).toEqual([true])
    expect(await note(`/checkpoints/${size}`)).toBe(text)
    expect((await call(null, 'GET', `/checkpoints/${size + 1_000}`)).status).toBe(404)
  })

  test('[L2] is given proofs, but no entry', async () => {
    const { size, root } = await settled()
    const inclusion = (await call(null, 'GET', `/proof/inclusion?number=3&size=${size}`)).body
    expect(verifyInclusion({ ...inclusion, index: 2, root })).toBe(true)
    const consistency = (await call(null, 'GET', `/proof/consistency?from=3&to=${size}`)).body
    expect(verifyConsistency(consistency)).toBe(true)
    expect(consistency.to.root).toBe(root)
    for (const path of ['/entries', '', '/check', '/standing', '/witnesses']) {
      expect([path, (await call(null, 'GET', path)).status]).toEqual([path, 401])
    }
    for (const path of ['/proof/inclusion?number=0', '/proof/inclusion?number=x', '/proof/consistency?from=2&to=a']) {
      expect((await call(null, 'GET', path)).status).toBe(400)
    }
    expect((await call(null, 'GET', `/proof/consistency?from=4&to=3`)).status).toBe(404)
  })

  test('[L2] a member reads entries by number, each of which is the leaf that is proven', async () => {
    const { entries, size } = (await call('interior', 'GET', '/entries?from=2&limit=3')).body
    expect(entries.map((entry: { number: number }) => entry.number)).toEqual([2, 3, 4])
    const proof = (await call(null, 'GET', `/proof/inclusion?number=4&size=${size}`)).body
    expect(proof.leaf).toBe(leafDigest(entries[2].text))
  })

  test('[L2] every route of it is described', async () => {
    const { paths } = (await server.call(null, 'GET', '/api/openapi.json')).body
    const described = Object.keys(paths).filter(path => path.startsWith('/record'))
    expect(described).toEqual(
      expect.arrayContaining([
        '/record/checkpoint',
        '/record/checkpoints/{size}',
        '/record/key',
        '/record/proof/inclusion',
        '/record/proof/consistency',
        '/record/entries',
        '/record/witnesses',
        '/record/witnesses/{id}/cosignatures',
      ]),
    )
  })
})

describe('witnesses', () => {
  const own = async (role: string) =>
    (await call(role, 'GET', '/witnesses')).body.witnesses.find((witness: { mine: boolean }) => witness.mine)

  test('[L2] are named by Secretariat and Co-ordinator: IO observers, and one NGO seat', async () => {
    const before = (await call('secretariat', 'GET', '/witnesses')).body
    expect(before.witnesses).toEqual([])
    const kinds = new Set(before.candidates.map((one: { constituency: string }) => one.constituency))
    expect(kinds).toEqual(new Set(['OBSERVER', 'NGO']))
    expect((await call('interior', 'GET', '/witnesses')).body.candidates).toEqual([])

    const io = before.candidates.find((one: { constituency: string }) => one.constituency === 'OBSERVER')
    const ngos = before.candidates.filter((one: { constituency: string }) => one.constituency === 'NGO')
    for (const role of ['interior', 'io-migration', 'ngo-shelter']) {
      expect((await call(role, 'POST', '/witnesses', { seatId: io.seatId })).status).toBe(403)
    }
    expect((await call('secretariat', 'POST', '/witnesses', { seatId: io.seatId })).status).toBe(201)
    expect((await call('secretariat', 'POST', '/witnesses', { seatId: io.seatId })).body.type).toMatch(/already/)
    const named = await call('coordinator', 'POST', '/witnesses', { seatId: ngos[0].seatId })
    expect(named.status).toBe(201)
    expect((await call('secretariat', 'POST', '/witnesses', { seatId: ngos[1].seatId })).body.type).toMatch(/ngo-taken/)
    expect((await call('secretariat', 'POST', '/witnesses', { seatId: 'nobody' })).status).toBe(404)
    expect((await call('coordinator', 'POST', `/witnesses/${named.body.id}/end`)).status).toBe(204)
    expect((await call('coordinator', 'POST', `/witnesses/${named.body.id}/end`)).status).toBe(404)
    expect((await call('secretariat', 'POST', '/witnesses', { seatId: ngos[1].seatId })).status).toBe(201)
    const { entries } = (await call('interior', 'GET', '?act=witness')).body
    expect(entries.map((entry: { act: string }) => entry.act)).toEqual([
      'witness.named',
      'witness.ended',
      'witness.named',
      'witness.named',
    ])
  })

  test('[L2] a state’s seat is no witness', async () => {
    const { seats } = (await server.call(cookies['interior'] ?? null, 'GET', '/api/me')).body
    const refused = await call('secretariat', 'POST', '/witnesses', { seatId: seats[0].seatId })
    expect([refused.status, refused.body.type]).toEqual([422, expect.stringMatching(/not-eligible/)])
  })

  test('[L2] co-sign with a key of their own; the note is handed out with it and verifies', async () => {
    const witness = makeWitness()
    const role = (await own('io-migration')) ? 'io-migration' : 'io-children'
    const { id } = await own(role)
    const checkpoint = await settled()
    const line = witness.cosign(checkpoint.note, Date.now())
    const hand = (as: string, body: unknown) => call(as, 'POST', `/witnesses/${id}/cosignatures`, body)
    expect((await hand(role, { size: checkpoint.size, line })).body.type).toMatch(/without-key/)
    const put = (as: string, key: string) => call(as, 'PUT', `/witnesses/${id}/key`, { key, madeIn: 'browser' })
    expect((await put('interior', witness.verifierKey)).status).toBe(404)
    expect((await put(role, `${witness.verifierKey.slice(0, -4)}AAAA`)).body.type).toMatch(/not-valid/)
    const ours = (await call(null, 'GET', '/key')).body
    expect((await put(role, Buffer.from(ours.publicKey, 'base64url').toString('base64'))).body.type).toMatch(/taken/)
    expect((await put(role, witness.verifierKey)).status).toBe(204)
    expect((await put(role, witness.verifierKey)).body.type).toMatch(/taken/)

    const forged = makeWitness().cosign(checkpoint.note, Date.now())
    const refused = [
      forged,
      witness.cosign(checkpoint.note, Date.now() + dayMs),
      witness.cosign(checkpoint.note.replace(`\n${checkpoint.size}\n`, `\n${checkpoint.size + 1}\n`), Date.now()),
      '— nobody AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
    ]
    for (const other of refused) {
      expect((await hand(role, { size: checkpoint.size, line: other })).body.type).toMatch(/cosignature-not-valid/)
    }
    expect((await hand('secretariat', { size: checkpoint.size, line })).status).toBe(404)
    expect((await hand(role, { size: checkpoint.size + 10_000, line })).status).toBe(404)
    expect((await hand(role, { size: checkpoint.size, line })).status).toBe(204)
    expect((await hand(role, { size: checkpoint.size, line })).status).toBe(204)

    const read = parseCheckpoint(await note(`/checkpoints/${checkpoint.size}`))
    const key = parseVerifierKey(witness.verifierKey)
    const found = read && key ? cosigned(read, key) : []
    expect(found.map(verifyEd25519)).toEqual([true])
    expect((await own(role)).last.size).toBe(checkpoint.size)
    expect((await call('interior', 'GET', '/check')).body).toMatchObject({ ok: true })
  })

  test('[L2] the Secretariat is told when none has co-signed for a month, and a witness is asked after a week', async () => {
    const home = async (role: string) => (await server.call(await server.signIn(role), 'GET', '/api/home')).body
    const kinds = async (role: string, list: 'alarms' | 'tasks') =>
      (await home(role))[list].map((one: { kind: string }) => one.kind)
    expect(await kinds('secretariat', 'alarms')).not.toContain('recordUnwitnessed')
    const role = (await own('io-migration')) ? 'io-migration' : 'io-children'
    expect(await kinds(role, 'tasks')).not.toContain('cosignRecord')
    server.advance(31 * dayMs)
    expect(await kinds('secretariat', 'alarms')).toContain('recordUnwitnessed')
    expect(await kinds('interior', 'alarms')).not.toContain('recordUnwitnessed')
    expect(await kinds(role, 'tasks')).toContain('cosignRecord')
  })
})

describe('npm run verify', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plenary-verify-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const keep = async (name: string, content: string): Promise<string> => {
    const file = join(folder, name)
    await writeFile(file, content)
    return file
  }
  const verify = (...args: readonly string[]) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'server/verify.ts', ...args], { encoding: 'utf8' })
    return { code: run.status, said: `${run.stdout}${run.stderr}` }
  }
  const exported = async () => {
    const response = await fetch(`${server.url}/api/record/export`, {
      headers: { cookie: await server.signIn('rapporteur') },
    })
    return response.text()
  }

  test('[L2] checks the whole record, names an altered entry, and compares with a checkpoint that was kept', async () => {
    const earlier = await keep('checkpoint.txt', (await settled()).note)
    const text = await exported()
    const file = await keep('record.jsonl', text)
    expect(verify(file)).toMatchObject({ code: 0, said: expect.stringContaining('VALID: the record plenary/record/') })
    expect(verify(file, '--since', earlier)).toMatchObject({ code: 0, said: expect.stringContaining('continues') })
    expect(verify('--since', earlier, file).code).toBe(0)

    const lines = text.split('\n')
    const altered = await keep(
      'altered.jsonl',
      lines.map((line, at) => (at === 7 ? line.replace('act', 'bct') : line)).join('\n'),
    )
    expect(verify(altered)).toMatchObject({ code: 1, said: expect.stringContaining('record/7: was altered') })
  })

  test('[L2] says what it cannot read', async () => {
    const file = await keep('record.jsonl', await exported())
    const other = await keep('other.txt', 'something else')
    expect(verify(file, '--since', other)).toMatchObject({ code: 2, said: expect.stringContaining('is no checkpoint') })
    expect(verify(other).code).toBe(2)
    expect(verify(file, '--since').code).toBe(2)
    expect(verify(join(folder, 'nothing')).code).toBe(2)
  })
})

test('[L1] the acts of a group are those on everything that belongs to it, and of no other group', async () => {
  // Days have gone by since the others signed in.
  const cookie = await server.signIn('secretariat')
  const { body: groups } = await server.call(cookie, 'GET', '/api/groups')
  const actsOf = async (code: string): Promise<ReadonlySet<string>> => {
    const { id } = groups.find((group: any) => group.code === code)
    const acts = new Set<string>()
    let page = `?limit=100&group=${id}`
    for (;;) {
      const { body } = await server.call(cookie, 'GET', `/api/record${page}`)
      for (const { act } of body.entries) acts.add(act)
      if (body.next === null) return acts
      page = `?limit=100&group=${id}&before=${body.next}`
    }
  }
  const nwg = await actsOf('nwg')
  for (const act of [
    'agendaItem.added',
    'attendance.arrived',
    'actionItem.set',
    'minutes.circulated',
    'paper.added',
    'statement.filed',
    'termsVersion.adopted',
    'meeting.convened',
  ]) {
    expect(nwg).toContain(act)
  }
  const protection = await actsOf('protection')
  expect(protection).toContain('termsVersion.submitted')
  expect(protection).toContain('meetingSeries.begun')
  expect(protection).not.toContain('attendance.arrived')
})
