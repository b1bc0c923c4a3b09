/** A text that the NGO seats object to, from its return to its dissent in print; and votes that are paused and voided. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { hourMs } from '#shared/core'
import {
  checkInAll,
  conveneMeeting,
  enterHouse,
  fileStatement,
  startTestServer,
  sure,
  type ConvenedMeeting,
  type House,
  type TestServer,
} from '#tests/support'
import { press, sees, type VisitorOptions, Visitors } from './browser.ts'
import { sound } from './look.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const desk: VisitorOptions = { viewport: { width: 1440, height: 900 } }
const telephone: VisitorOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }

const ngos = ['ngo-shelter', 'ngo-hotline', 'ngo-legal-aid', 'ngo-children']
/** Seats of the State and of the partners, but that of the Interior, for which its alternate is in the room. */
const others = [
  ...['foreign-affairs', 'labour', 'welfare', 'health', 'justice', 'finance', 'education', 'prosecutor'],
  ...['police-academy', 'judicial-training', 'labour-inspectorate', 'statistics', 'child-agency'],
  ...['unions', 'employers'],
]
const agreed = 'Shelters are named in the first paragraph of the next version.'
const dissent = 'The shelters are named, and nobody pays for them.'

let server: TestServer
let house: House
let meeting: ConvenedMeeting
let versionId: string
const visitors = new Visitors()
const pages = new Map<string, Page>()

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  versionId = await enterHouse(server).submit('C.1.3')
  meeting = await conveneMeeting(server, {
    title: 'Meeting on the database',
    items: [
      { type: 'decision', title: 'First round', versionId },
      { type: 'discussion', title: 'Reconciliation' },
      { type: 'decision', title: 'Second round', versionId },
    ],
  })
  house = meeting.house
})
test.afterAll(async () => {
  await visitors.leave()
  await server.close()
})

/** The one browser of this person, at this address. */
async function at(browser: Browser, role: string, path: string, options: VisitorOptions = desk): Promise<Page> {
  const known = pages.get(role)
  if (known) {
    await known.goto(path)
    return known
  }
  const page = await visitors.enter(browser, server, role, options)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: options.colorScheme ?? null })
  pages.set(role, page)
  await page.goto(path)
  return page
}

const dialogOf = (page: Page) => page.getByRole('dialog')

async function cast(page: Page, choice: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
  await press(page, `Record: ${choice}`)
  await sees(page, new RegExp(`^${choice}, confirmed by the server at`))
}

async function castFor(motionId: string, roles: readonly string[], choice: 'YES' | 'NO'): Promise<void> {
  for (const role of roles) {
    const { mySeats, subject } = await sure(house.as(role, 'GET', `/api/motions/${motionId}`))
    const ballot = { seatId: mySeats[0].seatId, choice, digest: subject.digest }
    await sure(house.as(role, 'POST', `/api/motions/${motionId}/ballots`, ballot))
  }
}

const motionOf = async (item: string): Promise<string> => {
  const { floor } = await sure(house.as('coordinator', 'GET', `/api/meetings/${meeting.id}`))
  return floor.items.find(({ title }: any) => title === item).motions[0].id
}

/** The vote under the item that the meeting is at: the alternate for, the NGO seats against. @returns its address */
async function voteInRoom(browser: Browser, item: string): Promise<string> {
  const room = `/meetings/${meeting.id}/room`
  const chair = await at(browser, 'coordinator', room)
  await press(chair, 'Open the vote')
  await press(chair, 'Open the vote now')
  await sees(chair, 'Close the vote now')
  const motionId = await motionOf(item)
  const alternate = await at(browser, 'alternate-interior', room)
  await cast(alternate, 'Yes')
  const shelter = await at(browser, 'ngo-shelter', `/motions/${motionId}`, telephone)
  await cast(shelter, 'No')
  await castFor(motionId, others, 'YES')
  await castFor(motionId, ngos.slice(1), 'NO')
  await press(chair, 'Close the vote now')
  await dialogOf(chair).getByRole('button', { name: 'Close the vote now' }).click()
  return `/motions/${motionId}`
}

let first: string
let second: string

