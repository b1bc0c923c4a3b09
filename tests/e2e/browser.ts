import { expect, type Browser, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test'
import type { TestServer } from '#tests/support'

/** Debian's chromium, kept from looking for hosts of its own. */
export const browserOptions: LaunchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Cookie header of the session, for calls beside the browser. */
  readonly cookie: string | null
  close(): Promise<void>
}

export interface VisitorOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
}

/** A browser of one's own for this account; `null` for somebody who is not signed in. */
export async function openAs(
  browser: Browser,
  server: TestServer,
  role: string | null,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', ...options })
  const cookie = role === null ? null : await server.signIn(role)
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }])
  }
  const page = await context.newPage()
  return { page, context, cookie, close: () => context.close() }
}

/** Those who come in during the tests of a file, and leave together. */
export class Visitors {
  readonly #inside: Visitor[] = []

  /** @returns their page, at `path` or still empty */
  async enter(
    browser: Browser,
    server: TestServer,
    role: string | null,
    { path, ...options }: VisitorOptions & { readonly path?: string } = {},
  ): Promise<Page> {
    const visitor = await openAs(browser, server, role, options)
    this.#inside.push(visitor)
    if (path !== undefined) await visitor.page.goto(path)
    return visitor.page
  }

  async leave(): Promise<void> {
    for (const visitor of this.#inside.splice(0)) await visitor.close()
  }
}

export const sees = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()

/** @param name the button's whole name, or what it matches */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click()

/** The live text of a section. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: /Text$/ })
export const wordsOf = (page: Page) => textOf(page).evaluate(element => element.textContent)

export const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible()
/** What the page says about its connection. */
export const status = (page: Page) => page.locator('.sync-status__text')

/** A paragraph of one's own below the last one, or below the last block of this selector. */
export async function writeBelow(page: Page, words: string, { block = 'p', delay = 0 } = {}): Promise<void> {
  await textOf(page).locator(block).last().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words, { delay })
}
