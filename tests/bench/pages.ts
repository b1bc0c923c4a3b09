/**
 * What a reader's machine has to fetch and do: transferred JavaScript (bytes on the wire, compressed) and the time until
 * a section can be written in, on a processor slowed four times. The floor is the sign-in page in the same run.
 */
import { chromium, type Browser, type Page } from '@playwright/test'
import { startTestServer, type TestServer } from '#tests/support'
import { browserOptions, openAs } from '../e2e/browser.ts'
import { median, type Figure, type Measurement } from './measurement.ts'

const runs = 5
const slowdown = 4

export const measurePages: Measurement = {
  name: 'pages',
  about: 'JavaScript on the wire, and time until a section can be written in at a quarter of the speed',
  async run() {
    const server = await startTestServer({ demo: true })
    const browser = await chromium.launch(browserOptions)
    try {
      const section = await sectionAddress(server)
      return [
        await script(browser, server, null, `${server.url}/published`, 'public page', 20),
        await script(browser, server, 'secretariat', section, 'section editor', 250),
        await interactive(browser, server, null, `${server.url}/sign-in`, 'sign-in (floor)', 'input[type="email"]'),
        await interactive(
          browser,
          server,
          'secretariat',
          section,
          'section',
          '[role="textbox"][contenteditable="true"]',
          1500,
        ),
      ]
    } finally {
      await browser.close()
      await server.close()
    }
  },
}

async function sectionAddress(server: TestServer): Promise<string> {
  const cookie = await server.signIn('secretariat')
  const { body } = await server.call(cookie, 'GET', '/api/documents')
  const section = body.find((entry: { code: string }) => entry.code === 'C.1.1')
  return `${server.url}/sections/${section.id}`
}

async function script(
  browser: Browser,
  server: TestServer,
  role: string | null,
  address: string,
  what: string,
  goal: number,
): Promise<Figure> {
  const { page, close } = await openAs(browser, server, role)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
  session.on(
    'Network.loadingFinished',
    event => void (scripts.has(event.requestId) && (bytes += event.encodedDataLength)),
  )
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await close()
  return { what: `JavaScript transferred, ${what}`, value: bytes / 1000, unit: 'kB', goal: { atMost: goal } }
}

async function interactive(
  browser: Browser,
  server: TestServer,
  role: string | null,
  address: string,
  what: string,
  ready: string,
  goal?: number,
): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const { page, close } = await openAs(browser, server, role)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    times.push(await timeUntil(page, address, ready))
    await close()
  }
  const value = median(times)
  return {
    what: `${what}: until it can be used, median of ${runs}`,
    value,
    unit: 'ms',
    ...(goal !== undefined && { goal: { atMost: goal } }),
  }
}

/** Read in the page itself, frame by frame: what the driver needs to notice it is not the reader's time. */
async function timeUntil(page: Page, address: string, ready: string): Promise<number> {
  // As text: what the test runner makes of a function does not run in a page.
  const content = `
    (function look() {
      if (document.querySelector(${JSON.stringify(ready)})) performance.mark('usable')
      else requestAnimationFrame(look)
    })()`
  await page.addInitScript({ content })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  return page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN)
}
