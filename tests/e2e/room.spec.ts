/** A meeting in session: chair, members, an observer, the room screen and a telephone follow one floor. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import {
  checkInAll,
  conveneMeeting,
  demoPassword,
  enterHouse,
  startTestServer,
  sure,
  type ConvenedMeeting,
  type TestServer,
} from '#tests/support'
import { press, sees, type VisitorOptions, Visitors } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const telephone: VisitorOptions = { viewport: { width: 390, height: 844 } }
const projector: VisitorOptions = { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' }

/** Enough for a quorum, with NGO seats among them; the telephone's and the members' own come in the browser. */
const others = [
  ...['foreign-affairs', 'labour', 'welfare', 'health', 'justice', 'finance', 'education', 'prosecutor'],
  ...['unions', 'employers', 'ngo-hotline', 'ngo-legal-aid'],
]
const items = {
  report: 'Report of the Secretariat',
  referral: 'Referral of children',
  adoption: 'Adoption of the section on co-ordination',
}

const business = {
  title: 'Accommodation for victims during the winter, and who carries its costs until the new budget year',
  note: Array.from(
    { length: 24 },
    (_, at) => `Shelter ${at + 1} asks the group to say by when the places of last winter are to be open again.`,
  ).join(' '),
}

let server: TestServer
let meeting: ConvenedMeeting
let chair: Page
let member: Page
let observer: Page
let phone: Page
let screen: Page
const visitors = new Visitors()

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  const versionId = await enterHouse(server).submit('C.1.1')
  meeting = await conveneMeeting(server, {
    title: 'Fourth meeting of the year',
    items: [
      { type: 'information', title: items.report, plannedMinutes: 10 },
      { type: 'discussion', title: items.referral, plannedMinutes: 25 },
      { type: 'decision', title: items.adoption, plannedMinutes: 30, versionId },
    ],
  })
  const room = `/meetings/${meeting.id}/room`
  chair = await enter(browser, 'coordinator', room)
  member = await enter(browser, 'interior', room)
  observer = await enter(browser, 'io-migration', room)
  screen = await enter(browser, 'secretariat', `/meetings/${meeting.id}/screen`, projector)
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

const enter = (browser: Browser, role: string | null, path: string, options?: VisitorOptions) =>
  visitors.enter(browser, server, role, { path, ...options })

/** This minute and the one before. */
const clockInVienna = (): readonly string[] =>
  [0, 60_000].map(ago =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Vienna' }).format(server.deps.now() - ago),
  )
const itemTitle = (page: Page, title: string) =>
  expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()

test('[M3] the QR code leads who is signed out through the door and back, and one press checks in', async ({
  browser,
}) => {
  await sees(screen, 'Begins at')
  await expect(screen.getByRole('img', { name: 'QR code of the check-in page' })).toBeVisible()
  phone = await enter(browser, null, `/meetings/${meeting.id}/check-in?code=${meeting.checkInCode}`, telephone)
  await phone.getByLabel('E-mail address').fill('ngo-shelter@demo.example')
  await phone.getByLabel('Password').fill(demoPassword)
  await press(phone, 'Sign in')
  await press(phone, 'I am here for Harbour House')
  await sees(phone, 'You are checked in')
  await expect(chair.getByRole('button', { name: 'Check out Harbour House' })).toBeVisible()
  await phone.getByRole('link', { name: 'Go to the meeting' }).click()
  await sees(phone, 'Not in session yet')
})

test('[M3] the chair checks in before the session opens, and sees the quorum come together', async () => {
  await press(chair, 'Open the session')
  await sees(chair, 'Check in first: a meeting begins with its chair present.')
  await press(chair, 'Dismiss')
  await press(chair, 'Check in by office')
  await sees(chair, /Here by office since/)
  await press(member, 'Check in for Ministry of Interior')
  await press(observer, 'Check in for Migration Organisation')
  await sees(screen, 'Not quorate')
})

