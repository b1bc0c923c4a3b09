/** What a version changes: on its own page, in the vote on it, in the ballot, in what is signed and on the public page. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { demoPassword, enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { Visitors } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const code = 'C.3.1'
const sentence = 'Every shelter has a room for children.'

let server: TestServer
let house: House
let gallery: Gallery
let first: string
let second: string
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  gallery = new Gallery(browser, server)
  first = await adopted(code)
  const text = await openText(server.url, await house.cookie('welfare'), await house.sectionId(code))
  text.write(sentence)
  await expect
    .poll(async () => JSON.stringify(await sure(house.as('welfare', 'GET', await previewPath()))))
    .toContain(sentence)
  text.leave()
  second = await house.submit(code)
})
test.afterAll(async () => {
  await gallery.close()
  await visitors.leave()
  await server.close()
})

const previewPath = async () => `/api/sections/${await house.sectionId(code)}/preview`

/** The version that stands adopted, or the live text adopted now. */
async function adopted(of: string): Promise<string> {
  const section = await sure(house.as('secretariat', 'GET', `/api/sections/${await house.sectionId(of)}`))
  const standing = section.versions.find((version: { state: string }) => version.state === 'adopted')
  return standing?.id ?? house.adoptSection(of)
}

const enter = (browser: Browser, role: string | null) => visitors.enter(browser, server, role)

test('[E9] a version page compares with the version adopted last, and its address carries the pair', async ({
  browser,
}) => {
  const page = await enter(browser, 'interior')
  await page.goto(`/versions/${second}`)
  await page.getByRole('tab', { name: 'Compare with another version' }).click()
  await expect(page).toHaveURL(new RegExp(`from=${first}`))
  await expect(page.locator('ins')).toHaveText([`inserted: ${sentence} end of insertion`])
  await expect(page.locator('del')).toHaveCount(0)
  await expect(page.getByText('Show', { exact: false }).filter({ hasText: 'unchanged' }).first()).toBeVisible()
  await page.goto(`/versions/${first}?from=${second}`)
  await expect(page.locator('del')).toHaveText([`deleted: ${sentence} end of deletion`])
  await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue(second)
})

test('[E9] where nothing was adopted before, that is said', async ({ browser }) => {
  const page = await enter(browser, 'interior')
  await page.goto(`/versions/${first}?from=adopted`)
  await expect(page.getByText('No version of this section was adopted before this one')).toBeVisible()
})

test('[E9, V4] the exact text and its changes are one press away from the ballot, which stays filled in', async ({
  browser,
}) => {
  const motionId = await house.openVote('chair-protection', 'sectionVersion', second)
  const page = await enter(browser, 'welfare')
  await page.goto(`/motions/${motionId}`)
  await page.getByRole('radio', { name: /^Yes/ }).check()
  await page
    .getByRole('form')
    .or(page.locator('form'))
    .getByRole('button', { name: 'Changes since the adopted version' })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('ins')).toContainText(sentence)
  await dialog.getByRole('tab', { name: 'Text' }).click()
  await expect(dialog.getByText(sentence)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: /^Yes/ })).toBeChecked()
  await gallery.look([
    { as: 'interior', path: `/versions/${second}?from=${first}`, title: /./, when: seesInsertion },
    {
      as: 'welfare',
      path: `/motions/${motionId}`,
      title: /./,
      when: async vote => {
        await vote.getByRole('button', { name: 'Changes since the adopted version' }).first().click()
        await seesInsertion(vote)
      },
    },
  ])
  await house.castAllYes(motionId, 'chair-protection')
  await house.close('chair-protection', motionId)
})

const seesInsertion = (page: Page) => expect(page.locator('ins')).toContainText(sentence)

test('[E4, E9] what the National Co-ordinator signs and what the public reads show each changed section', async ({
  browser,
}) => {
  const endorse = async (id: string) => {
    const { challenge } = await sure(
      house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement/options`, { as: null }),
    )
    const confirmation = { method: 'workspaceKey', challenge, password: demoPassword }
    await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement`, confirmation))
    await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
  }
  const plan = (await sure(house.as('secretariat', 'GET', '/api/plans')))[0]
  for (const section of plan.sections.filter((one: { code: string }) => one.code !== code)) {
    const waivedReason = 'Covered by another law.'
    await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
  }
  await endorse(await house.adoptPlan('nap'))
  const reader = await enter(browser, null)
  await reader.goto('/published/nap')
  await expect(reader.locator('.since')).toHaveCount(0)

  const text = await openText(server.url, await house.cookie('welfare'), await house.sectionId(code))
  text.write('Each of them is inspected once a year.')
  await expect
    .poll(async () => JSON.stringify(await sure(house.as('welfare', 'GET', await previewPath()))))
    .toContain('inspected')
  text.leave()
  await house.adoptSection(code)
  const candidate = await house.adoptPlan('nap')

  const coordinator = await enter(browser, 'coordinator')
  await coordinator.goto(`/plan-versions/${candidate}`)
  await coordinator.getByRole('button', { name: 'Review and endorse' }).click()
  const signing = coordinator.getByRole('dialog')
  await signing.locator('summary').filter({ hasText: code }).click()
  await expect(signing.locator('ins')).toContainText('inspected')
  await coordinator.keyboard.press('Escape')
  await endorse(candidate)

  // A browser keeps the address of the latest for a minute.
  await reader.goto('/published/nap/2')
  await reader.getByText('What changed since version 1').click()
  await expect(reader.locator('.since ins')).toContainText('inspected')
  await gallery.look([
    {
      as: null,
      path: '/published/nap/2',
      title: /./,
      when: page => page.getByText('What changed since version 1').click(),
    },
    {
      as: 'coordinator',
      path: `/plan-versions/${candidate}`,
      title: /./,
      when: async page => {
        await page.locator('summary').filter({ hasText: code }).click()
        await expect(page.locator('ins')).toContainText('inspected')
      },
    },
  ])
})
