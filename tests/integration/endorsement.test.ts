/** From adopted sections to a published plan, over a real server and its database. */
import Sqlite from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '#shared/core'
import { readBundle, verifyBundle } from '#shared/endorsement'
import { demoPassword, enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { makePasskey } from '../support/authenticator.ts'
import { loadActor } from '#server/group'
import { endorse } from '../../server/endorsement/endorse.ts'
import { verifySignature } from '../../server/endorsement/node-signature.ts'
import { noteOverdue } from '../../server/endorsement/note.ts'
import { sendBack } from '../../server/endorsement/send-back.ts'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
}, 120_000)
afterAll(() => server.close())

async function planOf(kind: 'nap' | 'children') {
  return (await sure(house.as('secretariat', 'GET', '/api/plans'))).find((plan: any) => plan.kind === kind)
}
const assemble = async (role: string, kind: 'nap' | 'children') =>
  house.as(role, 'POST', '/api/plan-versions', { planId: (await planOf(kind)).id })
const read = (id: string) => sure(house.as('secretariat', 'GET', `/api/plan-versions/${id}`))
/** What the vote on it says that its text is compared with. */
const comparedWith = async (id: string) => {
  const [vote] = (await sure(house.as('secretariat', 'GET', `/api/motions?subject=${id}`))).motions
  return (await sure(house.as('secretariat', 'GET', `/api/motions/${vote.id}`))).comparedWith
}
const prepare = (id: string, as: 'separate' | 'annex' | null = null, role = 'coordinator') =>
  house.as(role, 'POST', `/api/plan-versions/${id}/endorsement/options`, { as })