test('[V9] an alternate votes in the room, the NGO seats object, and the text is returned', async ({ browser }) => {
  const room = `/meetings/${meeting.id}/room`
  const chair = await at(browser, 'coordinator', room)
  await press(chair, 'Check in by office')
  const alternate = await at(browser, 'alternate-interior', room)
  await press(alternate, 'Check in for Ministry of Interior')
  await checkInAll(meeting, [...others, ...ngos])
  await press(chair, 'Open the session')
  await press(chair, 'Open it all the same')
  await press(chair, 'Call up item 1')
  first = await voteInRoom(browser, 'First round')
  for (const role of ['coordinator', 'alternate-interior']) {
    await sees(pages.get(role) ?? chair, 'Returned for reconciliation')
  }
  await press(chair, 'Finish, go on to item 2')
  const shelter = await at(browser, 'ngo-shelter', first)
  await expect(shelter.getByRole('heading', { name: 'Returned for reconciliation', level: 2 })).toBeVisible()
  await sees(shelter, 'Dana Krell')
  await sound(shelter)
})

test('[V9] the section’s page tells each what is theirs to do, and until when', async ({ browser }) => {
  const section = `/sections/${await house.sectionId('C.1.3')}`
  const parts = {
    coordinator: 'You chair the group: speak with the NGO seats, then record what was agreed.',
    'ngo-shelter': 'You head an NGO seat: agree with the chair on what it takes, then record it together.',
    secretariat: 'The Secretariat brings the chair and the NGO seats together.',
    interior: 'You may go on writing.',
    'io-migration': 'Nothing is asked of you.',
  }
  for (const [role, part] of Object.entries(parts)) {
    const page = await at(browser, role, section)
    await sees(page, 'the chair and the head of an NGO seat can record together what was agreed')
    await sees(page, part)
    await sound(page)
    await page.goto(`/versions/${versionId}`)
    await sees(page, part)
  }
  for (const role of ['coordinator', 'ngo-shelter']) {
    const page = await at(browser, role, '/')
    await sees(page, /^Reconcile, and record it together: C\.1\.3/)
    await sound(page)
  }
})

test('[V9] chair and NGO head record what was agreed; declined once, confirmed then', async ({ browser }) => {
  const chair = await at(browser, 'coordinator', `/sections/${await house.sectionId('C.1.3')}`)
  await chair.getByRole('link', { name: 'Record the reconciliation' }).click()
  for (const words of ['We spoke.', agreed]) {
    await press(chair, 'Record the reconciliation')
    const dialog = dialogOf(chair)
    await expect(dialog.getByRole('button', { name: 'Ask for confirmation' })).toBeDisabled()
    await dialog.getByLabel('What was agreed').fill(words)
    await sound(chair)
    await dialog.getByRole('button', { name: 'Ask for confirmation' }).click()
    await sees(chair, /^It waits for the head of an NGO seat to confirm, until/)
    await sound(chair)
    await expect(chair.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0)

    const shelter = await at(browser, 'ngo-shelter', '/')
    await shelter.getByRole('link', { name: /^Confirm the reconciliation: C\.1\.3/ }).click()
    await sees(shelter, words)
    const answer = words === agreed ? 'Confirm' : 'Decline'
    await press(shelter, answer)
    await sound(shelter)
    await dialogOf(shelter).getByRole('button', { name: answer }).click()
    await expect(dialogOf(shelter)).toHaveCount(0)
    if (words !== agreed) for (const page of [chair, shelter]) await sees(page, /declined by/)
  }
  for (const page of [chair, await at(browser, 'ngo-shelter', first)]) {
    await sees(page, 'The second round can be opened now.')
    await sees(page, agreed)
  }
  await chair.goto('/')
  await sees(chair, /^Open the second round: C\.1\.3/)
})

test('[V9] in the second round two thirds of all adopt it over the objection', async ({ browser }) => {
  const chair = await at(browser, 'coordinator', `/meetings/${meeting.id}/room`)
  await press(chair, 'Finish, go on to item 3')
  second = await voteInRoom(browser, 'Second round')
  await sees(chair, 'Adopted over the objection of the NGO seats')
  const observer = await at(browser, 'io-migration', second)
  await expect(
    observer.getByRole('heading', { name: 'Adopted over the objection of the NGO seats', level: 2 }),
  ).toBeVisible()
  await sees(observer, /objected and may hand in a dissent, or waive it, until/)
  await sound(observer)
  await observer.goto(first)
  await sees(observer, 'The text has been put to the vote again since.')
  await observer.getByRole('link', { name: 'Go to that vote' }).click()
  await expect(observer).toHaveURL(new RegExp(`${second}$`))
})

