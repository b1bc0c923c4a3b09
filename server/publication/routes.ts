import { Hono, type Context } from 'hono'
import { sha256Hex } from '#shared/core'
import { bundleText } from '#shared/endorsement'
import type { PlanKind } from '#shared/plan'
import { buildBundle } from '#server/endorsement'
import type { AppEnv } from '#server/http'
import { signCheckpoint } from '#server/record'
import { findWorkspace } from '#server/session'
import type { Deps } from '../deps.ts'
import { loadAssets } from './assets.ts'
import { indexPage, messagePage } from './index-page.ts'
import type { Html } from './layout.ts'
import { keptFor } from './kept.ts'
import { catalogues, languageFor } from './messages.ts'
import { planPage } from './plan-page.ts'
import { isPlanKind, loadPublished, publishedVersions, type PublishedPlan, type PublishedVersion } from './published.ts'
import { redlinesSince, type Since } from './since.ts'

type Ctx = Context<AppEnv>

/** Short, so that a new version is seen soon; every answer carries a tag, so that asking again costs nothing. */
const pageCache = 'public, max-age=60, must-revalidate'
const fontCache = 'public, max-age=31536000, immutable'

/**
 * The public site under `/published`: server-written pages without any script, for anybody. [E10]
 *
 * @param root folder of package.json, where styles and fonts are found
 */
export function publicationRoutes(deps: Deps, root: string) {
  const assets = loadAssets(root)
  const plans = keptFor<Awaited<ReturnType<typeof loadPublished>>>(deps.now)
  const bundles = keptFor<string | null>(deps.now)
  const changes = keptFor<Since | null>(deps.now)

  async function frameOf(c: Ctx) {
    const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
    const workspace = await findWorkspace(deps.read)
    return { t: catalogues[language], language, country: workspace?.country ?? '', path: c.req.path }
  }

  async function notFound(c: Ctx) {
    const frame = await frameOf(c)
    return c.html(messagePage(frame, { title: frame.t.notFoundTitle, text: frame.t.notFound }), 404)
  }

  async function showPlan(c: Ctx, versions: readonly PublishedVersion[], version: PublishedVersion) {
    const frame = await frameOf(c)
    const plan = await plans(version.id, () => loadPublished(deps.read, version))
    if (!plan.ok) {
      deps.log.warn('published-text-altered', { planVersion: version.id, place: plan.problem.code })
      const place = `${plan.problem.code} ${plan.problem.title}`.trim()
      return c.html(messagePage(frame, { title: frame.t.alteredTitle, text: frame.t.altered(place) }), 503)
    }
    const latest = versions[0]?.number ?? version.number
    const since = await changes(version.id, () => sinceBefore(versions, plan.value))
    return page(c, await planPage({ ...frame, latest, since, publicKey: deps.workspaceKey.publicKey }, plan.value))
  }

  /** Only with what is public itself: a version that was endorsed and never published is not told through its successor. */
  async function sinceBefore(versions: readonly PublishedVersion[], plan: PublishedPlan): Promise<Since | null> {
    const earlier = versions.find(candidate => candidate.number < plan.version.number)
    const before = earlier && (await plans(earlier.id, () => loadPublished(deps.read, earlier)))
    return before?.ok ? redlinesSince(before.value, plan) : null
  }

  return new Hono<AppEnv>()
    .get('/', async c => {
      const published = {
        nap: await publishedVersions(deps.read, 'nap'),
        children: await publishedVersions(deps.read, 'children'),
      } satisfies Record<PlanKind, readonly PublishedVersion[]>
      return page(c, await indexPage(await frameOf(c), published))
    })
    .get('/style.css', c => {
      return tagged(c, assets.css, assets.cssTag, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': pageCache,
      })
    })
    .get('/fonts/:file', async c => {
      const font = assets.fonts.get(c.req.param('file'))
      if (!font) return notFound(c)
      return c.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': fontCache })
    })
    .get('/:kind', async c => {
      const kind = c.req.param('kind')
      const versions = isPlanKind(kind) ? await publishedVersions(deps.read, kind) : []
      const [latest] = versions
      return latest ? showPlan(c, versions, latest) : notFound(c)
    })
    .get('/:kind/:number{[1-9][0-9]{0,8}}', async c => {
      const versions = await versionsAt(c.req.param('kind'))
      const version = versions.find(candidate => String(candidate.number) === c.req.param('number'))
      return version ? showPlan(c, versions, version) : notFound(c)
    })
    .get('/:kind/:number{[1-9][0-9]{0,8}}/bundle.json', async c => {
      const versions = await versionsAt(c.req.param('kind'))
      const version = versions.find(candidate => String(candidate.number) === c.req.param('number'))
      const text = version ? await bundles(version.id, () => bundleOf(version)) : null
      if (!version || text === null) return notFound(c)
      return tagged(c, text, `"${sha256Hex(text).slice(0, 32)}"`, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${version.kind}-${version.number}.json"`,
        'cache-control': pageCache,
      })
    })
    .get('*', c => notFound(c))

  async function bundleOf(version: PublishedVersion): Promise<string | null> {
    await signCheckpoint(deps)
    const bundle = await buildBundle(deps.read, deps, version)
    return bundle.ok ? bundleText(bundle.value) : null
  }

  async function versionsAt(kind: string): Promise<readonly PublishedVersion[]> {
    return isPlanKind(kind) ? publishedVersions(deps.read, kind) : []
  }
}

async function page(c: Ctx, content: Awaited<Html>): Promise<Response> {
  const text = String(content)
  return tagged(c, text, `"${sha256Hex(text).slice(0, 32)}"`, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': pageCache,
    vary: 'accept-language',
  })
}

/** @returns 304 to whoever has it already */
function tagged(c: Ctx, text: string, tag: string, headers: Readonly<Record<string, string>>): Response {
  const known = (c.req.header('if-none-match') ?? '').split(',').some(one => one.trim().replace(/^W\//, '') === tag)
  if (known) return c.body(null, 304, { ...headers, etag: tag })
  return c.body(text, 200, { ...headers, etag: tag })
}
