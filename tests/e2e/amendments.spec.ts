/** Amendments on the page of their text: words are selected, other words proposed, the vote opened in order. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { Visitors } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const sentence = 'Every shelter has a room for children and a room for those who stay with them.'

let server: TestServer
let house: House
let gallery: Gallery
let version: string
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  gallery = new Gallery(browser, server)
  const sectionId = await house.sectionId('C.3.2')
  const text = await openText(server.url, await house.cookie('welfare'), sectionId)
  text.write(sentence)
  await expect
    .poll(async () => JSON.stringify(await sure(house.as('welfare', 'GET', `/api/sections/${sectionId}/preview`))))
    .toContain(sentence)
  text.leave()
  version = await house.submit('C.3.2')
})
test.afterAll(async () => {
  await gallery.close()
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string) =>
  visitors.enter(browser, server, role, { path: `/versions/${version}` })

async function finish(page: Page, replacement: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Words in their place').fill(replacement)
  await dialog.getByLabel('Reason').fill('It says more.')
  await expect(dialog.locator('ins')).not.toHaveCount(0)
  await dialog.getByRole('button', { name: 'Propose an amendment' }).click()
  await expect(dialog).toHaveCount(0)
}

test('[A2] selected words are amended with the mouse', async ({ browser }) => {
  const page = await enter(browser, 'ngo-shelter')
  const passage = page.getByRole('article').locator('.ui-prose p').filter({ hasText: sentence }).first()
  await expect(page.getByRole('button', { name: 'Propose an amendment' })).toBeVisible()
  await passage.click({ clickCount: 3 })
  await page.getByRole('button', { name: 'Amend these words' }).click()
  await finish(page, 'Quite other words stand in the place of all these.')
  await expect(page.locator('.amendments__item')).toHaveCount(1)
})

test('[A2] a passage is chosen and amended with the keyboard alone', async ({ browser }) => {
  const page = await enter(browser, 'welfare')
  const propose = page.getByRole('button', { name: 'Propose an amendment' })
  await propose.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passage').selectOption({ index: 1 })
  const quote = await dialog.getByLabel('Words as they stand').inputValue()
  await finish(page, `${quote} And soon.`)
  await expect(page.locator('.amendments__item')).toHaveCount(2)
})

test('[V4] the furthest is offered to the vote first, and the text says why it waits', async ({ browser }) => {
  const page = await enter(browser, 'chair-protection')
  await expect(page.locator('.amendments__item').first()).toContainText('Quite other words')
  await expect(page.getByRole('button', { name: 'Put this amendment to the vote' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Put to the vote' }).click()
  await expect(page.getByRole('dialog')).toContainText('2 amendments to this text wait for their votes.')
})

test('[A2] the page reads well at a desk and on a telephone', async () => {
  await gallery.look([
    {
      as: 'ngo-shelter',
      path: `/versions/${version}`,
      title: /./,
      when: page => expect(page.locator('.amendments__item')).toHaveCount(2),
    },
  ])
})
