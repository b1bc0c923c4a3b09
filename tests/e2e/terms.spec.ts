/** Terms of reference in the browser: chosen, submitted, adopted and in force; by mouse, keyboard and telephone. */
import { expect, test, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { enterHouse, openText, startTestServer, sure, type House, type LiveText, type TestServer } from '#tests/support'
import { openAs } from './browser.ts'
import { Gallery } from './look.ts'

let server: TestServer
let house: House

test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
test.afterAll(() => server.close())

const entry = async (name: string) =>
  ((await sure(house.as('secretariat', 'GET', '/api/terms'))) as any[]).find(terms => terms.name === name)
/** Somebody writes other words into a sentence. */
function reword(text: LiveText, before: string, after: string): void {
  const leaves = (node: unknown): readonly Y.XmlText[] => {
    if (node instanceof Y.XmlText) return [node]
    return node instanceof Y.XmlFragment ? node.toArray().flatMap(leaves) : []
  }
  const leaf = leaves(text.doc.getXmlFragment('narrative')).find(words => words.toString().includes(before))
  if (!leaf) throw new Error(`nowhere is “${before}”`)
  const at = leaf.toString().indexOf(before)
  text.doc.transact(() => {
    leaf.delete(at, before.length)
    leaf.insert(at, after)
  })
}
const rulesOf = (page: Page) => page.getByRole('tab', { name: 'Rules' }).click()

test('[G10] a group chooses its rules, adopts them with its text, and votes under them', async ({ browser }) => {
  const { id, group } = await entry('Prevention')
  const member = await openAs(browser, server, 'labour')
  const { page } = member
  await page.goto(`/groups/${group.id}`)
  await expect(page.getByText('votes run under the default rules')).toBeVisible()
  await page.getByRole('link', { name: 'Open the draft' }).click()
  await expect(page.getByRole('heading', { name: 'Purpose' })).toBeVisible()

  await rulesOf(page)
  await expect(page.getByText('Of 5 seats, 3 must take part.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Quorum', exact: true }).selectOption('3/4')
  await expect(page.getByText('Of 5 seats, 4 must take part.')).toBeVisible()
  await page.getByRole('radio', { name: /Nothing follows/ }).check()
  await expect(page.getByText('The NGO seats could be outvoted unseen')).toBeVisible()
  await page.getByRole('radio', { name: /The text is not adopted/ }).check()
  await page.getByRole('spinbutton', { name: 'Silence procedure', exact: true }).fill('71')
  await expect(page.getByText('The least that any group can set is 3 days.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save 3 changes' })).toBeDisabled()
  await page.getByRole('spinbutton', { name: 'Silence procedure', exact: true }).fill('96')

  const { settings } = await sure(house.as('secretariat', 'GET', `/api/terms/${id}`))
  const meanwhile = { digest: settings.digest, changes: { extensions: 2, ngoPolicy: 'VISIBLE_ONLY' } }
  await sure(house.as('education', 'PATCH', `/api/terms/${id}/settings`, meanwhile))
  await expect(page.getByText('Both of you changed: When the NGO seats oppose.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'I have seen it' }).click()
  await page.getByRole('button', { name: 'Save 3 changes' }).click()
  await expect(page.getByText('The draft is saved.', { exact: false })).toBeVisible()

  await page.getByRole('tab', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Submit text and rules' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /Putting a deadline later/ })).toBeVisible()
  await expect(dialog.getByText('6 headings hold nothing but the questions of the outline')).toBeVisible()
  await dialog.getByRole('button', { name: 'Submit exactly this text' }).click()
  await page.getByRole('link', { name: 'Version 1', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rules in this version' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Compare with another version' })).toHaveCount(0)
  await member.close()

  const pending = (await entry('Prevention')).pending
  const chair = await openAs(browser, server, 'chair-prevention')
  await chair.page.goto(`/terms-versions/${pending.id}`)
  await chair.page.getByRole('button', { name: 'Put to the vote' }).click()
  await chair.page.getByRole('button', { name: 'All are present' }).click()
  await chair.page.getByRole('button', { name: 'Open the vote now' }).click()
  await expect(chair.page.getByText('Two thirds of all seats')).toBeVisible()
  await expect(chair.page.getByText('The default rules: no terms of reference were in force')).toBeVisible()
  await chair.page.getByRole('button', { name: 'Text', exact: true }).click()
  const firstText = chair.page.getByRole('dialog')
  await expect(firstText.getByText('This body had no terms of reference in force before this version')).toBeVisible()
  await expect(firstText.getByRole('columnheader', { name: 'Default rules' })).toBeVisible()
  await expect(chair.page.getByText('Changes since the adopted version')).toHaveCount(0)
  await chair.page.keyboard.press('Escape')
  const motionId = new URL(chair.page.url()).pathname.split('/').at(-1) ?? ''
  await house.castAllYes(motionId, 'chair-prevention')
  await sure(house.close('chair-prevention', motionId))

  await chair.page.goto(`/groups/${group.id}`)
  await expect(chair.page.getByText('Version 1, in force since')).toBeVisible()
  await expect(chair.page.getByText('more than 3/4 of the seats', { exact: false })).toBeVisible()
  const next = await house.openVote('chair-prevention', 'sectionVersion', await house.submit('C.2.2'))
  await chair.page.goto(`/motions/${next}`)
  await chair.page.getByRole('link', { name: 'Terms of reference, version 1' }).click()
  await expect(chair.page).toHaveURL(new RegExp(`/terms-versions/${pending.id}$`))
  await chair.close()
})

test('[G10, E9] a vote on a second version shows what it changes, in the words and in the rules', async ({
  browser,
}) => {
  const nwg = await entry('National Working Group')
  const text = await openText(server.url, await house.cookie('secretariat'), nwg.id)
  reword(text, 'at least every three months', 'at least every two months')
  const preview = () => sure(house.as('interior', 'GET', `/api/terms/${nwg.id}/preview`))
  await expect.poll(async () => JSON.stringify(await preview())).toContain('every two months')
  text.leave()
  const { settings } = await sure(house.as('secretariat', 'GET', `/api/terms/${nwg.id}`))
  const changes = { quorumMoreThan: { numerator: 3, denominator: 5 } }
  await sure(house.as('secretariat', 'PATCH', `/api/terms/${nwg.id}/settings`, { digest: settings.digest, changes }))
  const { digest } = await preview()
  const { id } = await sure(house.as('interior', 'POST', `/api/terms/${nwg.id}/versions`, { digest }))
  const motionId = await house.openVote('coordinator', 'termsVersion', id)

  const sees = async (page: Page) => {
    await expect(page.locator('del')).toHaveText(['deleted: three end of deletion'])
    await expect(page.locator('ins')).toHaveText(['inserted: two end of insertion'])
    const quorum = page.getByRole('row', { name: /^Quorum / })
    await expect(quorum).toContainText('more than 1/2 of the seats')
    await expect(quorum).toContainText('more than 3/5 of the seats')
  }
  const asksForChanges = async (page: Page) => {
    await page.getByRole('button', { name: 'Changes since the adopted version' }).click()
    await sees(page)
  }
  const voter = await openAs(browser, server, 'welfare')
  await voter.page.goto(`/motions/${motionId}`)
  await voter.page.getByRole('radio', { name: /^Yes/ }).check()
  await asksForChanges(voter.page)
  await voter.page.getByRole('dialog').getByRole('tab', { name: 'Text' }).click()
  await expect(voter.page.getByRole('dialog').getByText('at least every two months')).toBeVisible()
  await voter.page.keyboard.press('Escape')
  await expect(voter.page.getByRole('radio', { name: /^Yes/ })).toBeChecked()
  await voter.page.goto(`/terms-versions/${id}`)
  await voter.page.getByRole('tab', { name: 'Compare with another version' }).click()
  await expect(voter.page).toHaveURL(new RegExp(`from=${nwg.inForce.id}`))
  await sees(voter.page)
  await voter.close()

  const gallery = new Gallery(browser, server)
  await gallery.look([
    { as: 'welfare', path: `/motions/${motionId}`, title: /^Terms of reference/, when: asksForChanges },
    { as: 'welfare', path: `/terms-versions/${id}?from=adopted`, title: /^Terms of reference/, when: sees },
  ])
  await gallery.close()
  await house.castAllYes(motionId, 'coordinator')
  await sure(house.close('coordinator', motionId))
})

test('[G10] a vote with a seat without memorandum says so and opens; the register is kept by the Secretariat', async ({
  browser,
}) => {
  const { pending } = await entry('Support and Protection')
  const chair = await openAs(browser, server, 'chair-protection')
  await chair.page.goto(`/terms-versions/${pending.id}`)
  await chair.page.getByRole('button', { name: 'Put to the vote' }).click()
  await expect(
    chair.page.getByText('Without a memorandum of understanding in force: Open Door Legal Aid.'),
  ).toBeVisible()
  await chair.page.getByRole('button', { name: 'All are present' }).click()
  await expect(chair.page.getByRole('button', { name: 'Open the vote now' })).toBeEnabled()
  await chair.close()

  const secretariat = await openAs(browser, server, 'secretariat')
  const { page } = secretariat
  await page.goto('/terms')
  await page.getByRole('button', { name: 'Register a memorandum' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'NGO' }).selectOption({ label: 'Open Door Legal Aid' })
  await dialog.getByRole('textbox', { name: 'Reference' }).fill('MoU 7/2026')
  await dialog.getByLabel('Valid from').fill('2026-01-01')
  await dialog.getByLabel('Valid to').fill('2025-12-31')
  await expect(dialog.getByText('The last day lies before the first.')).toBeVisible()
  await dialog.getByLabel('Valid to').fill('')
  await dialog.getByRole('button', { name: 'Register a memorandum' }).click()
  await expect(page.getByRole('row', { name: /MoU 7\/2026/ })).toContainText('In force')
  await secretariat.close()
})

test('[G10] the parts are reached by keyboard', async ({ browser }) => {
  const { id } = await entry('National Working Group')
  const visitor = await openAs(browser, server, 'secretariat')
  const { page } = visitor
  await page.goto(`/terms/${id}`)
  await page.getByRole('tab', { name: 'Text' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Rules' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Who must take part' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('tabpanel', { name: /Versions/ })).toBeVisible()
  await visitor.close()
})

test('the pages hold by day at a desk and by night on a telephone', async ({ browser }) => {
  const gallery = new Gallery(browser, server)
  const of = (body: string): string => `Terms of reference: ${body}`
  const nwg = await entry('National Working Group')
  const office = await entry('National Secretariat')
  await gallery.look([
    { as: 'secretariat', path: '/terms', title: 'Terms of reference' },
    { as: 'secretariat', path: `/terms/${nwg.id}`, title: of('National Working Group') },
    { as: 'labour', path: `/terms/${nwg.id}`, title: of('National Working Group'), when: rulesOf },
    { as: 'rapporteur', path: `/terms/${nwg.id}`, title: of('National Working Group'), when: rulesOf },
    { as: 'labour', path: `/terms/${office.id}`, title: of('National Secretariat'), when: rulesOf },
    { as: 'labour', path: `/terms-versions/${nwg.inForce.id}`, title: of('National Working Group') },
    { as: 'secretariat', path: `/groups/${nwg.group.id}`, title: 'National Working Group' },
  ])
  await gallery.close()
})
