/** A meeting from its plan to its notice, in three browsers: the Secretariat, the chair, and an NGO on a telephone. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { startTestServer, type TestServer } from '#tests/support'
import { type VisitorOptions, Visitors } from './browser.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** Far enough for any notice, and near enough to be planned. */
const nextYear = new Date().getUTCFullYear() + 1

let server: TestServer
let secretariat: Page
let chair: Page
let ngo: Page
let address: string
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  secretariat = await enter(browser, 'secretariat')
  chair = await enter(browser, 'coordinator', { viewport: { width: 1440, height: 1100 } })
  ngo = await enter(browser, 'ngo-shelter', { viewport: { width: 390, height: 844 } })
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string, options?: VisitorOptions) =>
  visitors.enter(browser, server, role, options)

const titles = (page: Page) => page.locator('.meeting-item__title')
const agenda = (page: Page) =>
  page
    .locator('.meeting-item')
    .evaluateAll(rows =>
      rows.map(row =>
        ['.meeting-item__number', '.meeting-item__title'].map(part => row.querySelector(part)?.textContent).join(' '),
      ),
    )

async function add(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an item' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByLabel('Title').press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(titles(page).filter({ hasText: title })).toBeVisible()
}

test('[M1] the Secretariat plans a meeting, told in its own time zone', async () => {
  await secretariat.goto('/meetings')
  await secretariat.getByRole('button', { name: 'Plan a meeting' }).click()
  const dialog = secretariat.getByRole('dialog', { name: 'Plan a meeting' })
  await dialog.getByLabel('Group that invites').selectOption({ label: 'National Working Group' })
  await dialog.getByLabel('Title').fill('Spring meeting')
  await dialog.getByLabel('Time zone').selectOption('Pacific/Auckland')
  await dialog.getByLabel('Begins').fill(`${nextYear}-03-20T14:30`)
  await expect(dialog.getByLabel('Ends')).toHaveValue(`${nextYear}-03-20T16:30`)
  await dialog.getByLabel('Place').fill('Ministry of Interior, room 4')
  await dialog.getByRole('button', { name: 'Plan it' }).click()
  await expect(secretariat.getByRole('heading', { level: 1 })).toHaveText('Spring meeting')
  await expect(secretariat.getByText(new RegExp(`20 March ${nextYear}.*14:30`)).first()).toBeVisible()
  await expect(secretariat.getByText(/New Zealand Daylight Time/).first()).toBeVisible()
  address = new URL(secretariat.url()).pathname
})

test('[M7] while it is a draft, its kind and the groups that meet are changed in its dialog', async () => {
  const dialog = secretariat.getByRole('dialog')
  const change = async () => {
    await secretariat.getByRole('button', { name: 'More acts' }).click()
    await secretariat.getByRole('menuitem', { name: 'Change the details' }).click()
  }
  await change()
  await dialog.getByLabel('Kind of meeting').selectOption({ label: 'Joint meeting of groups' })
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Prevention' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(secretariat.getByText('National Working Group · Joint meeting of groups')).toBeVisible()

  await change()
  await expect(dialog.getByRole('checkbox', { name: 'Prevention' })).toBeChecked()
  await dialog.getByLabel('Kind of meeting').selectOption({ index: 0 })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(secretariat.getByText('Joint meeting of groups')).toHaveCount(0)
})

test('[M2] the agenda is set and arranged by keyboard, focus stays, and moves are announced', async () => {
  for (const title of ['News', 'Shelters', 'Hotline']) await add(secretariat, title)
  const handle = secretariat.getByRole('button', { name: 'Move “Hotline”' })
  await handle.focus()
  await secretariat.keyboard.press('ArrowUp')
  await expect(secretariat.getByText('“Hotline” is now item 2.')).toBeAttached()
  await expect(handle).toBeFocused()
  await expect.poll(() => agenda(secretariat)).toEqual(['1 News', '2 Hotline', '3 Shelters'])
  await secretariat.keyboard.press('ArrowRight')
  await expect.poll(() => agenda(secretariat)).toEqual(['1 News', '1.1 Hotline', '2 Shelters'])
  await expect(handle).toBeFocused()
  await secretariat.reload()
  await expect.poll(() => agenda(secretariat)).toEqual(['1 News', '1.1 Hotline', '2 Shelters'])
})

