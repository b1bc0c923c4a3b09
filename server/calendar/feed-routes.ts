import { Hono } from 'hono'
import { sha256Hex } from '#shared/core'
import { addressOf, createRateLimiter, refuse, type AppEnv } from '#server/http'
import type { Deps } from '../deps.ts'
import { calendarType } from './media-type.ts'
import { feedCalendar } from './reading.ts'

/** 256 bits, base64url. */
const address = '/:file{[A-Za-z0-9_-]{43}\\.ics}'

/**
 * `/calendar/<token>.ics`, for calendar programs: they have no cookie, so the address is the key. What is wrong with an
 * address is told to nobody: one that never was, one that was revoked and one whose person was suspended read alike.
 */
export function calendarFeedRoutes(deps: Deps) {
  // A program reads a calendar a few times an hour. Whoever tries addresses is slowed down by where they come from.
  const readings = createRateLimiter({ burst: 20, perSecond: 1 / 30 }, deps.now)
  const attempts = createRateLimiter({ burst: 30, perSecond: 1 / 2 }, deps.now)
  const { limits } = deps.config
  /** One address asked for again and again is no attempt to find another. */
  const eager = (token: string, from: string): number => {
    const seconds = readings.take(sha256Hex(token))
    if (seconds > 0) attempts.giveBack(from)
    return seconds
  }

  return new Hono<AppEnv>()
    .get(address, async c => {
      const token = c.req.param('file').slice(0, -'.ics'.length)
      const from = addressOf(c)
      const early = limits ? attempts.take(from) || eager(token, from) : 0
      if (early > 0) return refuse(c, { type: 'too-many-requests', retryAfterSeconds: early })
      const file = await feedCalendar(deps, token)
      if (file === null) return c.text('Not found', 404, { 'cache-control': 'no-store' })
      // A calendar that is there is no attempt: many people read theirs from one office.
      attempts.giveBack(from)
      const tag = `"${sha256Hex(file)}"`
      c.header('etag', tag)
      c.header('cache-control', 'private, no-cache')
      if (c.req.header('if-none-match') === tag) return c.body(null, 304)
      return c.body(file, 200, { 'content-type': calendarType })
    })
    .all('*', c => c.text('Not found', 404, { 'cache-control': 'no-store' }))
}
