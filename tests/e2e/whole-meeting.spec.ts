/** A meeting from its notice to sealed minutes, as everybody who is in it sees it. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import {
  checkInAll,
  conveneMeeting,
  openText,
  startTestServer,
  sure,
  type ConvenedMeeting,
  type House,
  type TestServer,
} from '#tests/support'
import { passagesOf } from '#shared/amendment'
import { dayMs, minuteMs } from '#shared/core'
import { verifyMinutesChain } from '#shared/minutes'
import { press, sees, type VisitorOptions, Visitors } from './browser.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const telephone: VisitorOptions = { viewport: { width: 390, height: 844 } }
const projector: VisitorOptions = { viewport: { width: 1920, height: 1080 } }

const title = 'Meeting on co-ordination'
const report = 'Report of the Secretariat'
const coordination = 'Co-ordination: the text'
const amended = 'The Secretariat answers each enquiry within ten days.'
const minuted = 'The Secretariat reported on its first year.'
const corrected = 'The Secretariat reported on its first two years.'

/** Enough for a quorum, beside those who check in by themselves. */
const others = [
  ...['foreign-affairs', 'labour', 'health', 'justice', 'finance', 'education', 'prosecutor'],
  ...['unions', 'employers', 'ngo-hotline'],
]

let server: TestServer
let house: House
let meeting: ConvenedMeeting
const visitors = new Visitors()
let secretary: Page
let chair: Page
let interior: Page
let welfare: Page
let ngo: Page
let observer: Page
let screen: Page

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string, path: string, options?: VisitorOptions) =>
  visitors.enter(browser, server, role, { path, ...options })

const itemTitle = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
const lastMotionOf = async (id: string, itemTitled: string): Promise<string> => {
  const { floor } = await sure(house.as('coordinator', 'GET', `/api/meetings/${id}`))
  return floor.items.find((item: any) => item.title === itemTitled).motions.at(-1).id
}

test('[M1] convened with a week’s notice, and everybody who was invited finds it', async ({ browser }) => {
  meeting = await conveneMeeting(server, {
    title,
    items: [
      { type: 'information', title: report, plannedMinutes: 10 },
      { type: 'discussion', title: coordination, plannedMinutes: 40 },
    ],
  })
  house = meeting.house
  const room = `/meetings/${meeting.id}/room`
  secretary = await enter(browser, 'secretariat', room)
  chair = await enter(browser, 'coordinator', room)
  interior = await enter(browser, 'interior', room)
  welfare = await enter(browser, 'welfare', room)
  ngo = await enter(browser, 'ngo-shelter', '/', telephone)
  observer = await enter(browser, 'io-migration', room)
  screen = await enter(browser, 'secretariat', `/meetings/${meeting.id}/screen`, projector)
  await sees(ngo, title)
  await ngo.goto(room)
  for (const page of [secretary, chair, interior, welfare, observer, screen]) await sees(page, title)
})

test('[M3] they check in, the quorum comes together, and the chair opens the session', async () => {
  await press(chair, 'Check in by office')
  await press(secretary, 'Check in by office')
  await press(interior, 'Check in for Ministry of Interior')
  await press(welfare, /^Check in for .*Welfare/)
  await ngo.getByRole('tab', { name: 'Floor' }).click()
  await press(ngo, 'Check in for Harbour House')
  await press(observer, 'Check in for Migration Organisation')
  await sees(screen, 'Not quorate')
  await checkInAll(meeting, others)
  await sees(screen, 'Quorate')
  await press(chair, 'Open the session')
  await press(chair, 'Open it all the same')
  for (const page of [interior, welfare, observer, ngo]) await sees(page, 'In session')
})

test('[M2] [M5] the first item: the secretary writes its minutes while the meeting follows', async () => {
  await press(chair, 'Call up item 1')
  for (const page of [secretary, interior, observer, screen]) await itemTitle(page, report)
  await secretary.getByRole('textbox', { name: `Minutes: 1 ${report}` }).click()
  await secretary.keyboard.type(minuted)
  await saved(secretary)
  await press(interior, 'Read the minutes as they are written')
  await sees(interior, minuted)
  await press(chair, 'Finish, go on to item 2')
  await itemTitle(screen, coordination)
})

test('the section is amended live by its members, and submitted', async () => {
  const sectionId = await house.sectionId('C.1.1')
  await Promise.all([interior, welfare].map(page => page.goto(`/sections/${sectionId}`)))
  await saved(interior)
  const text = interior.getByRole('textbox', { name: /Text$/ })
  await text.locator('p').last().click()
  await interior.keyboard.press('End')
  await interior.keyboard.press('Enter')
  await interior.keyboard.type(amended)
  await saved(interior)
  await expect(welfare.getByRole('textbox', { name: /Text$/ })).toContainText(amended)
  await press(interior, 'Submit this text')
  await interior.getByRole('dialog').getByRole('button', { name: 'Submit exactly this text' }).click()
  await sees(interior, /Submitted as version/)
})

