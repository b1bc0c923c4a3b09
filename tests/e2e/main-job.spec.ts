/** The main job with people in the room: write together, submit, vote, adopt, merge, endorse, publish. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { saved, textOf, Visitors, wordsOf, writeBelow } from './browser.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let server: TestServer
let house: House
const visitors = new Visitors()

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string | null) => visitors.enter(browser, server, role)

const keyMs = 15
const sentence = {
  hotline: 'Callers say that the recruiter lived in their street.',
  chair: 'Job centres in all nine districts will check offers from abroad.',
  observer: 'Meetings are called two weeks ahead.',
}

test('two people write one section at once and read the same; others read and cannot write', async ({ browser }) => {
  const id = await house.sectionId('C.2.2')
  const pages = await Promise.all(['ngo-hotline', 'chair-prevention', 'ngo-shelter'].map(role => enter(browser, role)))
  const [hotline, chair, shelter] = pages as [Page, Page, Page]
  await Promise.all(pages.map(page => page.goto(`/sections/${id}`)))
  await Promise.all([saved(hotline), saved(chair)])

  await Promise.all([
    writeBelow(hotline, sentence.hotline, { delay: keyMs }),
    writeBelow(chair, sentence.chair, { block: 'h2', delay: keyMs }),
  ])
  for (const page of [hotline, chair]) {
    await expect(textOf(page)).toContainText(sentence.hotline)
    await expect(textOf(page)).toContainText(sentence.chair)
    await saved(page)
  }
  await expect.poll(() => wordsOf(hotline)).toBe(await wordsOf(chair))
  // Who is here, and whose cursor is whose.
  await expect(hotline.locator('[data-name="Nadia Holm"]')).toBeAttached()

  // Another group's member reads along, live, and has nothing to write in.
  await expect(shelter.getByText(sentence.hotline)).toBeVisible()
  await expect(shelter.getByText('Live: changes by others appear here')).toBeVisible()
  await expect(shelter.locator('[contenteditable="true"]')).toHaveCount(0)

  // Nor can a client of their own write.
  const raw = await openText(server.url, await house.cookie('ngo-shelter'), id)
  const refused = raw.closed()
  raw.write('Slipped in from outside.')
  expect(await refused).toBe(4403)
  raw.leave()
  await expect(textOf(chair)).not.toContainText('Slipped in')

  // An unmodified provider of somebody who may write is as good as a browser.
  const tool = await openText(server.url, await house.cookie('education'), id)
  tool.write('Brought along by a tool.')
  await expect(textOf(chair)).toContainText('Brought along by a tool.')
  tool.leave()
})

test('[D4] an observer reads along where they sit, and cannot open what they do not observe', async ({ browser }) => {
  const own = await house.sectionId('C.1.1')
  const other = await house.sectionId('C.2.2')
  const secretariat = await enter(browser, 'secretariat')
  const observer = await enter(browser, 'io-migration')
  await Promise.all([secretariat, observer].map(page => page.goto(`/sections/${own}`)))
  await saved(secretariat)
  await writeBelow(secretariat, sentence.observer, { delay: keyMs })
  await expect(observer.getByText(sentence.observer)).toBeVisible()
  await expect(observer.locator('[contenteditable="true"]')).toHaveCount(0)
  await observer.goto(`/sections/${other}`)
  await expect(observer.getByText(sentence.hotline)).toHaveCount(0)
  await expect(observer.getByRole('main')).toContainText(/nothing here|not.*(open|here)/i)
})

test('submit, put to the vote, cast, change, close: the section is adopted', async ({ browser }) => {
  const id = await house.sectionId('C.2.2')
  const hotline = await enter(browser, 'ngo-hotline')
  await hotline.goto(`/sections/${id}`)
  await saved(hotline)
  await hotline.getByRole('button', { name: 'Submit this text' }).click()
  const dialog = hotline.getByRole('dialog', { name: 'Submit C.2.2' })
  await expect(dialog).toContainText(sentence.hotline)
  await dialog.getByRole('button', { name: 'Submit exactly this text' }).click()
  await expect(hotline.getByText('Submitted as version 1.').first()).toBeVisible()
  const [version] = await sure(house.as('ngo-hotline', 'GET', `/api/sections/${id}/versions`))

  const chair = await enter(browser, 'chair-prevention')
  await chair.goto(`/versions/${version.id}`)
  await chair.getByRole('button', { name: 'Put to the vote' }).click()
  const opening = chair.getByRole('dialog', { name: 'Open the vote' })
  await opening.getByRole('button', { name: 'All are present' }).click()
  await opening.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(chair).toHaveURL(/\/motions\//)
  const motion = new URL(chair.url()).pathname

  const voters = ['ngo-hotline', 'education', 'labour-inspectorate', 'employers'] as const
  const booths = await Promise.all(voters.map(role => enter(browser, role)))
  await Promise.all(booths.map(page => page.goto(motion)))
  await cast(chair, 'Yes')
  for (const page of booths) await cast(page, page === booths[1] ? 'No' : 'Yes')
  // The ministry thinks again: the change is seen by all, live.
  await expect(chair.getByText('5 of 5 seats have cast.')).toBeVisible()
  await cast(booths[1] as Page, 'Abstain', 'Change to')
  await expect(chair.getByText('changed once')).toBeVisible()

  await chair.getByRole('button', { name: 'Close the vote now' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  for (const page of [chair, ...booths]) {
    await expect(page.getByRole('heading', { name: 'Adopted', level: 2 })).toBeVisible()
  }
  await hotline.goto(`/versions/${version.id}`)
  await expect(hotline.getByText('Adopted').first()).toBeVisible()
})

async function cast(page: Page, choice: string, verb = 'Record'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
  await page.getByRole('button', { name: `${verb}: ${choice}` }).click()
  await expect(page.getByText(`${choice}, confirmed by the server`)).toBeVisible()
}
