/** The routes at the door (session, people, set-up) over a database of their own, called without a socket. */
import { randomBytes } from 'node:crypto'
import { createRouter, crossSite, identity, requireSignIn } from '#server/http'
import { enterOrganisation, enterPerson, fillOffice, peopleRoutes, type Person } from '#server/people'
import {
  hashPassword,
  identify,
  keepConfidentiality,
  keepPassword,
  openSessionRoutes,
  sessionRoutes,
} from '#server/session'
import { setupRoutes } from '#server/setup'
import type { PersonId } from '#shared/core'
import type { Office } from '#shared/people'
import type { Deps } from '../../server/deps.ts'
import { valueOf } from './result.ts'
import { openTempDeps, type TempDeps } from './temp-deps.ts'

export const goodPassword = 'four sheep on a ferry'

export interface Door extends Pick<TempDeps, 'events' | 'advance' | 'close'> {
  readonly deps: Deps
  request(
    method: string,
    path: string,
    options?: { readonly cookie?: string | null; readonly body?: unknown; readonly origin?: string },
  ): Promise<Answer>
  /** A person who can sign in, with the duty of confidentiality confirmed. */
  person(
    name: string,
    options?: { readonly office?: Office; readonly confidential?: boolean; readonly password?: string | null },
  ): Promise<Person>
  /** @returns the Cookie header of a new session */
  signIn(email: string, password?: string): Promise<string>
}

export interface Answer {
  readonly status: number
  /** As JSON gives it: tests look into it freely. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly setCookie: string | null
  readonly retryAfter: string | null
}

export async function openDoor(options: { readonly limits?: boolean; readonly origin?: string } = {}): Promise<Door> {
  const temp = openTempDeps()
  const config = {
    ...temp.deps.config,
    limits: options.limits ?? false,
    origin: options.origin ?? 'http://localhost:8080',
  }
  const deps: Deps = { ...temp.deps, config, newSecret: () => randomBytes(32).toString('base64url') }
  const app = createRouter()
  app.use(identity(identify(deps)), crossSite(config.origin))
  app.route('/', openSessionRoutes(deps))
  app.route('/', setupRoutes(deps))
  app.use(requireSignIn)
  app.route('/', sessionRoutes(deps))
  app.route('/', peopleRoutes(deps))

  async function request(method: string, path: string, given: Parameters<Door['request']>[2] = {}): Promise<Answer> {
    const response = await app.request(path, {
      method,
      headers: {
        ...(typeof given.cookie === 'string' && { cookie: given.cookie }),
        ...(given.origin !== undefined && { origin: given.origin }),
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      setCookie: response.headers.get('set-cookie'),
      retryAfter: response.headers.get('retry-after'),
    }
  }

  return {
    deps,
    events: temp.events,
    advance: ms => temp.advance(ms),
    close: () => temp.close(),
    request,
    async person(name, { office, confidential = true, password = goodPassword } = {}) {
      const hash = password === null ? null : await hashPassword(password)
      return deps.transaction(async tx => {
        const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
        const organisation = valueOf(
          await enterOrganisation(tx, deps, null, { name: `Office of ${name}`, kind: 'ministry' }),
        )
        const person = valueOf(await enterPerson(tx, deps, null, { name, email, organisationId: organisation.id }))
        if (hash !== null) await keepPassword(tx, deps, person.id, hash)
        if (confidential) await keepConfidentiality(tx, deps, person.id)
        if (office) await appoint(tx, person.id, office)
        return person
      })
    },
    async signIn(email, password = goodPassword) {
      const answer = await request('POST', '/session', { body: { email, password } })
      if (answer.status !== 204) throw new Error(`could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`)
      return cookieOf(answer)
    },
  }

  async function appoint(tx: Parameters<typeof fillOffice>[0], personId: PersonId, office: Office): Promise<void> {
    valueOf(await fillOffice(tx, deps, null, { office, personId, act: 'Act 1', startsAt: deps.now(), endsAt: null }))
  }
}

export function cookieOf(answer: Pick<Answer, 'setCookie'>): string {
  return answer.setCookie?.split(';', 1)[0] ?? ''
}
