import { expect, test, type Browser, type Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { enterHouse, startTestServer, sure, type TestServer } from '#tests/support'
import { dayMs } from '#shared/core'
import { openAs } from './browser.ts'

const password = 'four sheep on a ferry'

let server: TestServer
test.afterEach(() => server.close())

test.describe('an empty workspace', () => {
  test.beforeEach(async () => {
    server = await startTestServer()
  })

  test('[G1] [G9] is set up from the printed link; the National Co-ordinator takes up the invitation and enters', async ({
    browser,
  }) => {
    const { page } = await openAs(browser, server, null)
    await page.goto('/sign-in')
    await expect(page.getByText('This workspace is not set up yet')).toBeVisible()

    await page.goto(server.setupLink ?? '')
    await page.getByLabel('Country').fill('Varnia')
    await expect(page.getByLabel('Name of the workspace')).toHaveValue('National response to trafficking, Varnia')
    await page.getByLabel('Name', { exact: true }).fill('Tomas Reith')
    await page.getByLabel('E-mail address').fill('tomas@example.org')
    await page.getByLabel('New password').fill(password)
    await page.getByLabel('The same password again').fill(password)
    await next(page)

    await page.getByRole('radio', { name: 'Yes, appointed' }).check()
    await page.getByLabel('Name', { exact: true }).fill('Ilira Vasko')
    await page.getByLabel('E-mail address').fill('ilira@example.org')
    await page.getByLabel('Ministry or body').fill('Ministry of Interior')
    await page.getByLabel('Act of appointment').fill('Decree 4 of 2026')
    await next(page)

    await fillLine(page, 'Ministry of Labour', null, 'Petra')
    // An address that somebody else has is told before anything is sent.
    await fillLine(page, 'NGO assisting trafficked persons', 'Harbour House', 'Petra')
    await next(page)
    await expect(page.getByRole('alert')).toContainText('Some fields need another look')
    await fillLine(page, 'NGO assisting trafficked persons', 'Harbour House', 'Maya')
    expect(await violations(page)).toEqual([])
    await next(page)

    const protection = page.getByRole('region', { name: 'Support and Protection' })
    await protection.getByRole('checkbox', { name: 'Ministry of Labour' }).check()
    await protection.getByRole('checkbox', { name: 'Harbour House' }).check()
    await protection.getByRole('combobox', { name: 'Chair' }).selectOption({ label: 'Maya (Harbour House)' })
    await next(page)
    await page.getByRole('button', { name: 'Set up the workspace' }).click()

    const slips = page.getByRole('listitem').filter({ hasText: '/invitation#' })
    await expect(slips).toHaveCount(3)
    const link = await slips.filter({ hasText: 'Ilira Vasko' }).locator('code').innerText()
    await page.getByRole('button', { name: 'Enter the workspace' }).click()
    await confirmDuty(page)
    await expect(page.getByRole('link', { name: 'People', exact: true })).toBeVisible()

    const { page: coordinator } = await openAs(browser, server, null)
    await coordinator.goto(link)
    await coordinator.getByLabel('New password').fill(password)
    await coordinator.getByLabel('The same password again').fill(password)
    await coordinator.getByRole('button', { name: 'Set password and enter' }).click()
    // Who puts the duty off is led to it again at the next signing in.
    await coordinator.getByRole('button', { name: 'Not now, sign out' }).click()
    await coordinator.getByLabel('E-mail address').fill('ilira@example.org')
    await coordinator.getByLabel('Password').fill(password)
    await coordinator.getByRole('button', { name: 'Sign in', exact: true }).click()
    await confirmDuty(coordinator)
    await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('Ilira Vasko')

    const { page: late } = await openAs(browser, server, null)
    await late.goto(link)
    await expect(late.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  })
})

test.describe('the demonstration', () => {
  test.beforeEach(async () => {
    server = await startTestServer({ demo: true })
  })

  test('signs in by one press, adds a passkey, and signs in by it', async ({ browser }) => {
    const { page } = await withAuthenticator(browser)
    await page.goto('/sign-in')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Ilira Vasko' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ilira Vasko')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(page.getByText('The passkey was added.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    // The software authenticator takes up the offer in the address field by itself, as a person would with a tap.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ilira Vasko')
    await page.goto('/account')
    await expect(page.getByText('by passkey')).toBeVisible()
  })

  test('at 127.0.0.1 says why passkeys do not work and where they do', async ({ browser }) => {
    const { page } = await openAs(browser, server, null)
    await page.goto(server.url.replace('localhost', '127.0.0.1'))
    await page.getByRole('link', { name: 'Open the same page at localhost' }).click()
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  })

  test('a session that ran out asks once, hides the page, and gives it back as it was', async ({ browser }) => {
    const { page } = await openAs(browser, server, 'secretariat')
    const groups: any[] = await sure(enterHouse(server).as('secretariat', 'GET', '/api/groups'))
    const path = `/groups/${groups.find(group => group.code === 'prevention').id}`
    await page.goto(path)
    await page.getByRole('button', { name: 'Elect a chair' }).click()
    await page.getByLabel('Title, if it is to have one of its own').fill('Chair until the summer')

    server.advance(8 * dayMs)
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    const later = enterHouse(server)
    const elect = async (code: string) =>
      sure(later.as('secretariat', 'POST', '/api/elections', { groupId: groups.find(one => one.code === code).id }))
    await elect('protection')
    const door = page.getByRole('dialog', { name: 'Your session has ended' })
    await expect(door.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    expect(await violations(page)).toEqual([])
    asked.length = 0
    await elect('prosecution')
    // Told to those who listen still, before what follows.
    await later.as('secretariat', 'GET', '/api/home')
    expect(asked.filter(one => one.startsWith('/api/groups') || one.startsWith('/api/elections'))).toEqual([])

    await door.getByRole('button', { name: 'Secretariat', exact: false }).first().click()
    await expect(door).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.getByLabel('Title, if it is to have one of its own')).toHaveValue('Chair until the summer')
    await page.getByRole('dialog').getByRole('button', { name: 'Open the list' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Chair until the summer' })).toBeVisible()
  })

  test('a suspended person is shut out at once', async ({ browser }) => {
    const { page: labour } = await openAs(browser, server, 'labour')
    await labour.goto('/motions')
    await expect(labour.getByRole('heading', { level: 1 })).toBeVisible()
    const { page } = await openAs(browser, server, 'secretariat')
    await page.goto('/people')
    await page.getByRole('button', { name: 'Acts for Petra Anders' }).click()
    await page.getByRole('menuitem', { name: 'Suspend' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
    await expect(page.getByRole('row', { name: /Petra Anders/ })).toContainText('Suspended')
    expect(await violations(page)).toEqual([])
    // At once, without a reload, and told why and whom to ask.
    const told = 'Your access is suspended at present. Ask the Secretariat of your workspace why, and for how long.'
    await expect(labour.getByText(told)).toBeVisible()
    await labour.reload()
    await expect(labour.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(labour.getByText(told)).toBeVisible()
    expect(await violations(labour)).toEqual([])
    await labour.getByRole('button', { name: 'Ilira Vasko' }).waitFor()
    await expect(labour.getByRole('button', { name: 'Petra Anders' })).toHaveCount(0)
  })
})

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function fillLine(page: Page, line: string, organisation: string | null, head: string): Promise<void> {
  const item = page.getByRole('listitem').filter({ has: page.getByRole('group', { name: line, exact: true }) })
  await item.getByRole('radio', { name: 'Filled' }).check()
  if (organisation !== null) await item.getByLabel('Organisation').fill(organisation)
  await item.getByLabel('Head: who speaks for the seat').fill(head)
  await item.getByLabel('E-mail address').fill(`${head.toLowerCase()}@example.org`)
}

async function confirmDuty(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The duty of confidentiality' })).toBeVisible()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Confirm and enter' }).click()
}

async function withAuthenticator(browser: Browser) {
  const visitor = await openAs(browser, server, null)
  const devtools = await visitor.context.newCDPSession(visitor.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return visitor
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}
