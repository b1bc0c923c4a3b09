/** The record and its witness: an entry proven in the browser, a checkpoint co-signed, a rewrite noticed. [L1, L2] */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test, type Page } from '@playwright/test'
import { canonicalJson } from '#shared/core'
import { checkpointsTable, cosignaturesTable, recordNodesTable, recordTable } from '#server/db'
import {
  chainStart,
  completedBefore,
  emptyFrontier,
  entryDigest,
  entryProofFault,
  grow,
  leafDigest,
  parseCheckpoint,
  readProofFile,
} from '#shared/record'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { verifyEd25519 } from '../../server/ed25519.ts'
import { openAs } from './browser.ts'
import { Gallery } from './look.ts'

test.describe.configure({ timeout: 180_000 })

let server: TestServer
let house: House
test.beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
test.afterAll(() => server.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

test('[L2] every page of the record, at a desk and on a telephone', async ({ browser }) => {
  const gallery = new Gallery(browser, server)
  const see = (text: string | RegExp) => (page: Page) =>
    page.getByText(text).filter({ visible: true }).first().waitFor()
  await gallery.look([
    { as: 'rapporteur', path: '/record', title: 'Record', when: see('Signed by the workspace') },
    { as: 'rapporteur', path: '/record?act=motion&since=2020-01-01', title: 'Record', when: see('Vote opened') },
    { as: 'rapporteur', path: '/record/3', title: 'Entry 3', when: see('Prove this entry') },
    {
      as: 'rapporteur',
      path: '/record/4',
      title: 'Entry 4',
      when: async page => {
        await page.getByRole('button', { name: 'Prove it' }).click()
        await see('Proven: the entry stands in the signed record')(page)
      },
    },
    { as: 'rapporteur', path: '/record/999999', title: 'Entry 999999', when: see('no entry with this number') },
    { as: 'secretariat', path: '/record/witnesses', title: 'Witnesses', when: see('Nobody watches yet') },
    {
      as: 'secretariat',
      path: '/record/witnesses',
      title: 'Witnesses',
      when: async page => {
        await page.getByRole('button', { name: 'Name a witness' }).click()
        await page.getByRole('dialog').waitFor()
      },
    },
  ])
  await gallery.close()
})

test('[L1] the record is found by group and person, and an entry has an address of its own', async ({ browser }) => {
  const { page, close } = await openAs(browser, server, 'rapporteur')
  await page.goto('/record')
  await page.getByLabel('Group', { exact: true }).selectOption({ label: 'Prevention' })
  await expect(page).toHaveURL(/group=/)
  await page.getByRole('listitem').first().waitFor()
  await page.goto('/record?act=ballot')
  await page.getByText('Ballot cast').first().waitFor()
  await page.locator('.record-entry a[href*="actor="]').first().click()
  await expect(page.getByText(/^Only acts of /)).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page
    .getByRole('link', { name: /^Entry \d+$/ })
    .first()
    .click()
  await heading(page, /^Entry \d+$/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Prove it' }).click()
  await page.getByRole('button', { name: 'Download the proof' }).click()
  const proof = readProofFile(await readFile(await (await download).path(), 'utf8'))
  expect(proof && entryProofFault(proof, verifyEd25519)).toBe(null)
  expect(proof && entryProofFault({ ...proof, text: `${proof.text} ` }, verifyEd25519)).toBe('notIncluded')
  await close()
})

/** As somebody with the server's disk and its key would: the record from one entry on, all that covers it made to fit. */
async function rewriteFrom(number: number): Promise<void> {
  await server.deps.transaction(async tx => {
    let previous = chainStart
    let tree = emptyFrontier
    await tx.delete(recordNodesTable)
    for (const row of await tx.select().from(recordTable).orderBy(recordTable.number)) {
      const value = JSON.parse(row.entry)
      const text = row.number < number ? row.entry : canonicalJson({ ...value, facts: { forged: true }, previous })
      previous = entryDigest(text)
      await tx.update(recordTable).set({ entry: text, digest: previous }).where(eq(recordTable.number, row.number))
      const grown = grow(tree, leafDigest(text))
      const position = completedBefore(tree.size)
      tree = grown.frontier
      const nodes = grown.completed.map((digest, index) => ({ position: position + index, digest }))
      await tx.insert(recordNodesTable).values(nodes)
    }
    await tx.delete(cosignaturesTable)
    await tx.delete(checkpointsTable)
  })
  await rm(join(server.dataFolder, 'keys', 'checkpoint.txt'), { force: true })
  // Whatever is done next is signed as if nothing had been.
  await sure(house.as('secretariat', 'POST', '/api/groups', { code: 'returns', name: 'Returns' }))
  await expect.poll(async () => (await fetch(`${server.url}/api/record/checkpoint`)).status).toBe(200)
}

test('[L2] a witness makes a key, co-signs, comes again, and notices a record that was written anew', async ({
  browser,
}) => {
  const { candidates } = await sure(house.as('secretariat', 'GET', '/api/record/witnesses'))
  const io = candidates.filter((seat: any) => seat.constituency === 'OBSERVER')
  for (const { seatId } of io) await sure(house.as('secretariat', 'POST', '/api/record/witnesses', { seatId }))
  const { page, close } = await openAs(browser, server, 'io-migration')

  await page.goto('/')
  await page.getByRole('link', { name: 'Witness the record' }).first().click()
  await heading(page, /^You witness for/)
  const desk = page.getByRole('region', { name: /^You witness for/ }).first()
  await expect(desk.getByText('This device has not seen the record before')).toBeVisible()
  await desk.getByRole('button', { name: 'Make a key in this browser' }).click()
  await desk.getByText(/^plenary\/witness\//).waitFor()
  await desk.getByRole('button', { name: 'Compare again' }).click()
  await desk.getByRole('button', { name: /^Co-sign up to entry/ }).click()
  await expect(desk.getByText('The record continues what this device saw last')).toBeVisible()
  await expect(desk.getByText(/^up to entry \d+/)).toBeVisible()
  const note = await (await fetch(`${server.url}/api/record/checkpoint`)).text()
  expect(parseCheckpoint(note)?.note.signatures.length).toBeGreaterThanOrEqual(1)
  const { witnessed } = await sure(house.as('rapporteur', 'GET', '/api/record/standing'))
  expect(witnessed.size).toBeGreaterThan(0)

  await page.goto('/record/witnesses')
  await expect(desk.getByText('The record continues what this device saw last')).toBeVisible()
  await page.screenshot({ path: 'test-results/witness-desk.png', fullPage: true })

  await rewriteFrom(5)
  await page.goto('/record/witnesses')
  await expect(desk.getByText('The record was rewritten. Do not co-sign it')).toBeVisible()
  await expect(desk.getByRole('button', { name: /^Co-sign up to/ })).toHaveCount(0)
  await page.screenshot({ path: 'test-results/witness-rewritten.png', fullPage: true })
  await close()
})
