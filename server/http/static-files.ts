import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono, MiddlewareHandler } from 'hono'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { AppEnv } from './router.ts'

/** Names under /assets carry a digest of their content. */
const forever = 'public, max-age=31536000, immutable'

/** The built client: hashed assets, the other files at its root, and one page for every address that the client routes. */
export function serveClient(app: Hono<AppEnv>, root: string): void {
  const folder = join(root, 'dist/client')
  const files = serveStatic<AppEnv>({
    root: relative(process.cwd(), folder) || '.',
    precompressed: true,
    onFound: (path, c) => c.header('cache-control', path.includes('/assets/') ? forever : 'no-cache'),
  })
  app.get('/assets/*', files)
  app.get('/:file{[a-z-]+\\.(?:svg|png|ico|js|txt|webmanifest)}', files)
  app.get('/assets/*', c => c.text('Not found', 404))
  app.get('*', page(join(folder, 'index.html')))
}

function page(file: string): MiddlewareHandler<AppEnv> {
  let html: string | null = null
  return async (c, next) => {
    if (!(c.req.header('accept') ?? '*/*').match(/text\/html|\*\/\*/)) return next()
    if (html === null && existsSync(file)) html = readFileSync(file, 'utf8')
    if (html === null) return c.text('The client is not built: run npm run build.', 503)
    return c.html(html, 200, { 'cache-control': 'no-cache' })
  }
}