const confirm = (id: string, challenge: string, password = demoPassword) =>
  house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement`, {
    method: 'workspaceKey',
    challenge,
    password,
  })
const signByPassword = async (id: string, as: 'separate' | 'annex' | null = null) =>
  confirm(id, (await sure(prepare(id, as))).challenge)
const typeOf = ({ status, body }: { status: number; body: any }) => `${status} ${body?.type ?? ''}`

/** Waives all sections of a plan but a few, so that the way is short. */
async function waiveAllBut(kind: 'nap' | 'children', codes: readonly string[]) {
  for (const section of (await planOf(kind)).sections) {
    if (codes.includes(section.code)) continue
    const waivedReason = 'Covered by another law of the country.'
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
  }
}

function alter<T>(work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(server.dataFolder, 'plenary.sqlite'))
  try {
    return work(db)
  } finally {
    db.close()
  }
}

describe('assembling', () => {
  test('[E2] is refused while sections are neither adopted nor waived, and names each', async () => {
    const refused = await assemble('secretariat', 'nap')
    expect(typeOf(refused)).toBe('409 /problems/plan-incomplete')
    expect(refused.body.missing).toContainEqual(expect.objectContaining({ code: 'B.1', reason: 'notAdopted' }))
    const { id } = await planOf('nap')
    const readiness = await sure(house.as('interior', 'GET', `/api/plan-versions/readiness?planId=${id}`))
    expect(readiness).toMatchObject({ ready: 1, waived: 0, mayAssemble: false })
    expect(readiness.missing).toEqual(refused.body.missing)
  })

  test.each([
    ['coordinator', 'nap'],
    ['interior', 'nap'],
    ['rapporteur', 'nap'],
    ['secretariat', 'children'],
    ['coordinator', 'children'],
    ['interior', 'children'],
  ] as const)('[E7] %s may not assemble the plan %s', async (role, kind) => {
    expect((await assemble(role, kind)).status).toBe(403)
  })

  test('[E2] an adopted text and waived sections make a candidate; the same texts make no second one', async () => {
    await waiveAllBut('nap', ['C.3.1', 'C.2.2'])
    await house.adoptSection('C.2.2')
    const { id } = await sure(assemble('secretariat', 'nap'))
    const version = await read(id)
    expect(version).toMatchObject({ number: 1, state: 'candidate', sections: 2, rootFound: version.root })
    expect(version.entries.map((entry: any) => entry.code)).toContain('B.1')
    const again = await assemble('secretariat', 'nap')
    expect(typeOf(again)).toBe('409 /problems/manifest-unchanged')
    expect(again.body).toMatchObject({ number: 1, planVersionId: id })
  })

  test('[E2] a newer candidate takes the place of one that was not adopted; of two at once, one is made', async () => {
    await house.adoptSection('C.2.2').catch(() => null)
    const [section] = (await planOf('nap')).sections.filter((one: any) => one.code === 'B.2')
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason: 'Stands in a law.' }))
    const both = await Promise.all([assemble('secretariat', 'nap'), assemble('secretariat', 'nap')])
    expect(both.map(one => one.status).toSorted()).toEqual([201, 409])
    const versions = await sure(house.as('secretariat', 'GET', '/api/plan-versions'))
    expect(versions.map((one: any) => `${one.number} ${one.state}`)).toEqual(['2 candidate', '1 superseded'])
  })
})

describe('the act of the National Co-ordinator', () => {
  let id: string

  test('[E3] is not possible before the NWG has adopted the whole', async () => {
    const versions = await sure(house.as('secretariat', 'GET', '/api/plan-versions'))
    id = versions[0].id
    expect(typeOf(await prepare(id))).toBe('409 /problems/plan-version-moved-on')
    const motion = await house.openVote('coordinator', 'planVersion', id)
    expect((await assemble('secretariat', 'nap')).body.type).toBe('/problems/candidate-under-vote')
    await house.castAllYes(motion, 'coordinator')
    await sure(house.close('coordinator', motion))
    expect(await read(id)).toMatchObject({ state: 'adopted', grade: { level: 'UNANIMOUS' } })
  })

  test.each(['secretariat', 'interior', 'rapporteur', 'ngo-shelter', 'io-migration'])(
    '[E5] %s cannot prepare it',
    async role => {
      expect([403, 404]).toContain((await prepare(id, null, role)).status)
    },
  )

  test('[E3] sends back with reasons that the NWG reads; then nobody can endorse', async () => {
    expect(
      (await house.as('secretariat', 'POST', `/api/plan-versions/${id}/send-back`, { reasons: 'No.' })).status,
    ).toBe(403)
    expect((await house.as('coordinator', 'POST', `/api/plan-versions/${id}/send-back`, { reasons: ' ' })).status).toBe(
      400,
    )
    const waiting = await sure(prepare(id))
    const reasons = 'The shelter in the north has no budget line.'
    await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/send-back`, { reasons }))
    const seen = await sure(house.as('ngo-shelter', 'GET', `/api/plan-versions/${id}`))
    expect(seen).toMatchObject({ state: 'sentBack', acts: [{ act: 'sentBack', reasons }] })
    expect(typeOf(await confirm(id, waiting.challenge))).toBe('409 /problems/plan-version-moved-on')
  })

  test('[E4] by password: a wrong one is refused, a statement is good for ten minutes and one signature', async () => {
    id = await house.adoptPlan('nap')
    const old = await sure(prepare(id))
    expect(typeOf(await confirm(id, old.challenge, 'not the password'))).toBe('403 /problems/password-refused')
    server.advance(11 * minuteMs)
    expect(typeOf(await confirm(id, old.challenge))).toBe('409 /problems/statement-expired')
    const { challenge, method, statement } = await sure(prepare(id))
    expect(method).toBe('workspaceKey')
    expect(statement).toMatchObject({
      office: 'nationalCoordinator',
      method,
      planVersionId: id,
      shown: { changesSince: null },
    })
    const both = await Promise.all([confirm(id, challenge), confirm(id, challenge)])
    expect(both.map(one => one.status).toSorted()).toEqual([204, 409])
    expect(await read(id)).toMatchObject({ state: 'endorsed', acts: [{ act: 'endorsed', method: 'workspaceKey' }] })
  })

  test('[E10] what is endorsed and not published is not public', async () => {
    for (const path of ['/published/nap', '/published/nap/3', '/published/nap/3/bundle.json']) {
      expect((await fetch(server.url + path)).status).toBe(404)
    }
    expect((await house.as('coordinator', 'POST', `/api/plan-versions/${id}/publication`)).status).toBe(403)
    await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
    expect((await fetch(`${server.url}/published/nap`)).status).toBe(200)
  })

  test('[E8] a later version has votes of its own, shows what changed, and supersedes when it is published', async () => {
    const section = (await planOf('nap')).sections.find((one: any) => one.code === 'B.3')
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason: null }))
    await house.adoptSection('B.3')
    const later = await house.adoptPlan('nap')
    const version = await read(later)
    expect(version.since).toMatchObject({ number: 3 })
    expect(version.entries.filter((one: any) => one.change === 'changed').map((one: any) => one.code)).toEqual(['B.3'])
    expect([await comparedWith(id), await comparedWith(later)]).toEqual([null, 3])
    expect((await read(id)).state).toBe('published')
    await signByPasskey(later)
    await sure(house.as('secretariat', 'POST', `/api/plan-versions/${later}/publication`))
    expect((await read(id)).state).toBe('superseded')
    expect(await (await fetch(`${server.url}/published/nap/3`)).text()).toContain('A later version of this plan')
    id = later
  })

  /** With a passkey of the National Co-ordinator, made in software. */
  async function signByPasskey(versionId: string) {
    const passkey = makePasskey(server.url)
    const made = await sure(house.as('coordinator', 'POST', '/api/me/passkeys/options'))
    await sure(
      house.as('coordinator', 'POST', '/api/me/passkeys', { name: 'Key', response: passkey.attest(made.challenge) }),
    )
    const { method, challenge, options } = await sure(prepare(versionId))
    expect(method).toBe('passkey')
    expect(options.challenge).toBe(challenge)
    expect(typeOf(await confirm(versionId, challenge))).toBe('409 /problems/statement-outdated')
    const unverified = makePasskey(server.url, { verifies: false }).assert(challenge, null)
    const path = `/api/plan-versions/${versionId}/endorsement`
    expect((await house.as('coordinator', 'POST', path, { method, challenge, response: unverified })).status).toBe(422)
    const other = passkey.assert('A'.repeat(43), null)
    expect((await house.as('coordinator', 'POST', path, { method, challenge, response: other })).status).toBe(422)
    await sure(house.as('coordinator', 'POST', path, { method, challenge, response: passkey.assert(challenge, null) }))
    expect((await read(versionId)).acts[0]).toMatchObject({ act: 'endorsed', method: 'passkey' })
  }

  test('[E6] the file verifies without the server, passkey included, and one altered byte is named', async () => {
    const file = join(server.dataFolder, 'bundle.json')
    const response = await fetch(`${server.url}/published/nap/4/bundle.json`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const reading = readBundle(bytes)
    const verdict = reading.kind === 'bundle' ? verifyBundle(reading.bundle, verifySignature) : null
    expect(verdict).toMatchObject({ ok: true, facts: { method: 'passkey', sections: 3 } })

    const member = await fetch(`${server.url}/api/plan-versions/${id}/bundle`, {
      headers: { cookie: await house.cookie('ngo-hotline') },
    })
    expect(new Uint8Array(await member.arrayBuffer())).toEqual(bytes)

    // Not the blocking kind: the server lives in this process and has connections to keep.
    const run = () =>
      new Promise(resolve => {
        const child = execFile(
          process.execPath,
          ['--import', 'tsx', 'server/verify.ts', file],
          (_error, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
        )
      })
    writeFileSync(file, bytes)
    expect(await run()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('VALID: National Action Plan, version 4'),
    })
    writeFileSync(file, Buffer.from(bytes).toString('utf8').replace('front-line', 'front-lime'))
    expect(await run()).toMatchObject({ status: 1, stderr: expect.stringContaining('sections/C.3.1') })
    writeFileSync(file, 'something else')
    expect(await run()).toMatchObject({ status: 2 })
  })

  test('[E10] the file and the pages name no person', async () => {
    const names: string[] = alter(db => db.prepare('SELECT name FROM persons').pluck().all() as string[])
    const pages = ['/published', '/published/nap', '/published/nap?lang=fr', '/published/nap/4/bundle.json']
    for (const path of pages) {
      const text = await (await fetch(server.url + path)).text()
      expect(names.filter(name => text.includes(name))).toEqual([])
    }
  })

  test('[L1] the record’s check finds an altered manifest and an altered signature at their entries', async () => {
    const check = () => sure(house.as('rapporteur', 'GET', '/api/record/check'))
    expect(await check()).toMatchObject({ ok: true })
    const entryOf = (act: string) =>
      alter(db => db.prepare('SELECT max(number) FROM record WHERE act = ? AND subject_id = ?').pluck().get(act, id))
    const manifest = alter(db =>
      db.prepare('SELECT manifest FROM plan_versions WHERE id = ?').pluck().get(id),
    ) as string
    const set = (column: 'manifest', value: string) =>
      alter(db => db.prepare(`UPDATE plan_versions SET ${column} = ? WHERE id = ?`).run(value, id))
    set('manifest', manifest.replace('"number":4', '"number":5'))
    expect(await check()).toMatchObject({ ok: false, number: entryOf('planVersion.assembled') })
    // What was read a moment ago may be shown for ten seconds.
    server.advance(10_000)
    expect((await fetch(`${server.url}/published/nap`)).status).toBe(503)
    set('manifest', manifest)
    const signature = alter(db =>
      db
        .prepare("SELECT signature FROM endorsement_acts WHERE plan_version_id = ? AND act = 'endorsed'")
        .pluck()
        .get(id),
    ) as string
    const sign = (value: string) =>
      alter(db => db.prepare('UPDATE endorsement_acts SET signature = ? WHERE plan_version_id = ?').run(value, id))
    sign(`${signature} `)
    expect(await check()).toMatchObject({ ok: false, number: entryOf('endorsement.given') })
    sign(signature)
    expect(await check()).toMatchObject({ ok: true })
  })
})

