/** Votes that are not a roll call: by correspondence, by silence, and a secret ballot that elects a chair. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { dayMs, hourMs } from '#shared/core'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { type VisitorOptions, Visitors } from './browser.ts'
import { sound } from './look.ts'

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

const desk: VisitorOptions = { viewport: { width: 1440, height: 900 } }
const telephone: VisitorOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }

async function enter(browser: Browser, role: string, options: VisitorOptions = desk): Promise<Page> {
  const page = await visitors.enter(browser, server, role, options)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: options.colorScheme ?? null })
  return page
}

/** Sessions of the time before have run out. */
async function comeBack(browser: Browser, role: string, options?: VisitorOptions): Promise<Page> {
  house = enterHouse(server)
  return enter(browser, role, options)
}

const members = ['ngo-hotline', 'education', 'labour-inspectorate', 'employers', 'chair-prevention'] as const

test('by correspondence: reminders grow in weight, and the count is hidden until the close', async ({ browser }) => {
  const versionId = await house.submit('C.2.2')
  const chair = await enter(browser, 'chair-prevention')
  await chair.goto(`/versions/${versionId}`)
  await chair.getByRole('button', { name: 'Put to the vote' }).click()
  const opening = chair.getByRole('dialog', { name: 'Open the vote' })
  // What was never adopted is not passed by silence, and the dialog says so before it is tried.
  await expect(opening.getByRole('radio', { name: /^Silence procedure/ })).toBeDisabled()
  await expect(opening.getByText('what a group adopts for the first time')).toBeVisible()
  await opening.getByRole('radio', { name: /^By correspondence/ }).check()
  await sound(chair)
  await opening.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(chair).toHaveURL(/\/motions\//)
  const motion = new URL(chair.url()).pathname

  const hotline = await enter(browser, 'ngo-hotline', telephone)
  await hotline.goto(motion)
  await hotline.getByRole('button', { name: 'Text', exact: true }).first().click()
  await hotline.keyboard.press('Escape')
  await hotline.getByRole('radio', { name: /^Yes/ }).check()
  await hotline.getByRole('button', { name: 'Record: Yes' }).click()
  await expect(hotline.getByText('Yes, confirmed by the server')).toBeVisible()
  await sound(hotline)

  // The chair sees that the seat was reached and has read, and not what it cast.
  await expect(chair.getByRole('heading', { name: 'Who was reached' })).toBeVisible()
  const row = chair.getByRole('row', { name: /Lifeline 24/ })
  await expect(row).toContainText('YesYes')
  await expect(chair.getByText('The count is hidden until the vote closes.')).toBeVisible()
  await expect(chair.getByText(/UTC/).first()).toBeVisible()

  const education = await enter(browser, 'education')
  await education.goto('/')
  await expect(education.getByText('Cast your ballot: ', { exact: false }).first()).toBeVisible()
  server.advance(3.6 * dayMs)
  await expect(education.getByText('Half of the time is over.')).toBeVisible()
  server.advance(2.5 * dayMs)
  await expect(education.getByText('Less than a day is left.').first()).toBeVisible()
  await expect(education.getByText('Your ballot is missing: ', { exact: false })).toBeVisible()
  server.advance(0.85 * dayMs)
  await expect(education.getByText('Less than two hours are left.').first()).toBeVisible()
  await sound(education)
  await chair.reload()
  await expect(chair.locator('.motion-reminders li')).toHaveCount(3)

  for (const role of ['education', 'labour-inspectorate', 'employers']) {
    const seen = await sure(house.as(role, 'GET', `/api${motion}`))
    const body = { seatId: seen.mySeats[0].seatId, choice: 'YES', digest: seen.subject.digest }
    await sure(house.as(role, 'POST', `/api${motion}/ballots`, body))
  }
  server.advance(2 * hourMs)
  await expect(chair.getByRole('heading', { name: 'Adopted', level: 2 })).toBeVisible({ timeout: 20_000 })
  await expect(chair.getByText('4–0–0').first()).toBeVisible()
  await sound(chair)
})

test('by silence: saying nothing adopts, and other words break it', async ({ browser }) => {
  house = enterHouse(server)
  // A second version of a text that the group has adopted.
  const sectionId = await house.sectionId('C.2.2')
  const hotline = await comeBack(browser, 'ngo-hotline')
  await hotline.goto(`/sections/${sectionId}`)
  const text = hotline.getByRole('textbox', { name: /Text$/ })
  await text.locator('p').last().click()
  await hotline.keyboard.press('End')
  await hotline.keyboard.type(' And the hotline answers at night.')
  await expect(hotline.getByText('Saved', { exact: true })).toBeVisible()
  const versionId = await house.submit('C.2.2')

  const chair = await comeBack(browser, 'chair-prevention')
  await chair.goto(`/versions/${versionId}`)
  await chair.getByRole('button', { name: 'Put to the vote' }).click()
  const opening = chair.getByRole('dialog', { name: 'Open the vote' })
  await opening.getByRole('radio', { name: /^Silence procedure/ }).check()
  await expect(opening.getByRole('radio', { name: /^By correspondence/ })).toBeChecked()
  await sound(chair)
  await opening.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(chair).toHaveURL(/\/motions\//)
  const motion = new URL(chair.url()).pathname

  const employers = await comeBack(browser, 'employers', telephone)
  await employers.goto(motion)
  await expect(employers.getByText('Say nothing, and the text is adopted on')).toBeVisible()
  await expect(employers.getByText('You have not opened the text yet.')).toBeVisible()
  await employers.getByRole('button', { name: 'Text', exact: true }).first().click()
  await employers.keyboard.press('Escape')
  await expect(employers.getByText('You have not opened the text yet.')).toHaveCount(0)
  await sound(employers)

  await employers.getByRole('radio', { name: /^Amend/ }).check()
  await employers.getByRole('button', { name: 'Record: Amend' }).click()
  await expect(employers.getByText('Write the words that you propose instead.')).toBeVisible()
  await employers.getByRole('textbox', { name: /The words you propose instead/ }).fill('And by day.')
  await employers.getByRole('button', { name: 'Record: Amend' }).click()
  const confirm = employers.getByRole('dialog', { name: 'Break the silence?' })
  await sound(employers)
  await confirm.getByRole('button', { name: 'Propose other words and break the silence' }).click()
  for (const page of [employers, chair]) {
    await expect(page.getByRole('heading', { name: 'Silence broken', level: 2 })).toBeVisible()
  }
  await expect(chair.getByText('And by day.')).toBeVisible()
  await sound(chair)
})

test('a chair is elected by secret ballot on a telephone', async ({ browser }) => {
  house = enterHouse(server)
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const group = groups.find(one => one.code === 'prevention')
  const secretariat = await comeBack(browser, 'secretariat')
  await secretariat.goto(`/groups/${group.id}`)
  await secretariat.getByRole('button', { name: 'Elect a chair' }).click()
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Open the list' }).click()
  await expect(secretariat).toHaveURL(/\/elections\//)
  const election = new URL(secretariat.url()).pathname
  await sound(secretariat)

  const hotline = await comeBack(browser, 'ngo-hotline', telephone)
  await hotline.goto(election)
  for (const name of [/Idris Nol/, /Davor Quist/]) {
    await hotline.getByRole('button', { name: 'Propose a candidate' }).click()
    const dialog = hotline.getByRole('dialog', { name: 'Propose a candidate' })
    const option = dialog.locator('option').filter({ hasText: name })
    await dialog
      .getByRole('combobox')
      .first()
      .selectOption((await option.getAttribute('value')) ?? '')
    await dialog.getByRole('button', { name: 'Propose a candidate' }).click()
    await expect(hotline.getByText(name).first()).toBeVisible()
  }
  await sound(hotline)
  await secretariat.getByRole('button', { name: 'Close the list' }).click()
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Close the list' }).click()
  await secretariat.getByRole('button', { name: 'Put to secret ballot' }).click()
  const opening = secretariat.getByRole('dialog', { name: 'Open the vote' })
  await expect(opening.getByText('Persons are elected by secret ballot.', { exact: false })).toBeVisible()
  await opening.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(secretariat).toHaveURL(/\/motions\//)
  const motion = new URL(secretariat.url()).pathname

  const education = await comeBack(browser, 'education', telephone)
  await education.goto(motion)
  await expect(education.getByText('Final: a paper cannot be taken out', { exact: false })).toBeVisible()
  await education.getByRole('radio', { name: 'Idris Nol' }).check()
  await sound(education)
  await education.getByRole('button', { name: 'Put in: Idris Nol' }).click()
  await expect(education.getByText('Your paper is in the box')).toBeVisible()
  await expect(education.getByRole('radio')).toHaveCount(0)
  const kept = await education.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  const candidate = (await sure(house.as('education', 'GET', `/api${motion}`))).candidates[0].personId
  expect(kept).not.toContain(candidate)
  await sound(education)

  const recused = members.find(one => one !== 'education') ?? ''
  const aside = await comeBack(browser, recused, telephone)
  await aside.goto(motion)
  await aside.getByRole('radio', { name: 'Recused' }).check()
  await aside.getByRole('textbox', { name: 'Reason' }).fill('A candidate works for us.')
  await expect(aside.getByText('Everybody sees that the seat recused itself, and why.')).toBeVisible()
  await sound(aside)
  await aside.getByRole('button', { name: 'Record: Recused' }).click()
  await expect(aside.getByRole('status').filter({ hasText: 'Recused' })).toBeVisible()
  await expect(aside.getByRole('radio')).toHaveCount(0)

  for (const role of members.filter(one => one !== 'education' && one !== recused)) {
    const seen = await sure(house.as(role, 'GET', `/api${motion}`))
    const body = { seatId: seen.mySeats[0].seatId, digest: seen.subject.digest, candidate }
    await sure(house.as(role, 'POST', `/api${motion}/papers`, body))
  }
  server.advance(7 * dayMs)
  const after = await comeBack(browser, 'secretariat', telephone)
  await after.goto(motion)
  await expect(after.getByRole('heading', { name: 'Elected', level: 2 })).toBeVisible({ timeout: 20_000 })
  await expect(after.getByText('4 papers').first()).toBeVisible()
  await sound(after)
  await after.goto(election)
  await expect(after.getByText('Idris Nol was elected and holds the chair by this vote.')).toBeVisible()
  await after.goto(`/groups/${group.id}`)
  await expect(after.getByText('Chaired by Idris Nol', { exact: false })).toBeVisible()
})
