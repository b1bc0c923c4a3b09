import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language, Messages } from './messages.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PageFrame {
  readonly t: Messages
  readonly language: Language
  readonly title: string
  readonly country: string
  /** Path of this page, for the link to the other language. */
  readonly path: string
  readonly description?: string
}

/** Everything around a page. No script, nothing inline, nothing from elsewhere. */
export function layout(frame: PageFrame, body: Html | readonly Html[]): Html {
  const { t, language, title, country, path } = frame
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}${country === '' ? '' : ` · ${country}`}</title>
        ${frame.description === undefined ? '' : html`<meta name="description" content="${frame.description}" />`}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/published/fonts/source-serif-4-latin-wght-normal.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link rel="stylesheet" href="/published/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${t.skip}</a>
        <header class="site">
          <a class="site-name" href="/published?lang=${language}">
            <span class="site-country">${country}</span> <span class="site-title">${t.site}</span>
          </a>
          <a
            class="site-language"
            href="${path}?lang=${t.other.language}"
            hreflang="${t.other.language}"
            lang="${t.other.language}"
            >${t.other.name}</a
          >
        </header>
        ${body}
        <footer class="site-foot">
          <p>${t.foot}</p>
          <p><a href="/sign-in">${t.signIn}</a></p>
        </footer>
      </body>
    </html>`
}

const tags = { en: 'en-GB', fr: 'fr' } as const satisfies Record<Language, string>

/** A public text says its times in UTC, whoever reads it. */
export function dateIn(language: Language, at: number): string {
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

export function timeIn(language: Language, at: number): Html {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  const text = new Intl.DateTimeFormat(tags[language], options).format(at)
  return html`<time datetime="${new Date(at).toISOString()}">${text} UTC</time>`
}

/** In groups of eight, to be compared by eye. */
export function digestMark(digest: string): Html {
  return html`<code class="digest"
    >${(digest.match(/.{8}/g) ?? [digest]).map(part => html`<span>${part}</span>`)}</code
  >`
}
