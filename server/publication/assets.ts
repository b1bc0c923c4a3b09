import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '#shared/core'

/** The one sheet and the fonts of the public site, read once at the start. */
export interface Assets {
  readonly css: string
  readonly cssTag: string
  /** By the name in the address; nothing else is served. */
  readonly fonts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** The design's tokens and the setting of document text are the workspace's own; the rest is this site's. */
const sheets = [
  ...['tokens', 'prose', 'redline'].map(name => `client/ui/${name}.css`),
  // What suits a wide screen or paper comes after what it changes.
  ...['site', 'plan', 'provenance', 'page'].map(name => `server/publication/style/${name}.css`),
]

const fontFiles = ['latin', 'latin-ext'].flatMap(subset => [
  ['source-serif-4', `source-serif-4-${subset}-wght-normal.woff2`] as const,
  ['source-serif-4', `source-serif-4-${subset}-wght-italic.woff2`] as const,
  ['source-sans-3', `source-sans-3-${subset}-wght-normal.woff2`] as const,
])

/** @param root folder of package.json @throws when a sheet is missing: the site would be unreadable */
export function loadAssets(root: string): Assets {
  const css = sheets.map(sheet => readFileSync(join(root, sheet), 'utf8')).join('\n')
  const fonts = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [family, file] of fontFiles) {
    const path = join(root, 'node_modules/@fontsource-variable', family, 'files', file)
    if (existsSync(path)) fonts.set(file, new Uint8Array(readFileSync(path)))
  }
  return { css, cssTag: `"${sha256Hex(css).slice(0, 32)}"`, fonts }
}
