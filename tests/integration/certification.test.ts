/** What is adopted over the objection of the NGO seats waits for its certification, over a real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs, hourMs } from '#shared/core'
import { readBundle, verifyBundle } from '#shared/endorsement'
import {
  adoptOverObjection,
  certify,
  demoPassword,
  enterHouse,
  fileStatement,
  startTestServer,
  sure,
  type House,
  type TestServer,
} from '#tests/support'

import { verifySignature } from '../../server/endorsement/node-signature.ts'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
}, 120_000)
afterAll(() => server.close())

const get = (role: string, path: string) => sure(house.as(role, 'GET', path))
const nwg = () => ({ house, chair: 'coordinator', ngoHead: 'ngo-shelter' })
const children = () => ({ house, chair: 'chair-children', ngoHead: 'ngo-children' })
const ngos = ['ngo-shelter', 'ngo-hotline', 'ngo-legal-aid', 'ngo-children'] as const
const planOf = async (kind: 'nap' | 'children') =>
  (await get('secretariat', '/api/plans')).find((plan: any) => plan.kind === kind)
const version = (id: string) => get('coordinator', `/api/plan-versions/${id}`)

async function waiveAllBut(kind: 'nap' | 'children', code: string) {
  for (const section of (await planOf(kind)).sections) {
    if (section.code === code) continue
    const waivedReason = 'Covered by another law of the country.'
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
  }
}
const prepare = (id: string, as: 'annex' | null = null) =>
  house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement/options`, { as })
async function endorse(id: string, as: 'annex' | null = null) {
  const { challenge } = await sure(prepare(id, as))
  const confirmation = { method: 'workspaceKey', challenge, password: demoPassword }
  return house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement`, confirmation)
}
async function assemble(role: string, kind: 'nap' | 'children'): Promise<string> {
  const { id: planId } = await planOf(kind)
  return (await sure(house.as(role, 'POST', '/api/plan-versions', { planId }))).id
}
const waives = async (motionId: string, roles: readonly string[]) => {
  for (const role of roles) await fileStatement(house, motionId, role, 'waiver', '')
}

test('[V9] a rule set adopted over the NGO seats’ objection is in force from its certification', async () => {
  const terms = async () =>
    (await get('secretariat', '/api/terms')).find((one: any) => one.kind === 'nwg' && one.group.code === 'nwg')
  const before = await terms()
  const { settings } = await get('secretariat', `/api/terms/${before.id}`)
  const changes = { 'majority.section': 'TWO_THIRDS' }
  await sure(house.as('secretariat', 'PATCH', `/api/terms/${before.id}/settings`, { digest: settings.digest, changes }))
  const { digest } = await get('interior', `/api/terms/${before.id}/preview`)
  const { id } = await sure(house.as('interior', 'POST', `/api/terms/${before.id}/versions`, { digest }))
  const motionId = await adoptOverObjection(nwg(), 'termsVersion', id)
  const vote = await get('coordinator', `/api/motions/${motionId}`)
  expect(vote).toMatchObject({ outcome: 'ADOPTED_OVER_NGO_OBJECTION' })

  expect(await get('interior', `/api/terms-versions/${id}`)).toMatchObject({ state: 'adopted', inForceAt: null })
  expect(await terms()).toMatchObject({ inForce: before.inForce, pending: { id, state: 'adopted' } })
  const rulesOf = async () => (await get('secretariat', `/api/terms/${before.id}`)).settings.inForce.rules
  expect(await rulesOf()).toMatchObject({ majority: { section: 'SIMPLE' } })

  server.advance(hourMs)
  await waives(motionId, ngos)
  await certify(house, motionId, 'coordinator')
  const after = await terms()
  expect(after).toMatchObject({ inForce: { id }, pending: null })
  expect(after.inForce.since).toBeGreaterThanOrEqual(vote.decidedAt + hourMs)
  expect(await rulesOf()).toMatchObject({ majority: { section: 'TWO_THIRDS' } })
  expect(await get('interior', `/api/terms-versions/${before.inForce.id}`)).toMatchObject({ state: 'superseded' })
  const at = (when: number) => get('interior', `/api/groups/${after.group.id}/terms?at=${when}`)
  expect(await at(after.inForce.since - 1)).toMatchObject({ inForce: { id: before.inForce.id } })
  expect(await at(after.inForce.since)).toMatchObject({ inForce: { id } })
})

test('[V9] of two that wait, the one decided on later is in force in the end, and a minimum counts from then', async () => {
  const { id: termsId } = (await get('secretariat', '/api/terms')).find(
    (one: any) => one.kind === 'nwg' && one.group.code === 'nwg',
  )
  const adopted = async (changes: Record<string, unknown>) => {
    const { settings } = await get('secretariat', `/api/terms/${termsId}`)
    const body = { digest: settings.digest, changes }
    await sure(house.as('secretariat', 'PATCH', `/api/terms/${termsId}/settings`, body))
    const { digest } = await get('interior', `/api/terms/${termsId}/preview`)
    const { id } = await sure(house.as('interior', 'POST', `/api/terms/${termsId}/versions`, { digest }))
    return { id, motionId: await adoptOverObjection(nwg(), 'termsVersion', id) }
  }
  const minimum = async (): Promise<number> => {
    const year = new Date(server.deps.now()).getUTCFullYear()
    const { groups } = await get('secretariat', `/api/participation/${year}`)
    return groups.find((one: any) => one.group.code === 'nwg').seats.minimum
  }
  const first = await adopted({ ngoMinimum: 3 })
  const second = await adopted({ ngoMinimum: 4 })
  expect(await minimum()).toBe(2)
  for (const [{ motionId, id }, least] of [
    [first, 3],
    [second, 4],
  ] as const) {
    server.advance(hourMs)
    await waives(motionId, ngos)
    await certify(house, motionId, 'coordinator')
    expect(await get('secretariat', `/api/terms/${termsId}`)).toMatchObject({ inForce: { id } })
    expect(await minimum()).toBe(least)
  }
})

test('[V13] until then the vote on it can be voided, and the rules stay as they were', async () => {
  const terms = (await get('secretariat', '/api/terms')).find((one: any) => one.group.code === 'prevention')
  const { digest } = await get('labour', `/api/terms/${terms.id}/preview`)
  const { id } = await sure(house.as('labour', 'POST', `/api/terms/${terms.id}/versions`, { digest }))
  const way = { house, chair: 'chair-prevention', ngoHead: 'ngo-hotline' }
  const motionId = await adoptOverObjection(way, 'termsVersion', id)
  const path = `/api/motions/${motionId}/joint-acts`
  const voiding = { act: 'void', cause: 'wrongText', text: 'An annex was missing.' }
  const { id: act } = await sure(house.as('chair-prevention', 'POST', path, voiding))
  await sure(house.as('secretariat', 'POST', `${path}/${act}/confirmation`))
  expect(await get('labour', `/api/terms-versions/${id}`)).toMatchObject({ state: 'submitted', inForceAt: null })
  expect((await get('labour', `/api/terms/${terms.id}`)).inForce).toBeNull()
})

test('[E5] a section adopted over objection makes no candidate before its certification, and the vote is named', async () => {
  await waiveAllBut('children', 'Ch.B.1')
  const { id: planId } = await planOf('children')
  const motionId = await adoptOverObjection(children(), 'sectionVersion', await house.submit('Ch.B.1'))
  const missing = [{ code: 'Ch.B.1', reason: 'dissentMissing', motionId }]
  expect(await get('chair-children', `/api/plan-versions/readiness?planId=${planId}`)).toMatchObject({ missing })
  expect(await house.as('chair-children', 'POST', '/api/plan-versions', { planId })).toMatchObject({
    status: 409,
    body: { type: '/problems/plan-incomplete', missing },
  })
  await waives(motionId, ['ngo-children'])
  await certify(house, motionId, 'chair-children')
  expect(await get('chair-children', `/api/plan-versions/readiness?planId=${planId}`)).toMatchObject({ missing: [] })
})

test('[E5] an annex adopted over objection is noted and not endorsed before its certification', async () => {
  const id = await assemble('chair-children', 'children')
  const motionId = await adoptOverObjection(children(), 'planVersion', id)
  expect(await version(id)).toMatchObject({ state: 'adopted', uncertified: [{ code: 'plan', motionId }] })
  await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/note`))
  expect(await version(id)).toMatchObject({ state: 'noted', may: { endorse: false, sendBack: true } })
  expect(await prepare(id, 'annex')).toMatchObject({
    status: 409,
    body: { type: '/problems/dissent-missing', code: 'plan', motionId },
  })
  server.advance(5 * dayMs)
  house = enterHouse(server)
  await certify(house, motionId, 'chair-children')
  expect(await version(id)).toMatchObject({ uncertified: [], may: { endorse: true } })
  expect(await endorse(id, 'annex')).toMatchObject({ status: 204 })
})

test('[E5] the NAP adopted over objection is not endorsed before its certification', async () => {
  await waiveAllBut('nap', 'C.3.1')
  await house.adoptAll('nap')
  const id = await assemble('secretariat', 'nap')
  const motionId = await adoptOverObjection(nwg(), 'planVersion', id)
  expect(await version(id)).toMatchObject({
    state: 'adopted',
    grade: { suffix: 'NGO_OBJECTS' },
    uncertified: [{ code: 'plan', motionId }],
    may: { endorse: false },
  })
  expect((await prepare(id)).body).toMatchObject({ type: '/problems/dissent-missing', motionId })
  await fileStatement(
    house,
    motionId,
    'ngo-shelter',
    'dissent',
    'Victims are <b>not</b> heard first.\n\nThey should be.',
  )
  await waives(motionId, ngos.slice(1))
  await certify(house, motionId, 'coordinator')
  server.advance(hourMs)
  await fileStatement(house, motionId, 'interior', 'explanation', 'Said once it was certified.')
  const [section] = (await version(id)).entries.filter((entry: any) => entry.vote)
  await fileStatement(house, section.vote.motionId, 'chair-protection', 'correction', 'We meant to abstain.')
  expect(await endorse(id)).toMatchObject({ status: 204 })
  server.advance(hourMs)
  await fileStatement(house, section.vote.motionId, 'health', 'explanation', 'Said after the endorsement.')
  await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
})

const published = async (path: string) => (await fetch(`${server.url}/published/nap${path}`)).text()

test('[V9] the published page prints the dissent with the text and the grade, and names no person', async () => {
  const html = await published('?lang=en')
  const [sections = '', whole = ''] = html.split('id="votes"')
  expect(whole).toContain('NGO seats objecting')
  expect(whole).toContain('Victims are &lt;b&gt;not&lt;/b&gt; heard first.')
  expect(whole.match(/waived its dissent/g)).toHaveLength(3)
  expect(whole).toMatch(/Said once it was certified[^]*after the outcome was certified/)
  expect(sections).toContain('We meant to abstain.')
  expect(html).not.toContain('Said after the endorsement.')
  expect(await published('?lang=fr')).toContain('Opinion dissidente')
  const speakers = ['interior', 'ngo-shelter', 'chair-protection']
  const names = await Promise.all(speakers.map(async role => (await get(role, '/api/me')).person.name))
  expect(names.filter((name: string) => html.includes(name))).toEqual([])
})

test('[E6] the file proves each statement that is printed: one changed byte, and the check names it', async () => {
  const text = await published('/1/bundle.json')
  const check = (bytes: string) => {
    const reading = readBundle(new TextEncoder().encode(bytes))
    if (reading.kind !== 'bundle') throw new Error(reading.kind)
    return verifyBundle(reading.bundle, verifySignature)
  }
  expect(check(text)).toMatchObject({ ok: true, facts: { statements: 6, objections: 1 } })
  expect(check(text.replace('They should be.', 'They would be.'))).toMatchObject({
    ok: false,
    faults: [{ place: 'statements/plan/1', fault: 'digestDiffers' }],
  })
})