test('[V9] the NGO heads hand in their dissent, or waive it, for their own seat only', async ({ browser }) => {
  const shelter = await at(browser, 'ngo-shelter', '/')
  await shelter.getByRole('link', { name: /^Hand in your dissent, or waive it: C\.1\.3/ }).click()
  await press(shelter, 'Make a statement')
  const dialog = dialogOf(shelter)
  await dialog.getByRole('radio', { name: /^Dissent Printed/ }).check()
  await dialog.getByLabel('Words').fill(dissent)
  await sound(shelter)
  await dialog.getByRole('button', { name: 'Hand in' }).click()
  await expect(shelter.getByText(dissent)).toBeVisible()
  await sound(shelter)
  const hotline = await at(browser, 'ngo-hotline', second, telephone)
  await press(hotline, 'Make a statement')
  await dialogOf(hotline)
    .getByRole('radio', { name: /^Dissent waived/ })
    .check()
  await dialogOf(hotline).getByRole('button', { name: 'Hand in' }).click()
  await sees(hotline, 'Dissent waived')

  const alternate = await at(browser, 'alternate-interior', second)
  await press(alternate, 'Make a statement')
  await expect(dialogOf(alternate).getByRole('radio', { name: /^Explanation of vote/ })).toBeVisible()
  await expect(dialogOf(alternate).getByRole('radio', { name: /^Dissent/ })).toHaveCount(0)
  await alternate.keyboard.press('Escape')
  await expect(dialogOf(alternate)).toHaveCount(0)

  for (const role of ngos.slice(2)) {
    const { mayState } = await sure(house.as(role, 'GET', `/api${second}/after`))
    const body = { kind: 'dissent', seatId: mayState[0].seatId, text: `Said for ${role}.` }
    await sure(house.as(role, 'POST', `/api${second}/statements`, body))
  }
})

test('[V3] an alternate is told before handing in that the head has spoken, and all see what does not stand', async ({
  browser,
}) => {
  await fileStatement(house, second.replace('/motions/', ''), 'interior', 'explanation', 'The budget allows it.')
  const alternate = await at(browser, 'alternate-interior', second)
  await press(alternate, 'Make a statement')
  const dialog = dialogOf(alternate)
  await dialog.getByRole('radio', { name: /^Reservation/ }).check()
  const notice = dialog.getByText('The head of the seat has spoken.')
  await expect(notice).toHaveCount(0)
  await dialog.getByRole('radio', { name: /^Explanation of vote/ }).check()
  await expect(notice).toBeVisible()
  await sound(alternate)
  await dialog.getByLabel('Words').fill('The budget does not allow it.')
  await dialog.getByRole('button', { name: 'Hand in' }).click()
  await sees(alternate, 'Handed in and kept. The head’s words stand.')
  for (const role of ['alternate-interior', 'ngo-hotline']) {
    const page = await at(browser, role, second)
    await expect(page.getByText('The budget allows it.')).toBeVisible()
    await expect(page.getByText('The budget does not allow it.')).toBeHidden()
    await page.getByText('Handed in, and not standing (1)').click()
    await expect(page.getByText('The budget does not allow it.')).toBeVisible()
    await sees(page, 'It does not stand: the head’s words come before an alternate’s.')
    await sound(page)
  }
})

test('[V9] certified by two persons: the same person twice is refused', async ({ browser }) => {
  const chair = await at(browser, 'coordinator', '/')
  // Several outcomes wait: each is listed, and leads to its own vote.
  await sees(chair, 'Outcomes you certify')
  await chair.getByRole('link', { name: 'C.1.3 Capacity building', exact: true }).click()
  await expect(chair).toHaveURL(new RegExp(`${second}$`))
  await press(chair, 'Certify the outcome')
  await sound(chair)
  await dialogOf(chair).getByRole('button', { name: 'Ask for confirmation' }).click()
  await sees(chair, /^It waits for the Secretariat to confirm, until/)
  await expect(chair.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0)
  const { jointActs } = await sure(house.as('coordinator', 'GET', `/api${second}/after`))
  const [asked] = jointActs.filter((act: any) => act.state === 'asked')
  const twice = await house.as('coordinator', 'POST', `/api${second}/joint-acts/${asked.id}/confirmation`)
  expect([twice.status, twice.body.type]).toEqual([403, '/problems/needs-two-persons'])

  const secretary = await at(browser, 'secretariat', '/')
  await secretary.getByRole('link', { name: /^Confirm the certification: C\.1\.3/ }).click()
  await press(secretary, 'Confirm')
  await sound(secretary)
  await dialogOf(secretary).getByRole('button', { name: 'Confirm' }).click()
  for (const page of [secretary, chair]) await expect(page.getByText('Certified', { exact: true })).toBeVisible()
  await expect(secretary.locator('h1')).toBeFocused()
  await sound(secretary)
  const shelter = await at(browser, 'ngo-shelter', second)
  await sees(shelter, dissent)
  // What was certified stands: a vote is still explained and corrected, and no dissent is added or changed.
  await press(shelter, 'Make a statement')
  await expect(dialogOf(shelter).getByRole('radio', { name: 'Explanation of vote' })).toBeVisible()
  await expect(dialogOf(shelter).getByRole('radio', { name: 'Dissent' })).toHaveCount(0)
  await press(shelter, 'Cancel')
})

