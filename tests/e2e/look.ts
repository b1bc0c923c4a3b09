/** A look at one page as a reader sees it: what axe, the browser's console and the page's edges have to say about it. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import type { TestServer } from '#tests/support'
import { openAs, type Visitor, type VisitorOptions } from './browser.ts'

/** A page in one of its states. */
export interface Sight {
  /** Who looks; null is somebody who is not signed in. */
  readonly as: string | null
  readonly path: string
  /** How the browser's tab is called, without the product's name. */
  readonly title: string | RegExp
  /** The status with which the server answers something here by design. */
  readonly refused?: number
  /** Brings the page into its state, and waits for it. */
  readonly when?: (page: Page) => Promise<unknown>
}

/** For `when`: this is to be read. */
export const see = (text: string | RegExp) => (page: Page) =>
  page.getByText(text).filter({ visible: true }).first().waitFor()

/** At a desk by day, on a telephone by night. */
const readers = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  telephone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const satisfies Record<string, VisitorOptions>

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Seat {
  readonly visitor: Visitor
  /** What the browser has complained about since the last look. */
  readonly complaints: string[]
}

/** Looks at pages with two readers for each person, kept between looks. */
export class Gallery {
  readonly #browser: Browser
  readonly #server: TestServer
  readonly #seats = new Map<string, Promise<Seat>>()

  constructor(browser: Browser, server: TestServer) {
    this.#browser = browser
    this.#server = server
  }

  /** Fails with everything that is wrong with any of the pages, at either reader. */
  async look(sights: readonly Sight[]): Promise<void> {
    const faults = await Promise.all(
      (['desk', 'telephone'] as const).map(async reader => {
        const found: string[] = []
        for (const sight of sights) {
          for (const fault of await this.#see(sight, reader)) found.push(`${reader}, ${sight.path}: ${fault}`)
        }
        return found
      }),
    )
    expect(faults.flat()).toEqual([])
  }

  async close(): Promise<void> {
    for (const seat of this.#seats.values()) await (await seat).visitor.close()
  }

  async #see(sight: Sight, reader: keyof typeof readers): Promise<readonly string[]> {
    const { visitor, complaints } = await this.#seat(sight.as, reader)
    const { page } = visitor
    complaints.length = 0
    await page.goto(sight.path)
    await settled(page)
    await sight.when?.(page)
    await settled(page)
    const title = (await page.title()).replace(/ · Plenary$/, '')
    const asCalled = typeof sight.title === 'string' ? title === sight.title : sight.title.test(title)
    return [
      ...(asCalled ? [] : [`the tab is called “${title}”`]),
      ...(await overflow(page)),
      ...(await violations(page)),
      ...complaints.filter(complaint => !complaint.includes(`a status of ${sight.refused} `)),
    ]
  }

  #seat(as: string | null, reader: keyof typeof readers): Promise<Seat> {
    const key = `${as} ${reader}`
    const seat = this.#seats.get(key) ?? this.#open(as, readers[reader])
    this.#seats.set(key, seat)
    return seat
  }

  async #open(as: string | null, options: VisitorOptions): Promise<Seat> {
    const visitor = await openAs(this.#browser, this.#server, as, options)
    const complaints: string[] = []
    await visitor.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: options.colorScheme ?? null })
    visitor.page.on('pageerror', error => complaints.push(`threw ${error.message}`))
    visitor.page.on('console', message => {
      if (message.type() !== 'error') return
      const { url } = message.location()
      // Asking who one is before signing in is answered by design with this.
      if (as === null && message.text().includes('401') && url.endsWith('/api/me')) return
      complaints.push(`console: ${message.text()} ${url}`)
    })
    return { visitor, complaints }
  }
}

/** Fails with what axe finds, or where something is wider than the screen, once nothing is on its way. */
export async function sound(page: Page): Promise<void> {
  await settled(page)
  expect([...(await violations(page)), ...(await overflow(page))]).toEqual([])
}

/** The page has its heading, and nothing is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await expect(page.locator('.ui-skeleton, [aria-busy="true"]')).toHaveCount(0)
}

/** Nothing may be wider than the screen. */
async function overflow(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`${over} px wider than the screen`] : []
}

async function violations(page: Page): Promise<readonly string[]> {
  // No page holds another in a frame: in its old mode axe needs no second page to gather results in, and is done sooner.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations: found } = await axe.options({ runOnly: standards, resultTypes: ['violations'] }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}
