/** Minutes in the browser: written while the network goes, circulated meanwhile, corrected and circulated again. */
import { expect, test, type Browser, type Page, type WebSocketRoute } from '@playwright/test'
import {
  adjournSitting,
  beginSitting,
  enterHouse,
  startTestServer,
  sure,
  type Sitting,
  type House,
  type TestServer,
} from '#tests/support'
import { saved, status, Visitors } from './browser.ts'
import { Gallery } from './look.ts'

let server: TestServer
let house: House
let gallery: Gallery
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  gallery = new Gallery(browser, server)
})
test.afterAll(async () => {
  await gallery.close()
  await visitors.leave()
  await server.close()
})

const twoMinutesMs = 120_000
const words = 'Your words that are not in the text'

const minutesPath = ({ id }: Sitting): string => `/meetings/${id}/minutes`

/** A session with two items, and somebody from a seat who writes its minutes. */
async function sit(title: string): Promise<Sitting> {
  const present = ['interior', 'labour', 'welfare', 'justice', 'ngo-shelter', 'ngo-hotline', 'io-migration']
  const sitting = await beginSitting(server, house, { title, items: ['Shelters', 'Border police'], present })
  const { person } = await sure(house.as('labour', 'GET', '/api/me'))
  await sure(house.as('secretariat', 'PUT', `/api/meetings/${sitting.id}/minute-takers`, { personIds: [person.id] }))
  return sitting
}

const enter = (browser: Browser, role: string) => visitors.enter(browser, server, role)

/** A page whose sockets can be cut, with a clock that can be moved. */
async function enterWithWire(browser: Browser, role: string) {
  const page = await enter(browser, role)
  await page.clock.install()
  let isCut = false
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/(sync\/|live)/, here => {
    if (isCut) return void here.close()
    const there = here.connectToServer()
    open.add(there)
    there.onClose((code, reason) => {
      open.delete(there)
      void here.close({ ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) })
    })
    here.onClose(() => {
      open.delete(there)
      void there.close()
    })
  })
  return {
    page,
    async cutWire(): Promise<void> {
      isCut = true
      for (const socket of open) await socket.close()
      await page.evaluate(() => dispatchEvent(new Event('offline')))
    },
    async mendWire(): Promise<void> {
      isCut = false
      await page.evaluate(() => dispatchEvent(new Event('online')))
    },
    /** Two minutes go by, here and at the server. */
    async twoMinutes(): Promise<void> {
      server.advance(twoMinutesMs)
      await page.clock.fastForward(twoMinutesMs)
    },
  }
}

