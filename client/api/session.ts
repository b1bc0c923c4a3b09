import { hc } from 'hono/client'
import type { Me } from '#shared/people'
import type { OpenSessionRoutes } from '../../server/session/open-routes.ts'
import type { SessionRoutes } from '../../server/session/routes.ts'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type { InvitationAnswer, PasskeyAnswer, SessionAnswer, WorkspaceAnswer } from '#shared/people/schema'

const door = hc<OpenSessionRoutes>('/api')
const account = hc<SessionRoutes>('/api', gate.options)

/** Address of one's own data as a file. */
export const exportUrl = '/api/me/export'

/**
 * Who is signed in.
 *
 * @returns why nobody is, where nobody is
 * @throws when the server cannot be reached or does not answer as it should
 */
export async function fetchMe(): Promise<Me | 'nobody' | 'suspended'> {
  const answer = await call(door.me.$get())
  if (answer.ok) return answer.value
  const { type } = answer.problem
  if (type === 'sign-in-required') return 'nobody'
  if (type === 'access-suspended') return 'suspended'
  throw new Error(`GET /api/me answered ${type}`)
}

/** Ends this browser's session on the server. */
export async function endSession(): Promise<void> {
  const response = await door.session.$delete()
  if (!response.ok) throw new Error(`DELETE /api/session answered ${response.status}`)
}

export const fetchWorkspace = () => call(door.workspace.$get())
export const signIn = (email: string, password: string) => call(door.session.$post({ json: { email, password } }))
export const endEverywhere = () => call(door.session.everywhere.$post())

type Assertion = Parameters<typeof door.session.passkey.$post>[0]['json']
export const signInOptions = () => call(door.session.passkey.options.$post())
export const signInByPasskey = (json: Assertion) => call(door.session.passkey.$post({ json }))

export const fetchConfidentiality = () => call(door.me.confidentiality.$get())
export const confirmConfidentiality = (version: string) => call(door.me.confidentiality.$post({ json: { version } }))

const invitation = door.invitations[':token']
type Acceptance = Parameters<typeof invitation.accept.$post>[0]['json']
export const fetchInvitation = (token: string) => call(invitation.$get({ param: { token } }))
export const invitationPasskeyOptions = (token: string) =>
  call(invitation['passkey-options'].$post({ param: { token } }))
export const acceptInvitation = (token: string, json: Acceptance) =>
  call(invitation.accept.$post({ param: { token }, json }))

type MeChange = Parameters<typeof account.me.$patch>[0]['json']
export const changeMe = (json: MeChange) => call(account.me.$patch({ json }))
export const changePassword = (current: string | null, next: string) =>
  call(account.me.password.$post({ json: { current, next } }))
export const fetchSessions = () => call(account.sessions.$get())
export const endOneSession = (id: string) => call(account.sessions[':id'].$delete({ param: { id } }))

const passkeys = account.me.passkeys
type Registration = Parameters<typeof passkeys.$post>[0]['json']
export const fetchPasskeys = () => call(passkeys.$get())
export const passkeyOptions = () => call(passkeys.options.$post())
export const addPasskey = (json: Registration) => call(passkeys.$post({ json }))
export const renamePasskey = (id: string, name: string) =>
  call(passkeys[':id'].$patch({ param: { id }, json: { name } }))
export const removePasskey = (id: string) => call(passkeys[':id'].$delete({ param: { id } }))