describe('the children’s plan', () => {
  let id: string

  test('[E7] is adopted by its own group, and noted after fourteen days if the NWG says nothing', async () => {
    await waiveAllBut('children', ['Ch.B.1', 'Ch.B.2'])
    await house.adoptAll('children')
    id = await house.adoptPlan('children')
    const version = await read(id)
    expect(version).toMatchObject({ state: 'adopted', noteDueAt: version.adoptedAt + 14 * dayMs })
    expect(typeOf(await prepare(id, 'annex'))).toBe('409 /problems/plan-version-moved-on')
    expect((await house.as('chair-children', 'POST', `/api/plan-versions/${id}/note`)).status).toBe(403)
    server.advance(14 * dayMs - hourMs)
    expect(await noteOverdue(server.deps)).toBe(0)
    server.advance(2 * hourMs)
    // Or the server's own clock was quicker: it is noted either way.
    await noteOverdue(server.deps)
    house = enterHouse(server)
    expect(await read(id)).toMatchObject({ state: 'noted' })
  })

  test('[E7] endorsed as an annex, its root stands in the next NAP manifest; the NAP endorsed before is untouched', async () => {
    const { challenge, method, statement } = await sure(prepare(id, 'annex'))
    expect(statement.as).toBe('annex')
    expect(method).toBe('passkey')
    // The device with the passkey is lost; the person removes it and signs by password.
    alter(db => db.prepare('DELETE FROM passkeys').run())
    expect((await confirm(id, challenge)).status).toBe(409)
    expect((await signByPassword(id, 'annex')).status).toBe(204)
    const annex = await read(id)
    expect(annex).toMatchObject({ state: 'endorsed', endorsedAs: 'annex' })
    const { id: next } = await sure(assemble('secretariat', 'nap'))
    expect((await read(next)).annex).toEqual({ planVersionId: id, number: 1, root: annex.root })
    const versions = await sure(house.as('secretariat', 'GET', '/api/plan-versions'))
    expect(versions.find((one: any) => one.plan.kind === 'nap' && one.number === 4).state).toBe('published')
  })
})