test('[V9] the dissent is printed with the text', async ({ browser }) => {
  for (const role of ['interior', 'ngo-shelter', 'io-migration']) {
    const page = await at(browser, role, `/versions/${versionId}`)
    const printed = page.getByRole('region', { name: 'Statements printed with this text' })
    await expect(printed).toContainText(dissent)
    await expect(printed).toContainText('Dissent waived')
    await sound(page)
  }
  const page = await at(browser, 'io-migration', `/sections/${await house.sectionId('C.1.3')}`)
  await expect(page.getByRole('region', { name: 'Statements printed with the adopted version 1' })).toContainText(
    dissent,
  )
  await sound(page)
})

test('[V5] [V13] a running vote is paused and resumed by two persons, and all see it', async ({ browser }) => {
  const submitted = await house.submit('C.2.3')
  const motionId = await house.openVote('chair-prevention', 'sectionVersion', submitted)
  const motion = `/motions/${motionId}`
  const chair = await at(browser, 'chair-prevention', motion)
  const hotline = await at(browser, 'ngo-hotline', motion)
  const secretary = await at(browser, 'secretariat', motion)
  const together = async (act: string, field: string, words: string): Promise<void> => {
    await press(chair, act)
    await dialogOf(chair).getByLabel(field).fill(words)
    await dialogOf(chair).getByRole('button', { name: 'Ask for confirmation' }).click()
    await sees(hotline, words)
    await press(secretary, 'Confirm')
    await dialogOf(secretary).getByRole('button', { name: 'Confirm' }).click()
    await expect(dialogOf(secretary)).toHaveCount(0)
  }
  await together('Pause the vote', 'Technical cause', 'The network of the hall is down.')
  for (const page of [chair, hotline, secretary]) {
    await sees(page, 'The vote is paused for a technical cause.')
    await sound(page)
  }
  await expect(hotline.getByRole('button', { name: /^Record/ })).toHaveCount(0)
  server.advance(hourMs)
  await together('Resume the vote', 'What was mended', 'The network is back.')
  await expect(hotline.getByText('The vote is paused for a technical cause.')).toHaveCount(0)
  await cast(hotline, 'Yes')

  await press(chair, 'Void the vote')
  const dialog = dialogOf(chair)
  await dialog.getByLabel('What went wrong').fill('An annex was missing.')
  await expect(dialog.getByRole('button', { name: 'Ask for confirmation' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'The wrong text' }).check()
  await sound(chair)
  await dialog.getByRole('button', { name: 'Ask for confirmation' }).click()
  await press(secretary, 'Decline')
  await sound(secretary)
  await dialogOf(secretary).getByRole('button', { name: 'Decline' }).click()
  for (const page of [chair, hotline, secretary]) await sees(page, /declined by/)
  await expect(hotline.getByRole('heading', { name: 'Voided', level: 2 })).toHaveCount(0)

  await press(secretary, 'Void the vote')
  await dialogOf(secretary).getByRole('radio', { name: 'The wrong text' }).check()
  await dialogOf(secretary).getByLabel('What went wrong').fill('The annex was missing indeed.')
  await dialogOf(secretary).getByRole('button', { name: 'Ask for confirmation' }).click()
  await press(chair, 'Confirm')
  await dialogOf(chair).getByRole('button', { name: 'Confirm' }).click()
  const rapporteur = await at(browser, 'rapporteur', motion)
  for (const page of [chair, hotline, secretary, rapporteur]) {
    await expect(page.getByRole('heading', { name: 'Voided', level: 2 })).toBeVisible()
    await sees(page, 'The annex was missing indeed.')
    await sound(page)
  }
  expect(await sure(house.as('rapporteur', 'GET', '/api/record/check'))).toMatchObject({ ok: true })
})