test('[M3] [V6] before its time and without a quorum the chair is asked, and may open the session all the same', async () => {
  await press(chair, 'Open the session')
  const question = chair.getByRole('dialog', { name: 'Open the session now?' })
  await expect(question).toContainText('those invited were told')
  await expect(question).toContainText('National Working Group has no quorum yet.')
  await press(chair, 'Wait')
  await expect(question).toBeHidden()
  await sees(member, 'Not in session yet')
  await checkInAll(meeting, others)
  await sees(screen, 'Quorate')
  await press(chair, 'Open the session')
  await expect(question).not.toContainText('no quorum')
  await press(chair, 'Open it all the same')
  for (const page of [chair, member, phone]) await sees(page, 'In session')
})

test('[M2] every screen follows the current item; a reader leaves, and rejoins with one key', async () => {
  await press(chair, 'Call up item 1')
  for (const page of [member, observer, screen]) await itemTitle(page, items.report)
  await member.getByRole('button', { name: items.adoption }).click()
  await sees(member, 'You are looking at item 3 · the meeting is at item 1')
  await press(chair, 'Finish, go on to item 2')
  await itemTitle(screen, items.referral)
  await sees(member, 'You are looking at item 3 · the meeting is at item 2')
  await itemTitle(member, items.adoption)
  await member.keyboard.press('g')
  await itemTitle(member, items.referral)
})

test('[M2] on a telephone an item that is chosen comes into view', async () => {
  await phone.getByRole('tab', { name: 'Agenda' }).click()
  await phone.getByRole('button', { name: items.adoption }).click()
  const title = phone.getByRole('heading', { name: items.adoption, level: 2 })
  await expect(title).toBeInViewport({ ratio: 1 })
  await expect(title).toBeFocused()
  await press(phone, 'Go there')
})

test('[M2] any other business comes up: who conducts adds it in the room, and it shows everywhere', async () => {
  await expect(member.getByRole('button', { name: 'Add an item' })).toBeHidden()
  await press(chair, 'Add an item')
  const dialog = chair.getByRole('dialog', { name: 'Add an item' })
  await expect(dialog.getByLabel('What it is')).toHaveValue('anyOtherBusiness')
  await dialog.getByLabel('Title').fill(business.title)
  await dialog.getByLabel('Note').fill(business.note)
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(member.getByRole('button', { name: business.title })).toBeVisible()
})

test('[M8] a long note is set smaller on the screen, and what is too long ends with a whole line', async () => {
  await chair.getByRole('button', { name: business.title }).click()
  await press(chair, 'Make it the current item')
  await itemTitle(screen, business.title)
  await sees(screen, 'The rest stands in the room, on every device.')
  const words = screen.locator('.screen-item__words')
  const lines = await words.evaluate(element => {
    const { height } = element.getBoundingClientRect()
    return height / Number.parseFloat(getComputedStyle(element).lineHeight)
  })
  expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05)
  for (const part of [words, screen.getByText(/^The rest stands/)]) await expect(part).toBeInViewport({ ratio: 1 })
  await press(chair, 'Finish, go on to item 2')
})

test('[M4] a point of order comes first, an observer is marked, and the chair calls with a key', async () => {
  await press(observer, 'Ask to speak')
  await sees(observer, 'You are next to speak.')
  await phone.getByRole('tab', { name: 'Floor' }).click()
  await press(phone, 'Point of order')
  await sees(observer, 'You are number 2 to speak.')
  const queue = chair.getByRole('region', { name: /^Waiting/ }).getByRole('listitem')
  await expect(queue).toHaveCount(2)
  await expect(queue.first()).toContainText('Maya Orlen')
  await expect(queue.last()).toContainText('Observer')
  // Off until somebody wants them: a stray press would move everybody's meeting.
  await press(chair, 'Keys')
  await chair.getByLabel('Keys that conduct the meeting are on').check()
  await chair.keyboard.press('Escape')
  await chair.keyboard.press('n')
  await sees(screen, 'Maya Orlen')
  await sees(phone, 'You have the floor.')
  // On every part of the room, not only where one asks for it.
  await phone.getByRole('tab', { name: 'Minutes' }).click()
  await sees(phone, 'You have the floor.')
  await phone.getByRole('button', { name: 'I have finished' }).first().click()
  // While somebody speaks the same key ends the speech.
  await sees(chair, 'Nobody has the floor')
  await chair.keyboard.press('n')
  await sees(observer, 'You have the floor.')
  await expect(phone.locator('.room-strip')).toContainText('Migration Organisation')
  await chair.keyboard.press('n')
  await sees(screen, 'The floor is open')
})

