import type { Browser, BrowserContext, LaunchOptions, Page } from '@playwright/test'
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
