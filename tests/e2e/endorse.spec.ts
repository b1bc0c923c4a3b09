/** Adopted sections become the endorsed plan: candidate, vote of the NWG, passkey, public page; and the children's plan. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { Visitors } from './browser.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let server: TestServer
let house: House
let coordinator: Page
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  await house.adoptAll('nap')
  await house.adoptAll('children')
  coordinator = await enter(browser, 'coordinator')
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string | null) => visitors.enter(browser, server, role)

/** A security key in software, as the browser's own developer protocol gives it. */
async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('the National Co-ordinator adds a passkey', async () => {
  await giveAuthenticator(coordinator)
  await coordinator.goto('/account')
  await coordinator.getByRole('button', { name: 'Add a passkey' }).click()
  const name = coordinator.getByRole('dialog').getByRole('textbox').first()
  if (await name.isVisible().catch(() => false)) {
    await name.fill('Key of the office')
    await coordinator
      .getByRole('dialog')
      .getByRole('button', { name: /Add|Go on|Save/ })
      .click()
  }
  await expect.poll(async () => (await sure(house.as('coordinator', 'GET', '/api/me/passkeys'))).length).toBe(1)
})

let address: string

test('[E2] the Secretariat assembles the candidate, the NWG votes on its root', async ({ browser }) => {
  const secretariat = await enter(browser, 'secretariat')
  await secretariat.goto('/plan-versions')
  await secretariat.getByRole('button', { name: 'Assemble a candidate' }).first().click()
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Assemble a candidate' }).click()
  await expect(secretariat).toHaveURL(/\/plan-versions\/.+/)
  address = new URL(secretariat.url()).pathname

  await coordinator.goto(address)
  await coordinator.getByRole('button', { name: 'Put to the vote' }).click()
  const opening = coordinator.getByRole('dialog', { name: 'Open the vote' })
  await opening.getByRole('button', { name: 'All are present' }).click()
  await opening.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(coordinator).toHaveURL(/\/motions\//)
  const motionId = new URL(coordinator.url()).pathname.split('/').at(-1) ?? ''
  // Who presides casts none; the others do, and the room sees it.
  await expect(coordinator.getByRole('radio', { name: /^Yes/ })).toHaveCount(0)
  const shelter = await enter(browser, 'ngo-shelter')
  await shelter.goto(`/motions/${motionId}`)
  await house.castAllYes(motionId, 'coordinator')
  await expect(shelter.getByText('20 of 20 seats have cast.')).toBeVisible()
  await coordinator.getByRole('button', { name: 'Close the vote now' }).click()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  await expect(shelter.getByRole('heading', { name: 'Adopted', level: 2 })).toBeVisible()
})

test('[E4] the National Co-ordinator endorses with a passkey, and nobody else is offered to', async ({ browser }) => {
  const interior = await enter(browser, 'interior')
  await interior.goto(address)
  await expect(interior.getByRole('heading', { name: 'What happens next' })).toBeVisible()
  await expect(interior.getByRole('button', { name: 'Review and endorse' })).toHaveCount(0)

  await coordinator.goto(address)
  await coordinator.getByRole('button', { name: 'Review and endorse' }).click()
  await coordinator.getByRole('button', { name: 'Endorse with passkey' }).click()
  await expect(coordinator.getByText('Endorsed. The act is in the record.').first()).toBeVisible()
  await expect(coordinator.getByText('Confirmed with a passkey')).toBeVisible()
})

test('[E10] the public page needs no sign-in and shows exactly the adopted text', async ({ browser }) => {
  const secretariat = await enter(browser, 'secretariat')
  await secretariat.goto(address)
  await secretariat.getByRole('button', { name: 'Publish' }).click()
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(secretariat.getByRole('link', { name: /Open the public page/ })).toBeVisible()

  const reader = await enter(browser, null)
  await reader.goto('/published/nap')
  const bundle = await (await fetch(`${server.url}/published/nap/1/bundle.json`)).json()
  const published = (await reader.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
  const paragraphs = adoptedParagraphs(bundle)
  expect(paragraphs.length).toBeGreaterThan(60)
  for (const paragraph of paragraphs) expect(published).toContain(paragraph)
})

test('[E7] the children’s plan goes the same way through its own group and is endorsed as an annex', async ({
  browser,
}) => {
  const id = await house.adoptPlan('children')
  await coordinator.goto(`/plan-versions/${id}`)
  await coordinator.getByRole('button', { name: 'Record as noted' }).click()
  await coordinator
    .getByRole('dialog')
    .getByRole('button')
    .filter({ hasText: /note|Record/i })
    .last()
    .click()
  await coordinator.getByRole('button', { name: 'Review and endorse' }).click()
  await coordinator.getByRole('radio', { name: /As a full annex/ }).check()
  await coordinator.getByRole('button', { name: 'Endorse with passkey' }).click()
  await expect(coordinator.getByText('Endorsed. The act is in the record.').first()).toBeVisible()
  await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
  const reader = await enter(browser, null)
  await reader.goto('/published/children')
  await expect(reader.getByText('A child who has been trafficked is first of all a child.')).toBeVisible()
  const check = await sure(house.as('rapporteur', 'GET', '/api/record/check'))
  expect(check.ok).toBe(true)
})

/** Every paragraph of every adopted text, out of the file that anybody can verify. */
function adoptedParagraphs(bundle: { readonly sections: readonly { readonly text: string }[] }): readonly string[] {
  const found: string[] = []
  const textOf = (node: any): string => node.text ?? (node.content ?? []).map(textOf).join('')
  const walk = (node: any): void => {
    if (node.type === 'paragraph' || node.type === 'heading') found.push(textOf(node).replaceAll(/\s+/g, ' ').trim())
    else for (const child of node.content ?? []) walk(child)
  }
  for (const section of bundle.sections) walk(JSON.parse(section.text).narrative)
  return found.filter(text => text !== '')
}
