import { Hono } from 'hono'
import type { AppEnv } from '#server/http'
import type { Deps } from '../deps.ts'

/**
 * The public site under `/published`: server-written pages without any script, for anybody. [E10]
 *
 * @param root folder of package.json, where styles and fonts are found
 */
export function publicationRoutes(_deps: Deps, _root: string) {
  return new Hono<AppEnv>()
}
