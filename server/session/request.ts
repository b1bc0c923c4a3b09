/** What the routes of this slice read off a request. */
import { z } from '@hono/zod-openapi'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import { sha256Hex, type PersonId } from '#shared/core'
import type { AppEnv, Identity } from '#server/http'
import { findPerson, type Person } from '#server/people'
import type { Deps } from '../deps.ts'
import { tokenIn } from './cookie.ts'
import type { Device } from './sessions.ts'

export const tags = ['Session']

const asObject = { type: 'object' } as const
/** What `navigator.credentials` is asked with, as WebAuthn level 3 describes it; passed through as it is. */
export const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>().openapi(asObject)
export const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>().openapi(asObject)

type Ctx = Context<AppEnv>

export function identityOf(c: Ctx): Identity {
  const { identity } = c.var
  if (!identity) throw new Error('a handler asked who is signed in where nobody need be')
  return identity
}

export function deviceOf(c: Ctx): Device {
  const token = tokenIn(c.req.header('cookie'))
  return { userAgent: c.req.header('user-agent') ?? '', previousHash: token === null ? null : sha256Hex(token) }
}

export function originOf(c: Ctx): string | undefined {
  return c.req.header('origin')
}

export async function personOf(deps: Deps, personId: PersonId): Promise<Person> {
  const person = await findPerson(deps.read, personId)
  if (!person) throw new Error('a session outlived its person')
  return person
}
