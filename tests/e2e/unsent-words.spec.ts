/** Words that could not be sent: kept on the device over a reload, sent when the network is back, or given back. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page, type WebSocketRoute } from '@playwright/test'
import * as encoding from 'lib0/encoding'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { closeCodes, messageRest, messageSync } from '#shared/wire'
import { saved, status, textOf, type VisitorOptions, Visitors, writeBelow } from './browser.ts'

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

/** A page whose live texts can be cut off, while everything else reaches the server. */
async function enterWithWire(browser: Browser, role: string, options: VisitorOptions = {}) {
  const page = await visitors.enter(browser, server, role, options)
  let isCut = false
  let isDeaf = false
  let newest: { readonly here: WebSocketRoute; readonly there: WebSocketRoute } | null = null
  await page.routeWebSocket(/\/sync\//, here => {
    if (isCut) return void here.close()
    const there = here.connectToServer()
    newest = { here, there }
    here.onMessage(frame => {
      if (!isDeaf || typeof frame === 'string' || frame[0] !== messageSync) there.send(frame)
    })
  })
  const end = (code?: number): void => {
    void newest?.there.close()
    void newest?.here.close(code === undefined ? {} : { code })
  }
  return {
    page,
    cutWire(): void {
      isCut = true
      end()
    },
    mendWire: () => (isCut = false),
    /** Text that the page sends is not heard. */
    deafen: (deaf: boolean) => (isDeaf = deaf),
    /** The server ends this socket; the next one reaches it. */
    end,
    /** The server says this. */
    say: (frame: Uint8Array) => newest?.here.send(Buffer.from(frame)),
  }
}

/** What the text is at rest, by its hash. */
function restFrame(hash: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageRest)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, hash)
  return encoding.toUint8Array(encoder)
}

test('words written without a network outlive a reload, and reach the others when it is back', async ({ browser }) => {
  const id = await house.sectionId('C.2.2')
  const { page, cutWire, mendWire } = await enterWithWire(browser, 'ngo-hotline')
  const other = await visitors.enter(browser, server, 'chair-prevention')
  await Promise.all([page, other].map(each => each.goto(`/sections/${id}`)))
  await Promise.all([page, other].map(saved))

  cutWire()
  await expect(status(page)).toContainText('No connection since')
  await writeBelow(page, 'Written on the train.')
  await expect(status(page)).toContainText('kept on this device')
  await page.reload()
  await expect(status(page)).toContainText('No connection since')
  await expect(status(page)).toContainText('kept on this device')

  mendWire()
  await saved(page)
  for (const each of [page, other]) await expect(textOf(each)).toContainText('Written on the train.')
  await expect.poll(() => keptIn(page)).toBe(0)
})