test('[E5] the office is asked at the moment of the act: whoever lost it between laying out and signing is refused', async () => {
  const versions = await sure(house.as('secretariat', 'GET', '/api/plan-versions'))
  const { id } = versions.find((one: any) => one.plan.kind === 'nap' && one.state === 'candidate')
  const motion = await house.openVote('coordinator', 'planVersion', id)
  await house.castAllYes(motion, 'coordinator')
  await sure(house.close('coordinator', motion))
  const { challenge } = await sure(prepare(id))
  const { person } = await sure(house.as('coordinator', 'GET', '/api/me'))
  const stillInOffice = await loadActor(server.deps.read, person.id, server.deps.now())

  const offices = await sure(house.as('secretariat', 'GET', '/api/offices'))
  const term = offices.find((one: any) => one.office === 'nationalCoordinator' && one.inForce)
  await sure(house.as('secretariat', 'POST', `/api/offices/${term.id}/end`))
  expect((await confirm(id, challenge)).status).toBe(404)
  const confirmation = { method: 'workspaceKey', challenge, password: demoPassword } as const
  const late = await endorse(server.deps, stillInOffice, id, { confirmation, origin: undefined })
  expect(late).toEqual({ ok: false, problem: { type: 'not-in-office' } })
  expect(await sendBack(server.deps, stillInOffice, id, 'Too late.')).toMatchObject({
    problem: { type: 'not-in-office' },
  })
  expect((await read(id)).state).toBe('adopted')
})
