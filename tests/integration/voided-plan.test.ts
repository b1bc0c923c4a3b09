/** Votes on a plan version and on what it is made of, voided, over a real server: what holds what, and what the file says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBundle, verifyBundle, type Bundle } from '#shared/endorsement'
import { demoPassword, enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { verifySignature } from '../../server/endorsement/node-signature.ts'

let server: TestServer
let house: House
let planId: string

const chair = 'chair-children'
const code = 'Ch.B.1'

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  const plan = (await get('/api/plans')).find(({ kind }: any) => kind === 'children')
  planId = plan.id
  for (const section of plan.sections) {
    if (section.code === code) continue
    const waivedReason = 'Covered by another law of the country.'
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
  }
}, 60_000)
afterAll(() => server.close())

const get = (path: string) => sure(house.as('secretariat', 'GET', path))
const planState = async (id: string): Promise<string> => (await get(`/api/plan-versions/${id}`)).state
const sectionState = async (id: string): Promise<string> => (await get(`/api/versions/${id}`)).state
const assemble = async (): Promise<string> => (await sure(house.as(chair, 'POST', '/api/plan-versions', { planId }))).id

async function vote(kind: 'sectionVersion' | 'planVersion', id: string, choice: 'YES' | 'NO' = 'YES') {
  const motionId = await house.openVote(chair, kind, id)
  if (choice === 'YES') await house.castAllYes(motionId, chair)
  else for (const role of ['child-agency', 'welfare', 'education', 'ngo-children']) await cast(role, motionId, choice)
  await sure(house.close(chair, motionId))
  return motionId
}

async function cast(role: string, motionId: string, choice: string): Promise<void> {
  const { mySeats, subject } = await sure(house.as(role, 'GET', `/api/motions/${motionId}`))
  const ballot = { seatId: mySeats[0].seatId, choice, digest: subject.digest }
  await sure(house.as(role, 'POST', `/api/motions/${motionId}/ballots`, ballot))
}

/** @returns why not, or null where it was voided */
async function voided(motionId: string): Promise<string | null> {
  const act = { act: 'void', cause: 'wrongText', text: 'An annex was missing.' } as const
  const { status, body } = await house.together(motionId, act, chair, 'secretariat')
  if (status < 300) return null
  expect([status, body.type]).toEqual([409, '/problems/vote-not-voidable'])
  return body.because
}

let section: string
let sectionVote: string
let planVersion: string

test('[V13] a section stays adopted for as long as a plan version that it stands in may be adopted', async () => {
  section = await house.submit(code)
  sectionVote = await vote('sectionVersion', section)
  planVersion = await assemble()
  expect(await voided(sectionVote)).toBe('inPlan')
  const planVote = await vote('planVersion', planVersion)
  expect(await planState(planVersion)).toBe('adopted')
  expect(await voided(sectionVote)).toBe('inPlan')
  expect(await voided(planVote)).toBeNull()
  expect(await planState(planVersion)).toBe('candidate')
  // It waits for another vote, with this section in it.
  expect(await voided(sectionVote)).toBe('inPlan')
})

test('[V13] of a rejected plan version the sections are free, and once one is undone that vote is not', async () => {
  const rejecting = await vote('planVersion', planVersion, 'NO')
  expect(await planState(planVersion)).toBe('rejected')
  expect(await voided(sectionVote)).toBeNull()
  expect(await sectionState(section)).toBe('submitted')
  expect(await voided(rejecting)).toBe('textMovedOn')
  expect(await planState(planVersion)).toBe('rejected')

  // Adopted by another vote, the section makes another plan version; this one still names the vote that was voided.
  await vote('sectionVersion', section)
  expect(await voided(rejecting)).toBe('textMovedOn')
})

test('[E5] [V13] a version that was superseded comes back only if each of its sections stands adopted', async () => {
  const first = await assemble()
  await vote('planVersion', first)
  const [{ id: sectionId }] = (await get('/api/plans'))
    .find(({ id }: any) => id === planId)
    .sections.filter((one: any) => one.code === code)
  const { motions } = await get(`/api/motions?subject=${section}`)
  const adopting = motions.find(({ outcome }: any) => outcome === 'ADOPTED').id
  const other = (await get('/api/plans'))
    .find(({ id }: any) => id === planId)
    .sections.find((one: any) => one.code !== code)
  await sure(house.as('secretariat', 'PATCH', `/api/sections/${other.id}`, { waivedReason: null }))
  await house.adoptSection(other.code)
  await sure(house.as('secretariat', 'PATCH', `/api/sections/${sectionId}`, { waivedReason: 'Not needed after all.' }))
  const second = await assemble()
  const secondVote = await vote('planVersion', second)
  expect([await planState(first), await planState(second)]).toEqual(['superseded', 'adopted'])
  expect(await voided(adopting)).toBeNull()
  expect(await voided(secondVote)).toBeNull()
  expect([await planState(first), await planState(second)]).toEqual(['superseded', 'candidate'])
})

test('[E6] [V13] the file of an endorsed plan says that votes on its texts were voided, and verifies', async () => {
  const { id } = (await get(`/api/plan-versions?planId=${planId}`)).find(({ state }: any) => state === 'candidate')
  await vote('planVersion', id)
  await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/note`))
  const options = await sure(
    house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement/options`, { as: 'separate' }),
  )
  const confirmation = { method: 'workspaceKey', challenge: options.challenge, password: demoPassword }
  await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement`, confirmation))
  const response = await fetch(`${server.url}/api/plan-versions/${id}/bundle`, {
    headers: { cookie: await house.cookie('secretariat') },
  })
  const reading = readBundle(new Uint8Array(await response.arrayBuffer()))
  if (reading.kind !== 'bundle') throw new Error(reading.kind)
  const { bundle } = reading
  expect(verifyBundle(bundle, verifySignature)).toMatchObject({ ok: true, facts: { votes: 2, voided: 1 } })
  // With the entry that says so taken out, the chain of what is left is no longer proven whole.
  const cut: Bundle = { ...bundle, record: bundle.record.filter(({ text }) => !text.includes('voteVoided')) }
  expect(verifyBundle(cut, verifySignature)).toMatchObject({ ok: false })
})

test('[L1] the record holds with all of it', async () => {
  expect(await get('/api/record/check')).toMatchObject({ ok: true })
})