test('[M2] the chair drags an item; the other page follows, and an open dialog keeps what is typed in it', async () => {
  await secretariat.getByRole('button', { name: 'Add an item' }).first().click()
  const typing = secretariat.getByRole('dialog').getByLabel('Title')
  await typing.fill('Half a tho')
  await chair.goto(address)
  const from = await chair.getByRole('button', { name: 'Move “Shelters”' }).boundingBox()
  const onto = await titles(chair).filter({ hasText: 'News' }).boundingBox()
  if (!from || !onto) throw new Error('nothing to drag')
  await chair.mouse.move(from.x + 5, from.y + 5)
  await chair.mouse.down()
  await chair.mouse.move(onto.x + 40, onto.y + 12, { steps: 5 })
  await chair.mouse.move(onto.x + 40, onto.y - 6, { steps: 3 })
  await chair.mouse.up()
  await expect.poll(() => agenda(chair)).toEqual(['1 Shelters', '2 News', '2.1 Hotline'])
  await expect.poll(() => agenda(secretariat)).toEqual(['1 Shelters', '2 News', '2.1 Hotline'])
  await expect(typing).toHaveValue('Half a tho')
  await expect(typing).toBeFocused()
  await secretariat.keyboard.press('Escape')
})

test('[M1] the chair convenes: the checklist says who is invited, and the member sees it come', async () => {
  await ngo.goto('/meetings')
  await expect(ngo.getByText('Spring meeting')).toHaveCount(0)
  await chair.getByRole('button', { name: 'Convene' }).click()
  const dialog = chair.getByRole('dialog', { name: 'Convene the meeting' })
  await expect(dialog.getByText(/people of .* seats are invited/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Convene now' }).click()
  await expect(chair.getByText('Convened', { exact: true }).first()).toBeVisible()
  await expect(ngo.getByRole('link', { name: 'Spring meeting' })).toBeVisible()
})

test('[M3] an NGO answers on a telephone in one tap, and the chair sees who comes', async () => {
  await expect(chair.getByText('No NGO seat has said that it comes.', { exact: false })).toBeVisible()
  await ngo.getByRole('link', { name: 'Spring meeting' }).click()
  const coming = ngo.getByRole('button', { name: 'Coming', exact: true })
  await coming.click()
  await expect(coming).toHaveAttribute('aria-pressed', 'true')
  expect(await ngo.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expect(chair.getByText('No NGO seat has said that it comes.', { exact: false })).toHaveCount(0)
  await expect(chair.getByRole('meter', { name: 'NGO seats that come' })).toHaveAttribute('aria-valuenow', '1')
})

test('[M1] postponed with its reason, it says so to the member', async () => {
  await chair.getByRole('button', { name: 'More acts' }).click()
  await chair.getByRole('menuitem', { name: 'Postpone' }).click()
  const dialog = chair.getByRole('dialog', { name: 'Postpone the meeting' })
  await dialog.getByLabel('Begins').fill(`${nextYear}-04-10T14:30`)
  await dialog.getByLabel('Reason').fill('The hall is flooded.')
  await dialog.getByRole('button', { name: 'Postpone it' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ngo.getByText('This meeting was postponed')).toBeVisible()
  await expect(ngo.getByText(/The hall is flooded\./)).toBeVisible()
  await expect(ngo.getByText(new RegExp(`10 April ${nextYear}.*14:30`)).first()).toBeVisible()
})

test('[M7] a series is begun with an agenda whose items have their type, minutes and presenter', async () => {
  await secretariat.goto('/meetings')
  await secretariat.getByLabel('Group', { exact: true }).selectOption({ label: 'National Working Group' })
  await secretariat.getByRole('button', { name: 'Begin a series' }).click()
  const dialog = secretariat.getByRole('dialog', { name: 'Begin a series' })
  await dialog.getByLabel('Title').fill('Quarterly meeting')
  await dialog.getByRole('button', { name: 'Add an item' }).click()
  await dialog.getByRole('button', { name: 'Add an item' }).click()
  const [first, second] = [1, 2].map(number => dialog.getByRole('group', { name: `Item ${number}`, exact: true }))
  await first?.getByLabel('Title').fill('News of the Secretariat')
  await first?.getByLabel('What it is').selectOption({ label: 'Information' })
  await first?.getByLabel('Planned minutes').fill('15')
  await first?.getByLabel('Presented by').selectOption({ index: 1 })
  await second?.getByRole('button', { name: 'Remove it: item 2' }).click()
  await dialog.getByRole('button', { name: 'Begin it' }).click()
  await expect(secretariat.getByRole('heading', { level: 1 })).toHaveText('Quarterly meeting')
  const item = secretariat.locator('.meeting-item').first()
  await expect(item).toContainText('News of the Secretariat')
  await expect(item).toContainText('Information')
  await expect(item).toContainText('15 min')
})
