/**
 * Two real browsers typing at once, a key every 60 ms, where it goes wrong elsewhere: in a text that nobody has written
 * in yet, and in a paragraph that was just made with Enter. Every character once, each person's in their order.
 */
import { expect, test } from '@playwright/test'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { openAs, textOf, wordsOf, type Visitor } from './browser.ts'

const runs = 20
const keyMs = 60
const lower = 'abcdefghijklmnopqrstuvwx'
const upper = lower.toUpperCase()

test.describe.configure({ timeout: 300_000 })

let server: TestServer
let house: House
let first: Visitor
let second: Visitor

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  first = await openAs(browser, server, 'secretariat')
  second = await openAs(browser, server, 'coordinator')
})
test.afterAll(async () => {
  await first.close()
  await second.close()
  await server.close()
})

/** A section that nobody has written in, open before both. */
async function openFresh(run: string): Promise<void> {
  const plans = await sure(house.as('secretariat', 'GET', '/api/plans'))
  const [nap] = plans
  const created = await sure(
    house.as('secretariat', 'POST', `/api/plans/${nap.id}/sections`, {
      title: `Fresh section ${run}`,
      component: 1,
      groupId: nap.group.id,
    }),
  )
  for (const { page } of [first, second]) {
    await page.goto(`/sections/${created.id}`)
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  }
}

async function typeTogether(): Promise<void> {
  await Promise.all([
    first.page.keyboard.type(lower, { delay: keyMs }),
    second.page.keyboard.type(upper, { delay: keyMs }),
  ])
}

async function expectEveryCharacterOnce(): Promise<void> {
  const sorted = (words: string) => words.split('').toSorted().join('')
  for (const { page } of [first, second]) {
    await expect.poll(async () => sorted(await wordsOf(page))).toBe(sorted(lower + upper))
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  }
  const words = await wordsOf(first.page)
  expect(await wordsOf(second.page)).toBe(words)
  expect(words.replaceAll(/[A-Z]/g, '')).toBe(lower)
  expect(words.replaceAll(/[a-z]/g, '')).toBe(upper)
}

test(`two people typing at once into a fresh section, ${runs} times`, async () => {
  for (let run = 0; run < runs; run++) {
    await openFresh(`${run}`)
    await textOf(first.page).click()
    await textOf(second.page).click()
    await typeTogether()
    await expectEveryCharacterOnce()
  }
})

test(`two people typing at once into a paragraph just made with Enter, ${runs} times`, async () => {
  for (let run = 0; run < runs; run++) {
    await openFresh(`with Enter ${run}`)
    await textOf(first.page).click()
    await first.page.keyboard.press('Enter')
    await expect(textOf(second.page).locator('p')).toHaveCount(2)
    await textOf(second.page).locator('p').last().click()
    await typeTogether()
    await expectEveryCharacterOnce()
    await expect(textOf(first.page).locator('p').last()).toContainText(/[a-z].*[A-Z]|[A-Z].*[a-z]/)
  }
})
