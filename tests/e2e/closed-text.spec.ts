/** The chair closes a section's text for writing while a member writes it, and opens it again. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { saved, textOf, Visitors, writeBelow } from './browser.ts'
import { Gallery } from './look.ts'

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

const enter = (browser: Browser, role: string) => visitors.enter(browser, server, role)

const notice = (page: Page) => page.locator('.ui-notice').filter({ hasText: 'Closed for writing by' })

test('[G8] the chair closes, a member reads why and cannot write; the chair opens, the member writes', async ({
  browser,
}) => {
  const id = await house.sectionId('C.2.2')
  const [chair, hotline] = await Promise.all([enter(browser, 'chair-prevention'), enter(browser, 'ngo-hotline')])
  await Promise.all([chair, hotline].map(page => page.goto(`/sections/${id}`)))
  await Promise.all([chair, hotline].map(saved))
  await writeBelow(hotline, 'Written before it was closed.')
  await saved(hotline)
  await expect(hotline.getByRole('button', { name: 'Close the text for writing' })).toHaveCount(0)

  // By keyboard alone.
  const act = chair.getByRole('button', { name: 'Close the text for writing' })
  await act.focus()
  await chair.keyboard.press('Enter')
  const closing = chair.getByRole('dialog', { name: 'Close the text of C.2.2 for writing?' })
  await expect(closing.getByLabel('Reason')).toBeFocused()
  await chair.keyboard.type('The session on Friday reads this text.')
  await chair.keyboard.press('Tab')
  await chair.keyboard.press('Tab')
  await expect(closing.getByRole('button', { name: 'Close the text for writing' })).toBeFocused()
  await chair.keyboard.press('Enter')

  // The focus is where it was, on the act that takes it back.
  const opener = chair.getByRole('button', { name: 'Open the text for writing again' })
  await expect(opener).toBeFocused()
  await expect(notice(chair)).toContainText('You can open it again under Versions.')
  await expect(notice(hotline)).toContainText('The session on Friday reads this text.')
  await expect(notice(hotline)).toContainText(/The chair of .* can open it again/)
  for (const page of [chair, hotline]) {
    await expect(page.locator('[contenteditable="true"]')).toHaveCount(0)
    await expect(page.getByText('Written before it was closed.')).toBeVisible()
    await expect(page.getByText('Live: changes by others appear here')).toBeVisible()
  }

  await opener.press('Enter')
  const reopening = chair.getByRole('dialog', { name: 'Open the text of C.2.2 for writing again?' })
  await reopening.getByRole('button', { name: 'Open the text for writing again' }).click()
  for (const page of [chair, hotline]) await expect(notice(page)).toHaveCount(0)
  await saved(hotline)
  await writeBelow(hotline, 'Written after it was opened.')
  await expect(textOf(chair)).toContainText('Written after it was opened.')
  await saved(hotline)
})

test('[G8] words written without a connection, and offered to a closed text, stay in sight until their writer discards them', async ({
  browser,
}) => {
  const id = await house.sectionId('C.2.3')
  const education = await enter(browser, 'education')
  await education.goto(`/sections/${id}`)
  await saved(education)
  await education.context().setOffline(true)
  await writeBelow(education, 'Written on the train.')
  await sure(house.as('chair-prevention', 'POST', `/api/sections/${id}/close-text`, {}))
  await education.context().setOffline(false)

  const late = education.getByRole('region', { name: 'Your words that are not in the text' })
  await expect(late).toBeVisible({ timeout: 60_000 })
  await expect(notice(education)).toBeVisible()
  await expect(education.getByText('Written on the train.')).toBeVisible()
  await expect(education.locator('[contenteditable="true"]')).toHaveCount(0)
  await late.getByRole('button', { name: 'Discard' }).click()
  await education.getByRole('dialog').getByRole('button', { name: 'Discard the words' }).click()
  await expect(education.getByText('Written on the train.')).toHaveCount(0)
  await expect(late).toHaveCount(0)
  await expect(education.getByText('Live: changes by others appear here')).toBeVisible()
  await sure(house.as('chair-prevention', 'POST', `/api/sections/${id}/reopen-text`))
})

test('[E1] submitted and closed in one act, the text opens with the outcome of the vote', async ({ browser }) => {
  const id = await house.sectionId('C.2.3')
  const [chair, member] = await Promise.all([enter(browser, 'chair-prevention'), enter(browser, 'labour-inspectorate')])
  await Promise.all([chair, member].map(page => page.goto(`/sections/${id}`)))
  await Promise.all([chair, member].map(saved))

  await member.getByRole('button', { name: 'Submit this text' }).click()
  const plain = member.getByRole('dialog', { name: 'Submit C.2.3' })
  await expect(plain.getByRole('button', { name: 'Submit exactly this text' })).toBeEnabled()
  await expect(plain.getByRole('checkbox')).toHaveCount(0)
  await member.keyboard.press('Escape')

  await chair.getByRole('button', { name: 'Submit this text' }).click()
  const dialog = chair.getByRole('dialog', { name: 'Submit C.2.3' })
  const closes = dialog.getByRole('checkbox', { name: 'Close the working text until the vote is over' })
  await expect(closes).not.toBeChecked()
  await closes.check()
  await dialog.getByRole('button', { name: 'Submit exactly this text' }).click()
  for (const page of [chair, member]) {
    await expect(notice(page)).toContainText('It opens by itself when the vote on version 1 is over')
  }

  const [version] = await sure(house.as('labour', 'GET', `/api/sections/${id}/versions`))
  const motion = await house.openVote('chair-prevention', 'sectionVersion', version.id)
  await house.castAllYes(motion, 'chair-prevention')
  await sure(house.close('chair-prevention', motion))
  await expect(notice(member)).toHaveCount(0)
  await saved(member)
  await writeBelow(member, 'Written after the vote.')
  await saved(member)
})

test('[L1] [G8] every page that tells of a closed text, at a desk and on a telephone', async ({ browser }) => {
  const [own, other] = [await house.sectionId('C.2.2'), await house.sectionId('C.1.2')]
  const reason = { reason: 'The session on Friday reads this text. Send what you still miss to the chair.' }
  await sure(house.as('chair-prevention', 'POST', `/api/sections/${own}/close-text`, reason))
  await sure(house.as('secretariat', 'POST', `/api/sections/${other}/close-text`, {}))
  const see = (text: string | RegExp) => (page: Page) =>
    page.getByText(text).filter({ visible: true }).first().waitFor()
  const title = /Reduction of vulnerability/
  const pressed = (name: string) => async (page: Page) => {
    const tab = page.getByRole('tab', { name: /^Versions/ })
    if (await tab.isVisible()) await tab.click()
    await page.getByRole('button', { name }).click()
    await page.getByRole('dialog').waitFor()
  }
  const gallery = new Gallery(browser, server)
  await gallery.look([
    { as: 'ngo-hotline', path: `/sections/${own}`, title, when: see(/^Live: changes by others/) },
    { as: 'rapporteur', path: `/sections/${own}`, title, when: see(/can open it again/) },
    { as: 'chair-prevention', path: `/sections/${own}`, title, when: pressed('Open the text for writing again') },
    { as: 'interior', path: `/sections/${other}`, title: /./, when: see(/or the Secretariat can open it again/) },
    { as: 'chair-prevention', path: '/plan', title: 'National Action Plan', when: see('Closed for writing') },
    { as: 'rapporteur', path: '/record?act=section', title: 'Record', when: see('Text closed for writing') },
  ])
  await sure(house.as('chair-prevention', 'POST', `/api/sections/${own}/reopen-text`))
  await gallery.look([
    { as: 'chair-prevention', path: `/sections/${own}`, title, when: pressed('Close the text for writing') },
    { as: 'chair-prevention', path: `/sections/${own}`, title, when: pressed('Submit this text') },
  ])
  await gallery.close()
})
