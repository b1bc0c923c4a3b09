/** Every page in every state a reader meets: nothing for axe, no sideways scrolling, nothing in the console, a title. */
import { expect, test, type Page } from '@playwright/test'
import { demoPassword, enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { openAs, saved } from './browser.ts'
import { Gallery, see } from './look.ts'

test.describe.configure({ timeout: 180_000 })

let server: TestServer
let house: House
let gallery: Gallery

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  gallery = new Gallery(browser, server)
})
test.afterAll(async () => {
  await gallery.close()
  await server.close()
})

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

async function planOf(kind: 'nap' | 'children') {
  return (await sure(house.as('secretariat', 'GET', '/api/plans'))).find((plan: any) => plan.kind === kind)
}
async function groupOf(code: string): Promise<string> {
  return (await sure(house.as('secretariat', 'GET', '/api/groups'))).find((group: any) => group.code === code).id
}
async function firstVersionOf(code: string): Promise<string> {
  const versions = await sure(house.as('secretariat', 'GET', `/api/sections/${await house.sectionId(code)}/versions`))
  return versions[0].id
}

test('the way in: set-up, sign-in, invitation, confidentiality, and a person without a seat', async ({ browser }) => {
  const empty = await startTestServer()
  const porch = new Gallery(browser, empty)
  await porch.look([
    { as: null, path: '/sign-in', title: /Sign in|set up/, when: see('This workspace is not set up yet') },
    {
      as: null,
      path: empty.setupLink ?? '',
      title: /Set up/,
      when: page => page.getByLabel('Country').waitFor(),
    },
  ])
  await porch.close()
  await empty.close()

  const email = 'newcomer@demo.example'
  const person = { name: 'Lena Ost', email, organisationId: null }
  const { id } = await sure(house.as('secretariat', 'POST', '/api/persons', person))
  const { url } = await sure(house.as('secretariat', 'POST', `/api/persons/${id}/invitation`))
  await gallery.look([
    { as: null, path: '/sign-in', title: 'Sign in', when: see('Ilira Vasko') },
    { as: null, path: url, title: /./, when: see('Lena Ost') },
    { as: null, path: '/invitation#used-up', title: /./, refused: 400, when: see('This link cannot be used') },
  ])
  await sure(
    server.call(null, 'POST', `/api/invitations/${new URL(url).hash.slice(1)}/accept`, { password: demoPassword }),
  )
  await gallery.look([{ as: 'newcomer', path: '/confidentiality', title: /confidentiality/i }])
  const { version } = await sure(house.as('newcomer', 'GET', '/api/me/confidentiality'))
  await sure(house.as('newcomer', 'POST', '/api/me/confidentiality', { version }))
  await gallery.look([{ as: 'newcomer', path: '/', title: /Lena Ost/, when: see('You have no seat yet') }])
})

test('home, the outlines, a section as its writer and as a reader, and a version', async () => {
  const own = `/sections/${await house.sectionId('C.2.2')}`
  await gallery.look([
    ...['secretariat', 'coordinator', 'ngo-shelter', 'io-migration', 'rapporteur'].map(as => ({
      as,
      path: '/',
      title: /^Good day/,
      when: see('Where the plans stand'),
    })),
    { as: 'coordinator', path: '/plan', title: 'National Action Plan', when: see('Guiding principles') },
    { as: 'secretariat', path: '/plan/children', title: /Children/, when: see('Guiding principles') },
    { as: 'io-migration', path: '/plan/children', title: /Children/, when: see('No sections are open to you') },
    { as: 'ngo-hotline', path: own, title: /Reduction of vulnerability/, when: saved },
    { as: 'ngo-shelter', path: own, title: /Reduction of vulnerability/, when: see(/^Live: changes by others/) },
    {
      as: 'secretariat',
      path: `/versions/${await firstVersionOf('C.2.1')}`,
      title: /Awareness/,
      when: see('About this version'),
    },
  ])
})

test('an open vote with its ballot, the dialog that opens one, and a decided vote', async () => {
  const version = await firstVersionOf('C.2.1')
  await gallery.look([
    { as: 'chair-prevention', path: `/versions/${version}`, title: /Awareness/, when: press('Put to the vote') },
  ])
  const open = await house.openVote('chair-prevention', 'sectionVersion', version)
  const { motions } = await sure(house.as('ngo-shelter', 'GET', '/api/motions'))
  const decided = motions.find((motion: any) => motion.state === 'decided').id
  await gallery.look([
    { as: 'ngo-hotline', path: '/', title: /^Good day/, when: see('Cast your ballot') },
    { as: 'ngo-hotline', path: '/motions', title: 'Votes', when: see('Open now') },
    { as: 'ngo-hotline', path: `/motions/${open}`, title: /Awareness/, when: see('Record the ballot') },
    { as: 'chair-prevention', path: `/motions/${open}`, title: /Awareness/, when: see('Conduct the vote') },
    { as: 'ngo-shelter', path: `/motions/${decided}`, title: /Victim identification/, when: see('How it was decided') },
  ])
  await house.castAllYes(open, 'chair-prevention')
  await sure(house.close('chair-prevention', open))
})

