/** The public site, as somebody without an account sees it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { languageFor } from '../../server/publication/messages.ts'

let server: TestServer
let house: House
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
}, 120_000)
afterAll(() => server.close())

test('[E10] before anything is published the page says how a plan comes to stand there', async () => {
  const page = await get('/published')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('No plan has been published yet')
  expect((await get('/published/nap')).status).toBe(404)
  expect((await get('/published/anything')).status).toBe(404)
  expect((await get('/published/nap/0')).status).toBe(404)
})

describe('a published plan', () => {
  let html: string

  beforeAll(async () => {
    const plan = (await sure(house.as('secretariat', 'GET', '/api/plans')))[0]
    for (const section of plan.sections) {
      if (section.code === 'C.3.1') continue
      const waivedReason = section.code === 'B.1' ? 'A <b>reason</b> & more' : 'Covered by another law.'
      await sure(house.as('secretariat', 'PATCH', `/api/sections/${section.id}`, { waivedReason }))
    }
    const id = await house.adoptPlan('nap')
    const { challenge } = await sure(
      house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement/options`, { as: null }),
    )
    const confirmation = { method: 'workspaceKey', challenge, password: demoPassword }
    await sure(house.as('coordinator', 'POST', `/api/plan-versions/${id}/endorsement`, confirmation))
    await sure(house.as('secretariat', 'POST', `/api/plan-versions/${id}/publication`))
    html = await (await get('/published/nap')).text()
  }, 60_000)

  test('[E10] has the text, its votes by organisation, whole and NGO tallies, and the act', () => {
    for (const part of [
      'five front-line services',
      'Ministry of Interior',
      'All seats',
      'NGO seats',
      '20–0–0',
      '4–0–0',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toContain('the National Co-ordinator')
    expect(html).toContain('/published/nap/1/bundle.json')
  })

  test('[E10] runs no script, has nothing inline and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|\son\w+=|style="|javascript:/i)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(addresses.filter(address => !/^(?:\/|#)/.test(address))).toEqual([])
  })

  test('what people wrote is text, never markup', () => {
    expect(html).not.toContain('<b>reason</b>')
    expect(html).toContain('A &lt;b&gt;reason&lt;/b&gt; &amp; more')
  })

  test('every link within the page leads somewhere, and no id stands twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('is small, and costs nothing to ask for again', async () => {
    const page = await get('/published/nap')
    const tag = page.headers.get('etag') ?? ''
    expect(page.headers.get('cache-control')).toContain('public')
    expect((await get('/published/nap', { 'if-none-match': tag })).status).toBe(304)
    expect((await get('/published/nap?lang=fr', { 'if-none-match': tag })).status).toBe(200)
  })

  test.each(['/published/style.css', '/published/fonts/source-serif-4-latin-wght-normal.woff2'])(
    'serves %s',
    async path => {
      expect((await get(path)).status).toBe(200)
    },
  )

  test.each(['/published/fonts/package.json', '/published/fonts/..%2f..%2fpackage.json', '/published/nap/1/other'])(
    'does not serve %s',
    async path => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('speaks the language asked for', async () => {
    expect(await (await get('/published/nap', { 'accept-language': 'fr-BE,en;q=0.5' })).text()).toContain(
      '<html lang="fr">',
    )
    expect(await (await get('/published/nap?lang=en', { 'accept-language': 'fr' })).text()).toContain(
      '<html lang="en">',
    )
  })
})

test.each([
  { asked: undefined, accepted: undefined, language: 'en' },
  { asked: 'fr', accepted: 'en', language: 'fr' },
  { asked: 'xx', accepted: 'de, fr;q=0.8', language: 'fr' },
  { asked: undefined, accepted: 'EN-gb', language: 'en' },
])('?lang=$asked with $accepted is $language', ({ asked, accepted, language }) => {
  expect(languageFor(asked, accepted)).toBe(language)
})
