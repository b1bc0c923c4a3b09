/** What is adopted over the objection of the NGO seats: the pages that name what it waits for, and those that print it. */
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { motionsTable } from '#server/db'
import {
  adjournSitting,
  adoptOverObjection,
  beginSitting,
  certify,
  demoPassword,
  enterHouse,
  fileStatement,
  startTestServer,
  sure,
  type House,
  type TestServer,
} from '#tests/support'
import { Gallery, see } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let server: TestServer
let house: House
let gallery: Gallery

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  gallery = new Gallery(browser, server)
})
test.afterAll(async () => {
  await gallery.close()
  await server.close()
})

const way = () => ({ house, chair: 'chair-children', ngoHead: 'ngo-children' })
const title = /./
const dissent = 'Children in shelters are heard last.\n\nThe plan names no guardian before the first interview.'

async function waiveAllBut(code: string): Promise<string> {
  const plans: any[] = await sure(house.as('secretariat', 'GET', '/api/plans'))
  const plan = plans.find(({ kind }) => kind === 'children')
  for (const section of plan.sections) {
    if (section.code === code) continue
    const waivedReason = 'Covered by another law of the country.'
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
  }
  return plan.id
}

test('[V9] terms of reference adopted over objection say that they are not in force, and by whom they come to be', async () => {
  const terms: any[] = await sure(house.as('secretariat', 'GET', '/api/terms'))
  const { id: termsId } = terms.find(({ group }) => group.code === 'prevention')
  const { digest } = await sure(house.as('labour', 'GET', `/api/terms/${termsId}/preview`))
  const { id } = await sure(house.as('labour', 'POST', `/api/terms/${termsId}/versions`, { digest }))
  const prevention = { house, chair: 'chair-prevention', ngoHead: 'ngo-hotline' }
  const motionId = await adoptOverObjection(prevention, 'termsVersion', id)
  await fileStatement(house, motionId, 'ngo-hotline', 'dissent', 'The notice is too short for us.')
  const path = `/terms-versions/${id}`
  await gallery.look([
    { as: 'labour', path, title, when: see('Adopted, and not in force yet') },
    { as: 'labour', path, title, when: see('The notice is too short for us.') },
  ])
  await certify(house, motionId, 'chair-prevention')
  await gallery.look([{ as: 'labour', path, title, when: see('In force since') }])
})

test('[V13] the minutes print what was said to a vote under its count', async () => {
  const motionId = await house.openVote('coordinator', 'sectionVersion', await house.submit('C.1.1'))
  await house.castAllYes(motionId, 'coordinator')
  await sure(house.close('coordinator', motionId))
  await fileStatement(house, motionId, 'finance', 'reservation', 'Not before the budget of 2028.')
  await certify(house, motionId, 'coordinator')
  await fileStatement(house, motionId, 'ngo-shelter', 'explanation', 'We said yes for the sake of the shelters.')
  const sitting = await beginSitting(server, house, { title: 'Autumn meeting', items: ['Structures'], present: [] })
  const [itemId] = sitting.itemIds
  // As if the vote had been opened in it.
  const place = { meetingId: sitting.id, itemId }
  await server.deps.transaction(tx => tx.update(motionsTable).set(place).where(eq(motionsTable.id, motionId)))
  await adjournSitting(server, sitting)
  await sure(house.as('secretariat', 'POST', `/api/meetings/${sitting.id}/minutes/circulate`, {}))
  const path = `/meetings/${sitting.id}/minutes`
  await gallery.look([{ as: 'labour', path, title, when: see('We said yes for the sake of the shelters.') }])
})

test('[E5, V9] section and plan name the vote to certify, and then print what was said', async ({ browser }) => {
  const planId = await waiveAllBut('Ch.B.1')
  const sectionVote = await adoptOverObjection(way(), 'sectionVersion', await house.submit('Ch.B.1'))
  await gallery.look([
    {
      as: 'chair-children',
      path: '/plan-versions',
      title,
      when: see('Chair and Secretariat certify it with the vote'),
    },
  ])
  await fileStatement(house, sectionVote, 'ngo-children', 'dissent', dissent)
  await certify(house, sectionVote, 'chair-children')
  await fileStatement(house, sectionVote, 'welfare', 'explanation', 'The ministry pays for guardians from next year.')

  const { id } = await sure(house.as('chair-children', 'POST', '/api/plan-versions', { planId }))
  const planVote = await adoptOverObjection(way(), 'planVersion', id)
  await fileStatement(house, planVote, 'ngo-children', 'waiver', '')
  await fileStatement(house, planVote, 'education', 'correction', 'We meant to abstain.')
  await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/note`))
  const path = `/plan-versions/${id}`
  await gallery.look([{ as: 'coordinator', path, title, when: see('It cannot be endorsed yet') }])
  await certify(house, planVote, 'chair-children')
  await gallery.look([{ as: 'coordinator', path, title, when: see('We meant to abstain.') }])

  const { challenge } = await sure(house.as('coordinator', 'POST', `/api${path}/endorsement/options`, { as: 'annex' }))
  const signature = { method: 'workspaceKey', challenge, password: demoPassword }
  await sure(house.as('coordinator', 'POST', `/api${path}/endorsement`, signature))
  await sure(house.as('secretariat', 'POST', `/api${path}/publication`))
  await gallery.look([
    { as: null, path: '/published/children?lang=en', title, when: see('Children in shelters are heard last.') },
    { as: null, path: '/published/children?lang=fr', title, when: see('Opinion dissidente') },
  ])

  const page = await browser.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${server.url}/published/children?lang=en`)
  await expect(page.getByText('The plan names no guardian before the first interview.')).toBeVisible()
  await page.close()
})