test('the page of a text, of a vote and of minutes asks for each thing once', async ({ browser }) => {
  const { page, close } = await openAs(browser, server, 'secretariat')
  const asked: string[] = []
  page.on('request', request => {
    const { pathname, search } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) asked.push(`${pathname}${search}`)
  })
  const { motions } = await sure(house.as('secretariat', 'GET', '/api/motions?state=decided'))
  const of = (kind: string) => motions.find((motion: any) => motion.subject.kind === kind)
  const section = of('sectionVersion')
  const { meetings } = await sure(house.as('secretariat', 'GET', '/api/meetings'))
  const held = meetings.find((meeting: any) => meeting.state === 'adjourned')
  for (const path of [
    `/versions/${section.subject.id}`,
    `/sections/${section.subject.baseId}`,
    `/terms-versions/${of('termsVersion').subject.id}`,
    `/terms/${of('termsVersion').subject.baseId}`,
    `/motions/${section.id}`,
    `/meetings/${held.id}/minutes`,
  ]) {
    asked.length = 0
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(
      asked.filter((url, index) => asked.indexOf(url) !== index),
      path,
    ).toEqual([])
  }
  await close()
})

test('what is left to do and what was decided: lists, dialogs, a search that finds nothing', async () => {
  await gallery.look([
    { as: 'finance', path: '/', title: /^Good day/, when: see(/overdue since/) },
    { as: 'io-migration', path: '/', title: /^Good day/, when: see('Next meeting') },
    { as: 'finance', path: '/action-items', title: 'Action items', when: see('Overdue') },
    { as: 'finance', path: '/action-items', title: 'Action items', when: press(/^Mark as done/) },
    { as: 'io-children', path: '/action-items', title: 'Action items', when: see('Nothing is left for you to do') },
    { as: 'rapporteur', path: '/decisions', title: 'Decisions', when: see(/^PROTECTION \d{4}\/1$/) },
    {
      as: 'rapporteur',
      path: '/decisions',
      title: 'Decisions',
      when: async page => {
        await page.getByRole('searchbox', { name: 'Search' }).fill('nowhere')
        await see('No decision has these words')(page)
      },
    },
  ])
})

test('groups, people, account, record, and an address without a page', async () => {
  const nwg = `/groups/${await groupOf('nwg')}`
  await gallery.look([
    { as: 'ngo-shelter', path: '/groups', title: 'Groups', when: see('National Working Group') },
    { as: 'secretariat', path: '/groups', title: 'Groups', when: press('Add a thematic group') },
    { as: 'secretariat', path: nwg, title: 'National Working Group', when: see('Rules for votes') },
    { as: 'secretariat', path: nwg, title: 'National Working Group', when: press('Add a seat') },
    { as: 'secretariat', path: '/people', title: /People/, when: see('Ilira Vasko') },
    { as: 'secretariat', path: '/people', title: /People/, when: press('Add a person') },
    { as: 'ngo-shelter', path: '/account', title: /account/i, when: see(/passkey/i) },
    { as: 'rapporteur', path: '/record', title: 'Record', when: see('Vote closed and decided') },
    { as: 'ngo-shelter', path: '/nowhere', title: /./ },
  ])
})