test('[M2] the Secretariat puts the decision on the agenda as the meeting runs, and every screen has it', async () => {
  await secretary.goto(`/meetings/${meeting.id}`)
  await press(secretary, 'Add an item')
  const dialog = secretary.getByRole('dialog')
  await dialog.getByLabel('What it is').selectOption('decision')
  await dialog.getByLabel('Title').fill('Adoption of the text')
  const subjects = dialog.getByLabel('Text to decide on')
  const version = await subjects.locator('option', { hasText: 'C.1.1' }).getAttribute('value')
  await subjects.selectOption(version)
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(chair.getByRole('button', { name: /Adoption of the text/ })).toBeVisible()
})

test('[V4] [M8] an amendment is voted on first, its words on the screen, and makes the text that follows', async () => {
  const room = `/meetings/${meeting.id}/room`
  const { floor } = await sure(house.as('coordinator', 'GET', `/api/meetings/${meeting.id}`))
  const { id, digest } = floor.items.find((item: any) => item.subject).subject
  const { seats } = await sure(house.as('ngo-shelter', 'GET', `/api/versions/${id}/amendments`))
  const { content } = await sure(house.as('ngo-shelter', 'GET', `/api/versions/${id}`))
  const passage = passagesOf(content.narrative).find(({ words }) => words.includes(amended))
  const change = { place: passage?.place, quote: 'ten days', replacement: 'five days' }
  const proposed = { seatId: seats[0].seatId, digest, changes: [change], reason: 'Ten days are long.' }
  await sure(house.as('ngo-shelter', 'POST', `/api/versions/${id}/amendments`, proposed))
  await Promise.all([secretary, interior, welfare].map(page => page.goto(room)))
  await press(chair, 'Finish, go on to item 3')
  await itemTitle(screen, 'Adoption of the text')

  await press(chair, 'Put this amendment to the vote')
  await press(chair, 'Open the vote now')
  await expect(screen.locator('.screen-redline ins')).toContainText('five')
  await expect(screen.locator('.screen-redline del')).toContainText('ten')
  await ngo.getByRole('tab', { name: /^Vote/ }).click()
  await ngo.getByRole('radio', { name: /^Yes/ }).check()
  await press(ngo, 'Record: Yes')
  await sees(ngo, /^Yes, confirmed by the server at/)
  await house.castAllYes(await lastMotionOf(meeting.id, 'Adoption of the text'), 'coordinator')
  await press(chair, 'Close the vote now')
  await chair.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  await sees(screen, 'Adopted')
  await expect(screen.locator('.screen-redline ins')).toContainText('five')
  await sees(ngo, /new version of the text/)
  const after = await sure(house.as('coordinator', 'GET', `/api/meetings/${meeting.id}`))
  expect(after.floor.items.find((item: any) => item.subject).subject.id).not.toBe(id)
})

test('[V6] [M8] the vote: opened on the attendance, cast in the room and on a telephone, decided in words', async () => {
  await press(chair, 'Open the vote')
  await press(chair, 'Open the vote now')
  await sees(screen, 'The vote is open')
  for (const page of [ngo, interior, welfare]) {
    await page.getByRole('radio', { name: /^Yes/ }).check()
    await press(page, 'Record: Yes')
    await sees(page, /^Yes, confirmed by the server at/)
  }
  await expect(observer.getByRole('radio')).toHaveCount(0)
  await house.castAllYes(await lastMotionOf(meeting.id, 'Adoption of the text'), 'coordinator')
  await press(chair, 'Close the vote now')
  await chair.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  for (const page of [chair, interior, ngo, screen]) await sees(page, 'Adopted')
})

test('[M5] [M6] the decision stands in the minutes, with its number, where nobody can write', async () => {
  await secretary.goto(`/meetings/${meeting.id}/minutes`)
  const part = secretary.getByRole('region', { name: '3 Adoption of the text', exact: true })
  await expect(part).toContainText('Adopted')
  await expect(part).toContainText(/Decision 20\d\d\/\d+/)
  await expect(part).toContainText('Kept by the workspace')
})