test('words of somebody who lost the right meanwhile are given back, not merged', async ({ browser }) => {
  const id = await house.sectionId('C.2.3')
  const { page, cutWire, mendWire } = await enterWithWire(browser, 'ngo-hotline')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/sections/${id}`)
  await saved(page)
  cutWire()
  await expect(status(page)).toContainText('No connection since')
  await writeBelow(page, 'Nobody has read this yet.')
  await expect(status(page)).toContainText('kept on this device')

  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const { id: groupId } = groups.find(group => group.code === 'protection')
  await sure(house.as('secretariat', 'PATCH', `/api/sections/${id}`, { groupId }))
  mendWire()
  const panel = page.getByRole('region', { name: 'Your words that are not in the text' })
  await expect(panel).toContainText('Nobody has read this yet.')
  await page.reload()
  await expect(panel).toContainText('Nobody has read this yet.')
  await expect(panel).toContainText('kept on this device, for you alone')
  await expect(page.getByRole('article', { name: /Text$/ })).not.toContainText('Nobody has read this yet.')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await panel.getByRole('button', { name: 'Copy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Nobody has read this yet.')

  // Nobody else is shown them on the same device.
  const stranger = await server.signIn('education')
  await page.context().addCookies([{ ...cookie(stranger), url: server.url }])
  await page.reload()
  await expect(page.getByText('Live: changes by others appear here')).toBeVisible()
  await expect(panel).toHaveCount(0)

  await page.context().addCookies([{ ...cookie(await house.cookie('ngo-hotline')), url: server.url }])
  await page.reload()
  await panel.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard the words' }).click()
  await expect(panel).toHaveCount(0)
  await expect.poll(() => keptIn(page)).toBe(0)
})

test('words that a frozen text did not take stand above it, and are put at its end by hand', async ({ browser }) => {
  const id = await house.sectionId('C.2.2')
  const { page, deafen, end } = await enterWithWire(browser, 'ngo-hotline')
  await page.goto(`/sections/${id}`)
  await saved(page)
  deafen(true)
  await writeBelow(page, 'A moment too late.')
  deafen(false)
  end(closeCodes.frozen)
  const panel = page.getByRole('region', { name: 'Your words that are not in the text' })
  await expect(panel).toContainText('A moment too late.')
  await expect(status(page)).toContainText('without your latest words')
  await expect(textOf(page)).not.toContainText('A moment too late.')
  await panel.getByRole('button', { name: 'Put at the end of the text' }).click()
  await expect(panel).toHaveCount(0)
  await expect(textOf(page)).toContainText('A moment too late.')
  await expect.poll(() => keptIn(page)).toBe(0)
})

test('a page that differs from the text at rest opens it afresh, and goes on writing', async ({ browser }) => {
  const id = await house.sectionId('C.2.2')
  const { page, say } = await enterWithWire(browser, 'ngo-hotline')
  const other = await visitors.enter(browser, server, 'chair-prevention')
  await Promise.all([page, other].map(each => each.goto(`/sections/${id}`)))
  await Promise.all([page, other].map(saved))
  say(restFrame('another'))
  await expect(status(page)).toContainText('was opened afresh')
  await writeBelow(page, 'Written after it.')
  await expect(textOf(other)).toContainText('Written after it.')
})

test('on a telephone the line being written stays above the foot, also when the foot says more', async ({
  browser,
}) => {
  const id = await house.sectionId('C.2.2')
  const telephone = { viewport: { width: 390, height: 844 } }
  const { page, cutWire } = await enterWithWire(browser, 'ngo-hotline', telephone)
  await page.goto(`/sections/${id}`)
  await saved(page)
  for (let line = 0; line < 12; line++) await writeBelow(page, 'One more line.')
  await expect.poll(() => airBelowCaret(page)).toBeGreaterThanOrEqual(0)
  const before = await page.locator('.section-page__status').boundingBox()
  cutWire()
  await expect(status(page)).toContainText('No connection since')
  const after = await page.locator('.section-page__status').boundingBox()
  expect(after?.height).toBeGreaterThan(before?.height ?? 0)
  await expect.poll(() => airBelowCaret(page)).toBeGreaterThanOrEqual(0)
  await page.keyboard.type(' And to the end of it.')
  await expect.poll(() => airBelowCaret(page)).toBeGreaterThanOrEqual(0)
})

/** CSS pixels between the line being written and the foot of the page. */
function airBelowCaret(page: Page): Promise<number> {
  return page.evaluate(() => {
    const line = document.getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0
    return (document.querySelector('.section-page__status')?.getBoundingClientRect().top ?? 0) - line
  })
}

function cookie(header: string): { readonly name: string; readonly value: string } {
  const [name = '', value = ''] = header.split('=', 2)
  return { name, value }
}

/** How many words this browser keeps. */
function keptIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('plenary-words')
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
        request.addEventListener('success', () => {
          const count = request.result.transaction('words').objectStore('words').count()
          count.addEventListener('success', () => {
            request.result.close()
            resolve(count.result)
          })
        })
      }),
  )
}