test('[M8] a vote calls on every screen, is cast on the telephone in five seconds, and ends in words', async () => {
  await press(chair, 'Finish, go on to item 3')
  await itemTitle(screen, items.adoption)
  await press(chair, 'Open the vote')
  await press(chair, 'Open the vote now')
  await sees(screen, 'The vote is open')
  await sees(phone, `A vote is open: ${items.adoption}`)

  const began = performance.now()
  await phone.getByRole('tab', { name: /^Vote/ }).click()
  await phone.getByRole('radio', { name: /^Yes/ }).check()
  await press(phone, 'Record: Yes')
  await sees(phone, /^Yes, confirmed by the server at/)
  expect(performance.now() - began).toBeLessThan(5_000)
  // The meeting is in Vienna, the browser elsewhere: inside a meeting there is one clock.
  await sees(phone, 'All times are in Central European')
  await sees(phone, new RegExp(`confirmed by the server at (${clockInVienna().join('|')})`))

  await member.getByRole('radio', { name: /^Yes/ }).check()
  await press(member, 'Record: Yes')
  await sees(screen, '2 of 20')
  const { floor } = await sure(meeting.house.as('coordinator', 'GET', `/api/meetings/${meeting.id}`))
  const motionId: string = floor.items.find((item: any) => item.title === items.adoption).motions[0].id
  await meeting.house.castAllYes(motionId, 'coordinator')
  await press(chair, 'Close the vote now')
  await chair.getByRole('dialog').getByRole('button', { name: 'Close the vote now' }).click()
  for (const page of [chair, member, phone, screen]) await sees(page, 'Adopted')
  await sees(screen, /^No seat against · Decision NWG \d+\/2$/)
})

test('[M2] who loses the network is told so, and is up to date when it returns', async () => {
  await member.context().setOffline(true)
  await sees(member, /^No live connection/)
  await press(chair, 'Session')
  await chair.getByRole('menuitem', { name: 'Suspend' }).click()
  await chair.getByLabel('Expected to go on at').fill('08:15')
  await sees(chair, /^Everybody is told: expected to go on at .*08:15\.$/)
  await chair.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
  await sees(screen, /^Suspended since/)
  for (const page of [screen, phone]) await sees(page, /xpected to go on at .*08:15/)
  await member.context().setOffline(false)
  await sees(member, /^Suspended since/)
  await sees(member, 'Live')
})

test('every page of the meeting is sound for everyone, at a desk and on a telephone', async ({ browser }) => {
  const gallery = new Gallery(browser, server)
  const path = `/meetings/${meeting.id}`
  await gallery.look([
    { as: 'coordinator', path: `${path}/room`, title: 'Fourth meeting of the year' },
    { as: 'ngo-shelter', path: `${path}/room`, title: 'Fourth meeting of the year' },
    { as: 'secretariat', path: `${path}/screen`, title: 'Room screen: Fourth meeting of the year' },
    { as: 'employers', path: `${path}/check-in`, title: 'Check in' },
  ])
  await gallery.close()
})

test('[M2] the session is resumed and adjourned, and every screen says so', async () => {
  await press(chair, 'Resume the session')
  await sees(screen, 'Adopted')
  await press(chair, 'Session')
  await chair.getByRole('menuitem', { name: 'Adjourn' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Adjourn' }).click()
  await sees(screen, 'The meeting is adjourned')
  await sees(phone, 'Adjourned')
})
