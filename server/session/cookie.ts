import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { Config } from '../config.ts'
import { sessionAbsoluteMs } from './lifetime.ts'

const cookieName = 'plenary_session'

/** The session's token out of a Cookie header. */
export function tokenIn(cookieHeader: string | undefined): string | null {
  if (cookieHeader === undefined) return null
  return parse(cookieHeader, cookieName)[cookieName] ?? null
}

/** Out of reach of scripts, and not sent along with another site's writing requests. */
export function giveCookie(c: Context, config: Config, token: string): void {
  setCookie(c, cookieName, token, { ...attributes(config), maxAge: sessionAbsoluteMs / 1000 })
}

export function dropCookie(c: Context, config: Config): void {
  deleteCookie(c, cookieName, attributes(config))
}

function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: config.origin.startsWith('https:') } as const
}
