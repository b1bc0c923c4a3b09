/** A part of a section's text cannot be read: what its members and the Secretariat see, and how it is opened again. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enterHouse, openText, spoilText, startTestServer, type House, type TestServer } from '#tests/support'
import { textOf, Visitors } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let server: TestServer
let house: House
/** Opened again in the course of the test, and looked at as it stands still. */
let resumed: string
let damaged: string
const visitors = new Visitors()

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  resumed = await house.sectionId('C.2.2')
  damaged = await house.sectionId('C.2.3')
  for (const id of [resumed, damaged]) {
    const [hotline, inspectorate, reader] = await Promise.all(
      ['ngo-hotline', 'labour-inspectorate', 'rapporteur'].map(async role =>
        openText(server.url, await house.cookie(role), id),
      ),
    )
    if (!hotline || !inspectorate || !reader) throw new Error('nobody is there')
    for (const [writer, sentence] of [
      [hotline, 'Information reaches those who leave before they leave.'],
      [hotline, 'The hotline answers in six languages.'],
      [inspectorate, 'Inspectors hand out its number.'],
    ] as const) {
      writer.write(sentence)
      await reader.sees(sentence)
    }
    for (const client of [hotline, inspectorate, reader]) client.leave()
  }
  server = await server.restart(async () => {
    for (const id of [resumed, damaged]) await spoilText(server.dataFolder, id, 2)
  })
  house = enterHouse(server)
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string) => visitors.enter(browser, server, role)

/** A page that begins afresh says so for a while first. */
const says = (page: Page, status: string) =>
  expect(page.getByText(status, { exact: true })).toBeVisible({ timeout: 20_000 })
const saved = (page: Page) => says(page, 'Saved')
const live = (page: Page) => says(page, 'Live: changes by others appear here')
const notice = (page: Page) => page.locator('.ui-notice').filter({ hasText: 'A part of this text could not be read' })

test('[G8] a member reads what stands, the Secretariat looks at the rest and opens the text, the member writes', async ({
  browser,
}) => {
  const [secretariat, hotline] = await Promise.all([enter(browser, 'secretariat'), enter(browser, 'ngo-hotline')])
  await secretariat.goto('/')
  const alarm = secretariat.getByRole('link', { name: /^C\.2\.2 .*Nobody writes it until you open it again/ })
  await expect(secretariat.getByText('1 place is vacant')).toBeVisible()
  await expect(alarm).toHaveCount(0)

  // The first who opens it finds it, and everybody is told.
  await hotline.goto(`/sections/${resumed}`)
  await expect(notice(hotline)).toContainText('It stands as it was before')
  await expect(hotline.getByText('Information reaches those who leave before they leave.')).toBeVisible()
  await expect(hotline.getByText('The hotline answers in six languages.')).toHaveCount(0)
  await expect(hotline.locator('[contenteditable="true"]')).toHaveCount(0)
  await live(hotline)
  await expect(hotline.getByRole('button', { name: 'Submit this text' })).toBeDisabled()
  await expect(notice(hotline).getByRole('button')).toHaveCount(0)

  await alarm.click()
  await expect(notice(secretariat)).toContainText(/2 changes by .* \(.*\) and .* were set aside/)
  const [download] = await Promise.all([
    secretariat.waitForEvent('download'),
    notice(secretariat).getByRole('link', { name: 'Download what was set aside' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('set-aside-C.2.2.json')
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).changes).toHaveLength(2)

  // By keyboard alone.
  await notice(secretariat).getByRole('button', { name: 'Open for writing as it stands' }).focus()
  await secretariat.keyboard.press('Enter')
  const dialog = secretariat.getByRole('dialog', { name: 'Open the text of C.2.2 for writing as it stands?' })
  await expect(dialog).toContainText('Nothing is merged silently.')
  await dialog.getByRole('button', { name: 'Open for writing as it stands' }).focus()
  await secretariat.keyboard.press('Enter')
  await expect(secretariat.getByRole('heading', { level: 1 })).toBeFocused()
  for (const page of [secretariat, hotline]) await expect(notice(page)).toHaveCount(0)
  await expect(secretariat.getByRole('link', { name: 'Download what was set aside' })).toBeVisible()

  await saved(hotline)
  await textOf(hotline).locator('p').last().click()
  await hotline.keyboard.press('End')
  await hotline.keyboard.press('Enter')
  await hotline.keyboard.type('The hotline answers in seven languages.')
  await expect(secretariat.getByText('The hotline answers in seven languages.')).toBeVisible()
  await live(secretariat)
  await saved(hotline)
})

test('[L1] [G8] every page that tells of it, at a desk and on a telephone', async ({ browser }) => {
  // Somebody opens it, and it is found.
  const reader = await openText(server.url, await house.cookie('rapporteur'), damaged)
  reader.leave()
  const see = (text: string | RegExp) => (page: Page) =>
    page.getByText(text).filter({ visible: true }).first().waitFor()
  const noticed = see(/^Live: changes by others/)
  const gallery = new Gallery(browser, server)
  await gallery.look([
    { as: 'secretariat', path: '/', title: /^Good day/, when: see(/until you open it again/) },
    { as: 'chair-prevention', path: '/', title: /^Good day/, when: see(/until the Secretariat opens it again/) },
    { as: 'secretariat', path: `/sections/${damaged}`, title: 'Administrative controls', when: noticed },
    { as: 'ngo-hotline', path: `/sections/${damaged}`, title: 'Administrative controls', when: noticed },
    { as: 'chair-prevention', path: `/sections/${damaged}`, title: 'Administrative controls', when: noticed },
    {
      as: 'secretariat',
      path: `/sections/${damaged}`,
      title: 'Administrative controls',
      when: async page => {
        await noticed(page)
        await page.getByRole('button', { name: 'Open for writing as it stands' }).click()
        await page.getByRole('dialog').waitFor()
      },
    },
    { as: 'secretariat', path: `/sections/${resumed}`, title: 'Reduction of vulnerability', when: noticed },
    { as: 'ngo-hotline', path: '/plan', title: 'National Action Plan', when: see('A part could not be read') },
    { as: 'rapporteur', path: '/record?act=section', title: 'Record', when: see('as it could be read') },
  ])
  await gallery.close()
})
