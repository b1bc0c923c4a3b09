/** Asking the browser for a passkey. Its refusals become values: most are a person changing their mind. */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import { err, ok, type Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { signInByPasskey, signInOptions } from '../api/session.ts'

/** Beside the server's: what happens between the reader and the device. */
export type PasskeyProblem = ApiProblem | { readonly type: 'passkey-cancelled' } | { readonly type: 'passkey-known' }

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Whether passkeys can work: the browser knows them, and the address is a name (an IP address cannot have any). */
export function passkeysWork(): boolean {
  return browserSupportsWebAuthn() && !isAddress(location.hostname)
}

/** On one's own machine by number: the same page by name, where passkeys work. Null elsewhere. */
export function namedAddress(): string | null {
  if (!isAddress(location.hostname)) return null
  const loopback = location.hostname.startsWith('127.') || location.hostname === '[::1]'
  return loopback ? location.href.replace(location.host, location.host.replace(location.hostname, 'localhost')) : null
}

/** `passkey-cancelled`, and those of the server */
export async function signInWithPasskey(autofill: boolean): Promise<Result<void, PasskeyProblem>> {
  if (autofill && !(await browserSupportsWebAuthnAutofill())) return err({ type: 'passkey-cancelled' })
  const options = await signInOptions()
  if (!options.ok) return options
  try {
    const response = await startAuthentication({
      optionsJSON: asRequestOptions(options.value),
      useBrowserAutofill: autofill,
    })
    return await signInByPasskey({ ...response, clientExtensionResults: { ...response.clientExtensionResults } })
  } catch {
    return err({ type: 'passkey-cancelled' })
  }
}

/** Ends an offer in the address field that waits for the reader. */
export function stopWaiting(): void {
  WebAuthnAbortService.cancelCeremony()
}

/** `passkey-cancelled`, `passkey-known`: this device has one already */
export async function makePasskey(options: object) {
  try {
    const response = await startRegistration({ optionsJSON: asCreationOptions(options) })
    return ok({ ...response, clientExtensionResults: { ...response.clientExtensionResults } })
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError'
    return err<PasskeyProblem>({ type: known ? 'passkey-known' : 'passkey-cancelled' })
  }
}

/** A name for the list of passkeys that the reader will recognise: system and browser, as far as they can be told. */
export function deviceName(userAgent: string): string {
  const system = [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS X', 'Mac'],
    ['CrOS', 'Chromebook'],
    ['Linux', 'Linux'],
  ].find(([sign]) => sign !== undefined && userAgent.includes(sign))?.[1]
  const browser = [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([sign]) => sign !== undefined && userAgent.includes(sign))?.[1]
  return [browser, system].filter(part => part !== undefined).join(', ')
}

function isAddress(hostname: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(hostname) || hostname.startsWith('[')
}

/** What the server's WebAuthn library made, through JSON and back: only absent members look different to the types. */
function asCreationOptions(options: object): CreationOptions {
  return options as CreationOptions
}

function asRequestOptions(options: object): RequestOptions {
  return options as RequestOptions
}