test('meetings: none yet, in preparation, convened; with every dialog', async () => {
  const nwg = await groupOf('nwg')
  const startsAt = server.deps.now() + 9 * 86_400_000
  const draft = {
    ...{ groupId: nwg, kind: 'nwg', bodies: [], title: 'Spring meeting', timeZone: 'Europe/Tirane' },
    ...{ startsAt, endsAt: startsAt + 7_200_000, place: 'Room 4', link: 'https://meet.example/nwg' },
  }
  const { id } = await sure(house.as('secretariat', 'POST', '/api/meetings', draft))
  const path = `/meetings/${id}`
  const list = `/meetings?group=${nwg}`
  await gallery.look([
    { as: 'secretariat', path, title: 'Spring meeting', when: see('The agenda is empty') },
    { as: 'secretariat', path, title: 'Spring meeting', when: press('Convene') },
  ])
  const { id: shelters } = await sure(
    house.as('secretariat', 'POST', `/api${path}/items`, {
      type: 'discussion',
      title: 'Shelters',
      plannedMinutes: 150,
    }),
  )
  const below = { type: 'decision', title: 'The northern region', parentId: shelters }
  const { id: region } = await sure(house.as('secretariat', 'POST', `/api${path}/items`, below))
  await gallery.look([
    { as: 'secretariat', path: list, title: 'Meetings', when: see('In preparation') },
    { as: 'secretariat', path: list, title: 'Meetings', when: press('Plan a meeting') },
    { as: 'secretariat', path: list, title: 'Meetings', when: press('Begin a series') },
    { as: 'secretariat', path, title: 'Spring meeting', when: press('Convene') },
    { as: 'secretariat', path, title: 'Spring meeting', when: press('Add an item') },
  ])
  await sure(house.as('secretariat', 'PATCH', `/api/items/${region}`, { type: 'information' }))
  await sure(house.as('secretariat', 'POST', `/api${path}/convene`, { urgentReason: null }))
  const openMenu = (act: string) => async (page: Page) => {
    await page.getByRole('button', { name: 'More acts' }).click()
    await page.getByRole('menuitem', { name: act }).click()
    await page.getByRole('dialog').waitFor()
  }
  await gallery.look([
    { as: 'ngo-shelter', path, title: 'Spring meeting', when: see('Does somebody come?') },
    { as: 'coordinator', path, title: 'Spring meeting', when: see('Who comes') },
    { as: 'coordinator', path, title: 'Spring meeting', when: openMenu('Postpone') },
    { as: 'io-migration', path: '/meetings', title: 'Meetings', when: see('Spring meeting') },
  ])
})

test('a candidate, an adopted plan before its signature, an endorsed and published one', async () => {
  await house.adoptAll('children')
  await gallery.look([{ as: 'chair-children', path: '/plan-versions', title: /./, when: see('Assemble a candidate') }])
  const { id: planId } = await planOf('children')
  const { id } = await sure(house.as('chair-children', 'POST', '/api/plan-versions', { planId }))
  const path = `/plan-versions/${id}`
  const title = /Trafficking in Children/
  await gallery.look([
    { as: 'chair-children', path, title, when: see('Put to the vote') },
    { as: null, path: '/published', title: /./ },
  ])
  const motion = await house.openVote('chair-children', 'planVersion', id)
  await house.castAllYes(motion, 'chair-children')
  await sure(house.close('chair-children', motion))
  await sure(house.as('coordinator', 'POST', `/api${path}/note`))
  await gallery.look([{ as: 'coordinator', path, title, when: press('Review and endorse') }])
  const { challenge } = await sure(house.as('coordinator', 'POST', `/api${path}/endorsement/options`, { as: 'annex' }))
  const signature = { method: 'workspaceKey', challenge, password: demoPassword }
  await sure(house.as('coordinator', 'POST', `/api${path}/endorsement`, signature))
  await sure(house.as('secretariat', 'POST', `/api${path}/publication`))
  await gallery.look([
    { as: 'ngo-shelter', path, title, when: see(/Endorsed/) },
    { as: 'ngo-shelter', path: '/plan-versions', title: /./, when: see(/Endorsed|Published/) },
    { as: null, path: '/published', title: /./ },
    { as: null, path: '/published/children', title },
    { as: null, path: '/published/nap', title: /./, refused: 404 },
  ])
})

test('by keyboard: past the places, to the text, into a dialog and back', async ({ browser }) => {
  const { page, close } = await openAs(browser, server, 'chair-prevention')
  await page.goto('/groups')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('Tab')
  await expect(page.locator('.shell-skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)

  const section = await house.sectionId('C.2.3')
  await page.goto(`/sections/${section}`)
  await saved(page)
  const reached = await tabbedThrough(page, 18)
  expect(reached.some(name => name.startsWith('National Action Plan'))).toBe(true)
  expect(reached).toContain('textbox')

  await house.submit('C.2.3')
  await page.goto(`/versions/${await firstVersionOf('C.2.3')}`)
  const opener = page.getByRole('button', { name: 'Put to the vote' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Open the vote' })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(() => {
      const focused = document.activeElement
      return focused !== document.body && focused?.closest('dialog') === null
    })
    expect(outside).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
  await close()
})

/** What so many presses of Tab reach: the words of each control, or its role where it has none of its own. */
async function tabbedThrough(page: Page, presses: number): Promise<readonly string[]> {
  const reached: string[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => {
        const focused = document.activeElement
        const role = focused?.getAttribute('role')
        return role === 'textbox' ? role : (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '')
      }),
    )
  }
  return reached
}
