/** From live text to endorsed plan, and what happens when somebody alters what is stored. */
import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  await house.adoptAll('nap')
}, 120_000)
afterAll(() => server.close())

/** Endorses as the National Co-ordinator does who has no passkey. */
async function endorse(planVersionId: string, as: 'separate' | 'annex' | null = null) {
  const prepared = await house.as('coordinator', 'POST', `/api/plan-versions/${planVersionId}/endorsement/options`, {
    as,
  })
  if (prepared.status !== 200) return prepared
  return house.as('coordinator', 'POST', `/api/plan-versions/${planVersionId}/endorsement`, {
    method: 'workspaceKey',
    challenge: prepared.body.challenge,
    password: demoPassword,
  })
}

function alter(statement: string, ...values: unknown[]) {
  const db = new Sqlite(join(server.dataFolder, 'plenary.sqlite'))
  try {
    return db.prepare(statement).run(...values)
  } finally {
    db.close()
  }
}

describe('the National Action Plan', () => {
  let id: string

  test('[E2] a candidate is a manifest of adopted digests, and a later edit of a section does not touch it', async () => {
    id = await house.adoptPlan('nap')
    const version = await sure(house.as('secretariat', 'GET', `/api/plan-versions/${id}`))
    expect(version.manifest ?? version.sections ?? version.entries).toBeTruthy()
    expect(version.state).toBe('adopted')
  })

  test('[E5] one altered byte of an adopted text: endorsement is refused with the reason, and the record’s check names the entry', async () => {
    const sectionId = await house.sectionId('C.3.1')
    const [{ id: versionId }] = await sure(house.as('secretariat', 'GET', `/api/sections/${sectionId}/versions`))
    const db = new Sqlite(join(server.dataFolder, 'plenary.sqlite'))
    const { content } = db.prepare('SELECT content FROM section_versions WHERE id = ?').get(versionId) as {
      content: string
    }
    db.close()
    const altered = content.replace('front-line', 'front-lime')
    expect(altered).not.toBe(content)
    alter('UPDATE section_versions SET content = ? WHERE id = ?', altered, versionId)

    const refused = await endorse(id)
    expect(refused.status).toBe(409)
    expect(refused.body.type).toBe('/problems/text-altered')
    expect(JSON.stringify(refused.body)).toContain('C.3.1')

    const check = await sure(house.as('rapporteur', 'GET', '/api/record/check'))
    expect(check.ok).toBe(false)
    const entries = await sure(house.as('rapporteur', 'GET', '/api/record?act=version.submitted'))
    const entry = entries.entries.find(
      (candidate: any) => candidate.subject === versionId || candidate.subject?.id === versionId,
    )
    expect(check.number).toBe(entry.number)

    alter('UPDATE section_versions SET content = ? WHERE id = ?', content, versionId)
    expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
  })

  test('[L1] an altered entry of the record is named', async () => {
    const db = new Sqlite(join(server.dataFolder, 'plenary.sqlite'))
    const { entry } = db.prepare('SELECT entry FROM record WHERE number = 40').get() as { entry: string }
    db.close()
    alter('UPDATE record SET entry = ? WHERE number = 40', entry.replace('"number":40', '"number":41'))
    expect(await sure(house.as('rapporteur', 'GET', '/api/record/check'))).toMatchObject({ ok: false, number: 40 })
    alter('UPDATE record SET entry = ? WHERE number = 40', entry)
  })

  test('[E4] only the holder of the office endorses, and the published page shows exactly the adopted text', async () => {
    const stranger = await house.as('secretariat', 'POST', `/api/plan-versions/${id}/endorsement/options`, { as: null })
    expect(stranger.status).toBe(403)
    expect((await endorse(id)).status).toBeLessThan(300)
    await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
    const page = await fetch(`${server.url}/published/nap`)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('A referral within 24 hours to a shelter or a counselling service of the person’s choice.')
    expect(html).not.toContain('<script')
  })

  test('[E8] an endorsed version cannot be endorsed again', async () => {
    expect((await endorse(id)).status).toBe(409)
  })
})

test('[E7] the children’s plan goes its own way: adopted by its group, noted, endorsed as an annex', async () => {
  await house.adoptAll('children')
  const id = await house.adoptPlan('children')
  expect((await endorse(id, 'annex')).status).toBe(409)
  await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/note`))
  expect((await endorse(id, 'annex')).status).toBeLessThan(300)
  await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
  expect((await fetch(`${server.url}/published/children`)).status).toBe(200)
  expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
}, 60_000)