/** Begins to write in one item, on the page of the minutes. */
async function write(page: Page, item: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Write here: ${item}` }).click()
  await expect(page.getByRole('textbox', { name: `Minutes: ${item}` })).toBeFocused()
  await page.keyboard.type(text)
}

const part = (page: Page, item: string) => page.getByRole('region', { name: item, exact: true })

test('[M5] a minute taker whose network is gone for two minutes sees it, and loses nothing', async ({ browser }) => {
  const sitting = await sit('A meeting on a poor line')
  const { page, cutWire, mendWire, twoMinutes } = await enterWithWire(browser, 'labour')
  const reader = await enter(browser, 'ngo-shelter')
  await Promise.all([page, reader].map(each => each.goto(minutesPath(sitting))))
  await write(page, '1 Shelters', 'The chair opened the item. ')
  await saved(page)
  // What is in sight is followed.
  await part(reader, '1 Shelters').scrollIntoViewIfNeeded()
  await expect(part(reader, '1 Shelters')).toContainText('The chair opened the item.')

  await cutWire()
  await expect(status(page)).toContainText('No connection since')
  await page.keyboard.type('Written without a line.')
  await expect(status(page)).toContainText('kept on this device')
  await twoMinutes()
  await expect(status(page)).toContainText('No connection since')
  await expect(status(page)).toContainText('kept on this device')
  await expect(page.getByRole('textbox', { name: 'Minutes: 1 Shelters' })).toContainText('Written without a line.')
  await expect(part(reader, '1 Shelters')).not.toContainText('Written without a line.')

  await mendWire()
  await saved(page)
  await expect(part(reader, '1 Shelters')).toContainText('The chair opened the item. Written without a line.')
})

test('[M5] words that wait on the device when the page was left go out as soon as it is open again', async ({
  browser,
}) => {
  const sitting = await sit('A meeting that was left')
  const { page, cutWire, mendWire } = await enterWithWire(browser, 'labour')
  await page.goto(minutesPath(sitting))
  await write(page, '2 Border police', 'First words. ')
  await saved(page)
  await cutWire()
  await page.keyboard.type('Left behind.')
  await expect(status(page)).toContainText('kept on this device')
  await page.goto('/groups')
  await page.reload()
  await mendWire()
  await page.goto(minutesPath(sitting))
  const reader = await enter(browser, 'secretariat')
  await reader.goto(minutesPath(sitting))
  await expect(part(reader, '2 Border police')).toContainText('First words. Left behind.')
})

test('[M5] words that were not sent when the minutes were circulated are given back, and go in by hand', async ({
  browser,
}) => {
  const sitting = await sit('A meeting circulated meanwhile')
  const { page, cutWire, mendWire, twoMinutes } = await enterWithWire(browser, 'labour')
  await page.goto(minutesPath(sitting))
  await write(page, '1 Shelters', 'Stands in the minutes. ')
  await saved(page)
  await cutWire()
  await page.keyboard.type('Came too late.')
  await expect(status(page)).toContainText('kept on this device')
  await adjournSitting(server, sitting)
  await sure(house.as('secretariat', 'POST', `/api/meetings/${sitting.id}/minutes/circulate`, {}))
  await twoMinutes()
  await mendWire()

  const panel = page.getByRole('region', { name: words })
  await expect(panel).toContainText('Came too late.')
  await expect(page.getByText('Version 1 was circulated')).toBeVisible()
  await page.reload()
  await expect(panel).toContainText('Came too late.')
  await expect(panel).toContainText('kept on this device, for you alone')
  const circulated = part(page, '1 Shelters').locator('.ui-prose')
  await expect(circulated).toContainText('Stands in the minutes.')
  await expect(circulated).not.toContainText('Came too late.')

  await sure(house.as('secretariat', 'POST', `/api/meetings/${sitting.id}/minutes/correct`))
  await page.getByRole('button', { name: 'Write here: 1 Shelters' }).click()
  await panel.getByRole('button', { name: 'Put at the end of the text' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Minutes: 1 Shelters' })).toContainText('Came too late.')
})

test('[M5] minutes are circulated, corrected and circulated again, each version for good', async ({ browser }) => {
  const sitting = await sit('A meeting to be corrected')
  const secretary = await enter(browser, 'secretariat')
  const ngo = await enter(browser, 'ngo-shelter')
  await Promise.all([secretary, ngo].map(page => page.goto(minutesPath(sitting))))
  await write(secretary, '2 Border police', 'Forty-one officers took part.')
  await saved(secretary)
  await ngo.getByRole('button', { name: 'File a statement: 1 Shelters' }).click()
  await ngo.getByRole('textbox', { name: 'Statement' }).fill('Harbour House asks for figures by quarter.')
  await ngo.getByRole('dialog').getByRole('button', { name: 'File a statement' }).click()
  await expect(part(secretary, '1 Shelters')).toContainText('Harbour House asks for figures by quarter.')

  await adjournSitting(server, sitting)
  await secretary.getByRole('button', { name: 'Circulate', exact: true }).click()
  const circulating = secretary.getByRole('dialog')
  await expect(circulating).toContainText('Nothing is written under one item:1 Shelters')
  await expect(circulating.getByRole('button', { name: 'Circulate', exact: true })).toBeDisabled()
  await circulating.getByLabel('Circulate them without words').check()
  await circulating.getByRole('button', { name: 'Circulate', exact: true }).click()
  await expect(ngo.getByText('Version 1 was circulated')).toBeVisible()

  await ngo.getByRole('button', { name: 'Propose a correction: 2 Border police' }).click()
  await ngo.getByLabel('Words as they stand').fill('Forty officers')
  await expect(ngo.getByText('These words do not stand in the text as it was circulated.')).toBeVisible()
  await ngo.getByLabel('Passage').selectOption('Forty-one officers took part.')
  await expect(ngo.getByLabel('Words as they stand')).toHaveValue('Forty-one officers took part.')
  await ngo.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  await ngo.getByText('Forty-one officers').click({ clickCount: 3 })
  await ngo.getByRole('button', { name: 'Correct these words' }).click()
  await expect(ngo.getByLabel('Words as they stand')).toHaveValue('Forty-one officers took part.')
  await ngo.getByLabel('Words that shall stand instead').fill('Forty-three officers took part.')
  await ngo.getByLabel('Why').fill('Two of the coast guard came on the second day.')
  await ngo.getByRole('dialog').getByRole('button', { name: 'Propose a correction' }).click()
  await expect(secretary.getByText('1 proposed, 1 not decided.')).toBeVisible()
  // By keyboard: the button of the part, without any words selected.
  await ngo.getByRole('button', { name: 'Propose a correction: 1 Shelters' }).press('Enter')
  await ngo.getByLabel('Words that shall stand instead').fill('The NGO seats asked for more time.')
  await ngo.getByLabel('Why').fill('They did.')
  await ngo.getByRole('dialog').getByRole('button', { name: 'Propose a correction' }).press('Enter')
  await expect(secretary.getByText('2 proposed, 2 not decided.')).toBeVisible()

  await part(secretary, '2 Border police').getByRole('button', { name: 'Accept' }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await part(secretary, '1 Shelters').getByRole('button', { name: 'Refuse' }).click()
  const refusal = secretary.getByRole('dialog')
  await expect(refusal.getByRole('button', { name: 'Refuse' })).toBeDisabled()
  await refusal.getByLabel('Reason').fill('Nobody asked for it in the meeting.')
  await refusal.getByRole('button', { name: 'Refuse' }).click()
  await expect(part(ngo, '1 Shelters')).toContainText('Nobody asked for it in the meeting.')

  await secretary.getByRole('button', { name: 'Take up again' }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Take up again' }).click()
  await expect(secretary.getByText('1 accepted correction is to be written in.')).toBeVisible()
  await secretary.getByRole('button', { name: 'Write here: 2 Border police' }).click()
  await expect(secretary.getByRole('textbox', { name: 'Minutes: 2 Border police' })).toBeFocused()
  await secretary.keyboard.press('Control+A')
  await secretary.keyboard.type('Forty-three officers took part.')
  await saved(secretary)
  await secretary.getByRole('button', { name: 'Circulate again' }).click()
  await circulating.getByLabel('Circulate them without words').check()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Circulate', exact: true }).click()
  await expect(ngo.getByText('Version 2 was circulated')).toBeVisible()
  await expect(part(ngo, '2 Border police').locator('.ui-prose')).toHaveText('Forty-three officers took part.')

  const answer = await sure(house.as('ngo-shelter', 'GET', `/api/meetings/${sitting.id}/minutes`))
  const digests: string[] = answer.versions.map((version: { digest: string }) => version.digest)
  expect(new Set(digests).size).toBe(2)
  const shown = ngo.getByRole('region', { name: 'Versions' })
  for (const digest of digests) await expect(shown.locator(`code[title="${digest}"]`)).toBeVisible()
})

test('the pages of the minutes read well at a desk and on a telephone, for whoever looks', async () => {
  const [written, circulated] = [await sit('A meeting being written'), await sit('A meeting circulated')]
  await adjournSitting(server, circulated)
  await sure(house.as('secretariat', 'POST', `/api/meetings/${circulated.id}/minutes/circulate`, {}))
  const title = /^Minutes: A meeting/
  const dialog = (name: string) => async (page: Page) => {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').waitFor()
  }
  const writing = async (page: Page) => {
    await page.getByRole('button', { name: 'Write here: 1 Shelters' }).click()
    await saved(page)
  }
  await gallery.look([
    { as: 'secretariat', path: minutesPath(written), title },
    { as: 'labour', path: minutesPath(written), title, when: writing },
    { as: 'secretariat', path: minutesPath(written), title, when: dialog('Minute takers') },
    { as: 'ngo-shelter', path: minutesPath(written), title, when: dialog('File a statement: 1 Shelters') },
    { as: 'secretariat', path: minutesPath(circulated), title, when: dialog('Take up again') },
    { as: 'ngo-shelter', path: minutesPath(circulated), title, when: dialog('Propose a correction: 1 Shelters') },
    { as: 'io-migration', path: minutesPath(circulated), title },
  ])
})