test('[M2] the chair adjourns; [M5] the Secretariat circulates, a seat corrects, and they go round again', async () => {
  await press(chair, 'Session')
  await chair.getByRole('menuitem', { name: 'Adjourn' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Adjourn' }).click()
  await sees(screen, 'The meeting is adjourned')

  await press(secretary, 'Circulate')
  await secretary.getByLabel('Circulate them without words').check()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Circulate' }).click()
  await sees(secretary, /^Version 1 was circulated/)

  await ngo.goto(`/meetings/${meeting.id}/minutes`)
  await press(ngo, `Propose a correction: 1 ${report}`)
  const proposing = ngo.getByRole('dialog')
  await proposing.getByLabel('Words as they stand').fill('first year')
  await proposing.getByLabel('Words that shall stand instead').fill('first two years')
  await proposing.getByLabel('Why').fill('The report covers two years.')
  await proposing.getByRole('button', { name: 'Propose a correction' }).click()
  await sees(ngo, 'To be decided')

  await press(secretary, 'Accept')
  await secretary.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await sees(secretary, 'The correction is accepted.')
  await press(secretary, 'Take up again')
  await secretary.getByRole('dialog').getByRole('button', { name: 'Take up again' }).click()
  await press(secretary, `Write here: 1 ${report}`)
  await expect(secretary.getByRole('textbox', { name: `Minutes: 1 ${report}` })).toBeFocused()
  await secretary.keyboard.press('Control+a')
  await secretary.keyboard.type(corrected)
  await saved(secretary)
  await press(secretary, 'Circulate again')
  await secretary.getByLabel('Circulate them without words').check()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Circulate' }).click()
  await sees(secretary, /^Version 2 was circulated/)
  await sees(ngo, corrected)
})

test('[M5] the next meeting takes them up first, approves them, and they are sealed', async ({ browser }) => {
  await visitors.leave()
  const next = await conveneMeeting(server, {
    title: 'The meeting after',
    items: [{ type: 'discussion', title: 'Plans' }],
  })
  house = next.house
  const { floor } = await sure(house.as('coordinator', 'GET', `/api/meetings/${next.id}`))
  const approval = floor.items.find((item: any) => item.subject?.title === title)
  expect(approval).toMatchObject({ number: '1', type: 'minutesApproval' })

  chair = await enter(browser, 'coordinator', `/meetings/${next.id}/room`)
  ngo = await enter(browser, 'ngo-shelter', `/meetings/${meeting.id}/minutes`, telephone)
  await press(chair, 'Check in by office')
  await checkInAll(next, [...others, 'interior', 'welfare', 'ngo-shelter'])
  await press(chair, 'Open the session')
  await press(chair, 'Open it all the same')
  await press(chair, 'Call up item 1')
  await press(chair, 'Open the vote')
  await press(chair, 'Open the vote now')
  await sees(chair, 'Close the vote now')
  await house.castAllYes(await lastMotionOf(next.id, approval.title), 'coordinator')
  await press(chair, 'Close the vote now')
  await chair.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  await sees(chair, 'Adopted')
  await sees(ngo, /^Sealed as no\. 1 of/)
  await sees(ngo, corrected)
})

test('[M5] the chain verifies, and the Secretariat cannot change what is sealed', async ({ browser }) => {
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const nwg = groups.find(group => group.kind === 'nwg').id
  const chain = await sure(house.as('ngo-shelter', 'GET', `/api/groups/${nwg}/minutes-chain`))
  expect(chain).toMatchObject({ ok: true })
  expect(verifyMinutesChain(chain.links.map((link: any) => ({ ...link, chainNumber: link.number })))).toBeNull()
  const check = await sure(house.as('ngo-shelter', 'GET', '/api/record/check'))
  expect(check).toMatchObject({ ok: true })

  for (const act of ['circulate', 'correct']) {
    const refused = await house.as('secretariat', 'POST', `/api/meetings/${meeting.id}/minutes/${act}`, {})
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/minutes-sealed'])
  }
  const [first = ''] = meeting.itemIds
  const raw = await openText(server.url, await house.cookie('secretariat'), first)
  const closed = raw.closed()
  raw.write('Slipped in afterwards.')
  expect([4403, 4404, 4423]).toContain(await closed)
  raw.leave()
  secretary = await enter(browser, 'secretariat', `/meetings/${meeting.id}/minutes`)
  await sees(secretary, corrected)
  await expect(secretary.getByText('Slipped in afterwards.')).toHaveCount(0)
  await expect(secretary.getByRole('button', { name: /^Write here/ })).toHaveCount(0)
})

test('[M6] the decision is in the register, and the clock an hour off changes nothing', async ({ browser }) => {
  const page = await visitors.enter(browser, server, 'ngo-hotline', telephone)
  await page.clock.setFixedTime(server.deps.now() + 60 * minuteMs + 3 * dayMs)
  await page.goto('/decisions')
  await sees(page, /C\.1\.1/)
  await page.goto(`/meetings/${meeting.id}`)
  await sees(page, title)
})
