/** How civil society takes part: what is told of each group and year, from where, and to whom. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { openAs } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ timeout: 180_000 })

let server: TestServer
let house: House
let year: number

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  year = new Date(server.deps.now()).getUTCFullYear()
})
test.afterAll(() => server.close())

async function groupOf(code: string): Promise<string> {
  return (await sure(house.as('secretariat', 'GET', '/api/groups'))).find((group: any) => group.code === code).id
}
const groupPage = async (code: string) => `/participation/${year}/${await groupOf(code)}`
const figure = (page: Page, group: string, name: string) =>
  page.getByRole('region', { name: group, exact: true }).getByRole('group', { name, exact: true })

/** A text of the Protection group is put to the vote, and its NGO seats are against it. */
async function adoptAgainstNgos(code: string): Promise<void> {
  const chair = 'chair-protection'
  const motionId = await house.openVote(chair, 'sectionVersion', await house.submit(code))
  await house.castAllYes(motionId, chair)
  const { subject } = await sure(house.as(chair, 'GET', `/api/motions/${motionId}`))
  for (const role of ['ngo-shelter', 'ngo-legal-aid']) {
    const { mySeats } = await sure(house.as(role, 'GET', `/api/motions/${motionId}`))
    const ballot = { seatId: mySeats[0].seatId, choice: 'NO', digest: subject.digest }
    await sure(house.as(role, 'POST', `/api/motions/${motionId}/ballots`, ballot))
  }
  await sure(house.close(chair, motionId))
}

test('[G12] from the groups to their figures side by side, to one group, to what its figures are computed from', async ({
  browser,
}) => {
  const { page, close } = await openAs(browser, server, 'ngo-shelter')
  await page.goto('/groups')
  await page.getByRole('link', { name: 'Participation of civil society' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Participation of civil society, ${year}`)

  const table = page.getByRole('table', { name: `NGO participation of each group in ${year}` })
  await expect(table.getByRole('row')).toHaveCount(6)
  const nwg = table.getByRole('row', { name: /^National Working Group/ })
  await expect(nwg).toContainText('4 of 20 voting')
  await expect(nwg).toContainText('Minimum held')
  await expect(nwg).toContainText('75%; others 81%')
  await expect(table.getByRole('row', { name: /^Support and Protection/ })).toContainText('1 of 1')

  await expect(figure(page, 'National Working Group', 'Attendance')).toContainText(
    '1 meeting; an NGO seat was represented at 1.',
  )
  await expect(figure(page, 'Prevention', 'Attendance')).toContainText('The group held no meeting in this time')
  const source = figure(page, 'Support and Protection', 'Text').getByRole('link', { name: /^Sources: Sections/ })
  await source.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/participation/${year}/.+#texts$`))
  await expect(page.getByRole('heading', { name: 'Sections', exact: true })).toBeInViewport()
  const texts = page.getByRole('table', { name: 'Sections' })
  await expect(texts.getByRole('row', { name: /^C.3.1/ })).toContainText('Version 1 · NGO 100%')
  await texts.getByRole('link', { name: 'Version 1' }).click()
  await expect(page).toHaveURL(/\/versions\//)
  await close()
})

test('[V9] [A5] what NGO seats opposed and what they wrote is told in words and in figures', async ({ browser }) => {
  await adoptAgainstNgos('C.3.4')
  const { page, close } = await openAs(browser, server, 'welfare')
  await page.goto(await groupPage('protection'))
  const votes = figure(page, 'Support and Protection', 'Ballots and outcomes')
  await expect(votes).toContainText(
    'Of 2 votes in which the NGO seats took a position and that were decided, 2 came out as they stood.',
  )
  await expect(votes.getByRole('row', { name: /^opposed/ })).toHaveText(/opposed\s*0\s*1\s*0\s*0/)
  const sources = page.getByRole('table', { name: 'Votes' })
  await expect(sources.getByRole('row', { name: /^C.3.4/ })).toContainText('opposed')
  await expect(sources.getByRole('row', { name: /^C.3.4/ })).toContainText('Returned')

  const adopted = figure(page, 'Support and Protection', 'Text').getByRole('img', {
    name: /^Adopted text: letters by who wrote them/,
  })
  await expect(adopted).toHaveAccessibleName(/: NGOs \d+ and Model strategy \d+$/)
  await close()
})

test('[G7] a group that an NGO has left is said to fall short, since when and of how many', async ({ browser }) => {
  const { seats } = await sure(house.as('secretariat', 'GET', `/api/groups/${await groupOf('prevention')}`))
  const seat = seats.find((one: any) => one.constituency === 'NGO')
  const act = { act: 'vacate', organisationId: seat.organisationId }
  await sure(house.as('secretariat', 'PATCH', `/api/seats/${seat.id}`, act))
  const { page, close } = await openAs(browser, server, 'rapporteur')
  await page.goto('/participation')
  const found = figure(page, 'Prevention', 'Seats')
  await expect(found).toContainText(
    'Not properly constituted on 1 day: it had fewer than the 1 NGO seat that its rules ask for.',
  )
  await expect(found.getByRole('list', { name: 'When it fell short' })).toHaveText(/^Since .+: 0 of 1$/)
  await expect(page.getByRole('row', { name: /^Prevention/ }).first()).toContainText('Minimum not held')
  await close()
})

test('[D4] an observer reads the figures of all groups, and is told that sources of others are not theirs', async ({
  browser,
}) => {
  const { page, close } = await openAs(browser, server, 'io-children')
  await page.goto(await groupPage('protection'))
  await expect(figure(page, 'Support and Protection', 'Seats')).toContainText('2 of 5')
  await expect(page.getByText('These can be read by those who sit in the group.')).toHaveCount(2)
  await close()
})

test('[G12] a table to take away, a print on a few sheets of A4, and all of it in French', async ({ browser }) => {
  const { page, close, context } = await openAs(browser, server, 'ngo-shelter')
  await page.goto('/participation')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Table (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`participation-${year}.csv`)
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\uFEFFyear,until_utc,group_code,/)

  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
  expect(pdf.numPages).toBeLessThanOrEqual(5)
  const { text } = await extractText(pdf, { mergePages: true })
  expect(text).toContain('Trafficking in Children')
  expect(text).not.toContain('Table (CSV)')

  await context.addInitScript(() => localStorage.setItem('plenary.locale', 'fr'))
  await page.goto('/participation')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Participation de la société civile, ${year}`)
  await expect(figure(page, 'Prevention', 'Présence')).toContainText('aucune réunion')
  await close()
})

test('both pages, and one of a year that there is not, for axe, on a telephone and in the dark', async ({
  browser,
}) => {
  const gallery = new Gallery(browser, server)
  const see = (text: string) => (page: Page) => page.getByText(text).filter({ visible: true }).first().waitFor()
  const title = /Participation of civil society/
  await gallery.look([
    { as: 'ngo-shelter', path: '/participation', title, when: see('The groups side by side') },
    { as: 'ngo-shelter', path: await groupPage('protection'), title, when: see('What this is computed from') },
    { as: 'io-children', path: await groupPage('prevention'), title, when: see('What this is computed from') },
    {
      as: 'ngo-shelter',
      path: `/participation/${year - 1}`,
      title,
      refused: 404,
      when: see('There is nothing here that you can open'),
    },
  ])
  await gallery.close()
})
